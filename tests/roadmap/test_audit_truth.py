"""What the audit must not miss in realistic plans, and what it must let be."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from matchmaker.domain.abbreviations import Abbreviation, PartyKind
from matchmaker.domain.days import DaysKind, SpecialDays, WorkWeek
from matchmaker.domain.events import Event
from matchmaker.domain.records import Record
from matchmaker.domain.schools import School
from matchmaker.engine import audit
from matchmaker.roadmap.audit import audit_roadmap
from tests.roadmap.plans import found, head, roadmap, row, rows_of

IVANOVA = "Иванова А.Б., методист"
FOUR_YEARS = {"starts": date(2021, 1, 1), "ends": date(2024, 12, 31)}
METHODISTS = Abbreviation(
    name="Методисты ОППМСиОО",
    kind=PartyKind.GROUP,
    members=frozenset({"Белкина Людмила Николаевна", "Петров В.Г."}),
)


def two(first: str, second: str, **facts: Any) -> tuple[Event, Event]:
    """A seminar and a webinar of one person."""
    return (
        row("1", "Семинар", first, responsible=IVANOVA, **facts),
        row("2", "Вебинар", second, responsible=IVANOVA, **facts),
    )


# ---- the same day, however it is written ---------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("16 октября", "16.10.2025"),  # without a year, in a plan of one year
        ("16 октября", "16 октября"),
        ("каждый вторник", "14.10.2025"),
        ("13.10.2025, 20.10.2025", "20.10.2025"),
        ("ежегодно, 16 октября", "15.10.2025-17.10.2025"),
    ],
)
def test_days_are_the_same_however_they_are_written(first: str, second: str) -> None:
    assert rows_of(found(roadmap(*two(first, second)), "person-clash")) == {("1", "2")}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("с 13.10.2025", "20.10.2025"),  # for the rest of the plan: nobody is taken every day
        ("01.09.2025 – 31.05.2026", "20.10.2025"),
        ("ежедневно", "20.10.2025"),
        ("до 20.10.2025", "20.10.2025"),
    ],
)
def test_what_lasts_for_months_takes_nobody_every_day(first: str, second: str) -> None:
    plan = roadmap(*two(first, second))
    assert found(plan, "person-clash") == []
    assert found(plan, "day-off") == []


def test_a_surname_with_and_without_dots_over_e_is_one() -> None:
    plan = roadmap(
        row("1", "Семинар", "16.10.2025", responsible="Семёнов А.Б."),
        row("2", "Вебинар", "16.10.2025", responsible="А.Б. Семенов"),
    )
    assert rows_of(found(plan, "person-clash")) == {("1", "2")}


# ---- perhaps the same person ---------------------------------------------------------------


def test_a_member_of_a_group_on_the_day_of_the_group() -> None:
    plan = roadmap(
        row("1", "Семинар", "16.10.2025", responsible="Методисты ОППМСиОО"),
        row("2", "Вебинар", "16.10.2025", responsible="Белкина Л.Н."),
        row("3", "Форум", "16.10.2025", responsible="Орлова В.П."),
        row("4", "Мониторинг", "16.10.2025", responsible="Петров В.Г."),  # spans only
        METHODISTS,
    )
    (finding,) = found(plan, "possible-clash")
    assert finding.rows == ("1", "2")
    assert finding.severity == "warning"
    assert "Белкина Л.Н. входит в группу «Методисты ОППМСиОО»" in finding.words


def test_fewer_initials_may_be_the_same_person() -> None:
    plan = roadmap(
        row("1", "Семинар", "16.10.2025", responsible="Иванова А.Б."),
        row("2", "Вебинар", "16.10.2025", responsible="А. Иванова"),
        row("3", "Форум", "16.10.2025", responsible="Иванова В."),
    )
    assert rows_of(found(plan, "possible-clash")) == {("1", "2")}
    assert found(plan, "person-clash") == []


# ---- two plans of one folder ---------------------------------------------------------------


def plans(*more: Record, **second: Any) -> list[Record]:
    return [
        head(id="А"),
        head(id="Б", **second),
        row("1", "Семинар", "16.10.2025", responsible=IVANOVA, plan="А"),
        *more,
    ]


def test_a_person_is_wanted_by_two_plans_on_one_day() -> None:
    folder = roadmap(
        *plans(
            row("7", "Форум", "16.10.2025", responsible=IVANOVA, plan="Б"),
            row("8", "Встреча", "17.10.2025", responsible=IVANOVA, plan="Б"),
        )
    )
    both = found(folder, "person-elsewhere")
    assert [(finding.plan, finding.rows) for finding in both] == [("А", ("1",)), ("Б", ("7",))]
    for finding in both:
        assert finding.severity == "error"
        assert "план «А»" in finding.words
        assert "план «Б»" in finding.words
        assert "20.10.2025" in finding.mend  # on the 17th the other plan wants them


def test_a_plan_audited_alone_is_still_held_against_the_others() -> None:
    folder = roadmap(*plans(row("1", "Форум", "16.10.2025", responsible=IVANOVA, plan="Б")))
    only = audit(folder, ["Б"])
    assert [(f.plan, f.rule) for f in only.findings] == [("Б", "person-elsewhere")]
    assert only.rows == {"Б": 1}


def test_one_event_in_two_plans_is_one_event() -> None:
    folder = roadmap(*plans(row("7", "Семинар", "16.10.2025", responsible=IVANOVA, plan="Б")))
    assert found(folder, "person-elsewhere") == []


@pytest.mark.parametrize("second", [{"reference": True}, {"parent": "А", "school": "ш1"}])
def test_a_plan_for_comparison_or_taken_from_the_other_wants_nobody(second: Any) -> None:
    other = row("7", "Форум", "16.10.2025", responsible=IVANOVA, plan="Б")
    assert found(roadmap(*plans(other, **second)), "person-elsewhere") == []


# ---- years without a calendar --------------------------------------------------------------


@pytest.mark.parametrize("year", [2019, 2036])
def test_a_clash_beyond_the_calendar_is_found_without_a_day_to_go_to(year: int) -> None:
    plan = roadmap(
        *two(f"16.10.{year}", f"16.10.{year}"),
        row("3", "Отчёт", "до 16.10.2026"),
        starts=date(year, 1, 1),
        ends=date(year, 12, 31),
    )
    (clash,) = found(plan, "person-clash")
    assert ".10." not in clash.mend


def test_the_working_day_before_may_lie_in_a_year_without_calendar() -> None:
    plan = roadmap(
        row("1", "Отчёт", "до 05.01.2020"), starts=date(2020, 1, 1), ends=date(2020, 12, 31)
    )
    (finding,) = found(plan, "day-off")
    assert "нет" in finding.mend


def test_what_is_computed_by_a_preliminary_calendar_says_so() -> None:
    plan = roadmap(
        *two("17.10.2028", "17.10.2028"),
        row("3", "Опрос", "10.10.2028"),
        row("4", "Форум", "12.10.2028", after=frozenset({"3"})),
        starts=date(2028, 1, 1),
        ends=date(2028, 12, 31),
    )
    (clash,) = found(plan, "person-clash")
    (lead,) = found(plan, "lead-time")
    assert "предварительный" in clash.mend
    assert "предварительный" in lead.words


# ---- order ---------------------------------------------------------------------------------


def test_waves_that_come_again_every_year_are_in_order() -> None:
    plan = roadmap(
        row("1", "Мониторинг (входящий)", "ежегодно, октябрь"),
        row("2", "Мониторинг (итоговый)", "ежегодно, май"),
        **FOUR_YEARS,
    )
    assert found(plan, "precedence") == []


def test_of_several_closings_the_last_is_that_of_the_plan() -> None:
    rows = [
        row("1", "Закрытие проекта в 2022 году", "20.05.2022"),
        row("2", "Семинар", "10.10.2022"),
        row("3", "Закрытие проекта", "18.05.2023"),
    ]
    assert found(roadmap(*rows, **FOUR_YEARS), "closing-last") == []
    late = row("4", "Встреча", "июнь 2023")
    assert rows_of(found(roadmap(*rows, late, **FOUR_YEARS), "closing-last")) == {("3", "4")}


def test_the_end_of_a_part_is_held_against_its_section() -> None:
    plan = roadmap(
        row("1", "Закрытие Школы молодого педагога", "20.04.2026", section="Школа"),
        row("2", "Семинар", "22.04.2026", section="Наставники"),
        row("3", "Итоговое заседание совета", "20.04.2026", section="Совет"),
        row("4", "Встреча совета", "22.04.2026", section="Совет"),
    )
    (finding,) = found(plan, "closing-last")
    assert finding.rows == ("3", "4")
    assert finding.severity == "warning"


def test_deadlines_and_months_that_are_over_before_the_order() -> None:
    plan = roadmap(
        row("1", "Отчёт", "до 10.09.2025"),
        row("2", "Сбор", "сентябрь 2025"),
        row("3", "Отбор", "октябрь 2025"),
        order_date=date(2025, 10, 2),
    )
    assert rows_of(found(plan, "before-order")) == {("1", "2")}


# ---- rows ----------------------------------------------------------------------------------


def test_numbers_may_begin_again_in_each_section() -> None:
    plan = roadmap(
        *(row(str(n), f"А{n}", "октябрь 2025", section="А") for n in (1, 2, 3)),
        *(row(str(n), f"Б{n}", "октябрь 2025", section="Б") for n in (1, 2, 4)),
    )
    assert [f.words for f in found(plan, "numbering")] == ["нет номера 3"]


def test_numbers_may_go_on_through_the_sections() -> None:
    plan = roadmap(
        *(row(str(n), f"А{n}", "октябрь 2025", section="А") for n in (1, 2)),
        *(row(str(n), f"Б{n}", "октябрь 2025", section="Б") for n in (3, 5, 5)),
    )
    words = [f.words for f in found(plan, "numbering")]
    assert words == ["нет номера 4", "номер 5 стоит дважды"]


def test_a_row_after_another_is_sought_in_its_own_section() -> None:
    plan = roadmap(
        row("1", "Опрос", "05.11.2025", section="А"),
        row("1", "Опрос", "01.10.2025", section="Б"),
        row("2", "Семинар", "16.10.2025", section="Б", after=frozenset({"1"})),
    )
    assert found(plan, "precedence") == []


def test_the_same_event_for_others_is_no_duplicate() -> None:
    plan = roadmap(
        row("1", "Консультация", "октябрь 2025", participants="наставники"),
        row("2", "Консультация", "октябрь 2025", participants="молодые педагоги"),
        row("3", "Консультация", "октябрь 2025", participants="кураторы"),
    )
    assert found(plan, "duplicate") == []


def test_an_event_longer_than_a_week_must_only_begin_and_end_on_working_days() -> None:
    plan = roadmap(
        row("1", "Курс", "13.10.2025-24.10.2025"),
        row("2", "Курс", "20.10.2025-01.11.2025"),  # a working Saturday
        row("3", "Курс", "20.10.2025-02.11.2025"),
        row("4", "Семинар", "17.10.2025-19.10.2025"),
    )
    assert rows_of(found(plan, "day-off")) == {("3",), ("4",)}


def test_a_month_of_autumn_does_not_come_again_in_a_plan_of_one_school_year() -> None:
    assert audit_roadmap(roadmap(row("1", "Отбор", "октябрь"), row("2", "Сбор", "май"))) == []


# ---- heads and sheets ----------------------------------------------------------------------


def test_a_plan_of_a_head_alone_is_not_called_sound() -> None:
    (finding,) = audit_roadmap(roadmap(head()))
    assert finding.rule == "no-rows"


def test_special_days_of_somebody_unknown_are_told() -> None:
    plan = roadmap(
        row("1", "Семинар", "16.10.2025", responsible="Отдел кадров, Иванова А.Б."),
        School(id="ш1", name="Школа № 1"),
        *(
            SpecialDays(who=who, kind=DaysKind.OFF, starts=date(2025, 12, 1))
            for who in ("Школа № 1", "ш1", "Отдел кадров", "УО", None, "Шкала № 1")
        ),
        WorkWeek(who="Никто", days=6),
    )
    words = [finding.words for finding in found(plan, "unknown-owner")]
    assert len(words) == 2
    assert "лист «Рабочая неделя»: «Никто»" in words[0]
    assert "лист «Особые дни»: «Шкала № 1»" in words[1]
