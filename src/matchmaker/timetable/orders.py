"""What the rows of the table of changes ask of a timetable, once it is clear whom they mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from matchmaker.domain.changes import Change, ChangeKind
from matchmaker.errors import InputError, Issue
from matchmaker.messages import reschedule as say
from matchmaker.roadmap.parties.persons import persons
from matchmaker.roadmap.rows import PlanReading
from matchmaker.roadmap.windows import Window
from matchmaker.roadmap.workdays.calendar import WorkingCalendar
from matchmaker.timetable.called_off import CalledOff
from matchmaker.timetable.contradictions import contradictions
from matchmaker.timetable.names import Events, People, WhoKind, main_id
from matchmaker.timetable.order_days import OrderDays, Unfit
from matchmaker.timetable.ordered import Block, Orders
from matchmaker.timetable.record import EventRecord, Timetable
from matchmaker.timetable.staffing import Staffing

_OF_WHOM: dict[ChangeKind, tuple[WhoKind, ...]] = {
    ChangeKind.DAY_OFF: ("school", "person", "body", "venue"),
    ChangeKind.QUARANTINE: ("school",),
    ChangeKind.AWAY: ("person", "body"),
    ChangeKind.CLOSED: ("venue",),
}
"""Whose days each kind of change takes."""


def understand(
    changes: Sequence[Change],
    plans: Sequence[PlanReading],
    before: Timetable,
    on: date,
    calendar: WorkingCalendar,
    gone: Mapping[str, CalledOff],
) -> Orders:
    """Take changes in their order; what was obeyed in a former edition is obeyed still.

    Parameters
    ----------
    before : the timetable people have, with the changes that it has obeyed.
    on : the day of the change: nothing can be moved to a day before it.
    gone : what former editions have cancelled, by ID: a move brings it back.

    Raises
    ------
    InputError
        with every cell that is missing, names nobody or cannot be obeyed.
    """
    reading = _Understanding(plans, before, on, calendar, gone)
    for change in before.changes:
        reading.obey_still(change)
    known = len(reading.orders.settled)
    for change in changes:
        # What somebody noted beside a change («больничный») is nobody else's matter.
        reading.take(change.model_copy(update={"note": None}))
    reading.issues += contradictions(reading.orders.settled[known:])
    if reading.issues:
        raise InputError(reading.issues)
    return reading.orders


class _Understanding:
    def __init__(
        self,
        plans: Sequence[PlanReading],
        before: Timetable,
        on: date,
        calendar: WorkingCalendar,
        gone: Mapping[str, CalledOff],
    ) -> None:
        self.plans, self.on, self.calendar = plans, on, calendar
        self.before = {event.id: event for event in before.events}
        self.gone = gone
        self.period = before.period
        self.people, self.events = People(plans), Events(before, gone.values())
        self.orders = Orders()
        self.staffing = Staffing(plans, self.orders.rows)
        self.issues: list[Issue] = []
        self._take: dict[ChangeKind, Callable[[Change], None]] = {
            ChangeKind.CANCEL: self._cancel,
            ChangeKind.MOVE: self._move,
            ChangeKind.PIN: self._pin,
            ChangeKind.ADD: self._staff,
            ChangeKind.REPLACE: self._staff,
        }

    def take(self, change: Change) -> None:
        """Obey one row, or say why that cannot be."""
        if change.starts and change.ends and change.ends < change.starts:
            self._wrong(change, "ends", say.SWAPPED(), f"{change.ends:%d.%m.%Y}")
        elif change.kind in _OF_WHOM:
            self._block(change)
        elif change.kind is ChangeKind.HOLIDAYS:  # they are in the calendar already
            self.orders.settled.append(change)
        else:
            self._take[change.kind](change)

    def obey_still(self, change: Change) -> None:
        """Obey what a former edition has obeyed; a day or a pin stands in its events already."""
        if change.kind in _OF_WHOM:
            known = len(self.issues)
            self._block(change)
            del self.issues[known:]  # whom no plan names any more is wanted by no event
            return
        self.orders.settled.append(change)
        event = self.before.get(change.event or "")
        if change.kind is ChangeKind.CANCEL and change.event:
            self.orders.cancelled.add(change.event)
            return
        if change.kind is ChangeKind.MOVE:
            self.orders.cancelled.discard(change.event or "")
        if event is None:
            return
        if change.kind is ChangeKind.MOVE and event.kind != "event":
            # The roadmap has other days, so what was ordered is to be said once more.
            first = event.starts if event.kind == "span" else None
            self.orders.dated[event.id] = Window(first, event.ends)
        elif change.kind in {ChangeKind.ADD, ChangeKind.REPLACE} and change.who is not None:
            self.staffing.put(event, change.who, change.instead)

    def _settle(self, change: Change, event: str, **facts: str | date | None) -> None:
        self.orders.settled.append(change.model_copy(update={"event": event, **facts}))

    def _wrong(
        self, change: Change, column: str, wrong: str, value: str = "", right: str = ""
    ) -> None:
        self.issues.append(Issue(change.at(column), wrong, right, value))

    def _block(self, change: Change) -> None:
        """Days off for somebody or everybody."""
        who = None
        if change.who:
            who = self.people.find(change.who, _OF_WHOM[change.kind])
            if who is None:
                self._wrong(change, "who", say.UNKNOWN_WHO[change.kind](), change.who)
        elif change.kind is not ChangeKind.DAY_OFF:
            self._wrong(change, "who", say.NEEDED(kind=change.kind.text()))
        if change.starts is None or change.last is None:
            self._wrong(change, "starts", say.NEEDED(kind=change.kind.text()))
        elif who is not None or not change.who:
            self.orders.blocks.append(Block(who, change.starts, change.last, change.kind))
            self.orders.settled.append(change)

    def _event(self, change: Change) -> EventRecord | None:
        """The one event that a row names, if it takes place on days and is not over."""
        found = self._named(change)
        if found is None:
            return None
        event = self.before.get(found)
        if event is None or event.kind != "event":
            self._wrong(change, "event", say.NO_DAY_OF_ITS_OWN(), change.event or "")
            return None
        return None if self._over(change, event) else event

    def _over(self, change: Change, event: EventRecord) -> bool:
        """Whether an event is over, which is told."""
        if event.ends >= self.on:
            return False
        self._wrong(change, "event", say.IS_OVER(day=f"{event.ends:%d.%m.%Y}"), event.number)
        return True

    def _named(self, change: Change) -> str | None:
        if not change.event:
            self._wrong(change, "event", say.NEEDED(kind=change.kind.text()))
            return None
        found = self.events.find(change.event)
        if len(found) == 1:
            if found[0] in self.gone and change.kind is not ChangeKind.MOVE:
                self._wrong(change, "event", say.IS_OFF(), change.event, say.IS_OFF_MEND())
                return None
            if main_id(found[0]) == found[0]:
                return found[0]
            self._wrong(change, "event", say.FOLLOWS(), change.event)
            return None
        wrong = say.SEVERAL_EVENTS(ids="; ".join(found)) if found else say.UNKNOWN_EVENT()
        self._wrong(change, "event", wrong, change.event)
        return None

    def _cancel(self, change: Change) -> None:
        found = self._named(change)
        event = self.before.get(found or "")
        if found is not None and not (event and self._over(change, event)):
            self.orders.cancelled.add(found)
            self._settle(change, found)

    def _move(self, change: Change) -> None:
        """Another day for an event, also for one that had none, for a deadline or a stretch."""
        found = self._named(change)
        event = self.before.get(found or "")
        if event and self._over(change, event):
            return
        if event is None and isinstance(off := self.gone.get(found or ""), EventRecord):
            event = off
        row = self.staffing.row(event) if event else None
        bounds = OrderDays(self.calendar, max(self.on, self.period[0]), self.period[1])
        days = bounds.of(change, event, row.event.shift if row else None)
        if isinstance(days, Unfit):
            self._wrong(change, days.field, days.wrong, days.value)
            return
        self.orders.cancelled.discard(found or "")
        if event and event.kind != "event":
            self.orders.dated[event.id] = days
            self._settle(change, event.id, day=days.start or days.end, ends=days.start and days.end)
        elif found is not None and days.start is not None:
            self.orders.moved[found] = days.start
            self._settle(change, found)

    def _pin(self, change: Change) -> None:
        event = self._event(change)
        if event is None:
            return
        if change.day not in {None, event.starts}:
            wrong = say.PIN_MOVES(day=f"{event.starts:%d.%m.%Y}")
            self._wrong(change, "day", wrong, f"{change.day:%d.%m.%Y}", say.PIN_MOVES_MEND())
        else:
            self.orders.pinned.add(event.id)
            self._settle(change, event.id)

    # ---- people ---------------------------------------------------------------------------

    def _staff(self, change: Change) -> None:
        """Somebody more, or instead of another, at one event or at all of the other's."""
        new = next(persons(change.who or ""), None)
        if new is None:
            self._wrong(change, "who", say.NAME_OF_PERSON(), change.who or "")
        old = None
        if change.kind is ChangeKind.REPLACE:
            if change.instead:
                old = self.people.find(change.instead, ("person",))
            if old is None:
                wrong = (
                    say.UNKNOWN_PERSON() if change.instead else say.NEEDED(kind=change.kind.text())
                )
                self._wrong(change, "instead", wrong, change.instead or "")
                return
        events = self._of_staff(change, old.name if old else None)
        if new is not None:
            for event in events:
                instead = old.name if old else None
                self.staffing.put(event, new.name, instead)
                self._settle(change, event.id, who=new.name, instead=instead)

    def _of_staff(self, change: Change, old: str | None) -> list[EventRecord]:
        """The events that a row about people concerns: not over, and in its days."""
        if change.event or old is None:
            event = self._event(change)
            if event is None:
                return []
            if old is not None and not self.staffing.leads(old, event):
                self._wrong(change, "instead", say.NOT_THEIRS(row=event.number), old)
                return []
            return [event]
        first, last = change.starts or self.on, change.last or date.max
        found = [
            event
            for event in self.before.values()
            if event.kind == "event"
            and event.ends >= self.on
            and first <= event.starts <= last
            and self.staffing.leads(old, event)
        ]
        if not found:
            self._wrong(change, "instead", say.NO_EVENTS_OF(), old)
        return found
