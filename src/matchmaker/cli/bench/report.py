"""``matchmaker bench report``: plots and tables of results."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from matchmaker.cli import render
from matchmaker.cli.options import check_folder
from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import bench as say

if TYPE_CHECKING:
    from matchmaker.bench.record import Clock

ClockName = Annotated[str, typer.Option("--clock", help=say.CLOCK())]


def command(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help=say.RESULTS_FILES())],
    out: Annotated[Path, typer.Option("-o", "--out", help=say.FOLDER())],
    clock: ClockName = "cpu",
) -> int:
    """Write pictures and one report.md into a folder."""
    from matchmaker.bench.report import report
    from matchmaker.bench.results_file import read_results

    check_folder(out)
    for path in report(read_results(files), out, clock_named(clock)):
        render.line(say.WRITTEN(file=path))
    return 0


def clock_named(name: str) -> Clock:
    """Refuse a clock there is not."""
    if name == "cpu":
        return "cpu"
    if name == "wall":
        return "wall"
    known = say.KNOWN_FAMILIES(names="cpu, wall")
    raise InputError([Issue(Place(setting="--clock"), say.UNKNOWN_CLOCK(), known, name)])
