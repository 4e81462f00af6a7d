"""``matchmaker meetings``: the meetings of pairs, or the interviews before there are pairs."""

from __future__ import annotations

import time
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from matchmaker.cli import meeting_edition, render
from matchmaker.cli.days import day_of
from matchmaker.cli.match import SHOWN
from matchmaker.cli.options import Json, Out, PolicyFile, Source, check_folder
from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import cli, plans
from matchmaker.messages import meeting_editions as editions
from matchmaker.messages import meetings as say

if TYPE_CHECKING:
    from matchmaker.engine.meeting_plan import MeetingPlan


def command(
    source: Source,
    out: Out,
    plan: Annotated[Path | None, typer.Option("--plan", help=say.PLAN())] = None,
    timetable: Annotated[Path | None, typer.Option("--timetable", help=say.TIMETABLE())] = None,
    begins: Annotated[str | None, typer.Option("--from", help=say.FROM())] = None,
    before: Annotated[Path | None, typer.Option("--before", help=editions.BEFORE())] = None,
    on: Annotated[str | None, typer.Option("--on", help=editions.ON())] = None,
    zone: Annotated[str | None, typer.Option("--zone", help=say.ZONE())] = None,
    holidays: Annotated[bool, typer.Option("--holidays", help=say.HOLIDAYS())] = False,
    interviews: Annotated[bool, typer.Option("--interviews", help=say.INTERVIEWS())] = False,
    mentors: Annotated[bool, typer.Option("--mentors", help=say.MENTORS())] = False,
    psychologist: Annotated[
        list[str] | None, typer.Option("--psychologist", help=say.PSYCHOLOGIST())
    ] = None,
    policy: PolicyFile = None,
    json: Json = False,
) -> int:
    """Place the meetings, then write ``meetings.json``, a workbook and calendars."""
    check_folder(out)
    started = time.monotonic()
    first = day_of(begins, "--from") if begins else None
    since = day_of(on, "--on") if on else None
    if interviews == (plan is not None):
        wrong, right = (
            (say.ONLY_ONE(), "") if interviews else (say.NEEDS_PLAN(), say.NEEDS_PLAN_MEND())
        )
        raise InputError([Issue(Place(), wrong, right)])
    if interviews and before is not None:
        wrong, right = editions.NO_INTERVIEWS(), editions.NO_INTERVIEWS_MEND()
        raise InputError([Issue(Place(setting="--before"), wrong, right)])
    if before is None and on is not None:
        wrong, right = editions.ON_ALONE(), editions.ON_ALONE_MEND()
        raise InputError([Issue(Place(setting="--on"), wrong, right)])
    from matchmaker import engine
    from matchmaker.io.files import replace_files

    given = engine.meeting_inputs(source, policy, plan, timetable, before)
    if given.plan is None:
        made = engine.interviews(
            given.municipality,
            given.policy,
            tables=given.tables,
            roadmap=given.roadmap,
            timetable=given.timetable,
            begins=first,
            mentors=mentors,
            psychologists=psychologist or (),
            zone=zone,
        )
    else:
        made = engine.meetings(
            given.municipality,
            given.policy,
            given.plan,
            tables=given.tables,
            roadmap=given.roadmap,
            timetable=given.timetable,
            begins=first,
            holidays=holidays,
            zone=zone,
            before=given.before,
            on=since,
        )
    files = {out / name: content for name, content in made.papers().items()}
    replace_files(files)
    stale = given.plan is not None and given.plan.input != given.municipality.fingerprint
    if json:
        data = _summary(made, time.monotonic() - started) | {"stale": stale}
        render.data(data | meeting_edition.summary(made))
    else:
        _report(made, stale=stale)
        render.written(out, files)
        if made.second is not None:
            render.line(say.SECOND(folder=out / say.SECOND_FOLDER()))
    return 4 if made.violations else 0


def _summary(made: MeetingPlan, seconds: float) -> dict[str, Any]:
    """The answer of a run in one object."""
    record = made.record
    return {
        "status": record.status,
        "series": len(record.series),
        "placed": len(record.meetings),
        "unplaced": [one.model_dump(mode="json") for one in record.unplaced],
        "violations": [
            {"kind": one.kind, "meetings": list(one.keys), "person": one.person}
            for one in made.violations
        ],
        "levels": [level.model_dump() for level in record.levels],
        "supposed": len(record.supposed),
        "preliminary": list(record.preliminary),
        "warnings": [issue.to_json() for issue in made.warnings],
        "seconds": round(seconds, 3),
    }


def _report(made: MeetingPlan, *, stale: bool) -> None:
    record = made.record
    if record.fictional:
        render.line(plans.FICTIONAL())
    render.line(record.notice)
    render.line(record.municipality)
    if stale:
        render.line(say.OTHER_TABLES())
    if record.preliminary:
        render.line(say.YEARS_TO_COME(years=", ".join(map(str, record.preliminary))))
    if made.before:
        meeting_edition.report_head(made)
    _counts(made)
    render.line(f"{say.STATUS[record.status]()}.")
    if record.supposed:
        render.line(say.SUPPOSED_COUNT(n=len(record.supposed)))
    for issue in made.warnings:
        render.line(str(issue))
    wrong = len(made.violations)
    render.line(say.VIOLATED(n=wrong) if wrong else say.CHECKED())
    _unplaced(made)
    if made.before:
        meeting_edition.report_told(made)


def _counts(made: MeetingPlan) -> None:
    """How many meetings there are, and how many keep their weekly time."""
    record = made.record
    lost = sum(len(one.meetings) for one in record.unplaced)
    placed = len(record.meetings)
    facts = {"placed": placed, "wanted": placed + lost, "unplaced": lost}
    if record.kind == "pairs":
        render.line(say.REPORT(series=len(record.series), **facts))
        weekly = {one.id: (one.weekday, one.time) for one in record.series}
        coming = [one for one in record.meetings if one.day >= (record.since or date.min)]
        kept = sum(weekly[one.series] == (one.day.weekday(), one.starts) for one in coming)
        render.line(say.REGULAR(kept=kept, placed=len(coming)))
        _busiest(made)
    else:
        render.line(say.REPORT_INTERVIEWS(**facts))


def _unplaced(made: MeetingPlan) -> None:
    """What has no time, why, and what would help."""
    if made.told:
        render.line(say.UNPLACED_HEAD())
    for one in made.told[:SHOWN]:
        who = " – ".join(made.names[person] for person in one.people)
        render.line(f"  {who} ({len(one.meetings)}): {one.words}. {one.mend.words}")
    if len(made.told) > SHOWN:
        render.line("  " + cli.MORE(n=len(made.told) - SHOWN, file="meetings.json"))


def _busiest(made: MeetingPlan) -> None:
    """The mentor with most meetings in a week."""
    mentors = {one.id: one.mentors for one in made.record.series}
    loads = Counter(
        (person, one.day - timedelta(one.day.weekday()))
        for one in made.record.meetings
        for person in mentors[one.series]
    )
    if loads:
        (person, week), n = min(loads.items(), key=lambda load: (-load[1], load[0][1], load[0][0]))
        render.line(say.BUSIEST(who=made.names[person], n=n, week=f"{week:%d.%m.%Y}"))
