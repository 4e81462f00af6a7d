"""``matchmaker rematch``: make a plan again with the fewest changes."""

from __future__ import annotations

import time
from typing import Annotated, Literal

import typer

from matchmaker.cli import diff, match, partner, render
from matchmaker.cli.options import (
    Json,
    Out,
    PlanFile,
    PolicyFile,
    Seconds,
    Solver,
    Source,
    check_folder,
)
from matchmaker.messages import changes as say


def command(
    plan: PlanFile,
    source: Source,
    out: Out,
    first: Annotated[
        Literal["coverage", "stability"], typer.Option("--first", help=say.FIRST())
    ] = "coverage",
    policy: PolicyFile = None,
    solver: Solver = "auto",
    seconds: Seconds = None,
    json: Json = False,
) -> int:
    """Write what ``match`` writes, and ``changes.xlsx``: who changes, from whom to whom, why."""
    check_folder(out)
    run = match.Run()
    from matchmaker import engine
    from matchmaker.io.plan_workbooks import changes_workbook
    from matchmaker.limits import Limits
    from matchmaker.results.changes import why

    former = engine.read_plan(plan)
    municipality, rules = engine.load(source, policy)
    made = engine.rematch(
        former,
        municipality,
        rules,
        first=first,
        solver=solver,
        limits=Limits(seconds=seconds),
        watch=run.watch,
    )
    found = engine.diff(former, made)
    papers = partner.papers(made, curator=False) if made.schools else match.papers(made)
    files = run.write(out, {**papers, "changes.xlsx": changes_workbook(made, found)})
    if json:
        changes = found.to_plain(lambda change: why(made, change))
        seconds = time.monotonic() - run.started
        answer = (
            partner.summary(made, None, seconds)
            if made.schools
            else match.summary(made.record, seconds)
        )
        render.data(changes | answer)
    else:
        if made.schools:
            partner.report(made, None, curator=False)
        else:
            match.report(made)
        diff.report(
            found, made.called, lambda change: why(made, change), match.SHOWN, made.record.kind
        )
        match.tell_files(files)
    return match.exit_code(made.record)
