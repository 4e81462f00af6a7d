"""``matchmaker bench compare``: what became slower or worse between two files of results."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from matchmaker.cli import render
from matchmaker.cli.bench.report import ClockName, clock_named
from matchmaker.cli.options import Json
from matchmaker.messages import bench as say


def command(
    before: Annotated[Path, typer.Argument(metavar="BEFORE", help=say.BEFORE())],
    after: Annotated[Path, typer.Argument(metavar="AFTER", help=say.AFTER())],
    threshold: Annotated[float, typer.Option("--threshold", min=1.0, help=say.THRESHOLD())] = 1.25,
    clock: ClockName = "cpu",
    json: Json = False,
) -> int:
    """List what differs by more than the threshold; exit code 1 if anything became worse."""
    from matchmaker.bench.compare import compare
    from matchmaker.bench.results_file import read_results

    old, new = read_results([before, after])
    found = compare(old, new, threshold, clock_named(clock))
    code = 1 if found.worse else 0
    if json:
        changes = [asdict(change) for change in found.changes]
        render.data({"absolute": found.absolute, "worse": len(found.worse), "changes": changes})
        return code
    same = say.SAME_MACHINE() if found.absolute else say.OTHER_MACHINE(baseline=old.baseline)
    render.line(same)
    differing = [change for change in found.changes if change.verdict != "same"]
    if differing:
        render.table(
            [say.SIZE(), say.SOLVER(), say.PHASE(), say.RATIO_NOW(), say.VERDICT()],
            [
                (
                    " ".join(
                        [f"{one.mentees} × {one.mentors}"]
                        + [str(part) for part in one.shape if part is not None]
                    ),
                    one.solver,
                    one.phase,
                    "" if one.ratio is None else f"{one.ratio:.2f}",
                    say.VERDICTS[one.verdict](),
                )
                for one in differing
            ],
        )
    render.line(say.COMPARED(compared=len(found.changes), worse=len(found.worse)))
    return code
