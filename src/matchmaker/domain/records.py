"""What every row of the tables has in common: columns, references, a source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from inspect import get_annotations
from typing import Any, ClassVar, Self

from pydantic import ConfigDict, Field

from matchmaker.errors import Place
from matchmaker.frozen import Frozen
from matchmaker.text import Text


class Choice(StrEnum):
    """A short list of values, each with the words a curator knows it by.

    Members are written ``NAME = "code", "русский", "English"``. Both words and the
    code are understood on input; the Russian word is written.
    """

    text: Text
    """The words for it, in both languages."""

    def __new__(cls, code: str, ru: str, en: str) -> Self:
        """Make a member of its code and its words."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.text = Text(ru, en)
        return member

    @classmethod
    def read(cls, word: str) -> Self | None:
        """The member that this word names, or nothing."""
        folded = fold(word)
        for member in cls:
            if folded in {fold(member.value), *map(fold, member.text.both)}:
                return member
        return None


def fold(word: str) -> str:
    """A word without the differences that do not count: case, ё, spaces, dots."""
    return " ".join(word.lower().replace("ё", "е").replace("\xa0", " ").split()).strip(" .:*")


def stands_in(name: str, words: str) -> bool:
    """Whether folded words name something as whole words: «Школа № 20» is not «Школа № 205»."""
    own = fold(name)
    return own in words and re.search(rf"(?<!\w){re.escape(own)}(?!\w)", words) is not None


@dataclass(frozen=True, slots=True)
class Column:
    """How a field looks in the tables: its header, other headers, a note.

    Attributes
    ----------
    title : the header, in both languages.
    aliases : other headers under which the column is recognised.
    note : what to write there; becomes the comment of the header cell.
    refers : the table whose key the cell must name, if any: "school", "person".
    unit : of numbers: "months", "minutes", "percent" …, for parsing and for notes;
        of texts: "verbatim" where a date cell is only a text that was typed.
    """

    title: Text
    aliases: tuple[str, ...] = ()
    note: Text | None = None
    refers: str | None = None
    unit: str | None = None


class Record(Frozen):
    """One row of one table. Immutable; unknown fields are errors."""

    model_config = ConfigDict(str_strip_whitespace=True, allow_inf_nan=False)

    sheet: ClassVar[Text]
    """Name of the sheet (and of the CSV file) that holds such rows."""

    source: Place = Field(default=Place(), exclude=True, repr=False)
    """Where the row stands in the user's tables."""

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._facts() == other._facts()

    def __hash__(self) -> int:
        return hash((type(self), repr(self._facts())))

    def _facts(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in type(self).model_fields if name != "source"}

    def plain(self, fields: set[str] | None = None) -> dict[str, Any]:
        """The facts of the row, all or some, as plain data: the same on every machine."""
        facts: dict[str, Any] = self.model_dump(mode="json", include=fields, exclude_none=True)
        return {
            name: sorted(value) if isinstance(value, list) else value
            for name, value in facts.items()
        }

    @classmethod
    def checked(cls, facts: dict[str, Any], stated: set[str]) -> Self:
        """A row of facts that were checked before; nothing is checked again.

        Parameters
        ----------
        facts : the value of every field, also of those that have their default.
        stated : the fields that are no defaults; rows may share the set.
        """
        # What pydantic's model_construct does, without its search for defaults: a table of a
        # country has half a million rows.
        row = cls.__new__(cls)
        for name, value in (
            ("__dict__", facts),
            ("__pydantic_fields_set__", stated),
            ("__pydantic_extra__", None),
            ("__pydantic_private__", None),
        ):
            object.__setattr__(row, name, value)
        return row

    def with_facts(self, **facts: Any) -> Self:
        """The same row with other facts, which were checked before."""
        own = {name: getattr(self, name) for name in type(self).model_fields}
        return self.checked({**own, **facts}, self.model_fields_set)

    @classmethod
    def columns(cls) -> dict[str, Column]:
        """The columns of the table, in order: field name → column."""
        return _columns(cls)

    def at(self, field: str = "") -> Place:
        """The cell that holds this field."""
        column = self.columns().get(field)
        return Place(
            self.source.file,
            self.source.sheet or self.sheet(),
            self.source.row,
            column.title() if column else "",
        )


def col(
    ru: str,
    en: str,
    *aliases: str,
    note: tuple[str, str] | None = None,
    refers: str | None = None,
    unit: str | None = None,
) -> Column:
    """Describe a column in one line, inside ``Annotated``."""
    return Column(Text(ru, en), aliases, Text(*note) if note else None, refers, unit)


@cache
def _columns(table: type[Record]) -> dict[str, Column]:
    """What a table declares itself comes first, what it shares with others after it."""
    own = get_annotations(table)
    fields = sorted(table.model_fields.items(), key=lambda item: item[0] not in own)
    return {
        name: extra
        for name, field in fields
        for extra in field.metadata
        if isinstance(extra, Column)
    }
