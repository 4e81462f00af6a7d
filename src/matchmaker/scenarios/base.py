"""What a scenario is, and the catalogue in which every scenario registers itself."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import numpy as np

from matchmaker.domain import Municipality
from matchmaker.domain.roadmap import Roadmap
from matchmaker.errors import InputError, Issue, Place
from matchmaker.text import Text

UNKNOWN = Text("такого сценария нет", "there is no such scenario")
KNOWN = Text("Есть: {names}", "There are: {names}")
TOO_FEW = Text("слишком мало: {what}", "too few: {what}")
AT_LEAST = Text("Нужно не меньше {least}", "At least {least} needed")
BAD_SEED = Text("начальное число отрицательно", "the seed is negative")


@dataclass(frozen=True, slots=True)
class Size:
    """How many rows a scenario has."""

    mentees: int
    mentors: int
    schools: int
    """Organisations of the municipality's own network."""


@dataclass(frozen=True)
class Scenario:
    """An invented municipality, and how its policy differs from the default one.

    Attributes
    ----------
    policy_changes : may hold "first" ("coverage" or "points"), "rules" (rules to add, or
        to replace by name) and "drop" (names of rules to leave out).
    roadmap : the plans of events that go with it, if any.
    """

    name: str
    municipality: Municipality
    policy_changes: Mapping[str, Any] = field(default_factory=dict)
    roadmap: Roadmap | None = None


Make = Callable[[Size, np.random.Generator], Scenario]


@dataclass(frozen=True, slots=True)
class Entry:
    """A scenario in the catalogue: how it is made, how big it is unless told otherwise."""

    name: str
    make: Make
    size: Size
    least: Size

    @property
    def summary(self) -> str:
        """What the scenario shows, in one sentence."""
        return (self.make.__doc__ or "").strip().partition("\n")[0]


_catalogue: dict[str, Entry] = {}


def scenario(
    name: str, *, mentees: int, mentors: int, schools: int, least: Size = Size(1, 1, 1)
) -> Callable[[Make], Make]:
    """Put a function that makes a scenario into the catalogue under this name."""

    def register(make: Make) -> Make:
        _catalogue[name] = Entry(name, make, Size(mentees, mentors, schools), least)
        return make

    return register


def catalogue() -> dict[str, Entry]:
    """Every scenario there is, by name; each module of the package may add one."""
    package = import_module(__package__)
    for module in iter_modules(package.__path__):
        import_module(f"{__package__}.{module.name}")
    return dict(sorted(_catalogue.items()))


def names() -> list[str]:
    """The names of all scenarios, in alphabetical order."""
    return list(catalogue())


def generate(
    name: str,
    *,
    seed: int = 1,
    mentees: int | None = None,
    mentors: int | None = None,
    schools: int | None = None,
) -> Scenario:
    """Make an invented municipality; the same arguments always give the same one.

    Parameters
    ----------
    name : one of :func:`names`.
    seed : another number gives other people; not negative.
    mentees, mentors, schools : sizes; what is not given grows or shrinks in proportion.

    Raises
    ------
    InputError
        for an unknown name, a negative seed, or a size the scenario cannot have.
    """
    known = catalogue()
    if name not in known:
        raise _refused(UNKNOWN(), KNOWN(names=", ".join(known)), name)
    if seed < 0:
        raise _refused(BAD_SEED(), AT_LEAST(least=0), seed)
    entry = known[name]
    size = _size(entry, {"mentees": mentees, "mentors": mentors, "schools": schools})
    return entry.make(size, np.random.default_rng(seed))


def _size(entry: Entry, asked: Mapping[str, int | None]) -> Size:
    ratios = []
    for what, count in asked.items():
        if count is None:
            continue
        least = getattr(entry.least, what)
        if count < least:
            raise _refused(TOO_FEW(what=what), AT_LEAST(least=least), count)
        ratios.append(count / getattr(entry.size, what))
    ratio = math.prod(ratios) ** (1 / len(ratios)) if ratios else 1.0
    return Size(
        **{
            what: count
            if count is not None
            else max(getattr(entry.least, what), round(getattr(entry.size, what) * ratio))
            for what, count in asked.items()
        }
    )


def _refused(wrong: str, right: str, value: object) -> InputError:
    return InputError([Issue(Place(), wrong, right, str(value))])
