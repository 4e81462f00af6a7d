"""Mends are right: who follows one has one finding less, and no other clash."""

from __future__ import annotations

import re
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaker.domain.events import Event
from matchmaker.domain.roadmap import Roadmap
from matchmaker.roadmap.audit import audit_roadmap
from matchmaker.roadmap.workdays.calendar import WorkingCalendar
from tests.roadmap.plans import found, roadmap, row

CLASHES = ("person-clash", "participants-clash")
MOVE = re.compile(r"пункт (?P<row>\d+),? (?:например, )?на (?P<day>\d\d\.\d\d\.\d{4})")
FIRST = date(2025, 10, 13)


def clashes(plan: Roadmap) -> set[tuple[str, tuple[str, ...]]]:
    return {(f.rule, f.rows) for f in audit_roadmap(plan) if f.rule in CLASHES}


@st.composite
def events(draw: st.DrawFn) -> list[Event]:
    """A few events of three weeks with autumn holidays, of one to three days."""
    rows = []
    for number in range(1, draw(st.integers(2, 6)) + 1):
        starts = FIRST + timedelta(days=draw(st.integers(0, 24)))
        ends = starts + timedelta(days=draw(st.integers(0, 2)))
        who = draw(st.sets(st.sampled_from(["Иванова А.Б.", "Петров В.Г."]), min_size=1))
        whom = draw(st.sampled_from(["наставники", "молодые педагоги", None]))
        rows.append(
            row(
                str(number),
                f"Семинар {number}",
                f"{starts:%d.%m.%Y}-{ends:%d.%m.%Y}" if ends > starts else f"{starts:%d.%m.%Y}",
                responsible=", ".join(sorted(who)),
                participants=whom,
            )
        )
    return rows


@settings(max_examples=80, deadline=None)
@given(events())
def test_who_moves_a_row_as_told_has_no_clash_of_it_left(rows: list[Event]) -> None:
    plan = roadmap(*rows)
    before = clashes(plan)
    calendar = WorkingCalendar()
    for finding in audit_roadmap(plan):
        move = MOVE.search(finding.mend) if finding.rule in CLASHES else None
        if move is None:
            continue
        event = next(event for event in rows if event.number == move["row"])
        assert event.dates
        first, _, last = event.dates.partition("-")
        length = (_day(last) - _day(first)).days if last else 0
        starts = _day(move["day"])
        days = [starts + timedelta(days=step) for step in range(length + 1)]
        assert all(calendar.is_working(day) for day in days)
        dates = f"{days[0]:%d.%m.%Y}-{days[-1]:%d.%m.%Y}" if length else f"{days[0]:%d.%m.%Y}"
        moved = event.model_copy(update={"dates": dates})
        after = clashes(roadmap(*(moved if one is event else one for one in rows)))
        assert after < before
        assert not any(event.number in labels for _, labels in after)


@settings(max_examples=60, deadline=None)
@given(st.dates(date(2020, 1, 15), date(2027, 12, 15)), st.booleans())
def test_who_moves_a_date_off_a_day_off_as_told_has_it_worked(day: date, deadline: bool) -> None:
    def of(words: str) -> Roadmap:
        return roadmap(
            row("1", "Отчёт" if deadline else "Семинар", words),
            starts=date(2019, 1, 1),
            ends=date(2028, 12, 31),
        )

    word = "до " if deadline else ""
    for finding in found(of(f"{word}{day:%d.%m.%Y}"), "day-off"):
        to = re.search(r"\d\d\.\d\d\.\d{4}", finding.mend)
        assert to
        assert found(of(f"{word}{to[0]}"), "day-off") == []


def _day(words: str) -> date:
    day, month, year = words.split(".")
    return date(int(year), int(month), int(day))
