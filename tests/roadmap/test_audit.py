"""Every rule of the audit: what it finds, and what it lets be."""

from __future__ import annotations

from datetime import date

import pytest

from matchmaker.domain.abbreviations import Abbreviation, PartyKind
from matchmaker.domain.days import DaysKind, SpecialDays
from matchmaker.domain.events import Demand, Event, Shift
from matchmaker.roadmap.audit import audit_roadmap, audit_rules
from matchmaker.text import speaking
from tests.roadmap.plans import found, head, roadmap, row, rows_of

IVANOVA = "Иванова А.Б., методист"


def test_every_rule_has_a_title_in_both_languages_and_a_name_of_its_own() -> None:
    rules = audit_rules()
    assert len({rule.name for rule in rules}) == len(rules)
    for rule in rules:
        assert all(rule.title.both)


def test_a_sound_plan_has_no_findings() -> None:
    plan = roadmap(
        row("1", "Семинар для наставников", "16.10.2025", participants="наставники"),
        row("2", "Мониторинг", "20.10.2025 – 24.10.2025"),
        row("3", "Итоговая конференция", "14.05.2026"),
        order_date=date(2025, 9, 1),
        newest_act=date(2025, 6, 1),
    )
    assert audit_roadmap(plan) == []


# ---- one person in two places -----------------------------------------------------------


@pytest.mark.parametrize(
    "second",
    [
        row("2", "Заседание совета", "16.10.2025", responsible="А.Б. Иванова"),
        row("2", "Курс повышения квалификации", "15.10.2025-17.10.2025", responsible=IVANOVA),
        row("2", "Вебинар", "16 октября 2025 г.", responsible="Петров В.Г., Иванова А. Б."),
    ],
)
def test_a_person_is_at_two_events_on_one_day(second: Event) -> None:
    plan = roadmap(row("1", "Семинар", "16.10.2025", responsible=IVANOVA), second)
    assert rows_of(found(plan, "person-clash")) == {("1", "2")}


@pytest.mark.parametrize(
    "second",
    [
        row("2", "Мониторинг", "16.10.2025", responsible=IVANOVA),  # spans only
        row("2", "Семинар", "17.10.2025", responsible=IVANOVA),
        row("2", "Семинар", "октябрь 2025", responsible=IVANOVA),  # some day of it
        row("2", "Семинар", "16.10.2025", responsible="Иванова В.Г."),  # another one
        row("2", "Семинар", "16.10.2025", responsible="УО"),
        row("2", "Семинар", "16.10.2025", responsible=IVANOVA, demand=Demand.SPANS),
    ],
)
def test_no_clash_of_a_person(second: Event) -> None:
    plan = roadmap(row("1", "Семинар", "16.10.2025", responsible=IVANOVA), second)
    assert found(plan, "person-clash") == []


def test_the_free_day_of_the_mend_is_worked_and_free() -> None:
    plan = roadmap(
        row("1", "Семинар", "01.11.2025", responsible=IVANOVA),
        row("2", "Совещание", "01.11.2025", responsible=IVANOVA),
        row("3", "Вебинар", "05.11.2025", responsible=IVANOVA),
    )
    (clash,) = found(plan, "person-clash")
    assert "06.11.2025" in clash.mend  # 2–4 November are off, the 5th is taken


def test_two_hours_of_one_day_are_a_warning() -> None:
    first = row("1", "Семинар", "16.10.2025 в 10:00", responsible=IVANOVA)
    later = row("2", "Вебинар", "16.10.2025 в 15:00", responsible=IVANOVA)
    (clash,) = found(roadmap(first, later), "person-clash")
    assert clash.severity == "warning"
    same = row("2", "Вебинар", "16.10.2025 в 10:00", responsible=IVANOVA)
    (clash,) = found(roadmap(first, same), "person-clash")
    assert clash.severity == "error"


# ---- the same participants --------------------------------------------------------------


def test_a_council_of_young_teachers_are_young_teachers() -> None:
    plan = roadmap(
        row("1", "Школа молодого педагога", "13.10.2025-17.10.2025"),
        row("2", "Заседание Совета молодых педагогов", "15.10.2025"),
        row("3", "Семинар", "15.10.2025", participants="наставники"),
    )
    assert rows_of(found(plan, "participants-clash")) == {("1", "2")}


def test_stated_participants_go_before_words() -> None:
    plan = roadmap(
        row("1", "Школа молодого педагога", "13.10.2025", participants="наставники"),
        row("2", "Заседание Совета молодых педагогов", "13.10.2025"),
    )
    assert found(plan, "participants-clash") == []


def test_the_word_list_tells_a_survey_of_four_days_from_a_course_of_five() -> None:
    plan = roadmap(
        row("1", "Мониторинг готовности молодых педагогов", "13.10.2025-16.10.2025"),
        row("2", "Курс для молодых педагогов", "13.10.2025-17.10.2025"),
    )
    assert found(plan, "participants-clash") == []
    said = roadmap(
        row("1", "Мониторинг молодых", "13.10.2025-16.10.2025", demand=Demand.OCCUPIES),
        row("2", "Курс для молодых педагогов", "13.10.2025-17.10.2025"),
    )
    assert rows_of(found(said, "participants-clash")) == {("1", "2")}


# ---- order, closing, opening ---------------------------------------------------------------


def test_a_closing_must_be_last() -> None:
    late = row("2", "Мониторинг", "18-22 мая 2026")
    assert found(roadmap(row("1", "Закрытие проекта", "22.05.2026"), late), "closing-last") == []
    plan = roadmap(row("1", "Официальное закрытие проекта", "21.05.2026"), late)
    assert rows_of(found(plan, "closing-last")) == {("1", "2")}


def test_an_order_cites_only_older_acts() -> None:
    plan = roadmap(
        row("1", "Семинар", "16.10.2025"),
        order_date=date(2015, 9, 1),
        newest_act=date(2025, 8, 6),
    )
    (finding,) = found(plan, "order-before-acts")
    assert finding.severity == "error"
    assert finding.rows == ()
    assert "01.09.2015" in finding.words
    assert "06.08.2025" in finding.words


def test_events_before_their_order() -> None:
    plan = roadmap(
        row("1", "Мониторинг", "13.09.2025-08.10.2025"),
        row("2", "Семинар", "сентябрь 2025"),  # may still come after it
        order_date=date(2025, 9, 20),
    )
    assert rows_of(found(plan, "before-order")) == {("1",)}
    assert rows_of(found(plan, "late-order")) == {()}


def test_what_a_row_says_it_follows() -> None:
    plan = roadmap(
        row("1", "Диагностика", "13.10.2025-17.10.2025"),
        row("2", "Семинар", "16.10.2025", after=frozenset({"1"})),
        row("3", "Вебинар", "23.10.2025", after=frozenset({"1"})),
        row("4", "Форум", "24.10.2025", after=frozenset({"1"}), lead_days=4),
    )
    assert rows_of(found(plan, "precedence")) == {("1", "2")}
    (lead,) = found(plan, "lead-time")  # 20, 21, 22 October, five are usual
    assert tuple(sorted(lead.rows)) == ("1", "3")
    assert "3 рабочих дня" in lead.words


def test_the_final_wave_comes_after_the_first() -> None:
    plan = roadmap(
        row("1", "Мониторинг (итоговый)", "октябрь 2025"),
        row("2", "Мониторинг (входящий)", "ноябрь 2025"),
    )
    assert rows_of(found(plan, "precedence")) == {("1", "2")}


# ---- dates ---------------------------------------------------------------------------------


def test_outside_the_plan_wholly_partly_and_for_the_last_time() -> None:
    plan = roadmap(
        row("1", "Семинар", "16.10.2024"),
        row("2", "Сопровождение", "2025-2027 гг."),
        row("3", "Отчёт", "август"),
        row("4", "Встреча", "октябрь 2025"),
        starts=date(2025, 1, 1),
        ends=date(2026, 6, 30),
    )
    severity = {f.rows: f.severity for f in found(plan, "outside-plan")}
    assert severity == {("1",): "error", ("2",): "warning", ("3",): "note"}


def test_an_impossible_date_is_an_error_that_quotes_it() -> None:
    plan = roadmap(row("1", "Семинар", "31 сентября"), row("2", "Отчёт", "когда-нибудь"))
    assert rows_of(found(plan, "unclear-date")) == {("1",), ("2",)}
    assert all(f.severity == "error" for f in found(plan, "unclear-date"))
    assert "31 сентября" in found(plan, "unclear-date")[0].words


def test_deadlines_on_days_off_move_as_their_row_says() -> None:
    plan = roadmap(
        row("1", "Отчёт", "до 16.11.2025"),
        row("2", "Сведения по закону", "до 16.11.2025", shift=Shift.AFTER),
        row("3", "Отчёт", "до 17.11.2025"),
    )
    mends = {f.rows: f.mend for f in found(plan, "day-off")}
    assert set(mends) == {("1",), ("2",)}
    assert "14.11.2025" in mends["1",]
    assert "17.11.2025" in mends["2",]


def test_local_days_off_count() -> None:
    plan = roadmap(
        row("1", "Семинар", "20.01.2026"),
        SpecialDays(kind=DaysKind.OFF, starts=date(2026, 1, 20), name="мороз −38°"),
    )
    (finding,) = found(plan, "day-off")
    assert "мороз" in finding.words


def test_a_year_beyond_the_calendar_is_not_guessed() -> None:
    plan = roadmap(
        row("1", "Отчёт", "до 01.06.2059"), starts=date(2058, 1, 1), ends=date(2059, 12, 31)
    )
    assert found(plan, "day-off") == []


def test_undated_rows_are_one_finding() -> None:
    plan = roadmap(row("1", "А"), row("2", "Б", "октябрь 2025"), row("3", "В"))
    assert rows_of(found(plan, "undated")) == {("1", "3")}


def test_a_plan_without_period_is_said_so() -> None:
    plan = roadmap(row("1", "А", "ежегодно"), starts=None, ends=None)
    assert rows_of(found(plan, "no-period")) == {()}


# ---- rows and cells ------------------------------------------------------------------------


def test_a_meeting_held_twice_is_no_duplicate() -> None:
    plan = roadmap(
        row("1", "Заседание совета", "16.10.2025"),
        row("2", "Заседание совета", "22.01.2026"),
        row("3", "Банк программ.", "октябрь 2025"),
        row("4", "«Банк программ»", "октябрь 2025"),
    )
    assert rows_of(found(plan, "duplicate")) == {("3", "4")}


def test_numbers_missing_and_numbers_twice() -> None:
    plan = roadmap(*(row(n, f"Событие {n}") for n in ("1.1", "1.2", "1.5", "2.1", "2.1", "П1")))
    words = [f.words for f in found(plan, "numbering")]
    assert words == ["нет номеров 1.3–1.4", "номер 2.1 стоит дважды"]


def test_a_date_among_the_responsible() -> None:
    plan = roadmap(row("1", "А", "октябрь 2025", responsible="ОО, постоянно"))
    assert rows_of(found(plan, "date-elsewhere")) == {("1",)}


def test_nobody_responsible() -> None:
    plan = roadmap(row("1", "А", "октябрь 2025", responsible=None))
    assert rows_of(found(plan, "nobody-responsible")) == {("1",)}


def test_the_sheet_of_abbreviations_decides_what_is_one_body() -> None:
    rows = [
        row("1", "А", "октябрь 2025", responsible="МЦН"),
        row("2", "Б", "октябрь 2025", responsible="МНЦ"),
        row("3", "В", "октябрь 2025", responsible="НМЦ"),
    ]
    assert rows_of(found(roadmap(*rows), "two-names")) == {("2",)}
    apart = Abbreviation(name="МНЦ", meaning="научный центр", kind=PartyKind.BODY)
    assert found(roadmap(*rows, apart), "two-names") == []


def test_the_load_of_one_person() -> None:
    days = ("02", "07", "09", "14", "16")
    plan = roadmap(
        *(row(str(n), f"Семинар {n}", f"{day}.10.2025", responsible=IVANOVA)
          for n, day in enumerate(days, start=1))
    )  # fmt: skip
    (finding,) = found(plan, "load")
    assert "Иванова А.Б.: 5 из 5" in finding.words
    assert "10.2025 — 5" in finding.words


def test_personal_data_on_a_site() -> None:
    plan = roadmap(
        row("1", "А", "октябрь 2025", result="Размещение персонализированных программ на сайте"),
        row("2", "Б", "октябрь 2025", result="Размещение положения на сайте"),
    )
    assert rows_of(found(plan, "personal-data")) == {("1",)}


def test_years_in_the_name_of_a_plan() -> None:
    plan = roadmap(
        head(id="План 2025–2028(29)", starts=date(2025, 1, 1), ends=date(2028, 12, 31)),
        row("1", "А", "2025–2028", plan="План 2025–2028(29)"),
    )
    (finding,) = found(plan, "several-periods")
    assert "2025–2029" in finding.words


def test_the_audit_speaks_english() -> None:
    plan = roadmap(row("1", "А", "31 сентября"), row("3", "Б"))
    with speaking("en"):
        words = [f"{f.words} {f.mend}" for f in audit_roadmap(plan)]
    assert any("no such day" in one for one in words)
    assert any("row has no date" in one for one in words)
