"""What a sweep compares, as its file says it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import Field, ValidationError, model_validator

from matchmaker.errors import InputError, Issue, Place
from matchmaker.frozen import Frozen
from matchmaker.messages import sweep as say
from matchmaker.messages import validation

Count = Annotated[int, Field(ge=1, strict=True)]
Weight = Annotated[int, Field(ge=-1000, le=1000, strict=True)]
Seed = Annotated[int, Field(ge=0, le=2**63 - 1, strict=True)]
"""No larger than a column of the frame can hold."""
Name = Annotated[str, Field(min_length=1)]

OWN, DEFAULT = "own", "default"
"""Policies that a policy may be based on without a file of its own."""


class SizeSpec(Frozen):
    """How large a scenario is made; what is not given follows in proportion."""

    mentees: Count | None = None
    mentors: Count | None = None
    schools: Count | None = None

    @property
    def words(self) -> str:
        """The size in a table: mentees × mentors × schools; empty if nothing is given."""
        counts = [self.mentees, self.mentors, self.schools]
        while counts and counts[-1] is None:
            counts.pop()
        return "×".join("…" if count is None else str(count) for count in counts)


class ScenarioSpec(Frozen):
    """An invented municipality in several sizes, or tables that are there."""

    name: Name
    """A name that ``generate`` knows; of a folder any name."""
    folder: Name | None = None
    """Folder or workbook with tables, from the folder of the file on."""
    sizes: tuple[SizeSpec, ...] = (SizeSpec(),)

    @model_validator(mode="before")
    @classmethod
    def _called_like_its_folder(cls, given: Any) -> Any:
        folder = given.get("folder") if isinstance(given, Mapping) else None
        return {"name": Path(folder).stem, **given} if isinstance(folder, str) else given


class PolicySpec(Frozen):
    """A policy under a name: one that there is, with changes."""

    name: Name
    base: Name = OWN
    """``own``: that of the scenario or beside the tables; ``default``; or a policy file."""
    first: Literal["coverage", "points", "listed"] | None = None
    """See the policy file."""
    tiers: tuple[Name, ...] = ()
    """Tiers in this order go before all others."""
    weights: dict[str, Weight] = Field(default_factory=dict)
    """Weights of preferred rules by name."""
    drop: tuple[Name, ...] = ()
    """Names of rules to leave out."""
    rule: tuple[dict[str, Any], ...] = ()
    """Rules as in a policy file, in place of those of the same name."""


class Spec(Frozen):
    """A sweep: every policy on every scenario in every size and with every seed."""

    scenarios: tuple[ScenarioSpec, ...] = ()
    policies: tuple[PolicySpec, ...] = ()
    seeds: tuple[Seed, ...] = (1,)
    solver: str = "auto"
    seconds: Annotated[float, Field(gt=0)] | None = None
    """Time limit of one run."""
    effort: Annotated[float, Field(gt=0)] | None = None
    """Limit of one run in work that does not depend on the machine; of some solvers."""
    fit_by: Name | None = None
    """The policy by whose rules the fit of all plans is counted; if not given the first."""

    @property
    def yardstick(self) -> str:
        """The policy by which fit is counted."""
        return self.fit_by or self.policies[0].name

    def with_seconds(self, seconds: float | None) -> Self:
        """The same with another limit of time, if one is given."""
        return self.model_copy(update={"seconds": seconds}) if seconds else self


_F = TypeVar("_F", bound=Frozen)


class SpecReading:
    """Reads the file part by part and keeps every problem.

    Attributes
    ----------
    spec : what could be read.
    places : where each scenario and each policy that could be read stands.
    folder : that paths in the file begin from.
    """

    def __init__(self, path: Path) -> None:
        self.file, self.folder = path.name, path.parent
        self.issues: list[Issue] = []
        self.places: dict[str, list[str]] = {"scenario": [], "policy": []}
        plain = self._toml(path)
        rest = {key: value for key, value in plain.items() if key not in {"scenario", "policy"}}
        parts = {
            "scenarios": self._parts("scenario", plain.get("scenario", []), ScenarioSpec),
            "policies": self._parts("policy", plain.get("policy", []), PolicySpec),
        }
        self.spec = Spec(**parts)
        try:
            self.spec = Spec(**{key: v for key, v in rest.items() if key not in parts}, **parts)
        except ValidationError as error:
            self._invalid("", error, Spec)
        for key, named in (("scenarios", "scenario"), ("policies", "policy")):
            if key in rest:
                self.wrong(
                    key, validation.EXTRA(), validation.PERHAPS_SETTING(guess=f"[[{named}]]")
                )
        if not plain.get("scenario"):
            self.wrong("", say.NO_SCENARIO(), say.ADD_SCENARIO())
        if not plain.get("policy"):
            self.wrong("", say.NO_POLICY(), say.ADD_POLICY())

    def wrong(self, where: str, wrong: str, right: str = "", value: object = "") -> None:
        """Note a problem."""
        issue = Issue(Place(self.file, setting=where), wrong, right, str(value))
        if issue not in self.issues:
            self.issues.append(issue)

    def _toml(self, path: Path) -> dict[str, Any]:
        try:
            return tomllib.loads(path.read_text("utf-8-sig"))
        except OSError as error:
            raise InputError([Issue(Place(path.name), say.NO_SPEC(), value=str(path))]) from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise InputError([Issue(Place(path.name), say.NOT_TOML(why=error))]) from error

    def _parts(self, key: str, items: Any, kind: type[_F]) -> tuple[_F, ...]:
        found = []
        if not isinstance(items, list):
            self.wrong(key, say.NOT_A_LIST(), validation.PERHAPS_SETTING(guess=f"[[{key}]]"))
            items = []
        for number, item in enumerate(items, start=1):
            name = item.get("name", "") if isinstance(item, Mapping) else ""
            where = f"[[{key}]] {number} {name}".rstrip()
            try:
                found.append(kind.model_validate(item))
                self.places[key].append(where)
            except ValidationError as error:
                self._invalid(where, error, kind)
        return tuple(found)

    def _invalid(self, where: str, error: ValidationError, kind: type[Frozen]) -> None:
        for problem in error.errors():
            parts = [str(part + 1 if isinstance(part, int) else part) for part in problem["loc"]]
            field, given = ".".join(parts), problem.get("input", "")
            wrong, right = _words(problem)
            close = get_close_matches(field, kind.model_fields, n=1)
            if problem["type"] == "extra_forbidden" and close:
                right = validation.PERHAPS_SETTING(guess=close[0])
            shown = "" if isinstance(given, (dict, list)) else given
            self.wrong(f"{where} {field}".strip(), wrong, right, shown)


def _words(problem: Any) -> tuple[str, str]:
    """What is wrong with a value of the file, and what would be right."""
    match problem["type"]:
        case "missing":
            return say.MISSING(), say.ADD(key=problem["loc"][-1])
        case "tuple_type":
            return say.NOT_A_LIST(), say.IN_BRACKETS()
        case "dict_type" | "model_type":
            return say.NOT_A_TABLE(), say.SEE_EXAMPLE()
        case _:
            return validation.wrong(problem), validation.right(problem)
