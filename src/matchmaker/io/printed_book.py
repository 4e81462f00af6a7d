"""A workbook to be printed: every sheet begins with the same lines and fits the page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from textwrap import wrap
from typing import Any

from matchmaker.io.layout import check_height
from matchmaker.messages import plan_workbooks as say

Columns = Sequence[tuple[str, int]]
"""Headers and widths. Unit of width: characters."""

LINE = 15
"""Height of one line of text. Unit: points."""

TALLEST = 409
"""No row of a workbook can be higher. Unit: points."""

DARKEST = "#A6A6A6"
"""The shade of the greatest number; black letters stay legible on it."""


class PrintedBook:
    """A workbook whose sheets all begin with the same lines.

    Parameters
    ----------
    top : the lines, and whether each is bold; others are in italics.
    title : stands at the foot of each printed page.
    """

    def __init__(self, top: Sequence[tuple[str, bool]], title: str = "") -> None:
        import xlsxwriter

        self._title = title
        self._stream = BytesIO()
        # Text is never read as a formula or a link, whatever it begins with.
        self._book = xlsxwriter.Workbook(
            self._stream,
            {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
        )
        self._book.set_properties({"created": datetime(2026, 1, 1)})
        bold = self._book.add_format({"bold": True, "font_size": 12})
        self._plain = self._book.add_format({"italic": True})
        self._top = [(words, bold if is_bold else self._plain) for words, is_bold in top]
        self._head = self._book.add_format(
            {
                "bold": True,
                "bg_color": "#E7E6E6",
                "border": 1,
                "text_wrap": True,
                "valign": "vcenter",
            }
        )
        cell = {"border": 1, "text_wrap": True, "valign": "top"}
        self._cell = self._book.add_format(cell)
        self._number = self._book.add_format({**cell, "align": "center"})
        self._day: Any = None

    def sheet(
        self,
        title: str,
        columns: Columns,
        rows: Sequence[Sequence[Any]],
        *,
        note: str = "",
        empty: str = "",
        shaded: range | None = None,
    ) -> None:
        """Add a sheet: the top lines, header, rows; ready to print.

        Parameters
        ----------
        note : lines above the header, of this sheet only.
        empty : what stands under the header if there are no rows.
        shaded : columns whose numbers are the darker the greater they are.

        Raises
        ------
        InputError
            if there are more rows than a sheet has lines.
        """
        check_height(title, len(rows))
        sheet = self._book.add_worksheet(title)
        lines = [*self._top, *((line, self._plain) for line in note.split("\n") if line)]
        for at, (words, look) in enumerate(lines):
            sheet.write_string(at, 0, words, look)
        top = len(lines)
        for place, (header, width) in enumerate(columns):
            sheet.set_column(place, place, width)
            sheet.write_string(top, place, header, self._head)
        for at, row in enumerate(rows, start=top + 1):
            # Not every program fits the height of a row to wrapped text by itself.
            sheet.set_row(at, _height(row, columns))
            for place, value in enumerate(row):
                self._write(sheet, at, place, value)
        sheet.set_row(top, _height([header for header, _ in columns], columns))
        sheet.freeze_panes(top + 1, 0)
        if rows:
            sheet.autofilter(top, 0, top + len(rows), len(columns) - 1)
        else:
            sheet.write_string(top + 1, 0, empty or say.NOTHING())
        if rows and shaded:
            scale = {"type": "2_color_scale", "min_color": "#FFFFFF", "max_color": DARKEST}
            last = top + len(rows)
            sheet.conditional_format(top + 1, shaded[0], last, shaded[-1], scale)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(top)
        sheet.set_footer(f"&L{self._title}&C&A&R&P / &N")

    def _write(self, sheet: Any, row: int, column: int, value: Any) -> None:
        if isinstance(value, int | float):
            sheet.write_number(row, column, value, self._number)
        elif isinstance(value, date):
            sheet.write_datetime(row, column, value, self._day_format())
        else:
            sheet.write_string(row, column, str(value), self._cell)

    def _day_format(self) -> Any:
        """The look of a date, only in a workbook that has any."""
        if self._day is None:
            look = {"border": 1, "valign": "top", "num_format": "dd.mm.yyyy", "align": "center"}
            self._day = self._book.add_format(look)
        return self._day

    def bytes(self) -> bytes:
        """The finished workbook."""
        self._book.close()
        return self._stream.getvalue()


def _height(row: Sequence[Any], columns: Columns) -> int:
    """How high the fullest cell of a row is."""
    lines = max(
        sum(max(1, len(wrap(part, width))) for part in str(value).split("\n"))
        for value, (_, width) in zip(row, columns, strict=True)
    )
    return min(LINE * lines, TALLEST)
