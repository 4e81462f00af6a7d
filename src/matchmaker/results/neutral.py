"""Reasons of a pair or a link that may be shown to anyone."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from matchmaker.rules import catalogue
from matchmaker.text import Text

if TYPE_CHECKING:
    from matchmaker.explain import RuleWords
    from matchmaker.program.parts import Part
    from matchmaker.results.plan import Plan

REASONS = 3
"""So many reasons stand beside a pair."""


def neutral_reasons(
    plan: Plan, mentee: str, mentor: str, part: Part | None = None, but: Collection[str] = ()
) -> list[str]:
    """The weightiest reasons of a pair that may be shown to anyone at the school.

    Parameters
    ----------
    part : whose pair it is, see :meth:`Plan.rules`.
    but : rules that are told elsewhere.
    """
    good = [
        one
        for one in plan.rules(mentee, mentor, part)
        if (one.points or 0) > 0
        and one.tier not in {"coverage", "priority"}
        and one.rule not in but
        and not catalogue[one.rule].private
        and not tells_nothing(one)
    ]
    good.sort(key=lambda one: -(one.points or 0))
    return list(dict.fromkeys(one.words for one in good))[:REASONS]


def tells_nothing(one: RuleWords) -> bool:
    """Whether a rule only says that it lacks the data to tell."""
    unknown = getattr(catalogue[one.rule], "unknown", None)
    return isinstance(unknown, Text) and unknown.begins(one.words)
