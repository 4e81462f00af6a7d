"""Plots of results: time and memory by size, quality by time."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from statistics import median
from typing import TYPE_CHECKING, Any

from matchmaker.bench.quality import Quality
from matchmaker.bench.record import Clock, Results, Run
from matchmaker.io.canvas import FONT
from matchmaker.messages import bench as say

if TYPE_CHECKING:
    import altair as alt

WIDTH, HEIGHT = 640, 400

MARKS = 14
"""Where an axis would have more marks, only powers of ten are marked."""

COLOURS = (
    "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000",
    "#7F7F7F", "#8C564B", "#17BECF", "#BCBD22", "#9467BD", "#D62728", "#1F4E79",
)  # fmt: skip
"""First those that are told apart with any sight (Okabe and Ito), then more."""


def charts(results: Results, clock: Clock) -> dict[str, alt.LayerChart]:
    """Draw ``time``, ``memory``, and ``quality-…`` of each tier that somebody loses in."""
    done = [run for run in results.runs if run.answered]
    if not done:
        return {}
    solvers = list(dict.fromkeys(run.solver for run in done))
    pairs = say.AXIS_PAIRS()
    seconds = say.AXIS_SECONDS(clock=say.CLOCKS[clock]())
    found = {
        "time": _by_size(done, solvers, lambda run: run.seconds(clock), pairs, seconds),
        "memory": _by_size(done, solvers, lambda run: run.peak_mb, pairs, say.AXIS_MEMORY()),
    }
    quality = Quality(results.runs)
    lost = {loss[0] for loss in map(quality.loss, done) if loss}
    for tier in (name for name in done[0].tiers if name in lost):
        rows = [
            {"solver": run.solver, "x": run.seconds(clock), "y": 100 * share}
            for run, share in ((run, quality.share(run, tier)) for run in done)
            if share is not None and run.seconds(clock) > 0
        ]
        if rows:
            axis = say.AXIS_SHARE(tier=tier)
            found[f"quality-{tier}"] = _picture(rows, [], solvers, seconds, axis, log_y=False)
    return {
        f"{results.family}-{name}": _titled(chart, results, name) for name, chart in found.items()
    }


def _by_size(
    runs: Sequence[Run], solvers: Sequence[str], read: Any, x: str, y: str
) -> alt.LayerChart:
    rows = [
        {"solver": run.solver, "x": run.case.pairs, "y": read(run)} for run in runs if read(run)
    ]
    series: dict[tuple[str, int], list[float]] = {}
    for row in rows:
        series.setdefault((row["solver"], row["x"]), []).append(row["y"])
    middle = [
        {"solver": solver, "x": size, "y": median(values)}
        for (solver, size), values in series.items()
    ]
    return _picture(rows, middle, solvers, x, y, log_y=True)


def _picture(
    points: Sequence[Mapping[str, Any]],
    lines: Sequence[Mapping[str, Any]],
    solvers: Sequence[str],
    x: str,
    y: str,
    *,
    log_y: bool,
) -> alt.LayerChart:
    """A point for each run, a line through the medians."""
    import altair as alt

    colour = alt.Color(
        "solver:N",
        scale=alt.Scale(domain=list(solvers), range=list(COLOURS[: len(solvers)])),
        legend=alt.Legend(title=say.SOLVER()),
    )
    across = alt.X("x:Q", title=x, **_logarithmic([row["x"] for row in points]))
    if log_y:
        up = alt.Y("y:Q", title=y, **_logarithmic([row["y"] for row in points]))
    else:
        up = alt.Y("y:Q", title=y, scale=alt.Scale(zero=False))
    layers = [
        alt.Chart(alt.InlineData(values=list(lines)))
        .mark_line(strokeWidth=1.5)
        .encode(x=across, y=up, color=colour),
        alt.Chart(alt.InlineData(values=list(points)))
        .mark_point(filled=True, size=35, opacity=0.75)
        .encode(x=across, y=up, color=colour),
    ]
    return alt.LayerChart(layer=layers if lines else layers[1:], width=WIDTH, height=HEIGHT)


def _logarithmic(values: Sequence[float]) -> dict[str, Any]:
    """A logarithmic axis that ends a little beyond its values, marked at 1, 2 and 5."""
    import altair as alt

    least, most = min(values) / 1.15, max(values) * 1.15
    powers = range(math.floor(math.log10(least)), math.ceil(math.log10(most)) + 1)
    marks = [step * 10.0**power for power in powers for step in (1, 2, 5)]
    shown = [round(mark, 9) for mark in marks if least <= mark <= most]
    if len(shown) > MARKS:
        shown = [mark for mark in shown if f"{mark:e}".startswith("1")]
    # Thousands by a letter; what is below one stays a plain number.
    label = "format(datum.value, datum.value < 1000 ? '~g' : '~s')"
    return {
        "scale": alt.Scale(type="log", domain=[least, most], nice=False),
        "axis": alt.Axis(values=shown, labelExpr=label),
    }


def _titled(chart: alt.LayerChart, results: Results, name: str) -> alt.LayerChart:
    import altair as alt

    kind, machine = name.partition("-")[0], results.machine
    what, beneath = say.PICTURES[kind](), say.ON_MACHINE if kind == "quality" else say.WITH_MEDIANS
    words = beneath(cores=machine.cores or "?", system=machine.system)
    title = alt.TitleParams(f"{results.family}: {what}", subtitle=words, anchor="start")
    finished: alt.LayerChart = chart.properties(title=title).configure(font=FONT)
    return finished
