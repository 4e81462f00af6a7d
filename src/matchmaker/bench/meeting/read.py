"""A workbook of meetings, sheet by sheet, every problem with its cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import time
from pathlib import Path

from matchmaker.bench.meeting.problem import Meeting, MeetingProblem
from matchmaker.bench.meeting.score import BREAK, OVERLAP
from matchmaker.errors import InputError, Issue, Place
from matchmaker.io.sheets import Grid
from matchmaker.io.workbook import read_workbook
from matchmaker.messages import bench as say

GRAIN = 15
"""Unit: minutes."""

WEIGHTS = {
    "Room conflict": 1,
    "Don't go in overtime": 1,
    "Required attendance conflict": 1,
    "Required room capacity": 1,
    "Start and end on same day": 1,
    "Required and preferred attendance conflict": 1,
    "Preferred attendance conflict": 1,
    "Do all meetings as soon as possible": 1,
    "One TimeGrain break between two consecutive meetings": BREAK,
    "Overlapping meetings": OVERLAP,
    "Assign larger rooms first": 1,
    "Room stability": 1,
}
"""What is scored; a file that weighs otherwise is not of this set."""


def read_meetings(path: Path) -> MeetingProblem:
    """Read days, rooms, persons and meetings.

    Raises
    ------
    InputError
        if a sheet is missing or a cell is not understood.
    """
    grids = {grid.sheet: grid for grid in read_workbook(path)}
    missing = [name for name in ("Days", "Rooms", "Persons", "Meetings") if name not in grids]
    if missing:
        raise InputError([Issue(Place(path.name), say.NO_SHEET(name=name)) for name in missing])
    reader = _Reader()
    if "Configuration" in grids:
        reader.weights(grids["Configuration"])
    day = reader.days(grids["Days"])
    rooms = reader.rooms(grids["Rooms"])
    persons = tuple(row.text(0) for row in reader.rows(grids["Persons"], 1))
    meetings = reader.meetings(grids["Meetings"], {name: at for at, name in enumerate(persons)})
    for name, found in (("Days", day), ("Rooms", rooms), ("Meetings", meetings)):
        if not found:
            reader.issues.append(Issue(Place(path.name, name), say.EMPTY_SHEET()))
    if reader.issues:
        raise InputError(reader.issues)
    return MeetingProblem(day, rooms, persons, meetings)


class _Row:
    """One row of a sheet, whose cells are read one by one."""

    def __init__(self, place: Place, cells: Sequence[object], issues: list[Issue]) -> None:
        self.place, self.cells, self.issues = place, cells, issues

    def complain(self, column: str, wrong: str, value: object) -> None:
        place = Place(self.place.file, self.place.sheet, self.place.row, column)
        self.issues.append(Issue(place, wrong, value=str(value)))

    def raw(self, at: int) -> object:
        return self.cells[at] if at < len(self.cells) else ""

    def text(self, at: int) -> str:
        return str(self.raw(at)).strip()

    def whole(self, at: int, column: str) -> int:
        raw = self.raw(at)
        if isinstance(raw, (int, float)) and raw == int(raw) and raw > 0:
            return int(raw)
        self.complain(column, say.NOT_WHOLE(), raw)
        return 1

    def clock(self, at: int, column: str) -> int:
        """Minutes since midnight."""
        raw = self.raw(at)
        try:
            moment = raw if isinstance(raw, time) else time.fromisoformat(self.text(at))
        except ValueError:
            self.complain(column, say.NOT_A_TIME(), raw)
            return 0
        return 60 * moment.hour + moment.minute

    def names(self, at: int) -> list[str]:
        return [name for part in self.text(at).split(",") if (name := part.strip())]


class _Reader:
    """Collects what is wrong while sheets are read."""

    def __init__(self) -> None:
        self.issues: list[Issue] = []

    def rows(self, grid: Grid, skip: int) -> Iterator[_Row]:
        """The rows below the header that hold anything in the first cell."""
        for number, cells in enumerate(grid.rows[skip:], skip + 1):
            if cells and str(cells[0]).strip():
                yield _Row(Place(grid.file, grid.sheet, number), cells, self.issues)

    def weights(self, grid: Grid) -> None:
        for row in self.rows(grid, 0):
            name = row.text(0)
            if name in WEIGHTS and row.raw(1) != WEIGHTS[name]:
                row.complain(name, say.OTHER_WEIGHT(weight=WEIGHTS[name]), row.raw(1))

    def days(self, grid: Grid) -> tuple[int, ...]:
        """Of each grain its day: from start to end, less the hour at lunch."""
        grains: list[int] = []
        for day, row in enumerate(self.rows(grid, 1)):
            start, end, lunch = (
                row.clock(at, name) for at, name in enumerate(("Start", "End", "Lunch"), 1)
            )
            minutes = range(start, end - GRAIN + 1, GRAIN)
            grains += [day for minute in minutes if not lunch <= minute < lunch + 60]
        return tuple(grains)

    def rooms(self, grid: Grid) -> tuple[int, ...]:
        return tuple(row.whole(1, "Capacity") for row in self.rows(grid, 1))

    def meetings(self, grid: Grid, persons: dict[str, int]) -> tuple[Meeting, ...]:
        return tuple(self._meeting(row, persons) for row in self.rows(grid, 1))

    def _meeting(self, row: _Row, persons: dict[str, int]) -> Meeting:
        minutes = row.whole(2, "Duration")
        if minutes % GRAIN:
            row.complain("Duration", say.NOT_GRAINS(n=GRAIN), minutes)
        groups = []
        for at, column in ((5, "Required attendance list"), (6, "Preferred attendance list")):
            names = row.names(at)
            for name in names:
                if name not in persons:
                    row.complain(column, say.NO_PERSON(), name)
            groups.append(frozenset(persons[name] for name in names if name in persons))
        if groups[0] & groups[1]:
            row.complain("Preferred attendance list", say.TWICE(), row.text(6))
        return Meeting(row.text(0), minutes // GRAIN, *groups)
