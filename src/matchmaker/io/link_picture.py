"""The picture of agreements between schools, as SVG and PNG for an A4 page.

It is read in black and white: what differs, differs in shape, dash or width. The public
picture tells no roles: all schools look alike and a line has no direction. Who helps whom
stands only in the curator's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import numpy as np

from matchmaker.domain import Municipality
from matchmaker.errors import InputError, Issue, Place
from matchmaker.io import link_places as at
from matchmaker.io.canvas import FONT, Canvas, Row, picture_files
from matchmaker.io.one_line import one_line
from matchmaker.messages import link_picture as say
from matchmaker.messages import plans
from matchmaker.results.link_graph import SEVERAL, Link, Load, Role, link_graph, link_report, loads

if TYPE_CHECKING:
    import altair as alt

Layout = Literal["geography", "role"]

PAGE = at.Box(0, 0, 1040, 570)
"""An A4 page on its side, less margins, title and legend. Unit: pixels of 1/96 inch."""

CANVAS = Canvas(PAGE.width, PAGE.height)

FEW = 30
"""Up to so many schools the signs are large."""

SHAPES: dict[Role, tuple[str, float]] = {
    "helper": ("circle", 1.0),
    "helped": ("square", 0.85),
    "both": ("M-1,-1H0A1,1,0,0,1,0,1H-1Z", 1.0),
    "partner": ("M-1.4,0L0,-0.95L1.4,0L0,0.95Z", 1.0),
    "none": ("M-1,-0.6H1V0.6H-1Z", 1.0),
}
"""The sign of a role and its area beside a circle's, so that a number fits in."""

ARROW = "M0,0L-2,0.8L-2,-0.8Z"
"""An arrowhead that points right, its tip at the origin."""

SOLID: list[float] = [1, 0]
DOTTED: list[float] = [2, 3]
DASHED: list[float] = [8, 5]
DASH_DOTTED: list[float] = [8, 3, 2, 3]

ROUND = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)
"""Lengths the scale may have, the shortest legible one is drawn. Unit: kilometres."""


def link_pictures(
    municipality: Municipality, links: Sequence[Link], curator: bool = False
) -> dict[str, bytes]:
    """Draw the pictures of a plan's links; returns what each file holds, by its name.

    ``links`` can be shown to anyone. For the curator there are also ``links-by-place`` and
    ``links-by-role``: files of their own, so that a picture known as public never has roles.
    """
    charts = {"links": draw_links(municipality, links)}
    if curator:
        charts["links-by-place"] = draw_links(municipality, links, curator=True)
        charts["links-by-role"] = draw_links(municipality, links, layout="role", curator=True)
    return picture_files(charts)


def draw_links(
    municipality: Municipality,
    links: Sequence[Link],
    *,
    layout: Layout = "geography",
    curator: bool = False,
) -> alt.LayerChart:
    """Draw schools and agreements.

    Raises
    ------
    InputError
        for the layout by role, unless it is for the curator; for links of unknown schools.
    """
    if layout == "role" and not curator:
        raise InputError([Issue(Place(), say.NEEDS_CURATOR())])
    return _Picture(municipality, links, layout, curator).chart()


@dataclass(frozen=True, slots=True)
class _Scene:
    """Where everything stands."""

    places: dict[str, at.Points]
    paths: list[at.Points]
    names: dict[str, at.Points] | None
    """Nothing if there is no room beside the schools; then they stand in a list."""
    kilometre: float = 0.0
    headings: tuple[tuple[str, at.Points], ...] = ()
    divider: float | None = None
    """Where a line parts schools with coordinates from those without."""


class _Picture:
    """One picture: first where things stand, then what is drawn there."""

    def __init__(
        self, municipality: Municipality, links: Sequence[Link], layout: Layout, curator: bool
    ) -> None:
        self.graph = link_graph(municipality, links)
        self.report = link_report(municipality, links)
        self.municipality, self.layout, self.curator = municipality, layout, curator
        # A line without an arrow has no first end, not even in how the file writes it down.
        self.links = sorted(
            (link if self._directed(link) else _either_way(link) for link in links),
            key=lambda link: (link.start, link.end, link.in_force, link.kind),
        )
        self.names = self.report.names
        self.loads: dict[str, Load] = {load.school: load for load in loads(self.graph)}
        self.sign = 34.0 if len(self.graph) <= FEW else 27.0
        self.letter = 11.0 if len(self.graph) <= FEW else 9.0

    @cached_property
    def short(self) -> dict[str, str]:
        """What stands in a sign: the ID if all are short, else a number."""
        if all(len(school) <= 4 for school in self.graph):
            return {school: school for school in self.graph}
        return {school: str(n) for n, school in enumerate(self.graph, start=1)}

    @cached_property
    def columns(self) -> int:
        """How many columns the list of names takes."""
        return -(-len(self.graph) // int(PAGE.height // (self.letter + 4)))

    @cached_property
    def column(self) -> float:
        """How wide such a column is, at most so that half the page is left."""
        longest = max(len(self.short[s]) + len(self.names[s]) for s in self.graph) + 4
        return min(0.58 * self.letter * longest, PAGE.width / 2 / self.columns)

    @cached_property
    def scene(self) -> _Scene:
        """The whole page with names at the signs, or the page with a list beside."""
        aside = 0.3 * self.letter * max(map(len, self.names.values()), default=0)
        whole = self._scene(at.Box(aside, 0, PAGE.width - 2 * aside, PAGE.height))
        radius = (0.7 if self.curator else 0.5) * self.sign  # the number beside needs room too
        heads = [point for _, point in whole.headings]
        names = at.place_names(
            whole.places, self.names, whole.paths, heads, PAGE, radius, self.letter
        )
        if names is not None:
            return replace(whole, names=names)
        return self._scene(
            at.Box(0, 0, PAGE.width - self.columns * self.column - self.sign, PAGE.height)
        )

    def _scene(self, area: at.Box) -> _Scene:
        gap = 1.4 * self.sign
        kilometre, headings, divider = 0.0, [], None
        if self.layout == "role":
            roles = {school: load.role for school, load in self.loads.items()}
            places, tops = at.by_role(self.graph, roles, area, 1.05 * self.sign)
            headings = [(say.HEADINGS[role](), point) for role, point in tops.items()]
        else:
            schools = [self.municipality.school[school] for school in self.graph]
            places, kilometre, beside = at.by_geography(schools, area, gap)
            if beside:
                top = beside.centre + np.array([0.0, beside.height / 2 - at.HEADING / 2])
                headings = [(say.NO_PLACE(), top)]
                divider = beside.left - gap if beside.left > area.left else None
        paths: list[at.Points] = []
        middles: dict[frozenset[str], at.Points] = {}
        for link in self.links:
            ends = frozenset((link.start, link.end))
            others = [point for school, point in places.items() if school not in ends]
            if ends in middles:  # a second line between the same two keeps off the first
                others.append(middles[ends])
            path = at.path(places[link.start], places[link.end], others, 0.62 * self.sign)
            middles[ends] = at.middle(path)
            paths.append(path)
        return _Scene(places, paths, None, kilometre, tuple(headings), divider)

    def chart(self) -> alt.LayerChart:
        """The finished picture."""
        import altair as alt

        layers = [self._lines(), self._signs(), *self._texts()]
        if self.curator:
            layers.insert(1, self._arrows())
        if self.scene.divider is not None:
            ends = [{"x": round(self.scene.divider, 1), "y": y} for y in (0.0, PAGE.height)]
            layers.append(CANVAS.layer("line", ends, {"color": "gray", "strokeWidth": 1}))
        if self.scene.kilometre:
            layers += self._scale()
        return alt.LayerChart(
            layer=layers,
            width=PAGE.width,
            height=PAGE.height,
            title=self._title(),
            config=alt.Config(
                font=FONT,
                view=alt.ViewConfig(stroke=None),
                title=alt.TitleConfig(anchor="start", fontSize=18, subtitleFontSize=12, offset=12),
                legend=alt.LegendConfig(
                    orient="bottom",
                    direction="vertical",
                    title=None,
                    labelFontSize=12,
                    labelLimit=0,
                    symbolSize=250,
                    columnPadding=30,
                ),
            ),
        )

    def _title(self) -> alt.TitleParams:
        import altair as alt

        about = self.municipality.about
        text = say.BY_ROLE if self.layout == "role" else say.TITLE
        parts = [say.ABOUT(day=about.reference_date.strftime("%d.%m.%Y")), plans.NOTICE()]
        if about.fictional:
            parts.append(plans.FICTIONAL())
        if self.curator:
            parts.insert(0, say.FOR_CURATOR())
        notes = []
        if self.layout == "geography":
            notes.append(say.NEARBY())
        if self.curator:
            notes.append(say.LOAD())
        return alt.TitleParams(
            one_line(text(name=about.name)), subtitle=[". ".join(parts), " ".join(notes)]
        )

    def _lines(self) -> alt.Chart:
        """Agreements: in the public picture all of one sort."""
        import altair as alt

        styles = self._styles()
        rows = [
            {**_xy(point), "link": n, "step": step, "line": styles[self._style(link)][0]}
            for n, (link, path) in enumerate(zip(self.links, self.scene.paths, strict=True))
            for step, point in enumerate(self._shown(link, path))
        ]
        used = {row["line"] for row in rows}
        dashes = {words: dash for words, dash in styles.values() if words in used}
        scale = alt.Scale(domain=list(dashes), range=list(dashes.values()))
        legend = alt.Legend(symbolType="stroke", symbolSize=1200) if dashes else None
        return CANVAS.layer(
            "line",
            rows,
            {"color": "black", "strokeWidth": 1.6},
            detail="link:N",
            order="step:Q",
            strokeDash=alt.StrokeDash("line:N", scale=scale, legend=legend),
        )

    def _styles(self) -> dict[object, tuple[str, list[float]]]:
        """Words and dash of each sort of line."""
        if not self.curator:
            return {False: (say.PROPOSED(), SOLID), True: (say.IN_FORCE(), DOTTED)}
        dashes = (SOLID, DOTTED, DASHED, DASH_DOTTED)
        return {
            sort: (words(), dash)
            for (sort, words), dash in zip(say.LINES.items(), dashes, strict=True)
        }

    def _style(self, link: Link) -> object:
        return (link.kind, link.in_force) if self.curator else link.in_force

    def _shown(self, link: Link, path: at.Points) -> at.Points:
        """The line up to its arrowhead, if it has one."""
        if not self._directed(link):
            return path
        back = self._tip(path)[1]
        kept = path[np.hypot(*(path - path[-1]).T) > np.hypot(*(back - path[-1]))]
        return np.vstack([kept, back])

    def _directed(self, link: Link) -> bool:
        return self.curator and link.kind == "cooperation"

    def _tip(self, path: at.Points) -> tuple[at.Points, at.Points]:
        """Where the arrowhead touches the square at the end of a line, and where it begins."""
        end = path[-1]
        far = np.hypot(*(path - end).T) > 0.6 * self.sign
        before = path[far][-1] if far.any() else path[0]
        way = (end - before) / np.hypot(*(end - before))
        half = 0.5 * self.sign * SHAPES["helped"][1] ** 0.5 + 1.5
        tip = end - way * half / np.abs(way).max()
        return tip, tip - 8 * way

    def _arrows(self) -> alt.Chart:
        import altair as alt

        rows = []
        for link, path in zip(self.links, self.scene.paths, strict=True):
            if self._directed(link):
                tip, back = self._tip(path)
                x, y = tip - back
                rows.append({**_xy(tip), "angle": round(-float(np.degrees(np.arctan2(y, x))), 1)})
        look = {"shape": ARROW, "filled": True, "color": "black", "opacity": 1, "size": 90}
        return CANVAS.layer("point", rows, look, angle=alt.Angle("angle:Q", scale=None))

    def _signs(self) -> alt.Chart:
        """Schools: in the public picture all alike."""
        import altair as alt

        look: Row = {"stroke": "black", "opacity": 1}
        area = self.sign**2
        if not self.curator:
            rows = [_xy(point) for point in self.scene.places.values()]
            look |= {"shape": "circle", "size": area, "fill": "white", "strokeWidth": 1.2}
            return CANVAS.layer("point", rows, look)
        marks = self._marks()
        rows = [
            {
                **_xy(point),
                "role": say.ROLES[self.loads[school].role](),
                "mark": marks[school],
                "edge": 1.2 if marks[school] == say.PLAIN() else 3.5,
                "size": round(area * SHAPES[self.loads[school].role][1], 1),
            }
            for school, point in self.scene.places.items()
        ]
        seen = {load.role for load in self.loads.values()}
        signs = {say.ROLES[role](): shape for role, (shape, _) in SHAPES.items() if role in seen}
        looks = {
            words: fill
            for words, fill in {
                say.PLAIN(): "white",
                say.JOINT(): "lightgray",
                say.SUPPORT(n=SEVERAL): "black",
            }.items()
            if words in marks.values()
        }
        fills = alt.Scale(domain=list(looks), range=list(looks.values()))
        shapes = alt.Scale(domain=list(signs), range=list(signs.values()))
        legend = alt.Legend(symbolStrokeColor="black", symbolFillColor="white")
        special = legend if len(looks) > 1 else None
        return CANVAS.layer(
            "point",
            rows,
            look,
            shape=alt.Shape("role:N", scale=shapes, legend=legend),
            fill=alt.Fill("mark:N", scale=fills, legend=special),
            strokeWidth=alt.StrokeWidth("edge:Q", scale=None),
            size=alt.Size("size:Q", scale=None),
        )

    def _marks(self) -> dict[str, str]:
        """What is special about each school; hanging on it weighs more than joining."""
        marks = dict.fromkeys(self.graph, say.PLAIN())
        marks |= {joint.school: say.JOINT() for joint in self.report.joints}
        marks |= {support.helper: say.SUPPORT(n=SEVERAL) for support in self.report.supports}
        return marks

    def _texts(self) -> list[alt.Chart]:
        """What stands in the signs and beside them."""
        scene, size = self.scene, self.letter
        black = {support.helper for support in self.report.supports} if self.curator else set()
        inside = [
            {**_xy(point), "text": self.short[s], "ink": "white" if s in black else "black"}
            for s, point in scene.places.items()
        ]
        layers = [CANVAS.text(inside, align="center", fontSize=size, fontWeight="bold")]
        if self.curator:
            spots = at.place_counts(scene.places, scene.paths, self.sign)
            counts = [
                {**_xy(point), "text": str(self.loads[school].total)}
                for school, point in spots.items()
                if self.loads[school].total
            ]
            layers += CANVAS.on_white(counts, align="center", fontSize=size, fontStyle="italic")
        if scene.names is None:
            layers.append(CANVAS.text(self._list(), limit=self.column - 6, fontSize=size))
        else:
            named = [{**_xy(point), "text": self.names[s]} for s, point in scene.names.items()]
            layers += CANVAS.on_white(named, align="center", fontSize=size)
        heads = [{**_xy(point), "text": words} for words, point in scene.headings]
        layers.append(CANVAS.text(heads, align="center", fontSize=13, fontStyle="italic"))
        return layers

    def _list(self) -> list[Row]:
        """The names in columns at the right of the page."""
        left = PAGE.width - self.columns * self.column
        high = -(-len(self.graph) // self.columns)
        return [
            {
                "x": round(left + self.column * (n // high), 1),
                "y": round(PAGE.height - (n % high + 0.5) * (self.letter + 4), 1),
                "text": f"{self.short[school]} – {self.names[school]}",
            }
            for n, school in enumerate(self.graph)
        ]

    def _scale(self) -> list[alt.Chart]:
        """A bar of so many round kilometres."""
        n = next((n for n in ROUND if n * self.scene.kilometre > 60), ROUND[-1])
        ends = [{"x": x, "y": 8.0} for x in (0.0, round(n * self.scene.kilometre, 1))]
        words = [
            {
                "x": 0.0,
                "y": 18.0,
                "text": say.KILOMETRES(n=n) if n >= 1 else say.METRES(n=round(1000 * n)),
            }
        ]
        bar = CANVAS.layer("line", ends, {"color": "black", "strokeWidth": 3})
        return [bar, CANVAS.text(words, fontSize=11)]


def _either_way(link: Link) -> Link:
    """The same link with its ends in the order of their IDs."""
    start, end = sorted((link.start, link.end))
    return link.model_copy(update={"start": start, "end": end})


def _xy(point: at.Points) -> Row:
    return {"x": round(float(point[0]), 1), "y": round(float(point[1]), 1)}
