"""A municipality in the making: tables that a scenario may still change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np

from matchmaker.domain import (
    About,
    Decision,
    DecisionKind,
    Mentee,
    Mentor,
    Municipality,
    Person,
    Reason,
    School,
    SchoolProfile,
)
from matchmaker.domain.records import Record
from matchmaker.scenarios.base import Scenario
from matchmaker.scenarios.plan import REFERENCE
from matchmaker.scenarios.roadmaps import roadmap_of


@dataclass
class Draft:
    """All tables of an invented municipality, by ID, before they are checked and frozen."""

    rng: np.random.Generator
    title: str
    schools: dict[str, School]
    people: dict[str, Person]
    mentors: dict[str, Mentor]
    mentees: dict[str, Mentee]
    profiles: dict[str, SchoolProfile]
    """Of schools only."""
    rest: list[Record] = field(default_factory=list)
    """Rows of the other tables."""

    def school(self, key: str, **facts: Any) -> None:
        """Change what is said of an organisation."""
        self.schools[key] = self.schools[key].model_copy(update=facts)

    def person(self, key: str, **facts: Any) -> None:
        """Change what is said of a person."""
        self.people[key] = self.people[key].model_copy(update=facts)

    def mentor(self, key: str, **facts: Any) -> None:
        """Change what the base of mentors says of one."""
        self.mentors[key] = self.mentors[key].model_copy(update=facts)

    def mentee(self, key: str, **facts: Any) -> None:
        """Change what the base of mentees says of one."""
        self.mentees[key] = self.mentees[key].model_copy(update=facts)

    def profile(self, key: str, **facts: Any) -> None:
        """Change what the profile of a school says."""
        self.profiles[key] = self.profiles[key].model_copy(update=facts)

    def decide(self, kind: DecisionKind, mentor: str, mentee: str, reason: Reason) -> None:
        """Add a decision of the curator."""
        self.rest.append(
            Decision(
                kind=kind,
                mentor=mentor,
                mentee=mentee,
                reason=reason,
                author="муниципальный координатор",
                day=date(2026, 8, 31),
            )
        )

    def mentors_of(self, school: str) -> list[str]:
        """The mentors of an organisation, by ID."""
        return [key for key in self.mentors if self.people[key].school == school]

    def mentees_of(self, school: str) -> list[str]:
        """The mentees of an organisation, by ID."""
        return [key for key in self.mentees if self.people[key].school == school]

    def finish(self, name: str, policy_changes: Mapping[str, Any] | None = None) -> Scenario:
        """Check the tables and make the scenario of them."""
        about = About(
            name=f"{self.title} (модель, вымышленные данные)",
            reference_date=REFERENCE,
            fictional=True,
        )
        rows: list[Record] = [
            about,
            *self.schools.values(),
            *self.people.values(),
            *self.mentors.values(),
            *self.mentees.values(),
            *self.profiles.values(),
            *self.rest,
        ]
        municipality = Municipality.build(rows)
        return Scenario(name, municipality, dict(policy_changes or {}), roadmap_of(name))
