"""``matchmaker roadmap parse``: what a date phrase means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from matchmaker.cli import render
from matchmaker.cli.options import Json
from matchmaker.messages import roadmap as say

if TYPE_CHECKING:
    from matchmaker.roadmap.windows import DatePhrase, Window

SHOWN = 6
"""So many windows are listed on the screen; JSON lists all."""


def command(
    text: Annotated[str, typer.Argument(metavar="TEXT", help=say.PHRASE())],
    period: Annotated[str | None, typer.Option("--period", help=say.PERIOD())] = None,
    year_end: Annotated[str, typer.Option("--school-year-end", help=say.YEAR_END())] = "05-31",
    exclusive: Annotated[bool, typer.Option("--exclusive", help=say.EXCLUSIVE())] = False,
    json: Json = False,
) -> int:
    """Read the phrase; that it is unclear is an answer too."""
    from matchmaker import engine

    phrase = engine.parse_dates(text, period, school_year_end=year_end, inclusive=not exclusive)
    if json:
        render.data(phrase.to_json())
    else:
        _report(phrase)
    return 0


def _report(phrase: DatePhrase) -> None:
    render.line(say.KIND(verbatim=phrase.verbatim, kind=say.KINDS[phrase.kind]))
    if phrase.windows:
        render.line(say.WINDOWS(windows=_listed(phrase.windows)))
    for reading in phrase.readings:
        if reading.chosen:
            render.line(say.CHOSEN(name=reading.name))
        else:
            render.line(say.READING(name=reading.name, windows=_listed(reading.windows)))
    if phrase.outside:
        render.line(say.OUTSIDE(windows=_listed(phrase.outside)))
    if phrase.note:
        render.line(say.NOTE(note=phrase.note))
    if phrase.reason:
        render.line(say.REASON(reason=phrase.reason))


def _listed(windows: Sequence[Window]) -> str:
    words = ", ".join(window.words() for window in windows[:SHOWN]) or "—"
    return say.MORE_WINDOWS(windows=words, n=len(windows)) if len(windows) > SHOWN else words
