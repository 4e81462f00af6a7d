"""Families of problems: one TOML file each, by name or by path."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, ValidationError, model_validator

from matchmaker import scenarios
from matchmaker.bench.problem import COUNTRY
from matchmaker.bench.record import Case
from matchmaker.bench.solvers import CONTENDERS
from matchmaker.errors import InputError, Issue, Place
from matchmaker.frozen import Frozen
from matchmaker.messages import bench as say
from matchmaker.messages import validation
from matchmaker.rules import catalogue

_HERE = Path(__file__).parent
PLACES = (
    Path("benchmarks/families"),
    _HERE.parents[2] / "benchmarks" / "families",
    _HERE / "shipped",
)
"""Where families are looked for: the current folder, the checkout, the package."""

Count = Annotated[int, Field(ge=1, le=10_000_000)]


class Family(Frozen):
    """Problems of one scenario at several sizes, and who solves them.

    Every combination of ``mentees``, ``tightness``, ``correlation``, ``deficits`` and ``seeds`` is
    a case; an empty list leaves that property as the scenario has it.
    """

    title: str
    title_en: str
    scenario: str = COUNTRY
    mentees: Annotated[tuple[Count, ...], Field(min_length=1)]
    mentors: Annotated[float, Field(gt=0, le=100)]
    """Mentors for each mentee."""
    tightness: tuple[Annotated[float, Field(ge=0, le=100)], ...] = ()
    """Places of all mentors ÷ mentees."""
    correlation: tuple[Annotated[float, Field(ge=0, le=1)], ...] = ()
    """How far everybody wants the same mentors."""
    deficits: tuple[Annotated[int, Field(ge=0, le=11)], ...] = ()
    """Requests of each mentee."""
    seeds: Annotated[tuple[Annotated[int, Field(ge=0)], ...], Field(min_length=1)] = (1, 2, 3)
    rules: tuple[str, ...] = ()
    """Rules of the policy that are kept; none named: all."""
    solvers: Annotated[tuple[str, ...], Field(min_length=1)]
    baseline: str
    """The solver whose time all others are divided by."""
    seconds: Annotated[float, Field(gt=0)] = 60
    """For one solver and case."""
    memory_mb: Annotated[int, Field(ge=100)] = 4000
    """A solver that would need more is not tried."""

    @model_validator(mode="after")
    def _plain_tables(self) -> Family:
        if self.scenario != COUNTRY and (self.tightness or self.correlation or self.deficits):
            raise ValueError(say.ONLY_COUNTRY(scenario=COUNTRY))
        return self

    def cases(self) -> Iterator[Case]:
        """Every problem, small ones first."""
        shapes = product(
            sorted(self.mentees),
            self.tightness or (None,),
            self.correlation or (None,),
            self.deficits or (None,),
            self.seeds,
        )
        for mentees, tightness, correlation, deficits, seed in shapes:
            yield Case(
                scenario=self.scenario,
                mentees=mentees,
                mentors=max(1, round(mentees * self.mentors)),
                tightness=tightness,
                correlation=correlation,
                deficits=deficits,
                seed=seed,
            )


def families() -> dict[str, Path]:
    """Every family there is by name; what stands in the current folder goes first."""
    found: dict[str, Path] = {}
    for place in PLACES:
        for file in sorted(place.glob("*.toml")):
            found.setdefault(file.stem, file)
    return dict(sorted(found.items()))


def read_family(name: str) -> tuple[str, Family]:
    """Find a family by name or path; returns its name and what it says.

    Raises
    ------
    InputError
        if there is none, which lists those there are, or with every problem of the file.
    """
    known = families()
    path = Path(name) if name.endswith(".toml") else known.get(name)
    if path is None:
        names = say.KNOWN_FAMILIES(names=", ".join([*known, *say.PUBLIC_SETS]))
        raise InputError([Issue(Place(), say.UNKNOWN_FAMILY(), names, name)])
    try:
        plain = tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise InputError([Issue(Place(path.name), say.NO_FILE())]) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError([Issue(Place(path.name), say.NOT_TOML(why=error))]) from error
    return path.stem, checked(plain, path.name)


def checked(plain: Mapping[str, Any], file: str) -> Family:
    """Make a family of plain data.

    Raises
    ------
    InputError
        with every problem, names of scenario, rules and solvers that nobody has included.
    """
    try:
        family = Family.model_validate(plain)
    except ValidationError as error:
        raise InputError(list(problems(error, file))) from error
    issues = [
        Issue(
            Place(file, setting=setting), wrong(), say.KNOWN_FAMILIES(names=", ".join(known)), name
        )
        for setting, wrong, names, known in (
            ("scenario", say.UNKNOWN_SCENARIO, [family.scenario], [COUNTRY, *scenarios.names()]),
            ("rules", say.UNKNOWN_RULE, family.rules, sorted(catalogue)),
            ("solvers", say.UNKNOWN_SOLVER, family.solvers, list(CONTENDERS)),
            ("baseline", say.UNKNOWN_SOLVER, [family.baseline], list(CONTENDERS)),
        )
        for name in names
        if name not in known
    ]
    if issues:
        raise InputError(issues)
    return family


def problems(error: ValidationError, file: str) -> Iterator[Issue]:
    """Every problem of a file's contents, in the reader's words."""
    for problem in error.errors():
        at = ".".join(str(part) for part in problem["loc"])
        given = problem.get("input", "")
        shown = "" if isinstance(given, (dict, list)) else str(given)
        wrong = validation.wrong(dict(problem))
        yield Issue(Place(file, setting=at), wrong, validation.right(dict(problem)), shown)
