"""The hour of control: what is due, overdue and done, by school, executor and quarter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from matchmaker.domain.abbreviations import PartyKind
from matchmaker.errors import Issue
from matchmaker.roadmap.execution.doubts import doubts_of
from matchmaker.roadmap.execution.positions import Position, Positions, State
from matchmaker.roadmap.execution.tally import Tally, tally
from matchmaker.roadmap.rows import PlanReading

AHEAD_DAYS = 10
"""How far ahead the list of what is due looks. Unit: working days."""

OPEN = {State.DUE, State.AHEAD, State.OVERDUE, State.PARTLY, State.NOT_DONE}
"""States in which there is still something to do."""

Executor = tuple[PartyKind, str] | None
"""A kind and a name; nothing where nobody is named."""

Quarter = tuple[int, int] | None
"""A year and a quarter; nothing for what has no day."""

Key = TypeVar("Key")


@dataclass(frozen=True)
class Status:
    """How plans are carried out as of a day.

    Attributes
    ----------
    plans : the plans that are counted.
    until : the last of the next ten working days.
    warnings : what is doubtful about the marks.
    preliminary : years of computed days whose calendar is not official yet.
    """

    on: date
    until: date
    plans: tuple[str, ...]
    positions: tuple[Position, ...]
    warnings: tuple[Issue, ...]
    preliminary: tuple[int, ...]

    @cached_property
    def share(self) -> Tally:
        """All positions."""
        return tally(self.positions)

    @cached_property
    def so_far(self) -> Tally:
        """The positions whose last day is over."""
        return tally(p for p in self.positions if p.ends is not None and p.ends < self.on)

    def of(self, *states: State) -> list[Position]:
        """The positions in some states, those that end first before the others."""
        return sorted((p for p in self.positions if p.state in states), key=_by_end)

    @cached_property
    def upcoming(self) -> list[Position]:
        """What has its last day within the next ten working days and is not done yet."""
        return [p for p in self.of(*OPEN) if p.ends and self.on <= p.ends <= self.until]

    @cached_property
    def missed(self) -> list[Position]:
        """What should have been done by now and is not, or only partly."""
        return [p for p in self.of(*OPEN) if p.ends and p.ends < self.on]

    @cached_property
    def by_executor(self) -> dict[Executor, list[Position]]:
        """Positions of everybody responsible; one of several executors stands under each."""

        def names(position: Position) -> Sequence[Executor]:
            return position.executors or (None,)

        found = _grouped(self.positions, names)
        return dict(sorted(found.items(), key=lambda item: _executor_key(item[0])))

    @cached_property
    def by_school(self) -> dict[str | None, list[Position]]:
        """Positions of every organisation; under nothing those addressed to all of them."""

        def names(position: Position) -> Sequence[str | None]:
            return (*position.schools, *([None] if position.all_schools else []))

        found = _grouped(self.positions, names)
        return dict(sorted(found.items(), key=lambda item: (item[0] is not None, item[0] or "")))

    @cached_property
    def by_quarter(self) -> dict[Quarter, list[Position]]:
        """Positions by the quarter of their last day; what has none comes last."""
        found = _grouped(self.positions, lambda position: (position.quarter,))
        return dict(sorted(found.items(), key=lambda item: item[0] or (9999, 0)))

    def to_json(self) -> dict[str, Any]:
        """The report as plain data."""
        return {
            "on": self.on.isoformat(),
            "until": self.until.isoformat(),
            "plans": list(self.plans),
            "share": self.share.to_json(),
            "so_far": self.so_far.to_json(),
            "positions": [position.to_json() for position in self.positions],
            "by_executor": [
                {
                    "executor": key[1] if key else None,
                    "kind": key[0].value if key else None,
                    **tally(positions).to_json(),
                }
                for key, positions in self.by_executor.items()
            ],
            "by_school": [
                {"school": school, **tally(positions).to_json()}
                for school, positions in self.by_school.items()
            ],
            "by_quarter": [
                {"quarter": f"{key[0]}-Q{key[1]}" if key else None, **tally(positions).to_json()}
                for key, positions in self.by_quarter.items()
            ],
            "preliminary": list(self.preliminary),
            "warnings": [issue.to_json() for issue in self.warnings],
        }


def status_of(readings: Sequence[PlanReading], on: date, plans: Sequence[str] = ()) -> Status:
    """How plans are carried out as of a day.

    Parameters
    ----------
    plans : only these; if empty all but those that are there for comparison.

    Raises
    ------
    InputError
        if the working days after the day are not known.
    """
    counted: list[PlanReading] = []
    passed: list[PlanReading] = []
    for reading in readings:
        wanted = reading.plan.id in plans if plans else not reading.plan.reference
        (counted if wanted else passed).append(reading)
    until = readings[0].calendars.of().add_working_days(on, AHEAD_DAYS)
    made = [Positions(reading, on) for reading in counted]
    warnings: list[Issue] = []
    for one in made:
        warnings += [*doubts_of(one.plan, on, counted=True), *one.doubts]
    for reading in passed:
        if reading.plan.reference:
            warnings += doubts_of(reading, on, counted=False)
    return Status(
        on=on,
        until=until,
        plans=tuple(reading.plan.id for reading in counted),
        positions=tuple(position for one in made for position in one.all),
        warnings=tuple(warnings),
        preliminary=tuple(sorted({year for one in made for year in one.preliminary})),
    )


def _grouped(
    positions: Iterable[Position], keys: Callable[[Position], Sequence[Key]]
) -> dict[Key, list[Position]]:
    found: dict[Key, list[Position]] = {}
    for position in positions:
        for key in keys(position):
            found.setdefault(key, []).append(position)
    return found


def _by_end(position: Position) -> tuple[date, str, int, int, str]:
    """Those without an end last; within a day in the order of the plans."""
    return (
        position.ends or date.max,
        position.plan,
        position.place,
        position.time,
        position.part.value,
    )


def _executor_key(executor: Executor) -> tuple[int, str]:
    """People first, then bodies, groups and roles; last where nobody is named."""
    return (list(PartyKind).index(executor[0]), executor[1]) if executor else (len(PartyKind), "")
