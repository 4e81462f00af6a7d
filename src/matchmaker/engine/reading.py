"""Read tables with their policy, and a plan file; every problem at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from matchmaker.domain import Municipality
from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import plans as say
from matchmaker.policy import Policy
from matchmaker.program.record import PlanRecord

T = TypeVar("T")


class Readings:
    """Files that are read together, so that the problems of all are told at once."""

    def __init__(self) -> None:
        self.issues: list[Issue] = []

    def tried(self, read: Callable[[], T]) -> T | None:
        """What was read; nothing if that failed, and its problems are kept."""
        try:
            return read()
        except InputError as error:
            self.issues += [issue for issue in error.issues if issue not in self.issues]
            return None


def load(source: Path | str, policy: Path | str | None = None) -> tuple[Municipality, Policy]:
    """Read tables and the policy that goes with them; the problems of both at once.

    Raises
    ------
    InputError
        with every problem of the tables and of the policy file.
    """
    from matchmaker.io import read
    from matchmaker.io.policy_file import policy_beside, read_policy

    issues: list[Issue] = []
    municipality: Municipality | None = None
    rules: Policy | None = None
    try:
        municipality = read(source)
    except InputError as error:
        issues += error.issues
    try:
        rules = read_policy(policy) if policy else policy_beside(source)
    except InputError as error:
        issues += error.issues
    if municipality is None or rules is None:
        raise InputError(issues)
    return municipality, rules


def read_plan(path: Path | str) -> PlanRecord:
    """Read a plan file.

    Raises
    ------
    InputError
        if the file is missing or damaged, or is no plan; with every problem.
    """
    from matchmaker.io.records import PLAN, read_record

    record = read_record(path, PLAN, PlanRecord)
    # Links say what kind they are of; a plan called otherwise was edited.
    said = "cooperation" if record.kind == "joint" else record.kind
    stray = record.links and any(link.programme != said for link in record.links)
    if stray or (record.pairs and record.kind not in {"pairs", "joint"}):
        raise InputError([Issue(Place(Path(path).name), say.OTHER_KIND(kind=record.kind))])
    return record
