"""What a timetable must obey: days that are taken, events cancelled, moved, pinned, restaffed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from matchmaker.domain.changes import Change, ChangeKind
from matchmaker.messages import reschedule as say
from matchmaker.roadmap.rows import Row
from matchmaker.roadmap.windows import Window
from matchmaker.timetable.names import Who


@dataclass(frozen=True, slots=True)
class Block:
    """Days that are taken from somebody or from a place; from everybody if ``who`` is nothing."""

    who: Who | None
    starts: date
    ends: date
    kind: ChangeKind

    def words(self) -> str:
        """Who cannot, and why."""
        name = self.who.name if self.who else say.EVERYBODY()
        return say.BLOCKED(who=name, kind=self.kind.text())


@dataclass(slots=True)
class Orders:
    """What a timetable must obey from now on.

    Attributes
    ----------
    moved : the day that was ordered for an event, by its ID.
    dated : the days ordered for a stretch of time; of a deadline only a last one.
    rows : rows with other people in them, by ID of the event.
    settled : the changes once more, each naming its event by ID, for the editions to come.
    """

    blocks: list[Block] = field(default_factory=list)
    cancelled: set[str] = field(default_factory=set)
    moved: dict[str, date] = field(default_factory=dict)
    dated: dict[str, Window] = field(default_factory=dict)
    pinned: set[str] = field(default_factory=set)
    rows: dict[str, Row] = field(default_factory=dict)
    settled: list[Change] = field(default_factory=list)
