"""The verbs about roadmaps: read a date phrase, audit plans, make a school's own plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

from matchmaker.domain.days import SpecialDays, WorkWeek
from matchmaker.domain.events import Event, RoadmapPlan, YearEnd
from matchmaker.domain.records import fold
from matchmaker.domain.roadmap import Roadmap
from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import roadmap as say
from matchmaker.roadmap.addressed import find_school
from matchmaker.roadmap.audit import Finding, audit_roadmap
from matchmaker.roadmap.dates import Conventions, read_dates
from matchmaker.roadmap.derive import derive_plan
from matchmaker.roadmap.rows import PlanReading, read_plans
from matchmaker.roadmap.windows import DatePhrase, Window

Owned = TypeVar("Owned", WorkWeek, SpecialDays)

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Periods beyond these years are slips of the pen."""


@dataclass(frozen=True, slots=True)
class Audit:
    """What the audit found, and in how many rows of which plans.

    Attributes
    ----------
    rows : plan → number of its rows.
    compared : municipal plans that were there for comparison only.
    """

    findings: tuple[Finding, ...]
    rows: dict[str, int]
    compared: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong beyond warnings and notes."""
        return not any(finding.severity == "error" for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Derived:
    """Plans of a school made of municipal ones, and where they were written.

    Attributes
    ----------
    rows : plan of the school → number of its rows.
    publications : how many of them are publications on the school's site.
    empty : municipal plans with nothing for the school.
    preliminary : years with computed days whose calendar is not official yet.
    """

    written: Path
    school: str
    rows: dict[str, int]
    publications: int
    empty: tuple[str, ...]
    preliminary: tuple[int, ...]


def parse_dates(
    text: str,
    period: str | None = None,
    *,
    school_year_end: str = "05-31",
    inclusive: bool = True,
) -> DatePhrase:
    """Read one date phrase as Russian plans and orders write it.

    Parameters
    ----------
    period : of the plan, as :func:`parse_period` reads it; without it what comes again has
        no windows.
    school_year_end : ``05-31`` for events, ``08-31`` for people and indicators.
    inclusive : whether «до 1 ноября» and «к 1 ноября» include the day.

    Raises
    ------
    InputError
        if the period or the end of the school year is not written as it should be.
    """
    end = YearEnd.read(school_year_end)
    if end is None:
        issue = Issue(Place(), say.BAD_YEAR_END(), say.YEAR_END_MEND(), school_year_end)
        raise InputError([issue])
    month, day = (int(part) for part in end.value.split("-"))
    window = parse_period(period) if period else None
    return read_dates(text, window, Conventions((month, day), inclusive))


def audit(roadmap: Roadmap, plans: Sequence[str] = ()) -> Audit:
    """Find everything inconsistent in the plans of a roadmap that can be decided from data.

    Parameters
    ----------
    plans : only these plans, by their IDs; all if empty.

    Raises
    ------
    InputError
        if there is no such plan.
    """
    check_plans(roadmap, plans)
    wanted = set(plans) or {plan.id for plan in roadmap.plans if not plan.reference}
    audited = [plan.id for plan in roadmap.plans if plan.id in wanted]
    return Audit(
        tuple(audit_roadmap(roadmap, plans)),
        {plan: len(roadmap.events_of(plan)) for plan in audited},
        tuple(plan.id for plan in roadmap.plans if plan.reference and plan.id not in wanted),
    )


def slips(roadmap: Roadmap, plans: Sequence[str] = ()) -> tuple[Issue, ...]:
    """What reading the plans of a roadmap gives to think of, each with its cell.

    Parameters
    ----------
    plans : only these plans, by their IDs; all if empty.
    """
    found = [
        Issue(one.at, one.words, one.mend, severity="warning")
        for one in audit_roadmap(roadmap, plans)
        if one.at is not None
    ]
    return tuple(dict.fromkeys((*roadmap.warnings, *found)))


def derive(
    roadmap: Roadmap,
    school: str,
    out: Path | str,
    *,
    plans: Sequence[str] = (),
    lead: int = 0,
) -> Derived:
    """Make a school's own plans of the municipal ones and write them into a folder.

    The municipal plans are written beside them for comparison, so that the audit of the
    folder compares the two.

    Parameters
    ----------
    school : ID or name of the organisation.
    plans : only these municipal plans; all if empty.
    lead : by how many working days fixed deadlines come earlier.

    Raises
    ------
    InputError
        if there is no such plan or organisation, no row concerns it, or the folder has a
        roadmap already.
    """
    from matchmaker.io.roadmap_files import find_roadmap, write_roadmap
    from matchmaker.messages.roadmap_import import ROADMAP_NAME

    out = Path(out)
    if out.is_dir() and find_roadmap(out) is not None:
        raise InputError([Issue(Place(out.name), say.ROADMAP_THERE(), say.ROADMAP_THERE_MEND())])
    check_plans(roadmap, plans)
    readings = [
        reading
        for reading in read_plans(roadmap)
        if (reading.plan.id in plans if plans else reading.plan.school is None)
    ]
    _check_school(roadmap, readings, school)
    made = [(reading.plan, derive_plan(reading, school, lead=lead)) for reading in readings]
    filled = [(plan, own) for plan, own in made if own.events]
    if not filled:
        raise InputError([Issue(Place(), say.NOTHING_FOR_SCHOOL(), say.NOTHING_MEND(), school)])
    heads: list[RoadmapPlan] = []
    rows: list[Event] = []
    for plan, derived in filled:
        heads += [derived.head, plan.model_copy(update={"reference": True})]
        rows += [*derived.events, *roadmap.events_of(plan.id)]
    own = Roadmap(
        plans=tuple(heads),
        events=tuple(rows),
        abbreviations=roadmap.abbreviations,
        weeks=tuple(_of_school(roadmap.weeks, readings[0], school)),
        days=tuple(_of_school(roadmap.days, readings[0], school)),
        lists=roadmap.lists,
    )
    found = find_school(readings[0], school)
    return Derived(
        write_roadmap(own, out / ROADMAP_NAME()),
        found.name if found else school,
        {derived.head.id: len(derived.events) for _, derived in filled},
        sum(derived.publications for _, derived in filled),
        tuple(plan.id for plan, derived in made if not derived.events),
        tuple(sorted({year for _, derived in filled for year in derived.preliminary})),
    )


def _of_school(rows: Iterable[Owned], plan: PlanReading, school: str) -> Iterator[Owned]:
    """Weeks and days without those of other organisations; its own under the ID of its plan.

    The folder of a school has no tables that would say what another is called.
    """
    own = find_school(plan, school)
    for row in rows:
        owner = find_school(plan, row.who)
        if owner is None:
            yield row
        elif own is not None and owner.id == own.id:
            yield row.model_copy(update={"who": own.id})


def parse_period(text: str) -> Window:
    """A period written as two years or two ISO dates: ``2024..2028``, ``2021-09-01..2022-05-31``.

    Raises
    ------
    InputError
        if it is not written so, or ends before it begins.
    """
    first, dots, last = text.partition("..")
    try:
        if not dots:
            raise ValueError(text)
        start, end = _edge(first.strip(), 1, 1), _edge(last.strip(), 12, 31)
        if end < start:
            raise ValueError(text)
    except ValueError as error:
        raise InputError([Issue(Place(), say.BAD_PERIOD(), say.PERIOD_MEND(), text)]) from error
    return Window(start, end)


def _edge(text: str, month: int, day: int) -> date:
    """A year alone is the whole year."""
    found = date(int(text), month, day) if len(text) == 4 else date.fromisoformat(text)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise ValueError(text)
    return found


def check_plans(roadmap: Roadmap, plans: Sequence[str]) -> None:
    """Refuse plans that the roadmap does not have, and say which there are."""
    unknown = [plan for plan in plans if plan not in roadmap.plan]
    if unknown:
        known = say.KNOWN_PLANS(names=", ".join(f"«{plan.id}»" for plan in roadmap.plans))
        raise InputError([Issue(Place(), say.UNKNOWN_PLAN(), known, plan) for plan in unknown])


def _check_school(roadmap: Roadmap, readings: Sequence[PlanReading], school: str) -> None:
    """An organisation must be one of the tables', where they have any."""
    if not (roadmap.schools and readings) or find_school(readings[0], school) is not None:
        return
    names = {fold(name): name for one in roadmap.schools for name in (one.id, one.name)}
    close = get_close_matches(fold(school), list(names), n=1, cutoff=0.6)
    mend = say.PERHAPS_SCHOOL(guess=names[close[0]]) if close else say.SCHOOL_MEND()
    raise InputError([Issue(Place(), say.UNKNOWN_SCHOOL(), mend, school)])
