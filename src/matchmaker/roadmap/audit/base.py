"""What a rule of the audit is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from importlib import import_module
from pkgutil import iter_modules

from matchmaker.domain.records import fold
from matchmaker.errors import Place
from matchmaker.roadmap.rows import PlanReading, Row
from matchmaker.text import Text


class Severity(StrEnum):
    """How bad a finding is: an error must be mended, a warning looked at, a note known."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One inconsistency: which rule, in which rows, in words, and a suggested mend.

    Attributes
    ----------
    at : the cell, where it is a slip of the pen in one.
    """

    plan: str
    rule: str
    severity: Severity
    rows: tuple[str, ...]
    words: str
    mend: str
    at: Place | None = None

    def to_json(self) -> dict[str, object]:
        """The finding as plain data."""
        return {
            "plan": self.plan,
            "rule": self.rule,
            "severity": self.severity.value,
            "rows": list(self.rows),
            "words": self.words,
            "mend": self.mend,
        }


@dataclass(frozen=True, slots=True)
class Found:
    """What the function of a rule yields; its name and usual severity are the rule's.

    Attributes
    ----------
    rows : the rows concerned; none if the head of the plan is.
    severity : where it is not the rule's usual one.
    at : the cell, where it is a slip of the pen in one; whoever reads the plan is told of it.
    """

    rows: tuple[Row, ...]
    words: str
    mend: str
    severity: Severity | None = None
    at: Place | None = None


Find = Callable[[PlanReading], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class AuditRule:
    """A rule of the audit.

    Attributes
    ----------
    title : what it looks for, in a few words.
    find : the findings in one plan.
    """

    name: str
    severity: Severity
    title: Text
    find: Find

    def findings(self, plan: PlanReading) -> list[Finding]:
        """What the rule finds in a plan, in the order of its rows."""
        return [
            Finding(
                plan.plan.id,
                self.name,
                found.severity or self.severity,
                tuple(row.label for row in found.rows),
                found.words,
                found.mend,
                found.at,
            )
            for found in self.find(plan)
        ]


_rules: dict[str, AuditRule] = {}


def audit_rule(name: str, severity: Severity, title: Text) -> Callable[[Find], Find]:
    """Register a function that looks for one kind of inconsistency."""

    def register(find: Find) -> Find:
        _rules[name] = AuditRule(name, severity, title, find)
        return find

    return register


def audit_rules() -> list[AuditRule]:
    """Every rule of the audit, the gravest first, then by name."""
    package = import_module("matchmaker.roadmap.audit.rules")
    for module in iter_modules(package.__path__):
        import_module(f"{package.__name__}.{module.name}")
    order = list(Severity)
    return sorted(_rules.values(), key=lambda rule: (order.index(rule.severity), rule.name))


def named(rows: Iterable[Row], most: int = 12) -> str:
    """The numbers of rows in a sentence; of many only the first ones."""
    labels = [row.label for row in rows]
    if len(labels) <= most:
        return ", ".join(labels)
    return ", ".join(labels[:most]) + f" … (+{len(labels) - most})"


def nearest(words: str, names: Sequence[str]) -> str | None:
    """The name that is most like some words, if one is."""
    known = {fold(name): name for name in names}
    close = get_close_matches(fold(words), list(known), n=1, cutoff=0.6)
    return known[close[0]] if close else None


def dotted(day: date) -> str:
    """A day as 11.10.2021."""
    return f"{day:%d.%m.%Y}"
