"""How the meetings of two editions differ, and who must be told: read from the two alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from matchmaker.diary.record import MeetingRecord, Meetings
from matchmaker.messages import meeting_editions as say
from matchmaker.messages.meetings import WEEKDAYS

What = Literal["moved", "added", "cancelled", "people"]


@dataclass(frozen=True, slots=True)
class MeetingChange:
    """One meeting that is not what it was, for all or for one person.

    Attributes
    ----------
    before, after : the meeting as it stood and stands; nothing if it did not, or does not any
        more.
    """

    before: MeetingRecord | None
    after: MeetingRecord | None

    @property
    def meeting(self) -> MeetingRecord:
        """The meeting as it is now, or as it was."""
        found = self.after or self.before
        assert found is not None  # a change is of something
        return found

    @property
    def what(self) -> What:
        """In which way it differs; ``people``: only in who comes."""
        if self.before is None:
            return "added"
        if self.after is None:
            return "cancelled"
        return "moved" if shown(self.before) != shown(self.after) else "people"


def changes_between(before: Meetings, after: Meetings) -> tuple[MeetingChange, ...]:
    """What differs, meeting by meeting, by the day on which each stood or now stands."""
    then = {one.id: one for one in before.meetings}
    now = {one.id: one for one in after.meetings}
    found = [
        MeetingChange(then.get(key), now.get(key))
        for key in then.keys() | now.keys()
        if key not in then or key not in now or _facts(then[key]) != _facts(now[key])
    ]
    return tuple(sorted(found, key=_time))


def told(changes: Sequence[MeetingChange]) -> Mapping[str, tuple[MeetingChange, ...]]:
    """Everybody by ID in whose own meetings something is new, gone or different."""
    found: dict[str, list[MeetingChange]] = {}
    for change in changes:
        then = set(change.before.people) if change.before else set()
        now = set(change.after.people) if change.after else set()
        for who in then | now:
            mine = MeetingChange(
                change.before if who in then else None, change.after if who in now else None
            )
            if mine.what != "people":
                found.setdefault(who, []).append(mine)
    return {who: tuple(found[who]) for who in sorted(found)}


def shown(meeting: MeetingRecord) -> tuple[object, ...]:
    """What somebody who comes must know of a meeting."""
    return meeting.day, meeting.starts, meeting.ends, meeting.mode, meeting.place


def change_words(change: MeetingChange) -> str:
    """What has happened to a meeting: 12.01.2027 пн 13:30 → 13.01.2027 вт 13:30."""
    if change.before is None:
        return say.ADDED_WORDS(after=when_words(change.after))
    if change.after is None:
        return say.CANCELLED_WORDS(before=when_words(change.before))
    before, after = when_words(change.before), when_words(change.after)
    if before == after:
        return say.ELSEWHERE_WORDS(when=after)
    return say.MOVED_WORDS(before=before, after=after)


def when_words(meeting: MeetingRecord | None) -> str:
    """The day and the hours of a meeting; nothing of none."""
    if meeting is None:
        return ""
    weekday = WEEKDAYS[meeting.day.weekday()]()
    return f"{meeting.day:%d.%m.%Y} {weekday} {meeting.starts}–{meeting.ends}"


def _facts(meeting: MeetingRecord) -> tuple[object, ...]:
    return *shown(meeting), frozenset(meeting.people)


def _time(change: MeetingChange) -> tuple[object, ...]:
    meeting = change.before or change.meeting
    return meeting.day, meeting.starts, meeting.id
