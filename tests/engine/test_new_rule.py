"""A rule that another package brings: listed, documented, counted, checked, explained."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

RULE = '''
"""A rule from outside."""

from __future__ import annotations

from typing import ClassVar

from matchmaker.pairs import Ints, Pair, Pairs
from matchmaker.rules import base
from matchmaker.text import Text


class SameFirstLetter(base.Rule):
    """Names that begin with one letter."""

    points: int = 3
    """What one letter is worth. Unit: points."""

    title: ClassVar[Text] = Text("Одна буква", "One letter")
    about: ClassVar[Text] = Text("Фамилии на одну букву.", "Names of one letter.")
    options: ClassVar[dict[str, Text]] = {"points": Text("сколько баллов", "how many points")}

    def measure(self, p: Pairs) -> Ints:
        return p.table(
            lambda a, b: self.points * (a[0] == b[0]), "person.name", "person.name", key=self
        )

    def words(self, pair: Pair) -> str:
        return "на одну букву" if self.measure_of(pair) else "на разные буквы"
'''

SCRIPT = """
import json, sys
from matchmaker.engine import match, scenario_policy, verify
from matchmaker.io.policy_file import policy_text
from matchmaker.policy import Policy
from matchmaker.rulebook import Use
from matchmaker.scenarios import generate

scenario = generate("city", mentees=12, mentors=10, schools=4)
policy = scenario_policy(scenario)
use = Use.from_plain(
    {"prefer": "same_first_letter", "weight": 2, "tier": "letters", "points": 5}
)
tiers = [{"name": "letters", "title": "Буквы"}, *policy.to_plain()["tier"]]
rules = [*policy.to_plain()["rule"], use.to_plain()]
policy = Policy.from_plain({**policy.to_plain(), "tier": tiers, "rule": rules})
plan = match(scenario.municipality, policy)
verdict = verify(plan.record, scenario.municipality)
mentee, mentor = plan.pairs[0]
said = {rule.rule: rule.words for rule in plan.rules(mentee, mentor)}
name = {person.id: person.name for person in scenario.municipality.people}
print(json.dumps({
    "text": policy_text(policy),
    "unused": policy_text(scenario_policy(scenario)),
    "value": {t.name: t.value for t in plan.record.tiers}["letters"],
    "same": sum(name[a][0] == name[b][0] for a, b in plan.pairs),
    "points": [pair.points["letters"] for pair in plan.record.pairs],
    "valid": verdict.valid,
    "optimal": verdict.optimal,
    "words": said["same_first_letter"],
    "first": name[mentee][0] == name[mentor][0],
}))
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A folder with a package that brings one rule, installed as pip would."""
    (tmp_path / "letters.py").write_text(RULE, "utf-8")
    info = tmp_path / "letters-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: letters\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text("[matchmaker.rules]\nletters = letters\n", "utf-8")
    return tmp_path


def python(package: Path, *arguments: str) -> Any:
    done = subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": str(package), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_it_is_listed(package: Path) -> None:
    listed = python(package, "-m", "matchmaker", "rules", "--json")
    (mine,) = [rule for rule in listed if rule["name"] == "same_first_letter"]
    assert mine["title"] == "Одна буква"
    assert (mine["measures"], mine["quotas"]) == (True, False)
    assert mine["schema"]["properties"]["points"]["default"] == 3


def test_it_counts_and_is_explained(package: Path) -> None:
    found = python(package, "-c", SCRIPT)
    assert 'prefer = "same_first_letter"\nweight = 2\ntier = "letters"\npoints = 5' in found["text"]
    assert "# same_first_letter: Одна буква. Фамилии на одну букву." in found["text"]
    assert '# must = "same_first_letter"' in found["unused"]
    assert found["value"] == sum(found["points"]) == 10 * found["same"]
    assert (found["valid"], found["optimal"]) == (True, "proved")
    assert found["words"] == ("на одну букву" if found["first"] else "на разные буквы")


def test_without_the_package_there_is_no_such_rule(tmp_path: Path) -> None:
    listed = python(tmp_path, "-m", "matchmaker", "rules", "--json")
    assert "same_first_letter" not in {rule["name"] for rule in listed}
