"""The verb ``partner`` and what the other verbs say of its plans, as a curator types them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]
import pytest

from tests.cli.conftest import Say

CITY = Path(__file__).parents[2] / "scenarios" / "leninsk-city"
RANKS = re.compile(r"НОР|ССУ|слаб|отста|низки|рисков|low.results|weak|дефицит", re.IGNORECASE)
"""What no paper for everyone may say."""

KINDS = ("cooperation", "partnership", "platform", "joint")
KEYS = {"status", "route", "links", "tiers", "gap", "bound_covers", "unlinked"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_answers_in_json_and_is_verified(say: Say, tmp_path: Path, kind: str) -> None:
    said = say("partner", CITY, "-o", tmp_path, "--kind", kind, "--json")
    assert said.code == 0
    answer = said.data
    assert answer.keys() >= KEYS
    assert answer["status"] == "optimal"
    assert answer["gap"] == 0
    assert answer["bound_covers"] == "all pairs"
    assert answer["links"]
    assert {link["kind"] for link in answer["links"]} <= {*KINDS}
    for link in answer["links"]:
        assert link["from"] != link["to"]
        assert link["points"].keys() == {tier["name"] for tier in answer["tiers"][1:]}
    checked = say("verify", tmp_path / "plan.json", CITY, "--json")
    assert checked.code == 0
    assert checked.data["optimal"] in {"proved", "bound"}


def test_a_joint_plan_stands_beside_two_steps(say: Say, tmp_path: Path) -> None:
    answer = say("partner", CITY, "-o", tmp_path, "--kind", "joint", "--json").data
    assert len(answer["pairs"]) - answer["two_step"]["pairs"] == answer["wins"]["pairs"] > 0
    values = [tier["value"] for tier in answer["tiers"]]
    assert values > list(answer["two_step"]["tiers"].values())
    for name in ("pairs.xlsx", "methodist.xlsx", "partners.xlsx"):
        assert (tmp_path / name).exists()


def test_without_curator_no_paper_tells_ranks(say: Say, tmp_path: Path) -> None:
    said = say("partner", CITY, "-o", tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "links.png",
        "links.svg",
        "partners.xlsx",
        "plan.json",
        "run.json",
    ]
    texts = [said.out, *(path.read_text("utf-8") for path in tmp_path.glob("*.[sj][vs]*"))]
    for sheet in openpyxl.load_workbook(tmp_path / "partners.xlsx").worksheets:
        texts += [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert len(texts) > 10
    for text in texts:
        assert not RANKS.search(text), RANKS.search(text)


def test_the_curator_gets_roles_and_reasons(say: Say, tmp_path: Path) -> None:
    say("partner", CITY, "-o", tmp_path, "--kind", "partnership", "--for", "curator")
    names = {path.name for path in tmp_path.iterdir()}
    assert names >= {"curator.xlsx", "links-by-role.svg", "links-by-place.png"}


def test_help_and_errors_say_what_is_right(say: Say, tmp_path: Path) -> None:
    wrong = say("partner", CITY, "-o", tmp_path / "no", "--kind", "strong")
    assert wrong.code == 2
    assert not (tmp_path / "no").exists()
    assert not RANKS.search(say("partner", "--help").out)


def test_why_this_school_and_why_not_that_one(say: Say, tmp_path: Path) -> None:
    link = say("partner", CITY, "-o", tmp_path, "--json").data["links"][0]
    plan = tmp_path / "plan.json"
    here = say("explain", plan, CITY, link["to"], "--json").data
    assert here["about"] == "schools"
    assert here["mentor"] == link["from"]
    other = here["others"][0]
    assert not other["chosen"] and other["verdict"]
    both = say("explain", plan, CITY, link["to"], link["from"])
    assert "связь предложена" in both.out
    assert say("explain", plan, CITY, "МБОУ «Школа № 999»").code == 2


def test_a_head_declines_and_only_that_link_moves(say: Say, tmp_path: Path) -> None:
    town = tmp_path / "town"
    shutil.copytree(CITY, town)
    link = say("partner", town, "-o", tmp_path / "old", "--json").data["links"][0]
    book = openpyxl.load_workbook(town / "таблицы.xlsx")
    sheet = book["Паспорта школ"]
    head = next(row for row in sheet.iter_rows() if row[0].value == "Организация")
    column = [cell.value for cell in head].index("Согласие директора")
    row = next(row for row in sheet.iter_rows() if row[0].value == link["from"])
    row[column].value = "нет"
    book.save(town / "таблицы.xlsx")
    old, new = tmp_path / "old" / "plan.json", tmp_path / "new"
    again = say("rematch", old, town, "-o", new, "--json")
    assert again.code == 0
    assert [(one["mentee"], one["from"]) for one in again.data["moved"] + again.data["ended"]] == [
        (link["to"], [link["from"]])
    ]
    assert "согласие" in str(again.data["moved"] + again.data["ended"])
    sheets = openpyxl.load_workbook(new / "changes.xlsx").sheetnames
    assert sheets == ["Связи школ"]
    assert say("verify", new / "plan.json", town).code == 0
    told = say("diff", old, new / "plan.json", town)
    assert told.out.startswith("Связей осталось: 3.")


def test_plans_of_two_kinds_are_not_compared(say: Say, tmp_path: Path) -> None:
    for kind in ("cooperation", "platform"):
        say("partner", CITY, "-o", tmp_path / kind, "--kind", kind)
    plans = (tmp_path / kind / "plan.json" for kind in ("cooperation", "platform"))
    said = say("diff", *plans)
    assert said.code == 2
    assert "разного вида" in said.err


def test_in_english(say: Say, tmp_path: Path) -> None:
    from matchmaker.text import speaking

    with speaking("en"):
        said = say("partner", CITY, "-o", tmp_path, "--kind", "platform")
    assert "Network platform: 5 schools." in said.out


def test_a_plan_called_otherwise_is_refused(say: Say, tmp_path: Path) -> None:
    say("partner", CITY, "-o", tmp_path / "plan")
    text = (tmp_path / "plan" / "plan.json").read_text("utf-8")
    for kind in ("partnership", "pairs", "joint", "platform"):
        edited = tmp_path / f"{kind}.json"
        edited.write_text(text.replace('"kind": "cooperation"', f'"kind": "{kind}"'), "utf-8")
        if kind == "joint":
            continue  # links of a joint plan are agreements of cooperation too
        said = say("rematch", edited, CITY, "-o", tmp_path / "again")
        assert said.code == 2
        assert "не того вида" in said.err
    assert not (tmp_path / "again").exists()


def test_a_file_is_no_folder(say: Say, tmp_path: Path) -> None:
    (tmp_path / "note").write_text("", "utf-8")
    for out in (tmp_path / "note", tmp_path / "note" / "deeper"):
        said = say("partner", CITY, "-o", out)
        assert said.code == 2
        assert "note" in said.err and "нужна папка" in said.err
        assert "возможн" not in said.err.lower()


def test_a_school_of_the_platform_is_explained_by_itself(say: Say, tmp_path: Path) -> None:
    answer = say("partner", CITY, "-o", tmp_path, "--kind", "platform", "--json").data
    chosen = answer["links"][0]["from"]
    told = say("explain", tmp_path / "plan.json", CITY, chosen, "--json").data
    assert told["mentor"] == chosen
    assert told["chosen"]


def test_a_school_that_did_not_ask_is_told_from_one_that_is_not_there(
    say: Say, tmp_path: Path
) -> None:
    say("partner", CITY, "-o", tmp_path)
    plan = tmp_path / "plan.json"
    assert "не просила поддержки" in say("explain", plan, CITY, "ш201").err
    assert "нет «ш999»" in say("explain", plan, CITY, "ш999").err


def test_who_has_no_partner_is_for_the_curator(say: Say, tmp_path: Path) -> None:
    town = CITY.parent / "kemerovo"
    everyone = say("partner", town, "-o", tmp_path)
    curator = say("partner", town, "-o", tmp_path, "--for", "curator")
    assert "№ 208" not in everyone.out
    assert "№ 208" in curator.out
    assert "--for curator" in everyone.out


def test_without_profiles_the_report_says_so(say: Say, tmp_path: Path) -> None:
    town = tmp_path / "town"
    shutil.copytree(CITY, town)
    book = openpyxl.load_workbook(town / "таблицы.xlsx")
    del book["Паспорта школ"]
    book.save(town / "таблицы.xlsx")
    said = say("partner", town, "-o", tmp_path / "plan")
    assert "Листа «Паспорта школ» нет или он пуст" in said.out


def test_a_slip_in_a_topic_is_noticed(say: Say, tmp_path: Path) -> None:
    town = tmp_path / "town"
    shutil.copytree(CITY, town)
    book = openpyxl.load_workbook(town / "таблицы.xlsx")
    sheet = book["Паспорта школ"]
    cell = next(c for row in sheet.iter_rows() for c in row if "кадры" in str(c.value))
    cell.value = str(cell.value).replace("кадры", "кадрыы")
    book.save(town / "таблицы.xlsx")
    said = say("check", town)
    assert "«кадрыы» пишет только эта школа" in said.out + said.err
    assert "«кадры»" in said.out + said.err


def test_a_misspelt_section_is_named(say: Say, tmp_path: Path) -> None:
    policy = (CITY / "policy.toml").read_text("utf-8")
    file = tmp_path / "policy.toml"
    file.write_text(policy.replace("cooperation", "cooperasion"), "utf-8")
    said = say("partner", CITY, "-o", tmp_path / "plan", "--policy", file)
    assert said.code == 2
    assert "Возможно, «cooperation»" in said.err
    assert "{}" not in said.err
