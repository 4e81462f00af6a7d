"""Whose partner a school is, as the agreements in force say."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from matchmaker.domain import LinkKind, LinkState, MenteeCategory, School, SchoolLink
from matchmaker.program.encode import encode
from matchmaker.rules.place import Place
from tests.engine import small


@pytest.mark.parametrize(
    ("facts", "points", "word"),
    [
        ({}, 2, "школа-партнёр: Школа t"),
        ({"kind": LinkKind.PARTNERSHIP}, 2, "школа-партнёр: Школа t"),
        ({"helping": "s", "helped": "t"}, 2, "школа-партнёр: Школа t"),
        ({"ends": date(2026, 9, 1)}, 2, "школа-партнёр: Школа t"),
        ({"starts": date(2026, 9, 2)}, 0, "в другом районе"),
        ({"state": LinkState.ENDED}, 0, "в другом районе"),
        ({"state": LinkState.PIN}, 0, "в другом районе"),
        ({"state": LinkState.FORBID}, 0, "в другом районе"),
    ],
)
def test_partners_are_schools_with_an_agreement_in_force(
    facts: dict[str, Any], points: int, word: str
) -> None:
    link = {"helping": "t", "helped": "s", "kind": LinkKind.COOPERATION} | facts
    made = small.municipality(
        School(id="s", name="Школа s", district="Север"),
        School(id="t", name="Школа t", district="Юг"),
        SchoolLink(**link),
        small.person("m", "t"),
        small.mentor("m"),
        small.mentee("a", category=MenteeCategory.YOUNG),
    )
    roster = encode(made, small.policy())
    assert Place().measure(roster.all()).tolist() == [[points]]
    assert word in Place().words(roster.pair(0, 0))
