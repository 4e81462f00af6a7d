"""``matchmaker init``: empty workbooks and a documented policy."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from matchmaker.cli import render
from matchmaker.messages import cli as say


def command(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help=say.DIRECTORY())],
) -> int:
    """Make the files a curator and a methodist start with; nothing is overwritten."""
    from matchmaker.io import init

    render.line(say.MADE(files=", ".join(map(str, init(directory)))))
    return 0
