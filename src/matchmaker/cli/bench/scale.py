"""``matchmaker bench scale``: an invented country of any size, matched with a proof."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Annotated

import typer

from matchmaker.cli import render
from matchmaker.cli.options import ClusterAddress, Json, WorkerCount
from matchmaker.messages import bench as say

if TYPE_CHECKING:
    from matchmaker.events import Event


def command(
    mentees: Annotated[int, typer.Option("--mentees", min=1, help=say.MENTEES())] = 10_000,
    mentors: Annotated[int, typer.Option("--mentors", min=1, help=say.MENTORS())] = 5_000,
    seed: Annotated[int, typer.Option("--seed", min=0, help=say.SEED())] = 1,
    seconds: Annotated[float | None, typer.Option("--seconds", min=0.1, help=say.AT_MOST())] = None,
    workers: WorkerCount = None,
    cluster: ClusterAddress = None,
    json: Json = False,
) -> int:
    """Match, and tell what it took; rounds are told as they come, unless JSON is asked for."""
    from matchmaker.bench.scale import scale
    from matchmaker.events import nobody
    from matchmaker.limits import Limits
    from matchmaker.workers import workers as hands

    asked = workers is not None or cluster is not None
    with hands(workers, cluster) if asked else nullcontext() as found:
        made = scale(
            mentees, mentors, seed, Limits(seconds=seconds), nobody if json else _told, found
        )
    if json:
        render.data(made.to_json())
        return 0
    for name, value in made.to_json().items():
        render.line(say.FACT(name=name, value=value))
    return 0


def _told(event: Event) -> None:
    from matchmaker.events import Round

    if not isinstance(event, Round):
        return
    facts = {"number": event.number, "columns": event.columns, "entering": event.entering}
    if event.tier is None:
        render.line(say.LAST_ROUND(**facts))
    else:
        bound = "?" if event.bound is None else event.bound
        render.line(say.ROUND(**facts, tier=event.tier, value=event.value, bound=bound))
