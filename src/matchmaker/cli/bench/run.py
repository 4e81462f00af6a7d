"""``matchmaker bench run``: one file of a public set, with its official score."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from matchmaker.cli import render
from matchmaker.cli.options import Json
from matchmaker.messages import bench as say


def command(
    family: Annotated[str, typer.Argument(metavar="FAMILY", help=say.FAMILY())],
    file: Annotated[Path, typer.Option("--file", help=say.FILE())],
    seconds: Annotated[float, typer.Option("--seconds", min=0.1, help=say.SECONDS())] = 60.0,
    json: Json = False,
) -> int:
    """Solve and score; the time told is that of the whole run, reading included."""
    from matchmaker.bench.families import run_family
    from matchmaker.events import nobody
    from matchmaker.limits import Limits

    limits = Limits(seconds=seconds)
    found = run_family(family, file, limits, nobody).to_json()
    found["seconds"] = round(time.monotonic() - limits.started, 2)
    if json:
        render.data(found)
        return 0
    for name, value in found.items():
        if not isinstance(value, list):
            render.line(say.FACT(name=name, value=value))
    return 0
