"""The days that an order of moving means: for an event, for a deadline, for a stretch of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from matchmaker.domain.changes import Change
from matchmaker.domain.events import Shift
from matchmaker.messages import reschedule as say
from matchmaker.roadmap.windows import Window
from matchmaker.roadmap.workdays.calendar import WorkingCalendar
from matchmaker.timetable.record import EventRecord

ONE_DAY = timedelta(1)


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why something cannot be moved so: the field that is wrong, and the words."""

    field: str
    wrong: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class OrderDays:
    """What days can be ordered.

    Attributes
    ----------
    first, last : nothing is moved to a day before or after them.
    """

    calendar: WorkingCalendar
    first: date
    last: date

    def of(self, change: Change, event: EventRecord | None, shift: Shift | None) -> Window | Unfit:
        """Where an order puts an event, or why it cannot.

        Parameters
        ----------
        event : as it stands now; nothing if it has no day yet.
        shift : where its row moves a deadline off a day that is not worked.

        Returns
        -------
        The first and the last day; of a deadline only a last one, as windows have it.
        """
        day = change.day
        if day is None:
            return Unfit("day", say.NEEDED(kind=change.kind.text()))
        if event is not None and event.kind == "span":
            return self._span(day, change.ends, event)
        if change.ends is not None:
            return Unfit("ends", say.ONLY_SPANS_END(), _shown(change.ends))
        if event is not None and event.kind == "deadline":
            return self._deadline(day, shift)
        if not self.first <= day <= self.last:
            return self._outside("day", day)
        if not self.calendar.is_working(day):
            return Unfit("day", say.NOT_WORKED(), _shown(day))
        return Window(day, day)

    def _deadline(self, day: date, shift: Shift | None) -> Window | Unfit:
        """A last day, moved off a day that is not worked as its row says."""
        if not self.first <= day <= self.last:
            return self._outside("day", day)
        later = shift is Shift.AFTER
        due = self.calendar.next_working(day) if later else self.calendar.previous_working(day)
        if not self.first <= due <= self.last:
            return Unfit("day", say.SHIFTS_OUTSIDE(due=_shown(due), **self._bounds()), _shown(day))
        return Window(None, due)

    def _span(self, day: date, end: date | None, event: EventRecord) -> Window | Unfit:
        """From the new first day as long as before, or to the last day that is stated."""
        # What runs already keeps its beginning and may be given another end.
        if not (self.first <= day <= self.last or day == event.starts):
            return self._outside("day", day)
        if end is None:
            end = self._as_long(day, event)
            if end is None:
                return Unfit("day", say.ENDS_OUTSIDE(last=_shown(self.last)), _shown(day))
        elif end < day:
            return Unfit("ends", say.SWAPPED(), _shown(end))
        elif not self.first <= end <= self.last:
            return self._outside("ends", end)
        return Window(day, end)

    def _as_long(self, day: date, event: EventRecord) -> date | None:
        """The last of as many working days as an event has; nothing if they do not fit."""
        left = sum(map(self.calendar.is_working, event.days))
        if not left:  # it lies in days off altogether
            end = day + (event.ends - event.starts)
            return end if self.first <= end <= self.last else None
        while day <= self.last:
            left -= self.calendar.is_working(day)
            if not left:
                return day if day >= self.first else None
            day += ONE_DAY
        return None

    def _outside(self, field: str, day: date) -> Unfit:
        return Unfit(field, say.OUTSIDE(**self._bounds()), _shown(day))

    def _bounds(self) -> dict[str, str]:
        return {"first": _shown(self.first), "last": _shown(self.last)}


def _shown(day: date) -> str:
    return f"{day:%d.%m.%Y}"
