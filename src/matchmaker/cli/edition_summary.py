"""A new edition as one object, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matchmaker.engine import Edition, Rescheduled
    from matchmaker.timetable.record import EventRecord


def summary(found: Rescheduled, seconds: float) -> dict[str, Any]:
    """The answer of a run in one object."""
    made = found.made
    timetable = made.timetable
    return {
        "status": timetable.status,
        "edition": timetable.edition,
        "on": found.on.isoformat(),
        "on_is": "stated" if found.stated else "first change",
        "strategy": made.strategy,
        "strategies": [strategy_facts(one) for one in (made, *found.others)],
        "placed": [event.model_dump(mode="json") for event in timetable.events],
        "unplaced": [one.model_dump(mode="json") for one in timetable.unplaced],
        "moved": [
            {
                "id": one.event.id,
                "title": one.event.public_title,
                "what": list(one.what),
                "before": _facts(one.before),
                "after": _facts(one.after),
            }
            for one in made.changes
        ],
        "told": [
            {
                "kind": one.kind,
                "name": one.name,
                "messages": [
                    {
                        "id": message.event.id,
                        "title": message.event.public_title,
                        "before": _shown(message.before),
                        "after": _shown(message.after),
                    }
                    for message in one.messages
                ],
            }
            for one in made.told
        ],
        "missing": [
            {"id": one.event.id, "school": one.school, "kind": one.kind, "count": one.count}
            for one in made.missing
        ],
        "may_lead": [{"id": event.id, "who": who} for event, who in found.may_lead],
        "deadlines_stand": [event.id for event in found.standing],
        "lost_pins": list(made.replan.lost_pins),
        "violations": [one.kind for one in made.check.violations],
        "levels": [
            {"name": one.name, "value": one.value, "bound": one.bound} for one in timetable.levels
        ],
        "preliminary": list(timetable.preliminary),
        "seconds": round(seconds, 3),
    }


def strategy_facts(one: Edition) -> dict[str, Any]:
    """What a strategy comes to, in numbers."""
    return {
        "name": one.strategy,
        "moved": one.count("moved"),
        "restaffed": one.count("restaffed"),
        "cancelled": one.count("cancelled"),
        "undated": one.count("undated"),
        "unplaced": one.raw.costs["unplaced"],
        "told": len(one.told),
        "participants": one.audience,
        "disruption": one.disruption,
    }


def _shown(event: EventRecord | None) -> dict[str, Any] | None:
    if event is None:
        return None
    days = {"starts": event.starts.isoformat(), "ends": event.ends.isoformat()}
    return {**days, "venue": event.venue}


def _facts(event: EventRecord | None) -> dict[str, Any] | None:
    shown = _shown(event)
    if event is None or shown is None:
        return None
    return {**shown, "people": list(event.people), "bodies": list(event.bodies)}
