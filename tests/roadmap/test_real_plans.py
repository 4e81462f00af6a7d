"""The audit of the real roadmaps: what a methodist found by hand, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from matchmaker import scenarios
from matchmaker.domain.roadmap import Roadmap
from matchmaker.io import read_roadmap
from matchmaker.roadmap.audit import Finding, audit_roadmap
from matchmaker.scenarios.roadmaps import roadmap_of
from tests.roadmap.plans import rows_of

SHIPPED = Path(__file__).parents[2] / "scenarios"
WITH_ROADMAPS = ("kemerovo", "kogalym", "leninsk-city", "leninsk-kuznetsky")
PROJECT, PLAN = "Проект «Стартуем вместе»", "План 2021–2023"


@cache
def findings(scenario: str) -> tuple[Finding, ...]:
    return tuple(audit_roadmap(read_roadmap(SHIPPED / scenario)))


def of(
    scenario: str, plan: str, severities: str = "error warning note"
) -> dict[str, set[tuple[str, ...]]]:
    kept = [f for f in findings(scenario) if f.plan == plan and f.severity in severities.split()]
    return {rule: rows_of(f for f in kept if f.rule == rule) for rule in {f.rule for f in kept}}


@pytest.mark.parametrize("name", [*WITH_ROADMAPS, "city"])
def test_the_shipped_workbook_holds_the_roadmap_of_the_scenario(name: str) -> None:
    made = scenarios.generate(name).roadmap
    assert made is not None
    assert read_roadmap(SHIPPED / name).fingerprint == made.fingerprint


def test_kemerovo_project_all_that_is_wrong_and_nothing_else() -> None:
    assert of("kemerovo", PROJECT, "error") == {
        "person-clash": {("К1", "К10")},
        "participants-clash": {("К1", "К10"), ("К2", "К8"), ("К13", "К14")},
        "closing-last": {("К23", "К24", "К25")},
        "order-before-acts": {()},
    }
    warned = of("kemerovo", PROJECT, "warning")
    assert warned.pop("load") == {
        tuple(sorted(f"К{n}" for n in range(1, 26) if n not in {4, 6, 8, 13, 19, 24}))
    }
    assert warned == {
        "opening-first": {("К1", "К3")},
        "lead-time": {("К4", "К8")},
        "day-off": {("К2",), ("К8",)},  # the days of decree 595
    }
    assert set(of("kemerovo", PROJECT, "note")) == {"chronology"}


def test_the_clash_names_the_person_and_a_day_that_is_free() -> None:
    (clash,) = [f for f in findings("kemerovo") if f.rule == "person-clash"]
    assert "Белкина Л.Н." in clash.words
    assert "11.10.2021" in clash.words
    assert "12.10.2021" in clash.mend


def test_kemerovo_plan_a_measure_twice_and_words_twice() -> None:
    assert of("kemerovo", PLAN) == {
        "duplicate": {("1.3", "1.5")},
        "repeated-words": {("9.3",)},
    }


def test_leninsk_kuznetsky() -> None:
    plan = of("leninsk-kuznetsky", "Дорожная карта 2024–2028")
    assert plan["outside-plan"] == {("4.4",)}
    assert plan["date-elsewhere"] == {("4.6",)}
    assert plan["duplicate"] == {("6.3", "6.5")}
    assert plan["numbering"] == {("2.5", "2.9"), ("8.1", "8.3"), ("9.1", "9.3")}
    assert plan["day-off"] == {("2.1",), ("2.2",), ("2.11",)}
    assert len(next(iter(plan["uncovered-years"]))) == 13
    assert "unclear-date" not in plan
    programme = of("leninsk-kuznetsky", "Программа «Работодатель – студент»")
    assert programme["no-timetable"] == {("П2", "П3", "П4", "П5")}
    assert programme["outside-plan"] == {("П11",), ("П13",)}  # August after June 2028


def test_days_off_of_a_year_without_a_decree_are_called_preliminary() -> None:
    words = {f.rows[0]: f.words for f in findings("leninsk-kuznetsky") if f.rule == "day-off"}
    assert "предварительный" in words["2.2"]
    assert "предварительный" in words["2.11"]
    assert "предварительный" not in words["2.1"]  # 2026 is official


def test_leninsk_city_has_no_dates_and_two_names_of_one_centre() -> None:
    plan = of("leninsk-city", "Дорожная карта 2020–2021")
    assert len(next(iter(plan["undated"]))) == 19
    (two,) = [f for f in findings("leninsk-city") if f.rule == "two-names"]
    assert "МЦН" in two.words
    assert "МНЦ" in two.words
    assert "НМЦ" not in two.words


def test_kogalym() -> None:
    plan = of("kogalym", "Дорожная карта 2025–2028(29)")
    assert plan["several-periods"] == {()}
    assert plan["personal-data"] == {("3",), ("4",)}
    assert plan["load"] == {("1", "11", "2", "4", "6", "7", "9")}


@pytest.mark.parametrize("name", WITH_ROADMAPS)
def test_every_finding_has_words_and_a_mend(name: str) -> None:
    for finding in findings(name):
        assert finding.words
        assert finding.mend
        assert "{" not in finding.words + finding.mend


def test_without_stated_participants_the_words_of_the_rows_give_the_same_clashes() -> None:
    known = roadmap_of("kemerovo")
    assert known is not None
    bare = Roadmap.build(
        [
            *known.plans,
            *(event.model_copy(update={"supposed_participants": None}) for event in known.events),
        ]
    )
    clashes = rows_of(f for f in audit_roadmap(bare) if f.rule == "participants-clash")
    # Row К1, a presentation, does not say whom it is for.
    assert clashes == {("К2", "К8"), ("К13", "К14")}


def test_the_fingerprint_does_not_hang_on_the_order_of_a_set() -> None:
    code = (
        "from tests.roadmap.plans import roadmap, row;"
        "print(roadmap(*(row(str(n), 'А') for n in range(9)),"
        " row('9', 'Б', after=frozenset(map(str, range(9))))).fingerprint)"
    )
    prints = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(prints) == 1
