"""Results as Markdown: a table for the docs, exponents, and what gives out first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from matchmaker.bench.growth import Growth, bottleneck, growths
from matchmaker.bench.quality import Quality
from matchmaker.bench.ratios import Spread, by_size, ratios
from matchmaker.bench.record import Clock, Results, Run
from matchmaker.messages import bench as say


def report_text(results: Results, clock: Clock) -> str:
    """The report of one file of results."""
    parts = [f"## {results.family}", "", _about(results, clock)]
    if not results.finished:
        parts.append("\n" + say.UNFINISHED(done=len(results.runs), planned=results.planned))
    quality = Quality(results.runs)
    parts += [
        "\n" + say.BEATEN(solver=run.solver, case=_case(run))
        for run in results.runs
        if quality.beaten(run)
    ]
    parts += ["", *_runs(results, clock, quality)]
    reasons = _reasons(results)
    if reasons:
        parts += ["", say.WITHOUT_ANSWER(), "", *reasons]
    found = growths(results.runs, clock)
    if found:
        parts += ["", f"### {say.GROWTH()}", "", say.GROWTH_ABOUT(), "", *_growth(found)]
        parts += ["", *_bottlenecks(found)]
    return "\n".join(parts) + "\n"


def _about(results: Results, clock: Clock) -> str:
    machine = results.machine
    known = {name: version for name, version in results.versions.items() if version}
    return say.ABOUT(
        cores=machine.cores or "?",
        memory="?" if machine.memory_mb is None else round(machine.memory_mb / 1024),
        system=f"{machine.system} {machine.processor}",
        versions=", ".join(f"{name} {version}" for name, version in known.items()),
        clock=say.CLOCKS[clock](),
        baseline=results.baseline,
    )


def _runs(results: Results, clock: Clock, quality: Quality) -> Iterable[str]:
    shaped = [
        name
        for name in ("tightness", "correlation", "deficits")
        if any(getattr(run.case, name) is not None for run in results.runs)
    ]
    heads = [say.SIZE(), *shaped, say.SOLVER(), say.ANSWER(), say.SECONDS_OF(), say.RATIO()]
    yield from _head([*heads, say.MEMORY(), say.LOST()])
    for (_, solver), runs in by_size(results).items():
        case, done = runs[0].case, [run for run in runs if run.answered]
        peak = Spread.of([run.peak_mb for run in done if run.peak_mb is not None])
        cells = [
            f"{case.mentees} × {case.mentors}",
            *(str(getattr(case, name)) for name in shaped),
            solver,
            ", ".join(dict.fromkeys(say.STATUS[run.status]() for run in runs)),
            _spread(Spread.of([run.seconds(clock) for run in done])),
            _spread(ratios(results, runs, clock)),
            "" if peak is None else f"{peak.high:.0f}",
            _lost(done, quality),
        ]
        yield _row(cells)


def _lost(runs: Sequence[Run], quality: Quality) -> str:
    """The first tier in which somebody loses, and how much on every seed."""
    losses = [quality.loss(run) for run in runs]
    worst = [f"{tier} −{lost}" for tier, lost in (one for one in losses if one) if tier]
    if not runs:
        return ""
    return ", ".join(worst) if worst else "0"


def _spread(spread: Spread | None) -> str:
    if spread is None:
        return ""
    if spread.low == spread.high:
        return _number(spread.middle)
    return f"{_number(spread.middle)} ({_number(spread.low)}–{_number(spread.high)})"


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def _reasons(results: Results) -> list[str]:
    """Why somebody has no answer, each reason once."""
    said: dict[tuple[str, str], list[str]] = {}
    for run in results.runs:
        if run.reason:
            sizes = said.setdefault((run.solver, run.reason), [])
            size = f"{run.case.mentees} × {run.case.mentors}"
            if size not in sizes:
                sizes.append(size)
    return [f"* {solver}, {'; '.join(at)}: {reason}" for (solver, reason), at in said.items()]


def _growth(found: Sequence[Growth]) -> Iterable[str]:
    """A row for each phase of a solver: its exponents, what it took and would take."""
    against = [name for name in say.BY if any(one.against == name for one in found)]
    by = [say.BY[name]() for name in against]
    yield from _head([say.SOLVER(), say.PHASE(), *by, say.LARGEST(), say.TENFOLD()])
    rows: dict[tuple[str, str], dict[str, Growth]] = {}
    for one in found:
        rows.setdefault((one.solver, one.phase), {})[one.against] = one
    for (solver, phase), mine in rows.items():
        last = mine.get("mentees") or next(iter(mine.values()))
        named = {"total": say.TOTAL(), "memory": say.MEGABYTES()}.get(phase, phase)
        exponents = [
            _spread(Spread(one.exponent, one.low, one.high)) if one else ""
            for one in map(mine.get, against)
        ]
        yield _row([solver, named, *exponents, _number(last.largest), _number(last.tenfold)])


def _bottlenecks(found: Sequence[Growth]) -> Iterable[str]:
    for solver in dict.fromkeys(one.solver for one in found):
        first = bottleneck(found, solver)
        if first is not None:
            yield say.BOTTLENECK(
                solver=solver,
                phase=first.phase,
                exponent=first.exponent,
                tenfold=_number(first.tenfold),
            )


def _head(cells: Sequence[str]) -> Iterable[str]:
    yield _row(cells)
    yield _row(["---"] * len(cells))


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"


def _case(run: Run) -> str:
    return say.CASE(mentees=run.case.mentees, mentors=run.case.mentors, seed=run.case.seed)
