"""``matchmaker verify``: check a plan without trusting any solver."""

from __future__ import annotations

import time
from contextlib import nullcontext
from typing import TYPE_CHECKING

from matchmaker.cli import render
from matchmaker.cli.options import ClusterAddress, Json, PlanFile, Source, WorkerCount
from matchmaker.messages import cli as say

if TYPE_CHECKING:
    from matchmaker.events import Event

PAUSE = 5.0
"""How far a long check is, is told so often. Unit: seconds."""


def command(
    plan: PlanFile,
    source: Source,
    workers: WorkerCount = None,
    cluster: ClusterAddress = None,
    json: Json = False,
) -> int:
    """Recompute everything the plan says; exit 1 if it is not valid."""
    from matchmaker.domain.town import check_town
    from matchmaker.engine import read_plan, verify
    from matchmaker.io import read
    from matchmaker.workers import workers as hands

    record, town = read_plan(plan), read(source)
    check_town(town.about.name, {plan.name: record.municipality})
    asked = workers is not None or cluster is not None
    with hands(workers, cluster) if asked else nullcontext() as found:
        verdict = verify(record, town, watch=_Progress().watch, workers=found)
    if json:
        render.data(
            {
                "valid": verdict.valid,
                "optimal": verdict.optimal,
                "issues": verdict.issues,
                "bounds": verdict.bounds,
                "values": verdict.values,
                "pairs": verdict.pairs,
            }
        )
    elif verdict.valid:
        render.line(say.VALID())
        titles = {tier.name: tier.title for tier in record.tiers}
        gaps = [
            say.GAP_LINE(tier=titles[name], value=verdict.values[name], bound=bound)
            for name, bound in verdict.bounds.items()
            if bound != verdict.values[name]
        ]
        render.line(
            {
                "proved": say.PROVED(pairs=verdict.pairs),
                "bound": say.BOUND(gaps="; ".join(gaps)),
                "unproved": say.UNPROVED(),
            }[verdict.optimal]
        )
    else:
        render.line(say.INVALID())
        for issue in verdict.issues:
            render.line(f"  • {issue}")
    return 0 if verdict.valid else 1


class _Progress:
    """How far a check is, told only while it takes long."""

    def __init__(self) -> None:
        self._told = time.monotonic()

    def watch(self, event: Event) -> None:
        from matchmaker.events import Checked

        if isinstance(event, Checked) and time.monotonic() - self._told >= PAUSE:
            self._told = time.monotonic()
            told = say.CHECKED if event.look == 1 else say.CHECKED_AGAIN
            render.note(told(n=event.mentees, of=event.of, look=event.look))
