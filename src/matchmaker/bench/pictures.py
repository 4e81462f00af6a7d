"""Plots of results: time and memory by size, quality by time."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

from matchmaker.bench.quality import Quality
from matchmaker.bench.record import Clock, Results, Run
from matchmaker.io.canvas import FONT
from matchmaker.io.file_names import safe_name
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
    """Draw time and memory by size, and quality by time of each tier that somebody loses in.

    Where tightness, correlation or requests differ within the family, time and quality by these
    too.
    """
    done = [run for run in results.runs if run.answered]
    if not done:
        return {}
    solvers = list(dict.fromkeys(run.solver for run in done))
    quality = Quality(results.runs)
    seconds = _Axis(say.AXIS_SECONDS(clock=say.CLOCKS[clock]()), lambda run: run.seconds(clock))
    across: dict[str, _Axis] = {}
    for name, words in say.AXIS_SHAPE.items():
        if len({getattr(run.case, name) for run in done}) > 1:
            across[f"-by-{name}"] = _Axis(words(), _shape_reader(name), log=False)
    sized = not across or len({run.case.pairs for run in done}) > 1
    lost = {loss[0] for loss in map(quality.loss, done) if loss}
    shares = {
        tier: _Axis(say.AXIS_SHARE(tier=tier), _share_reader(quality, tier), log=False)
        for tier in done[0].tiers
        if tier in lost
    }
    found = {f"time{by}": _picture(done, solvers, axis, seconds) for by, axis in across.items()}
    if sized:
        pairs = _Axis(say.AXIS_PAIRS(), lambda run: run.case.pairs)
        memory = _Axis(say.AXIS_MEMORY(), lambda run: run.peak_mb)
        found["time"] = _picture(done, solvers, pairs, seconds)
        found["memory"] = _picture(done, solvers, pairs, memory)
    for tier, share in shares.items():
        found[f"quality-{tier}"] = _picture(done, solvers, seconds, share, medians=False)
        for by, axis in across.items():
            found[f"quality-{tier}{by}"] = _picture(done, solvers, axis, share)
    return {
        f"{safe_name(results.family)}-{safe_name(name)}": _titled(chart, results, name)
        for name, chart in found.items()
        if chart is not None
    }


@dataclass(frozen=True, slots=True)
class _Axis:
    """What is drawn along one side, and how it is read off a run."""

    title: str
    read: Callable[[Run], float | None]
    log: bool = True


def _shape_reader(name: str) -> Callable[[Run], float | None]:
    return lambda run: getattr(run.case, name)


def _share_reader(quality: Quality, tier: str) -> Callable[[Run], float | None]:
    def percent(run: Run) -> float | None:
        share = quality.share(run, tier)
        return None if share is None else 100 * share

    return percent


def _picture(
    runs: Sequence[Run], solvers: Sequence[str], x: _Axis, y: _Axis, *, medians: bool = True
) -> alt.LayerChart | None:
    """A point for each run, and a line through the medians; nothing if there is nothing to see."""
    import altair as alt

    read = [(run.solver, x.read(run), y.read(run)) for run in runs]
    points = [
        {"solver": solver, "x": across, "y": up}
        for solver, across, up in read
        if across is not None and up is not None
        # Nothing has no place on a logarithmic axis.
        if (across > 0 or not x.log) and (up > 0 or not y.log)
    ]
    if not points:
        return None
    series: dict[tuple[Any, Any], list[Any]] = {}
    for point in points:
        series.setdefault((point["solver"], point["x"]), []).append(point["y"])
    lines = [
        {"solver": solver, "x": across, "y": median(values)}
        for (solver, across), values in series.items()
    ]
    colour = alt.Color(
        "solver:N",
        scale=alt.Scale(domain=list(solvers), range=list(COLOURS[: len(solvers)])),
        legend=alt.Legend(title=say.SOLVER()),
    )
    drawn = {
        "x": alt.X("x:Q", title=x.title, **_scale(x, [point["x"] for point in points])),
        "y": alt.Y("y:Q", title=y.title, **_scale(y, [point["y"] for point in points])),
        "color": colour,
    }
    layers = [
        alt.Chart(alt.InlineData(values=lines)).mark_line(strokeWidth=1.5).encode(**drawn),
        alt.Chart(alt.InlineData(values=points))
        .mark_point(filled=True, size=35, opacity=0.75)
        .encode(**drawn),
    ]
    return alt.LayerChart(layer=layers if medians else layers[1:], width=WIDTH, height=HEIGHT)


def _scale(axis: _Axis, values: Sequence[Any]) -> dict[str, Any]:
    import altair as alt

    return _logarithmic(values) if axis.log else {"scale": alt.Scale(zero=False)}


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
    by_time = kind == "quality" and "-by-" not in name
    what, beneath = say.PICTURES[kind](), say.ON_MACHINE if by_time else say.WITH_MEDIANS
    words = beneath(cores=machine.cores or "?", system=machine.system)
    title = alt.TitleParams(f"{results.family}: {what}", subtitle=words, anchor="start")
    finished: alt.LayerChart = chart.properties(title=title).configure(font=FONT)
    return finished
