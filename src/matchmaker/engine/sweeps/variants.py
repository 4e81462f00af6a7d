"""Policies to compare: one that there is, with the changes that a sweep's file states."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from matchmaker.engine.sweeps.spec import PolicySpec
from matchmaker.errors import InputError
from matchmaker.messages import sweep as say
from matchmaker.policy import Policy
from matchmaker.rules import catalogue

Wrong = Callable[..., None]
"""Takes where in the policy's part of the file something stands, what is wrong, what would be
right, and the value."""


@dataclass(frozen=True)
class Variant:
    """A policy under a name.

    Attributes
    ----------
    base : the policy it is based on; nothing: that of the scenario.
    """

    spec: PolicySpec
    base: Policy | None

    def of(self, own: Policy) -> Policy:
        """The policy with its changes.

        Parameters
        ----------
        own : the policy of the scenario.

        Raises
        ------
        InputError
            with every problem of a policy so changed.
        """
        spec, base = self.spec, self.base or own
        if not _changes(spec):
            return base
        plain = base.to_plain()
        rules = [_weighed(rule, spec) for rule in _left(plain["rule"], spec)]
        tiers = {tier["name"]: tier for tier in plain["tier"]}
        first = {"first": spec.first} if spec.first else {}
        if spec.tiers:
            order = [tier.name for tier in base.order[1:]]
            plain["tier"] = [tiers[name] for name in dict.fromkeys((*spec.tiers, *order))]
            first = {"first": "listed"}
        return Policy.from_plain(plain | first | {"rule": [*rules, *spec.rule]})

    def to_plain(self) -> dict[str, Any]:
        """What determines the policy besides that of the scenario: not its name."""
        base = self.base.to_plain() if self.base else None
        return {"base": base, "changes": _changes(self.spec)}

    def check(self, own: Policy, scenario: str, wrong: Wrong) -> None:
        """Report every change that the policy it is based on cannot take."""
        base, spec = self.base or own, self.spec
        used = [use.rule.name for use in base.uses]
        preferred = {use.rule.name for use in base.uses if use.mood == "prefer"}
        tiers = {tier.name for tier in base.tiers}
        found = False
        for where, names, known, unknown in (
            ("weights", spec.weights, preferred, say.NOT_PREFERRED),
            ("drop", spec.drop, set(used), say.NOT_USED),
            ("tiers", spec.tiers, tiers, say.UNKNOWN_TIER),
        ):
            for name in names:
                if name in known:
                    continue
                found = True
                if where != "tiers" and name not in catalogue:
                    wrong(where, say.UNKNOWN_RULE(), among(name, known), name)
                else:
                    wrong(where, unknown(scenario=scenario), among(name, known), name)
        if found:
            return
        try:  # added rules are checked by themselves, so that their numbers are those of the file
            Policy.from_plain(base.to_plain() | {"rule": list(spec.rule)})
            self.of(own)
        except InputError as error:
            for issue in error.issues:
                place = replace(issue.place, file="")
                wrong(place.setting, issue.wrong, issue.right, issue.value)


def _changes(spec: PolicySpec) -> dict[str, Any]:
    """The changes a policy states, without what it is based on."""
    return spec.model_dump(mode="json", exclude={"name", "base"}, exclude_defaults=True)


def _left(rules: Sequence[dict[str, Any]], spec: PolicySpec) -> list[dict[str, Any]]:
    """The rules that are neither dropped nor replaced."""
    gone = {*spec.drop, *(_name(rule) for rule in spec.rule)}
    return [rule for rule in rules if _name(rule) not in gone]


def _weighed(rule: dict[str, Any], spec: PolicySpec) -> dict[str, Any]:
    """A rule with the weight it is given."""
    if "prefer" in rule and rule["prefer"] in spec.weights:
        return rule | {"weight": spec.weights[rule["prefer"]]}
    return rule


def _name(rule: dict[str, Any]) -> Any:
    return rule.get("must") or rule.get("prefer")


def among(name: str, known: Sequence[str] | set[str]) -> str:
    """The names there are, and the one perhaps meant."""
    names = ", ".join(sorted(known))
    close = get_close_matches(name, list(known), n=1)
    return say.PERHAPS(guess=close[0], names=names) if close else say.KNOWN(names=names)
