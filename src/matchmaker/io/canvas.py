"""A page on which marks and words stand at positions in pixels, and its files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING, Any

from matchmaker.io.one_line import one_line

if TYPE_CHECKING:
    import altair as alt

Row = dict[str, Any]

SCALE = 2.5
"""Pixels of the PNG per pixel of the page: 240 to the inch on A4."""

FONT = "Liberation Sans, Arial, sans-serif"
"""The first comes with the converter, so a PNG looks the same everywhere."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """A page without axes.

    Attributes
    ----------
    width, height : unit: pixels of 1/96 inch.
    downwards : whether y grows from the top, as in a list, or from the bottom, as on a map.
    """

    width: float
    height: float
    downwards: bool = False

    def layer(self, mark: Any, rows: list[Row], look: Row, **drawn: Any) -> alt.Chart:
        """Marks of one sort, each where its row says."""
        import altair as alt

        tall = [self.height, 0] if self.downwards else [0, self.height]
        chart: alt.Chart = alt.Chart(
            alt.InlineData(values=rows), mark=alt.MarkDef(type=mark, aria=False, **look)
        ).encode(
            x=alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, self.width], nice=False)),
            y=alt.Y("y:Q", axis=None, scale=alt.Scale(domain=tall, nice=False)),
            **drawn,
        )
        return chart

    def text(self, rows: list[Row], **look: Any) -> alt.Chart:
        """Words, black unless their row names an ``ink``."""
        import altair as alt

        rows = [{"ink": "black", **row, "text": one_line(row["text"])} for row in rows]
        look = {"align": "left", "baseline": "middle", **look}
        ink = alt.Color("ink:N", scale=None)
        return self.layer("text", rows, look, text="text:N", color=ink)

    def on_white(self, rows: list[Row], **look: Any) -> list[alt.Chart]:
        """Text that stays legible where a line passes under it."""
        return [self.text(rows, stroke="white", strokeWidth=3, **look), self.text(rows, **look)]

    def boxes(self, rows: list[Row], **look: Any) -> alt.Chart:
        """Rectangles from x, y to x2, y2; white unless their row names an ``ink``."""
        import altair as alt

        rows = [{"ink": "white", **row} for row in rows]
        ink = alt.Fill("ink:N", scale=None)
        corner = {"x2": alt.X2("x2:Q"), "y2": alt.Y2("y2:Q")}
        return self.layer("rect", rows, {"opacity": 1, **look}, fill=ink, **corner)

    def lines(self, rows: list[Row], **look: Any) -> alt.Chart:
        """Straight lines from x, y to x2, y2."""
        import altair as alt

        return self.layer("rule", rows, look, x2=alt.X2("x2:Q"), y2=alt.Y2("y2:Q"))

    def page(
        self, layers: Sequence[alt.Chart], title: str, subtitle: Sequence[str]
    ) -> alt.LayerChart:
        """The finished picture under its title."""
        import altair as alt

        return alt.LayerChart(
            layer=list(layers),
            width=self.width,
            height=self.height,
            title=alt.TitleParams(one_line(title), subtitle=[one_line(line) for line in subtitle]),
            config=alt.Config(
                font=FONT,
                view=alt.ViewConfig(stroke=None),
                title=alt.TitleConfig(
                    anchor="start", fontSize=18, subtitleFontSize=12, offset=12, limit=self.width
                ),
            ),
        )


def picture_files(charts: Mapping[str, alt.LayerChart | alt.FacetChart]) -> dict[str, bytes]:
    """What the SVG and the PNG of each chart hold, by name; the same charts, the same bytes."""
    import vl_convert

    contents: dict[str, bytes] = {}
    for name, chart in charts.items():
        text = StringIO()
        chart.save(text, format="svg")
        contents[f"{name}.svg"] = text.getvalue().encode()
        contents[f"{name}.png"] = vl_convert.svg_to_png(text.getvalue(), scale=SCALE)
    return contents
