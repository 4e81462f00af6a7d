"""``matchmaker roadmap status``: how the plans are carried out as of a day."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from matchmaker.cli import render
from matchmaker.cli.days import day_of
from matchmaker.cli.options import Json, Source, check_folder
from matchmaker.messages import cli
from matchmaker.messages import roadmap as roadmap_words
from matchmaker.messages import roadmap_status as say

if TYPE_CHECKING:
    from matchmaker.roadmap.execution import Position, Status

SHOWN = 20
"""So many lines of a list are shown on the screen; the workbook and JSON have all."""


def command(
    source: Source,
    on: Annotated[str, typer.Option("--on", help=say.ON())],
    plan: Annotated[list[str] | None, typer.Option("--plan", help=roadmap_words.PLANS())] = None,
    out: Annotated[Path | None, typer.Option("-o", "--out", help=say.OUT())] = None,
    json: Json = False,
) -> int:
    """Report what is done, due and overdue; write the workbook if a folder is named."""
    from matchmaker import engine
    from matchmaker.io import read_roadmap
    from matchmaker.io.execution_workbook import write_control

    day = day_of(on, "--on")
    if out is not None:
        check_folder(out)
    found = engine.status(read_roadmap(source), day, plan or ())
    written = write_control(found, out) if out is not None else None
    if json:
        render.data(found.to_json())
        return 0
    _report(found)
    if written is not None:
        render.line(cli.FILES(files=written))
    return 0


def _report(found: Status) -> None:
    from matchmaker.io import execution_words as words
    from matchmaker.roadmap.execution import State
    from matchmaker.roadmap.execution.status import AHEAD_DAYS

    share = found.share
    render.line(say.HEAD(on=f"{found.on:%d.%m.%Y}", plans=words.plans(found)))
    for line in (*words.summary(found), *words.preliminary(found)):
        render.line(line)
    render.line(
        say.COUNTS(
            due=share[State.DUE],
            overdue=share[State.OVERDUE],
            failed=share[State.NOT_DONE],
            ahead=share[State.AHEAD],
        )
    )
    render.line(
        say.OUTSIDE(
            cancelled=share[State.CANCELLED],
            background=share[State.BACKGROUND],
            undated=share[State.UNDATED],
        )
    )
    until = f"{found.until:%d.%m.%Y}"
    _list(say.MISSED(n=len(found.missed)), found.missed)
    if any(one.time for one in found.missed):
        render.line(say.AGAIN_HINT())
    soon = found.upcoming
    _list(say.UPCOMING(days=AHEAD_DAYS, until=until, n=len(soon)), soon)
    _table(say.QUARTER(), ((words.quarter(key), of) for key, of in found.by_quarter.items()))
    _table(say.EXECUTOR(), ((words.executor(key), of) for key, of in found.by_executor.items()))
    if found.by_school:
        _table(say.SCHOOL(), ((words.school(key), of) for key, of in found.by_school.items()))
    _warnings(found)


def _list(head: str, positions: list[Position]) -> None:
    from matchmaker.io import execution_words as words
    from matchmaker.roadmap.execution import State

    render.line()
    render.line(head)
    for one in positions[:SHOWN]:
        line = say.LINE(when=one.when, name=words.numbered(one), executors=words.executors(one))
        marked = one.state in {State.PARTLY, State.NOT_DONE}
        render.line(say.LINE_STATE(line=line, state=words.state(one)) if marked else line)
    if len(positions) > SHOWN:
        render.line(say.MORE(n=len(positions) - SHOWN))


def _table(head: str, rows: Iterable[tuple[str, list[Position]]]) -> None:
    from matchmaker.io import execution_words as words
    from matchmaker.roadmap.execution import State
    from matchmaker.roadmap.execution.tally import tally

    shown = (State.DONE, State.PARTLY, State.OVERDUE, State.DUE, State.AHEAD)
    columns = [
        head,
        *(say.STATES[state.value]() for state in shown),
        say.COUNTED(),
        say.PERCENT_DONE(),
    ]
    counted = ((name, tally(positions)) for name, positions in rows)
    render.table(
        columns,
        (
            [name, *(counts[one] for one in shown), counts.counted, words.number(counts.percent)]
            for name, counts in counted
        ),
    )


def _warnings(found: Status) -> None:
    if not found.warnings:
        return
    render.line(say.WARNINGS(n=len(found.warnings)))
    for issue in found.warnings[:SHOWN]:
        render.line(say.WARNING(words=issue))
    if len(found.warnings) > SHOWN:
        render.line(say.MORE(n=len(found.warnings) - SHOWN))
