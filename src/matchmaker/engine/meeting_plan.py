"""Meetings as an answer: the record, what is unplaced in words, and the papers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from matchmaker.diary.changes import MeetingChange, What, told
from matchmaker.diary.record import Meetings, UnplacedMeetings
from matchmaker.domain import Municipality
from matchmaker.errors import Issue
from matchmaker.messages import meetings as say
from matchmaker.policy import Policy
from matchmaker.timetable.appointments import Clash


@dataclass(frozen=True)
class MeetingPlan:
    """The meetings of a plan, or interviews, with all that papers are made of.

    Attributes
    ----------
    told : what is unplaced, said with the names of people.
    names : what papers call people, by ID.
    violations : what the checker found wrong; empty unless there is a bug.
    warnings : of the tables.
    before : the edition people have, if there is one.
    changes : what differs from it.
    second : of interviews, the tables in which verdicts and votes are to be written.
    """

    record: Meetings
    municipality: Municipality
    policy: Policy
    told: tuple[UnplacedMeetings, ...]
    names: Mapping[str, str]
    violations: tuple[Clash, ...]
    warnings: tuple[Issue, ...] = ()
    second: Municipality | None = None
    before: Meetings | None = None
    changes: tuple[MeetingChange, ...] = ()

    def changed(self, what: What) -> tuple[MeetingChange, ...]:
        """The meetings that differ in this way."""
        return tuple(one for one in self.changes if one.what == what)

    def whom_to_tell(self) -> Mapping[str, tuple[MeetingChange, ...]]:
        """Everybody in whose own meetings something is new, gone or different."""
        return told(self.changes)

    def papers(self) -> dict[str, bytes]:
        """All files by their names: the record, the workbook, a calendar for each person."""
        from matchmaker.io.meeting_calendars import calendars
        from matchmaker.io.meeting_workbook import Paper, interviews_workbook, meetings_workbook

        changed = self.whom_to_tell() if self.before else None
        paper = Paper(self.record, self.municipality, self.policy, self.told, self.names, changed)
        pairs = self.record.kind == "pairs"
        workbook = meetings_workbook(paper) if pairs else interviews_workbook(paper)
        files = {"meetings.json": self.record.to_json().encode(), say.NAME(): workbook}
        files |= {
            f"calendars/{name}": text for name, text in calendars(self.record, self.before).items()
        }
        return files | self._second_tables()

    def _second_tables(self) -> dict[str, bytes]:
        if self.second is None:
            return {}
        from matchmaker.io.policy_file import NAME, policy_text
        from matchmaker.io.writing import tables_workbook
        from matchmaker.messages.io import WORKBOOK_NAME

        folder = say.SECOND_FOLDER()
        return {
            f"{folder}/{WORKBOOK_NAME()}": tables_workbook(self.second),
            f"{folder}/{NAME}": policy_text(self.policy).encode(),
        }
