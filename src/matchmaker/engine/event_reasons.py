"""Why an event of a timetable stands on its day, and what another day would cost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from matchmaker.domain.roadmap import Roadmap
from matchmaker.engine.edition import Reading
from matchmaker.engine.unplaced import (
    find_reason,
    item_name,
    mends_words,
    reason_words,
    resource_names,
    week_words,
)
from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import event_reasons as say
from matchmaker.results.timetable_load import shared
from matchmaker.roadmap.windows import Window
from matchmaker.solvers.timetable.reasons import alternatives
from matchmaker.timetable import Placement, Placements, check_placements
from matchmaker.timetable.away import blocked_grains
from matchmaker.timetable.choices import choices
from matchmaker.timetable.names import Events
from matchmaker.timetable.record import EventRecord, Timetable, UnplacedRecord
from matchmaker.timetable.replan import Replan, replanned
from matchmaker.timetable.standing import standing
from matchmaker.timetable.write import resource_name

Why = Literal[
    "over", "span", "deadline", "pinned", "only", "known", "named", "nearest", "wished", "free"
]


@dataclass(frozen=True, slots=True)
class Blocker:
    """What holds a day: another event, who is away, or hours that are reserved in its week.

    Attributes
    ----------
    who : people, groups, participants and venues that both want; empty if order forbids it.
    """

    name: str
    who: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BlockedDay:
    """A day that the event might have had, and what holds it."""

    day: date
    by: tuple[Blocker, ...]


@dataclass(frozen=True, slots=True)
class OtherDay:
    """Another day that breaks no limit, the other events staying where they are.

    Attributes
    ----------
    people : who would lead, where that is to be chosen.
    costs : what each level would cost more than now.
    """

    starts: date
    ends: date
    people: tuple[str, ...]
    costs: dict[str, int]


@dataclass(frozen=True, slots=True)
class EventReasons:
    """All that can be said of one event.

    Attributes
    ----------
    why : why it has its day; nothing of an event without one.
    shared : other events of its days, and how many people are wanted at both.
    words : the same as a sentence; of an event without a day the reason.
    """

    event: EventRecord | UnplacedRecord
    why: Why | None
    words: str
    blocked: tuple[BlockedDay, ...] = ()
    others: tuple[OtherDay, ...] = ()
    mends: tuple[str, ...] = ()
    shared: tuple[tuple[EventRecord, int], ...] = ()


def explain_event(timetable: Timetable, roadmap: Roadmap, words: str) -> EventReasons:
    """Say why an event has its day, or none.

    Parameters
    ----------
    roadmap : the one that the timetable was made of.
    words : ID of the event, its plan and number, or its number if no other event has it.

    Raises
    ------
    InputError
        if there is no such event, several are so called, or the roadmap is another one.
    """
    if timetable.roadmap != roadmap.fingerprint:
        raise InputError([Issue(Place(), say.STALE(), say.STALE_MEND())])
    ids = Events(timetable).find(words)
    if len(ids) != 1:
        wrong = say.SEVERAL(ids="; ".join(ids)) if ids else say.NO_SUCH_EVENT()
        raise InputError([Issue(Place(), wrong, value=words)])
    missing = {one.id: one for one in timetable.unplaced}
    if ids[0] not in missing:
        event = next(one for one in timetable.events if one.id == ids[0])
        if event.kind != "event" or event.state == "history":
            why: Why = "over" if event.state == "history" else event.kind  # type: ignore[assignment]
            return EventReasons(event, why, _why_words(why, event))
        return _Standing(timetable, roadmap).placed(event)
    return _Standing(timetable, roadmap).missing(missing[ids[0]])


def _why_words(why: Why, event: EventRecord) -> str:
    return say.WHY[why](dates=event.verbatim or say.NO_DATES())


class _Standing:
    """A timetable laid over the program it answers."""

    def __init__(self, timetable: Timetable, roadmap: Roadmap) -> None:
        reading = Reading(timetable, roadmap, (), timetable.since or date.min)
        self.timetable = timetable
        self.blocks = reading.orders.blocks
        self.unblocked = reading.program.program.items
        self.since = timetable.since or date.min
        self.replan: Replan = replanned(reading.program, reading.known, reading.orders)
        self.events = self.replan.events
        self.program = self.events.program
        self.position = {one.id: at for at, one in enumerate(self.events.items)}
        self.placements: Placements = standing(
            self.events, {event.id: event for event in timetable.events}
        )
        fixed = self.replan.history.keys() | self.replan.cancelled
        nobodys = [self.position[id_] for id_ in fixed & self.position.keys()]
        for at in (*nobodys, *range(len(self.events.items), len(self.placements))):
            self.placements[at] = Placement(int(self.program.items[at].starts[0]))
        self.now = self.program.costs(self.placements)

    def placed(self, event: EventRecord) -> EventReasons:
        """Why this day, what holds the others, what they would cost."""
        at = self.position[event.id]
        others = tuple(self._others(at))
        blocked = tuple(self._blocked(at))
        why = self._why(at, event, others)
        words = _why_words(why, event)
        same_day = shared(self.timetable, event)
        return EventReasons(event, why, words, blocked, others, shared=same_day)

    def missing(self, row: UnplacedRecord) -> EventReasons:
        """Why no day, and all that would give it one."""
        at = self.position.get(row.id)
        if at is None:  # a row without dates is no item
            return EventReasons(row, None, row.reason, mends=(row.mend,))
        reason = find_reason(self.events, self.placements, at, self.replan.possible(at))
        words = reason_words(self.events, at, reason, self.replan.away)
        blocked = tuple(self._blocked(at))
        return EventReasons(row, None, words, blocked, mends=mends_words(self.events, at, reason))

    def _why(self, at: int, event: EventRecord, others: tuple[OtherDay, ...]) -> Why:
        one = self.events.items[at]
        if event.pinned and len(self.program.items[at].starts) == 1:
            return "pinned"
        if not others:
            return "only"
        if event.state == "published":
            return "known"
        if one.named is None or one.kept(event.starts, event.ends):
            return "named" if one.published else "free"
        own = self._distance(one.named, event.starts)
        nearer = [
            other
            for other in self._every_other(at)
            if self._distance(one.named, other.starts) < own
        ]
        return "wished" if nearer else "nearest"

    def _distance(self, named: Window, day: date) -> int:
        """How many working days lie between a day and those that are named."""
        first, last = named.start or date.min, named.end or date.max
        days, own = self.events.days, _position(self.events.days, day)
        return max(_position(days, first) - own, own - _position(days, last), 0)

    def _others(self, at: int, most: int = 5) -> Iterator[OtherDay]:
        item, days = self.program.items[at], self.events.days
        for found in alternatives(self.program, self.placements, at, most):
            start = found.placement.start
            chosen = [one for some in found.placement.chosen for one in some]
            keys = [self.program.resources[one].key for one in chosen]
            more = {name: cost - self.now[name] for name, cost in found.costs.items()}
            yield OtherDay(
                days[start],
                days[start + item.duration - 1],
                tuple(resource_name(key) for key in keys if key.startswith("person:")),
                more,
            )

    def _every_other(self, at: int) -> Iterator[OtherDay]:
        return self._others(at, most=len(self.program.items[at].starts))

    def _blocked(self, at: int) -> Iterator[BlockedDay]:
        """Days on which it might begin but for others; the nearest to its own day first."""
        now = self.placements[at]
        starts = {*self.program.items[at].starts.tolist(), *self._taken(at)}
        middle = now.start if now else min(starts, default=0)
        for grain in sorted(starts, key=lambda one: (abs(one - middle), one)):
            if now is None or grain != now.start:
                by = self._taken(at).get(grain) or self._in_the_way(at, grain)
                if by:
                    yield BlockedDay(self.events.days[grain], tuple(dict.fromkeys(by)))

    def _taken(self, at: int) -> dict[int, list[Blocker]]:
        """Days that are taken from the event as such: days off, a quarantine of its school."""
        one, item = self.events.items[at], self.program.items[at]
        first = _position(self.events.days, self.since)
        found: dict[int, list[Blocker]] = {}
        for block in self.blocks:
            taken = blocked_grains(self.events, one, [block])
            for grain in self.unblocked[at].starts.tolist():
                if grain >= first and taken & set(range(grain, grain + item.duration)):
                    found.setdefault(grain, []).append(Blocker(block.words(), ()))
        return found

    def _in_the_way(self, at: int, grain: int) -> list[Blocker]:
        """Everything that one of its ways of beginning on a day meets; nothing if one is free."""
        found: list[int] = []
        weeks: list[int] = []
        for chosen in choices(self.program.items[at]) or [()]:
            tried = [*self.placements[:at], Placement(grain, chosen), *self.placements[at + 1 :]]
            violations = check_placements(self.program, tried).violations
            if not violations:
                return []
            for wrong in violations:
                if wrong.budget is not None:
                    weeks.append(wrong.budget)
                else:
                    found += [one for one in wrong.items if one != at]
        others = [self._blocker(at, other) for other in dict.fromkeys(found)]
        words = [week_words(self.events, one) for one in dict.fromkeys(weeks)]
        return [*others, *(Blocker(one, ()) for one in words)]

    def _blocker(self, at: int, other: int) -> Blocker:
        if other >= len(self.events.items):
            return Blocker(item_name(self.events, other, self.replan.away), ())
        items = self.program.items
        shared = items[at].wanted & items[other].wanted
        who = tuple(resource_names(self.events, shared))
        return Blocker(item_name(self.events, other, self.replan.away), who)


def _position(days: tuple[date, ...], day: date) -> int:
    return sum(one < day for one in days)
