"""A school's own plan, made of the rows of a municipal plan that concern schools."""

from __future__ import annotations

import re

from matchmaker.domain.people import Leads, Person
from matchmaker.domain.records import fold
from matchmaker.domain.roadmap import Demand, Event, PartyKind, RoadmapPlan
from matchmaker.domain.schools import OrganisationKind, School
from matchmaker.errors import InputError
from matchmaker.messages import derive as say
from matchmaker.roadmap.publication import SITE_OF_SCHOOLS, Publication, publication_of
from matchmaker.roadmap.rows import PlanReading, Row
from matchmaker.roadmap.windows import Kind

OF_KIND = {
    OrganisationKind.SCHOOL: {"ОО", "ОУ", "СОШ", "школы"},
    OrganisationKind.KINDERGARTEN: {"ОО", "ДОУ", "ДОО"},
    OrganisationKind.EXTRA: {"ОО", "УДО", "ОДО"},
}
"""Names under which plans address organisations of each kind."""

_ROLES = re.compile(
    r"директор|заведующ|заместител|куратор|наставник|ответственн|руководител\w*\s+(?:оо|оу|школ)"
)
_DIRECTORS = re.compile(
    r"приказ|положени|штатн|оплат|договор|кадр|вакан|аттестаци|назначени|утвержд|план\w*\s+мероприят"
)
_CURATORS = re.compile(r"наставник|наставл|молод|пар[аы]?\b|персонализ")


def addressed(plan: PlanReading, school: str | None = None) -> list[Row]:
    """The rows of a municipal plan that schools are to carry out or take part in.

    Parameters
    ----------
    school : ID or name; rows for other kinds of organisations only are then left out.
    """
    found = find_school(plan, school)
    kind = found.kind if found else OrganisationKind.SCHOOL
    return [row for row in plan.rows if _concerns(row, OF_KIND.get(kind, {"ОО"}))]


def derive_plan(
    plan: PlanReading, school: str, *, lead: int = 0
) -> tuple[RoadmapPlan, list[Event]]:
    """A school's plan: its head, and its rows in the order of the municipal plan.

    Every row names the municipal row it is taken from, keeps its dates and has executors of
    the school. A fixed deadline comes ``lead`` working days earlier. A result to be published
    on the sites of schools gives a row of its own (ten working days after the event).

    Parameters
    ----------
    plan : the municipal plan as it is understood.
    school : ID or name of the organisation.
    lead : unit: working days.
    """
    found = find_school(plan, school)
    name = found.name if found else school
    head = plan.plan.model_copy(
        update={
            "id": say.PLAN_ID(plan=plan.plan.id, school=found.id if found else school),
            "title": say.PLAN_TITLE(title=plan.plan.title or plan.plan.id, school=name),
            "order_date": None,
            "newest_act": plan.plan.order_date or plan.plan.newest_act,
            "school": found.id if found else school,
            "parent": plan.plan.id,
            "note": None,
        }
    )
    events: list[Event] = []
    for row in addressed(plan, school):
        number = str(len(events) + 1)
        events.append(_own(row, head.id, number, plan, found, lead))
        task = publication_of(row, plan.calendars.of(found.id if found else school))
        if task is not None and SITE_OF_SCHOOLS in task.sites:
            events.append(_published(row, task, head.id, f"{len(events) + 1}", plan, found))
    return head, events


def find_school(plan: PlanReading, school: str | None) -> School | None:
    """The organisation of this ID or name, if the tables have organisations."""
    if school is None:
        return None
    return next(
        (one for one in plan.roadmap.schools if fold(school) in {fold(one.id), fold(one.name)}),
        None,
    )


def _concerns(row: Row, names: set[str]) -> bool:
    """Whether the executors or the participants are organisations of the kind, or their roles."""
    for party in row.responsible.parties:
        if party.kind is PartyKind.BODY and party.name in names:
            return True
        body = party.group in names or not party.group
        if party.kind is PartyKind.ROLE and body and _ROLES.search(party.name.lower()):
            return True
    audience = f"{row.event.participants or ''} {row.event.supposed_participants or ''}"
    return any(re.search(rf"\b{name}\b", audience) for name in names)


def _own(
    row: Row, plan_id: str, number: str, plan: PlanReading, school: School | None, lead: int
) -> Event:
    return Event(
        plan=plan_id,
        number=number,
        section=row.event.section,
        title=row.event.title,
        dates=_dates(row, plan, school, lead),
        responsible=_executors(row, plan, school),
        participants=row.event.participants,
        result=row.event.result,
        demand=Demand.OCCUPIES if row.occupies else Demand.SPANS,
        shift=row.event.shift,
        parent=row.label,
    )


def _dates(row: Row, plan: PlanReading, school: School | None, lead: int) -> str | None:
    """The municipal phrase, or an earlier day where a fixed deadline is brought forward."""
    dates = row.dates
    if dates is None or not lead or dates.kind is not Kind.DEADLINE or not dates.windows:
        return row.event.dates
    end = dates.windows[0].end
    if end is None:
        return row.event.dates
    calendar = plan.calendars.of(school.id if school else None)
    try:
        return say.BY_DAY(day=f"{calendar.add_working_days(end, -lead):%d.%m.%Y}")
    except InputError:  # a year beyond the calendar: the municipal day stands
        return row.event.dates


def _executors(row: Row, plan: PlanReading, school: School | None) -> str:
    """Who in the school carries a row out: the roles that the plan itself names, else by its words."""
    roles = [
        party.written.strip(" ,;")
        for party in row.responsible.parties
        if party.kind is PartyKind.ROLE and _ROLES.search(party.name.lower())
    ]
    if roles:
        return ", ".join(roles)
    text = f"{row.event.title} {row.event.result or ''}".lower()
    who = [_head(plan, school)] if _DIRECTORS.search(text) else [_deputy(plan, school)]
    if _CURATORS.search(text):
        who.append(_curator(plan, school))
    return ", ".join(who)


def _head(plan: PlanReading, school: School | None) -> str:
    return _named(say.HEAD(), _leader(plan, school, Leads.HEAD))


def _deputy(plan: PlanReading, school: School | None) -> str:
    return _named(say.DEPUTY(), _leader(plan, school, Leads.DEPUTY))


def _curator(plan: PlanReading, school: School | None) -> str:
    key = school.curator if school else None
    person = next((one for one in plan.roadmap.people if key and one.id == key), None)
    return _named(say.CURATOR(), person)


def _leader(plan: PlanReading, school: School | None, leads: Leads) -> Person | None:
    """The head or the deputy of the school, if the tables know exactly one."""
    names = {fold(school.id), fold(school.name)} if school else set()
    found = [
        one for one in plan.roadmap.people if fold(one.school) in names and one.leads is leads
    ]
    return found[0] if len(found) == 1 else None


def _named(post: str, person: Person | None) -> str:
    return f"{person.name}, {post}" if person else post


def _published(
    row: Row, task: Publication, plan_id: str, number: str, plan: PlanReading, school: School | None
) -> Event:
    return Event(
        plan=plan_id,
        number=number,
        section=row.event.section,
        title=say.PUBLISH(title=row.event.title),
        dates=task.dates,
        responsible=_curator(plan, school),
        result=row.event.result,
        demand=Demand.SPANS,
        parent=row.label,
    )

