"""The year at a glance: a row for each month, a cell for each day, and how much is on it.

Working days have a frame, days off have none, so that it is read in black and white.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from matchmaker.io.canvas import Canvas, Row
from matchmaker.io.timetable_notices import subtitle
from matchmaker.messages import timetable_files as say
from matchmaker.messages.calendar import MONTHS, WEEKDAYS
from matchmaker.results.timetable_load import Month, months
from matchmaker.results.timetable_order import first_day
from matchmaker.roadmap.workdays.calendar import WorkingCalendar
from matchmaker.timetable.record import EventRecord, Timetable

if TYPE_CHECKING:
    import altair as alt

LEFT, CELL, STEP = 116, 29.6, 38
"""The column of months, and the width and height of a cell. Unit: pixels, as everywhere here."""
HEAD, FOOT = 22, 50
WIDTH = 1040

SHADES = ("#FFFFFF", "#E3E3E3", "#C4C4C4", "#9C9C9C", "#4D4D4D")
"""By how much is on a day; the last for all that is more."""
WHITE_INK = len(SHADES) - 1
"""From so many on the letters are white."""

IN_A_PICTURE = 12
"""Unit: months."""


def year_charts(timetable: Timetable, calendar: WorkingCalendar) -> dict[str, alt.LayerChart]:
    """Draw the months of a timetable, twelve in a picture.

    Returns
    -------
    dict
        ``year``; of a longer timetable ``year-2026``, ``year-2027``, by the year in which the
        first month of each picture lies.

    Raises
    ------
    InputError
        if there is no working calendar of a year.
    """
    # Stretches of time are not counted, so they need no months of their own.
    counted = [event for event in timetable.events if event.kind != "span"]
    first = min(timetable.period[0], *(first_day(event) for event in counted), date.max)
    last = max(timetable.period[1], *(event.ends for event in counted), date.min)
    every = months(first, last)
    pages = [every[n : n + IN_A_PICTURE] for n in range(0, len(every), IN_A_PICTURE)]
    return {
        "year" if len(pages) == 1 else f"year-{page[0][0]}": _Year(
            timetable, calendar, page
        ).chart()
        for page in pages
    }


class _Year:
    """One picture of up to twelve months."""

    def __init__(
        self, timetable: Timetable, calendar: WorkingCalendar, page: Sequence[Month]
    ) -> None:
        self.timetable, self.calendar, self.page = timetable, calendar, page
        self.bottom = HEAD + STEP * len(page)
        self.canvas = Canvas(WIDTH, self.bottom + FOOT, downwards=True)

    @cached_property
    def counts(self) -> Counter[date]:
        """How much is on each day."""
        return Counter(day for event in self.timetable.events for day in self._days(event))

    def _days(self, event: EventRecord) -> list[date]:
        """The days an event takes: not the days off within it, but those it begins or ends on."""
        if event.kind == "span":
            return []
        edges = first_day(event), event.ends
        return [day for day in event.days if day in edges or self.calendar.is_working(day)]

    def chart(self) -> alt.LayerChart:
        """The finished picture."""
        layers = [*self._heads(), *self._cells(), *self._legend()]
        title = say.YEAR(name=self.timetable.municipality)
        return self.canvas.page(layers, title, subtitle(self.timetable))

    def _heads(self) -> list[alt.Chart]:
        """The names of the months and the numbers of the days."""
        names = [
            {
                "x": 0,
                "y": HEAD + (n + 0.5) * STEP,
                "text": f"{MONTHS[month - 1]()} {year}",
            }
            for n, (year, month) in enumerate(self.page)
        ]
        numbers = [
            {"x": LEFT + (n + 0.5) * CELL, "y": HEAD / 2, "text": str(n + 1)} for n in range(31)
        ]
        return [
            self.canvas.text(names, fontSize=12),
            self.canvas.text(numbers, fontSize=11, align="center", fontWeight="bold"),
        ]

    def _cells(self) -> list[alt.Chart]:
        """Days with their frames, shades, days of the week and counts."""
        framed: list[Row] = []
        bare: list[Row] = []
        weekdays: list[Row] = []
        counts: list[Row] = []
        for at, (year, month) in enumerate(self.page):
            top = HEAD + at * STEP
            day = date(year, month, 1)
            while (day.year, day.month) == (year, month):
                left = round(LEFT + (day.day - 1) * CELL, 1)
                count = self.counts[day]
                ink = "white" if count >= WHITE_INK else "black"
                box = _box(left + 1.5, top + 1.5, CELL - 3, STEP - 3, count)
                (framed if self.calendar.is_working(day) else bare).append(box)
                quiet = ink if count else "#8A8A8A"
                place = {"x": left + CELL / 2, "y": top + 9.5}
                weekdays.append({**place, "text": WEEKDAYS[day.weekday()](), "ink": quiet})
                if count:
                    place = {"x": left + CELL / 2, "y": top + 25}
                    counts.append({**place, "text": str(count), "ink": ink})
                day = date.fromordinal(day.toordinal() + 1)
        return [
            self.canvas.boxes(bare),
            self.canvas.boxes(framed, stroke="black", strokeWidth=0.8),
            self.canvas.text(weekdays, fontSize=8.5, align="center"),
            self.canvas.text(counts, fontSize=13, align="center", fontWeight="bold"),
        ]

    def _legend(self) -> list[alt.Chart]:
        """What frames, numbers and shades mean."""
        y = self.bottom + 20.0
        side = 16.0
        words: list[Row] = []
        boxes: list[Row] = [_box(LEFT + 1.5, y - side / 2, side, side, 0)]
        words.append({"x": LEFT + 24, "y": y, "text": say.LEGEND_WORKING()})
        words.append({"x": LEFT + 150, "y": y, "text": say.LEGEND_OFF()})
        shades = []
        for n in range(1, len(SHADES)):
            left = LEFT + 340 + 46.0 * (n - 1)
            shades.append(_box(left, y - side / 2, side, side, n))
            text = say.LEGEND_MANY(n=n) if n == WHITE_INK else str(n)
            words.append({"x": left + 21, "y": y, "text": text})
        words.append({"x": LEFT, "y": y + 22, "text": say.DAY_COUNT()})
        return [
            self.canvas.boxes(boxes, stroke="black", strokeWidth=0.8),
            self.canvas.boxes(shades),
            self.canvas.text(words, fontSize=11),
        ]


def _box(left: float, top: float, width: float, height: float, count: int) -> Row:
    """A cell in the shade of its count."""
    ink = SHADES[min(count, len(SHADES) - 1)]
    corner = {"x2": round(left + width, 1), "y2": round(top + height, 1)}
    return {"x": round(left, 1), "y": round(top, 1), **corner, "ink": ink}
