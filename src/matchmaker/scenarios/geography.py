"""Invented districts and villages, and the ways between organisations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matchmaker.domain import Distance, OrganisationKind
from matchmaker.scenarios.draw import Bools, Floats, Ints

MOST_ROWS = 15_000
"""Longest table of distances; beyond it only the nearest ways are written."""
MOST_PLACES = 1_000
"""A land of more organisations has no such table: there coordinates tell the ways."""
FARTHEST = 90
"""Ways longer than this are written only while the table is short. Unit: minutes."""
ROAD = 1.3
"""A road is so much longer than the straight line (general knowledge)."""
KM_PER_DEGREE = 111.2

# Invented names: neither the districts nor the villages exist under them in one place.
DISTRICTS = (
    "Заречный район",
    "Нагорный район",
    "Северный район",
    "Привокзальный район",
    "Садовый район",
)
OUTLYING = ("Кедровый Лог", "Ясный", "Сосновый Мыс", "Дальняя Горка", "Рудный")
STEMS = (
    "Ключевая",
    "Ольховка",
    "Берёзовка",
    "Каменка",
    "Покровка",
    "Тальменка",
    "Луговая",
    "Осиновка",
    "Ивановка",
    "Борисовка",
    "Калиновка",
    "Озёрная",
    "Медвежка",
    "Таёжная",
    "Черёмушка",
    "Подгорная",
    "Степная",
    "Родниковая",
    "Пихтовка",
    "Крутая",
    "Боровая",
    "Моховая",
    "Ягодная",
    "Полевая",
    "Речная",
)
PREFIXES = ("", "Новая ", "Верхняя ", "Нижняя ", "Малая ", "Большая ", "Старая ", "Дальняя ")


@dataclass(frozen=True)
class Region:
    """The lie of the land: where organisations stand and how long the ways are."""

    centre: tuple[float, float] = (55.35, 86.09)
    """Latitude and longitude about which everything lies."""
    districts: tuple[str, ...] = DISTRICTS
    outlying: tuple[str, ...] = ()
    """Settlements that belong to the town but stand apart."""
    spread: float = 7.0
    """How far the districts lie from the centre. Unit: km."""
    radius: float = 2.5
    """How far organisations lie from the middle of their district. Unit: km."""
    within: tuple[int, int] = (10, 25)
    """Shortest and longest way inside a district. Unit: minutes."""
    across: tuple[int, int] = (40, 75)
    """Shortest and longest way between districts. Unit: minutes."""
    villages: float | None = None
    """Organisations per village; nothing: a town."""
    apart: tuple[float, float] = (5.0, 60.0)
    """Shortest and longest way between villages. Unit: km."""


CITY = Region()


def village(position: int) -> str:
    """The name of the village with this number, each number another name."""
    prefix, stem = divmod(position, len(STEMS))
    again, prefix = divmod(prefix, len(PREFIXES))
    name = PREFIXES[prefix] + STEMS[stem]
    return f"д. {name} {again + 1}-я" if again else f"д. {name}"


@dataclass(frozen=True)
class Land:
    """Where every organisation of the network stands, as columns."""

    region: Region
    district: Ints
    latitude: Floats
    longitude: Floats
    names: tuple[str, ...]
    """Of districts or villages, by number."""

    @classmethod
    def lay_out(cls, rng: np.random.Generator, region: Region, n: int) -> Land:
        """Choose districts and places for ``n`` organisations."""
        if region.villages is not None:
            count = max(1, round(n / region.villages))
            names = tuple(village(k) for k in range(count))
            district = np.arange(n, dtype=np.int64) % count
            reach = region.apart[1] / ROAD / 2
            angle, far = rng.uniform(0, 2 * np.pi, count), reach * np.sqrt(rng.uniform(0, 1, count))
        else:
            names = (*region.districts, *region.outlying)
            near = len(region.districts)
            weights = np.r_[np.full(near, 1.0), np.full(len(names) - near, 0.25)]
            district = rng.choice(len(names), size=n, p=weights / weights.sum())
            angle = np.arange(len(names)) * 2 * np.pi / max(near, 1) + rng.uniform(0, 0.4)
            far = np.where(np.arange(len(names)) < near, region.spread, 1.9 * region.spread)
        angle_here, far_here = rng.uniform(0, 2 * np.pi, n), np.sqrt(rng.uniform(0, 1, n))
        east = (far * np.cos(angle))[district] + region.radius * far_here * np.cos(angle_here)
        north = (far * np.sin(angle))[district] + region.radius * far_here * np.sin(angle_here)
        latitude = region.centre[0] + north / KM_PER_DEGREE
        shrink = KM_PER_DEGREE * np.cos(np.radians(region.centre[0]))
        longitude = region.centre[1] + east / shrink
        return cls(region, district, latitude.round(5), longitude.round(5), names)

    def ways(self) -> tuple[Ints, Floats]:
        """Minutes and kilometres between all organisations, as square tables."""
        shrink = KM_PER_DEGREE * np.cos(np.radians(self.region.centre[0]))
        north = (self.latitude[:, None] - self.latitude[None, :]) * KM_PER_DEGREE
        east = (self.longitude[:, None] - self.longitude[None, :]) * shrink
        km = ROAD * np.hypot(north, east)
        same = self.district[:, None] == self.district[None, :]
        if self.region.villages is not None:
            near = np.clip(km, 0.3, 3.0)
            km = np.where(same, near, _stretch(km, ~same, self.region.apart))
            minutes = np.rint(5 + km * 60 / 42)
        else:
            minutes = np.where(
                same,
                _stretch(km, same & (km > 0), self.region.within),
                _stretch(km, ~same, self.region.across),
            ).round()
        return minutes.astype(np.int64), km.round(1)

    def distances(self, ids: Sequence[str], kinds: Sequence[OrganisationKind]) -> list[Distance]:
        """The table of distances: every way, or in a large municipality those that matter.

        Nothing is written of a land with too many organisations.
        What matters first are ways between organisations of one kind, then short ones.
        """
        if len(ids) > MOST_PLACES:
            return []
        minutes, km = self.ways()
        start, end = np.triu_indices(len(ids), k=1)
        code = np.array([list(OrganisationKind).index(kind) for kind in kinds])
        if len(start) > MOST_ROWS:
            way = minutes[start, end]
            near = way <= FARTHEST
            start, end, way = start[near], end[near], way[near]
            rank = way + np.where(code[start] == code[end], 0, 1000)
            best = np.sort(np.argsort(rank, kind="stable")[:MOST_ROWS])
            start, end = start[best], end[best]
        return [
            Distance(
                start=ids[a],
                end=ids[b],
                minutes=int(minutes[a, b]),
                kilometres=float(km[a, b]),
            )
            for a, b in zip(start.tolist(), end.tolist(), strict=True)
        ]


def _stretch(km: Floats, chosen: Bools, span: tuple[float, float]) -> Floats:
    """Map the kilometres of the chosen ways linearly onto a span."""
    if not chosen.any():
        return np.full_like(km, span[0])
    low, high = float(km[chosen].min()), float(km[chosen].max())
    if high <= low:
        return np.full_like(km, span[0])
    part = np.clip((km - low) / (high - low), 0.0, 1.0)
    stretched: Floats = span[0] + part * (span[1] - span[0])
    return stretched
