"""Columns under any limits: the values of a full listing, and a bound that covers all pairs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaker.bench.country import country
from matchmaker.constraints.quota import NO_GROUP, Quota
from matchmaker.domain import School
from matchmaker.errors import NoSolverError
from matchmaker.events import Round, nobody
from matchmaker.io.policy_file import default_policy
from matchmaker.limits import Limits
from matchmaker.pairs import Ints, Roster
from matchmaker.policy import Policy
from matchmaker.program.compile import compile_program
from matchmaker.program.face import Face, Judgement, Prices, judge
from matchmaker.program.layout import Layout
from matchmaker.program.program import Program
from matchmaker.rulebook import must, prefer
from matchmaker.rules.outside_limit import OutsideLimit
from matchmaker.sides import Ledger, Side
from matchmaker.solvers import first_pairs
from matchmaker.solvers.branching import solve_by_branching
from matchmaker.solvers.columns import Solved
from matchmaker.solvers.mip import Mip
from matchmaker.text import Text
from matchmaker.units import MenteeUnit, MentorUnit

DEFAULT = default_policy()
WORDS = Text("{label}", "{label}")


@st.composite
def rosters(draw: st.DrawFn) -> Roster:
    """A small country where hours, terms and pay differ and schools have budgets."""
    mentees, mentors = draw(st.integers(1, 24)), draw(st.integers(1, 18))
    roster = country(mentees, mentors, DEFAULT, draw(st.integers(0, 10**6)))
    return lived_in(roster, draw(st.integers(0, 10**6))) if draw(st.booleans()) else roster


def lived_in(roster: Roster, seed: int) -> Roster:
    rng = np.random.default_rng(seed)
    schools: dict[str, School] = {
        key: school.model_copy(update={"pay_budget": int(rng.integers(1, 6)) * 1000})
        for key, school in roster.schools.items()
    }
    mentees = [
        replace(
            unit,
            school=schools[unit.school.id],
            hours=int(rng.choice([30, 60, 90])),
            last_month=unit.first_month + int(rng.choice([2, 11])),
        )
        for unit in roster.mentee.units
        if isinstance(unit, MenteeUnit)
    ]
    mentors = [
        replace(
            unit,
            school=schools[unit.school.id],
            mentor=unit.mentor.model_copy(
                update={
                    "hours_per_week": float(rng.integers(1, 5)) / 2,
                    "pay": int(rng.integers(0, 30)) * 100,
                }
            ),
        )
        for unit in roster.mentor.units
        if isinstance(unit, MentorUnit)
    ]
    return replace(roster, mentee=Side(mentees), mentor=Side(mentors), schools=schools, _tables={})


@st.composite
def quotas(draw: st.DrawFn, roster: Roster) -> Quota:
    """A limit of any kind that a pair's two sides may tell: groups, weights, who is apart."""
    sizes = len(roster.mentee), len(roster.mentor)
    rng = np.random.default_rng(draw(st.integers(0, 10**6)))

    def groups(size: int) -> Ints:
        return rng.integers(NO_GROUP, 3, size).astype(np.int64)

    def weights(size: int) -> Ints:
        return rng.integers(0, 4, size).astype(np.int64) * draw(st.sampled_from([1, 5]))

    sides = draw(st.sampled_from(["mentee", "mentor", "both", "pairs"]))
    if sides == "pairs":
        named = rng.integers(0, sizes, (6, 2)).tolist()
        book = Ledger.of({(i, j): int(rng.integers(0, 3)) for i, j in named}, sizes[1])
        most = rng.integers(0, 3, 3).astype(np.int64)
        return Quota("any", ("g0", "g1", "g2"), WORDS, pairs=book, upper=most)
    mentees = groups(sizes[0]) if sides != "mentor" else None
    mentors = groups(sizes[1]) if sides != "mentee" else None
    labels = tuple(f"g{n}" for n in range(9 if sides == "both" else 3))
    heavy = draw(st.booleans())
    plain = not heavy and draw(st.booleans())
    return Quota(
        "any",
        labels,
        WORDS,
        mentors=mentors,
        mentees=mentees,
        lower=rng.integers(0, 3, len(labels)).astype(np.int64) if plain else None,
        upper=rng.integers(0, 6, len(labels)).astype(np.int64) if not plain else None,
        mentee_weight=weights(sizes[0]) if heavy else None,
        mentor_weight=weights(sizes[1]) if heavy and draw(st.booleans()) else None,
        apart=(groups(sizes[0]), groups(sizes[1])) if draw(st.booleans()) else None,
    )


@st.composite
def problems(draw: st.DrawFn) -> tuple[Roster, Policy, list[Quota]]:
    """A roster, the default rules, and limits besides that are no flow."""
    roster = draw(rosters())
    stated = draw(st.lists(quotas(roster), max_size=3))
    if draw(st.booleans()):
        use = must(OutsideLimit(at_most=draw(st.integers(0, 3))))
    else:
        use = prefer(OutsideLimit(at_most=1), weight=draw(st.integers(1, 40)))
    return roster, DEFAULT.replace_rules([use]), stated


@contextmanager
def stating(stated: list[Quota]) -> Iterator[None]:
    """Make the outside limit state these quotas besides its own."""
    own = OutsideLimit.quotas
    with patch.object(OutsideLimit, "quotas", lambda self, p: [*own(self, p), *stated]):
        yield


class After(Limits):
    """Over once it was asked so many times."""

    def __init__(self, times: int) -> None:
        super().__init__()
        object.__setattr__(self, "asked", count(times, -1))

    @property
    def over(self) -> bool:
        return next(self.asked) <= 0  # type: ignore[attr-defined, no-any-return]


def everything(roster: Roster, policy: Policy) -> Program:
    """All candidate pairs under the rows that columns go by."""
    listed = compile_program(roster, policy)
    return Layout(roster, policy).program(listed.i, listed.j, listed.points)


def best(roster: Roster, policy: Policy) -> tuple[int, ...]:
    """The values that a listing of all pairs comes to."""
    program = compile_program(roster, policy)
    return program.values(Mip().solve(program, Limits(), nobody).chosen)


def judged(program: Program, solved: Solved) -> Iterator[tuple[int, Judgement]]:
    """What the prices prove over all pairs, tier by tier, as far as there are prices."""
    values = solved.program.values(solved.raw.chosen)
    face = Face.whole(program)
    for tier, proof in enumerate(solved.raw.proof):
        if proof.prices is None:
            return
        judgement = judge(program, face, tier, proof.prices)
        yield tier, judgement
        face = judgement.after(tier, values[tier])


@settings(max_examples=12, deadline=None)
@given(problems())
def test_the_same_values_as_with_all_pairs_listed(
    problem: tuple[Roster, Policy, list[Quota]],
) -> None:
    roster, policy, stated = problem
    with stating(stated):
        solved = solve_by_branching(roster, policy, Limits(), nobody)
        values = solved.program.values(solved.raw.chosen)
        assert solved.raw.proved
        assert solved.program.allowed(solved.raw.chosen)
        assert values == best(roster, policy)
        for tier, judgement in judged(everything(roster, policy), solved):
            proof = solved.raw.proof[tier]
            assert judgement.whole >= values[tier] == proof.bound
            assert judgement.closes(values[tier]) == (proof.closed == "prices")
            assert (judgement.whole == values[tier]) == (proof.closed != "search")
        assert tier == len(values) - 1


@settings(max_examples=12, deadline=None)
@given(problems(), st.integers(0, 12))
def test_whenever_it_ends_the_bound_holds(
    problem: tuple[Roster, Policy, list[Quota]], times: int
) -> None:
    roster, policy, stated = problem
    with stating(stated):
        solved = solve_by_branching(roster, policy, After(times), nobody)
        values, right = solved.program.values(solved.raw.chosen), best(roster, policy)
        assert solved.program.allowed(solved.raw.chosen)
        whole = everything(roster, policy)
        for tier, judgement in judged(whole, solved):
            proof = solved.raw.proof[tier]
            assert proof.bound is not None
            assert judgement.whole >= proof.bound >= values[tier]
            if values[:tier] == right[:tier]:
                assert proof.bound >= right[tier]
                assert proof.closed == "open" or values[tier] == right[tier]


def outside(at_most: int) -> Policy:
    return DEFAULT.replace_rules([must(OutsideLimit(at_most=at_most))])


def test_few_pairs_are_listed() -> None:
    policy = outside(2)
    roster = country(240, 160, policy)
    solved = solve_by_branching(roster, policy, Limits(), nobody)
    assert solved.raw.proved
    assert solved.columns < 240 * 40 < 240 * 160
    assert solved.program.values(solved.raw.chosen) == best(roster, policy)


def test_a_pair_that_is_out_by_one_tier_does_not_seem_to_gain_in_a_later_one() -> None:
    policy = outside(2)
    roster = country(240, 160, policy)
    whole = everything(roster, policy)
    told: list[Round] = []
    solve_by_branching(
        roster, policy, Limits(), lambda event: told.append(event) if type(event) is Round else None
    )
    (tier,) = (t for t, tier in enumerate(whole.tiers) if tier.name == "travel")
    bounds = [event.bound for event in told if event.tier == whole.tiers[tier].words()]
    assert bounds
    assert max(filter(None, bounds)) <= len(roster.mentee) * whole.points[tier].max()


def test_a_proof_made_without_a_pair_that_enters_does_not_hold_with_it() -> None:
    policy = outside(1)
    roster = country(40, 25, policy)
    whole = everything(roster, policy)
    values = best(roster, policy)
    solved = solve_by_branching(roster, policy, Limits(), nobody)
    width, lost = len(roster.mentor), 0
    for p in np.flatnonzero(solved.raw.chosen).tolist():
        pair = int(solved.program.i[p]), int(solved.program.j[p])
        ledgers = dict(roster.ledgers) | {"forbid": Ledger.of({pair: 1}, width)}
        without = replace(roster, ledgers=ledgers, _tables={})
        less = solve_by_branching(without, policy, Limits(), nobody)
        reached = less.program.values(less.raw.chosen)
        if reached == values:
            continue
        # The same limits, but the pair is there: what closed must not close any more.
        first = next(
            t for t, (one, two) in enumerate(zip(reached, values, strict=True)) if one < two
        )
        held = [judgement.closes(reached[tier]) for tier, judgement in judged(whole, less)]
        assert less.raw.proof[first].closed != "open"
        assert not held[first]
        lost += 1
        if lost == 3:
            return
    assert lost


def test_the_same_run_twice_is_the_same() -> None:
    policy = outside(1)
    roster = country(150, 80, policy)
    one, two = (solve_by_branching(roster, policy, Limits(), nobody) for _ in range(2))
    assert np.array_equal(one.program.i, two.program.i)
    assert np.array_equal(one.program.j, two.program.j)
    assert np.array_equal(one.raw.chosen, two.raw.chosen)
    assert [tier.bound for tier in one.raw.proof] == [tier.bound for tier in two.raw.proof]


def test_where_no_rule_can_be_left_out_it_begins_without_a_flow(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    policy = outside(1)
    roster = country(40, 25, policy)
    monkeypatch.setattr(first_pairs, "as_flow", lambda roster, policy: None)
    solved = solve_by_branching(roster, policy, Limits(), nobody)
    assert solved.raw.proved
    assert solved.program.values(solved.raw.chosen) == best(roster, policy)


def test_groups_that_may_stay_closed_are_refused_in_words() -> None:
    roster = country(30, 20, DEFAULT)
    units = [unit for unit in roster.mentee.units if isinstance(unit, MenteeUnit)]
    group = [replace(unit, programme="group") for unit in units[:10]]
    grouped = replace(roster, mentee=Side([*group, *units[10:]]), _tables={})
    with pytest.raises(NoSolverError, match="группа либо закрыта"):
        solve_by_branching(grouped, DEFAULT, Limits(), nobody)


@settings(max_examples=12, deadline=None)
@given(problems(), st.integers(0, 10**6))
def test_rows_cost_a_pair_the_same_whether_it_is_listed_or_asked_about(
    problem: tuple[Roster, Policy, list[Quota]], seed: int
) -> None:
    roster, policy, stated = problem
    with stating(stated):
        program, layout = everything(roster, policy), Layout(roster, policy)
        rows = np.random.default_rng(seed).integers(-9, 10, len(layout.rows))
        listed = np.zeros(program.pairs, dtype=np.int64)
        np.add.at(listed, program.pair, program.weight * rows[program.row])
        prices = [Prices(rows)]
        asked = layout.costs(program.i, program.j, layout.spread(prices), prices)
        assert (asked[0] == listed).all()
        charges = layout.charges(rows)
        unnamed = ~np.isin(program.i * len(roster.mentor) + program.j, layout.named)
        i, j = program.i[unnamed], program.j[unnamed]
        surcharge = charges.surcharge(i, j)
        assert (surcharge >= 0).all() and (surcharge <= charges.most).all()
        assert (charges.mentee[i] + charges.mentor[j] + surcharge == listed[unnamed]).all()
