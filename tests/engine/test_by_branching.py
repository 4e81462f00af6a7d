"""Plans by price and branch are the plans that a listing gives, and as well proved."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from matchmaker import events
from matchmaker.domain import Decision, DecisionKind, Municipality, Team
from matchmaker.engine import diff, match, partner, rematch, scenario_policy, verify
from matchmaker.errors import NoSolverError
from matchmaker.events import Event
from matchmaker.limits import Limits
from matchmaker.pairs import Pairs
from matchmaker.policy import Policy
from matchmaker.program import asked
from matchmaker.program.asked import Asked
from matchmaker.program.compile import eligible_block
from matchmaker.program.record import PlanRecord
from matchmaker.results.changes import why
from matchmaker.results.plan import MenteeReasons, PairReasons, Plan
from matchmaker.rulebook import must
from matchmaker.rules.contest import Contest
from matchmaker.rules.outside_limit import OutsideLimit
from matchmaker.scenarios import generate
from matchmaker.solvers import auto
from tests.engine import small
from tests.engine.test_plans import (
    assert_invalid,
    edited,
    group_policy,
    lines,
    marked,
    mentor_of,
    rebuilt,
    values,
)


@cache
def crossed() -> tuple[Municipality, Policy]:
    """A city whose organisations lend few places to others: prices prove all of its plan."""
    scenario = generate("crossed", seed=3, mentees=40, mentors=25, schools=6)
    return scenario.municipality, scenario_policy(scenario)


@cache
def paid() -> tuple[Municipality, Policy]:
    """A city where hours and pay are limited: a search closes some tiers of its plan."""
    scenario = generate("surgut", seed=4, mentees=40)
    return scenario.municipality, scenario_policy(scenario)


@cache
def plan(solver: str = "branching") -> Plan:
    return match(*crossed(), solver=solver)


@cache
def searched(solver: str = "branching") -> Plan:
    return match(*paid(), solver=solver)


def interrupted(problem: tuple[Municipality, Policy], after: int = 1) -> Plan:
    """A plan of a run that is interrupted once this round is told."""

    def watch(event: Event) -> None:
        if isinstance(event, events.Round) and event.number == after:
            raise KeyboardInterrupt

    return match(*problem, solver="branching", watch=watch)


# The answer.


def test_the_plan_says_what_a_listing_says() -> None:
    branched, listed = plan(), plan("mip")
    assert (branched.record.route, listed.record.route) == ("branching", "mip")
    assert branched.status == listed.status == "optimal"
    for name in ("tiers", "gap", "candidate_pairs", "mentees", "mentors", "conflicts", "input"):
        assert getattr(branched.record, name) == getattr(listed.record, name), name
    served = [{mentee for mentee, _ in one.pairs} for one in (branched, listed)]
    left = [{one.mentee: one for one in p.record.unpaired} for p in (branched, listed)]
    assert left[0].keys() | served[0] == left[1].keys() | served[1]
    assert left[0]
    for mentee in left[0].keys() & left[1].keys():
        assert left[0][mentee].reason == left[1][mentee].reason
    verdict, other = (verify(one, crossed()[0]) for one in (branched, listed))
    assert (verdict.valid, verdict.optimal, verdict.issues) == (True, "proved", [])
    assert verdict == other


def test_what_a_search_closed_stands_on_the_word_of_the_solver() -> None:
    assert values(searched()) == values(searched("mip"))
    closed = {tier.name: tier.closed for tier in searched().record.tiers}
    assert closed["priority"] == "prices" and "search" in closed.values()
    # A tier after the first that prices do not close is closed by them again.
    assert "prices" in list(closed.values())[list(closed.values()).index("search") :]
    verdict, other = (verify(one, paid()[0]) for one in (searched(), searched("mip")))
    assert (verdict.valid, verdict.optimal, verdict.issues) == (True, "bound", [])
    assert (other.valid, other.optimal) == (True, "bound")
    assert verdict.bounds.keys() == verdict.values.keys()
    assert all(verdict.bounds[name] >= value for name, value in verdict.values.items())


def test_the_same_input_gives_the_same_plan() -> None:
    assert match(*crossed(), solver="branching").to_json() == plan().to_json()


@st.composite
def municipalities(draw: st.DrawFn) -> tuple[Municipality, Policy]:
    """A city with pins under the outside limit, or one where hours and pay are limited."""
    name, seed = draw(st.sampled_from(["city", "surgut"])), draw(st.integers(0, 10**6))
    mentees = draw(st.integers(4, 20))
    sizes = {"mentors": draw(st.integers(4, 14)), "schools": 4} if name == "city" else {}
    scenario = generate(name, seed=seed, mentees=mentees, **sizes)
    there, policy = scenario.municipality, scenario_policy(scenario)
    if name == "city":
        limit = OutsideLimit(at_most=draw(st.integers(0, 2)))
        policy = policy.replace_rules([must(limit)])
    persons = st.sampled_from([one.person for one in there.mentees])
    mentors = st.sampled_from([one.person for one in there.mentors])
    kinds = st.sampled_from([DecisionKind.PIN, DecisionKind.FORBID])
    drawn = draw(
        st.lists(st.tuples(persons, mentors, kinds), max_size=2, unique_by=lambda t: t[:2])
    )
    decisions = [Decision(kind=kind, mentor=m, mentee=e) for e, m, kind in drawn if e != m]
    return rebuilt(there, *decisions), policy


@settings(max_examples=6, deadline=None)
@given(municipalities())
def test_branching_reaches_what_a_listing_reaches(problem: tuple[Municipality, Policy]) -> None:
    branched, listed = (match(*problem, solver=name) for name in ("branching", "mip"))
    assert values(branched) == values(listed)
    assert branched.status == listed.status
    assert branched.record.candidate_pairs == listed.record.candidate_pairs
    assert bool(branched.record.conflicts) == bool(listed.record.conflicts)
    verdict = verify(branched, problem[0])
    assert (verdict.valid, verdict.issues) == (True, [])
    by_search = any(tier.closed == "search" for tier in branched.record.tiers)
    assert verdict.optimal == "proved" or (by_search and verdict.optimal == "bound")
    everything = Plan(branched.record, problem[0], listed.program).people
    assert everything is not None
    for one in branched.record.unpaired:
        i = listed.program.roster.mentee.position[one.mentee]
        told = branched.explain(one.mentee)
        assert isinstance(told, MenteeReasons)
        assert told.words == one.words
        assert told.candidates == len(everything.candidates(i))


@settings(max_examples=6, deadline=None)
@given(municipalities(), st.integers(1, 6))
def test_a_bound_is_never_below_what_can_be_reached(
    problem: tuple[Municipality, Policy], after: int
) -> None:
    best, found = match(*problem, solver="mip"), interrupted(problem, after)
    for tier, right in zip(found.record.tiers, best.record.tiers, strict=True):
        if tier.closed == "open":
            assert tier.value <= right.value
            assert tier.bound is None or tier.bound >= right.value
            break
        assert tier.value == tier.bound == right.value
    verdict = verify(found, problem[0])
    assert (verdict.valid, verdict.issues) == (True, [])
    opened = any(tier.closed == "open" for tier in found.record.tiers)
    assert (verdict.optimal == "unproved") == opened


# Which way is taken.


def test_small_rosters_are_listed_and_large_ones_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    assert match(*crossed()).record.route == "mip"
    monkeypatch.setattr(auto, "MANY", 0)
    assert match(*crossed()).record.route == "mip"
    monkeypatch.setattr(auto, "MORE", 40 * 25 - 1)
    made = match(*crossed())
    assert made.record.route == "branching"
    assert "Задача не сводится к потоку" in made.record.route_reason
    assert "Пар у двух списков очень много (1000)" in made.record.route_reason
    assert values(made) == values(plan("mip"))


def test_where_limits_are_a_flow_a_flow_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(auto, "MORE", 0)
    scenario = generate("city", mentees=20, mentors=15, schools=4)
    there, policy = scenario.municipality, scenario_policy(scenario)
    assert match(there, policy).record.route == "flow"
    monkeypatch.setattr(auto, "MANY", 0)
    assert match(there, policy).record.route == "columns"


def grouped() -> Municipality:
    return small.municipality(
        *(small.mentee(f"a{n}", category="young") for n in range(3)),
        small.mentor("k", places=4),
        small.mentor("m", places=3),
        Team(team="Команда", mentor="k"),
        Team(team="Команда", mentor="m"),
    )


def test_groups_of_a_least_size_are_listed_or_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NoSolverError, match=r"Метод branching не подходит: группа либо закрыта"):
        match(grouped(), group_policy(), solver="branching")
    with pytest.raises(NoSolverError, match="только пары людей"):
        partner(*crossed(), solver="branching")
    monkeypatch.setattr(auto, "MANY", 0)
    monkeypatch.setattr(auto, "MORE", 0)
    assert match(grouped(), group_policy()).record.route == "mip"


def test_a_rule_that_prices_cannot_read_is_listed_or_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def odd(self: object, p: Pairs) -> object:
        return (p.i + p.j) % 2

    monkeypatch.setattr(Contest, "measure", odd)
    monkeypatch.setattr(auto, "MANY", 0)
    monkeypatch.setattr(auto, "MORE", 0)
    made = match(*crossed())
    assert (made.record.route, made.status) == ("mip", "optimal")
    assert "баллы не сверить с ценами" in made.record.route_reason
    with pytest.raises(NoSolverError, match="branching не подходит: баллы не сверить с ценами"):
        match(*crossed(), solver="branching")


# What cannot be kept.


def test_what_cannot_be_kept_is_named_as_in_a_listing() -> None:
    pins = [Decision(kind=DecisionKind.PIN, mentor="k", mentee=key) for key in ("a", "b")]
    there = small.municipality(
        *(small.mentee(key, category="young") for key in ("a", "b", "c")),
        small.mentor("k"),
        small.mentor("m"),
        *pins,
    )
    policy = small.policy().replace_rules([must(OutsideLimit(at_most=1))])
    branched, listed = (match(there, policy, solver=name) for name in ("branching", "mip"))
    assert branched.status == listed.status == "infeasible"
    assert branched.record.conflicts == listed.record.conflicts
    assert branched.record.conflicts
    assert verify(branched, there).optimal == "proved"


# Interrupted, out of time.


def test_an_interrupted_run_keeps_its_best_plan() -> None:
    found = interrupted(paid(), 3)
    assert found.status == "feasible"
    verdict = verify(edited(found), paid()[0])
    assert (verdict.valid, verdict.optimal, verdict.issues) == (True, "unproved", [])
    opened = [tier for tier in found.record.tiers if tier.closed == "open"]
    assert all(tier.bound is None for tier in opened)  # nothing is stated of a tier broken off


def test_who_interrupts_is_told_that_the_plan_is_kept() -> None:
    seen: list[Event] = []

    def watch(event: Event) -> None:
        seen.append(event)
        if isinstance(event, events.Round) and event.number == 2:
            raise KeyboardInterrupt

    match(*paid(), solver="branching", watch=watch)
    names = [type(event).__name__ for event in seen]
    assert names[:2] == ["Compiled", "Routed"]
    assert names.count("Round") == 2
    assert names[-2:] == ["Interrupted", "Finished"]


def test_without_time_there_is_a_plan() -> None:
    found = match(*paid(), solver="branching", limits=Limits(seconds=0))
    assert found.status == "feasible"
    assert found.pairs
    verdict = verify(found, paid()[0])
    assert (verdict.valid, verdict.optimal, verdict.issues) == (True, "unproved", [])


# Verifying.


@pytest.mark.parametrize("of", [plan, searched])
def test_a_spoiled_plan_is_rejected(of: Any) -> None:
    made, (municipality, _) = of(), crossed() if of is plan else paid()
    first, second, *rest = lines(made)
    for eligible in (True, False):
        other = marked(made, first | {"mentor": mentor_of(of("mip"), first["mentee"], eligible)})
        spoiled = edited(made, pairs=[other, second, *rest])
        assert_invalid(spoiled, municipality, f"{first['mentee']} – {other['mentor']}")
    swapped = [
        marked(made, one | {"mentor": two["mentor"]})
        for one, two in ((first, second), (second, first))
    ]
    assert_invalid(edited(made, pairs=[*swapped, *rest]), municipality)
    assert_invalid(edited(made, pairs=[second, *rest]), municipality, "ни среди пар")
    assert_invalid(edited(made, pairs=[first, first, second, *rest]), municipality, "дважды")
    changed = marked(made, first | {"points": first["points"] | {"fit": 1}})
    assert_invalid(edited(made, pairs=[changed, second, *rest]), municipality, "другие баллы")
    assert_invalid(edited(made, candidate_pairs=7), municipality, "candidate_pairs")


def test_a_limit_that_is_broken_is_noticed() -> None:
    """Whoever lends one place more than allowed, with all sums right, breaks a limit."""
    municipality, policy = crossed()
    free = policy.model_copy(
        update={"uses": tuple(use for use in policy.uses if use.rule.name != "outside_limit")}
    )
    freely = match(municipality, free, solver="flow")
    facts = freely.record.model_dump(mode="json")
    facts |= {"policy": policy.to_plain(), "route": "branching", "proof": []}
    record = PlanRecord.model_validate(facts)
    assert_invalid(record, municipality, "из других организаций")


def test_a_removed_pair_is_no_best_plan_even_if_it_is_left_out() -> None:
    municipality, _ = crossed()
    first, *rest = lines(plan())
    tiers = plan().record.model_dump(mode="json")["tiers"]
    fewer = Plan(edited(plan(), pairs=rest), municipality)
    for tier, value in zip(tiers, fewer.program.values(fewer.chosen), strict=True):
        tier["value"] = tier["bound"] = value
    left = [{"mentee": first["mentee"], "reason": "not_worth", "words": "…"}]
    unpaired = [*plan().record.model_dump(mode="json")["unpaired"], *left]
    record = edited(plan(), pairs=rest, tiers=tiers, unpaired=unpaired)
    assert_invalid(record, municipality, "план называет доказанным")


def test_a_tier_that_a_search_closed_is_not_proved_by_prices() -> None:
    municipality, _ = paid()
    names = [tier.name for tier in searched().record.tiers if tier.closed == "search"]
    for name in names:
        tiers = searched().record.model_dump(mode="json")["tiers"]
        (one,) = (tier for tier in tiers if tier["name"] == name)
        one["closed"] = "prices"
        assert_invalid(edited(searched(), tiers=tiers), municipality, "план называет доказанным")
        one["closed"] = "open"
        assert verify(edited(searched(), tiers=tiers), municipality).optimal == "unproved"


def test_a_changed_price_proves_no_more() -> None:
    municipality, _ = paid()
    for t, proof in enumerate(searched().record.proof):
        for n, part in enumerate(proof.prices[:2]):
            for change in (-1000, 1000):
                proofs = searched().record.model_dump(mode="json")["proof"]
                proofs[t]["prices"][n]["prices"][0] = part.prices[0] + change
                verdict = verify(edited(searched(), proof=proofs), municipality)
                assert all(bound >= verdict.values[name] for name, bound in verdict.bounds.items())
    proofs = searched().record.model_dump(mode="json")["proof"]
    assert verify(edited(searched(), proof=proofs[:-1]), municipality).optimal == "unproved"
    spoiled = edited(searched(), proof=[proofs[0] | {"scale": 2**70}, *proofs[1:]])
    assert not verify(spoiled, municipality).valid
    rate = proofs[2] | {"exchange": {"priority": 1}}  # a tier closed by prices has no floor
    spoiled = edited(searched(), proof=[*proofs[:2], rate, *proofs[3:]])
    assert_invalid(spoiled, municipality, "exchange")


@settings(max_examples=6, deadline=None)
@given(municipalities(), st.randoms(use_true_random=False))
def test_a_pair_that_should_have_entered_is_caught(
    problem: tuple[Municipality, Policy], draw: Any
) -> None:
    """A run that overlooks one pair writes a plan that looks proved; only the pair tells."""
    municipality, policy = problem
    right = match(municipality, policy, solver="branching")
    assume(right.pairs)
    mentee, mentor = draw.choice(right.pairs)
    blind = rebuilt(municipality, Decision(kind=DecisionKind.FORBID, mentor=mentor, mentee=mentee))
    found = match(blind, policy, solver="branching")
    facts = found.record.model_dump(mode="json") | {"input": right.record.input}
    facts["candidate_pairs"] = right.record.candidate_pairs
    posing = Plan(PlanRecord.model_validate(facts), municipality)
    pairs = [marked(posing, line) for line in lines(posing)]
    verdict = verify(edited(posing, pairs=pairs), municipality)
    best, less = tuple(values(right).values()), tuple(values(found).values())
    assert less <= best
    assert less == best or verdict.optimal != "proved"


def test_verifying_looks_at_few_pairs_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []

    def noted(*facts: Any) -> Any:
        found = eligible_block(*facts)
        sizes.append(found.size)
        return found

    monkeypatch.setattr(asked, "eligible_block", noted)
    monkeypatch.setattr(asked, "PIECE", 60)
    monkeypatch.setattr(
        "matchmaker.verify.program_of", lambda *_: pytest.fail("all pairs were listed")
    )
    assert verify(plan(), crossed()[0]).optimal == "proved"
    assert sum(sizes) >= 40 * 25 > 60 >= max(sizes)


# Explaining.


def test_reasons_are_those_of_a_listing() -> None:
    municipality, policy = crossed()
    pairs = Asked.about(municipality, policy)
    listing = pairs.program(pairs.everybody, *pairs.named(plan().record.pairs))
    whole = Plan(plan().record, municipality, listing)
    part = whole.people
    assert part is not None
    for i, unit in list(enumerate(listing.roster.mentee.units))[::3]:
        assert plan().explain(unit.key) == whole._mentee(part, i)
        for j in range(i % 5, len(listing.roster.mentor), 5):
            other = listing.roster.mentor.units[j].key
            assert plan().explain(unit.key, other) == whole._pair(part, i, j)


def test_what_prices_do_not_prove_is_not_said_of_a_pair() -> None:
    municipality, _ = paid()
    read = Plan(edited(searched()), municipality)
    interrupted_ = interrupted(paid(), 3)
    roster = read.program.roster
    for made, words in ((read, "не всё в плане доказано ценами"), (interrupted_, "не доведён")):
        said: set[str] = set()
        for unit in roster.mentee.units[:8]:
            for other in roster.mentor.units[:12]:
                reasons = made.explain(unit.key, other.key)
                assert isinstance(reasons, PairReasons)
                said.add(reasons.verdict)
        assert any(words in one for one in said)
        assert not any("почти без потерь" in one for one in said)


def test_what_another_pair_costs_is_what_pinning_it_loses() -> None:
    made, (municipality, policy) = plan(), crossed()
    before, order = values(made), [tier.name for tier in made.record.tiers]
    names = {tier.title: tier.name for tier in made.record.tiers}
    roster, tried = made.program.roster, 0
    for n, unit in enumerate(roster.mentee.units[:16]):
        for other in roster.mentor.units[n % 6 :: 6]:
            reasons = made.explain(unit.key, other.key)
            assert isinstance(reasons, PairReasons)
            told = re.search("«(.+)» станет ниже не меньше чем на (.+)", reasons.verdict)
            if not told or tried == 12:
                continue
            tier, loss = names[told[1]], int(told[2])
            pin = Decision(kind=DecisionKind.PIN, mentor=other.key, mentee=unit.key)
            after = values(match(rebuilt(municipality, pin), policy))
            earlier = order[: order.index(tier)]
            kept = [after[one] for one in earlier] == [before[one] for one in earlier]
            assert not kept or after[tier] <= before[tier] - loss
            tried += 1
    assert tried


# Made again.


def test_a_plan_is_made_again_by_branching() -> None:
    municipality, policy = crossed()
    gone = plan().pairs[0][1]
    mentor = type(municipality.mentors[0])
    changed = rebuilt(
        municipality,
        change=lambda row: (
            row.model_copy(update={"places": 0})
            if isinstance(row, mentor) and row.person == gone
            else row
        ),
    )
    again, listed = (rematch(plan(), changed, policy, solver=n) for n in ("branching", "mip"))
    assert again.record.route == "branching"
    assert values(again) == values(listed)
    assert verify(again, changed).optimal == "proved"
    found = diff(plan(), again)
    assert found.changes
    assert all(why(again, change) for change in found.changes if change.before)
