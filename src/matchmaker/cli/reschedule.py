"""``matchmaker reschedule``: make a timetable again with the least disruption."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from matchmaker.cli import render
from matchmaker.cli.days import day_of
from matchmaker.cli.edition_summary import strategy_facts, summary
from matchmaker.cli.options import Json, Out, Seconds, Source, check_folder
from matchmaker.messages import cli
from matchmaker.messages import reschedule as say
from matchmaker.messages import schedule as say_schedule

if TYPE_CHECKING:
    from matchmaker.engine import Rescheduled

SHOWN = 20
"""So many lines of a list are shown on the screen; JSON and the workbook have all."""


def command(
    before: Annotated[Path, typer.Argument(metavar="OUT", help=say.BEFORE())],
    source: Source,
    out: Out,
    changes: Annotated[Path, typer.Option("--changes", help=say.CHANGES())],
    on: Annotated[str | None, typer.Option("--on", help=say.ON())] = None,
    strategy: Annotated[
        Literal["dates", "people"] | None, typer.Option("--strategy", help=say.STRATEGY())
    ] = None,
    zone: Annotated[str, typer.Option("--zone", help=say_schedule.ZONE())] = "Europe/Moscow",
    seconds: Seconds = 60.0,
    json: Json = False,
) -> int:
    """Write what ``schedule`` writes, and «изменения.xlsx»: what changed and whom to tell."""
    check_folder(out)
    from matchmaker import engine
    from matchmaker.domain.town import check_town
    from matchmaker.io.changes_file import read_changes
    from matchmaker.io.timetable_json import read_timetable
    from matchmaker.limits import Limits

    started = time.monotonic()
    given, former = engine.load_roadmap(source), read_timetable(before)
    if given.name:
        check_town(given.name, {before.name: former.municipality})
    found = engine.reschedule(
        former,
        given.roadmap,
        read_changes(changes),
        on=day_of(on, "--on") if on else None,
        strategy=strategy,
        limits=Limits(seconds=seconds),
    )
    files = _write(found, out, zone)
    if json:
        render.data(summary(found, time.monotonic() - started))
    else:
        report(found)
        render.written(out, files)
    return 0 if found.valid else 1


def _write(found: Rescheduled, out: Path, zone: str) -> list[Path]:
    from matchmaker.io.edition_workbook import edition_workbook
    from matchmaker.io.files import replace_files
    from matchmaker.io.timetable_files import write_timetable

    made = found.made
    files = write_timetable(
        made.timetable, out, before=found.before, zone=zone, calendar=found.calendar
    )
    workbook = out / say.WORKBOOK_FILE()
    replace_files(
        {workbook: edition_workbook(made.timetable, made.changes, made.told, made.missing)}
    )
    return [workbook, *files]


def report(found: Rescheduled) -> None:
    """What changed, whom to tell, and what the other strategy would have come to."""
    _head(found)
    _changed(found)
    _told(found)
    missing = found.made.timetable.unplaced
    if missing:
        render.line(say_schedule.UNPLACED(n=len(missing)))
    for one in missing[:SHOWN]:
        facts = {"row": one.number, "title": one.title, "reason": one.reason, "mend": one.mend}
        render.line(say_schedule.UNPLACED_ROW(**facts))
    _more(len(missing))


def _head(found: Rescheduled) -> None:
    """The edition, the strategies side by side, the levels."""
    made = found.made
    render.line(say.HEAD(edition=made.timetable.edition, day=f"{found.on:%d.%m.%Y}"))
    if not found.stated:
        render.line(say.ON_BY_TABLE())
    for one in (made, *found.others):
        facts = strategy_facts(one)
        facts["name"] = say.STRATEGIES[one.strategy]()
        render.line(say.STRATEGY_LINE(audience=facts.pop("participants"), **facts))
    if found.others:
        render.line(say.CHOSEN(name=say.STRATEGIES[made.strategy]()))
    titles = {**say_schedule.LEVELS, **say.LEVELS}
    for level in made.timetable.levels:
        proof = say_schedule.PROVED if level.value == level.bound else say_schedule.NOT_PROVED
        words = say_schedule.LEVEL(title=titles[level.name], value=level.value, proof=proof)
        render.line(words)


def _changed(found: Rescheduled) -> None:
    """Every event that is not what it was, and pins that could not hold."""
    from matchmaker.results.change_words import change_words

    made = found.made
    for event in found.before.events:
        if event.id in made.replan.lost_pins:
            day = f"{event.starts:%d.%m.%Y}"
            render.line(say.PIN_LOST(row=event.number, title=event.title, day=day))
    _noted(found)
    n = len(made.changes)
    render.line(say.CHANGED(n=n) if n else say.NOTHING_CHANGED())
    for change in made.changes[:SHOWN]:
        event, what = change.event, change_words(change)
        render.line(say.CHANGED_ROW(row=event.number, title=event.title, what=what))
    _more(n)


def _noted(found: Rescheduled) -> None:
    """What was obeyed and changes nobody's calendar."""
    from matchmaker.domain.changes import ChangeKind
    from matchmaker.results.change_words import days_words

    for one in found.made.missing:
        facts = {"row": one.event.number, "title": one.event.title, "n": one.count}
        days = days_words(one.event)
        render.line(say.MISSING[one.kind](days=days, school=one.school, **facts))
    for event, who in found.may_lead:
        leaders = ", ".join(event.people)
        words = say.MAY_LEAD(row=event.number, title=event.title, who=who, leaders=leaders)
        render.line(words)
    for event in found.standing:
        day, kind = f"{event.ends:%d.%m.%Y}", ChangeKind.DAY_OFF.text()
        words = say.DEADLINE_STANDS(row=event.number, title=event.title, day=day, kind=kind)
        render.line(words)


def _told(found: Rescheduled) -> None:
    """Everybody who must be told, and what."""
    from matchmaker.results.change_words import told_words, who_words

    made = found.made
    if made.told:
        render.line(say.TOLD(n=len(made.told)))
    for told in made.told[:SHOWN]:
        render.line(say.TOLD_WHO(who=who_words(told)))
        for message in told.messages:
            what = told_words(message)
            render.line(say.TOLD_ROW(title=message.event.public_title, what=what))
    _more(len(made.told))


def _more(n: int) -> None:
    if n > SHOWN:
        render.line("  " + cli.MORE(n=n - SHOWN, file="--json"))
