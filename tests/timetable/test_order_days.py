"""Where orders of moving put deadlines and stretches, on days drawn at random."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some

from matchmaker.domain.changes import Change, ChangeKind
from matchmaker.domain.events import Shift
from matchmaker.domain.roadmap import Roadmap
from matchmaker.roadmap.windows import Window
from matchmaker.roadmap.workdays.calendars import calendars_of
from matchmaker.timetable.order_days import OrderDays, Unfit
from matchmaker.timetable.record import EventRecord

YEAR = date(2021, 9, 1), date(2022, 5, 31)
CALENDAR = calendars_of(Roadmap()).of(None)
DAYS = some.dates(date(2021, 8, 1), date(2022, 6, 30))


def known(kind: str, starts: date, ends: date) -> EventRecord:
    facts = {"id": "1", "plan": "p", "number": "1", "title": "t", "public_title": "t"}
    return EventRecord.model_validate({**facts, "kind": kind, "starts": starts, "ends": ends})


def worked(starts: date, ends: date) -> int:
    return sum(map(CALENDAR.is_working, known("span", starts, ends).days))


@given(DAYS, some.dates(*YEAR), some.integers(0, 60), some.dates(*YEAR))
def test_a_stretch_keeps_its_working_days_within_the_bounds(
    day: date, first: date, length: int, starts: date
) -> None:
    span = known("span", starts, starts + timedelta(length))
    order = Change(kind=ChangeKind.MOVE, day=day)
    found = OrderDays(CALENDAR, first, YEAR[1]).of(order, span, None)
    long = worked(starts, span.ends)
    ends = [
        end
        for end in (YEAR[0] + timedelta(n) for n in range((YEAR[1] - YEAR[0]).days + 1))
        if end >= max(day, first)
        and (
            worked(day, end) == long and CALENDAR.is_working(end)
            if long
            else end - day == span.ends - starts
        )
    ]
    allowed = first <= day <= YEAR[1] or day == starts
    assert found == Window(day, ends[0]) if allowed and ends else isinstance(found, Unfit)


@given(DAYS, some.dates(*YEAR), some.sampled_from([None, *Shift]))
def test_a_deadline_stands_on_a_working_day_on_the_side_its_row_says(
    day: date, first: date, shift: Shift | None
) -> None:
    order = Change(kind=ChangeKind.MOVE, day=day)
    deadline = known("deadline", YEAR[1], YEAR[1])
    found = OrderDays(CALENDAR, first, YEAR[1]).of(order, deadline, shift)
    if isinstance(found, Unfit):
        assert found.field == "day"
        assert not first <= day <= YEAR[1] or not CALENDAR.is_working(day)
        return
    assert isinstance(found, Window)
    assert found.start is None
    due = found.end
    assert due is not None
    assert CALENDAR.is_working(due)
    assert (due >= day) if shift is Shift.AFTER else (due <= day)
    assert worked(min(day, due), max(day, due)) == 1
    assert first <= due <= YEAR[1]
