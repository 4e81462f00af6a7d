"""From the file of a sweep to its runs; all problems at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from pathlib import Path

from matchmaker.domain import Municipality
from matchmaker.engine.reading import load
from matchmaker.engine.sweeps.measure import FIT, Given, Job, invented
from matchmaker.engine.sweeps.spec import (
    DEFAULT,
    OWN,
    PolicySpec,
    ScenarioSpec,
    SizeSpec,
    Spec,
    SpecReading,
)
from matchmaker.engine.sweeps.variants import Variant, among
from matchmaker.errors import InputError
from matchmaker.io.policy_file import default_policy, read_policy
from matchmaker.messages import sweep as say
from matchmaker.policy import Policy
from matchmaker.program.asked import UNLISTED
from matchmaker.scenarios.base import catalogue
from matchmaker.solvers.auto import SOLVERS


def read_sweep(path: Path, seconds: float | None = None) -> tuple[Given, list[Job]]:
    """Read the file of a sweep with all that it names.

    Parameters
    ----------
    seconds : time limit of one run, in place of that of the file.

    Raises
    ------
    InputError
        with every problem of the file, and of the tables and policies that it names.
    """
    return _Plan(SpecReading(path)).made(seconds)


class _Plan:
    """Resolves what the file names and keeps every problem."""

    def __init__(self, reading: SpecReading) -> None:
        self.reading, self.spec, self.wrong = reading, reading.spec, reading.wrong
        self.tables: dict[str, tuple[Municipality, Policy]] = {}
        self.own: dict[str, Policy] = {}
        self.variants: list[Variant] = []

    def made(self, seconds: float | None) -> tuple[Given, list[Job]]:
        """All runs, if there is no problem."""
        spec = self.spec.with_seconds(seconds)
        self._lists(spec)
        places = self.reading.places
        for where, scenario in zip(places["scenario"], spec.scenarios, strict=True):
            self._scenario(where, scenario)
        for where, policy in zip(places["policy"], spec.policies, strict=True):
            self._policy(where, policy)
        if self.reading.issues:
            raise InputError(self.reading.issues)
        yardstick = [policy.name for policy in spec.policies].index(spec.yardstick)
        limits = spec.solver, spec.seconds, spec.effort
        given = Given(self.tables, tuple(self.variants), yardstick, *limits)
        jobs = [
            Job(scenario.name, size, seed, variant)
            for scenario in spec.scenarios
            for size in scenario.sizes
            for seed in ((None,) if scenario.folder else spec.seeds)
            for variant in range(len(self.variants))
        ]
        return given, jobs

    def _lists(self, spec: Spec) -> None:
        """What is stated twice or not at all, and names that nothing has."""
        if not spec.seeds:
            self.wrong("seeds", say.EMPTY(), say.GIVE_ONE())
        self._twice("seeds", spec.seeds, say.ONCE())
        self._twice("[[scenario]] name", (one.name for one in spec.scenarios), say.OTHER_NAME())
        self._twice("[[policy]] name", (one.name for one in spec.policies), say.OTHER_NAME())
        known = {"auto", *UNLISTED, *SOLVERS} - {"joint"}
        if spec.solver not in known:
            self.wrong("solver", say.UNKNOWN_SOLVER(), among(spec.solver, known), spec.solver)
        names = {policy.name for policy in spec.policies}
        if spec.fit_by is not None and spec.fit_by not in names:
            self.wrong("fit_by", say.UNKNOWN_POLICY(), among(spec.fit_by, names), spec.fit_by)

    def _twice(self, where: str, values: Iterable[Hashable], right: str) -> None:
        for value, count in Counter(values).items():
            if count > 1:
                self.wrong(where, say.TWICE(), right, value)

    def _scenario(self, where: str, scenario: ScenarioSpec) -> None:
        """Read tables, or find a scenario that can be made."""
        if not scenario.sizes:
            self.wrong(f"{where} sizes", say.EMPTY(), say.GIVE_ONE())
        self._twice(f"{where} sizes", (size.words for size in scenario.sizes), say.ONCE())
        if scenario.folder is not None:
            if scenario.sizes != (SizeSpec(),):
                self.wrong(f"{where} sizes", say.SIZES_OF_A_FOLDER(), say.LEAVE_OUT())
            try:
                self.tables[scenario.name] = load(self.reading.folder / scenario.folder)
                self.own[scenario.name] = self.tables[scenario.name][1]
            except InputError as error:
                self.reading.issues += error.issues
            return
        known = catalogue()
        if scenario.name not in known:
            right = among(scenario.name, set(known))
            self.wrong(f"{where} name", say.UNKNOWN_SCENARIO(), right, scenario.name)
            return
        least = known[scenario.name].least
        for size in scenario.sizes:
            for what, count in size:
                if count is not None and count < getattr(least, what):
                    right = say.AT_LEAST(least=getattr(least, what))
                    self.wrong(f"{where} sizes {what}", say.TOO_SMALL(), right, count)
        # The policy of a scenario is the same in all its sizes.
        self.own[scenario.name] = invented(scenario.name, SizeSpec(), 1)[1]

    def _policy(self, where: str, policy: PolicySpec) -> None:
        """Read what a policy is based on, and hold its changes against that."""
        base: Policy | None = None
        if policy.base == DEFAULT:
            base = default_policy()
        elif policy.base != OWN:
            try:
                base = read_policy(self.reading.folder / policy.base)
            except InputError as error:
                self.reading.issues += error.issues
                return
        variant = Variant(policy, base)
        self.variants.append(variant)
        owns = {policy.base: base} if base else self.own or {DEFAULT: default_policy()}
        for scenario, own in owns.items():
            before = len(self.reading.issues)
            variant.check(own, scenario, lambda key, *said: self.wrong(f"{where} {key}", *said))
            good = len(self.reading.issues) == before
            if good and policy.name == self.spec.yardstick and not _has_fit(variant.of(own)):
                self.wrong(where, say.NO_FIT(), say.OTHER_FIT())


def _has_fit(policy: Policy) -> bool:
    return any(tier.name == FIT for tier in policy.tiers)
