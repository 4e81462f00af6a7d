"""Where everything stands in the picture of agreements: schools, lines, names.

Points are in pixels, ``x`` to the right and ``y`` upwards.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from matchmaker.domain import School
from matchmaker.results.link_graph import Role

if TYPE_CHECKING:
    import networkx as nx

Points = NDArray[np.float64]

KILOMETRES = 111.2
"""Length of a degree of latitude."""

BENDS = (0.0, 0.05, -0.05, 0.1, -0.1, 0.15, -0.15, 0.2, -0.2)
"""How far a line may bow out, as a share of its length; the first that passes is taken."""

SPACE: dict[Role, float] = {"partner": 1.0, "helper": 1.0, "both": 1.4, "helped": 1.6}
"""How wide the space left of a column is, beside the others."""

MARGIN = 75.0
"""Space left of the first column and right of the last, for half a heading. Unit: pixels."""

STEP = 4.0
"""How close the points are by which lines are held against names. Unit: pixels."""

STRUCK = 12
"""With so many points of lines under it a name is struck out: a list is better."""

HEADING = 16.0
"""Height of a heading. Unit: pixels."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the page."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def centre(self) -> Points:
        """Its middle."""
        return np.array([self.left + self.width / 2, self.bottom + self.height / 2])

    def crosses(self, other: Box) -> bool:
        """Whether the two overlap."""
        return (
            self.left < other.left + other.width
            and other.left < self.left + self.width
            and self.bottom < other.bottom + other.height
            and other.bottom < self.bottom + self.height
        )

    def inside(self, other: Box) -> bool:
        """Whether it lies wholly in the other."""
        return (
            other.left <= self.left
            and other.bottom <= self.bottom
            and self.left + self.width <= other.left + other.width
            and self.bottom + self.height <= other.bottom + other.height
        )

    def holds(self, points: Points) -> int:
        """How many of the points lie in it."""
        return int((np.abs(points - self.centre) < [self.width / 2, self.height / 2]).all(1).sum())


class Map(NamedTuple):
    """Schools by geography, and what a kilometre is there."""

    places: dict[str, Points]
    kilometre: float
    """In pixels; zero if there is nothing to measure."""
    beside: Box | None
    """Where schools without coordinates stand."""


def by_geography(schools: Sequence[School], box: Box, gap: float) -> Map:
    """Put schools where they are; those without coordinates in a ring beside.

    A degree of longitude is shorter than one of latitude by the cosine of the latitude
    (equirectangular projection).
    """
    import networkx as nx

    known = [s for s in schools if s.latitude is not None and s.longitude is not None]
    lost = [s.id for s in schools if s.latitude is None or s.longitude is None]
    beside = None
    if lost:
        share = min(0.7, max(0.2, len(lost) / len(schools))) if known else 1.0
        beside = Box(box.left + box.width * (1 - share), box.bottom, box.width * share, box.height)
        box = Box(box.left, box.bottom, box.width * (1 - share) - 2 * gap, box.height)
    places: dict[str, Points] = {}
    kilometre = 0.0
    if known:
        degrees = np.array([(s.longitude, s.latitude) for s in known], dtype=np.float64)
        degrees[:, 0] *= np.cos(np.radians(degrees[:, 1].mean()))
        middle = (degrees.max(0) + degrees.min(0)) / 2
        span = degrees.max(0) - degrees.min(0)
        room = np.array([box.width, box.height]) - gap
        scale = float(min(room[span > 0] / span[span > 0], default=0.0))
        kilometre = scale / KILOMETRES
        points = spread((degrees - middle) * scale + box.centre, gap, box)
        places.update(zip([s.id for s in known], points, strict=True))
    if beside:
        radius = min(beside.width, beside.height) / 2 - gap
        ring = nx.circular_layout(nx.empty_graph(lost), scale=radius, center=beside.centre)
        points = spread(np.array([ring[school] for school in lost]), gap, beside)
        places.update(zip(lost, points, strict=True))
    return Map(places, kilometre, beside)


def spread(points: Points, gap: float, box: Box, rounds: int = 300) -> Points:
    """Push points apart until no two are closer than the gap, moving each as little as it needs."""
    # A sunflower of a pixel: no two points are the same, and none is lost in a corner.
    n = np.arange(len(points))
    turn = n * np.pi * (3 - np.sqrt(5))
    points = points + (np.sqrt(n) / 10 * [np.cos(turn), np.sin(turn)]).T
    edge = gap / 2
    low = np.array([box.left + edge, box.bottom + edge])
    high = np.array([box.left + box.width - edge, box.bottom + box.height - edge])
    for _ in range(rounds):
        apart = points[:, None] - points[None]
        far = np.hypot(apart[..., 0], apart[..., 1])
        np.fill_diagonal(far, np.inf)
        if far.min(initial=np.inf) >= gap:
            break
        push = np.maximum(1.01 * gap - far, 0) / 2
        move = (apart * (push / np.maximum(far, 0.01))[..., None]).sum(1)
        points = np.clip(points + np.clip(move, -gap / 2, gap / 2), low, high)
    return points


def by_role(
    graph: nx.MultiDiGraph[str], roles: Mapping[str, Role], box: Box, gap: float
) -> tuple[dict[str, Points], dict[Role, Points]]:
    """Put schools in columns by role, from left to right, and say where the headings stand.

    Whoever is only in partnerships stands in two columns, so that most of those lines run
    between them; then come those who help and those who are helped. Schools without
    agreements stand in rows below.
    """
    rest = [school for school, role in roles.items() if role == "none"]
    # Few stand wide apart, so that names fit between.
    tall = 1.3 * gap
    step = max(tall, min(2.3 * MARGIN, box.width / max(1, len(rest))))
    a_row = max(1, int(box.width // step))
    below = -(-len(rest) // a_row) * tall + 2 * HEADING if rest else 0.0
    places = {
        school: np.array(
            [
                box.left + step * (n % a_row) + tall / 2,
                box.bottom + below - 2 * HEADING - tall * (n // a_row + 0.5),
            ]
        )
        for n, school in enumerate(rest)
    }
    headings: dict[Role, Points] = {}
    if rest:
        headings["none"] = np.array([box.left + MARGIN, box.bottom + below - 1.5 * HEADING])
    height = box.height - below - 2 * HEADING
    columns = _columns(graph, roles, rows=max(1, int(height // gap)))
    steps = np.cumsum([SPACE[role] if n else 0.0 for n, (role, _) in enumerate(columns)])
    across = box.left + MARGIN + (box.width - 2 * MARGIN) * steps / max(steps.max(initial=0), 1)
    for x, (_, column) in zip(across, columns, strict=True):
        down = min(height / len(column), 3.2 * gap)
        top = box.bottom + below + height / 2 + down * (len(column) - 1) / 2
        for n, school in enumerate(column):
            if school is not None:
                places[school] = np.array([x, top - n * down])
    for role in ("partner", "helper", "both", "helped"):
        own = [x for x, (of, _) in zip(across, columns, strict=True) if of == role]
        if own:
            headings[role] = np.array([np.mean(own), box.bottom + box.height - HEADING / 2])
    return places, headings


def _columns(
    graph: nx.MultiDiGraph[str], roles: Mapping[str, Role], rows: int
) -> list[tuple[Role, list[str | None]]]:
    """Who stands in which column, from above; a column too long is cut into several."""
    near, far = _partnerships(graph, roles)
    columns: list[tuple[Role, list[str | None]]] = [
        ("partner", part[cut])
        for cut in _cuts(len(near), rows)
        for part in (far, near)
        if any(part[cut])
    ]
    helpers = [school for school, role in roles.items() if role == "helper"]
    level = {school: n for n, school in enumerate(helpers)}

    def height(school: str) -> float:
        """On what level those stand who help the school."""
        return float(np.mean([level[a] for a, _ in graph.in_edges(school) if a in level] or [0]))

    both = sorted((s for s, role in roles.items() if role == "both"), key=height)
    helped = sorted((s for s, role in roles.items() if role == "helped"), key=height)
    members: tuple[tuple[Role, list[str]], ...] = (
        ("helper", helpers),
        ("both", both),
        ("helped", helped),
    )
    columns += [
        (role, list(schools[cut])) for role, schools in members for cut in _cuts(len(schools), rows)
    ]
    return columns


def _cuts(n: int, rows: int) -> list[slice]:
    """Cut so many places into columns that are equally long and not longer than the rows."""
    size = -(-n // max(1, -(-n // rows))) or 1
    return [slice(first, first + size) for first in range(0, n, size)]


def _partnerships(
    graph: nx.MultiDiGraph[str], roles: Mapping[str, Role]
) -> tuple[list[str | None], list[str | None]]:
    """Two columns of partners, group by group: a line joins one column with the other."""
    import networkx as nx

    partners = {school: n for n, school in enumerate(graph) if roles[school] == "partner"}
    web = nx.Graph(graph).subgraph(partners)
    near: list[str | None] = []
    far: list[str | None] = []
    for group in sorted(nx.connected_components(web), key=lambda g: min(partners[s] for s in g)):
        outward = [s for s in group if any(end not in partners for end in graph[s])]
        root = min(outward or group, key=partners.__getitem__)
        depth = nx.single_source_shortest_path_length(web, root)
        members = sorted(group, key=lambda s: (depth[s], partners[s]))
        sides = [[s for s in members if depth[s] % 2 == side] for side in (0, 1)]
        for even, odd in zip_longest(*sides):
            near.append(even)
            far.append(odd)
    return near, far


def path(start: Points, end: Points, others: Sequence[Points], clear: float) -> Points:
    """A line that passes no other school: straight if it can be, else a shallow bow.

    A quadratic Bézier curve; if every bow meets a school, the one that stays clearest.
    """
    along = end - start
    aside = np.array([-along[1], along[0]])
    t = np.linspace(0, 1, 25)[:, None]
    best, most = np.vstack([start, end]), -1.0
    for bend in BENDS:
        control = (start + end) / 2 + 2 * bend * aside
        curve = (1 - t) ** 2 * start + 2 * t * (1 - t) * control + t**2 * end
        apart = curve[:, None] - np.reshape(others, (-1, 2))
        room = float(np.hypot(apart[..., 0], apart[..., 1]).min(initial=np.inf))
        if room > most:
            best, most = curve if bend else np.vstack([start, end]), room
        if room >= clear:
            break
    return best


def middle(line: Points) -> Points:
    """The point in the middle of a line made by :func:`path`."""
    return line[len(line) // 2] if len(line) > 2 else np.asarray(line.mean(0))


def place_counts(
    places: Mapping[str, Points], lines: Sequence[Points], sign: float
) -> dict[str, Points]:
    """Put a number at the corner of each sign where it covers lines least."""
    drawn = _dense(lines)
    corners = [np.array([x, y]) * 0.63 * sign for y in (1, -1) for x in (1, -1)]
    return {
        school: min(
            (point + corner for corner in corners),
            key=lambda spot: _around(spot, 0.5 * sign, 0.5 * sign).holds(drawn),
        )
        for school, point in places.items()
    }


def place_names(
    places: Mapping[str, Points],
    names: Mapping[str, str],
    lines: Sequence[Points],
    headings: Sequence[Points],
    box: Box,
    radius: float,
    size: float,
) -> dict[str, Points] | None:
    """Find room for a name at every school; nothing if it is too crowded for that."""
    drawn = _dense(lines)
    taken = [_around(point, 2 * radius, 2 * radius) for point in places.values()]
    taken += [_around(point, 2 * MARGIN, HEADING) for point in headings]
    found: dict[str, Points] = {}

    def nearest(school: str) -> float:
        """How close the next school is."""
        return min(
            (float(np.hypot(*(places[school] - p))) for s, p in places.items() if s != school),
            default=np.inf,
        )

    for school in sorted(places, key=nearest):  # the closest neighbours have the least choice
        point = places[school]
        width, height = 0.58 * size * len(names[school]), 1.25 * size
        aside, above = radius + width / 2 + 4, radius + height / 2 + 2
        around = [(0.0, -above), (0.0, above), (aside, 0.0), (-aside, 0.0)]
        around += [(dx, dy) for dx in (width / 2, -width / 2) for dy in (-above, above)]
        free: list[tuple[int, int]] = []
        for n, way in enumerate(around):
            name = _around(point + np.array(way), width, height)
            if name.inside(box) and not any(name.crosses(other) for other in taken):
                free.append((name.holds(drawn), n))
        struck, n = min(free, default=(STRUCK, 0))
        if struck >= STRUCK:
            return None
        found[school] = point + np.array(around[n])
        taken.append(_around(found[school], width, height))
    return found


def _around(point: Points, width: float, height: float) -> Box:
    return Box(float(point[0]) - width / 2, float(point[1]) - height / 2, width, height)


def _dense(lines: Sequence[Points]) -> Points:
    """Points along all lines, a few pixels apart."""
    parts = [np.empty((0, 2))]
    for line in lines:
        for start, end in pairwise(line):
            n = int(np.hypot(*(end - start)) / STEP) + 1
            parts.append(np.linspace(start, end, n, endpoint=False))
    return np.vstack(parts)
