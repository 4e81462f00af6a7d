"""Tables checked column by column: whatever stands in many rows is read and checked once.

A column has far fewer values than rows. Each distinct cell is read by the column's reader and
checked by the field of the model, and the rows are then made without checking again. A row
with a cell that does not fit is left to whoever says in words what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from matchmaker.domain.records import Record
from matchmaker.errors import Place
from matchmaker.io.cells import Setting, nothing
from matchmaker.io.headers import Heading, Row
from matchmaker.io.numbers import BadCellError, Raw

Plan = Sequence[tuple[Heading, Setting]]
"""The columns of a table that were understood, and what their surroundings say of each."""

_ABSENT, _BAD = object(), object()


@dataclass(slots=True)
class Sound:
    """A row in which nothing is wrong.

    Attributes
    ----------
    facts : the value of every field but the place.
    stated : the fields that are no defaults.
    """

    table: type[Record]
    facts: dict[str, Any]
    stated: set[str]

    def record(self, place: Place) -> Record:
        """The row as a record that stands there."""
        self.facts["source"] = place
        return self.table.checked(self.facts, self.stated)


def sound_rows(table: type[Record], plan: Plan, rows: Sequence[Row]) -> Iterator[Sound | None]:
    """What each row holds; nothing where something may be wrong."""
    if _judges_rows(table):
        return iter([None] * len(rows))
    columns = [_values(table, heading, setting, rows) for heading, setting in plan]
    return _made(table, [heading.field.name for heading, _ in plan], columns, len(rows))


def _made(
    table: type[Record], names: Sequence[str], columns: Sequence[Sequence[Any]], n: int
) -> Iterator[Sound | None]:
    usual = {name: field.get_default() for name, field in table.model_fields.items()}
    lacking = {name for name, field in table.model_fields.items() if field.is_required()}
    if not lacking <= set(names):
        yield from [None] * n
        return
    shared: dict[tuple[str, ...], set[str]] = {}
    for row in zip(*columns, strict=True):
        if _BAD in row:
            yield None
            continue
        given = {
            name: value for name, value in zip(names, row, strict=True) if value is not _ABSENT
        }
        stated = tuple(given)
        if stated not in shared:
            shared[stated] = {*stated, "source"}
        yield Sound(table, {**usual, **given}, shared[stated])


class _Cells(dict[Any, Any]):
    """What the cells of one column hold; each distinct one is read when it is first met."""

    def __init__(self, table: type[Record], heading: Heading, setting: Setting) -> None:
        super().__init__()
        self._setting, self._field = setting, heading.field
        self._check = _check(table, heading.field.name)

    def __missing__(self, cell: Any) -> Any:
        raw = cell[-1] if type(cell) is tuple else cell
        value = self[cell] = self._value(raw)
        return value

    def _value(self, raw: Raw) -> Any:
        if nothing(raw):
            return _BAD if self._field.required else _ABSENT
        try:
            value = self._check.validate_python(self._field.read(raw, self._setting))
        except (BadCellError, ValidationError):
            return _BAD
        # The cell's own text, rather than one more that equals it in each table.
        return raw if type(value) is str and value == raw else value


def _values(
    table: type[Record], heading: Heading, setting: Setting, rows: Sequence[Row]
) -> list[Any]:
    """What each row holds in one column."""
    at = heading.position
    cells = [row[at] if at < len(row) else "" for row in rows]
    held = _Cells(table, heading, setting)
    numbers = {bool, int, float} & set(map(type, cells))
    if not numbers or numbers in ({bool}, {int}):
        return [held[raw] for raw in cells]
    # 1, 1.0 and True are one key of a dictionary, and so are 0.0 and -0.0; they are not one cell.
    return [held[raw if type(raw) is str else (type(raw), repr(raw), raw)] for raw in cells]


@cache
def _check(table: type[Record], name: str) -> TypeAdapter[Any]:
    """The check of one field, as the model makes it."""
    field = table.model_fields[name]
    return TypeAdapter(field.rebuild_annotation(), config=table.model_config)


@cache
def _judges_rows(table: type[Record]) -> bool:
    """Whether the model itself has a say in whole rows, or in more than a field's type."""
    own = table.__pydantic_decorators__
    return bool(
        own.validators or own.field_validators or own.root_validators or own.model_validators
    )
