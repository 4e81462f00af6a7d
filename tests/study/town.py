"""A small invented roadmap of seminars and courses, beside the people of a town."""

from __future__ import annotations

from datetime import date
from typing import Any

from matchmaker.domain import About, Mentor, Municipality, Person, School
from matchmaker.domain.events import Event, RoadmapPlan
from matchmaker.domain.records import Record
from matchmaker.domain.roadmap import Roadmap
from matchmaker.domain.study import Trainee
from matchmaker.domain.topics import Topic
from matchmaker.engine import study_routes
from matchmaker.study.record import Routes
from matchmaker.timetable.record import EventRecord, Timetable

PLAN = "Дорожная карта"
PERIOD = date(2026, 9, 1), date(2027, 5, 31)


def seminar(number: str, title: str, **facts: Any) -> Event:
    return Event.model_validate({"plan": PLAN, "number": number, "title": title} | facts)


def roadmap(*events: Record) -> Roadmap:
    head = RoadmapPlan(id=PLAN, starts=PERIOD[0], ends=PERIOD[1])
    return Roadmap.build([head, *events])


def on(event: Event, *days: date, venue: str | None = None, **facts: Any) -> list[EventRecord]:
    """The event on each of these days."""
    return [
        EventRecord.model_validate(
            {
                "id": f"{PLAN} / {event.label}" + (f" / {n}" if n > 1 else ""),
                "plan": PLAN,
                "number": event.label,
                "title": event.title,
                "public_title": f"Семинар {event.label}",
                "kind": "event",
                "starts": day,
                "ends": day,
                "venue": venue,
            }
            | facts
        )
        for n, day in enumerate(days, start=1)
    ]


def timetable(town: str, of: Roadmap, *events: EventRecord) -> Timetable:
    return Timetable(
        notice="Проект",
        version="0",
        municipality=town,
        roadmap=of.fingerprint,
        period=PERIOD,
        status="optimal",
        edition=1,
        events=events,
    )


def town(*rows: Record) -> Municipality:
    """A town of one school and one trained mentor; people need not be described."""
    if not any(isinstance(row, Mentor) for row in rows):
        rows = (*rows, Mentor(person="наставник", trained_on=date(2025, 1, 1)))
    known = {row.id for row in rows if isinstance(row, Person)}
    named = {str(key) for row in rows if (key := getattr(row, "person", None))}
    schools = [] if any(isinstance(row, School) for row in rows) else ["s"]
    return Municipality.build(
        [
            About(name="Городок", reference_date=PERIOD[0]),
            *(School(id=key, name=f"Школа {key}") for key in schools),
            *(Person(id=key, name=f"Человек {key}", school="s") for key in sorted(named - known)),
            *rows,
        ]
    )


def routes(people: Municipality, of: Roadmap, *held: list[EventRecord], **facts: Any) -> Routes:
    """The routes of a town by the events held."""
    events = [event for some in held for event in some]
    return study_routes(people, of, timetable("Городок", of, *events), **facts)


LESSON = seminar("1", "Семинар «Урок»", topics=frozenset({Topic.METHODICAL}), hours=4, attendance=2)
TALK = seminar("2", "Практикум «Разговор с семьёй»", topics=frozenset({Topic.PARENTS}), hours=2)
SCHOOL_OF_MENTORS = seminar("3", "Курс", trains=frozenset({Trainee.MENTORS}), hours=16)
