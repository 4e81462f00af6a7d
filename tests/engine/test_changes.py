"""Plans made again after the tables have changed, and what differs."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from functools import cache
from itertools import chain, combinations
from typing import Any

import pytest

from matchmaker.domain import (
    Decision,
    DecisionKind,
    Mentee,
    Mentor,
    Municipality,
    Team,
    Verdict,
    Willing,
)
from matchmaker.domain.records import Record
from matchmaker.engine import diff, match, rematch, scenario_policy, verify
from matchmaker.errors import InputError
from matchmaker.policy import Policy
from matchmaker.program.record import PlanRecord
from matchmaker.results.changes import why
from matchmaker.results.diff import Change, Gone
from matchmaker.results.plan import PairReasons, Plan
from matchmaker.rulebook import Use
from matchmaker.scenarios import generate
from tests.engine import small
from tests.engine.test_plans import edited, lines, marked, rebuilt, values

Pair = tuple[str, str]


def young(key: str, **facts: Any) -> Mentee:
    return small.mentee(key, category="young", **facts)


def without(municipality: Municipality, *gone: str) -> Municipality:
    """The tables without the rows of these mentors and mentees; the people stay."""
    rows: list[Record] = [municipality.about]
    for table in Municipality.fields_of():
        rows += [
            row
            for row in municipality.rows(table)
            if not {getattr(row, field, None) for field in ("person", "mentor", "mentee")}
            & set(gone)
        ]
    return Municipality.build(rows)


@cache
def scenario(name: str) -> tuple[Municipality, Policy]:
    made = generate(name)
    return made.municipality, scenario_policy(made)


# Nothing changed.


@pytest.mark.parametrize("name", ["leninsk-kuznetsky", "crossed", "shortage", "impossible"])
def test_where_nothing_changed_nobody_moves(name: str) -> None:
    municipality, policy = scenario(name)
    plan = match(municipality, policy)
    again = rematch(plan, municipality, policy)
    found = diff(plan, again)
    assert again.pairs == plan.pairs
    assert again.status == plan.status
    assert (found.changes, found.gone) == ((), ())
    assert [(one.mentee, one.mentor) for one in found.kept] == plan.pairs
    assert values(again)["stability"] == len(plan.pairs)
    assert {name: v for name, v in values(again).items() if name != "stability"} == values(plan)
    assert again.verify().valid


def test_a_plan_made_again_twice_is_the_same() -> None:
    municipality, policy = scenario("leninsk-kuznetsky")
    once = rematch(match(municipality, policy), municipality, policy)
    own = Policy.from_plain(once.record.policy)
    assert rematch(once, municipality, own).to_json() == once.to_json()


# A mentor leaves, someone arrives, someone refuses.


@pytest.mark.parametrize("name", ["leninsk-kuznetsky", "crossed"])
def test_when_a_mentor_leaves_only_their_mentees_move(name: str) -> None:
    municipality, policy = scenario(name)
    plan = match(municipality, policy)
    leaves = plan.pairs[0][1]
    left = without(municipality, leaves)
    again = rematch(plan, left, policy)
    found = diff(plan, again)
    theirs = {mentee for mentee, mentor in plan.pairs if mentor == leaves}
    lost = {change.mentee for change in found.changes if change.before}
    assert again.status == "optimal"
    assert theirs <= lost
    # Nobody else moves without need: a fresh plan breaks at least as many pairs.
    fresh = diff(plan, match(left, policy))
    assert len(found.kept) >= len(fresh.kept)
    assert Gone("mentor", leaves) in found.gone
    for change in found.changes:
        if change.mentee in theirs:
            assert why(again, change) == "наставника больше нет в таблицах"
    verdict = verify(PlanRecord.model_validate_json(again.to_json()), left)
    assert (verdict.valid, verdict.optimal) == (True, "proved"), verdict.issues


def test_who_arrives_gets_a_free_place_and_breaks_no_pair() -> None:
    there = small.municipality(
        young("a"), young("b"), small.mentor("k"), small.mentor("m", places=2)
    )
    plan = match(there, small.policy())
    more = rebuilt(there, small.person("new"), young("new"))
    again = rematch(plan, more, small.policy())
    found = diff(plan, again)
    assert {(one.mentee, one.mentor) for one in found.kept} == set(plan.pairs)
    (change,) = found.changes
    assert (change.kind, change.mentee, change.before) == ("new", "new", ())
    assert again.verify().optimal == "proved"


def one_place() -> tuple[Plan, Municipality]:
    """One place, taken; then someone arrives who is to be served first."""
    there = small.municipality(young("a"), small.mentor("k"))
    policy = urgent_first()
    return match(there, policy), rebuilt(there, small.person("z"), young("z", priority=True))


def urgent_first() -> Policy:
    tiers = [{"name": "priority", "title": "Очередь"}, {"name": "coverage", "title": "Охват"}]
    return small.policy({"prefer": "priority", "tier": "priority"}, tier=tiers)


def test_what_comes_first_decides_between_old_pairs_and_new_people() -> None:
    plan, more = one_place()
    served = rematch(plan, more, urgent_first())
    assert served.pairs == [("z", "k")]
    (ended, new) = sorted(diff(plan, served).changes, key=lambda change: change.mentee)
    assert (ended.kind, ended.before, new.kind, new.after) == ("ended", ("k",), "new", ("k",))
    assert "не больше 1" in why(served, ended)
    stays = rematch(plan, more, urgent_first(), first="stability")
    assert stays.pairs == [("a", "k")]
    assert [tier.name for tier in stays.record.tiers][1:3] == ["stability", "priority"]
    for again in (served, stays):
        assert again.verify().optimal == "proved"


def test_where_points_come_first_pairs_stay_before_points() -> None:
    policy = small.policy({"prefer": "served", "tier": "fit", "weight": -1}, first="points")
    there = small.municipality(young("a"), small.mentor("k"))
    assert match(there, policy).pairs == []
    stood = match(there, small.policy())
    assert rematch(stood, there, policy).pairs == stood.pairs
    assert [tier.name for tier in policy.with_stability().order[1:]] == [
        "stability",
        "fit",
        "coverage",
    ]


def test_why_a_pair_ended_is_said_in_words() -> None:
    there = small.municipality(young("a"), young("b"), *(small.mentor(k) for k in ("k", "m")))
    plan = match(there, small.policy())
    mentor = dict(plan.pairs)["a"]

    def changed(**facts: Any) -> Callable[[Record], Record]:
        def change(row: Record) -> Record:
            mine = isinstance(row, Mentor) and row.person == mentor
            return row.model_copy(update=facts) if mine else row

        return change

    refused = rebuilt(there, change=changed(willing=Willing.NO))
    again = rematch(plan, refused, small.policy())
    ended = next(change for change in diff(plan, again).changes if mentor in change.before)
    assert why(again, ended) == "согласие участвовать не получено"
    full = rebuilt(there, change=changed(places=0))
    again = rematch(plan, full, small.policy())
    ended = next(change for change in diff(plan, again).changes if mentor in change.before)
    assert why(again, ended).startswith("не хватает мест: ")
    again = rematch(plan, without(there, "a"), small.policy())
    (ended,) = diff(plan, again).ended
    assert (ended.mentee, why(again, ended)) == ("a", "наставляемого больше нет в таблицах")
    assert diff(plan, again).gone == (Gone("mentee", "a"),)


def test_what_only_the_methodist_may_know_is_not_a_reason() -> None:
    there = small.municipality(young("a"), small.mentor("k", interview=Verdict.ADMITTED))
    policy = small.policy({"must": "interview"})
    plan = match(there, policy)
    assert plan.pairs == [("a", "k")]

    def declined(row: Record) -> Record:
        answer = {"interview": Verdict.DECLINED}
        return row.model_copy(update=answer) if isinstance(row, Mentor) else row

    again = rematch(plan, rebuilt(there, change=declined), policy)
    (ended,) = diff(plan, again).ended
    assert why(again, ended) == "пару больше не допускают правила"


def test_a_second_row_of_a_person_does_not_break_the_first() -> None:
    programmes = [{"name": "pair", "title": "Пара"}, {"name": "second", "title": "Вторая"}]
    policy = small.policy(programme=programmes)
    one = small.municipality(
        young("a", programme="pair"), *(small.mentor(k, places=2) for k in ("k", "m"))
    )
    two = rebuilt(one, young("a", programme="second"))
    plan = match(one, policy)
    again = rematch(plan, two, policy)
    found = diff(plan, again)
    assert {mentee for mentee, _ in again.pairs} == {"a / pair", "a / second"}
    assert [(kept.mentee, kept.programme) for kept in found.kept] == [("a / pair", "pair")]
    assert [change.mentee for change in found.changes] == ["a / second"]
    assert found.gone == ()
    back = rematch(again, one, policy)
    assert back.pairs == plan.pairs
    (ended,) = diff(again, back).ended
    assert ended.programme == "second"
    assert why(back, ended) == "наставляемый больше не участвует в этой программе"


def test_several_mentors_of_one_mentee_are_a_set() -> None:
    there = small.municipality(young("a", mentors=2), *(small.mentor(k) for k in ("k", "m", "n")))

    def pinned(*mentors: str) -> Municipality:
        kind = DecisionKind.PIN
        return rebuilt(there, *(Decision(kind=kind, mentee="a", mentor=k) for k in mentors))

    plan = match(pinned("k", "m"), small.policy())
    assert plan.pairs == [("a", "k"), ("a", "m")]
    (change,) = diff(plan, rematch(plan, pinned("m", "n"), small.policy())).changes
    assert change == Change("a", "pair", ("k",), ("n",))
    assert change.kind == "moved"
    (change,) = diff(plan, rematch(plan, without(there, "k", "n"), small.policy())).changes
    assert change == Change("a", "pair", ("k",), ())
    assert change.kind == "ended"


def test_a_team_counts_by_its_name() -> None:
    group = {"min_mentees": 1, "max_mentees": 5, "min_mentors": 2, "max_mentors": 2}
    programmes = [{"name": "g", "title": "Группа", "categories": ["young"], "group": group}]
    policy = small.policy(programme=programmes)
    mentors = [small.mentor("k", places=5), small.mentor("m", places=5)]
    there = small.municipality(
        young("a"),
        *mentors,
        Team(team="пара", mentor="k"),
        Team(team="пара", mentor="m"),
    )
    plan = match(there, policy)
    assert plan.pairs == [("a", "пара")]
    again = rematch(plan, there, policy)
    assert again.pairs == plan.pairs
    assert again.verify().valid


# The fewest changes, by brute force.


def subsets(pairs: list[Pair]) -> Iterable[tuple[Pair, ...]]:
    return chain.from_iterable(combinations(pairs, n) for n in range(len(pairs) + 1))


@pytest.mark.parametrize("first", ["coverage", "stability"])
@pytest.mark.parametrize("seed", range(40))
def test_the_fewest_pairs_break(seed: int, first: Any) -> None:
    draw = random.Random(seed)
    mentees = {f"a{n}": draw.choice([1, 1, 1, 2]) for n in range(draw.randint(2, 4))}
    mentors = {f"k{n}": draw.randint(1, 2) for n in range(draw.randint(2, 3))}
    everyone = [(a, k) for a in mentees for k in mentors]

    def tables(banned: list[Pair], gone: set[str]) -> Municipality:
        return small.municipality(
            *(small.person(key) for key in (*mentees, *mentors)),
            *(young(key, mentors=wanted) for key, wanted in mentees.items() if key not in gone),
            *(small.mentor(key, places=n) for key, n in mentors.items() if key not in gone),
            *(
                Decision(kind=DecisionKind.FORBID, mentee=a, mentor=k)
                for a, k in banned
                if not {a, k} & gone
            ),
        )

    policy = small.policy({"must": "forbidden"}, {"prefer": "wishes", "tier": "fit"})
    arrives = draw.choice(list(mentees))
    banned = draw.sample(everyone, len(everyone) // 3)
    plan = match(tables(banned, {arrives}), policy)
    leaves = draw.choice(list(mentors))
    banned = draw.sample(everyone, len(everyone) // 3)
    now = tables(banned, {leaves})
    again = rematch(plan, now, policy, first=first)

    able = [(a, k) for a, k in everyone if k != leaves and (a, k) not in banned]
    best = max(
        (
            (covered, kept) if first == "coverage" else (kept, covered)
            for chosen in subsets(able)
            if all(sum(a == m for a, _ in chosen) <= mentees[m] for m in mentees)
            and all(sum(k == m for _, k in chosen) <= mentors[m] for m in mentors)
            for covered, kept in [(len({a for a, _ in chosen}), len(set(chosen) & set(plan.pairs)))]
        ),
    )
    kept = len(set(again.pairs) & set(plan.pairs))
    covered = len({mentee for mentee, _ in again.pairs})
    assert ((covered, kept) if first == "coverage" else (kept, covered)) == best
    assert len(diff(plan, again).kept) == kept == values(again)["stability"]
    assert again.status == "optimal"
    assert again.verify().optimal == "proved"


# The certificate.


@cache
def moved_plan() -> tuple[Plan, Plan, Municipality]:
    municipality, policy = scenario("leninsk-kuznetsky")
    plan = match(municipality, policy)
    left = without(municipality, plan.pairs[0][1])
    return plan, rematch(plan, left, policy), left


def test_a_spoiled_plan_is_rejected() -> None:
    plan, again, left = moved_plan()
    assert verify(edited(again), left).valid
    former = again.record.model_dump(mode="json")["former"]
    kept = diff(plan, again).kept[0]
    fewer = [one for one in former if one["person"] != kept.mentee]
    assert len(fewer) < len(former)
    assert not verify(edited(again, former=fewer), left).valid
    assert not verify(edited(again, former=[]), left).valid
    first, *rest = lines(again)
    first["points"]["stability"] = 1 - first["points"]["stability"]
    assert not verify(edited(again, pairs=[marked(again, first), *rest]), left).valid
    assert not verify(edited(again, pairs=rest), left).valid
    # A fresh plan of the same tables is no smallest change.
    assert not verify(edited(plan), left).valid


def test_reasons_need_only_the_plan_and_the_tables() -> None:
    _, again, left = moved_plan()
    told = Plan(PlanRecord.model_validate_json(again.to_json()), left)
    stayed = next(pair for pair in again.record.pairs if pair.points["stability"])
    reasons = told.explain(stayed.mentee, stayed.mentor)
    assert isinstance(reasons, PairReasons)
    said = {rule.rule: rule.words for rule in reasons.rules}
    assert said["stays"] == "остаётся из прежнего плана"


# Two plan files alone.


def test_two_records_tell_what_changed_and_how_much() -> None:
    plan, again, _ = moved_plan()
    alone, with_tables = diff(plan.record, again.record), diff(plan, again)
    assert (alone.kept, alone.changes, alone.tiers) == (
        with_tables.kept,
        with_tables.changes,
        with_tables.tiers,
    )
    assert not [one for one in alone.gone if one.side == "mentor"]
    tiers = {tier.name: (tier.old, tier.new) for tier in alone.tiers}
    assert tiers["coverage"] == (values(plan)["coverage"], values(again)["coverage"])
    assert tiers["stability"] == (None, values(again)["stability"])
    back = diff(again.record, plan.record)
    assert {(c.before, c.after) for c in back.changes} == {
        (c.after, c.before) for c in alone.changes
    }
    assert [tier.name for tier in back.tiers][-1] == "stability"


def test_every_pair_is_in_one_list() -> None:
    municipality, policy = scenario("crossed")
    plan = match(municipality, policy)
    fresh = match(without(municipality, plan.pairs[0][1]), policy)
    found = diff(plan, fresh)
    kept = [(one.mentee, one.mentor) for one in found.kept]
    old = kept + [(c.mentee, k) for c in (*found.moved, *found.ended) for k in c.before]
    new = kept + [(c.mentee, k) for c in (*found.moved, *found.new) for k in c.after]
    assert sorted(old) == sorted(plan.pairs)
    assert sorted(new) == sorted(fresh.pairs)


# What does not go together.


def test_a_plan_of_another_municipality_is_refused() -> None:
    plan = match(small.municipality(young("a"), small.mentor("k")), small.policy())
    municipality, policy = scenario("leninsk-kuznetsky")
    other = match(municipality, policy)
    with pytest.raises(InputError, match="другого муниципалитета"):
        rematch(plan, municipality, policy)
    with pytest.raises(InputError, match="другого муниципалитета"):
        diff(plan.record, other.record)


def test_a_new_plan_of_other_tables_is_refused() -> None:
    plan, again, _ = moved_plan()
    with pytest.raises(InputError, match="по другим таблицам"):
        diff(plan, Plan(again.record, plan.municipality))


def test_the_tier_holds_nothing_but_pairs_that_stay() -> None:
    there = small.municipality(young("a"), small.mentor("k"))
    plan = match(there, small.policy())
    tiers = [{"name": "coverage", "title": "Охват"}, {"name": "stability", "title": "Иное"}]
    taken = small.policy({"prefer": "wishes", "tier": "stability"}, tier=tiers)
    with pytest.raises(InputError, match="stability"):
        rematch(plan, there, taken)
    unused = small.policy({"prefer": "wishes", "tier": "coverage"}, tier=tiers)
    assert rematch(plan, there, unused).pairs == plan.pairs


def test_a_policy_of_a_plan_made_again_can_be_used_again() -> None:
    policy = small.policy().with_stability()
    assert policy.with_stability() == policy
    assert Policy.from_plain(policy.to_plain()) == policy
    assert Use.from_plain({"prefer": "stays", "tier": "stability"}) in policy.uses
