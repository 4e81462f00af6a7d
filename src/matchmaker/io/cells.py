"""One cell and the value it stands for, both ways, as the column's type asks."""

from __future__ import annotations

import re
import types
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from difflib import get_close_matches
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from matchmaker.domain.records import Choice, Column, fold
from matchmaker.io.lists import join, split
from matchmaker.io.numbers import (
    BadCellError,
    Raw,
    day,
    months,
    not_a_number,
    percent,
    real,
    squeezed,
    whole,
)
from matchmaker.messages import io as say

Cell = str | int | float | date
"""What is written into one cell."""

LONGEST = 32_767
"""Characters that fit one cell of a workbook."""

_DASHES = " -—–−\xa0"
_YES = {"да", "yes", "y", "true", "истина", "+", "v", "1", "имеется", "есть", "✓", "✔"}
_NO = {"нет", "no", "n", "false", "ложь", "0", "не имеется", "отсутствует"}
_CLOCK = re.compile(r"([01]?[0-9]|2[0-3])[:.\-–]([0-5][0-9])(?::00)?")
_UNWRITABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Setting:
    """What the surroundings of a cell say of it.

    Attributes
    ----------
    each : months in one unit of a bare number, nothing if the header does not say.
    known : folded IDs and names of the table that the column refers to.
    """

    each: int | None = 1
    known: frozenset[str] = frozenset()


Reader = Callable[[Raw, Setting], Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """The type of a column: of one value, and whether a cell holds several."""

    of: type
    several: type | None = None
    optional: bool = False


def kind_of(annotation: Any) -> Kind:
    """What a column holds, read from the annotation of its field."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return kind_of(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        inner = [one for one in get_args(annotation) if one is not type(None)]
        if len(inner) != 1:
            raise TypeError(f"a column of several types: {annotation}")
        one = kind_of(inner[0])
        return Kind(one.of, one.several, optional=True)
    if origin in (frozenset, list, tuple):
        return Kind(kind_of(get_args(annotation)[0]).of, origin)
    if isinstance(annotation, type) and issubclass(annotation, (str, int, float, date, time)):
        return Kind(annotation)
    raise TypeError(f"a column of unknown type: {annotation}")


def nothing(raw: Raw | None) -> bool:
    """Whether a cell means «no value»: empty, or only dashes."""
    return raw is None or raw == "" or (isinstance(raw, str) and raw.strip(_DASHES).strip() == "")


def reader(annotation: Any, column: Column) -> Reader:
    """How to read the cells of a column; a cell that does not fit raises BadCellError."""
    kind = kind_of(annotation)
    one = _reader_of_one(kind.of, column)
    if kind.several is None:
        return one
    several = kind.several

    def read_several(raw: Raw, setting: Setting) -> Any:
        if isinstance(raw, float) and not raw.is_integer():
            raise BadCellError(say.ONE_NUMBER(), say.ONE_NUMBER_MEND())
        items = split(text(raw), setting.known)
        return several(items if kind.of is str else [one(item, setting) for item in items])

    return read_several


def _reader_of_one(of: type, column: Column) -> Reader:
    if issubclass(of, Choice):
        return lambda raw, setting: choice(of, raw)
    if issubclass(of, bool):
        return lambda raw, setting: yes_no(raw)
    if issubclass(of, int) and column.unit == "months":
        return lambda raw, setting: months(raw, setting.each)
    if issubclass(of, int):
        return lambda raw, setting: whole(raw)
    if issubclass(of, float) and column.unit == "percent":
        return lambda raw, setting: percent(raw)
    if issubclass(of, float):
        return lambda raw, setting: real(raw)
    if issubclass(of, date):
        return lambda raw, setting: day(raw)
    if issubclass(of, time):
        return lambda raw, setting: clock(raw)
    if column.unit == "verbatim":
        return lambda raw, setting: verbatim(raw)
    return lambda raw, setting: text(raw)


def verbatim(raw: Raw) -> str:
    """A text as it was typed: the date that a spreadsheet program made of it is 11.10.2021."""
    if isinstance(raw, date):
        return dotted(raw)
    return text(raw)


def text(raw: Raw) -> str:
    """A text; the number 201.0 is «201». A leading apostrophe means «exactly so»."""
    if isinstance(raw, str):
        return raw[1:] if raw.startswith("'") else squeezed(raw)
    if isinstance(raw, bool):
        raise BadCellError(say.NOT_TEXT(), say.NOT_TEXT_MEND())
    if isinstance(raw, float):
        return str(int(raw)) if raw.is_integer() else repr(raw)
    if isinstance(raw, int):
        return str(raw)
    raise not_a_number(raw, say.NOT_TEXT_MEND())


def yes_no(raw: Raw) -> bool:
    """Yes or no, in any of the ways people tick a box."""
    word = fold(text(raw)) if not isinstance(raw, bool) else "да" if raw else "нет"
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise BadCellError(say.NOT_YES_NO(), say.NOT_YES_NO_MEND())


def clock(raw: Raw) -> time:
    """A time of day: 8:30, 08.30, 8-30, or the time that a spreadsheet program made of it."""
    if isinstance(raw, timedelta) and timedelta() <= raw < timedelta(days=1):
        raw = (datetime.min + raw).time()
    if isinstance(raw, datetime) or not isinstance(raw, (time, str)):
        raise BadCellError(say.NOT_A_TIME(), say.NOT_A_TIME_MEND())
    if isinstance(raw, time):
        return raw.replace(second=0, microsecond=0)
    found = _CLOCK.fullmatch(text(raw))
    if found is None:
        raise BadCellError(say.NOT_A_TIME(), say.NOT_A_TIME_MEND())
    return time(int(found[1]), int(found[2]))


def choice(kind: type[Choice], raw: Raw) -> Choice:
    """One of a short list of words, in either language."""
    word = text(raw) if not isinstance(raw, bool) else "да" if raw else "нет"
    found = _find(kind, word)
    if found is not None:
        return found
    words = {fold(w): member for member in kind for w in member.text.both}
    close = get_close_matches(fold(word), list(words), n=1, cutoff=0.6)
    if close:
        mend = say.PERHAPS_WORD(guess=words[close[0]].text, words=words_of(kind))
    else:
        mend = say.NOT_IN_LIST_MEND(words=words_of(kind))
    raise BadCellError(say.NOT_IN_LIST(), mend)


@cache
def _find(kind: type[Choice], word: str) -> Choice | None:
    return kind.read(word)


def words_of(kind: type[Choice]) -> str:
    """The allowed words, in the reader's language."""
    return ", ".join(member.text() for member in kind)


def shown(raw: Raw | None) -> str:
    """A cell as the user sees it, short enough for a message."""
    if isinstance(raw, bool):
        word = (say.YES if raw else say.NO)()
    elif isinstance(raw, float):
        word = str(int(raw)) if raw.is_integer() else str(raw).replace(".", ",")
    elif isinstance(raw, date):
        word = dotted(raw.date() if isinstance(raw, datetime) else raw)
    elif isinstance(raw, (time, timedelta)):
        word = str(raw)
    else:
        word = "" if raw is None else squeezed(str(raw))
    return word if len(word) <= 80 else word[:79] + "…"


def dotted(value: date) -> str:
    """A day as 01.09.2025."""
    return f"{value.day:02}.{value.month:02}.{value.year:04}"


def written(value: Any) -> Cell | None:
    """The cell that stands for a value; :func:`reader` reads it back."""
    if value is None:
        return None
    if isinstance(value, bool):
        return (say.YES if value else say.NO)()
    if isinstance(value, Choice):
        return value.text()
    if isinstance(value, str):
        return _writable(value)
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, date):
        return value
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if not value:
        return None
    words = [item.text() if isinstance(item, Choice) else str(item) for item in value]
    return _writable(join(sorted(words) if isinstance(value, frozenset) else words))


def _writable(value: str) -> str:
    if len(value) >= LONGEST:
        raise BadCellError(say.TOO_LONG(limit=LONGEST - 1))
    if _UNWRITABLE.search(value):
        raise BadCellError(say.BAD_CHARACTER())
    return exact(value)


def exact(value: str) -> str:
    """A text, with an apostrophe before it where it would not be read back as it is."""
    plain = value == squeezed(value) and not nothing(value) and not value.startswith("'")
    return value if plain else "'" + value
