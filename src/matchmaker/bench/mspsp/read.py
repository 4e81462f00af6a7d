"""A .dzn file of a project."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from lark import Lark, Token, Transformer, UnexpectedInput

from matchmaker.bench.mspsp.project import Project
from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import bench as say

NAMES = ("n_skills", "n_workers", "has_skills", "n_tasks", "d", "rr", "suc")


@cache
def _parser() -> Lark:
    grammar = files("matchmaker.bench.mspsp").joinpath("grammar.lark").read_text("utf-8")
    return Lark(grammar, parser="lalr")


class _Values(Transformer[Token, dict[str, Any]]):
    """Values as Python knows them; one method for each rule of the grammar."""

    def start(self, parts: list[Any]) -> dict[str, Any]:
        return dict(zip(map(str, parts[::2]), parts[1::2], strict=True))

    def whole(self, parts: list[Token]) -> int:
        return int(parts[0])

    def several(self, parts: list[Any]) -> tuple[Any, ...]:
        return tuple(part for part in parts if part is not None)

    row = table = several

    def any_of(self, parts: list[Any]) -> frozenset[Any]:
        return frozenset(part for part in parts if part is not None)

    def span(self, parts: list[Token]) -> frozenset[int]:
        return frozenset(range(int(parts[0]), int(parts[1]) + 1))


def read_project(path: Path, *, versatile: bool = False) -> Project:
    """Read skills, workers, tasks and their order.

    Raises
    ------
    InputError
        if the file is no such data, a value is missing or the sizes do not agree.
    """
    try:
        values = _Values().transform(_parser().parse(path.read_text("utf-8")))
    except UnexpectedInput as error:
        place = Place(path.name, row=max(error.line, 0) or None)
        raise InputError([Issue(place, say.NOT_DATA(), say.NOT_DATA_MEND())]) from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError([Issue(Place(path.name), say.UNREADABLE(), value=str(error))]) from error
    missing = [name for name in NAMES if name not in values]
    if missing:
        raise InputError([Issue(Place(path.name), say.NO_VALUE(name=name)) for name in missing])
    wrong = list(_misshapen(values))
    if wrong:
        raise InputError([Issue(Place(path.name), say.WRONG_SHAPE(name=name)) for name in wrong])
    return Project(
        tuple(_from_zero(has) for has in values["has_skills"]),
        values["d"],
        values["rr"],
        tuple(_from_zero(then) for then in values["suc"]),
        versatile,
    )


def _from_zero(numbers: frozenset[int]) -> frozenset[int]:
    return frozenset(number - 1 for number in numbers)


def _misshapen(values: dict[str, Any]) -> list[str]:
    """The names whose values have the wrong size or lie outside what they number."""
    sizes = [values[name] for name in ("n_skills", "n_workers", "n_tasks")]
    if not all(isinstance(size, int) and size > 0 for size in sizes):
        return ["n_skills, n_workers, n_tasks"]
    skills, workers, tasks = sizes
    sound = {
        "has_skills": _sets(values["has_skills"], workers, skills),
        "d": _wholes(values["d"], tasks, 0),
        "rr": isinstance(values["rr"], tuple)
        and len(values["rr"]) == skills
        and all(_wholes(row, tasks, 0) for row in values["rr"]),
        "suc": _sets(values["suc"], tasks, tasks),
    }
    return [name for name, fits in sound.items() if not fits]


def _sets(value: object, count: int, most: int) -> bool:
    return (
        isinstance(value, tuple)
        and len(value) == count
        and all(isinstance(one, frozenset) and one <= set(range(1, most + 1)) for one in value)
    )


def _wholes(value: object, count: int, least: int) -> bool:
    return (
        isinstance(value, tuple)
        and len(value) == count
        and all(isinstance(one, int) and one >= least for one in value)
    )
