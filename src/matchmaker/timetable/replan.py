"""From a timetable that people have to the program that changes it least."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

import numpy as np

from matchmaker.domain.abbreviations import PartyKind
from matchmaker.timetable.away import Away, aways, lost_grains, with_aways
from matchmaker.timetable.disruption import A_CHANGE, days_of, distance
from matchmaker.timetable.occurrences import EventProgram
from matchmaker.timetable.ordered import Block, Orders
from matchmaker.timetable.program import After, Grains, Item, Level, Term
from matchmaker.timetable.record import EventRecord
from matchmaker.timetable.reserved_again import reserved_again
from matchmaker.timetable.wishes import Balance, Cancelled, ChoiceCost, Shared, StartCost

Strategy = Literal["dates", "people"]
"""Keep dates and rather change leaders; keep people and rather change dates."""

STRATEGIES: tuple[Strategy, ...] = ("dates", "people")


@dataclass(frozen=True, slots=True)
class Replan:
    """The program of a new edition.

    Attributes
    ----------
    events : its items are the events, and after them who is away when.
    history : events that were over, and stay as they were.
    pinned : IDs of events that are pinned from now on.
    lost_pins : IDs of pinned events whose day is not possible any more.
    first : the first grain that is not over.
    """

    events: EventProgram
    away: tuple[Away, ...]
    history: Mapping[str, EventRecord]
    cancelled: frozenset[str]
    pinned: frozenset[str]
    lost_pins: tuple[str, ...]
    first: int
    blocks: tuple[Block, ...]

    def possible(self, at: int) -> list[int]:
        """The grains on which an event might begin if the plan allowed any day."""
        item = self.events.program.items[at]
        blocked = lost_grains(self.events, self.events.items[at], self.blocks)
        grains = range(self.first, self.events.program.horizon - item.duration + 1)
        return [one for one in grains if not blocked & set(range(one, one + item.duration))]


@dataclass(frozen=True, slots=True)
class Known:
    """What people know on the day of a change.

    Attributes
    ----------
    events : those that take people's days and were published, by ID.
    weights : participants of each.
    redated : rows whose dates mean other days since holidays were moved, as plan and number.
    """

    events: Mapping[str, EventRecord]
    weights: Mapping[str, int]
    on: date
    redated: frozenset[tuple[str, str]] = frozenset()


def replanned(
    events: EventProgram, known: Known, orders: Orders, strategy: Strategy | None = None
) -> Replan:
    """Make a compiled program one of least disruption.

    * What was over is out of reach: it holds nobody and moves nowhere.
    * Nothing is moved to a day before the change; a published event may stay where it is.
    * Levels: what stays unplaced, what the strategy wants kept, disruption, then wishes and
      balance as ever.

    Parameters
    ----------
    strategy : without one nothing goes before disruption.
    """
    making = _Making(events, known, orders)
    for at in range(len(events.items)):
        making.item(at)
    found = aways(events, orders.blocks)
    ids = [one.id for one in events.items]
    over = {at: known.events[ids[at]] for at in sorted(making.over)}
    kept = reserved_again(events, over, found, orders.cancelled)
    program = replace(
        kept.program,
        items=tuple(making.items),
        afters=tuple(after for after in events.program.afters if making.binds(after)),
        levels=making.levels(strategy),
    )
    changed = replace(
        kept,
        program=program,
        spans=tuple(one for one in events.spans if one.id not in orders.cancelled),
        deadlines=tuple(one for one in events.deadlines if one[0].id not in orders.cancelled),
    )
    return Replan(
        with_aways(changed, found),
        tuple(found),
        {ids[at]: former for at, former in over.items()},
        frozenset(orders.cancelled),
        frozenset(orders.pinned | orders.moved.keys()) - frozenset(making.lost_pins),
        tuple(making.lost_pins),
        bisect_left(events.days, known.on),
        tuple(orders.blocks),
    )


class _Making:
    def __init__(self, events: EventProgram, known: Known, orders: Orders) -> None:
        self.events, self.known, self.orders = events, known, orders
        self.items: list[Item] = list(events.program.items)
        self.over: set[int] = set()
        self.cancelled: set[int] = set()
        self.lost_pins: list[str] = []
        self.disruption: list[Term] = []
        self.moves: list[Term] = []
        self.choices: list[Term] = []

    def item(self, at: int) -> None:
        """Say where one event may be from now on, and what that costs."""
        one = self.events.items[at]
        former = self.known.events.get(one.id)
        if former is not None and former.ends < self.known.on:
            self.over.add(at)
            self.items[at] = self._fixed(at, former)
        elif one.id in self.orders.cancelled:
            self.cancelled.add(at)
            self.items[at] = self._fixed(at, former)
            if former is not None:
                points = A_CHANGE * self.known.weights[one.id]
                self.disruption.append(StartCost(at, np.array([points], np.int32)))
        else:
            starts = self._starts(at, former)
            # What was ordered is obeyed before anything else is placed.
            weight = 1 + len(self.items) if one.id in self.orders.moved else 1
            self.items[at] = replace(self.items[at], starts=starts, weight=weight)
            if former is not None:
                self._weigh(at, former, starts)

    def binds(self, after: After) -> bool:
        """Whether an order still asks something: not of what is cancelled, nor of what is over."""
        count = len(self.events.items)
        gone = {
            count + number
            for number, bound in enumerate(self.events.bounds)
            if bound.of.id in self.orders.cancelled
        }
        if {after.first, after.then} & (self.cancelled | gone) or after.then in self.over:
            return False
        return after.first not in self.over or after.then < count

    def _fixed(self, at: int, former: EventRecord | None) -> Item:
        """An item that nobody minds: it stands where it stood and holds nobody."""
        horizon = self.events.program.horizon
        days = self.events.days
        if former is None:
            start, length = 0, 1
        else:
            start = min(bisect_left(days, former.starts), horizon - 1)
            length = sum(former.starts <= day <= former.ends for day in days)
        length = max(1, min(length, horizon - start))
        item = self.items[at]
        return replace(
            item, starts=np.array([start], np.int32), duration=length, holds=(), needs=()
        )

    def _starts(self, at: int, former: EventRecord | None) -> Grains:
        one, item, days = self.events.items[at], self.items[at], self.events.days
        first = bisect_left(days, self.known.on)
        allowed = {grain for grain in item.starts.tolist() if grain >= first}
        own = self._own(at, former)
        if own is not None and (one.plan.plan.id, one.row.label) not in self.known.redated:
            allowed.add(own)
        blocked = lost_grains(self.events, one, self.orders.blocks)
        allowed = {
            grain for grain in allowed if not blocked & set(range(grain, grain + item.duration))
        }
        if one.id in self.orders.moved:
            ordered = bisect_left(days, self.orders.moved[one.id])
            fits = ordered + item.duration <= len(days)
            fits = fits and not blocked & set(range(ordered, ordered + item.duration))
            allowed = {ordered} if fits else set()
        elif former is not None and (former.pinned or one.id in self.orders.pinned):
            if own in allowed and self._reachable(at, own):
                allowed = {own}
            else:
                self.lost_pins.append(one.id)
        return np.array(sorted(allowed), np.int32)

    def _own(self, at: int, former: EventRecord | None) -> int | None:
        """The grain on which people know it, if that is still a working day."""
        if former is None:
            return None
        grain = bisect_left(self.events.days, former.starts)
        fits = grain + self.items[at].duration <= len(self.events.days)
        return grain if fits and self.events.days[grain] == former.starts else None

    def _reachable(self, at: int, grain: int | None) -> bool:
        """Whether nobody and nothing that an event cannot do without is away on its days."""
        if grain is None:
            return False
        item = self.items[at]
        taken = {
            away.resource
            for away in aways(self.events, self.orders.blocks)
            if self.events.program.resources[away.resource].capacity == 1
            and away.start < grain + item.duration
            and grain < away.start + away.duration
        }
        return not taken & set(item.holds) and all(
            len(set(need.candidates) - taken) >= need.count for need in item.needs
        )

    # ---- what it costs --------------------------------------------------------------------

    def _weigh(self, at: int, former: EventRecord, starts: Grains) -> None:
        """Points for every day but its own, for every leader and venue but its own."""
        one, item, days = self.events.items[at], self.items[at], self.events.days
        points = A_CHANGE * self.known.weights[one.id]
        moved = [
            points * (days_of(former) != (days[start], days[start + item.duration - 1]))
            for start in starts.tolist()
        ]
        away = [distance(former.starts, days[start], days) for start in starts.tolist()]
        forced = 0
        bodies = {p.name for p in one.row.responsible.parties if p.kind is not PartyKind.PERSON}
        need = 0
        if bodies != set(former.bodies):
            forced += points  # the row says so, whoever leads it
            need += bool(one.row.event.staff)
        elif one.row.event.staff:
            self._choice(at, need, "person", former.people, points)
            need += 1
        elif one.row.people != set(former.people):
            forced += points
        venues = one.row.event.venues
        if len(venues) > 1:
            own = (former.venue,) if former.venue else ()
            self._choice(at, need, "venue", own, points)
        elif former.venue != next(iter(venues), None):
            forced += points
        costs = np.array(moved, np.int32) + np.array(away, np.int32) + forced
        self.disruption += [StartCost(at, costs), Cancelled(at, points)]
        self.moves.append(StartCost(at, np.array(moved, np.int32) // A_CHANGE))

    def _choice(self, at: int, need: int, kind: str, own: Sequence[str], points: int) -> None:
        resources = self.events.program.resources
        costs = tuple(
            points * ([resources[one].key] != [f"{kind}:{name}" for name in own])
            for one in self.items[at].needs[need].candidates
        )
        self.disruption.append(ChoiceCost(at, need, costs))
        if kind == "person":
            plain = tuple(cost // A_CHANGE for cost in costs)
            self.choices.append(ChoiceCost(at, need, plain))

    def levels(self, strategy: Strategy | None) -> tuple[Level, ...]:
        """What counts, in its order; of the level of known days what nobody knows yet."""
        found = []
        kept = self.moves if strategy == "dates" else self.choices
        if strategy is not None and self.choices:
            found.append(Level("kept", tuple(kept)))
        found.append(Level("disruption", tuple(self.disruption)))
        gone = self.over | self.cancelled
        for level in self.events.program.levels:
            terms: list[Term] = []
            for term in level.terms:
                if isinstance(term, Shared):
                    pairs = (one for one in term.pairs if not {one[0], one[1]} & gone)
                    terms.append(replace(term, pairs=tuple(pairs)))
                elif isinstance(term, Balance):
                    items = tuple(one for one in term.items if one not in self.cancelled)
                    terms += [replace(term, items=items)] if len(items) > 1 else []
                elif isinstance(term, StartCost):
                    terms += self._again(term, level.name, gone)
                elif not set(term.concerns(self.events.program)) & gone:
                    terms.append(term)
            if terms or level.name != "changes":
                found.append(Level(level.name, tuple(terms)))
        return tuple(found)

    def _again(self, term: StartCost, level: str, gone: set[int]) -> list[Term]:
        """Points for the days an item has now; a published one's named day is disruption."""
        one = self.events.items[term.item]
        if term.item in gone or (level == "changes" and one.id in self.known.events):
            return []
        before = self.events.program.items[term.item].starts.tolist()
        costs = dict(zip(before, term.costs.tolist(), strict=True))
        # A day that only an order or its former place allows is as little wished as any.
        worst = max(costs.values(), default=0)
        starts = self.items[term.item].starts.tolist()
        return [StartCost(term.item, np.array([costs.get(at, worst) for at in starts], np.int32))]
