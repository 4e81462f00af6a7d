"""A case of a family laid out: people on two sides, and the rules they are judged by."""

from __future__ import annotations

from collections.abc import Collection

from matchmaker import scenarios
from matchmaker.bench.country import country
from matchmaker.bench.phases import Phases
from matchmaker.bench.record import Case
from matchmaker.bench.shaping import Shape, shaped
from matchmaker.io.policy_file import default_policy
from matchmaker.pairs import Roster
from matchmaker.policy import Policy
from matchmaker.program.encode import encode
from matchmaker.rulebook import Use

COUNTRY = "country"
"""The scenario that has no tables: its people are laid out straight, in any number."""


def lay_out(case: Case, rules: Collection[str], phase: Phases) -> tuple[Roster, Policy]:
    """Make the people of a case; of a scenario with tables, reading them is the phase ``encode``.

    Parameters
    ----------
    rules : names of the rules that are kept; none: all.

    Raises
    ------
    InputError
        if there is no such scenario, or not of that size.
    """
    if case.scenario == COUNTRY:
        policy = _only(default_policy(), rules)
        roster = country(case.mentees, case.mentors, policy, case.seed)
        shape = Shape(case.tightness, case.correlation, case.deficits)
        return shaped(roster, shape, case.seed), policy
    made = scenarios.generate(
        case.scenario, seed=case.seed, mentees=case.mentees, mentors=case.mentors
    )
    changes = made.policy_changes
    uses = [Use.from_plain(dict(plain)) for plain in changes.get("rules", [])]
    policy = _only(default_policy().replace_rules(uses, changes.get("drop", [])), rules)
    with phase("encode"):
        roster = encode(made.municipality, policy)
    return roster, policy


def _only(policy: Policy, rules: Collection[str]) -> Policy:
    kept = tuple(use for use in policy.uses if use.rule.name in rules)
    return policy.model_copy(update={"uses": kept}) if rules else policy
