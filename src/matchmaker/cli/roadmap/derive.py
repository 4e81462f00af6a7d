"""``matchmaker roadmap derive``: a school's own plan of the municipal one."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from matchmaker.cli import render
from matchmaker.cli.options import Json, Out, Source, check_folder
from matchmaker.messages import cli
from matchmaker.messages import roadmap as say

if TYPE_CHECKING:
    from matchmaker.engine import Derived


def command(
    source: Source,
    school: Annotated[str, typer.Option("--school", help=say.SCHOOL())],
    out: Out,
    plan: Annotated[list[str] | None, typer.Option("--plan", help=say.PLANS())] = None,
    lead: Annotated[int, typer.Option("--lead", min=0, max=60, help=say.LEAD())] = 0,
    json: Json = False,
) -> int:
    """Make the plan and write it beside the municipal one it is taken from."""
    from matchmaker import engine
    from matchmaker.io import read_roadmap

    check_folder(out)
    made = engine.derive(read_roadmap(source), school, out, plans=plan or (), lead=lead)
    if json:
        render.data(asdict(made))
    else:
        _report(made)
    return 0


def _report(made: Derived) -> None:
    for plan, rows in made.rows.items():
        render.line(say.DERIVED(plan=plan, n=rows))
    if made.publications:
        render.line(say.DERIVED_SITES(n=made.publications))
    for plan in made.empty:
        render.line(say.DERIVED_EMPTY(plan=plan))
    if made.preliminary:
        render.line(say.DERIVED_PRELIMINARY(years=", ".join(map(str, made.preliminary))))
    render.line(cli.FILES(files=made.written))
