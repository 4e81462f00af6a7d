"""What changed, in words: the same on the screen, in the workbook and for each recipient."""

from __future__ import annotations

from matchmaker.messages import reschedule as say
from matchmaker.results.told import Message, Told
from matchmaker.timetable.disruption import EventChange, What, days_of
from matchmaker.timetable.record import EventRecord
from matchmaker.timetable.write import audience_name


def change_words(change: EventChange) -> str:
    """What differs of an event, for the centre."""
    before, after = change.before, change.after
    if before is None or after is None:
        return _one_side(before, after, change.what)
    said = []
    if "moved" in change.what:
        said.append(say.MOVED(before=days_words(before), after=days_words(after)))
    if "restaffed" in change.what:
        said.append(say.LEADERS(before=_leaders(before), after=_leaders(after)))
    return "; ".join([*said, *_place_and_title(before, after)])


def told_words(message: Message) -> str:
    """What a recipient is told of an event: nothing of who leads it."""
    before, after = message.before, message.after
    if before is None or after is None:
        return _one_side(before, after, message.what)
    said = []
    if days_of(before) != days_of(after):
        said.append(say.MOVED(before=days_words(before), after=days_words(after)))
    return "; ".join([*said, *_place_and_title(before, after)])


def who_words(told: Told) -> str:
    """What a recipient is called."""
    if told.kind == "audience":
        return audience_name(told.name)
    return told.name


def days_words(event: EventRecord) -> str:
    """The days of an event: 16.03.2022, 28.03.2022–01.04.2022."""
    first, last = days_of(event)
    return f"{first:%d.%m.%Y}" if first == last else f"{first:%d.%m.%Y}–{last:%d.%m.%Y}"


def _one_side(before: EventRecord | None, after: EventRecord | None, what: tuple[What, ...]) -> str:
    """Of an event that is off or on for all, or only for one."""
    if after is not None:
        return (say.BACK if "back" in what else say.NEW)(after=days_words(after))
    if before is None:
        return ""
    gone = {"cancelled": say.CANCELLED, "undated": say.UNDATED}
    words = next((gone[one] for one in what if one in gone), say.NOT_YOURS)
    return words(before=days_words(before))


def _place_and_title(before: EventRecord, after: EventRecord) -> list[str]:
    said = []
    if before.venue != after.venue:
        places = [one.venue or say.NO_VENUE() for one in (before, after)]
        said.append(say.VENUE(before=places[0], after=places[1]))
    if before.public_title != after.public_title:
        said.append(say.RENAMED(before=before.public_title, after=after.public_title))
    return said


def _leaders(event: EventRecord) -> str:
    return ", ".join((*event.people, *event.bodies)) or say.NOBODY()
