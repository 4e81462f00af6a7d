"""``rematch`` and ``diff`` as a curator uses them: an edited table, answers, files."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest

from matchmaker.domain import Mentor, Municipality, Willing
from matchmaker.domain.records import Record
from matchmaker.io import read, write
from tests.cli.conftest import Say, refused

SHIPPED = Path(__file__).parents[2] / "scenarios" / "leninsk-kuznetsky"


def plan_in(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "plan.json").read_text("utf-8"))
    return found


def pairs_in(folder: Path) -> set[tuple[str, str]]:
    return {(pair["mentee"], pair["mentor"]) for pair in plan_in(folder)["pairs"]}


def edited(source: Path, folder: Path, mentor: str) -> Path:
    """The same tables after one mentor has refused, with the same policy beside them."""
    there = read(source)

    def refuse(row: Record) -> Record:
        mine = isinstance(row, Mentor) and row.person == mentor
        return row.model_copy(update={"willing": Willing.NO}) if mine else row

    rows = [there.about, *(row for table in Municipality.fields_of() for row in there.rows(table))]
    write(Municipality.build(map(refuse, rows)), folder / "таблицы.xlsx")
    shutil.copy(source / "policy.toml", folder)
    return folder


@pytest.fixture
def autumn(say: Say, tmp_path: Path) -> Path:
    """The folder of the plan that stands."""
    assert say("match", SHIPPED, "-o", tmp_path / "autumn", "--json").code == 0
    return tmp_path / "autumn"


@pytest.fixture
def january(autumn: Path, tmp_path: Path) -> Path:
    """The tables in January: the mentor of the first pair has refused."""
    folder = tmp_path / "tables"
    folder.mkdir()
    return edited(SHIPPED, folder, plan_in(autumn)["pairs"][0]["mentor"])


def test_a_mentor_refuses_and_the_plan_is_made_again(
    say: Say, autumn: Path, january: Path, tmp_path: Path
) -> None:
    out = tmp_path / "january"
    refusing = plan_in(autumn)["pairs"][0]["mentor"]
    made = say("rematch", autumn / "plan.json", january, "-o", out, "--json")
    assert made.code == 0
    assert made.data["status"] == "optimal"
    assert made.data["certificate"]["prices"] is True
    assert {file.name for file in out.iterdir()} == {
        "plan.json",
        "pairs.xlsx",
        "methodist.xlsx",
        "run.json",
        "changes.xlsx",
    }
    old, new = pairs_in(autumn), pairs_in(out)
    assert {(one["mentee"], one["mentor"]) for one in made.data["kept"]} == old & new
    lost = [*made.data["moved"], *made.data["ended"]]
    assert {(one["mentee"], mentor) for one in lost for mentor in one["from"]} == old - new
    joined = [*made.data["moved"], *made.data["new"]]
    assert {(one["mentee"], mentor) for one in joined for mentor in one["to"]} == new - old
    whose = {mentee for mentee, mentor in old if mentor == refusing}
    assert whose <= {one["mentee"] for one in lost}
    for one in lost:
        assert (one["why"] == "согласие участвовать не получено") == (one["from"] == [refusing])

    checked = say("verify", out / "plan.json", january, "--json")
    assert (checked.code, checked.data["optimal"]) == (0, "proved")
    assert say("verify", out / "plan.json", SHIPPED).code == 1
    stays = next(one for one in made.data["kept"])
    told = say("explain", out / "plan.json", january, stays["mentee"], stays["mentor"])
    assert "остаётся из прежнего плана" in told.out


def test_a_spoiled_plan_does_not_pass(
    say: Say, autumn: Path, january: Path, tmp_path: Path
) -> None:
    out = tmp_path / "january"
    assert say("rematch", autumn / "plan.json", january, "-o", out).code == 0
    plan = plan_in(out)
    (out / "plan.json").write_text(json.dumps(plan | {"former": plan["former"][:3]}), "utf-8")
    assert say("verify", out / "plan.json", january).code == 1


def test_what_people_read_names_who_changes_and_why(
    say: Say, autumn: Path, january: Path, tmp_path: Path
) -> None:
    out = tmp_path / "january"
    made = say("rematch", autumn / "plan.json", january, "-o", out)
    assert made.code == 0
    names = {person.id: person.name for person in read(SHIPPED).people}
    pair = plan_in(autumn)["pairs"][0]
    assert "Пар осталось: " in made.out
    assert f"{names[pair['mentee']]} ({pair['mentee']}): {names[pair['mentor']]}" in made.out
    assert str(out / "changes.xlsx") in made.out
    sheet = openpyxl.load_workbook(out / "changes.xlsx").active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][0] == "Проект. Решение принимает руководитель"
    line = next(row for row in rows if row[2] == names[pair["mentee"]])
    assert names[pair["mentor"]] in str(line[4])
    assert line[6] == "согласие участвовать не получено"
    text = " ".join(str(cell) for row in rows for cell in row if cell)
    assert not re.search("балл|запрос|дефицит", text, re.IGNORECASE)


def test_nothing_changed(say: Say, autumn: Path, tmp_path: Path) -> None:
    made = say("rematch", autumn / "plan.json", SHIPPED, "-o", tmp_path / "again", "--json")
    assert (made.code, made.data["moved"], made.data["new"], made.data["ended"]) == (0, [], [], [])
    assert pairs_in(tmp_path / "again") == pairs_in(autumn)
    tiers = [tier["name"] for tier in made.data["tiers"]]
    assert tiers[:4] == ["obligations", "priority", "coverage", "stability"]
    say("rematch", autumn / "plan.json", SHIPPED, "-o", tmp_path, "--first", "stability")
    assert [tier["name"] for tier in plan_in(tmp_path)["tiers"]][:2] == ["obligations", "stability"]


def test_two_plans_side_by_side(say: Say, autumn: Path, january: Path, tmp_path: Path) -> None:
    out = tmp_path / "january"
    assert say("rematch", autumn / "plan.json", january, "-o", out, "--json").code == 0
    files = (autumn / "plan.json", out / "plan.json")
    alone = say("diff", *files, "--json")
    assert alone.code == 0
    assert set(alone.data) == {"kept", "moved", "new", "ended", "gone", "tiers"}
    assert {(one["mentee"], one["mentor"]) for one in alone.data["kept"]} == pairs_in(
        autumn
    ) & pairs_in(out)
    assert all("why" not in one for one in alone.data["moved"])
    told = say("diff", *files, january, "--json")
    assert [one["why"] for one in told.data["moved"]]
    pair = plan_in(autumn)["pairs"][0]
    names = {person.id: person.name for person in read(SHIPPED).people}
    assert f"{pair['mentee']}: {pair['mentor']} →" in say("diff", *files).out
    assert names[pair["mentor"]] in say("diff", *files, january).out
    same = say("diff", files[0], files[0], "--json")
    assert (same.code, same.data["moved"], same.data["gone"]) == (0, [], [])


@pytest.mark.usefixtures("english")
def test_changes_in_english(say: Say, autumn: Path, january: Path, tmp_path: Path) -> None:
    out = tmp_path / "january"
    made = say("rematch", autumn / "plan.json", january, "-o", out)
    assert "Pairs that stay: " in made.out
    assert "agreement to take part was not given" in made.out
    bare = say("diff", autumn / "plan.json", out / "plan.json").out
    assert "Kept of the former plan" in bare


def test_what_is_no_plan_or_another_one_is_refused(
    say: Say, autumn: Path, january: Path, tmp_path: Path
) -> None:
    out, plan = tmp_path / "out", autumn / "plan.json"
    other = SHIPPED.parent / "kogalym"
    refused(say("rematch", plan, other, "-o", out), "другого муниципалитета", "Когалым")
    (tmp_path / "no.json").write_text("[]", "utf-8")
    refused(say("rematch", tmp_path / "no.json", january, "-o", out), "no.json")
    refused(say("rematch", tmp_path / "none.json", january, "-o", out), "none.json")
    refused(say("diff", plan, tmp_path / "no.json"), "no.json")
    refused(say("diff", plan, plan, january), "по другим таблицам")
    refused(say("rematch", plan, tmp_path / "none", "-o", out), "none")
    refused(say("rematch", plan, january, "-o", out, "--first", "luck"), "luck")
    refused(say("rematch", plan, january, "-o", out, "--solver", "magic"), "magic")
    assert not out.exists()
