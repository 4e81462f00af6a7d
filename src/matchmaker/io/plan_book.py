"""A workbook made of a plan: every sheet begins with the notice and is ready to print."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Protocol

from matchmaker.messages import plan_workbooks as say
from matchmaker.messages import plans
from matchmaker.text import Text

if TYPE_CHECKING:
    from matchmaker.program.record import TierRecord

Columns = Sequence[tuple[str, int]]
"""Headers and widths. Unit of width: characters."""

LINE = 15
"""Height of one line of text. Unit: points."""

TALLEST = 409
"""No row of a workbook can be higher. Unit: points."""


class Headed(Protocol):
    """What the head of every sheet is made of."""

    @property
    def notice(self) -> str:
        """That it is a draft."""
        ...

    @property
    def fictional(self) -> bool:
        """Whether the municipality is invented."""
        ...

    @property
    def municipality(self) -> str:
        """Its name."""
        ...

    @property
    def reference_date(self) -> str:
        """The day it speaks of, as 2026-09-01."""
        ...

    @property
    def tiers(self) -> Sequence[TierRecord]:
        """What was reached."""
        ...


class PlanBook:
    """A workbook whose sheets all begin with the notice that this is a draft.

    Parameters
    ----------
    about : says of which municipality and day the plan is.
    title : stands above everything and at the foot of each printed page; may be empty.
    """

    def __init__(self, record: Headed, about: Text = say.ABOUT, title: str = "") -> None:
        import xlsxwriter

        self._record, self._title = record, title
        self._stream = BytesIO()
        # Text is never read as a formula or a link, whatever it begins with.
        self._book = xlsxwriter.Workbook(
            self._stream,
            {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
        )
        self._book.set_properties({"created": datetime(2026, 1, 1)})
        bold = self._book.add_format({"bold": True, "font_size": 12})
        plain = self._book.add_format({"italic": True})
        self._top = [
            *([(title, bold)] if title else []),
            (record.notice, bold),
            (about(name=record.municipality, day=_day(record.reference_date)), plain),
            (plans.FICTIONAL() if record.fictional else "", bold),
        ]
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

    def sheet(self, title: str, columns: Columns, rows: Sequence[Sequence[Any]]) -> None:
        """Add a sheet: notice, municipality, header, rows; ready to print."""
        sheet = self._book.add_worksheet(title)
        for at, (words, look) in enumerate(self._top):
            sheet.write_string(at, 0, words, look)
        top = len(self._top)
        for place, (header, width) in enumerate(columns):
            sheet.set_column(place, place, width)
            sheet.write_string(top, place, header, self._head)
        for at, row in enumerate(rows, start=top + 1):
            # Not every program fits the height of a row to wrapped text by itself.
            sheet.set_row(at, _height(row, columns))
            for place, value in enumerate(row):
                if isinstance(value, int):
                    sheet.write_number(at, place, value, self._number)
                else:
                    sheet.write_string(at, place, str(value), self._cell)
        sheet.set_row(top, _height([header for header, _ in columns], columns))
        sheet.freeze_panes(top + 1, 0)
        if rows:
            sheet.autofilter(top, 0, top + len(rows), len(columns) - 1)
        else:
            sheet.write_string(top + 1, 0, say.NOTHING())
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(top)
        sheet.set_footer(f"&L{self._title}&C&A&R&P / &N")

    def tiers(self) -> None:
        """Add the sheet of tiers: what the plan reaches, and how that is proved."""
        self.sheet(
            say.TIERS(),
            [(say.TIER(), 34), (say.VALUE(), 14), (say.BOUND(), 18), (say.CLOSED(), 26)],
            [
                [
                    tier.title,
                    tier.value,
                    say.UNKNOWN() if tier.bound is None else tier.bound,
                    say.CLOSED_WORDS[tier.closed](),
                ]
                for tier in self._record.tiers
            ],
        )

    def bytes(self) -> bytes:
        """The finished workbook."""
        self._book.close()
        return self._stream.getvalue()


def _day(iso: str) -> str:
    """A date the way it is written on paper."""
    year, month, day = iso.split("-")
    return f"{day}.{month}.{year}"


def _height(row: Sequence[Any], columns: Columns) -> int:
    """How high the fullest cell of a row is."""
    lines = max(
        sum(max(1, len(wrap(part, width))) for part in str(value).split("\n"))
        for value, (_, width) in zip(row, columns, strict=True)
    )
    return min(LINE * lines, TALLEST)
