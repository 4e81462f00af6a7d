"""Municipalities of a few people, made by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from matchmaker.domain import About, Mentee, Mentor, Municipality, Person, School, Willing
from matchmaker.domain.records import Record
from matchmaker.policy import Policy

DAY = date(2026, 9, 1)


def person(key: str, school: str = "s", **facts: Any) -> Person:
    return Person(id=key, name=f"Человек {key}", school=school, **facts)


def mentee(key: str, **facts: Any) -> Mentee:
    return Mentee(person=key, **facts)


def mentor(key: str, **facts: Any) -> Mentor:
    return Mentor(person=key, **{"willing": Willing.YES, "places": 1, **facts})


def municipality(*rows: Record) -> Municipality:
    """A municipality of these rows; a person who is not described works at school s."""
    known = {row.id for row in rows if isinstance(row, Person)}
    named = {row.person for row in rows if isinstance(row, Mentee | Mentor)}
    schools = [] if any(isinstance(r, School) and r.id == "s" for r in rows) else ["s"]
    return Municipality.build(
        [
            About(name="Городок", reference_date=DAY),
            *(School(id=key, name=f"Школа {key}") for key in schools),
            *(person(key) for key in sorted(named - known)),
            *rows,
        ]
    )


def policy(*rules: dict[str, Any], **facts: Any) -> Policy:
    """Pairs for anyone: willing, places, one mentor each, coverage; and these rules."""
    return Policy.from_plain(
        {
            "tier": [
                {"name": "coverage", "title": "Охват"},
                {"name": "fit", "title": "Соответствие"},
            ],
            "programme": [{"name": "pair", "title": "Пара", "categories": ["young"]}],
            "rule": [
                {"must": "willing"},
                {"must": "different_person"},
                {"must": "demand"},
                {"must": "places"},
                {"must": "pinned"},
                {"prefer": "served", "tier": "coverage"},
                *rules,
            ],
            **facts,
        }
    )
