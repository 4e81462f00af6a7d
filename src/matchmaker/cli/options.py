"""Arguments and options that several verbs share; help is in the current language."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import cli as say
from matchmaker.messages import workers as say_workers

Source = Annotated[Path, typer.Argument(metavar="SRC", help=say.SOURCE())]
PlanFile = Annotated[Path, typer.Argument(metavar="PLAN", help=say.PLAN())]
Out = Annotated[Path, typer.Option("-o", "--out", help=say.OUT())]
PolicyFile = Annotated[Path | None, typer.Option("--policy", help=say.POLICY())]
Solver = Annotated[str, typer.Option("--solver", help=say.SOLVER())]
Seconds = Annotated[float | None, typer.Option("--seconds", min=0.1, help=say.SECONDS())]
WorkerCount = Annotated[int | None, typer.Option("--workers", min=1, help=say_workers.WORKERS())]
ClusterAddress = Annotated[str | None, typer.Option("--cluster", help=say_workers.CLUSTER())]
Json = Annotated[bool, typer.Option("--json", help=say.JSON())]


def check_folder(out: Path) -> None:
    """Refuse early, before anything is solved, what can never be a folder.

    Raises
    ------
    InputError
        if the place, or a place above it, is a file.
    """
    for place in (out, *out.parents):
        try:
            is_file = place.is_file()
        except OSError as error:  # a name that is too long, a place that cannot be reached
            wrong = say.NO_PLACE(reason=error.strerror or type(error).__name__)
            raise InputError([Issue(Place(), wrong, say.NAME_A_FOLDER())]) from error
        if is_file:
            raise InputError([Issue(Place(place.name), say.NOT_A_FOLDER(), say.NAME_A_FOLDER())])


def shared(lang: Annotated[str, typer.Option("--lang", help=say.LANG())] = "ru") -> None:
    """Take the language; it was read before the help was made."""
