"""A school's own plan, made of the rows of a municipal plan that concern schools."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from matchmaker.domain.abbreviations import PartyKind
from matchmaker.domain.events import Demand, Event, RoadmapPlan
from matchmaker.domain.people import Leads, Person
from matchmaker.domain.records import fold
from matchmaker.domain.schools import OrganisationKind
from matchmaker.errors import InputError
from matchmaker.messages import derive as say
from matchmaker.roadmap.addressed import ROLES, addressed, find_school
from matchmaker.roadmap.publication import Publication, Site, publication_of
from matchmaker.roadmap.rows import PlanReading, Row
from matchmaker.roadmap.windows import Kind
from matchmaker.roadmap.workdays.calendar import WorkingCalendar

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
    own: dict[int, str] = field(default_factory=dict)
    """Position of a municipal row → number of the row that came of it."""

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
                self._publish(head, row, task)
        return SchoolPlan(head, tuple(self.events), self.publications, frozenset(self.preliminary))

    def _head(self) -> RoadmapPlan:
        """The head: of the school, without an order of its own yet; the plan's order is cited."""
        plan = self.municipal.plan
        name = self.school.name if self.school else self.name
        return plan.model_copy(
            update={
                "id": say.PLAN_ID(plan=plan.id, school=name),
                "title": say.PLAN_TITLE(title=plan.title or plan.id, school=name),
                "order_date": None,
                "newest_act": plan.order_date or plan.newest_act,
                "school": self.key,
                "parent": plan.id,
                "note": None,
                "reference": False,
            }
        )

    def _add(self, head: RoadmapPlan, row: Row) -> None:
        number = str(len(self.events) + 1)
        self.own[row.position] = number
        self.events.append(
            Event(
                plan=head.id,
                number=number,
                section=row.event.section,
                title=row.event.title,
                dates=self._dates(row),
                responsible=self._executors(row),
                participants=row.event.participants,
                supposed_participants=row.event.supposed_participants,
                result=row.event.result,
                demand=Demand.OCCUPIES if row.occupies else Demand.SPANS,
                after=self._after(row),
                lead_days=row.event.lead_days,
                shift=row.event.shift,
                parent=row.event.label,
            )
        )

    def _after(self, row: Row) -> frozenset[str]:
        """The rows of this plan that come of the municipal rows which a row follows."""
        before = (self.municipal.row(number, row.event) for number in row.event.after)
        return frozenset(
            self.own[one.position] for one in before if one and one.position in self.own
        )

    def _publish(self, head: RoadmapPlan, row: Row, task: Publication) -> None:
        self.publications += 1
        ends = self.municipal.plan.ends
        dates, day = task.dates, task.day
        if day and ends and row.ends and row.ends <= ends < day:
            # What the plan does not hold it cannot ask for.
            day = max(row.ends, self._worked_before(ends))
            dates = say.BY_DAY(day=f"{day:%d.%m.%Y}")
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
                parent=row.event.label,
            )
        )

    def _worked_before(self, day: date) -> date:
        return self.calendar.previous_working(day) if self.calendar.knows(day) else day

    def _worked_after(self, day: date) -> date:
        return self.calendar.next_working(day) if self.calendar.knows(day) else day

    def _computed(self, day: date | None) -> None:
        if day is not None and self.calendar.preliminary(day):
            self.preliminary.add(day.year)

    def _dates(self, row: Row) -> str | None:
        """The municipal phrase, or an earlier day where a fixed deadline is brought forward."""
        dates = row.dates
        if dates is None or not self.lead or dates.kind is not Kind.DEADLINE or not dates.windows:
            return row.event.dates
        day = earlier(self.calendar, dates.windows[0].end, self.lead)
        starts = self.municipal.plan.starts
        if day and starts and day < starts:  # the plan has not begun yet
            day = min(self._worked_after(starts), dates.windows[0].end or starts)
        self._computed(day)
        return say.BY_DAY(day=f"{day:%d.%m.%Y}") if day else row.event.dates

    def _executors(self, row: Row) -> str:
        """Who in the school carries a row out: the roles the plan names, else by its words."""
        roles = [
            party.written.strip(" ,;")
            for party in row.responsible.parties
            if party.kind is PartyKind.ROLE and ROLES.search(party.name.lower())
        ]
        if roles:
            return ", ".join(roles)
        text = f"{row.event.title} {row.event.result or ''}".lower()
        heads = _HEADS_WORK.search(text)
        garden = self.school is not None and self.school.kind is OrganisationKind.KINDERGARTEN
        posts = (say.GARDEN_HEAD, say.GARDEN_DEPUTY) if garden else (say.HEAD, say.DEPUTY)
        who = [
            _named(posts[0](), self._leader(Leads.HEAD))
            if heads
            else _named(posts[1](), self._leader(Leads.DEPUTY))
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


def _named(post: str, person: Person | None) -> str:
    return f"{person.name}, {post}" if person else post
