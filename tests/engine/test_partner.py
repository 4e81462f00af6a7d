"""Plans about schools: against brute force, verified, spoiled, disguised, explained, redone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import combinations
from typing import Any

import numpy as np
import pytest

from matchmaker.domain import (
    Decision,
    DecisionKind,
    LinkKind,
    LinkState,
    Mentee,
    Municipality,
    OrganisationKind,
    School,
    SchoolLink,
    SchoolProfile,
    Team,
    Technology,
    Willing,
)
from matchmaker.domain.records import Record
from matchmaker.engine import diff, partner, rematch, two_step, verify
from matchmaker.errors import InputError
from matchmaker.explain import cost_of
from matchmaker.io.policy_file import default_policy
from matchmaker.policy import SCHOOL_KINDS, Kind, Policy
from matchmaker.program.joint import Joint
from matchmaker.program.record import PlanRecord, mark_of
from matchmaker.results.link_graph import link_report
from matchmaker.results.plan import MenteeReasons, PairReasons, Plan
from matchmaker.rulebook import Use
from matchmaker.verify import stated_points
from tests.engine import small, towns
from tests.engine.test_plans import assert_invalid, edited, rebuilt, values
from tests.rules.network import link, municipality, profile, school
from tests.solvers.random_programs import every_plan

Pair = tuple[str, str]
SEEDS = range(40)
CASES: dict[str, tuple[Kind, int]] = {
    "cooperation": ("cooperation", 2),
    "partnership": ("partnership", 2),
    "groups": ("partnership", 3),
    "platform": ("platform", 2),
    "joint": ("joint", 2),
}
cases = pytest.mark.parametrize("case", CASES)
equals = pytest.mark.parametrize("case", ["partnership", "groups"])


def policy_of(case: str) -> Policy:
    policy = default_policy()
    group = policy.partnership.model_copy(update={"largest_group": CASES[case][1]})
    return policy.model_copy(update={"partnership": group})


def tables(case: str, seed: int) -> Municipality:
    return towns.joint_town(seed) if case == "joint" else towns.town(seed)


@cache
def plan_of(case: str, seed: int) -> Plan:
    return partner(tables(case, seed), policy_of(case), kind=CASES[case][0])


def twos(plan: Plan) -> list[Pair]:
    """The links as (helped, helping); each two schools of a group are one."""
    return [two for line in plan.record.links for two in combinations(line.everyone, 2)]


def told(plan: Plan, *names: str) -> tuple[int, ...]:
    return tuple(values(plan)[name] for name in names or [t.name for t in plan.record.tiers])


# The best plan, by brute force.


@pytest.mark.parametrize("seed", SEEDS)
def test_no_cooperation_is_better(seed: int) -> None:
    everything = dict(towns.cooperations(tables("cooperation", seed)))
    plan = plan_of("cooperation", seed)
    assert told(plan) == max(everything.values())
    assert everything[tuple(twos(plan))] == told(plan)


@equals
@pytest.mark.parametrize("seed", SEEDS)
def test_no_partnerships_are_better(case: str, seed: int) -> None:
    everything = [
        (set(links), values)
        for links, values in towns.partnerships(tables(case, seed), CASES[case][1])
    ]
    plan = plan_of(case, seed)
    assert told(plan) == max(values for _, values in everything)
    assert (set(twos(plan)), told(plan)) in everything
    assert len(set(twos(plan))) == len(twos(plan))


@pytest.mark.parametrize("seed", SEEDS)
def test_no_platform_is_better(seed: int) -> None:
    everything = dict(towns.platforms(tables("platform", seed)))
    plan = plan_of("platform", seed)
    assert told(plan) == max(everything.values())
    assert everything[tuple(helping for _, helping in twos(plan))] == told(plan)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_joint_plan_is_better(seed: int) -> None:
    plan = plan_of("joint", seed)
    assert told(plan) == max(map(plan.program.values, every_plan(plan.program)))
    # Said again without rows: every pair has its links, and nobody has too much.
    there, links = plan.municipality, set(twos(plan))
    for pair in plan.record.pairs:
        here, other = there.person[pair.mentee].school, there.person[pair.mentor].school
        assert here == other or (here, other) in links
    places = {row.person: row.places for row in there.mentors}
    wanted = {row.person: row.mentors for row in there.mentees}
    assert all(n <= (places[k] or 0) for k, n in Counter(k for _, k in plan.pairs).items())
    assert all(n <= wanted[a] for a, n in Counter(a for a, _ in plan.pairs).items())
    for side in (0, 1):
        assert all(n <= 4 for n in Counter(two[side] for two in links).values())


def test_the_towns_are_of_every_sort() -> None:
    for case in CASES:
        plans = [plan_of(case, seed) for seed in SEEDS]
        assert sum(bool(plan.record.links) for plan in plans) > 15
        assert {"optimal", "infeasible"} <= {plan.status for plan in plans}
    assert sum(len(plan_of("joint", seed).pairs) for seed in SEEDS) > 60


# What a plan says of itself.


@cases
def test_plans_are_valid_and_say_rightly_how_they_are_proved(case: str) -> None:
    for seed in SEEDS:
        plan = plan_of(case, seed)
        record = PlanRecord.model_validate_json(plan.to_json())
        verdict = verify(record, plan.municipality)
        assert verdict.valid, (seed, verdict.issues)
        searched = any(tier.closed == "search" for tier in record.tiers)
        assert verdict.optimal == ("bound" if searched else "proved"), seed
        assert verdict.values == values(plan)
        assert all(verdict.bounds[name] >= value for name, value in values(plan).items())


@cases
def test_links_of_a_plan_make_a_report(case: str) -> None:
    for seed in SEEDS:
        plan = plan_of(case, seed)
        if case == "platform":
            assert plan.links == []
            continue
        report = link_report(plan.municipality, plan.links)
        assert sum(load.total for load in report.loads) == 2 * len(plan.links)
        assert [(one.end, one.start) for one in plan.links] == twos(plan)
        kind = "partnership" if case in {"partnership", "groups"} else "cooperation"
        assert {one.kind for one in plan.links} <= {kind}
        agreed = {
            (row.helped, row.helping)
            for row in plan.municipality.links
            if row.kind.value == kind and row.in_force(plan.municipality.reference_date)
        }
        for one in plan.links:
            assert one.in_force == ((one.end, one.start) in agreed)
            assert "obligations" not in one.points


# Plans that were edited.


def six_with_experience() -> Municipality:
    """One more school than the platform needs."""
    keys = [f"p{n}" for n in range(6)]
    return municipality(
        *(school(key) for key in keys),
        *(profile(key, technologies=set(Technology), practices=n) for n, key in enumerate(keys)),
    )


def rich(case: str) -> list[Plan]:
    """Plans of this kind with several links, in which everything is kept."""
    found = [plan_of(case, seed) for seed in SEEDS]
    if case == "platform":
        found.insert(0, partner(six_with_experience(), kind="platform"))
    return [p for p in found if len(p.record.links) > 1 and p.status == "optimal"][:8]


def lines(plan: Plan, of: str = "links") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = plan.record.model_dump(mode="json")[of]
    return found


def marked(plan: Plan, line: dict[str, Any]) -> dict[str, Any]:
    facts = (line["mentee"], line["mentor"], line["programme"], line["points"])
    return line | {"mark": mark_of(plan.record.input, *facts)}


@cases
def test_a_plan_with_other_links_is_rejected(case: str) -> None:
    plan = rich(case)[0]
    first, second, *rest = lines(plan)
    there = plan.municipality
    assert_invalid(edited(plan, links=[second, *rest]), there)
    assert_invalid(edited(plan, links=[first, first, second, *rest]), there)
    swapped = [first | {"mentor": second["mentor"]}, second | {"mentor": first["mentor"]}]
    if first not in swapped and second not in swapped:
        assert_invalid(edited(plan, links=[*swapped, *rest]), there)
    for tier in first["points"]:
        points = first["points"] | {tier: first["points"][tier] + 1}
        line = marked(plan, first | {"points": points})
        assert_invalid(edited(plan, links=[line, second, *rest]), there)
    left = {"mentee": first["mentee"], "reason": "not_worth", "words": ""}
    assert_invalid(edited(plan, unlinked=[*lines(plan, "unlinked"), left]), there)


@cases
def test_one_more_link_is_rejected(case: str) -> None:
    """Unless it changes nothing: then the plan is as good."""
    tried = 0
    for plan in rich(case):
        part = plan.schools
        assert part is not None
        program, roster = part.program, part.program.roster
        for p in np.flatnonzero(~part.of(plan.chosen)).tolist():
            more = plan.chosen.copy()
            more[p + part.first] = True
            if plan.program.values(more) == plan.program.values(plan.chosen):
                continue
            helping = roster.mentor.units[int(program.j[p])]
            line = {
                "mentee": roster.mentee.units[int(program.i[p])].key,
                "mentor": helping.key,
                "mentors": [one.key for one in getattr(helping, "members", ())],
                "programme": roster.programmes[int(program.i[p])],
                "points": stated_points(program, p),
            }
            record = edited(plan, links=[*lines(plan), marked(plan, line)])
            assert_invalid(record, plan.municipality)
            tried += 1
    assert tried


@cases
def test_a_plan_of_another_kind_is_rejected(case: str) -> None:
    plan = rich(case)[0]
    for kind in sorted({"pairs", *SCHOOL_KINDS} - {plan.record.kind}):
        assert_invalid(edited(plan, kind=kind), plan.municipality)


@cases
def test_other_prices_prove_nothing_false(case: str) -> None:
    spoiled = 0
    for plan in rich(case):
        for t, proof in enumerate(plan.record.proof):
            for n in range(len(proof.prices)):
                for change in (-1000, 1000):
                    proofs = plan.record.model_dump(mode="json")["proof"]
                    proofs[t]["prices"][n]["prices"][0] += change * proof.scale
                    verdict = verify(edited(plan, proof=proofs), plan.municipality)
                    assert verdict.bounds[proof.tier] >= values(plan)[proof.tier]
                    spoiled += verdict.optimal != "proved"
        assert verify(edited(plan, proof=[]), plan.municipality).optimal == "unproved"
    assert spoiled


def test_a_pair_without_its_link_is_rejected() -> None:
    plan = next(
        p
        for p in (plan_of("joint", seed) for seed in SEEDS)
        if any(
            p.municipality.person[a].school != p.municipality.person[k].school for a, k in p.pairs
        )
    )
    person = plan.municipality.person
    used = {(person[a].school, person[k].school) for a, k in plan.pairs}
    left = [line for line in lines(plan) if (line["mentee"], line["mentor"]) not in used]
    assert len(left) < len(plan.record.links)
    assert_invalid(edited(plan, links=left), plan.municipality, "нужна связь")


# The same thing in disguise.


@cases
def test_the_order_of_rows_does_not_matter(case: str) -> None:
    for seed in list(SEEDS)[:10]:
        there = tables(case, seed)
        rows = [row for table in Municipality.fields_of() for row in there.rows(table)]
        mixed = Municipality.build([there.about, *reversed(rows)])
        again = partner(mixed, policy_of(case), kind=CASES[case][0])
        assert again.to_json() == plan_of(case, seed).to_json()


@equals
def test_of_equals_either_may_be_named_first(case: str) -> None:
    def swapped(row: Record) -> Record:
        if isinstance(row, SchoolLink) and row.kind is LinkKind.PARTNERSHIP:
            return row.model_copy(update={"helping": row.helped, "helped": row.helping})
        return row

    for seed in SEEDS:
        plan = plan_of(case, seed)
        again = partner(
            rebuilt(plan.municipality, change=swapped), policy_of(case), kind="partnership"
        )
        assert twos(again) == twos(plan)
        assert values(again) == values(plan)


@cases
def test_other_ids_of_schools_give_the_same_values(case: str) -> None:
    for seed in list(SEEDS)[:20]:
        there = tables(case, seed)
        names = {row.id: f"{n}-{row.id}" for n, row in enumerate(reversed(there.schools))}

        def rename(row: Record, names: dict[str, str] = names) -> Record:
            changes: dict[str, Any] = {
                field: names[getattr(row, field)]
                for field, column in row.columns().items()
                if column.refers == "school" and getattr(row, field)
            }
            if isinstance(row, School):
                changes["id"] = names[row.id]
            return row.model_copy(update=changes)

        again = partner(rebuilt(there, change=rename), policy_of(case), kind=CASES[case][0])
        assert values(again) == values(plan_of(case, seed))


@equals
def test_reasons_of_equals_are_the_same_either_way_round(case: str) -> None:
    for seed in SEEDS:
        plan = plan_of(case, seed)
        assert plan.schools is not None
        keys = [unit.key for unit in plan.schools.pairwise.roster.mentee.units]
        linked = {frozenset(two) for two in twos(plan)}
        for one, other in combinations(keys, 2):
            there, back = plan.explain(one, other), plan.explain(other, one)
            assert there == back
            assert isinstance(there, PairReasons)
            assert there.chosen == ({one, other} in linked)
        for key in keys:
            alone = plan.explain(key, key)
            assert isinstance(alone, PairReasons)
            assert not (alone.chosen or alone.eligible)
            assert "Разные юридические лица" in alone.verdict


# Reasons.


@pytest.mark.parametrize("case", ["cooperation", "partnership", "joint"])
def test_what_another_link_costs_is_what_pinning_it_loses(case: str) -> None:
    tried = 0
    for seed in SEEDS:
        plan = plan_of(case, seed)
        part = plan.schools
        assert part is not None
        order = [tier.name for tier in plan.program.tiers]
        titles = {tier.words(): tier.name for tier in plan.program.tiers}
        base = part.pairwise
        kind = LinkKind.PARTNERSHIP if base.roster.symmetric else LinkKind.COOPERATION
        for i, j in list(zip(base.i.tolist(), base.j.tolist(), strict=True)):
            a, b = base.roster.mentee.units[i].key, base.roster.mentor.units[j].key
            reasons = plan.explain(a, b)
            assert isinstance(reasons, PairReasons)
            assert reasons.eligible
            if reasons.chosen:
                continue
            at = part.candidates(i, j) + part.first
            cost = cost_of(plan.program, plan.chosen, plan.proof, at.tolist())
            assert ("станет ниже" in reasons.verdict) == (cost is not None)
            if cost is None:
                continue
            assert f"«{cost[0]}» станет ниже не меньше чем на {cost[1]}" in reasons.verdict
            pin = link(b, a, kind, LinkState.PIN)
            pinned = partner(rebuilt(plan.municipality, pin), policy_of(case), kind=CASES[case][0])
            after, before = values(pinned), values(plan)
            if after["obligations"] < before["obligations"]:
                continue
            name = titles[cost[0]]
            earlier = order[: order.index(name)]
            kept = [after[one] for one in earlier] == [before[one] for one in earlier]
            assert not kept or after[name] <= before[name] - cost[1], (seed, a, b)
            tried += 1
    assert tried


def two_and_one() -> Municipality:
    """Two schools ask, one may help one of them."""
    return municipality(
        *(school(key, low_results=True) for key in ("a", "b")),
        school("h", stably_high=True),
        school("n", stably_high=True),
        profile("a", risk_profile={"кадры"}),
        profile("b"),
        profile("h", strengths={"кадры"}, helped_at_most=1),
        profile("n", consent=Willing.NO),
    )


def test_why_this_school_and_who_is_left() -> None:
    plan = partner(two_and_one())
    assert twos(plan) == [("a", "h")]
    why = plan.explain("a", "h")
    assert isinstance(why, PairReasons)
    assert why.chosen
    assert {rule.rule: rule.points for rule in why.rules}["needs_met"] == 10
    other = plan.explain("b", "Школа h")
    assert isinstance(other, PairReasons)
    assert other.eligible and not other.chosen
    (left,) = plan.record.unlinked
    assert (left.mentee, left.reason) == ("b", "places_taken")
    assert "Школа h" in left.words and "не больше" in left.words
    reasons = plan.explain("b")
    assert isinstance(reasons, MenteeReasons)
    assert (reasons.words, reasons.mentor, reasons.candidates) == (left.words, None, 1)
    assert [one.mentor for one in reasons.others] == ["h"]
    with pytest.raises(InputError, match="нет «нигде»"):
        plan.explain("нигде")
    with pytest.raises(InputError, match="нет «нигде»"):
        plan.explain("a", "нигде")


def test_a_school_that_nobody_may_help_hears_why() -> None:
    def declined(row: Record) -> Record:
        mine = isinstance(row, SchoolProfile) and row.school == "h"
        return row.model_copy(update={"consent": Willing.NO}) if mine else row

    plan = partner(rebuilt(two_and_one(), change=declined))
    assert [one.reason for one in plan.record.unlinked] == ["no_candidates"] * 2
    reasons = plan.explain("a")
    assert isinstance(reasons, MenteeReasons)
    removed = {one.rule: (one.removed, one.rescued) for one in reasons.removals}
    assert removed == {"results_shown": (2, 1), "heads_agree": (2, 2)}
    assert "«Согласие руководителей» исключает 2" in reasons.words


def five_equals(**facts: Any) -> Municipality:
    keys = [f"p{n}" for n in range(5)]
    return municipality(
        *(school(key, stably_high=True) for key in keys),
        *(
            profile(key, strengths={f"тема {n}"}, **{"partners_at_most": 2, **facts})
            for n, key in enumerate(keys)
        ),
    )


def test_reasons_of_a_group_speak_of_its_pairs() -> None:
    there, policy = five_equals(), policy_of("groups")
    # A group is worth its pairs: only who takes the best line first prefers it to them.
    plan = partner(there, policy, kind="partnership", solver="greedy")
    assert plan.verify().valid
    assert [(one.end, one.start) for one in plan.links] == twos(plan)
    group = next(line for line in plan.record.links if line.mentors)
    for one, other in combinations(group.everyone, 2):
        reasons = plan.explain(one, other)
        assert isinstance(reasons, PairReasons)
        assert reasons.chosen
        assert {rule.rule: rule.points for rule in reasons.rules}["complement"] == 2
    mine = plan.explain(group.mentee)
    assert isinstance(mine, MenteeReasons)
    assert mine.mentor in group.everyone
    assert mine.candidates == 4
    again = rematch(plan, there, policy)
    assert {(one.mentee, one.mentor) for one in diff(plan, again).kept} == set(twos(plan))


def test_two_schools_agree_once_even_if_they_have_room() -> None:
    """A pair inside a group would count twice."""
    plan = partner(five_equals(partners_at_most=9), policy_of("groups"), kind="partnership")
    assert len(twos(plan)) == len(set(twos(plan))) == 10
    assert values(plan)["fit"] == 20
    assert plan.verify().valid


# Plans made again.


@cases
def test_where_nothing_changed_no_link_moves(case: str) -> None:
    for seed in SEEDS:
        plan = plan_of(case, seed)
        again = rematch(plan, plan.municipality, policy_of(case))
        found = diff(plan, again)
        assert len(found.kept) == len(twos(plan)) + len(plan.pairs)
        # A link that is worth nothing may come into a joint plan or not.
        assert case == "joint" or not found.changes
        assert not any(change.before for change in found.changes)
        assert found.gone == ()
        assert again.verify().valid, again.verify().issues
        assert {n: v for n, v in values(again).items() if n != "stability"} == values(plan)


def declines(plan: Plan) -> tuple[str, Municipality]:
    """A school of some link, and the tables once its head has declined."""
    gone = plan.record.links[0].everyone[-1]

    def change(row: Record) -> Record:
        mine = isinstance(row, SchoolProfile) and row.school == gone
        return row.model_copy(update={"consent": Willing.NO}) if mine else row

    return gone, rebuilt(plan.municipality, change=change)


PLANS: dict[str, Callable[[Municipality], Any]] = {
    "cooperation": towns.cooperations,
    "partnership": towns.partnerships,
    "groups": lambda town: towns.partnerships(town, 3),
}


@pytest.mark.parametrize("case", PLANS)
def test_when_a_head_declines_the_fewest_links_break(case: str) -> None:
    tried = 0
    for seed in SEEDS:
        plan = plan_of(case, seed)
        if not plan.record.links:
            continue
        gone, there = declines(plan)
        again = rematch(plan, there, policy_of(case))
        old = set(twos(plan))
        # Obligations and coverage come first, then what stays, then the rest.
        best = max(
            (*values[:2], len(old & set(links)), *values[2:])
            for links, values in PLANS[case](there)
        )
        assert told(again) == best, seed
        assert gone not in {key for two in twos(again) for key in two}
        found = diff(plan, again)
        assert {(one.mentee, one.mentor) for one in found.kept} == old & set(twos(again))
        assert len(found.kept) == values(again)["stability"]
        verdict = verify(PlanRecord.model_validate_json(again.to_json()), there)
        assert verdict.valid, verdict.issues
        assert not verify(edited(again, former=[]), there).valid or not found.kept
        tried += 1
    assert tried > 15


@pytest.mark.parametrize("case", ["platform", "joint"])
def test_when_a_head_declines_a_plan_is_made_again(case: str) -> None:
    tried = 0
    for seed in SEEDS:
        plan = plan_of(case, seed)
        if not plan.record.links:
            continue
        gone, there = declines(plan)
        again = rematch(plan, there, policy_of(case))
        assert told(again) == max(map(again.program.values, every_plan(again.program)))
        assert gone not in {key for two in twos(again) for key in two}
        found = diff(plan, again)
        assert len(found.kept) == values(again)["stability"]
        kept = {(one.mentee, one.mentor) for one in found.kept}
        former = {*twos(plan), *plan.pairs}
        assert kept == former & {*twos(again), *again.pairs}
        assert again.verify().valid, again.verify().issues
        tried += 1
    assert tried > 15


def test_a_school_that_left_the_tables_is_gone() -> None:
    plan = partner(two_and_one())
    rows = [r for t in Municipality.fields_of() for r in plan.municipality.rows(t)]
    left = Municipality.build(
        [plan.municipality.about]
        + [r for r in rows if "h" not in {getattr(r, "id", ""), getattr(r, "school", "")}]
    )
    again = rematch(plan, left)
    found = diff(plan, again)
    assert [(one.side, one.who) for one in found.gone] == [("mentor", "h")]
    assert [(one.kind, one.mentee) for one in found.changes] == [("ended", "a")]


# Pairs and links together.


def test_a_joint_plan_is_no_worse_than_links_first() -> None:
    for seed in SEEDS:
        plan = plan_of("joint", seed)
        assert told(plan) >= tuple(two_step(plan).tiers.values())


def crossing(*more: Record) -> Municipality:
    """A mentee at s, whose only mentor is at b, a plain school; h would be a lead partner."""
    return small.municipality(
        school("s", low_results=True),
        school("b"),
        school("h", stably_high=True),
        profile("s"),
        profile("b"),
        profile("h"),
        towns.person("m", "b"),
        small.mentor("m"),
        towns.person("n", "s"),
        towns.young("n"),
        *more,
    )


def test_links_first_lose_a_pair_that_a_joint_plan_wins() -> None:
    plan = partner(crossing(), kind="joint")
    assert plan.pairs == [("n", "m")]
    assert ("s", "b") in twos(plan)
    base = two_step(plan)
    assert (base.pairs, base.tiers["coverage"]) == (0, 0)
    assert values(plan)["coverage"] == 1
    assert plan.verify().valid


def test_reasons_of_people_and_of_schools_in_one_plan() -> None:
    forbidden = link("b", "s", state=LinkState.FORBID)
    plan = partner(crossing(forbidden), kind="joint")
    assert plan.pairs == []
    (left,) = plan.record.unpaired
    assert left.mentee == "n"
    assert "нужна связь: школа-партнёр Школа b, школа-участник Школа s" in left.words
    ban = plan.explain("s", "b")
    assert isinstance(ban, PairReasons)
    assert "эту связь исключают правила" in ban.verdict
    lead = plan.explain("s", "h")
    assert isinstance(lead, PairReasons)
    assert lead.chosen
    pair = plan.explain("n", "m")
    assert isinstance(pair, PairReasons)
    assert (pair.eligible, pair.chosen) == (True, False)
    free = partner(crossing(), kind="joint").explain("n")
    assert isinstance(free, MenteeReasons)
    assert free.mentor == "m"
    for words in (("n", "s"), ("s", "n"), ("нигде", None), ("n", "нигде")):
        with pytest.raises(InputError):
            plan.explain(*words)


@pytest.mark.parametrize("each_way", [0, 1])
def test_one_link_may_serve_both_ways(each_way: int) -> None:
    """Whichever of the two schools is the one that helps."""
    ends = [("b", "s"), ("s", "b")][each_way]
    there = crossing(link(*ends, state=LinkState.PIN))
    joint = default_policy().joint.replace_rules(
        [Use.from_plain({"must": "linked_schools", "both_ways": True})]
    )
    policy = default_policy().model_copy(update={"joint": joint})
    plan = partner(there, policy, kind="joint")
    assert plan.pairs == [("n", "m")]
    assert set(twos(plan)) == {("s", "h"), ends[::-1]}
    assert plan.verify().valid


def test_a_team_of_two_schools_needs_both_links() -> None:
    group = {"min_mentees": 1, "max_mentees": 3, "min_mentors": 2, "max_mentors": 2}
    plain = default_policy().to_plain()
    plain["programme"] = [
        {"name": "g", "title": "Группа", "young": True, "categories": ["young"], "group": group}
    ]
    plain["rule"] = [
        {"must": "willing"},
        {"must": "demand"},
        {"must": "places"},
        {"prefer": "served", "weight": 1, "tier": "coverage"},
    ]
    team = [Team(team="Команда", mentor=key) for key in ("m", "k")]
    there = crossing(towns.person("mk", "h"), towns.person("k", "h"), small.mentor("k"), *team)
    plan = partner(there, Policy.from_plain(plain), kind="joint")
    assert plan.pairs == [("n", "Команда")]
    assert {("s", "b"), ("s", "h")} <= set(twos(plan))
    lines_ = [line for line in lines(plan) if line["mentor"] != "b"]
    assert_invalid(edited(plan, links=lines_), there, "нужна связь")
    banned = rebuilt(there, link("b", "s", state=LinkState.FORBID))
    assert partner(banned, Policy.from_plain(plain), kind="joint").pairs == []


@pytest.mark.parametrize(("mentees", "paired"), [(2, 0), (3, 3), (5, 5), (6, 5)])
def test_groups_keep_their_sizes_where_links_are_needed(mentees: int, paired: int) -> None:
    plain = default_policy().to_plain()
    group = {"min_mentees": 3, "max_mentees": 5}
    plain["programme"] = [{"name": "g", "title": "Группа", "categories": ["young"], "group": group}]
    plain["rule"] = [
        {"must": "willing"},
        {"must": "demand"},
        {"must": "places", "most": 9},
        {"prefer": "served", "weight": 1, "tier": "coverage"},
    ]
    there = small.municipality(
        school("s"),
        school("b"),
        small.person("m", "b"),
        small.mentor("m", places=9),
        *(towns.young(f"n{n}") for n in range(mentees)),
    )
    plan = partner(there, Policy.from_plain(plain), kind="joint")
    assert len(plan.pairs) == paired
    assert twos(plan) == [("s", "b")] * bool(paired)
    assert plan.status == "optimal"
    assert plan.verify().valid


def test_a_mentor_of_a_university_needs_no_link() -> None:
    university = School(id="u", name="Вуз", kind=OrganisationKind.UNIVERSITY, agreement="1")
    there = small.municipality(
        school("s"),
        university,
        towns.person("m", "u"),
        small.mentor("m"),
        towns.young("n"),
        towns.person("n", "s"),
    )
    plan = partner(there, kind="joint")
    assert (plan.pairs, twos(plan)) == ([("n", "m")], [])
    assert plan.verify().optimal == "proved"


def test_two_mentors_of_one_mentee_need_the_links_of_both() -> None:
    def wanting(row: Record) -> Record:
        return row.model_copy(update={"mentors": 2}) if isinstance(row, Mentee) else row

    pins = [Decision(kind=DecisionKind.PIN, mentee="n", mentor=key) for key in ("m", "mk")]
    there = rebuilt(crossing(towns.person("mk", "h"), small.mentor("mk")), *pins, change=wanting)
    plan = partner(there, kind="joint")
    assert plan.pairs == [("n", "m"), ("n", "mk")]
    assert {("s", "b"), ("s", "h")} <= set(twos(plan))
    assert told(plan) == max(map(plan.program.values, every_plan(plan.program)))


# What cannot be kept is named.


@pytest.mark.parametrize("kind", ["cooperation", "joint"])
def test_a_pin_that_a_must_excludes_is_named(kind: Kind) -> None:
    pin, ban = (link("h", "s", state=state) for state in (LinkState.PIN, LinkState.FORBID))
    plan = partner(crossing(pin, ban), kind=kind)
    assert plan.status == "infeasible"
    ((pinned, reason),) = (conflict.musts for conflict in plan.record.conflicts)
    assert "Школа h – Школа s" in pinned
    assert "исключён по решению куратора" in reason
    assert plan.verify().valid


@equals
def test_a_pin_of_equals_that_a_must_excludes_is_named(case: str) -> None:
    states = (LinkState.PIN, LinkState.FORBID)
    more = [link("p4", "p3", LinkKind.PARTNERSHIP, state) for state in states]
    plan = partner(rebuilt(five_equals(), *more), policy_of(case), kind="partnership")
    assert plan.status == "infeasible"
    ((pinned, reason),) = (conflict.musts for conflict in plan.record.conflicts)
    assert "Школа p3" in pinned and "Школа p4" in pinned
    assert "исключён по решению куратора" in reason


# Hardly any schools.

FEW: dict[str, tuple[Record, ...]] = {
    "one school": (school("s"),),
    "one that asks": (school("s", low_results=True), profile("s")),
    "no school": (School(id="s", name="Сад", kind=OrganisationKind.KINDERGARTEN),),
    "none of its own": (School(id="s", name="Вуз", kind=OrganisationKind.UNIVERSITY),),
    "no strong school": (school("s", low_results=True), school("t"), profile("s"), profile("t")),
    "nobody asks": (school("s", stably_high=True), school("t"), profile("s"), profile("t")),
    "nobody was asked": (school("s", low_results=True), school("t", stably_high=True)),
}


@cases
@pytest.mark.parametrize("few", FEW)
def test_hardly_any_schools(few: str, case: str) -> None:
    plan = partner(municipality(*FEW[few]), policy_of(case), kind=CASES[case][0])
    verdict = plan.verify()
    assert verdict.valid, verdict.issues
    assert verdict.optimal == "proved"
    assert plan.status == ("infeasible" if case == "platform" else "optimal")
    # Where nobody was asked a joint plan may still propose whom to ask.
    proposed = case == "joint" and few == "nobody was asked"
    assert twos(plan) == [("s", "t")] * proposed
    for one in plan.record.unlinked:
        reasons = plan.explain(one.mentee)
        assert isinstance(reasons, MenteeReasons)
        assert reasons.words == one.words
        assert case == "joint" or one.reason == "no_candidates"
    again = rematch(plan, plan.municipality, policy_of(case))
    assert twos(again) == twos(plan)
    if isinstance(plan.program, Joint):
        assert two_step(plan).links == len(twos(plan))
    if case == "platform":
        assert isinstance(plan.explain("platform"), MenteeReasons)


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(InputError, match="такого вида связей нет"):
        partner(two_and_one(), kind="pairs")
