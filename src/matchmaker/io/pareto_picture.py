"""Coverage, travel and fit of the runs of a sweep: which of them nobody surpasses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from matchmaker.io.canvas import FONT, Row
from matchmaker.io.one_line import one_line
from matchmaker.messages import sweep as say
from matchmaker.results.sweep_run import Run, on_front

if TYPE_CHECKING:
    import altair as alt

WIDTH, HEIGHT = 360, 300
"""Of one panel. Unit: pixels."""

COLUMNS = 2
"""So many panels stand side by side."""

INKS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")
SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "triangle-right")
"""Policies are told apart by both, so that a print in black is read too; after seven of them
colours and shapes begin anew, shifted against each other."""

PLACES = 4
"""Coordinates are rounded to so many places."""

COMMA = "replace(datum.label, '.', ',')"
"""Numbers on an axis in Russian."""


def pareto_chart(runs: Sequence[Run], yardstick: str) -> alt.FacetChart | None:
    """Every run as a mark, a panel for each scenario in each size.

    Returns
    -------
    Nothing if no run can be drawn.
    """
    import altair as alt

    rows = _rows(runs)
    if not rows:
        return None
    policies = list(dict.fromkeys(row["policy"] for row in rows))
    panels = list(dict.fromkeys(row["panel"] for row in rows))
    order = [SHAPES[(n + n // len(INKS)) % len(SHAPES)] for n in range(len(policies))]
    inks = [INKS[n % len(INKS)] for n in range(len(policies))]
    colours = alt.Scale(domain=policies, range=inks)
    legend = alt.Legend(title=say.COLUMN_POLICY(), symbolSize=110)
    shown: dict[str, Any] = {
        "x": alt.X(
            "travel:Q", scale=alt.Scale(zero=False, padding=18), axis=_axis(say.AXIS_TRAVEL())
        ),
        "y": alt.Y("fit:Q", scale=alt.Scale(zero=False, padding=18), axis=_axis(say.AXIS_FIT())),
        "shape": alt.Shape(
            "policy:N", scale=alt.Scale(domain=policies, range=order), legend=legend
        ),
        "stroke": alt.Stroke("policy:N", scale=colours, legend=legend),
        "fill": alt.Fill("policy:N", scale=colours, legend=legend),
        "fillOpacity": alt.FillOpacity(
            "front:N", scale=alt.Scale(domain=[False, True], range=[0, 0.75]), legend=None
        ),
        "size": alt.Size(
            "coverage:Q",
            scale=alt.Scale(range=[50, 420], zero=False),
            legend=alt.Legend(
                title=say.LEGEND_COVERAGE(), symbolFillColor="#999999", labelExpr=COMMA, tickCount=4
            ),
        ),
    }
    points = alt.Chart(
        alt.InlineData(values=rows),
        mark=alt.MarkDef(type="point", filled=False, strokeWidth=1.6, aria=False),
        width=WIDTH,
        height=HEIGHT,
    ).encode(**shown)
    header = alt.Header(title=None, labelFontSize=13, labelFontWeight="bold")
    chart = points.facet(
        facet=alt.Facet("panel:N", sort=panels, header=header), columns=min(COLUMNS, len(panels))
    ).resolve_scale(x="independent", y="independent")
    subtitle = [
        say.PICTURE_SIDES(),
        say.PICTURE_FRONT(),
        say.PICTURE_FIT(policy=one_line(yardstick)),
    ]
    whole: alt.FacetChart = chart.properties(
        title=alt.TitleParams(say.PICTURE(), subtitle=subtitle, anchor="start", offset=12),
        config=alt.Config(
            font=FONT,
            title=alt.TitleConfig(fontSize=18, subtitleFontSize=12),
            legend=alt.LegendConfig(labelLimit=260, titleLimit=260),
        ),
    )
    return whole


def _axis(title: str) -> alt.Axis:
    import altair as alt

    return alt.Axis(title=title, labelExpr=COMMA, tickCount=6, titleFontWeight="normal")


def _rows(runs: Sequence[Run]) -> list[Row]:
    found = []
    for run, front in zip(runs, on_front(runs), strict=True):
        goods = run.measured.goods if run.measured else None
        if goods is None:
            continue
        coverage, nearness, fit = (round(float(good), PLACES) for good in goods)
        size = say.SIZE(size=run.size) if run.size else ""
        found.append(
            {
                "panel": one_line(say.PANEL(scenario=run.scenario, size=size)),
                "policy": one_line(run.policy),
                "coverage": round(100 * coverage, PLACES - 2),
                "travel": 0.0 - nearness,
                "fit": fit,
                "front": front,
            }
        )
    return found
