"""``matchmaker bench run``: a family of problems solved in several ways, or a public set."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from matchmaker.cli import render
from matchmaker.cli.options import Json
from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import bench as say

if TYPE_CHECKING:
    from matchmaker.bench.family import Family
    from matchmaker.bench.record import Run


def command(
    family: Annotated[str, typer.Argument(metavar="FAMILY", help=say.FAMILY())],
    solvers: Annotated[str | None, typer.Option("--solvers", help=say.SOLVERS())] = None,
    seeds: Annotated[str | None, typer.Option("--seeds", help=say.SEEDS())] = None,
    mentees: Annotated[str | None, typer.Option("--mentees", help=say.SIZES())] = None,
    seconds: Annotated[float | None, typer.Option("--seconds", min=0.1, help=say.SECONDS())] = None,
    file: Annotated[Path | None, typer.Option("--file", help=say.FILE())] = None,
    out: Annotated[Path | None, typer.Option("-o", "--out", help=say.RESULTS())] = None,
    json: Json = False,
) -> int:
    """Run; of a family the file of results is written after each run, so a stop loses nothing."""
    if family in say.PUBLIC_SETS:
        for name, value in (
            ("--solvers", solvers),
            ("--seeds", seeds),
            ("--mentees", mentees),
            ("-o", out),
        ):
            if value is not None:
                raise _refused(name, say.NOT_FOR_SETS())
        if file is None:
            raise _refused("--file", say.NO_SET_FILE(), say.GIVE_SET_FILE())
        return _public(family, file, seconds or 60.0, json)
    from matchmaker.bench.family import checked, read_family

    name, read = read_family(family)
    if file is not None:
        raise _refused("--file", say.ONLY_SETS_HAVE_FILES())
    changed = read.model_dump()
    if solvers is not None:
        changed["solvers"] = [one.strip() for one in solvers.split(",")]
    if seeds is not None:
        changed["seeds"] = _numbers("--seeds", seeds)
    if mentees is not None:
        changed["mentees"] = _numbers("--mentees", mentees)
    if seconds is not None:
        changed["seconds"] = seconds
    return _family(name, checked(changed, family), out, json)


def _family(name: str, family: Family, out: Path | None, as_json: bool) -> int:
    from matchmaker.bench.running import run_family

    if out is None:
        raise _refused("-o", say.NO_OUT(), say.GIVE_OUT())
    if out.suffix != ".json":
        raise _refused("-o", say.NOT_JSON(), say.GIVE_OUT())
    reached = [0, 0]

    def told(done: int, planned: int, run: Run) -> None:
        reached[:] = done, planned
        render.note(_words(done, planned, run))

    try:
        results = run_family(name, family, out, told)
    except KeyboardInterrupt:
        render.note(say.KEPT(file=out, done=reached[0], planned=reached[1]))
        return 3
    if as_json:
        render.data(results.model_dump(mode="json"))
    else:
        render.line(say.WRITTEN(file=out))
    return 0


def _words(done: int, planned: int, run: Run) -> str:
    rest = f" ({run.reason})" if run.reason else ""
    if run.answered:
        wall, cpu = f"{run.seconds('wall'):.2f}", f"{run.seconds('cpu'):.2f}"
        rest = say.TOOK(wall=wall, cpu=cpu, peak="?" if run.peak_mb is None else round(run.peak_mb))
    case = say.CASE(mentees=run.case.mentees, mentors=run.case.mentors, seed=run.case.seed)
    status = say.STATUS[run.status]()
    return say.DONE_ONE(
        done=done, planned=planned, case=case, solver=run.solver, status=status, rest=rest
    )


def _numbers(option: str, text: str) -> list[int]:
    parts = [part.strip() for part in text.split(",")]
    if not all(part.isdecimal() for part in parts):
        raise _refused(option, say.NOT_NUMBERS(), value=text)
    return [int(part) for part in parts]


def _refused(option: str, wrong: str, right: str = "", value: str = "") -> InputError:
    return InputError([Issue(Place(setting=option), wrong, right, value)])


def _public(family: str, file: Path, seconds: float, as_json: bool) -> int:
    """Solve and score; the time told is that of the whole run, reading included."""
    from matchmaker.bench.public import run_public
    from matchmaker.events import nobody
    from matchmaker.limits import Limits

    limits = Limits(seconds=seconds)
    found = run_public(family, file, limits, nobody).to_json()
    found["seconds"] = round(time.monotonic() - limits.started, 2)
    if as_json:
        render.data(found)
        return 0
    for name, value in found.items():
        if not isinstance(value, list):
            render.line(say.FACT(name=name, value=value))
    return 0
