"""How severe the difficulties of a person are, topic by topic: stated and measured."""

from __future__ import annotations

from matchmaker.domain.mentoring import Assessment, Mentee
from matchmaker.domain.municipality import Municipality
from matchmaker.domain.topics import Topic

_PLACE = {topic: place for place, topic in enumerate(Topic)}
_NOTHING = (0,) * len(Topic)


def asked_severities(mentee: Mentee, measured: tuple[int, ...] | None) -> tuple[int, ...]:
    """Severity per topic: what monitoring found, and 2 for a request it did not see."""
    found = list(measured or _NOTHING)
    for topic in (mentee.main_request, *mentee.requests):
        if topic is not None and not found[_PLACE[topic]]:
            found[_PLACE[topic]] = 2
    return tuple(found)


def measured_severities(municipality: Municipality) -> dict[str, tuple[int, ...]]:
    """The newest results of monitoring of each person."""
    newest: dict[str, Assessment] = {}
    for found in municipality.assessments:
        known = newest.get(found.person)
        if known is None or (
            found.day is not None and (known.day is None or found.day >= known.day)
        ):
            newest[found.person] = found
    return {person: found.levels for person, found in newest.items()}
