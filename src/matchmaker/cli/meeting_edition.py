"""What ``matchmaker meetings`` says of a new edition: what changed, and whom to tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matchmaker.cli import render
from matchmaker.cli.match import SHOWN
from matchmaker.messages import cli, reschedule
from matchmaker.messages import meeting_editions as say

if TYPE_CHECKING:
    from matchmaker.diary.changes import MeetingChange
    from matchmaker.diary.record import MeetingRecord
    from matchmaker.engine.meeting_plan import MeetingPlan


def summary(made: MeetingPlan) -> dict[str, Any]:
    """The edition and, if there was one before, all that differs from it."""
    record = made.record
    found: dict[str, Any] = {"edition": record.edition}
    if made.before is None:
        return found
    for what in ("moved", "added", "cancelled"):
        found[what] = [_change(one) for one in made.changed(what)]
    found["on"] = record.since.isoformat() if record.since else None
    found["told"] = {
        person: [_change(one) for one in changes] for person, changes in made.whom_to_tell().items()
    }
    return found


def _change(one: MeetingChange) -> dict[str, Any]:
    return {"id": one.meeting.id, "before": _facts(one.before), "after": _facts(one.after)}


def _facts(meeting: MeetingRecord | None) -> dict[str, Any] | None:
    if meeting is None:
        return None
    return meeting.model_dump(mode="json", include={"day", "starts", "ends", "mode", "place"})


def report_head(made: MeetingPlan) -> None:
    """Which edition it is and from which day, and how much differs."""
    record = made.record
    assert record.since is not None  # a new edition has its day
    held = sum(one.day < record.since for one in record.meetings)
    day = f"{record.since:%d.%m.%Y}"
    render.line(say.HEAD(edition=record.edition, day=day, held=held))
    if not made.changes:
        render.line(f"{reschedule.NOTHING_CHANGED()}.")
        return
    moved, added, cancelled = (len(made.changed(w)) for w in ("moved", "added", "cancelled"))
    render.line(say.CHANGED(moved=moved, added=added, cancelled=cancelled))


def report_told(made: MeetingPlan) -> None:
    """Everybody who must be told, and what."""
    from matchmaker.diary.changes import change_words

    told = made.whom_to_tell()
    if told:
        render.line(reschedule.TOLD(n=len(told)))
    for person in sorted(told, key=lambda one: (made.names[one], one))[:SHOWN]:
        render.line(reschedule.TOLD_WHO(who=made.names[person]))
        for change in told[person][:SHOWN]:
            render.line(f"    {change_words(change)}")
        _more(len(told[person]), "    ")
    _more(len(told), "  ")


def _more(n: int, indent: str) -> None:
    if n > SHOWN:
        render.line(indent + cli.MORE(n=n - SHOWN, file="--json"))
