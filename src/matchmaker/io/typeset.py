"""How a workbook looks: headers, widths, comments, drop-downs, a banner."""

from __future__ import annotations

import io
import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from matchmaker.domain.records import Choice, Record
from matchmaker.io.cells import Cell, Kind, dotted, kind_of, words_of
from matchmaker.io.headers import letters
from matchmaker.io.layout import Sheet
from matchmaker.messages import io as say

_CREATED = datetime(2000, 1, 1)
"""A fixed day, so that the same tables give the same bytes."""
_FIRST_DAY = date(1900, 3, 1)
"""Before it Excel's calendar has a day that never was; such dates are written as text."""
_NARROWEST, _WIDEST, _WIDEST_HEADER = 56, 380, 150
_LINE = 20
_SPARE_ROWS = 1_000
_A4 = 9
_LIST_LIMIT = 255

# Pixels of Calibri 11: the common letter, then those that differ from it.
_LOWER, _UPPER, _OTHER = 8, 10, 7
_WIDTHS = {
    **dict.fromkeys("il.,:;'|! ()[]-jftr/", 5),
    **dict.fromkeys("гтсзcsz", 7),
    **dict.fromkeys("жфюыщшмmw", 11),
    **dict.fromkeys("ЖФЮЫЩШМMW@%", 13),
}


def workbook_bytes(sheets: Sequence[Sheet]) -> bytes:
    """A workbook of these sheets; the same sheets always give the same bytes."""
    import xlsxwriter

    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(stream, options) as workbook:
        workbook.set_properties({"created": _CREATED})
        page = _Typesetter(workbook)
        for sheet in sheets:
            page.add(sheet)
        page.add_lists()
    return stream.getvalue()


class _Typesetter:
    def __init__(self, workbook: Any) -> None:
        self.workbook = workbook
        style = {"bold": True, "text_wrap": True, "valign": "top", "border": 1}
        self.required = workbook.add_format({**style, "bg_color": "#BDD7EE"})
        self.optional = workbook.add_format({**style, "bg_color": "#EDEDED"})
        self.banner = workbook.add_format({"bold": True, "font_color": "#C00000"})
        self.text = workbook.add_format({"num_format": "@", "valign": "top"})
        self.wrapped = workbook.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        self.day = workbook.add_format({"num_format": "dd.mm.yyyy", "valign": "top"})
        self.lists: dict[tuple[str, ...], int] = {}

    def add(self, sheet: Sheet) -> None:
        page = self.workbook.add_worksheet(sheet.name)
        top = 1 if sheet.banner else 0
        if sheet.banner:
            page.write_string(0, 0, sheet.banner, self.banner)
        last = top + len(sheet.rows)
        page.set_row(top, 46)
        for at, name in enumerate(sheet.table.columns()):
            info = sheet.table.model_fields[name]
            kind = kind_of(info.annotation)
            title = sheet.headers[at]
            look = self.required if info.is_required() else self.optional
            page.write_string(top, at, title, look)
            note = _note(sheet, name, kind)
            if note:
                page.write_comment(top, at, note, {"author": "", "x_scale": 1.6})
            page.set_column_pixels(
                at, at, _width(title, [row[at] for row in sheet.rows]), self._format(kind)
            )
            self._add_list(page, kind, top + 1, at, last + _SPARE_ROWS)
        for number, row in enumerate(sheet.rows, start=top + 1):
            lines = max((_lines(cell) for cell in row if isinstance(cell, str)), default=1)
            if lines > 1:
                page.set_row_pixels(number, lines * _LINE)
            for at, cell in enumerate(row):
                if isinstance(cell, str) and _lines(cell) > 1:
                    page.write_string(number, at, cell, self.wrapped)
                else:
                    self._write(page, number, at, cell)
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        page.repeat_rows(top)
        page.freeze_panes(top + 1, 1)
        page.autofilter(top, 0, max(last, top + 1), len(sheet.headers) - 1)

    def _format(self, kind: Kind) -> Any:
        """Text columns are marked so, lest «1-2» become a date and «007» a 7."""
        if issubclass(kind.of, date):
            return self.day
        return self.text if issubclass(kind.of, str) else None

    def _write(self, page: Any, row: int, column: int, cell: Cell | None) -> None:
        if cell is None:
            return
        if isinstance(cell, date):
            if cell >= _FIRST_DAY:
                page.write_datetime(row, column, cell, self.day)
            else:
                page.write_string(row, column, dotted(cell), self.text)
        elif isinstance(cell, str):
            page.write_string(row, column, cell, self.text)
        elif _survives(cell):
            page.write_number(row, column, cell)
        else:
            page.write_string(row, column, repr(cell).replace(".", ","), self.text)

    def _add_list(self, page: Any, kind: Kind, first: int, column: int, last: int) -> None:
        if kind.several:
            return
        if issubclass(kind.of, Choice):
            words = tuple(member.text() for member in kind.of)
        elif issubclass(kind.of, bool):
            words = say.YES(), say.NO()
        else:
            return
        literal = len(",".join(words)) <= _LIST_LIMIT and not any("," in w for w in words)
        page.data_validation(
            first,
            column,
            last,
            column,
            {
                "validate": "list",
                "source": list(words) if literal else self._listed(words),
                "error_type": "warning",
                "error_title": say.LIST_TITLE(),
                "error_message": say.LIST_ERROR(),
            },
        )

    def _listed(self, words: tuple[str, ...]) -> str:
        """The range of the hidden sheet that holds a list too long to stand in the rule."""
        column = letters(self.lists.setdefault(words, len(self.lists)))
        return f"='{say.LISTS()}'!${column}$1:${column}${len(words)}"

    def add_lists(self) -> None:
        """The hidden sheet of long lists, if any list is long."""
        if not self.lists:
            return
        page = self.workbook.add_worksheet(say.LISTS())
        for words, column in self.lists.items():
            page.write_column(0, column, words)
        page.hide()


def _survives(number: float) -> bool:
    """Whether a number is the same after a workbook kept its 16 digits."""
    return float(f"{number:.16G}") == number if abs(number) < 1e300 else False


@cache
def _schema(table: type[Record]) -> dict[str, Any]:
    properties: dict[str, Any] = table.model_json_schema()["properties"]
    return properties


def _note(sheet: Sheet, name: str, kind: Kind) -> str:
    """The comment of a header: what to write there."""
    info, column = sheet.table.model_fields[name], sheet.table.columns()[name]
    parts = [say.NOTE_REQUIRED()] if info.is_required() else []
    if column.note:
        parts.append(column.note().rstrip(".") + ".")
    if issubclass(kind.of, Choice):
        words = words_of(kind.of)
        parts.append((say.NOTE_CHOICES if kind.several else say.NOTE_CHOICE)(words=words))
    elif kind.several:
        parts.append(say.NOTE_SEVERAL())
    elif issubclass(kind.of, bool):
        parts.append(say.NOTE_YES_NO())
    elif issubclass(kind.of, date):
        parts.append(say.NOTE_DATE())
    elif column.unit == "months" and not column.note:
        parts.append(say.NOTE_MONTHS())
    elif column.unit == "percent":
        parts.append(say.NOTE_PERCENT())
    elif issubclass(kind.of, int):
        parts += _bounds(_schema(sheet.table)[name])
    return "\n".join(parts)


def _bounds(schema: Mapping[str, Any]) -> list[str]:
    """The least and the greatest number of a column, if it has both."""
    return [
        say.NOTE_LEVEL(least=bound["minimum"], most=bound["maximum"])
        for bound in (schema, *schema.get("anyOf", ()))
        if "minimum" in bound and "maximum" in bound
    ]


def _pixels(text: str) -> int:
    return sum(_WIDTHS.get(letter) or _usual_pixels(letter) for letter in text)


def _usual_pixels(letter: str) -> int:
    if letter.isupper():
        return _UPPER
    return _LOWER if letter.isalpha() else _OTHER


def _lines(text: str) -> int:
    """How many lines a text takes in the widest column; words at their ends leave some room."""
    pixels = _pixels(text)
    return 1 if pixels + 12 <= _WIDEST else math.ceil(1.1 * pixels / (_WIDEST - 12))


def _width(title: str, cells: Sequence[Cell | None]) -> int:
    """A width in pixels that fits Cyrillic, which no library measures."""
    words = {dotted(c) if isinstance(c, date) else str(c) for c in cells if c is not None}
    longest = max((_pixels(word[:80]) for word in words), default=0) + 12
    head = max(map(_pixels, title.split()), default=0) + 26
    wanted = max(longest, head, min(_pixels(title) + 26, _WIDEST_HEADER), _NARROWEST)
    return min(wanted, _WIDEST)
