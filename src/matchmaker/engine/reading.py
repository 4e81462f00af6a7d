"""Read tables with their policy, and a plan file; every problem at once."""

from __future__ import annotations

import json
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
        if the file is missing, is not JSON or is no plan.
    """
    from pydantic import ValidationError

    file = Path(path)
    try:
        record = PlanRecord.model_validate_json(file.read_text("utf-8"))
    except OSError as error:
        raise InputError(
            [Issue(Place(file.name), say.BAD_PLAN_FILE(why=error.strerror or ""), value=str(path))]
        ) from error
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise InputError(
            [Issue(Place(file.name), say.BAD_PLAN_FILE(why=say.NOT_JSON()))]
        ) from error
    except ValidationError as error:
        issues = [
            Issue(
                Place(file.name, setting=".".join(str(part) for part in problem["loc"])),
                say.BAD_PLAN_FILE(why=problem["msg"]),
            )
            for problem in error.errors()
        ]
        raise InputError(issues) from error
    # Links say what kind they are of; a plan called otherwise was edited.
    said = "cooperation" if record.kind == "joint" else record.kind
    stray = record.links and any(link.programme != said for link in record.links)
    if stray or (record.pairs and record.kind not in {"pairs", "joint"}):
        raise InputError([Issue(Place(file.name), say.OTHER_KIND(kind=record.kind))])
    return record
