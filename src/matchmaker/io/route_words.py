"""How the papers of routes call people, requests, days and hours."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from matchmaker.domain import Municipality, Topic
from matchmaker.messages import plans
from matchmaker.messages import study_routes as say
from matchmaker.program.encode import shown
from matchmaker.study.record import LeftRecord, OfferRecord, RequestRecord, RouteRecord, Routes

_TOPICS = {one.value: one for one in Topic}


class RouteWords:
    """Names and words for one municipality and its routes."""

    def __init__(self, routes: Routes, municipality: Municipality) -> None:
        self.routes, self.municipality = routes, municipality
        self.offer = {offer.id: offer for offer in routes.offers}
        self.left_of: dict[str, list[LeftRecord]] = defaultdict(list)
        for left in routes.left:
            self.left_of[left.person].append(left)

    def top(self, title: str, *more: str) -> list[tuple[str, bool]]:
        """What stands above every sheet."""
        routes = self.routes
        first, last = (f"{day:%d.%m.%Y}" for day in routes.period)
        return [
            (title, True),
            (say.PERIOD(first=first, last=last, edition=routes.timetable), False),
            (routes.notice, True),
            *([(plans.FICTIONAL(), True)] if routes.fictional else []),
            *((words, True) for words in more),
        ]

    def name(self, person: str) -> str:
        """The name of a person; of someone under 18 only the ID."""
        return shown(self.municipality, person).name

    def names(self, people: tuple[str, ...]) -> str:
        """Several people, in the order of their names."""
        return ", ".join(sorted(map(self.name, people)))

    def school(self, person: str) -> str:
        """Where a person works."""
        return self.municipality.school[self.municipality.person[person].school].name

    def mentors(self, route: RouteRecord) -> str:
        """The mentors of a mentee, as far as the plan names them."""
        return self.names(route.mentors) or say.NOBODY()

    def events(self, ids: tuple[str, ...]) -> list[OfferRecord]:
        """Events by their IDs."""
        return [self.offer[one] for one in ids]


def topic(value: str) -> str:
    """The word for a topic."""
    return _TOPICS[value].text()


def request(one: RequestRecord) -> str:
    """A request, and whether it is the main one or comes of monitoring alone."""
    words = topic(one.topic)
    if one.main:
        return say.MAIN(topic=words)
    return words if one.stated else say.MEASURED(topic=words)


def what(value: str) -> str:
    """A request or a role to be trained for."""
    return say.ROLES[value]() if value in say.ROLES else topic(value)


def hours(n: int, known: bool) -> str | int:
    """Hours in all, at least so many where some event does not state them."""
    return n if known else say.AT_LEAST(n=n)


def term(starts: date | None, ends: date | None) -> str:
    """From when till when; empty where the tables do not say."""
    if starts is None:
        return ""
    first = f"{starts:%d.%m.%Y}"
    if ends is None:
        return say.UNTIL_OPEN(first=first)
    return say.FROM_TO(first=first, last=f"{ends:%d.%m.%Y}")


def dated(offer: OfferRecord) -> str:
    """An event with its first day, in one line."""
    return say.ON_DAY(title=offer.title, day=f"{offer.starts:%d.%m.%Y}")


def until(offer: OfferRecord) -> date | str:
    """The last day, if it is another."""
    return offer.ends if offer.ends != offer.starts else ""
