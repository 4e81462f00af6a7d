"""Who and which event the words of a table mean."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from matchmaker.domain.abbreviations import PartyKind
from matchmaker.domain.records import fold
from matchmaker.messages import schedule
from matchmaker.roadmap.parties.persons import one_form
from matchmaker.roadmap.rows import PlanReading
from matchmaker.timetable.record import EventRecord, Timetable, UnplacedRecord

WhoKind = Literal["person", "body", "school", "venue"]


@dataclass(frozen=True, slots=True)
class Who:
    """A person by the one form of the name, a body or venue by name, a school by ID."""

    kind: WhoKind
    name: str


class People:
    """Everybody and every place that plans know, by what they may be called."""

    def __init__(self, plans: Sequence[PlanReading]) -> None:
        roadmap = plans[0].roadmap
        self._known: dict[WhoKind, dict[str, str]] = {
            "person": _folded(_persons(plans)),
            "school": {
                fold(plan.plan.school): plan.plan.school for plan in plans if plan.plan.school
            }
            | {fold(word): one.id for one in roadmap.schools for word in (one.name, one.id)},
            "venue": _folded(
                [venue.name for venue in roadmap.venues]
                + [name for plan in plans for row in plan.rows for name in row.event.venues]
            ),
            "body": _folded(_bodies(plans)),
        }

    def find(self, words: str, kinds: Iterable[WhoKind]) -> Who | None:
        """Whom the words mean, of these kinds; of a class «№ 5, 3Б» the school."""
        for kind in kinds:
            tried = [one_form(words)] if kind == "person" else [words, words.partition(",")[0]]
            for word in tried:
                if name := self._known[kind].get(fold(word)):
                    return Who(kind, name)
        return None


def _folded(names: Iterable[str]) -> dict[str, str]:
    return {fold(name): name for name in names}


def _persons(plans: Sequence[PlanReading]) -> list[str]:
    roadmap = plans[0].roadmap
    names = [name for plan in plans for row in plan.rows for name in row.event.staff]
    names += [one.name for one in roadmap.people]
    names += [name for one in roadmap.abbreviations for name in one.members]
    names += [one.member for one in roadmap.lists if one.member]
    written = [name for plan in plans for row in plan.rows for name in row.people]
    return [*map(one_form, names), *written]


def _bodies(plans: Sequence[PlanReading]) -> list[str]:
    names = [one.name for one in plans[0].roadmap.abbreviations]
    for plan in plans:
        for row in plan.rows:
            names += [
                party.name
                for party in row.responsible.parties
                if party.kind is not PartyKind.PERSON
            ]
    return names


def main_id(event: str) -> str:
    """The ID of the event whose publication this is, or of the event itself."""
    return event.removesuffix(f" / {schedule.PUBLICATION_ID()}")


class Events:
    """The events of a timetable, by what they may be called: ID, plan and number, number."""

    def __init__(
        self, before: Timetable, called_off: Iterable[EventRecord | UnplacedRecord] = ()
    ) -> None:
        self._ids: dict[str, list[str]] = defaultdict(list)
        rows: list[EventRecord | UnplacedRecord] = [*before.events, *before.unplaced, *called_off]
        for one in rows:
            self._ids[_plain(one.id)].append(one.id)
        exact = set(self._ids)
        for one in rows:
            if main_id(one.id) != one.id:
                continue
            bare = re.sub(r" \(\d+\)$", "", one.number)  # one of several with this number
            called = {f"{one.plan} {one.number}", f"{one.plan} {bare}", one.number, bare}
            for words in {_plain(name) for name in called} - exact:
                self._ids[words].append(one.id)

    def find(self, words: str) -> Sequence[str]:
        """The IDs of all events that may be meant."""
        return self._ids.get(_plain(words), ())


def _plain(words: str) -> str:
    """Words without the signs that people put between a plan and a number."""
    return fold(re.sub(r"[\s/,;№]+", " ", words)).strip()
