"""Two files of results held against each other: what became slower or worse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from matchmaker.bench.record import Case, Clock, Results, Run
from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import bench as say

Verdict = Literal["slower", "faster", "worse", "better", "lost", "gained", "same"]

BAD = ("slower", "worse", "lost")

LEAST = 0.05
"""Phases shorter than this in both files are noise. Unit: seconds."""

Key = tuple[Case, str]


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one phase (or the ``quality``) of a solver at one size, over all seeds.

    Attributes
    ----------
    ratio : after ÷ before, the median over seeds; nothing of quality.
    """

    mentees: int
    mentors: int
    shape: tuple[float | None, float | None, int | None]
    solver: str
    phase: str
    ratio: float | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that both files have."""

    absolute: bool
    """Whether times were compared as they are: the same machine. Else ratios to the baseline."""
    changes: tuple[Change, ...]

    @property
    def worse(self) -> tuple[Change, ...]:
        """What became slower or worse."""
        return tuple(change for change in self.changes if change.verdict in BAD)


def compare(before: Results, after: Results, threshold: float, clock: Clock) -> Comparison:
    """Hold the runs that both files have against each other.

    Raises
    ------
    InputError
        if the files are of two families, share no runs, or nothing in them can be compared.
    """
    if before.family != after.family:
        names = f"{before.family}, {after.family}"
        raise InputError([Issue(Place(), say.OTHER_FAMILIES(), value=names)])
    absolute = before.machine == after.machine
    if not absolute and before.baseline != after.baseline:
        names = f"{before.baseline}, {after.baseline}"
        raise InputError([Issue(Place(), say.OTHER_BASELINE(), value=names)])
    old, new = _by_key(before), _by_key(after)
    shared = [key for key in old if key in new]
    if not shared:
        raise InputError([Issue(Place(), say.NOTHING_SHARED())])
    units = [{} if absolute else _baseline(results, clock) for results in (before, after)]
    groups: dict[tuple[tuple[object, ...], str], list[Key]] = {}
    for case, solver in shared:
        groups.setdefault((case.size, solver), []).append((case, solver))
    found = [
        change
        for keys in groups.values()
        for change in (
            *_quality(old, new, keys),
            *_times(old, new, keys, units, threshold, clock),
        )
    ]
    return Comparison(absolute, tuple(found))


def _by_key(results: Results) -> dict[Key, Run]:
    return {(run.case, run.solver): run for run in results.runs}


def _baseline(results: Results, clock: Clock) -> dict[Case, float]:
    """Seconds of the baseline by case: the unit on a machine of its own."""
    return {
        run.case: run.seconds(clock)
        for run in results.runs
        if run.solver == results.baseline and run.answered
    }


def _quality(old: dict[Key, Run], new: dict[Key, Run], keys: Sequence[Key]) -> Iterator[Change]:
    """The worst that happened to the answers."""
    found = [_answer(old[key], new[key]) for key in keys]
    verdict = next((one for one in ("lost", "worse", "gained", "better") if one in found), "same")
    yield _change(keys[0], "quality", None, verdict)  # type: ignore[arg-type]


def _answer(old: Run, new: Run) -> Verdict:
    if old.answered != new.answered:
        return "lost" if old.answered else "gained"
    was, now = tuple(old.tiers.values()), tuple(new.tiers.values())
    if was == now and old.status != new.status:
        return "worse" if old.status == "proved" else "better"
    return "same" if was == now else "worse" if now < was else "better"


def _times(
    old: dict[Key, Run],
    new: dict[Key, Run],
    keys: Sequence[Key],
    units: Sequence[dict[Case, float]],
    threshold: float,
    clock: Clock,
) -> Iterator[Change]:
    both = [key for key in keys if old[key].answered and new[key].answered]
    phases = dict.fromkeys(name for key in both for name in old[key].wall)
    for phase in [*phases, "total"]:
        seen = []
        for key in both:
            was, now = _spent(old[key], phase, clock), _spent(new[key], phase, clock)
            if was is None or now is None or max(was, now) < LEAST or was <= 0:
                continue
            mine = [unit.get(key[0]) for unit in units] if units[0] or units[1] else [1.0, 1.0]
            if mine[0] and mine[1]:
                seen.append((now / mine[1]) / (was / mine[0]))
        if seen:
            ratio = median(seen)
            verdict: Verdict = "same"
            if ratio > threshold:
                verdict = "slower"
            elif ratio < 1 / threshold:
                verdict = "faster"
            yield _change(both[0], phase, round(ratio, 3), verdict)


def _spent(run: Run, phase: str, clock: Clock) -> float | None:
    times = run.wall if clock == "wall" else run.cpu
    return run.seconds(clock) if phase == "total" else times.get(phase)


def _change(key: Key, phase: str, ratio: float | None, verdict: Verdict) -> Change:
    case, solver = key
    shape = case.tightness, case.correlation, case.deficits
    return Change(case.mentees, case.mentors, shape, solver, phase, ratio, verdict)
