"""``matchmaker init``: an empty workbook and a documented policy."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from matchmaker.cli import render
from matchmaker.messages import cli as say


def command(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help=say.DIRECTORY())],
) -> int:
    """Make the files a curator starts with; nothing is overwritten."""
    from matchmaker.errors import InputError, Issue, Place
    from matchmaker.io import init
    from matchmaker.io.policy_file import NAME, default_policy, write_policy
    from matchmaker.messages import io as say_io

    policy = directory / NAME
    if policy.exists():
        raise InputError([Issue(Place(NAME), say_io.ALREADY_THERE(), say_io.ALREADY_MEND())])
    workbook = init(directory)
    write_policy(default_policy(), policy)
    render.line(say.MADE(files=f"{workbook}, {policy}"))
    return 0
