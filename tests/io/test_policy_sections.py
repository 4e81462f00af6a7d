"""Sections of a policy file about schools: read, absent, written with every rule explained."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from matchmaker.errors import InputError
from matchmaker.io.policy_file import default_policy, policy_text, read_policy, write_policy
from matchmaker.policy import SCHOOL_KINDS, Policy
from matchmaker.rulebook import Rulebook, prefer
from matchmaker.rules import catalogue
from matchmaker.rules.schools.needs_met import NeedsMet
from matchmaker.text import speaking

PEOPLE = """
[[tier]]
name = "own"
title = "Своё"
[[programme]]
name = "pair"
title = "Пара"
[[rule]]
prefer = "served"
tier = "own"
"""


def wrong(text: str) -> list[tuple[str, str, str]]:
    """Where a policy is wrong, and how."""
    with pytest.raises(InputError) as caught:
        Policy.from_plain(tomllib.loads(text), "policy.toml")
    return [(issue.place.setting, issue.wrong, issue.value) for issue in caught.value.issues]


def test_the_default_policy_is_written_and_read_back(tmp_path: Path) -> None:
    for language in ("ru", "en"):
        with speaking(language):
            write_policy(default_policy(), tmp_path / "policy.toml")
        assert read_policy(tmp_path / "policy.toml") == default_policy()


def test_a_section_that_is_absent_is_the_defaults(tmp_path: Path) -> None:
    file = tmp_path / "policy.toml"
    file.write_text(PEOPLE, "utf-8")
    policy = read_policy(file)
    for kind in SCHOOL_KINDS:
        assert policy.book(kind) == default_policy().book(kind)
    assert [tier.name for tier in policy.tiers] == ["own"]
    assert policy.joint_order[-1].name == "own"


def test_only_a_file_is_filled_up() -> None:
    policy = Policy.from_plain(tomllib.loads(PEOPLE))
    assert policy.cooperation == policy.joint == Rulebook()


def test_a_section_that_is_there_stands_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "policy.toml"
    own = '[platform]\n[[platform.rule]]\nmust = "platform_size"\nat_least = 7\n[joint]\n'
    file.write_text(PEOPLE + own, "utf-8")
    policy = read_policy(file)
    assert [use.to_plain() for use in policy.platform.uses] == [
        {"must": "platform_size", "at_least": 7}
    ]
    assert policy.joint == Rulebook()
    assert policy.partnership == default_policy().partnership
    write_policy(policy, file)
    assert read_policy(file) == policy


def test_options_in_pairs_go_to_the_file_and_back(tmp_path: Path) -> None:
    file = tmp_path / "policy.toml"
    met = NeedsMet(answers=(("язык «неродной»", "билингвы"), ("кадры", 'клуб "Наставник"')))
    book = default_policy().cooperation.replace_rules([prefer(met, weight=-3)])
    policy = default_policy().model_copy(update={"cooperation": book})
    write_policy(policy, file)
    assert read_policy(file) == policy


def test_every_rule_is_explained_once() -> None:
    text = policy_text(default_policy())
    added = {"group_size", "serves_programme", "agree_once", "stays"}
    for name in set(catalogue) - added:
        assert len(re.findall(rf"^# {name}: ", text, re.MULTILINE)) == 1
    people, _, schools = text.partition("\n[cooperation]\n")
    unused = re.findall(r'^# must = "(\w+)"', people, re.MULTILINE)
    assert {catalogue[name].concerns for name in unused} == {"people"}
    assert re.findall(r'^# must = "(\w+)"', schools, re.MULTILINE) == [
        "every_district",
        "every_topic",
    ]


def test_an_unused_rule_is_switched_on_in_the_section_written_for_it() -> None:
    text = policy_text(default_policy())
    on = text.replace(
        '# [[….rule]]\n# must = "every_topic"', '[[platform.rule]]\nmust = "every_topic"'
    )
    uses = Policy.from_plain(tomllib.loads(on)).platform.uses
    assert uses[:-1] == default_policy().platform.uses
    assert uses[-1].rule.name == "every_topic"


@pytest.mark.parametrize("kind", SCHOOL_KINDS)
def test_a_rule_about_people_does_not_stand_among_those_about_schools(kind: str) -> None:
    text = (
        f'{PEOPLE}[{kind}]\n[[{kind}.rule]]\nmust = "travel"\n[[{kind}.rule]]\nmust = "willing"\n'
    )
    assert wrong(text) == [
        (f"[[{kind}.rule]] 2 willing", "это правило о парах, а не о школах", "willing")
    ]


def test_a_rule_about_schools_does_not_stand_among_those_about_people() -> None:
    text = PEOPLE + '[[rule]]\nmust = "travel"\n[[rule]]\nmust = "heads_agree"\n'
    assert wrong(text) == [
        ("[[rule]] 3 heads_agree", "это правило о школах, а не о парах", "heads_agree")
    ]


@pytest.mark.parametrize(
    ("section", "where"),
    [
        (
            '[[cooperation.rule]]\nprefer = "needs_met"\ntier = "x"',
            "[[cooperation.rule]] 1 needs_met",
        ),
        ('[[platform.rule]]\nmust = "platform_sizes"', "[[platform.rule]] 1"),
        (
            '[[joint.rule]]\nmust = "links_at_most"\neach_way = 0',
            "[[joint.rule]] 1 links_at_most each_way",
        ),
        ("[partnership]\nlargest_group = 1", "partnership largest_group"),
        ("[platform]\nlargest_group = 3", "platform largest_group"),
    ],
)
def test_what_is_wrong_in_a_section_is_found_there(section: str, where: str) -> None:
    assert [setting for setting, _, _ in wrong(PEOPLE + section)] == [where]


def test_tiers_of_pairs_need_no_place_among_the_joint_ones() -> None:
    plain: dict[str, Any] = default_policy().to_plain()
    own = {"name": "letters", "title": "Буквы"}
    policy = Policy.from_plain({**plain, "tier": [own, *plain["tier"]]})
    assert Policy.from_plain(policy.to_plain()) == policy
    kept = policy.with_stability()
    assert Policy.from_plain(kept.to_plain()) == kept
