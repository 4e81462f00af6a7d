"""The positions of a plan on a day: each is done, due, overdue, ahead or without a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from matchmaker.domain.abbreviations import PartyKind
from matchmaker.domain.events import Event, Mark
from matchmaker.errors import Issue
from matchmaker.messages import roadmap as roadmap_words
from matchmaker.messages import roadmap_status as say
from matchmaker.roadmap.addressed import addressees, find_school
from matchmaker.roadmap.execution.marks import marks_of
from matchmaker.roadmap.execution.terms import Term, Terms, in_background, words_of
from matchmaker.roadmap.publication import Site, publication_of
from matchmaker.roadmap.rows import PlanReading, Row

LINK = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:ru|рф|su|com|org)\b\S*")
"""The address of a page: it shows that something is published."""


class State(StrEnum):
    """How a position stands on a day."""

    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not"
    CANCELLED = "cancelled"
    DUE = "due"
    OVERDUE = "overdue"
    AHEAD = "ahead"
    BACKGROUND = "background"
    UNDATED = "undated"


class Part(StrEnum):
    """What of a row a position is: its event, or the publication of its result."""

    EVENT = "event"
    AUTHORITY = "authority"
    SCHOOLS = "schools"


@dataclass(frozen=True, slots=True)
class Position:
    """One thing to be carried out: a row at one of its times, or a publication.

    Attributes
    ----------
    place : the row's place in its plan, from 0.
    number : of the row; empty if it has none.
    time : which of the row's times it is, from 0.
    opens, ends : first and last day on which it is in time.
    when : these days in words, or those of the plan if no days are known.
    done_on : the day that the mark names.
    late : whether it was carried out after its last day.
    executors : who is responsible, as kinds and names.
    schools : organisations whose plan it stands in or whom it names.
    all_schools : whether it is addressed to organisations in general.
    """

    plan: str
    place: int
    number: str
    title: str
    part: Part
    time: int
    opens: date | None
    ends: date | None
    when: str
    state: State
    done_on: date | None = None
    document: str | None = None
    late: bool = False
    executors: tuple[tuple[PartyKind, str], ...] = ()
    schools: tuple[str, ...] = ()
    all_schools: bool = False

    @property
    def name(self) -> str:
        """What it is called: the title of its row, and on whose site it is published."""
        return say.PARTS[self.part.value](title=self.title)

    @property
    def quarter(self) -> tuple[int, int] | None:
        """Year and quarter of its last day; without one of the day of its mark."""
        background = self.state in {State.BACKGROUND, State.UNDATED}
        day = None if background else self.ends or self.done_on
        return (day.year, (day.month + 2) // 3) if day else None

    def to_json(self) -> dict[str, Any]:
        """The position as plain data."""
        return {
            "plan": self.plan,
            "number": self.number,
            "title": self.title,
            "part": self.part.value,
            "opens": self.opens.isoformat() if self.opens else None,
            "ends": self.ends.isoformat() if self.ends else None,
            "when": self.when,
            "state": self.state.value,
            "done_on": self.done_on.isoformat() if self.done_on else None,
            "late": self.late,
            "document": self.document,
            "executors": [name for _, name in self.executors],
            "schools": list(self.schools),
            "all_schools": self.all_schools,
        }


@dataclass
class Positions:
    """The positions of a plan on a day.

    Attributes
    ----------
    doubts : marks of which it is unclear to what time they belong.
    preliminary : years of days that were computed and may still change.
    """

    plan: PlanReading
    on: date

    def __post_init__(self) -> None:
        self.terms = Terms(self.plan)
        self.doubts: list[Issue] = []
        self.all: tuple[Position, ...] = tuple(self._all())
        self.preliminary = frozenset(self.terms.preliminary)

    def _all(self) -> Iterator[Position]:
        head = self.plan.plan
        own = find_school(self.plan, head.school)
        name = own.name if own else head.school
        addressed = {} if head.school else addressees(self.plan)
        for row in self.plan.rows:
            named, everybody = addressed.get(row.position, ((name,) if name else (), False))
            yield from self._row(row, named, everybody)

    def _row(self, row: Row, schools: tuple[str, ...], everybody: bool) -> Iterator[Position]:
        terms = self.terms.of(row)
        background = in_background(row) or not row.windows
        marks = marks_of(row, terms, self.on, background=background)
        self.doubts += marks.doubts
        sites = self._sites(row)
        for time, term in enumerate(terms):
            line = marks.of_term.get(time)
            yield self._position(row, Part.EVENT, time, term, line, schools, everybody)
            for n, site in enumerate(sites, start=1):
                published = Term(None, None) if background else self.terms.publication(term)
                shown = line if line is None or _publishes(line, n) else None
                part = Part(site.value)
                # The authority's site is no work of schools; their own sites are.
                theirs = schools if part is Part.SCHOOLS else ()
                general = part is Part.SCHOOLS and (everybody or not schools)
                yield self._position(row, part, time, published, shown, theirs, general)

    def _sites(self, row: Row) -> list[Site]:
        """On whose sites a result is put, the authority's first.

        In a plan taken from a municipal one publications are rows of their own; in any other of
        a school the site is the school's.
        """
        head = self.plan.plan
        task = publication_of(row, self.terms.calendar)
        if task is None or head.parent:
            return []
        return [Site.SCHOOLS] if head.school else [site for site in Site if site in task.sites]

    def _position(
        self,
        row: Row,
        part: Part,
        time: int,
        term: Term,
        line: Event | None,
        schools: tuple[str, ...],
        everybody: bool,
    ) -> Position:
        state = State(line.mark) if line and line.mark else self._unmarked(row, term)
        done_on = line.done_on if line else None
        worked = state in {State.DONE, State.PARTLY}
        return Position(
            plan=self.plan.plan.id,
            place=row.position,
            number=row.label if row.event.number else "",
            title=row.event.title,
            part=part,
            time=time,
            opens=term.opens,
            ends=term.ends,
            when=words_of(term) or _words_of_plan(row),
            state=state,
            done_on=done_on,
            document=line.document if line else None,
            late=worked and done_on is not None and term.ends is not None and done_on > term.ends,
            executors=tuple(
                dict.fromkeys((party.kind, party.name) for party in row.responsible.parties)
            ),
            schools=schools,
            all_schools=everybody,
        )

    def _unmarked(self, row: Row, term: Term) -> State:
        if in_background(row):
            return State.BACKGROUND
        if term.opens is None and term.ends is None:
            return State.UNDATED
        if term.ends is not None and term.ends < self.on:
            return State.OVERDUE
        if term.opens is not None and term.opens > self.on:
            return State.AHEAD
        return State.DUE


def _publishes(line: Event, n: int) -> bool:
    """Whether the mark of an event speaks of the n-th site too: a link for each shows it.

    What was cancelled or not done at all has nothing to publish yet.
    """
    if line.mark in {Mark.CANCELLED, Mark.NOT_DONE}:
        return True
    return len(LINK.findall(line.document or "")) >= n


def _words_of_plan(row: Row) -> str:
    """The date in the words of the plan, or what sort of date it is."""
    if row.dates is None:
        return say.NO_DATE()
    return row.event.dates or roadmap_words.KINDS[row.dates.kind.value]()
