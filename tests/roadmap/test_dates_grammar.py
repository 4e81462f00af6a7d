"""The grammar of dates itself: one structure for each phrase, and no phrase that breaks it."""

from __future__ import annotations

import pytest
from lark import ParseTree, Tree
from lark.exceptions import UnexpectedInput

from matchmaker.roadmap.dates.notes import without_notes
from matchmaker.roadmap.dates.reading import grammar
from matchmaker.roadmap.dates.spelling import spelled
from tests.roadmap import (
    test_dates,
    test_dates_recurring,
    test_dates_spellings,
    test_dates_undated,
)

BY_PRIORITY = {
    "years_and_months", "month_of_years", "school_years_listed", "season_of_years",
    "through_school_year",
}  # fmt: skip
"""Rules that the grammar prefers, by a number after their name, to what else fits."""


def phrases() -> list[str]:
    """Every phrase of the tables of these tests."""
    of_plans = (
        test_dates.DAYS_AND_RANGES
        + test_dates.RECURRING
        + test_dates.WITHOUT_DAYS_OF_THEIR_OWN
        + [row[:4] for row in test_dates.SEVERAL_READINGS]
    )
    found = [row[1] for row in of_plans]
    for module in (test_dates_spellings, test_dates_recurring, test_dates_undated):
        for value in vars(module).values():
            if isinstance(value, dict):
                found += [key for key in value if isinstance(key, str) and key[:2] != "__"]
    for table in ("ONE_DAY", "DAY_RANGE", "ONE_MONTH", "ONE_SCHOOL_YEAR"):
        found += test_dates_spellings.phrases(getattr(test_dates_spellings, table))
    return sorted(set(found))


def structures(phrase: str) -> ParseTree | None:
    """All structures of a phrase, or of what is left of it without notes."""
    for words, _ in without_notes(spelled(phrase)):
        try:
            return grammar("explicit").parse(words.lower())
        except UnexpectedInput:
            continue
    return None


@pytest.mark.parametrize("phrase", phrases())
def test_no_phrase_has_two_structures_unless_a_rule_goes_before(phrase: str) -> None:
    tree = structures(phrase)
    for choice in tree.find_data("_ambig") if tree else ():
        preferred = [
            one
            for one in choice.children
            if isinstance(one, Tree) and BY_PRIORITY & {part.data for part in one.iter_subtrees()}
        ]
        assert len(preferred) == 1, choice
