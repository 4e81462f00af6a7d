"""``matchmaker routes``: individual routes of mentees, and the courses for mentors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from matchmaker.cli import render
from matchmaker.cli.options import Json, Out, PolicyFile, Seconds, Source, check_folder
from matchmaker.messages import study_routes as say

if TYPE_CHECKING:
    from matchmaker.study.record import Routes


def command(
    source: Source,
    timetable: Annotated[Path, typer.Option("--timetable", help=say.TIMETABLE())],
    out: Out,
    plan: Annotated[Path | None, typer.Option("--plan", help=say.PLAN())] = None,
    meetings: Annotated[Path | None, typer.Option("--meetings", help=say.MEETINGS())] = None,
    per_month: Annotated[int, typer.Option("--per-month", min=1, max=31, help=say.PER_MONTH())] = 2,
    policy: PolicyFile = None,
    seconds: Seconds = None,
    json: Json = False,
) -> int:
    """Write the routes, the workbook of the methodist and the lists of participants."""
    check_folder(out)
    from matchmaker import engine
    from matchmaker.io import read_roadmap
    from matchmaker.io.meeting_lines import read_meeting_lines
    from matchmaker.io.route_files import write_routes
    from matchmaker.io.timetable_json import read_timetable
    from matchmaker.limits import Limits

    municipality, rules = engine.load(source, policy)
    name = municipality.about.name
    routes = engine.study_routes(
        municipality,
        read_roadmap(source),
        read_timetable(timetable),
        plan=engine.read_plan(plan) if plan else None,
        meetings=read_meeting_lines(meetings, name) if meetings else (),
        per_month=per_month,
        policy=rules,
        limits=Limits(seconds=seconds),
    )
    written = write_routes(routes, municipality, out)
    if json:
        render.data(routes.model_dump(mode="json"))
    else:
        report(routes, written)
    stopped = seconds is not None and routes.status != "optimal"
    return 3 if stopped else 0


def report(routes: Routes, written: list[Path]) -> None:
    """Print counts, levels and files; no names and no requests of anybody."""
    requests = [request for route in routes.routes for request in route.requests]
    answered = [request for request in requests if request.answered_by]
    render.line(
        say.DONE(
            routes=len(routes.routes),
            answered=len(answered),
            asked=len(requests),
            main=sum(request.main for request in answered),
            mains=sum(request.main for request in requests),
        )
    )
    placed = sum(len(one.roles) for one in routes.training)
    untrained = sum(one.what in say.ROLES for one in routes.left)
    render.line(say.TRAINED(placed=placed, wanted=placed + untrained))
    for level in routes.levels:
        bound = say.NO_BOUND() if level.bound is None else level.bound
        render.line("  " + say.LEVEL(level=say.LEVELS[level.name], value=level.value, bound=bound))
    render.line((say.PROVED if routes.status == "optimal" else say.NOT_PROVED)())
    for remark in routes.remarks:
        render.line(remark)
    render.line(say.WRITTEN(files=", ".join(str(path) for path in written)))
