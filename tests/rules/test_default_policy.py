"""The policy the product comes with."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from matchmaker.domain import MenteeCategory
from matchmaker.policy import SCHOOL_KINDS, Policy
from matchmaker.rules import catalogue
from matchmaker.rules.schools.similar_context import SimilarContext


def plain() -> dict[str, object]:
    """The default policy file as it stands."""
    return tomllib.loads(files("matchmaker").joinpath("default_policy.toml").read_text("utf-8"))


def tiers() -> list[dict[str, object]]:
    """The tiers of pairs of people as they stand."""
    found = plain()["tier"]
    assert isinstance(found, list)
    return found


def test_it_reads_and_is_written_back_as_it_stands() -> None:
    policy = Policy.from_plain(plain())
    assert policy.to_plain() == plain()


def test_every_category_of_people_has_a_programme() -> None:
    policy = Policy.from_plain(plain())
    open_ = [category for category in MenteeCategory if category is not MenteeCategory.PUPIL]
    for category in open_:
        assert any(programme.accepts(category, False) for programme in policy.programmes)
    assert not any(p.accepts(MenteeCategory.PUPIL, False) for p in policy.programmes)
    assert any(programme.accepts(None, True) for programme in policy.programmes)


def test_every_tier_is_used_and_many_rules_give_points() -> None:
    policy = Policy.from_plain(plain())
    preferred = [use for use in policy.uses if use.mood == "prefer"]
    assert {use.tier for use in preferred} == {tier.name for tier in policy.tiers}
    assert len({use.rule.name for use in preferred}) >= 8
    for kind in ("cooperation", "partnership", "platform"):
        book = policy.book(kind)
        counted = {use.tier for use in book.uses if use.mood == "prefer"}
        assert counted == {tier.name for tier in book.tiers}


def test_pairs_and_links_have_every_tier_of_theirs_in_one_order() -> None:
    policy = Policy.from_plain(plain())
    assert {tier.name for tier in policy.tiers} < {tier.name for tier in policy.joint.tiers}
    assert policy.joint_order == policy.joint.order
    own = Policy.from_plain({**plain(), "tier": [{"name": "letters", "title": "Буквы"}, *tiers()]})
    assert [tier.name for tier in own.joint_order[-2:]] == ["wishes", "letters"]


def test_likeness_alone_is_not_worth_an_agreement() -> None:
    uses = {use.rule.name: use for use in Policy.from_plain(plain()).joint.uses}
    like, cost = uses["similar_context"], uses["link_cost"]
    assert isinstance(like.rule, SimilarContext)
    most = sum(
        (like.rule.rural, like.rule.size, like.rule.index, like.rule.needs, like.rule.native)
    )
    assert like.weight * most + cost.weight < 0


def test_what_needs_a_paper_or_speaks_of_age_is_not_demanded() -> None:
    policy = Policy.from_plain(plain())
    named = {use.rule.name for use in policy.uses}
    assert "age_gap" not in named
    assert "consent_351_8" not in {use.rule.name for use in policy.uses if use.mood == "must"}


def test_no_rule_is_forgotten() -> None:
    """What is not in the default policy is left out on purpose."""
    policy = Policy.from_plain(plain())
    books = [policy, *(policy.book(kind) for kind in SCHOOL_KINDS)]
    named = {use.rule.name for book in books for use in book.uses}
    assert set(catalogue) - named == {
        "agree_once",
        "age_gap",
        "at_least",
        "consent_351_8",
        "coverage",
        "every_district",
        "every_topic",
        "group_size",
        "serves_programme",
        "stays",
    }


def test_supervisors_mentor_only_where_the_programme_is_theirs() -> None:
    policy = Policy.from_plain(plain())
    for use in policy.uses:
        if use.rule.name == "not_head":
            assert use.holds_in("young-teacher")
            assert not use.holds_in("head-teacher")
            assert not use.holds_in("young-head")
        if use.rule.name in {"experience", "seniority"}:
            assert not use.holds_in("new-technology")
            assert not use.holds_in("employer-student")
            assert not use.holds_in("partner-teacher")
