"""Small random programs with every kind of row, and the answer by brute force."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations, product
from random import Random
from types import SimpleNamespace
from typing import Any

import numpy as np
from hypothesis import strategies as st

from matchmaker.constraints.opening import NO_LINK, Opening
from matchmaker.constraints.quota import Quota
from matchmaker.pairs import Bools, Roster
from matchmaker.policy import Policy
from matchmaker.program.joint import Joint, join
from matchmaker.program.program import Program
from matchmaker.program.rows import FREE, Family, Rows
from matchmaker.rulebook import OBLIGATIONS, Tier, must
from matchmaker.rules import catalogue
from matchmaker.text import Text

TIERS = (
    OBLIGATIONS,
    Tier(name="a", title="а"),
    Tier(name="b", title="б"),
    Tier(name="c", title="в"),
)


@st.composite
def programs(draw: st.DrawFn, *, nested: bool = False, largest: int = 9) -> Program:
    """A program of up to ``largest`` pairs; ``nested`` ones are always a flow."""
    mentees = draw(st.integers(1, 4))
    mentors = draw(st.integers(1, 4))
    everyone = list(product(range(mentees), range(mentors)))
    pairs = sorted(draw(st.lists(st.sampled_from(everyone), unique=True, max_size=largest)))
    n = len(pairs)
    points = np.array(
        [
            [0] * n,
            draw(st.lists(st.integers(0, 1), min_size=n, max_size=n)),
            draw(st.lists(st.integers(-3, 6), min_size=n, max_size=n)),
            draw(st.lists(st.integers(0, 3), min_size=n, max_size=n)),
        ],
        dtype=np.int64,
    ).reshape(4, n)
    groups: list[list[int]] = [
        [p for p, (i, _) in enumerate(pairs) if i == m] for m in range(mentees)
    ]
    groups += [[p for p, (_, j) in enumerate(pairs) if j == m] for m in range(mentors)]
    halves = draw(st.integers(0, 3))
    if halves & 1:
        groups.append([p for p, (_, j) in enumerate(pairs) if j < mentors / 2])
    if halves & 2:
        groups.append([p for p, (i, _) in enumerate(pairs) if i < mentees / 2])
    rows: list[dict[str, int]] = []
    entries: list[tuple[int, int, int]] = []
    for members in groups:
        for _ in range(draw(st.integers(1, 2))):
            entries += [(len(rows), p, 1) for p in members]
            rows.append(draw(_bounds(len(members), plain=nested)))
    if not nested and n:
        for _ in range(draw(st.integers(0, 2))):
            members = draw(st.lists(st.integers(0, n - 1), unique=True, min_size=1))
            weights = draw(
                st.lists(st.integers(1, 3), min_size=len(members), max_size=len(members))
            )
            entries += [(len(rows), p, w) for p, w in zip(sorted(members), weights, strict=True)]
            rows.append(draw(_bounds(sum(weights), plain=False)))
    return build(pairs, points, rows, entries)


@st.composite
def _bounds(draw: st.DrawFn, total: int, *, plain: bool) -> dict[str, int]:
    """Bounds of one row: hard or soft, from below or above, or open-or-closed."""
    kind = draw(st.sampled_from(["cap", "least", "soft", "both"] + ([] if plain else ["optional"])))
    row = {"lower": 0, "upper": int(FREE), "hard": 1, "optional": 0, "tier": 0, "cost": 1}
    if kind in {"cap", "both", "optional"}:
        row["upper"] = draw(st.integers(0, max(1, total)))
    if kind in {"least", "both"}:
        row["lower"] = draw(st.integers(0, 2))
    if kind == "optional":
        row |= {"lower": draw(st.integers(1, 3)), "optional": 1}
    if kind == "soft":
        row |= {
            "hard": 0,
            "tier": draw(st.integers(1, 3)),
            "cost": draw(st.integers(1, 3)),
            "upper": draw(st.integers(0, 2)),
        }
        if draw(st.booleans()):
            row |= {"lower": row["upper"], "upper": int(FREE)}
    return row


def build(
    pairs: list[tuple[int, int]],
    points: np.ndarray,
    rows: list[dict[str, int]],
    entries: list[tuple[int, int, int]],
) -> Program:
    """Write a program out of plain lists."""
    count = len(rows)

    def column(key: str) -> np.ndarray:
        return np.array([row[key] for row in rows], dtype=np.int64)

    row, pair, weight = (
        np.array([entry[k] for entry in entries], dtype=np.int64) for k in range(3)
    )
    hard = column("hard").astype(bool)
    total = np.bincount(row, weights=weight, minlength=count).astype(np.int64)
    written = Rows(
        np.zeros(count, np.int64),
        np.arange(count),
        column("lower"),
        column("upper"),
        total,
        column("tier"),
        column("cost"),
        column("tier"),
        np.where(hard, 0, column("cost")),
        hard,
        column("optional").astype(bool),
    )
    quota = Quota("rows", tuple(f"r{r}" for r in range(count)), Text("{label}", "{label}"))
    family = Family(must(catalogue["willing"]()), quota)
    return Program(
        Roster(None, None, None, {}, None),  # type: ignore[arg-type]
        Policy(tiers=TIERS[1:]),
        TIERS,
        np.array([i for i, _ in pairs], dtype=np.int64),
        np.array([j for _, j in pairs], dtype=np.int64),
        points,
        written,
        row,
        pair,
        weight,
        (family,),
    )


def every_plan(program: Program) -> Bools:
    """Every set of pairs that the hard bounds allow. Shape: (plans, pairs)."""
    plans = np.array(list(product((False, True), repeat=program.pairs)), dtype=np.bool_)
    return plans[[program.allowed(plan) for plan in plans]]


def brute_force(program: Program) -> tuple[int, ...]:
    """The lexicographically best values over every set of pairs."""
    return max(program.values(plan) for plan in every_plan(program))


def joint_program(seed: int) -> Joint:
    """A few people of a few schools, and links between the schools that pairs need.

    Some people need no link; some mentors are teams of two schools; links may serve both ways.
    """
    draw = Random(seed)
    schools, mentees, mentors = draw.randint(2, 3), draw.randint(1, 3), draw.randint(1, 3)
    people = _some(draw, list(product(range(mentees), range(mentors))), 6)
    links = _some(draw, list(permutations(range(schools), 2)), 4)
    place = [*range(schools), *range(schools), NO_LINK]
    opening = Opening(
        "linked",
        tuple(f"s{n}" for n in range(schools)),
        Text("{helped} {helping}", "{helped} {helping}"),
        np.array([draw.choice(place) for _ in range(mentees)], dtype=np.int64),
        np.array(
            [[draw.choice(place), draw.choice([NO_LINK, *place])] for _ in range(mentors)],
            dtype=np.int64,
        ),
        both_ways=draw.random() < 0.3,
    )
    return joined(people, links, opening)


def joined(people: Program, links: Program, opening: Opening) -> Joint:
    """People and links whose pairs need these openings."""
    rule = SimpleNamespace(
        name="linked", title=lambda: "linked", openings=lambda people, links: [opening]
    )
    book: Any = SimpleNamespace(all_uses=(SimpleNamespace(rule=rule),))
    sides: tuple[Any, Any] = range(len(opening.mentees)), range(len(opening.mentors))
    roster = Roster(*sides, None, {}, None)  # type: ignore[arg-type]
    return join(replace(people, roster=roster), replace(links, roster=roster, policy=book))


def _some(draw: Random, everyone: list[tuple[int, int]], most: int) -> Program:
    """A program of some of these pairs, everyone with limits and some with more of them."""
    pairs = sorted(draw.sample(everyone, min(len(everyone), draw.randint(most // 2, most))))
    n = len(pairs)
    points = [[0] * n] + [[draw.randint(low, 4) for _ in pairs] for low in (0, -3, -1)]
    groups = [
        [p for p, pair in enumerate(pairs) if pair[k] == one] for k in (0, 1) for one in range(3)
    ]
    rows: list[dict[str, int]] = []
    entries: list[tuple[int, int, int]] = []
    for members in (*filter(None, groups), draw.sample(range(n), draw.randint(1, n))):
        heavy = draw.random() < 0.2
        entries += [(len(rows), p, draw.randint(1, 3) if heavy else 1) for p in sorted(members)]
        row = {"lower": 0, "upper": int(FREE), "hard": 1, "optional": 0, "tier": 0, "cost": 1}
        kind = draw.choice(["cap", "cap", "cap", "least", "soft", "optional"])
        if kind != "least":
            row["upper"] = draw.randint(1, 2 + heavy)
        if kind == "least":
            row["lower"] = draw.randint(1, 2)
        if kind == "soft":
            row |= {"hard": 0, "tier": draw.randint(1, 3), "cost": draw.randint(1, 3)}
        if kind == "optional":
            row |= {"lower": 2, "upper": 3, "optional": 1}
        rows.append(row)
    return build(pairs, np.array(points, dtype=np.int64), rows, entries)


def opening_of(program: Joint) -> Opening:
    """The links that the pairs of a random joint program need."""
    (use,) = program.links.uses
    (opening,) = use.rule.openings(program.roster.all(), program.links.roster.all())
    return opening
