"""The roadmap: the plans of a municipality and all that is needed to read them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, ClassVar, Self

from matchmaker.domain.abbreviations import Abbreviation
from matchmaker.domain.days import SpecialDays, WorkWeek
from matchmaker.domain.events import Event, RoadmapPlan
from matchmaker.domain.participants import Directory, ListMember, problems
from matchmaker.domain.people import Person
from matchmaker.domain.records import Record, fold
from matchmaker.domain.schools import School
from matchmaker.domain.venues import Venue
from matchmaker.errors import InputError, Issue
from matchmaker.messages import roadmap_tables as say
from matchmaker.text import Text

ROADMAP_TABLES: tuple[type[Record], ...] = (
    RoadmapPlan,
    Event,
    Abbreviation,
    WorkWeek,
    SpecialDays,
    Venue,
    ListMember,
)
"""Every table of a roadmap, in the order of the sheets of its workbook."""


class Roadmap(Record):
    """The plans of a municipality and all that is needed to read them.

    Build it with :meth:`build`, which checks the tables against each other. Rows of a plan
    keep the order of the document. Organisations and people are those of the municipality's
    own tables, where the folder has them.
    """

    sheet: ClassVar[Text] = Text("Дорожная карта", "Roadmap")

    plans: tuple[RoadmapPlan, ...] = ()
    events: tuple[Event, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    weeks: tuple[WorkWeek, ...] = ()
    days: tuple[SpecialDays, ...] = ()
    venues: tuple[Venue, ...] = ()
    lists: tuple[ListMember, ...] = ()
    schools: tuple[School, ...] = ()
    people: tuple[Person, ...] = ()
    warnings: tuple[Issue, ...] = ()

    @classmethod
    def build(cls, records: Iterable[Record], issues: Sequence[Issue] = ()) -> Self:
        """Make a roadmap of the rows of all its tables.

        A plan that rows name and no head describes gets a head of its own, with a warning.

        Raises
        ------
        InputError
            with every problem: plans or heads that stand twice, unknown plans and rows.
        """
        rows: dict[type[Record], list[Any]] = {table: [] for table in cls.fields_of()}
        for record in records:
            rows[type(record)].append(record)
        found = [*issues, *_problems(rows)]
        if any(issue.severity == "error" for issue in found):
            raise InputError([issue for issue in found if issue.severity == "error"])
        known = {plan.id for plan in rows[RoadmapPlan]}
        for event in rows[Event]:
            if event.plan not in known:
                known.add(event.plan)
                rows[RoadmapPlan].append(RoadmapPlan(id=event.plan))
        fields = {field: tuple(rows[table]) for table, field in cls.fields_of().items()}
        return cls(**fields, warnings=tuple(found))

    def _facts(self) -> dict[str, Any]:
        """What makes two roadmaps equal; warnings only say where the rows stood."""
        return {name: value for name, value in super()._facts().items() if name != "warnings"}

    @classmethod
    def fields_of(cls) -> dict[type[Record], str]:
        """Which field holds the rows of which table."""
        return {
            RoadmapPlan: "plans",
            Event: "events",
            Abbreviation: "abbreviations",
            WorkWeek: "weeks",
            SpecialDays: "days",
            Venue: "venues",
            ListMember: "lists",
            School: "schools",
            Person: "people",
        }

    def rows(self, table: type[Record]) -> tuple[Record, ...]:
        """The rows of one table."""
        return tuple(getattr(self, self.fields_of()[table]))

    @cached_property
    def plan(self) -> dict[str, RoadmapPlan]:
        """Plans by ID."""
        return {plan.id: plan for plan in self.plans}

    def events_of(self, plan: str) -> list[Event]:
        """The rows of a plan, in the order of the document."""
        return [event for event in self.events if event.plan == plan]

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the roadmap's own tables."""
        facts = {
            table.__name__: [row.plain() for row in self.rows(table)] for table in ROADMAP_TABLES
        }
        text = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


def _problems(rows: dict[type[Record], list[Any]]) -> Iterable[Issue]:
    """What contradicts itself between the tables."""
    heads: dict[str, RoadmapPlan] = {}
    for plan in rows[RoadmapPlan]:
        first = heads.setdefault(plan.id, plan)
        if first is not plan:
            mend = say.FIRST_AT(row=first.source.row)
            yield Issue(plan.at("id"), say.DUPLICATE_PLAN(), mend, plan.id)
    yield from _parents(rows[RoadmapPlan], heads)
    yield from _without_head(rows[Event], heads)
    yield from _predecessors(rows[Event])
    yield from problems(rows[ListMember], Directory(rows[Person], rows[School]))
    for row in (*rows[RoadmapPlan], *rows[SpecialDays]):
        if row.starts and row.ends and row.ends < row.starts:
            yield Issue(row.at("ends"), say.DATES_SWAPPED(), say.SWAP_MEND(), str(row.ends))


def _parents(plans: Iterable[RoadmapPlan], heads: dict[str, RoadmapPlan]) -> Iterable[Issue]:
    """Plans said to be taken from a plan that is not there."""
    for plan in plans:
        if plan.parent is not None and plan.parent not in heads:
            mend = say.KNOWN_PLANS(names=", ".join(heads))
            yield Issue(plan.at("parent"), say.UNKNOWN_PLAN(), mend, plan.parent)


def _without_head(events: Iterable[Event], heads: dict[str, RoadmapPlan]) -> Iterable[Issue]:
    """Plans of which only rows are known; each is told once."""
    headless: set[str] = set()
    for event in events:
        if event.plan not in heads and event.plan not in headless:
            headless.add(event.plan)
            yield Issue(
                event.at("plan"), say.NO_HEAD(), say.ADD_HEAD(), event.plan, severity="warning"
            )


def _predecessors(events: Sequence[Event]) -> Iterable[Issue]:
    """Rows said to come after one that is not there, that several are, or that waits for them.

    Lines that repeat a row to mark it are that row.
    """
    rows = list(dict.fromkeys(event.unmarked for event in events))
    numbered: dict[tuple[str, str], list[Event]] = {}
    for row in rows:
        if row.number is not None:
            numbered.setdefault((row.plan, fold(row.number)), []).append(row)
    before: dict[Event, dict[str, Event]] = {}
    for row in rows:
        for number in sorted(row.after):
            found = row.nearest(numbered.get((row.plan, fold(number)), []))
            if not found:
                yield Issue(row.at("after"), say.UNKNOWN_ROW(), say.UNKNOWN_ROW_MEND(), number)
            elif len(found) > 1:
                wrong = say.SEVERAL_ROWS(rows=", ".join(str(one.source.row) for one in found))
                yield Issue(row.at("after"), wrong, say.SEVERAL_ROWS_MEND(), number)
            elif found[0] == row:
                yield Issue(row.at("after"), say.OWN_ROW(), say.OWN_ROW_MEND(), number)
            else:
                before.setdefault(row, {})[number] = found[0]
    yield from _circles(before)


def _circles(before: dict[Event, dict[str, Event]]) -> Iterable[Issue]:
    """Rows that would come after themselves, each told where it stands."""
    for row, firsts in before.items():
        for number, first in firsts.items():
            way = _way(before, first, row)
            if way:
                wrong = say.CIRCLE(rows=" → ".join(one.label for one in (row, *way)))
                yield Issue(row.at("after"), wrong, say.CIRCLE_MEND(), number)


def _way(before: dict[Event, dict[str, Event]], start: Event, end: Event) -> list[Event]:
    """Rows from one to another, each after the next; nothing if there is no such way."""
    ways, waiting = {start: [start]}, [start]
    for row in waiting:
        if row == end:
            return ways[row]
        for first in before.get(row, {}).values():
            if first not in ways:
                ways[first] = [*ways[row], first]
                waiting.append(first)
    return []
