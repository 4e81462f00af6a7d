"""Plans whose pairs were never all listed are the plans that a listing gives, and as well proved."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from matchmaker import events
from matchmaker.domain import Decision, DecisionKind, Municipality, Team
from matchmaker.engine import diff, match, partner, rematch, scenario_policy, verify
from matchmaker.errors import InputError, NoSolverError
from matchmaker.events import Event, nobody
from matchmaker.limits import Limits
from matchmaker.pairs import Pairs
from matchmaker.policy import Policy
from matchmaker.program import asked
from matchmaker.program.asked import Asked
from matchmaker.program.certificate import certify
from matchmaker.program.compile import eligible_block
from matchmaker.program.program import Program
from matchmaker.program.record import PlanRecord
from matchmaker.results.changes import why
from matchmaker.results.plan import MenteeReasons, PairReasons, Plan
from matchmaker.rulebook import Use
from matchmaker.rules.contest import Contest
from matchmaker.scenarios import generate
from matchmaker.solvers import auto, beginning, columns, pricing
from matchmaker.solvers.columns import solve_by_columns
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
def city(mentees: int = 40, mentors: int = 24, seed: int = 1) -> tuple[Municipality, Policy]:
    scenario = generate("city", seed=seed, mentees=mentees, mentors=mentors, schools=6)
    return scenario.municipality, scenario_policy(scenario)


@cache
def plan(solver: str = "columns") -> Plan:
    return match(*city(), solver=solver)


def slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a run need many rounds: few pairs are listed at the beginning and in each round."""
    for room, name in ((beginning, "FIRST"), (beginning, "CHANCE"), (columns, "THIN")):
        monkeypatch.setattr(room, name, 1)


def interrupted(municipality: Municipality, policy: Policy, after: int = 1) -> Plan:
    """A plan of a run that is interrupted once this round is told."""

    def watch(event: Event) -> None:
        if isinstance(event, events.Round) and event.number == after:
            raise KeyboardInterrupt

    return match(municipality, policy, solver="columns", watch=watch)


# The answer.


def test_the_plan_says_what_a_listing_says() -> None:
    by_columns, listed = plan(), plan("flow")
    assert (by_columns.record.route, listed.record.route) == ("columns", "flow")
    assert by_columns.status == "optimal"
    assert values(by_columns) == values(listed)
    for name in ("tiers", "gap", "candidate_pairs", "mentees", "mentors", "conflicts", "input"):
        assert getattr(by_columns.record, name) == getattr(listed.record, name), name
    assert len(by_columns.pairs) == len(listed.pairs)
    served = [{mentee for mentee, _ in one.pairs} for one in (by_columns, listed)]
    left = [{one.mentee: one for one in p.record.unpaired} for p in (by_columns, listed)]
    assert left[0].keys() | served[0] == left[1].keys() | served[1]
    assert left[0]
    for mentee in left[0].keys() & left[1].keys():
        assert left[0][mentee].reason == left[1][mentee].reason
    verdict = verify(edited(by_columns), city()[0])
    assert (verdict.valid, verdict.optimal, verdict.issues) == (True, "proved", [])
    assert verdict.pairs == by_columns.record.candidate_pairs
    assert verdict.values == verdict.bounds == values(by_columns)


def test_the_same_input_gives_the_same_plan() -> None:
    assert match(*city(), solver="columns").to_json() == plan().to_json()


@st.composite
def municipalities(draw: st.DrawFn) -> tuple[Municipality, Policy]:
    """A city with pins, and the default rules with other weights, obligations among them."""
    scenario = generate(
        "city",
        seed=draw(st.integers(0, 10**6)),
        mentees=draw(st.integers(4, 24)),
        mentors=draw(st.integers(4, 16)),
        schools=draw(st.integers(3, 5)),
    )
    there, policy = scenario.municipality, scenario_policy(scenario)
    uses = tuple(
        use.model_copy(update={"weight": draw(st.integers(-2, 12))})
        if use.mood == "prefer" and use.rule.name not in {"balance", "served", "priority"}
        else use
        for use in policy.uses
    )
    more = draw(st.sampled_from([None, None, "mentee_school", "programme"]))
    if more:
        uses += (Use.from_plain({"must": "at_least", "per": more, "n": draw(st.integers(1, 3))}),)
    mentees = st.sampled_from([one.person for one in there.mentees])
    mentors = st.sampled_from([one.person for one in there.mentors])
    kinds = st.sampled_from([DecisionKind.PIN, DecisionKind.FORBID])
    drawn = draw(
        st.lists(st.tuples(mentees, mentors, kinds), max_size=2, unique_by=lambda t: t[:2])
    )
    decisions = [Decision(kind=kind, mentor=m, mentee=e) for e, m, kind in drawn if e != m]
    return rebuilt(there, *decisions), policy.model_copy(update={"uses": uses})


@settings(max_examples=10, deadline=None)
@given(municipalities())
def test_columns_reach_what_a_listing_reaches(problem: tuple[Municipality, Policy]) -> None:
    municipality, policy = problem
    assume(not Asked.about(municipality, policy).layout.objections)
    by_columns, listed = (match(*problem, solver=name) for name in ("columns", "flow"))
    assert values(by_columns) == values(listed)
    assert by_columns.status == listed.status
    assert by_columns.record.candidate_pairs == listed.record.candidate_pairs
    assert bool(by_columns.record.conflicts) == bool(listed.record.conflicts)
    verdict = verify(by_columns, municipality)
    assert (verdict.valid, verdict.optimal, verdict.issues) == (True, "proved", [])
    everything = Plan(by_columns.record, municipality, listed.program)
    said = {one.mentee: (one.reason, one.words) for one in by_columns.record.unpaired}
    for mentee, words in said.items():
        i = listed.program.roster.mentee.position[mentee]
        assert everything.people is not None
        assert words[1] == everything._mentee(everything.people, i).words


@settings(max_examples=10, deadline=None)
@given(municipalities(), st.integers(1, 4))
def test_a_bound_is_never_below_what_can_be_reached(
    problem: tuple[Municipality, Policy], after: int
) -> None:
    municipality, policy = problem
    assume(not Asked.about(municipality, policy).layout.objections)
    best = values(match(*problem, solver="flow"))
    with pytest.MonkeyPatch.context() as patch:
        slowly(patch)
        found = interrupted(municipality, policy, after)
    settled = True
    for tier in found.record.tiers:
        if not settled:
            assert (tier.closed, tier.bound) == ("open", None)
        elif tier.closed == "prices":
            assert tier.value == tier.bound == best[tier.name]
        else:
            assert tier.bound is not None and tier.value <= best[tier.name] <= tier.bound
            settled = False
    owing = found.record.tiers[0]
    assert (found.status == "timeout") == (owing.closed == "open" and owing.value < 0)
    verdict = verify(found, municipality)
    assert (verdict.valid, verdict.issues) == (True, [])
    assert (verdict.optimal == "proved") == settled
    for tier in found.record.tiers:
        if tier.name in verdict.bounds:
            assert tier.bound is not None and verdict.bounds[tier.name] <= tier.bound


def test_whoever_has_no_limit_of_her_own_is_bounded_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mentee may have any number of mentors: more pairs may enter than a round can keep."""
    monkeypatch.setattr(beginning, "FIRST", 1)
    monkeypatch.setattr(beginning, "CHANCE", 1)
    monkeypatch.setattr(pricing, "NEW", 1)
    monkeypatch.setattr(columns, "NEW", 1)
    municipality, policy = city()
    policy = policy.model_copy(
        update={"uses": tuple(use for use in policy.uses if use.rule.name != "demand")}
    )
    best = values(match(municipality, policy, solver="flow"))
    found = interrupted(municipality, policy)
    open_ = next(tier for tier in found.record.tiers if tier.closed == "open")
    assert open_.bound is not None and open_.value < best[open_.name] <= open_.bound
    assert verify(found, municipality).valid


# Which way is taken.


def test_small_rosters_are_listed_and_large_ones_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    assert match(*city()).record.route == "flow"
    monkeypatch.setattr(auto, "MANY", 40 * 24 - 1)
    made = match(*city())
    assert made.record.route == "columns"
    assert "Пар у двух списков очень много (960)" in made.record.route_reason
    assert values(made) == values(plan("flow"))


def test_large_rosters_whose_limits_cross_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(auto, "MANY", 0)
    scenario = generate("crossed", mentees=20, mentors=18, schools=5)
    made = match(scenario.municipality, scenario_policy(scenario))
    assert made.record.route == "mip"


def test_columns_refuse_in_words() -> None:
    scenario = generate("crossed", mentees=20, mentors=18, schools=5)
    with pytest.raises(NoSolverError, match=r"Метод columns не подходит: ограничени"):
        match(scenario.municipality, scenario_policy(scenario), solver="columns")
    with pytest.raises(NoSolverError, match="только пары людей"):
        partner(scenario.municipality, scenario_policy(scenario), solver="columns")
    with pytest.raises(InputError, match=r"auto, columns, branching, flow"):
        match(*city(), solver="column")


def test_a_rule_that_columns_cannot_read_is_listed_or_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def odd(self: object, p: Pairs) -> object:
        return (p.i + p.j) % 2

    monkeypatch.setattr(Contest, "measure", odd)
    monkeypatch.setattr(auto, "MANY", 0)
    scenario = generate("city", mentees=30, mentors=20, schools=5)
    there, policy = scenario.municipality, scenario_policy(scenario)
    made = match(there, policy)
    assert (made.record.route, made.status) == ("flow", "optimal")
    assert "баллы не сверить с ценами" in made.record.route_reason
    with pytest.raises(NoSolverError, match="баллы не сверить с ценами"):
        match(there, policy, solver="columns")


def test_where_nobody_can_be_paired_there_is_an_answer() -> None:
    there = small.municipality(
        small.mentee("a", category="young"), small.mentor("k", willing="no"), small.mentee("b")
    )
    by_columns, listed = (match(there, small.policy(), solver=name) for name in ("columns", "flow"))
    assert by_columns.pairs == []
    assert by_columns.record.unpaired == listed.record.unpaired
    assert by_columns.record.candidate_pairs == 0
    assert verify(by_columns, there).optimal == "proved"


def test_groups_of_a_least_size_are_refused() -> None:
    there = small.municipality(
        *(small.mentee(f"a{n}", category="young") for n in range(3)),
        small.mentor("k", places=4),
        small.mentor("m", places=3),
        Team(team="Команда", mentor="k"),
        Team(team="Команда", mentor="m"),
    )
    with pytest.raises(NoSolverError, match="Размер группы"):
        match(there, group_policy(), solver="columns")


# What cannot be kept.


def crowded() -> tuple[Municipality, Policy]:
    """Two mentees pinned to a mentor with one place; another mentor is free."""
    pins = [Decision(kind=DecisionKind.PIN, mentor="k", mentee=key) for key in ("a", "b")]
    there = small.municipality(
        *(small.mentee(key, category="young") for key in ("a", "b", "c")),
        small.mentor("k"),
        small.mentor("m"),
        *pins,
    )
    return there, small.policy()


def test_what_cannot_be_kept_is_named_as_in_a_listing() -> None:
    by_columns, listed = (match(*crowded(), solver=name) for name in ("columns", "flow"))
    assert by_columns.status == listed.status == "infeasible"
    assert by_columns.record.conflicts == listed.record.conflicts
    assert len(by_columns.record.conflicts[0].musts) == 3
    assert verify(by_columns, crowded()[0]).optimal == "proved"


def test_a_pin_that_rules_exclude_is_named_with_the_rule() -> None:
    there = small.municipality(
        small.mentee("a", category="young"),
        small.mentor("k", willing="no"),
        small.mentor("m"),
        Decision(kind=DecisionKind.PIN, mentor="k", mentee="a"),
    )
    by_columns, listed = (match(there, small.policy(), solver=name) for name in ("columns", "flow"))
    assert by_columns.record.conflicts == listed.record.conflicts
    assert len(by_columns.record.conflicts[0].musts) == 2


def test_of_very_many_pairs_only_what_is_unmet_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(auto, "MANY", 0)
    made = match(*crowded(), solver="columns")
    assert made.status == "infeasible"
    (conflict,) = made.record.conflicts
    assert len(conflict.musts) == 1
    assert conflict.musts[0].startswith("закреплённая пара сохраняется")


# Interrupted, out of time.


def test_an_interrupted_run_keeps_its_best_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    slowly(monkeypatch)
    found = interrupted(*city())
    best = values(plan("flow"))
    assert found.status == "feasible"
    assert found.record.gap is not None and found.record.gap > 0
    open_ = next(tier for tier in found.record.tiers if tier.closed == "open")
    assert open_.bound is not None and open_.value <= best[open_.name] <= open_.bound
    verdict = verify(edited(found), city()[0])
    assert (verdict.valid, verdict.optimal, verdict.issues) == (True, "unproved", [])
    tiers = found.record.model_dump(mode="json")["tiers"]
    at = [tier["name"] for tier in tiers].index(open_.name)
    tiers[at]["bound"] = open_.value
    assert_invalid(edited(found, tiers=tiers), city()[0], "а цены допускают")
    tiers[at]["closed"] = "prices"
    assert_invalid(edited(found, tiers=tiers), city()[0], "план называет доказанным")


def test_who_interrupts_is_told_that_the_plan_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    slowly(monkeypatch)
    seen: list[Event] = []

    def watch(event: Event) -> None:
        seen.append(event)
        if isinstance(event, events.Round) and event.number == 2:
            raise KeyboardInterrupt

    match(*city(), solver="columns", watch=watch)
    names = [type(event).__name__ for event in seen]
    assert names[:2] == ["Compiled", "Routed"]
    assert names[2:5] == ["Round", "Round", "Interrupted"]
    assert names[-1] == "Finished"


def test_an_interrupt_before_there_is_a_bound_ends_the_run() -> None:
    def watch(event: Event) -> None:
        if isinstance(event, events.Routed):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        match(*city(), solver="columns", watch=watch)


def test_without_time_there_is_a_plan_and_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    slowly(monkeypatch)
    found = match(*city(), solver="columns", limits=Limits(seconds=0))
    assert found.status == "feasible"
    assert found.to_json() == interrupted(*city()).to_json()


# Verifying.


def test_a_spoiled_plan_is_rejected() -> None:
    municipality, _ = city()
    first, second, *rest = lines(plan())
    for eligible in (True, False):
        other = marked(
            plan(), first | {"mentor": mentor_of(plan("flow"), first["mentee"], eligible)}
        )
        spoiled = edited(plan(), pairs=[other, second, *rest])
        assert_invalid(spoiled, municipality, f"{first['mentee']} – {other['mentor']}")
    swapped = [
        marked(plan(), one | {"mentor": two["mentor"]})
        for one, two in ((first, second), (second, first))
    ]
    assert_invalid(edited(plan(), pairs=[*swapped, *rest]), municipality)
    assert_invalid(edited(plan(), pairs=[second, *rest]), municipality, "ни среди пар")
    assert_invalid(edited(plan(), pairs=[first, first, second, *rest]), municipality, "дважды")
    changed = marked(plan(), first | {"points": first["points"] | {"fit": 1}})
    assert_invalid(edited(plan(), pairs=[changed, second, *rest]), municipality, "другие баллы")
    assert_invalid(edited(plan(), candidate_pairs=7), municipality, "candidate_pairs")


def test_a_removed_pair_is_no_best_plan_even_if_it_is_left_out() -> None:
    """Whoever takes a pair out, and changes all sums with it, is told that a better plan exists."""
    municipality, _ = city()
    first, *rest = lines(plan())
    tiers = plan().record.model_dump(mode="json")["tiers"]
    fewer = Plan(edited(plan(), pairs=rest), municipality)
    for tier, value in zip(tiers, fewer.program.values(fewer.chosen), strict=True):
        tier["value"] = tier["bound"] = value
    left = [{"mentee": first["mentee"], "reason": "not_worth", "words": "…"}]
    unpaired = [*plan().record.model_dump(mode="json")["unpaired"], *left]
    record = edited(plan(), pairs=rest, tiers=tiers, unpaired=unpaired)
    assert_invalid(record, municipality, "план называет доказанным")


def test_a_changed_value_or_price_is_noticed() -> None:
    municipality, _ = city()
    record = plan().record.model_dump(mode="json")
    for n, tier in enumerate(plan().record.tiers):
        tiers = plan().record.model_dump(mode="json")["tiers"]
        tiers[n]["value"] += 1
        assert_invalid(edited(plan(), tiers=tiers), municipality, tier.title)
    tried = spoiled = 0
    for t, proof in enumerate(plan().record.proof):
        for n, part in enumerate(proof.prices):
            for k, price in enumerate(part.prices[:3]):
                for change in (-1000, 1000):
                    proofs = plan().record.model_dump(mode="json")["proof"]
                    proofs[t]["prices"][n]["prices"][k] = price + change
                    verdict = verify(edited(plan(), proof=proofs), municipality)
                    assert verdict.bounds[proof.tier] >= values(plan())[proof.tier]
                    assert verdict.valid == (verdict.optimal == "proved")
                    spoiled += not verdict.valid
                    tried += 1
    assert tried > spoiled > tried / 2  # where limits nest, other prices may prove as much
    proofs = record["proof"]
    assert verify(edited(plan(), proof=proofs[1:]), municipality).optimal == "unproved"
    assert verify(edited(plan(), proof=proofs[:-1]), municipality).optimal == "unproved"
    part = proofs[1]["prices"][0]
    part["prices"] = [2**50] * len(part["prices"])
    assert not verify(edited(plan(), proof=proofs), municipality).valid


@settings(max_examples=10, deadline=None)
@given(municipalities(), st.randoms(use_true_random=False))
def test_a_pair_that_should_have_entered_is_caught(
    problem: tuple[Municipality, Policy], draw: Any
) -> None:
    """A run that overlooks one pair writes a plan that looks proved; only the pair tells."""
    municipality, policy = problem
    assume(not Asked.about(municipality, policy).layout.objections)
    right = match(municipality, policy, solver="columns")
    assume(right.pairs)
    mentee, mentor = draw.choice(right.pairs)
    blind = rebuilt(municipality, Decision(kind=DecisionKind.FORBID, mentor=mentor, mentee=mentee))
    assume(not Asked.about(blind, policy).layout.objections)
    found = match(blind, policy, solver="columns")
    facts = found.record.model_dump(mode="json") | {"input": right.record.input}
    facts["candidate_pairs"] = right.record.candidate_pairs
    posing = Plan(PlanRecord.model_validate(facts), municipality)
    pairs = [marked(posing, line) for line in lines(posing)]
    verdict = verify(edited(posing, pairs=pairs), municipality)
    best, less = tuple(values(right).values()), tuple(values(found).values())
    assert less <= best
    assert less == best or not verdict.valid or verdict.optimal != "proved"
    if less < best and found.status == "optimal" == right.status:
        assert any("план называет доказанным" in issue for issue in verdict.issues)


def test_verifying_looks_at_few_pairs_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    municipality, _ = city()
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
    verdict = verify(plan(), municipality)
    assert verdict.optimal == "proved"
    assert sum(sizes) >= 40 * 24 > 60 >= max(sizes)


def test_verifying_tells_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "PIECE", 10 * 24)
    seen: list[Event] = []
    verify(plan(), city()[0], watch=seen.append)
    assert seen == [events.Checked(n, 40) for n in (10, 20, 30, 40)]


def test_pieces_prove_what_the_whole_proves(monkeypatch: pytest.MonkeyPatch) -> None:
    municipality, policy = city()
    slowly(monkeypatch)
    pairs = Asked.about(municipality, policy)
    solved = solve_by_columns(pairs.roster, policy, Limits(seconds=0), nobody)
    prices = [tier.prices for tier in solved.raw.proof if tier.prices is not None]
    reached = solved.program.values(solved.raw.chosen)
    whole = certify(pairs, prices, reached)
    monkeypatch.setattr(asked, "PIECE", 1)
    assert certify(pairs, prices, reached) == whole


# Explaining.


def everything(made: Plan) -> Plan:
    """The same plan with all candidate pairs listed under the same rows."""
    municipality, policy = city()
    pairs = Asked.about(municipality, policy)
    whole = pairs.program(pairs.everybody, *pairs.named(made.record.pairs))
    return Plan(made.record, municipality, whole)


def test_reasons_are_those_of_a_listing() -> None:
    made, listed, whole = plan(), plan("flow"), everything(plan())
    part = whole.people
    assert part is not None
    roster = whole.program.roster
    for i, unit in list(enumerate(roster.mentee.units))[::3]:
        told = made.explain(unit.key)
        assert told == whole._mentee(part, i)
        alike = listed.explain(unit.key)
        assert isinstance(told, MenteeReasons) and isinstance(alike, MenteeReasons)
        assert (told.removals, told.candidates) == (alike.removals, alike.candidates)
        for j in range(i % 7, len(roster.mentor), 7):
            pair = made.explain(unit.key, roster.mentor.units[j].key)
            assert pair == whole._pair(part, i, j)
            like = listed.explain(unit.key, roster.mentor.units[j].key)
            assert isinstance(pair, PairReasons) and isinstance(like, PairReasons)
            assert (pair.rules, pair.eligible) == (like.rules, like.eligible)


def test_explaining_asks_for_one_row_only(monkeypatch: pytest.MonkeyPatch) -> None:
    municipality, _ = city()
    listed: list[Program] = []
    monkeypatch.setattr(
        "matchmaker.results.plan.program_of", lambda *_: pytest.fail("all pairs were listed")
    )
    read = Plan(edited(plan()), municipality)
    mentee = plan().pairs[0][0]
    told = read.explain(mentee)
    assert isinstance(told, MenteeReasons) and told.others
    i = read.program.roster.mentee.position[mentee]
    listed.append(read.seen(i).program)
    others = listed[0].i != i
    assert others.sum() == len(plan().pairs) - sum(one == mentee for one, _ in plan().pairs)
    assert (~others).sum() == told.candidates


def test_what_was_not_settled_is_not_said_of_a_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    slowly(monkeypatch)
    found = interrupted(*city())
    roster = plan("flow").program.roster
    said = set()
    for unit in roster.mentee.units[:10]:
        for other in roster.mentor.units[:10]:
            reasons = found.explain(unit.key, other.key)
            assert isinstance(reasons, PairReasons)
            said.add(reasons.verdict)
    assert any("расчёт не доведён до конца" in words for words in said)
    assert not any("почти без потерь" in words for words in said)


# Made again.


def test_a_plan_is_made_again_by_columns() -> None:
    municipality, policy = city()
    gone = plan().pairs[0][1]
    rows = [
        row if getattr(row, "person", None) != gone else row.model_copy(update={"places": 0})
        for row in municipality.mentors
    ]
    changed = rebuilt(
        municipality,
        change=lambda row: (
            next((r for r in rows if r.person == getattr(row, "person", None)), row)
            if type(row) is type(rows[0])
            else row
        ),
    )
    again, listed = (rematch(plan(), changed, policy, solver=name) for name in ("columns", "flow"))
    assert again.record.route == "columns"
    assert values(again) == values(listed)
    assert verify(again, changed).optimal == "proved"
    found = diff(plan(), again)
    assert found.changes
    assert all(why(again, change) for change in found.changes if change.before)
