"""Files of another kind or municipality, or broken ones: refused in one clear sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import matchmaker as mm
from matchmaker.cli.app import run
from matchmaker.domain import School
from matchmaker.io import write, write_roadmap
from matchmaker.io.timetable_json import timetable_json
from tests.engine import small
from tests.timetable.small_year import roadmap, row, scheduled

ROADMAP = roadmap(row("1", "март 2022"))


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables, a plan, meetings and a timetable of one town."""
    folder = tmp_path_factory.mktemp("town")
    tables = small.municipality(
        School(id="s", name="Школа № 1"), small.person("a", "s"), small.person("x", "s"),
        small.mentee("a", category="young"), small.mentor("x"),
    )  # fmt: skip
    write(tables, folder / "таблицы.xlsx")
    write_roadmap(ROADMAP, folder / "дорожная карта.xlsx")
    plan = mm.match(mm.read(folder))
    (folder / "plan.json").write_text(plan.to_json(), "utf-8")
    own = scheduled(ROADMAP).model_copy(update={"municipality": tables.about.name})
    (folder / "timetable.json").write_bytes(timetable_json(own))
    made = mm.meetings(tables, plan.policy, plan.record)
    (folder / "meetings.json").write_text(made.record.to_json(), "utf-8")
    return folder


def elsewhere(town: Path, out: Path) -> Path:
    """The same papers as another municipality has them."""
    out.mkdir(exist_ok=True)
    for file in town.glob("*.json"):
        facts = json.loads(file.read_text("utf-8"))
        (out / file.name).write_text(json.dumps(facts | {"municipality": "Иной район"}), "utf-8")
    return out


def verbs(town: Path, out: Path, papers: Path, only: str) -> dict[str, list[str]]:
    """Every verb that takes a paper of a kind from somewhere, all its other papers being right."""
    at = {
        kind: str((papers if kind == only else town) / f"{kind}.json")
        for kind in ("plan", "timetable", "meetings")
    }
    tables, to = str(town), ["-o", str(out)]
    changes = out.parent / "changes.csv"
    changes.write_text("Что изменилось;С\nвыходной;2022-03-14\n", "utf-8")
    pairs = ["--plan", at["plan"]]
    year = ["--timetable", at["timetable"]]
    return {
        "plan": {
            "schedule": ["schedule", tables, *to, *pairs],
            "meetings": ["meetings", tables, *to, *pairs],
            "routes": ["routes", tables, *to, *year, *pairs],
            "verify": ["verify", at["plan"], tables],
            "explain": ["explain", at["plan"], tables, "a"],
            "rematch": ["rematch", at["plan"], tables, *to],
        },
        "timetable": {
            "meetings": ["meetings", tables, *to, *pairs, *year],
            "interviews": ["meetings", tables, *to, "--interviews", *year],
            "routes": ["routes", tables, *to, *year],
            "reschedule": ["reschedule", at["timetable"], tables, *to, "--changes", str(changes)],
        },
        "meetings": {
            "meetings": ["meetings", tables, *to, *pairs, "--before", at["meetings"]],
            "routes": ["routes", tables, *to, *year, "--meetings", at["meetings"]],
        },
    }[only]


def said(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert run(arguments) == 2, arguments
    told = capsys.readouterr()
    words = told.out + told.err
    assert "Field required" not in words and "pydantic" not in words
    assert words.count("\n") <= 3, words
    return " ".join(words.split())


@pytest.mark.parametrize("kind", ["plan", "timetable", "meetings"])
def test_papers_of_another_municipality_are_refused(
    kind: str, town: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    papers = elsewhere(town, tmp_path / "иной")
    for arguments in verbs(town, tmp_path / "год", papers, kind).values():
        words = said(arguments, capsys)
        assert "файл другого муниципалитета: Иной район" in words
        assert "Нужен файл для " in words
        assert not (tmp_path / "год").exists()


@pytest.mark.parametrize("kind", ["plan", "timetable", "meetings"])
def test_papers_of_another_kind_are_called_what_they_are(
    kind: str, town: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = {
        "plan": "план пар или школ", "timetable": "план-график мероприятий",
        "meetings": "встречи пар",
    }  # fmt: skip
    other = "plan" if kind == "timetable" else "timetable"
    (tmp_path / f"{kind}.json").write_bytes((town / f"{other}.json").read_bytes())
    wrong = verbs(town, tmp_path / "год", tmp_path, kind)
    wrong.pop("explain", None)  # it explains both
    for arguments in wrong.values():
        words = said(arguments, capsys)
        assert f"здесь нужен файл {kind}.json ({names[kind]}), а это {names[other]}" in words


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "такого файла нет"),
        ('{"format": 1,', "это не JSON или файл обрезан"),
        ("[]", "а в этом другое"),
        ("Ёжик".encode("cp1251"), "это не текст в кодировке UTF-8"),
    ],
)
@pytest.mark.parametrize("kind", ["plan", "timetable", "meetings"])
def test_broken_papers_are_told_in_words(
    kind: str,
    content: str | bytes | None,
    words: str,
    town: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if content is not None:
        text = content if isinstance(content, bytes) else content.encode()
        (tmp_path / f"{kind}.json").write_bytes(text)
    for arguments in verbs(town, tmp_path / "год", tmp_path, kind).values():
        told = said(arguments, capsys)
        assert words in told and f"{kind}.json" in told and "Возьмите целый" in told
