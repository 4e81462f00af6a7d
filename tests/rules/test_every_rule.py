"""What holds of every rule in the catalogue, whatever it wants."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np
import pytest

from matchmaker.constraints.quota import Quota
from matchmaker.io.policy_file import default_policy
from matchmaker.pairs import Pairs, Roster
from matchmaker.policy import SCHOOL_KINDS
from matchmaker.rulebook import Use, must, prefer
from matchmaker.rules import Rule, catalogue
from matchmaker.sides import Side
from matchmaker.text import speaking
from matchmaker.units import MenteeUnit, MentorUnit
from tests.rules.network import network
from tests.rules.town import town

REQUIRED = {"group_size": {"programme": "group", "smallest": 1}}
"""Options that have no default, and what the town gives them."""

OTHERS: dict[str, list[dict[str, object]]] = {
    "agreement": [{"whole_term": True}],
    "age_gap": [{"years": 0}],
    "at_least": [{"per": per, "n": 2} for per in ("mentor", "mentor_school", "programme")],
    "balance": [{"free": 0, "most": 3}],
    "category": [{"at_least": 3}],
    "complement": [{"cap": 1}],
    "coverage": [{"percent": 100, "under_age": 36, "inclusive": True}],
    "experience": [{"of": "experience", "months": 60}],
    "free_load": [{"light": 25, "moderate": 10}],
    "heads_agree": [{"not_asked_agrees": True}],
    "helped_at_most": [{"unstated": 0}],
    "helpers_wanted": [{"at_most": 1}],
    "keep": [{"kept": 0, "unfinished": 7}],
    "linked_schools": [{"both_ways": True}],
    "links_at_most": [{"each_way": 1}],
    "main_request": [{"others": True}],
    "needs_met": [{"cap": 1}, {"answers": [["Режим дня", "кадры"]]}],
    "not_head": [{"deputies": True}],
    "outside_limit": [{"at_most": 2}],
    "place": [{"at_least": 2}, {"unknown": 0, "near": 4}],
    "partners_at_most": [{"unstated": 0}],
    "platform_size": [{"at_least": 2, "at_most": 3}],
    "practices": [{"cap": 3}],
    "places": [{"default_places": 1, "most": 3, "reserve": 1}],
    "priority": [{"months": 24, "school": 0}],
    "requests": [{"cap": 5}],
    "similar_context": [{"rural": 0, "size_percent": 90, "index_within": 0, "native": 3}],
    "seniority": [{"count_years": True, "enough": None}],
    "subject": [{"at_least": 6, "same_post": 2}],
    "travel": [{"limit": 40, "step": 7, "unknown_minutes": 60, "except_remote": False}],
}
"""Other options to try, by rule."""


def all_rules() -> list[Rule]:
    """Each rule as it comes, and with other options."""
    return [
        kind(**REQUIRED.get(name, {}), **options)
        for name, kind in sorted(catalogue.items())
        for options in [{}, *OTHERS.get(name, [])]
    ]


RULES = all_rules()
PLACES: dict[str, Callable[[], Roster]] = {
    "people": town,
    **{kind: partial(network, kind) for kind in SCHOOL_KINDS},
}
"""Where rules are tried: people, and schools in each kind of plan about them."""
ROSTERS = {place: make() for place, make in PLACES.items()}


def tried(rule: Rule | type[Rule]) -> list[str]:
    """The places of which a rule speaks."""
    return [
        p for p in PLACES if rule.concerns in {"both", "people" if p == "people" else "schools"}
    ]


CASES = [(rule, place) for rule in RULES for place in tried(rule)]
rules = pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.name}-{rule!r}"[:70])
cases = pytest.mark.parametrize(
    ("rule", "there"),
    [(rule, ROSTERS[place]) for rule, place in CASES],
    ids=[f"{rule.name}-{place}-{rule!r}"[:70] for rule, place in CASES],
)
kinds = pytest.mark.parametrize("name", sorted(catalogue))


def everything(roster: Roster) -> Pairs:
    """All pairs as a list."""
    size = len(roster.mentor)
    at = np.arange(len(roster.mentee) * size)
    return roster.take(at // size, at % size)


def test_every_rule_of_the_default_policy_is_here() -> None:
    assert {
        "active",
        "age_gap",
        "agreement",
        "at_least",
        "balance",
        "category",
        "consent_351_8",
        "contest",
        "coverage",
        "demand",
        "different_person",
        "experience",
        "forbidden",
        "format",
        "free_load",
        "group_size",
        "hours",
        "interview",
        "keep",
        "main_request",
        "not_attesting",
        "not_head",
        "outside_limit",
        "pay_budget",
        "pinned",
        "place",
        "places",
        "priority",
        "requests",
        "school_level",
        "seniority",
        "served",
        "shift",
        "stays",
        "student_school",
        "subject",
        "trained",
        "travel",
        "votes",
        "willing",
        "wishes",
    } <= set(catalogue)


@cases
def test_block_list_and_one_pair_measure_the_same(rule: Rule, there: Roster) -> None:
    block = rule.whole(there.all())
    if block is None:
        assert rule.whole(everything(there)) is None
        assert not rule.measures
        return
    assert block.shape == (len(there.mentee), len(there.mentor))
    listed = rule.whole(everything(there))
    assert listed is not None
    assert listed.tolist() == block.ravel().tolist()
    for i, row in enumerate(block.tolist()):
        for j, measured in enumerate(row):
            assert rule.measure_of(there.pair(i, j)) == measured
    some = np.array([len(there.mentee) - 1, 0])
    part = rule.whole(there.block(some))
    assert part is not None
    assert part.tolist() == block[some].tolist()


@cases
def test_a_measure_is_whole_and_never_negative(rule: Rule, there: Roster) -> None:
    found = rule.measure(there.all())
    if found is not None:
        assert np.asarray(found).dtype.kind in "biu"
        assert int(np.asarray(found).min()) >= 0


@cases
def test_a_quota_puts_a_pair_into_the_same_group_in_every_view(rule: Rule, there: Roster) -> None:
    for quota in rule.quotas(there.all()):
        block, listed = quota.groups(there.all()), quota.groups(everything(there))
        weights = quota.weights(there.all())
        assert weights.ravel().tolist() == quota.weights(everything(there)).tolist()
        for wide, long in zip(block, listed, strict=True):
            assert wide.ravel().tolist() == long.tolist()
            assert wide.min() >= -1
            assert wide.max() < len(quota.labels)
        for i in range(len(there.mentee)):
            for j in range(len(there.mentor)):
                one = [int(group[0]) for group in quota.groups(there.pair(i, j).view)]
                assert one == [int(group[i, j]) for group in block]


def counted(quota: Quota, roster: Roster, chosen: list[tuple[int, int]]) -> list[int]:
    """The loads of a quota, pair by pair in plain Python."""
    loads = [0] * len(quota.labels)
    for i, j in chosen:
        weight = 1
        if quota.mentee_weight is not None:
            weight *= int(quota.mentee_weight[i])
        if quota.mentor_weight is not None:
            weight *= int(quota.mentor_weight[j])
        if quota.apart is not None and quota.apart[0][i] == quota.apart[1][j]:
            continue
        for group in groups_of(quota, roster, i, j):
            if group >= 0:
                loads[group] += weight
    return loads


def groups_of(quota: Quota, roster: Roster, i: int, j: int) -> list[int]:
    """The groups of one pair in plain Python."""
    if quota.either is not None:
        return [int(quota.either[i]), int(quota.either[j])]
    if quota.pairs is not None:
        book = dict(zip(quota.pairs.keys.tolist(), quota.pairs.values.tolist(), strict=True))
        at = (min(i, j), max(i, j)) if roster.symmetric else (i, j)
        return [book.get(at[0] * len(roster.mentor) + at[1], -1)]
    if quota.mentors is None:
        assert quota.mentees is not None
        return [int(quota.mentees[i])]
    groups: list[int] = np.atleast_1d(quota.mentors[j]).tolist()
    if quota.mentees is None:
        return groups
    inner, width = int(quota.mentees[i]), int(quota.mentees.max()) + 1
    return [group * width + inner for group in groups if group >= 0 and inner >= 0]


@cases
def test_loads_agree_with_counting_one_by_one(rule: Rule, there: Roster) -> None:
    draw = np.random.default_rng(7)
    for _ in range(5):
        size = len(there.mentor)
        at = np.flatnonzero(draw.random(len(there.mentee) * size) < 0.4)
        chosen = [divmod(int(place), size) for place in at]
        for quota in rule.quotas(there.all()):
            assert quota.loads(there.take(at // size, at % size)).tolist() == counted(
                quota, there, chosen
            )


@cases
def test_quotas_are_named_labelled_and_said_in_words(rule: Rule, there: Roster) -> None:
    quotas = list(rule.quotas(there.all()))
    assert len({quota.name for quota in quotas}) == len(quotas)
    for quota in quotas:
        assert quota.lower is not None or quota.upper is not None
        for bound in (quota.lower, quota.upper):
            assert bound is None or (len(bound) == len(quota.labels) and bound.min() >= 0)
        for group, label in enumerate(quota.labels):
            assert label.strip()
            said = quota.words(group)
            with speaking("en"):
                assert quota.words(group) != said
            assert "{" not in said


def test_there_are_quotas_of_every_rule_that_states_them() -> None:
    stating = {rule.name for rule, place in CASES if list(rule.quotas(ROSTERS[place].all()))}
    assert stating == {name for name, kind in catalogue.items() if kind.quotas is not Rule.quotas}


def test_the_rosters_tell_apart_what_every_measure_can_say() -> None:
    dull = set()
    for name, kind in catalogue.items():
        rule = kind(**REQUIRED.get(name, {}))
        found = [rule.whole(ROSTERS[place].all()) for place in tried(kind)]
        said = [np.unique(measured) for measured in found if measured is not None]
        if said and len(np.unique(np.concatenate(said))) < 2:
            dull.add(name)
    assert dull == {"served", "fewest"}


@cases
def test_words_are_said_in_both_languages(rule: Rule, there: Roster) -> None:
    for i in range(len(there.mentee)):
        for j in range(len(there.mentor)):
            pair = there.pair(i, j)
            russian = rule.words(pair)
            with speaking("en"):
                english = rule.words(pair)
            assert russian.strip()
            assert russian != english
            assert "{" not in russian + english


@cases
def test_words_differ_where_a_measure_is_and_is_not_true(rule: Rule, there: Roster) -> None:
    found = rule.whole(there.all())
    if found is None:
        return
    said: dict[bool, set[str]] = {True: set(), False: set()}
    for (i, j), value in np.ndenumerate(found):
        # Names and numbers do not make a sentence another one.
        said[bool(value)].add(rule.words(there.pair(i, j)).partition(":")[0])
    if rule.name not in {
        "place",
        "category",
        "contest",
        "student_school",
        "subject",
        "free_load",
        "keep",
        "priority",
        "main_request",
    }:
        assert not said[True] & said[False]


BANNED = (
    "дефицит",
    "возраст",
    "слаб",
    "сильн",
    "отстающ",
    "подшефн",
    "шнор",
    "консерватив",
    "брак",
    "вытесн",
    "старш",
    "проигр",
)
"""Words that no sentence for a director may have."""


@cases
def test_no_sentence_hurts(rule: Rule, there: Roster) -> None:
    said = [rule.title.ru]
    said += [
        rule.words(there.pair(i, j))
        for i in range(len(there.mentee))
        for j in range(len(there.mentor))
    ]
    for sentence in said:
        for word in BANNED:
            assert word not in sentence.lower()


@kinds
def test_titles_and_options_are_explained_in_both_languages(name: str) -> None:
    kind = catalogue[name]
    assert kind.name == name
    for text in (kind.title, kind.about, *kind.options.values()):
        assert text.ru.strip()
        assert text.en.strip()
        assert text.ru != text.en
    assert set(kind.options) == set(kind.model_fields)
    assert (kind.__doc__ or "").strip().partition("\n")[0].endswith(".")


@kinds
def test_the_schema_describes_every_option(name: str) -> None:
    schema = catalogue[name].model_json_schema()
    json.dumps(schema)
    for option in catalogue[name].model_fields:
        assert schema["properties"][option]["description"]


@rules
def test_a_use_goes_to_a_file_and_back(rule: Rule) -> None:
    for use in (
        must(rule, programmes=["young"]),
        prefer(rule, weight=3, tier="fit", outside=["group"]),
    ):
        plain = json.loads(json.dumps(use.to_plain()))
        assert Use.from_plain(plain) == use


@pytest.mark.parametrize(("rule", "place"), CASES)
def test_measuring_changes_nothing(rule: Rule, place: str) -> None:
    there, fresh = PLACES[place](), PLACES[place]()
    for _ in range(2):
        rule.whole(there.all())
        list(rule.quotas(there.all()))
        rule.words(there.pair(0, 0))
    for name, book in there.ledgers.items():
        assert book.keys.tolist() == fresh.ledgers[name].keys.tolist()
        assert book.values.tolist() == fresh.ledgers[name].values.tolist()
    if place == "people":
        for path, side, other in (
            ("deficits", there.mentee, fresh.mentee),
            ("competencies", there.mentor, fresh.mentor),
        ):
            assert side.vector(path).tolist() == other.vector(path).tolist()
    assert there.mentee.units == fresh.mentee.units
    again = rule.whole(there.all())
    first = rule.whole(fresh.all())
    assert (again is None) == (first is None)
    if again is not None and first is not None:
        assert again.tolist() == first.tolist()


@pytest.mark.parametrize("empty", ["mentee", "mentor"])
@cases
def test_a_side_may_be_empty(rule: Rule, there: Roster, empty: str) -> None:
    bare = replace(
        there,
        mentee=Side([]) if empty == "mentee" or there.symmetric else there.mentee,
        mentor=Side([]) if empty == "mentor" or there.symmetric else there.mentor,
        ledgers={},
        _tables={},
    )
    found = rule.whole(bare.all())
    assert found is None or found.shape == (len(bare.mentee), len(bare.mentor))
    for quota in rule.quotas(bare.all()):
        assert quota.loads(bare.take([], [])).tolist() == [0] * len(quota.labels)


@rules
def test_a_team_is_never_better_than_its_members_where_it_must_not_be(rule: Rule) -> None:
    """A bar that stands against one member stands against the team."""
    barring = {
        "active",
        "agreement",
        "different_person",
        "experience",
        "not_attesting",
        "not_head",
        "seniority",
        "travel",
        "willing",
        "interview",
        "trained",
        "school_level",
    }
    if rule.name not in barring:
        return
    there = ROSTERS["people"]
    found = rule.whole(there.all())
    assert found is not None
    place = {unit.key: j for j, unit in enumerate(there.mentor.units)}
    for j, unit in enumerate(there.mentor.units):
        assert isinstance(unit, MentorUnit)
        for member in unit.members:
            assert (found[:, j] <= found[:, place[member.person.id]]).all()


@cases
def test_among_equals_both_ways_round_measure_the_same(rule: Rule, there: Roster) -> None:
    found = rule.whole(there.all())
    if there.symmetric and found is not None and rule.name not in ONE_SIDED:
        assert found.tolist() == found.T.tolist()


ONE_SIDED = {
    "support_asked",
    "lead_partner",
    "needs_met",
    "subjects_met",
    "experienced_school",
    "practices",
}
"""Rules that tell who helps whom: not for partnerships of equals."""


def test_the_default_partnership_has_no_one_sided_rule() -> None:
    uses = default_policy().partnership.uses
    assert not {use.rule.name for use in uses} & ONE_SIDED


def test_the_town_is_rich() -> None:
    there = town()
    mentees = [unit for unit in there.mentee.units if isinstance(unit, MenteeUnit)]
    assert len({unit.programme for unit in mentees}) >= 4
    assert len({unit.first_month for unit in mentees}) >= 3
    assert any(unit.remote for unit in mentees)
