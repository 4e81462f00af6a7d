"""Small roadmaps for tests: rows written in one line each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from matchmaker.domain.events import Event, RoadmapPlan
from matchmaker.domain.records import Record
from matchmaker.domain.roadmap import Roadmap
from matchmaker.roadmap.audit import Finding, audit_roadmap

PLAN = "план"


def head(**facts: Any) -> RoadmapPlan:
    """A plan of the school year 2025/26, unless said otherwise."""
    usual = {"id": PLAN, "starts": date(2025, 9, 1), "ends": date(2026, 5, 31)}
    return RoadmapPlan.model_validate(usual | facts)


def row(number: str, title: str, dates: str | None = None, **facts: Any) -> Event:
    """One row; somebody is responsible unless it is said that nobody is."""
    usual = {"plan": PLAN, "number": number, "title": title, "dates": dates, "responsible": "УО"}
    return Event.model_validate(usual | facts)


def roadmap(*records: Record, **head_facts: Any) -> Roadmap:
    """A roadmap of these rows; a head is added if none is given."""
    heads = [] if any(isinstance(one, RoadmapPlan) for one in records) else [head(**head_facts)]
    return Roadmap.build([*heads, *records])


def found(roadmap: Roadmap, rule: str) -> list[Finding]:
    """What one rule of the audit finds."""
    return [finding for finding in audit_roadmap(roadmap) if finding.rule == rule]


def rows_of(findings: Iterable[Finding]) -> set[tuple[str, ...]]:
    """The rows of findings, whatever their order."""
    return {tuple(sorted(finding.rows)) for finding in findings}
