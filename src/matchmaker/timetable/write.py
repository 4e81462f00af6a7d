"""From placements to the events of a timetable file: days and names again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from matchmaker.domain.abbreviations import Abbreviation, PartyKind
from matchmaker.domain.records import fold, stands_in
from matchmaker.errors import InputError
from matchmaker.messages import schedule as say
from matchmaker.roadmap.parties.persons import one_form
from matchmaker.roadmap.publication import TERM, publication_of
from matchmaker.roadmap.workdays.calendar import WorkingCalendar
from matchmaker.timetable.occurrences import EventProgram, Occurrence
from matchmaker.timetable.places import with_places
from matchmaker.timetable.program import Placement, Placements
from matchmaker.timetable.record import EventRecord, State, UnplacedRecord

_FOR_WHOM = re.compile(
    r"[,\s]*(?:для\s+(?:\S+\s+){0,4}?(?:испытыва|имеющ|нуждающ)|испытыва|с\s+низкими)[^«»]*$",
    re.IGNORECASE,
)


def write_events(
    program: EventProgram, placements: Placements, calendar: WorkingCalendar
) -> Iterator[EventRecord]:
    """Every event, stretch and deadline, by day; publications after their events."""
    found: list[EventRecord] = []
    of_events = placements[: len(program.items)]
    for at, (one, placement) in enumerate(zip(program.items, of_events, strict=True)):
        if placement is not None:
            found.append(_event(program, one, placement, at))
            found += _publications(one, found[-1], calendar)
    for one in program.spans:
        if one.window.start and one.window.end:
            span = _record(one, "span", one.window.start, one.window.end)
            hours = one.row.event.hours_a_week
            found.append(span.model_copy(update={"hours_a_week": hours}))
    for one, day in program.deadlines:
        found.append(_record(one, "deadline", day, day))
    yield from sorted(found, key=lambda event: (event.starts, event.ends, event.id))


def write_undated(program: EventProgram) -> Iterator[UnplacedRecord]:
    """Rows that cannot be put on a calendar at all."""
    for one in program.undated:
        yield UnplacedRecord(
            id=f"{one.plan.plan.id} / {one.row.label}",
            plan=one.plan.plan.id,
            number=one.row.label,
            title=one.row.event.title,
            verbatim=one.row.event.dates,
            reason=one.reason,
            mend=one.mend,
        )


def write_groups(
    abbreviations: Iterable[Abbreviation], events: Iterable[EventRecord]
) -> dict[str, tuple[str, ...]]:
    """The members of each group that is responsible for an event."""
    bodies = {body for event in events for body in event.bodies}
    groups = {
        one.name: tuple(sorted({one_form(name) for name in one.members}))
        for one in abbreviations
        if one.kind is PartyKind.GROUP and one.name in bodies
    }
    return {name: groups[name] for name in sorted(groups) if groups[name]}


def public_title(one: Occurrence) -> str:
    """The title without for whom: what is about people in need is nobody else's matter."""
    own = one.row.event.public_title
    return own or _FOR_WHOM.sub("", one.row.event.title).strip(" ,;") or say.EVENT()


def _event(program: EventProgram, one: Occurrence, placement: Placement, at: int) -> EventRecord:
    duration = program.program.items[at].duration
    starts = program.days[placement.start]
    ends = program.days[placement.start + duration - 1]
    chosen = [program.program.resources[n].key for some in placement.chosen for n in some]
    people = [key.removeprefix("person:") for key in chosen if key.startswith("person:")]
    venues = [key.removeprefix("venue:") for key in chosen if key.startswith("venue:")]
    venues += sorted(one.row.event.venues)[:1] if len(one.row.event.venues) == 1 else []
    venue = venues[0] if venues else None
    one = with_places(one, [venue] if venue else ())
    record = _record(one, "event", starts, ends)
    return record.model_copy(
        update={
            "people": tuple(people) or record.people,
            "venue": venue,
            "state": one.state,
            "pinned": bool(one.row.event.pinned),
            "participants": tuple(sorted(one.participants)),
            "places": one.places,
            "limited": one.limited,
        }
    )


def _publications(
    one: Occurrence, event: EventRecord, calendar: WorkingCalendar
) -> Iterator[EventRecord]:
    """The result to be put on sites, ten working days after the event."""
    task = publication_of(one.row, calendar)
    if task is None:
        return
    try:
        day = calendar.add_working_days(event.ends, TERM)
    except InputError:  # a year beyond the calendar
        return
    title = say.PUBLICATION(title=event.public_title)
    yield event.model_copy(
        update={
            "id": f"{event.id} / {say.PUBLICATION_ID()}",
            "title": say.PUBLICATION(title=event.title),
            "public_title": title,
            "kind": "deadline",
            "starts": day,
            "ends": day,
            "venue": None,
            "pinned": False,
            "participants": (),
            "places": None,
            "limited": None,
        }
    )


def _record(one: Occurrence, kind: str, starts: object, ends: object) -> EventRecord:
    row = one.row
    bodies = [p.name for p in row.responsible.parties if p.kind is not PartyKind.PERSON]
    state: State = "draft"
    return EventRecord.model_validate(
        {
            "id": one.id,
            "plan": one.plan.plan.id,
            "number": row.label,
            "title": row.event.title,
            "public_title": public_title(one),
            "verbatim": row.event.dates,
            "kind": kind,
            "starts": starts,
            "ends": ends,
            "people": tuple(sorted(row.people)),
            "bodies": tuple(bodies),
            "hosts": tuple(
                school.id
                for school in one.plan.roadmap.schools
                if stands_in(school.name, fold(row.event.responsible or ""))
            ),
            "audiences": (*sorted(row.audiences), *(one.name for one in row.participants.lists)),
            "schools": (one.plan.plan.school,) if one.plan.plan.school else (),
            "state": state,
        }
    )


def resource_name(key: str) -> str:
    """A resource as people call it: a person, a venue, an audience, lists of participants."""
    kind, _, name = key.partition(":")
    if kind == "audience":
        return audience_name(name.rpartition(":")[2])
    return name.partition(":")[2] if kind == "list" else name


def audience_name(name: str) -> str:
    """Participants as people call them: a kind in words, a list by its name."""
    return say.AUDIENCES[name]() if name in say.AUDIENCES else name
