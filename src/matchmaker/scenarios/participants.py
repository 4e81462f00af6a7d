"""Lists of participants of an invented municipality: its council of young teachers, students."""

from __future__ import annotations

from dataclasses import replace

from matchmaker.domain import MenteeCategory, Municipality
from matchmaker.domain.participants import ListMember
from matchmaker.domain.records import Record
from matchmaker.domain.roadmap import ROADMAP_TABLES, Roadmap
from matchmaker.roadmap.parties.persons import one_form
from matchmaker.scenarios.base import Scenario

COUNCIL, STUDENTS = "Совет молодых педагогов", "Студенты"
ON_COUNCIL, GUESTS = 15, 25


def with_lists(made: Scenario, *, students: bool = False) -> Scenario:
    """The same municipality with a list of its council, drawn from its own young teachers.

    Parameters
    ----------
    students : whether students of a college, whom nobody names, are on a list too.
    """
    if made.roadmap is None:
        return made
    lists: list[Record] = list(_council(made.municipality))
    if students:
        lists.append(ListMember(name=STUDENTS, count=GUESTS))
    own = [row for table in ROADMAP_TABLES for row in made.roadmap.rows(table)]
    return replace(made, roadmap=Roadmap.build([*own, *lists]))


def _council(town: Municipality) -> list[ListMember]:
    """Young teachers evenly from the whole base, no two called alike."""
    young = sorted(row.person for row in town.mentees if row.category is MenteeCategory.YOUNG)
    step = max(1, len(young) // ON_COUNCIL)
    people = {one_form(town.person[key].name): town.person[key] for key in young[::step]}
    return [
        ListMember(name=COUNCIL, member=person.name, school=town.school[person.school].name)
        for person in list(people.values())[:ON_COUNCIL]
    ]
