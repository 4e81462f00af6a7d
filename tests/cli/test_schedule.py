"""``schedule`` as a user runs it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from matchmaker import engine
from matchmaker.cli.app import run
from matchmaker.domain.events import Event, RoadmapPlan
from matchmaker.domain.participants import ListMember
from matchmaker.domain.roadmap import Roadmap
from matchmaker.io import write_roadmap

SCENARIOS = Path(__file__).parents[2] / "scenarios"
KEMEROVO = str(SCENARIOS / "kemerovo")
PERIOD = [
    "--seconds",
    "8",
    "--period",
    "2021-09-01..2022-05-31",
    "--roadmap-plan",
    "Проект «Стартуем вместе»",
]


def test_a_year_is_written_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "год"
    assert run(["schedule", KEMEROVO, "-o", str(out), *PERIOD, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["status"] in {"optimal", "feasible"}  # as the clock allows
    assert answer["violations"] == []
    assert answer["unplaced"] == []
    assert [level["name"] for level in answer["levels"]] == [
        "unplaced",
        "changes",
        "preferences",
        "balance",
    ]
    assert all({"value", "bound", "seconds"} <= set(level) for level in answer["levels"])
    files = {path.name for path in out.iterdir()}
    assert {"timetable.json", "план-график.xlsx", "gantt.svg", "calendars"} <= files
    assert "seconds" not in (out / "timetable.json").read_text("utf-8")


def test_the_report_names_every_move(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schedule", KEMEROVO, "-o", str(tmp_path / "год"), *PERIOD]) == 0
    out = capsys.readouterr().out
    assert "13.05.2022 → 30.05.2022" in out
    assert "лучше нельзя, доказано" in out  # of what is unplaced at least


def test_english(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from matchmaker.text import speaking

    with speaking("en"):
        assert run(["schedule", KEMEROVO, "-o", str(tmp_path / "year"), *PERIOD]) == 0
    assert "Events placed" in capsys.readouterr().out


def _with_advice(hours: str, folder: Path, title: str = "Консультации") -> str:
    folder.mkdir()
    (folder / "Планы.csv").write_text(
        "План;Начало;Окончание\nЦентр;01.09.2025;31.10.2025\n", "utf-8"
    )
    (folder / "Дорожная карта.csv").write_text(
        "План;Номер;Мероприятие;Срок;Ответственные;Часов в неделю\n"
        f"Центр;1;{title};сентябрь – октябрь 2025 г.;Белкина Л.Н., методист;{hours}\n"
        "Центр;2;Семинар для наставников;октябрь 2025 г.;Белкина Л.Н., методист;\n",
        "utf-8",
    )
    return str(folder)


def test_hours_a_week_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, out = _with_advice("7,5", tmp_path / "центр"), str(tmp_path / "год")
    assert run(["schedule", source, "-o", out, "--seconds", "5"]) == 0
    said = capsys.readouterr().out
    assert "На постоянную работу отведено часов в неделю: 7,5, людей и групп: 1" in said
    assert run(["schedule", source, "-o", out, "--seconds", "5", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["reserved_hours"] == {"Белкина Л.Н.": 7.5}


@pytest.mark.parametrize(
    ("hours", "title", "words"),
    [
        ("7,3", "Консультации", "кратное 0.5"),
        ("50", "Консультации", "не больше 40"),
        ("38", "Консультации", "рабочая неделя — 36 ч"),
        ("6", "Семинар для кураторов", "занимает дни целиком «6»"),
    ],
)
def test_hours_that_cannot_be_are_refused_at_their_cell(
    hours: str, title: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = _with_advice(hours, tmp_path / "центр", title)
    assert run(["schedule", source, "-o", str(tmp_path / "год")]) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert words in said
    assert "строка 2" in said and "«Часов в неделю»" in said


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([str(SCENARIOS / "rural")], "roadmap import"),
        ([KEMEROVO, "--period", "вчера"], "2024..2028"),
        ([KEMEROVO, "--roadmap-plan", "нет такого"], "такого плана нет"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_written(
    arguments: list[str], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "год"
    assert run(["schedule", *arguments, "-o", str(out)]) == 2
    assert words in capsys.readouterr().err
    assert not out.exists()


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small town with a roadmap of a month, and its plan of pairs."""
    folder = tmp_path_factory.mktemp("town")
    tables = folder / "таблицы"
    engine.generate("rural", tables, mentees=12, mentors=12, schools=4)
    facts = {"plan": "Карта", "dates": "сентябрь 2026"}
    roadmap = Roadmap.build(
        [
            RoadmapPlan(id="Карта", starts=date(2026, 9, 1), ends=date(2026, 9, 30)),
            Event(number="1", title="Семинар", participants="наставники", **facts),
            Event(number="2", title="Заседание", participants="Гости", **facts),
            ListMember(name="Гости", count=7),
        ]
    )
    write_roadmap(roadmap, tables)
    assert run(["match", str(tables), "-o", str(folder / "пары")]) == 0
    return folder


def test_a_plan_of_pairs_says_who_takes_part(
    town: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, plan = str(town / "таблицы"), town / "пары" / "plan.json"
    options = ["--plan", str(plan), "--seconds", "5", "--json"]
    assert run(["schedule", source, "-o", str(tmp_path / "год"), *options]) == 0
    answer = json.loads(capsys.readouterr().out)
    pairs = json.loads(plan.read_text("utf-8"))["pairs"]
    mentors = sorted({pair["mentor"] for pair in pairs})
    assert not answer["stale"]
    assert answer["participants"] == {"Карта / 1": len(mentors), "Карта / 2": 7}
    seminar = next(one for one in answer["placed"] if one["number"] == "1")
    assert seminar["participants"] == mentors
    assert "participants" in [level["name"] for level in answer["levels"]]
    calendars = {path.stem for path in (tmp_path / "год" / "calendars").iterdir()}
    assert set(mentors) <= calendars


def test_a_plan_of_former_tables_is_told(
    town: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = json.loads((town / "пары" / "plan.json").read_text("utf-8"))
    stale = tmp_path / "plan.json"
    stale.write_text(json.dumps(plan | {"input": "0" * 64}), "utf-8")
    options = ["--plan", str(stale), "--seconds", "5"]
    assert run(["schedule", str(town / "таблицы"), "-o", str(tmp_path / "год"), *options]) == 0
    assert "План составлен по другим таблицам" in capsys.readouterr().out


def test_a_plan_that_is_none_is_refused(
    town: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--plan", str(tmp_path / "нет.json")]
    assert run(["schedule", str(town / "таблицы"), "-o", str(tmp_path / "год"), *options]) == 2
    assert "нет.json" in capsys.readouterr().err
    assert not (tmp_path / "год").exists()
