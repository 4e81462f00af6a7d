"""A timetable in the making, as arrays: what is where, who is busy, where an item could go."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from matchmaker.timetable.choices import Chosen, choices
from matchmaker.timetable.program import Ints, Placement, Placements, TimeProgram
from matchmaker.timetable.spending import Bools, Spending


class Board:
    """Items at their places; only places that no limit forbids are ever offered.

    Attributes
    ----------
    start, end : of each item the first grain and the one after its last; −1 if unplaced.
    group : of each item the number of what was chosen; −1 if unplaced.
    groups : of each item the numbers of all its choices; equal choices have equal numbers.
    """

    def __init__(self, program: TimeProgram, placements: Placements | None = None) -> None:
        count = len(program.items)
        self.program = program
        self.start = np.full(count, -1, np.int64)
        self.end = np.full(count, -1, np.int64)
        self.group = np.full(count, -1, np.int64)
        self.duration = np.array([item.duration for item in program.items], np.int64)
        self.starts = [item.starts.astype(np.int64) for item in program.items]
        self._known: dict[Chosen, int] = {}
        self.chosen = [choices(item) for item in program.items]
        for at, placement in enumerate(placements or ()):
            if placement is not None and placement.chosen not in self.chosen[at]:
                self.chosen[at].append(placement.chosen)
        self.groups = [
            np.array([self._number(chosen) for chosen in some], np.int64) for some in self.chosen
        ]
        self.held = [
            np.array([sum(chosen, ()) for chosen in some], np.int64).reshape(
                len(some), sum(need.count for need in item.needs)
            )
            for item, some in zip(program.items, self.chosen, strict=True)
        ]
        self._holds = [np.array(item.holds, np.int64) for item in program.items]
        self._uses = [
            [np.unique(np.array([*item.holds, *held], np.int64)) for held in some.tolist()]
            for item, some in zip(program.items, self.held, strict=True)
        ]
        self._capacity = np.array([one.capacity for one in program.resources], np.int16)
        self._busy = np.zeros((len(program.resources), program.horizon), np.int16)
        self._full = np.broadcast_to(self._capacity[:, None] <= 0, self._busy.shape).copy()
        self._spending = Spending(program, self._uses)
        self._afters: dict[int, list[tuple[int, int, float, bool]]] = defaultdict(list)
        for after in program.afters:
            most = np.inf if after.most is None else after.most
            self._afters[after.then].append((after.first, after.least, most, True))
            self._afters[after.first].append((after.then, after.least, most, False))
        for at, placement in enumerate(placements or ()):
            if placement is not None:
                self.place(at, placement.start, self.chosen[at].index(placement.chosen))

    def _number(self, chosen: Chosen) -> int:
        return self._known.setdefault(chosen, len(self._known))

    @property
    def kinds(self) -> int:
        """How many different choices there are over all items."""
        return len(self._known)

    def placed(self, item: int) -> bool:
        """Whether an item has a place."""
        return bool(self.start[item] >= 0)

    def place(self, item: int, start: int, choice: int) -> None:
        """Put an item at a place; whether it is free is for the caller to know."""
        self.start[item] = start
        self.end[item] = start + self.duration[item]
        self.group[item] = self.groups[item][choice]
        self._load(item, choice, 1)

    def take(self, item: int) -> tuple[int, int]:
        """Take an item off; its first grain and its choice."""
        start = int(self.start[item])
        choice = int(np.flatnonzero(self.groups[item] == self.group[item])[0])
        self._load(item, choice, -1)
        self.start[item] = self.end[item] = self.group[item] = -1
        return start, choice

    def _load(self, item: int, choice: int, by: int) -> None:
        span = slice(self.start[item], self.end[item])
        used = self._uses[item][choice]
        busy = self._busy[used, span] + np.int16(by)
        self._busy[used, span] = busy
        self._full[used, span] = busy >= self._capacity[used, None]
        self._spending.load(item, choice, int(self.start[item]), by)

    def free(self, item: int) -> Bools:
        """Where an unplaced item could stand: a row for each start, a column for each choice."""
        starts, duration = self.starts[item], self.duration[item]
        full: Bools = np.asarray(self._full[self.held[item]].any(axis=1))
        if len(self._holds[item]):
            full |= self._full[self._holds[item]].any(axis=0)
        taken = np.zeros((len(full), self.program.horizon + 1), np.int32)
        np.cumsum(full, axis=1, out=taken[:, 1:])
        free: Bools = np.asarray(taken[:, starts + duration] == taken[:, starts])
        if item in self._afters:
            free &= self._in_order(item)
        return self._spending.within(item, free.T)

    def _in_order(self, item: int) -> Bools:
        starts, duration = self.starts[item], self.duration[item]
        fits = np.ones(len(starts), np.bool_)
        for other, least, most, later in self._afters[item]:
            if self.start[other] >= 0:
                lag = starts - self.end[other] if later else self.start[other] - starts - duration
                fits &= (lag >= least) & (lag <= most)
        return fits

    def copy(self) -> tuple[Ints, Ints]:
        """Where everything stands now, to be read later by :meth:`placements`."""
        return self.start.copy(), self.group.copy()

    def placements(self, then: tuple[Ints, Ints] | None = None) -> tuple[Placement | None, ...]:
        """The timetable as it stands, or as it stood when it was copied."""
        starts, groups = then or (self.start, self.group)
        named = list(self._known)
        return tuple(
            Placement(start, named[group]) if start >= 0 else None
            for start, group in zip(starts.tolist(), groups.tolist(), strict=True)
        )
