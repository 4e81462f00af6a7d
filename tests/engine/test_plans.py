"""Plans as a whole: edited, compared, disguised, explained."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

import numpy as np
import pytest

from matchmaker.domain import (
    Contest,
    Decision,
    DecisionKind,
    Mentee,
    Mentor,
    Municipality,
    OrganisationKind,
    Person,
    School,
    Team,
    Willing,
)
from matchmaker.domain.records import Record
from matchmaker.engine import check, match, scenario_policy, verify
from matchmaker.explain import cost_of
from matchmaker.policy import Policy
from matchmaker.program.record import PlanRecord, mark_of
from matchmaker.results.plan import MenteeReasons, Plan
from matchmaker.rulebook import Use
from matchmaker.scenarios import generate
from tests.engine import small

SIZES: dict[str, dict[str, int]] = {
    "city": {"mentees": 12, "mentors": 6, "schools": 4},
    "crossed": {"mentees": 20, "mentors": 18, "schools": 5},
}


@cache
def tables(name: str) -> tuple[Municipality, Policy]:
    """A scenario in a small size, with its policy."""
    scenario = generate(name, **SIZES.get(name, {}))
    return scenario.municipality, scenario_policy(scenario)


@cache
def plan_of(name: str, solver: str = "auto") -> Plan:
    return match(*tables(name), solver=solver)


def values(plan: Plan) -> dict[str, int]:
    return {tier.name: tier.value for tier in plan.record.tiers}


def pairs_by_mentor(plan: Plan) -> Counter[str]:
    return Counter(mentor for _, mentor in plan.pairs)


def rebuilt(
    municipality: Municipality, *more: Record, change: Callable[[Record], Record] = lambda r: r
) -> Municipality:
    """The same tables with rows added or changed."""
    rows: list[Record] = [municipality.about]
    for table in Municipality.fields_of():
        rows += municipality.rows(table)
    return Municipality.build([change(row) for row in (*rows, *more)])


# A plan that was edited.


def edited(plan: Plan, **changes: Any) -> PlanRecord:
    """The record with these fields replaced, read again as a file would be."""
    return PlanRecord.model_validate(plan.record.model_dump(mode="json") | changes)


def marked(plan: Plan, pair: dict[str, Any]) -> dict[str, Any]:
    """A line of a plan with a mark that fits: the work of someone who knows how."""
    facts = (pair["mentee"], pair["mentor"], pair["programme"], pair["points"])
    return pair | {"mark": mark_of(plan.record.input, *facts)}


def lines(plan: Plan) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = plan.record.model_dump(mode="json")["pairs"]
    return found


def assert_invalid(record: PlanRecord, municipality: Municipality, *words: str) -> None:
    verdict = verify(record, municipality)
    assert not verdict.valid
    assert verdict.optimal == "unproved"
    said = "\n".join(verdict.issues)
    for word in words:
        assert word in said


@pytest.mark.parametrize("name", ["city", "crossed", "leninsk-kuznetsky"])
def test_an_untouched_plan_is_valid_and_proved(name: str) -> None:
    municipality, _ = tables(name)
    plan = plan_of(name)
    assert plan.status == "optimal"
    verdict = verify(edited(plan), municipality)
    assert (verdict.valid, verdict.optimal, verdict.issues) == (True, "proved", [])
    assert verdict.values == values(plan) == verdict.bounds
    assert verdict.pairs == plan.record.candidate_pairs


def mentor_of(plan: Plan, mentee: str, eligible: bool) -> str:
    """Another mentor than the plan's for this mentee."""
    units = plan.program.roster.mentor.units
    i = plan.program.roster.mentee.position[mentee]
    can = {units[j].key for j in plan.program.j[plan.program.i == i].tolist()}
    now = {pair.mentor for pair in plan.record.pairs if pair.mentee == mentee}
    others = sorted(can - now if eligible else {unit.key for unit in units} - can)
    return str(others[0])


@pytest.mark.parametrize("eligible", [True, False])
@pytest.mark.parametrize("knows_marks", [True, False])
def test_a_swapped_mentor_is_noticed(eligible: bool, knows_marks: bool) -> None:
    municipality, _ = tables("city")
    plan = plan_of("city")
    first, *rest = lines(plan)
    first["mentor"] = mentor_of(plan, first["mentee"], eligible)
    if knows_marks:
        first = marked(plan, first)
    assert_invalid(
        edited(plan, pairs=[first, *rest]), municipality, f"{first['mentee']} – {first['mentor']}"
    )


def test_changed_points_are_noticed() -> None:
    municipality, _ = tables("city")
    plan = plan_of("city")
    first, *rest = lines(plan)
    first["points"]["fit"] += 1
    name = f"{first['mentee']} – {first['mentor']}"
    for line in (first, marked(plan, first)):
        assert_invalid(edited(plan, pairs=[line, *rest]), municipality, name)


def test_a_removed_pair_is_noticed() -> None:
    municipality, _ = tables("city")
    plan = plan_of("city")
    first, *rest = lines(plan)
    assert_invalid(edited(plan, pairs=rest), municipality, first["mentee"], "Охват")
    left = [
        *plan.record.model_dump(mode="json")["unpaired"],
        {"mentee": first["mentee"], "reason": "not_worth", "words": "не нужен"},
    ]
    assert_invalid(edited(plan, pairs=rest, unpaired=left), municipality, "Охват")
    assert_invalid(edited(plan, unpaired=left), municipality, first["mentee"])


def test_a_pair_written_twice_is_noticed() -> None:
    municipality, _ = tables("city")
    plan = plan_of("city")
    first, *rest = lines(plan)
    assert_invalid(
        edited(plan, pairs=[first, first, *rest]),
        municipality,
        f"{first['mentee']} – {first['mentor']}",
    )


def test_a_mentor_with_too_many_is_noticed() -> None:
    municipality, _ = tables("city")
    plan = plan_of("city")
    left = plan.record.unpaired[0].mentee
    i = plan.program.roster.mentee.position[left]
    p = int(np.flatnonzero(plan.program.i == i)[0])
    unit = plan.program.roster.mentor.units[int(plan.program.j[p])]
    points = {
        tier.name: int(plan.program.points[t, p])
        for t, tier in enumerate(plan.program.tiers)
        if t > 0
    }
    programme = plan.program.roster.pair(i, 0).mentee.programme
    line = {"mentee": left, "mentor": unit.key, "programme": programme, "points": points}
    unpaired = [one for one in plan.record.unpaired if one.mentee != left]
    record = edited(plan, pairs=[*lines(plan), marked(plan, line)], unpaired=unpaired)
    assert_invalid(record, municipality, "нарушено ограничение", unit.name)


def test_a_changed_value_is_noticed() -> None:
    municipality, _ = tables("city")
    plan = plan_of("city")
    for n, tier in enumerate(plan.record.tiers):
        tiers = plan.record.model_dump(mode="json")["tiers"]
        tiers[n]["value"] += 1
        assert_invalid(edited(plan, tiers=tiers), municipality, tier.title)


def test_a_changed_price_proves_nothing() -> None:
    """A price too low lets a better plan seem possible; one too high may be as good a proof."""
    municipality, _ = tables("city")
    plan = plan_of("city")
    tried = 0
    for t, proof in enumerate(plan.record.proof):
        for n, part in enumerate(proof.prices):
            for k, price in enumerate(part.prices):
                for change in (-1000, 1000):
                    proofs = plan.record.model_dump(mode="json")["proof"]
                    proofs[t]["prices"][n]["prices"][k] = price + change * proof.scale
                    verdict = verify(edited(plan, proof=proofs), municipality)
                    assert verdict.bounds[proof.tier] >= values(plan)[proof.tier]
                    assert change > 0 or verdict.optimal != "proved", (t, n, k)
                    tried += 1
    assert tried
    proofs = plan.record.model_dump(mode="json")["proof"]
    assert verify(edited(plan, proof=proofs[1:]), municipality).optimal == "unproved"
    proofs[0]["scale"] = 0
    assert_invalid(edited(plan, proof=proofs), municipality, plan.record.tiers[0].title)


def test_changed_tables_are_noticed() -> None:
    municipality, _ = tables("city")
    plan = plan_of("city")
    who = plan.record.pairs[0].mentor

    def refuse(row: Record) -> Record:
        if isinstance(row, Mentor) and row.person == who:
            return row.model_copy(update={"willing": Willing.NO})
        return row

    changed = rebuilt(municipality, change=refuse)
    assert_invalid(plan.record, changed, "по другим таблицам", f"– {who}")


# Solvers.

VARIATIONS: dict[str, Callable[[Policy], Policy]] = {
    "default": lambda policy: policy,
    "limited": lambda policy: policy.replace_rules(
        [Use.from_plain({"must": "outside_limit", "at_most": 1})]
    ),
    "points first": lambda policy: policy.model_copy(update={"first": "points"}),
}


@pytest.mark.parametrize("variation", VARIATIONS)
def test_solvers_agree_and_baselines_are_no_better(variation: str) -> None:
    municipality, policy = tables("city")
    policy = VARIATIONS[variation](policy)
    best = match(municipality, policy)
    assert best.status == "optimal"
    exact = ["mip", "cpsat"] + ["flow"] * (best.record.route == "flow")
    for solver in exact:
        plan = match(municipality, policy, solver=solver)
        assert (values(plan), plan.status) == (values(best), "optimal")
        assert plan.verify().valid
    for solver in ("greedy", "deferred"):
        plan = match(municipality, policy, solver=solver)
        assert tuple(values(plan).values()) <= tuple(values(best).values())
        assert plan.status == "feasible"
        verdict = plan.verify()
        assert (verdict.valid, verdict.optimal) == (True, "unproved"), verdict.issues


def test_the_default_policy_on_a_small_city_is_a_flow() -> None:
    assert plan_of("city").record.route == "flow"
    assert values(plan_of("city", "flow")) == values(plan_of("city", "mip"))


# The same thing in disguise.


def test_an_unwilling_mentor_changes_nothing() -> None:
    municipality, policy = tables("city")
    school = municipality.schools[0].id
    more = rebuilt(
        municipality,
        Person(id="new", name="Новый Человек", school=school),
        Mentor(person="new", willing=Willing.NO, places=5),
    )
    plan = match(more, policy)
    assert values(plan) == values(plan_of("city"))
    assert "new" not in pairs_by_mentor(plan)
    assert plan.record.mentors == plan_of("city").record.mentors + 1


def test_a_policy_changed_after_use_is_another_policy() -> None:
    """What was derived from the first policy must not be carried over to its copy."""
    there = small.municipality(small.mentee("a", category="young"), small.mentor("k"))
    policy = small.policy()
    assert match(there, policy).pairs == [("a", "k")]
    closed = policy.replace_rules([Use.from_plain({"must": "places", "most": 1, "reserve": 1})])
    assert match(there, closed).pairs == []
    assert policy.order[1].name == "coverage"
    assert policy.model_copy(update={"first": "points"}).order[1].name == "fit"


def test_double_weights_double_the_points() -> None:
    municipality, policy = tables("city")
    doubled = policy.model_copy(
        update={
            "uses": tuple(
                use.model_copy(update={"weight": 2 * use.weight}) if use.mood == "prefer" else use
                for use in policy.uses
            )
        }
    )
    plan = match(municipality, doubled)
    assert values(plan) == {name: 2 * value for name, value in values(plan_of("city")).items()}
    assert plan.verify().optimal == "proved"


def test_other_ids_give_the_same_values() -> None:
    municipality, policy = tables("city")
    keys = sorted(person.id for person in municipality.people)
    names = {key: f"{n:03}-{key[::-1]}" for n, key in enumerate(reversed(keys))}

    def rename(row: Record) -> Record:
        changes: dict[str, Any] = {}
        for field, column in row.columns().items():
            if column.refers in {"person", "mentor", "mentee"} and getattr(row, field):
                changes[field] = names[getattr(row, field)]
        if isinstance(row, Person):
            changes["id"] = names[row.id]
        return row.model_copy(update=changes)

    plan = match(rebuilt(municipality, change=rename), policy)
    assert values(plan) == values(plan_of("city"))
    assert {mentee for mentee, _ in plan.pairs} <= set(names.values())


# Conflicts.


def test_what_is_impossible_is_named() -> None:
    municipality, _ = tables("impossible")
    plan = plan_of("impossible")
    assert plan.status == "infeasible"
    conflicts = [conflict.musts for conflict in plan.record.conflicts]
    planted = {
        "не больше 2 наставляемых одновременно": 3,
        "исключена по решению куратора": 1,
        "не больше 2 наставляемых из других организаций": 3,
        "не больше 4000 ₽": 2,
    }
    for words, pins in planted.items():
        sizes = [
            sum("закреплённая пара сохраняется" in must for must in musts)
            for musts in conflicts
            if any(words in must for must in musts) and len(musts) == pins + 1
        ]
        assert sizes and set(sizes) == {pins}, words
    verdict = verify(plan.record, municipality)
    assert verdict.valid, verdict.issues
    # One of three places, one ban, two of four from elsewhere, one of two paid.
    assert values(plan)["obligations"] == -5


def test_limits_that_cross_are_settled_and_proved() -> None:
    plan = match(*tables("crossed"))
    assert (plan.status, plan.record.route) == ("optimal", "mip")
    assert plan.verify().optimal == "proved"


# What comes first.


def test_coverage_first_and_points_first_differ() -> None:
    there = small.municipality(
        small.mentee("a", category="young"),
        small.mentee("b", category="young"),
        small.person("a", subjects={"математика"}),
        small.person("b", subjects={"математика"}),
        small.mentor("k"),
        small.mentor("m"),
        small.person("k", subjects={"математика"}),
        small.person("m", "far", subjects={"музыка"}),
        School(id="far", name="Далёкая школа"),
    )
    # A pair costs three points; only the mathematician is worth them.
    rules: tuple[dict[str, Any], ...] = (
        {"prefer": "subject", "tier": "fit", "weight": 1},
        {"prefer": "served", "tier": "fit", "weight": -3},
    )
    coverage = match(there, small.policy(*rules))
    points = match(there, small.policy(*rules, first="points"))
    assert values(coverage) == {"obligations": 0, "coverage": 2, "fit": 4}
    assert values(points) == {"obligations": 0, "fit": 7, "coverage": 1}
    assert pairs_by_mentor(points) == {"k": 1}
    assert points.record.unpaired[0].reason == "not_worth"
    for plan in (coverage, points):
        assert plan.verify().optimal == "proved"


# Groups, terms.


def group_policy(**sizes: int) -> Policy:
    group = {"min_mentees": 3, "max_mentees": 5, "max_mentors": 2} | sizes
    return small.policy(
        programme=[
            {"name": "group", "title": "Группа", "categories": ["young"], "group": group},
            {"name": "pair", "title": "Пара", "categories": ["growth"]},
        ]
    )


@pytest.mark.parametrize(("mentees", "paired"), [(2, 0), (3, 3), (5, 5), (7, 7), (11, 10)])
def test_groups_keep_their_sizes(mentees: int, paired: int) -> None:
    there = small.municipality(
        *(small.mentee(f"a{n:02}", category="young") for n in range(mentees)),
        small.mentor("k", places=9),
        small.mentor("m", places=9),
    )
    policy = group_policy().replace_rules([Use.from_plain({"must": "places", "most": 20})])
    plan = match(there, policy)
    sizes = pairs_by_mentor(plan)
    assert sum(sizes.values()) == paired
    assert all(3 <= size <= 5 for size in sizes.values())
    assert plan.verify().valid
    assert plan.status == "optimal"


def test_a_team_takes_places_of_both() -> None:
    there = small.municipality(
        *(small.mentee(f"a{n}", category="young") for n in range(3)),
        *(small.mentee(f"b{n}", category="growth") for n in range(3)),
        small.mentor("k", places=4),
        small.mentor("m", places=3),
        Team(team="Команда", mentor="k"),
        Team(team="Команда", mentor="m"),
    )
    plan = match(there, group_policy(min_mentors=2))
    group = [pair for pair in plan.record.pairs if pair.programme == "group"]
    assert {pair.mentor for pair in group} == {"Команда"}
    assert {pair.mentors for pair in group} == {("k", "m")}
    # Three of the group leave k one place of four and m none of three.
    alone = [pair for pair in plan.record.pairs if pair.programme == "pair"]
    assert (len(group), [pair.mentor for pair in alone]) == (3, ["k"])
    assert plan.verify().valid
    for pair in alone:
        assert pair.mentors == ()


def test_a_team_takes_nobody_outside_group_programmes() -> None:
    there = small.municipality(
        small.mentee("b", category="growth"),
        small.mentor("k"),
        small.mentor("m"),
        Team(team="Команда", mentor="k"),
        Team(team="Команда", mentor="m"),
    )
    plan = match(there, group_policy())
    assert plan.record.candidate_pairs == 2
    reasons = plan.explain("b", "Команда")
    assert not isinstance(reasons, MenteeReasons)
    assert not reasons.eligible


@pytest.mark.parametrize(("months", "paired"), [(3, 2), (4, 2), (5, 1), (9, 1)])
def test_a_short_programme_frees_its_place(months: int, paired: int) -> None:
    there = small.municipality(
        small.mentee("a", category="young", starts=date(2026, 9, 1)),
        small.mentee("b", category="young", starts=date(2027, 1, 11)),
        small.mentor("k"),
    )
    policy = small.policy(
        programme=[
            {"name": "pair", "title": "Пара", "categories": ["young"], "months": months},
        ]
    )
    plan = match(there, policy)
    assert len(plan.pairs) == paired
    assert plan.verify().optimal == "proved"


# Who may mentor.


def test_a_winner_who_was_not_asked_is_a_candidate_only() -> None:
    rows = (
        small.mentee("a", category="young"),
        small.mentor("k", places=0),
        small.mentor("w", willing=Willing.UNKNOWN),
        small.person("z"),
        Contest(person="w", name="Учитель года", year=2025),
        Contest(person="z", name="Учитель года", year=2024),
    )
    there = small.municipality(*rows)
    assert match(there, small.policy()).pairs == []
    assert check(there, small.policy()).to_ask == ["w", "z"]

    def agree(row: Record) -> Record:
        willing = isinstance(row, Mentor) and row.person == "w"
        return row.model_copy(update={"willing": Willing.YES}) if willing else row

    asked = rebuilt(there, change=agree)
    assert match(asked, small.policy()).pairs == [("a", "w")]
    assert check(asked, small.policy()).to_ask == ["z"]


@pytest.mark.parametrize(
    ("until", "paired"), [(date(2026, 8, 31), 0), (date(2026, 9, 1), 1), (None, 1)]
)
def test_an_expired_agreement_supplies_nobody(until: date | None, paired: int) -> None:
    there = small.municipality(
        small.mentee("a", category="young"),
        small.person("k", "u"),
        small.mentor("k"),
        School(
            id="u",
            name="Колледж",
            kind=OrganisationKind.COLLEGE,
            agreement="12",
            agreement_to=until,
        ),
    )
    plan = match(there, small.policy({"must": "agreement"}))
    assert len(plan.pairs) == paired
    if not paired:
        assert "«Соглашение с организацией» исключает 1" in plan.record.unpaired[0].words


def test_pupils_are_left_alone_by_default() -> None:
    there = small.municipality(
        small.person("a", age=15, position="обучающийся"),
        small.mentee("a", category="pupil"),
        small.person("k", age=17, position="обучающийся"),
        small.mentor("k", kind="pupil"),
    )
    plan = match(there)
    assert plan.pairs == []
    assert plan.record.unpaired[0].reason == "no_programme"
    assert check(there).without_programme == ["a"]


# Reasons.


def test_who_is_left_out_hears_which_rules_removed_whom() -> None:
    there = small.municipality(
        small.mentee("a", category="young"),
        small.mentor("k", willing=Willing.NO),
        small.mentor("m", willing=Willing.UNKNOWN),
        small.person("n", experience_teaching=12),
        small.mentor("n"),
    )
    plan = match(there, small.policy({"must": "experience"}))
    reasons = plan.explain("a")
    assert isinstance(reasons, MenteeReasons)
    assert (reasons.mentor, reasons.pair, reasons.candidates) == (None, None, 0)
    removed = {one.rule: (one.removed, one.rescued) for one in reasons.removals}
    assert removed == {"willing": (2, 2), "experience": (1, 1)}
    assert reasons.words == plan.record.unpaired[0].words
    for words in ("«Согласие участвовать» исключает 2", "«Стаж наставника» исключает 1"):
        assert words in reasons.words


@pytest.mark.parametrize("name", ["city", "crossed"])
def test_what_another_pair_costs_is_what_pinning_it_loses(name: str) -> None:
    municipality, policy = tables(name)
    plan = plan_of(name)
    program = plan.program
    before = values(plan)
    costs = {
        p: cost
        for p in np.flatnonzero(~plan.chosen).tolist()
        if (cost := cost_of(program, plan.chosen, plan.proof, [p])) is not None
    }
    assert costs
    title = {tier.words(): tier.name for tier in program.tiers}
    order = [tier.name for tier in program.tiers]
    for p in list(costs)[:: max(1, len(costs) // 12)]:
        mentee = program.roster.mentee.units[int(program.i[p])]
        mentor = program.roster.mentor.units[int(program.j[p])]
        pin = Decision(kind=DecisionKind.PIN, mentor=mentor.key, mentee=mentee.key)
        pinned = match(rebuilt(municipality, pin), policy)
        after = values(pinned)
        tier, loss = title[costs[p][0]], costs[p][1]
        if after["obligations"] < 0:
            # The pin itself cannot be kept: then nothing is lost but the pin.
            continue
        assert (mentee.key, mentor.key) in pinned.pairs
        earlier = order[: order.index(tier)]
        kept = [after[one] for one in earlier] == [before[one] for one in earlier]
        assert not kept or after[tier] <= before[tier] - loss, (mentee.key, mentor.key)


def test_the_words_of_a_cost_name_tier_and_loss() -> None:
    plan = plan_of("city")
    program = plan.program
    for p in np.flatnonzero(~plan.chosen)[:10].tolist():
        mentee = program.roster.mentee.units[int(program.i[p])].key
        mentor = program.roster.mentor.units[int(program.j[p])].key
        cost = cost_of(program, plan.chosen, plan.proof, [p])
        reasons = plan.explain(mentee, mentor)
        assert not isinstance(reasons, MenteeReasons)
        assert reasons.eligible and not reasons.chosen
        if cost is not None:
            assert f"«{cost[0]}» станет ниже не меньше чем на {cost[1]}" in reasons.verdict


def test_the_default_policy_serves_a_mentee_made_by_hand() -> None:
    there = small.municipality(
        Mentee(person="a"),
        small.person("a", age=24, experience_teaching=3, subjects={"математика"}),
        small.person("k", age=50, experience_teaching=300, subjects={"математика"}),
        small.mentor("k"),
    )
    plan = match(there)
    assert plan.pairs == [("a", "k")]
    assert plan.record.pairs[0].programme == "young-teacher"
