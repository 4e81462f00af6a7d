"""``matchmaker bench scale``: an invented country of any size, matched with a proof."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from matchmaker.cli import render
from matchmaker.cli.options import ClusterAddress, Json, WorkerCount
from matchmaker.cli.rounds import Rounds
from matchmaker.messages import bench as say


def command(
    mentees: Annotated[int, typer.Option("--mentees", min=1, help=say.MENTEES())] = 10_000,
    mentors: Annotated[int, typer.Option("--mentors", min=1, help=say.MENTORS())] = 5_000,
    seed: Annotated[int, typer.Option("--seed", min=0, help=say.SEED())] = 1,
    policy: Annotated[Path | None, typer.Option("--policy", help=say.POLICY())] = None,
    seconds: Annotated[float | None, typer.Option("--seconds", min=0.1, help=say.AT_MOST())] = None,
    workers: WorkerCount = None,
    cluster: ClusterAddress = None,
    json: Json = False,
) -> int:
    """Match, and tell what it took; rounds are told as they come, unless JSON is asked for."""
    from matchmaker.bench.scale import scale
    from matchmaker.events import nobody
    from matchmaker.io.policy_file import read_policy
    from matchmaker.limits import Limits
    from matchmaker.workers import workers as hands

    rules = None if policy is None else read_policy(policy)
    asked = workers is not None or cluster is not None
    watch = nobody if json else Rounds(render.line).watch
    with hands(workers, cluster) if asked else nullcontext() as found:
        made = scale(mentees, mentors, seed, Limits(seconds=seconds), watch, rules, found)
    if json:
        render.data(made.to_json())
        return 0
    for name, value in made.to_json().items():
        render.line(say.FACT(name=name, value=value))
    return 0
