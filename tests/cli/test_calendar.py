"""``matchmaker calendar`` as a curator sees it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import matchmaker as mm
from matchmaker.errors import InputError
from tests.cli.conftest import Say, refused

FACTS = Path(__file__).parents[1] / "roadmap" / "data" / "ru_production_calendar_2024_2027.json"


def test_a_year_to_read(say: Say) -> None:
    said = say("calendar", 2026)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Производственный календарь 2026, пятидневная неделя: официальный\n")
    assert "  4   5   6   7   8*[ 9][10]" in said.out
    assert "Переносы по постановлению Правительства от 24.09.2025 № 1466:" in said.out
    assert "  сб 03.01 → пт 09.01\n" in said.out
    assert "  вс 08.03 → пн 09.03\n" in said.out
    assert "Сокращённые дни: чт 30.04, пт 08.05, чт 11.06, вт 03.11" in said.out
    assert [line.split() for line in said.out.splitlines() if line.startswith(" Год")] == [
        ["Год", "365", "247", "4", "118", "1972"]
    ]
    assert all(len(line) <= 90 for line in said.out.splitlines())


def test_months_stand_three_abreast_with_every_day(say: Say) -> None:
    out = say("calendar", 2024).out
    grid = out[: out.index("Период")]
    assert [line.split() for line in grid.splitlines() if "Октябрь" in line] == [
        ["Октябрь", "Ноябрь", "Декабрь"]
    ]
    under_legend = grid.split("\n", 2)[2]
    assert len(re.findall(r"\d+", under_legend)) == 366
    assert under_legend.count("[") == 366 - 248
    assert under_legend.count("*") == 5


def test_working_saturdays_and_ordered_days(say: Say) -> None:
    out = say("calendar", 2021).out
    assert "Рабочие выходные: сб 20.02" in out
    assert "  сб 30.10 – вс 07.11: указ от 20.10.2021 № 595" in out


@pytest.mark.parametrize("week", [5, 6])
@pytest.mark.parametrize("year", [2028, 2029])
def test_a_preliminary_year_says_so(say: Say, year: int, week: int) -> None:
    said = say("calendar", year, "--week", week)
    assert "ПРЕДВАРИТЕЛЬНЫЙ: постановления о переносе нет" in said.out.splitlines()[0]
    assert "официальный" not in said.out
    found = say("calendar", year, "--week", week, "--json").data
    assert found["status"] == "preliminary"
    assert all(day["preliminary"] for day in found["days"])


@pytest.mark.parametrize("year", [2024, 2025, 2026, 2027])
def test_json_has_the_published_facts(say: Say, year: int) -> None:
    found = say("calendar", year, "--json").data
    facts = json.loads(FACTS.read_text("utf-8"))["years"][str(year)]
    assert {key: found[key] for key in facts} == facts
    assert (found["year"], found["week"], found["status"]) == (year, 5, "official")
    assert found["disagreements"] == found["decree_days"] == []
    kinds = [day["kind"] for day in found["days"]]
    assert kinds.count("working") + kinds.count("short") == facts["working_days"]
    assert found["days"][0] == {
        "date": f"{year}-01-01",
        "kind": "off",
        "name": "Новогодние каникулы",
        "preliminary": False,
    }


def test_json_of_ordered_days_and_of_a_six_day_week(say: Say) -> None:
    found = say("calendar", 2021, "--week", 6, "--json").data
    assert found["decree_days"][1] == {
        "from": "2021-10-30",
        "to": "2021-11-07",
        "number": "595",
        "signed": "2021-10-20",
    }
    assert found["transfers"] == {"2021-01-03": "2021-12-31"}
    assert found["moved_by_law"] == {"2021-05-09": "2021-05-10"}
    assert (found["week"], found["working_weekend_days"]) == (6, [])
    assert "2021-11-06" in found["weekday_days_off"]


@pytest.mark.parametrize("year", [2019, 2036, 0, 99999])
def test_an_unknown_year_is_refused(say: Say, year: int) -> None:
    refused(say("calendar", year), str(year), "с 2020 по 2035")
    assert say("calendar", year, "--json").code == 2


def test_a_week_of_seven_days_is_refused(say: Say) -> None:
    refused(say("calendar", 2026, "--week", 7), "5 или 6")
    with pytest.raises(InputError):
        mm.calendar(2026, 4)


def test_sources_that_disagree_are_a_warning(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    from matchmaker.roadmap.workdays import crosscheck

    monkeypatch.setattr(crosscheck, "ordered_days", dict)
    said = say("calendar", 2021)
    assert (said.code, said.err.splitlines()[0][:9]) == (0, "ВНИМАНИЕ:")
    assert "04.05.2021: по таблице нерабочий, по пакету рабочий" in said.err
    found = say("calendar", 2021, "--json").data
    assert found["disagreements"][0] == {
        "date": "2021-05-04",
        "table": "off",
        "package": "working",
    }


def test_in_english(say: Say, english: None) -> None:
    said = say("calendar", 2028, "--week", 6)
    assert said.out.startswith("Working calendar 2028, six-day week: PRELIMINARY")
    assert not any("а" <= letter.lower() <= "я" for letter in said.out)
    assert not any("а" <= letter.lower() <= "я" for letter in say("calendar", 2021).out)


def test_the_same_in_python() -> None:
    year = mm.calendar(2026)
    assert (year.working_days, year.status) == (247, "official")
    assert mm.calendar(2026, 6).week == 6
