"""A school's own plan, made of the rows of a municipal plan that concern schools."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from matchmaker.domain.abbreviations import PartyKind
from matchmaker.domain.events import Demand, Event, RoadmapPlan
from matchmaker.domain.people import Leads, Person
from matchmaker.domain.records import fold
from matchmaker.domain.schools import OrganisationKind, School
from matchmaker.errors import InputError
from matchmaker.messages import derive as say
from matchmaker.roadmap.publication import Site, publication_of
from matchmaker.roadmap.rows import PlanReading, Row
from matchmaker.roadmap.windows import Kind
from matchmaker.roadmap.workdays.calendar import WorkingCalendar

OF_KIND = {
    OrganisationKind.SCHOOL: {"ОО", "СОШ"},
    OrganisationKind.KINDERGARTEN: {"ОО", "ДОУ"},
    OrganisationKind.EXTRA: {"ОО", "УДО"},
}
"""Names under which plans address organisations of each kind."""

_ROLES = re.compile(
    r"директор|заведующ|заместител|куратор|наставник|ответственн|руководител\w*\s+(?:оо|оу|школ)"
)
_HEADS_WORK = re.compile(
    r"приказ|положени|штатн|оплат|договор|кадр|вакан|аттестаци|назначени|утвержд|план\w*\s+мероприят"
)
_CURATORS_WORK = re.compile(r"наставни|наставл|молод|\bпар[аы]?\b|персонализ")


@dataclass(frozen=True, slots=True)
class SchoolPlan:
    """A school's plan taken from a municipal one.

    Attributes
    ----------
    publications : how many of its rows put a result on the school's site.
    preliminary : years of computed days whose calendar is not official yet.
    """

    head: RoadmapPlan
    events: tuple[Event, ...]
    publications: int
    preliminary: frozenset[int]


def addressed(plan: PlanReading, school: str | None = None) -> list[Row]:
    """The rows of a municipal plan that schools are to carry out or take part in.

    Parameters
    ----------
    school : ID or name; rows for other kinds of organisations only are then left out.
    """
    found = find_school(plan, school)
    kind = found.kind if found else OrganisationKind.SCHOOL
    names = OF_KIND.get(kind, {"ОО"})
    return [row for row in plan.rows if _concerns(row, names)]


def find_school(plan: PlanReading, school: str | None) -> School | None:
    """The organisation of this ID or name, if the tables have organisations."""
    if school is None:
        return None
    return next(
        (one for one in plan.roadmap.schools if fold(school) in {fold(one.id), fold(one.name)}),
        None,
    )


def derive_plan(plan: PlanReading, school: str, *, lead: int = 0) -> SchoolPlan:
    """A school's plan: its head, and its rows in the order of the municipal plan.

    Every row names the municipal row it is taken from, keeps its dates and has executors of
    the school. A fixed deadline comes ``lead`` working days earlier. A result to be published
    on the sites of schools gives a row of its own, ten working days after the event.

    Parameters
    ----------
    plan : the municipal plan as it is understood.
    school : ID or name of the organisation.
    lead : unit: working days.
    """
    return _Deriving(plan, school, lead).plan()


@dataclass
class _Deriving:
    municipal: PlanReading
    name: str
    lead: int
    events: list[Event] = field(default_factory=list)
    publications: int = 0
    preliminary: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.school = find_school(self.municipal, self.name)
        self.key = self.school.id if self.school else self.name
        self.calendar = self.municipal.calendars.of(self.key)

    def plan(self) -> SchoolPlan:
        head = self._head()
        for row in addressed(self.municipal, self.name):
            self._add(head, row)
            task = publication_of(row, self.calendar)
            if task is not None and Site.SCHOOLS in task.sites:
                self._publish(head, row, task.day, task.dates)
        return SchoolPlan(head, tuple(self.events), self.publications, frozenset(self.preliminary))

    def _head(self) -> RoadmapPlan:
        """The head: of the school, without an order of its own yet; the plan's order is cited."""
        plan = self.municipal.plan
        name = self.school.name if self.school else self.name
        return plan.model_copy(
            update={
                "id": say.PLAN_ID(plan=plan.id, school=self.key),
                "title": say.PLAN_TITLE(title=plan.title or plan.id, school=name),
                "order_date": None,
                "newest_act": plan.order_date or plan.newest_act,
                "school": self.key,
                "parent": plan.id,
                "note": None,
            }
        )

    def _add(self, head: RoadmapPlan, row: Row) -> None:
        self.events.append(
            Event(
                plan=head.id,
                number=str(len(self.events) + 1),
                section=row.event.section,
                title=row.event.title,
                dates=self._dates(row),
                responsible=self._executors(row),
                participants=row.event.participants,
                result=row.event.result,
                demand=Demand.OCCUPIES if row.occupies else Demand.SPANS,
                shift=row.event.shift,
                parent=row.label,
            )
        )

    def _publish(self, head: RoadmapPlan, row: Row, day: date | None, dates: str) -> None:
        self.publications += 1
        self._computed(day)
        self.events.append(
            Event(
                plan=head.id,
                number=str(len(self.events) + 1),
                after=frozenset({str(len(self.events))}),
                section=row.event.section,
                title=say.PUBLISH(title=row.event.title),
                dates=dates,
                responsible=self._curator(),
                result=row.event.result,
                demand=Demand.SPANS,
                parent=row.label,
            )
        )

    def _computed(self, day: date | None) -> None:
        if day is not None and self.calendar.preliminary(day):
            self.preliminary.add(day.year)

    def _dates(self, row: Row) -> str | None:
        """The municipal phrase, or an earlier day where a fixed deadline is brought forward."""
        dates = row.dates
        if dates is None or not self.lead or dates.kind is not Kind.DEADLINE or not dates.windows:
            return row.event.dates
        day = earlier(self.calendar, dates.windows[0].end, self.lead)
        self._computed(day)
        return say.BY_DAY(day=f"{day:%d.%m.%Y}") if day else row.event.dates

    def _executors(self, row: Row) -> str:
        """Who in the school carries a row out: the roles the plan names, else by its words."""
        roles = [
            party.written.strip(" ,;")
            for party in row.responsible.parties
            if party.kind is PartyKind.ROLE and _ROLES.search(party.name.lower())
        ]
        if roles:
            return ", ".join(roles)
        text = f"{row.event.title} {row.event.result or ''}".lower()
        heads = _HEADS_WORK.search(text)
        who = [
            _named(say.HEAD(), self._leader(Leads.HEAD))
            if heads
            else _named(say.DEPUTY(), self._leader(Leads.DEPUTY))
        ]
        if _CURATORS_WORK.search(text):
            who.append(self._curator())
        return ", ".join(who)

    def _curator(self) -> str:
        key = self.school.curator if self.school else None
        people = self.municipal.roadmap.people
        person = next((p for p in people if key and fold(key) in {fold(p.id), fold(p.name)}), None)
        return _named(say.CURATOR(), person)

    def _leader(self, leads: Leads) -> Person | None:
        """The head or the deputy of the school, if the tables know exactly one."""
        school = self.school
        names = {fold(school.id), fold(school.name)} if school else set()
        people = self.municipal.roadmap.people
        found = [one for one in people if fold(one.school) in names and one.leads is leads]
        return found[0] if len(found) == 1 else None


def earlier(calendar: WorkingCalendar, day: date | None, lead: int) -> date | None:
    """So many working days before a day; nothing in a year beyond the calendar."""
    if day is None:
        return None
    try:
        return calendar.add_working_days(day, -lead)
    except InputError:  # the municipal day stands then
        return None


def _concerns(row: Row, names: set[str]) -> bool:
    """Whether the executors or the participants are organisations of the kind, or their roles."""
    for party in row.responsible.parties:
        if party.kind is PartyKind.BODY and party.name in names:
            return True
        own = party.group in names or not party.group
        if party.kind is PartyKind.ROLE and own and _ROLES.search(party.name.lower()):
            return True
    audience = f"{row.event.participants or ''} {row.event.supposed_participants or ''}"
    return any(re.search(rf"\b{name}\b", audience) for name in names)


def _named(post: str, person: Person | None) -> str:
    return f"{person.name}, {post}" if person else post
