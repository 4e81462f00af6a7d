"""How long the way is between two organisations, for one pair of them or for all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import ceil

import numpy as np
import numpy.typing as npt

Travel = Callable[[str, str], int | None]
"""Minutes between two organisations by their IDs, or nothing if it is not known."""

UNKNOWN = -1
"""Stands in a grid for a way that is not known."""

ROWS = 256
"""So many organisations are measured against all others at a time."""

EARTH = 6371
"""Radius of the earth. Unit: km."""


class Roads:
    """Minutes between organisations: as a table says, else by coordinates.

    Parameters
    ----------
    table : minutes between two organisations, in both orders.
    places : latitude and longitude of each organisation, in degrees, as far as they are known.
    per_minute : kilometres on the road in a minute.
    factor : how much longer roads are than straight lines.
    """

    def __init__(
        self,
        table: Mapping[tuple[str, str], int],
        places: Mapping[str, tuple[float | None, float | None]],
        per_minute: float,
        factor: float,
    ) -> None:
        self._table, self._places = table, places
        self._per_minute, self._factor = per_minute, factor

    def __call__(self, start: str, end: str) -> int | None:
        """Minutes one way; 0 within one organisation; nothing if not known."""
        found = int(self.grid([start], [end])[0, 0])
        return None if found == UNKNOWN else found

    def grid(self, starts: Sequence[str], ends: Sequence[str]) -> npt.NDArray[np.int32]:
        """Minutes between all of these, ``UNKNOWN`` where not known. Shape: (starts, ends)."""
        here, there = self._radians(starts), self._radians(ends)
        found = np.full((len(starts), len(ends)), UNKNOWN, dtype=np.int32)
        for row in range(0, len(starts), ROWS):
            some = slice(row, row + ROWS)
            straight = _kilometres(here[some], there)
            placed = ~np.isnan(straight)
            minutes = np.ceil(straight[placed] * self._factor / self._per_minute)
            found[some][placed] = minutes.astype(np.int32)
        rows = {name: at for at, name in enumerate(starts)}
        columns = {name: at for at, name in enumerate(ends)}
        if len(rows) * len(columns) == 1:  # the table is not gone through for a single way
            found[0, 0] = self._table.get((starts[0], ends[0]), found[0, 0])
        else:
            for (start, end), known in self._table.items():
                if start in rows and end in columns:
                    found[rows[start], columns[end]] = known
        for name, row in rows.items():
            if name in columns:
                found[row, columns[name]] = 0
        return found

    def _radians(self, names: Sequence[str]) -> npt.NDArray[np.float64]:
        nowhere = (None, None)
        degrees = [self._places.get(name, nowhere) for name in names]
        known = [
            (a, b) if a is not None and b is not None else (np.nan, np.nan) for a, b in degrees
        ]
        return np.radians(np.array(known, dtype=np.float64).reshape(len(names), 2))


def _kilometres(
    here: npt.NDArray[np.float64], there: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Great-circle distances (haversine formula). Shape: (here, there)."""
    north, south = here[:, None, 0], there[None, :, 0]
    across = there[None, :, 1] - here[:, None, 1]
    half = np.sin((south - north) / 2) ** 2
    half = half + np.cos(north) * np.cos(south) * np.sin(across / 2) ** 2
    return np.asarray(2 * EARTH * np.arcsin(np.sqrt(half)))


def grid_of(travel: Travel, starts: Sequence[str], ends: Sequence[str]) -> npt.NDArray[np.int32]:
    """Minutes between all of these, ``UNKNOWN`` where not known. Shape: (starts, ends)."""
    if isinstance(travel, Roads):
        return travel.grid(starts, ends)
    ways = [[0 if start == end else travel(start, end) for end in ends] for start in starts]
    found = [[UNKNOWN if way is None else ceil(way) for way in row] for row in ways]
    return np.array(found, dtype=np.int32).reshape(len(starts), len(ends))
