"""``matchmaker generate``: an invented municipality with its policy."""

from __future__ import annotations

from typing import Annotated

import typer

from matchmaker.cli import render
from matchmaker.cli.options import Out
from matchmaker.messages import cli as say


def command(
    name: Annotated[str, typer.Argument(metavar="NAME")],
    out: Out,
    seed: Annotated[int, typer.Option("--seed", help=say.SEED())] = 1,
    mentees: Annotated[int | None, typer.Option("--mentees", help=say.SIZE_MENTEES())] = None,
    mentors: Annotated[int | None, typer.Option("--mentors", help=say.SIZE_MENTORS())] = None,
    schools: Annotated[int | None, typer.Option("--schools", help=say.SIZE_SCHOOLS())] = None,
    form: Annotated[str, typer.Option("--form", help=say.FORM())] = "xlsx",
) -> int:
    """Write the tables and the policy of a scenario."""
    from matchmaker.engine import generate

    scenario = generate(
        name, out, seed=seed, mentees=mentees, mentors=mentors, schools=schools, form=form
    )
    municipality = scenario.municipality
    render.line(
        say.GENERATED(
            name=municipality.about.name,
            mentees=len(municipality.mentees),
            mentors=len(municipality.mentors),
            schools=len(municipality.schools),
            folder=out,
        )
    )
    return 0
