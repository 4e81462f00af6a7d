"""The picture of events by month: a row for each row of the plans, read in black and white.

An event is a solid bar, a stretch of time a pale one, a deadline a diamond. Windows of one row
of a plan stand in one line. Only public titles and days are shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from matchmaker.io.canvas import Canvas, Row
from matchmaker.io.timetable_notices import subtitle
from matchmaker.messages import timetable_files as say
from matchmaker.messages.calendar import MONTHS
from matchmaker.results.timetable_load import months
from matchmaker.results.timetable_order import by_plan, first_day
from matchmaker.timetable.record import EventRecord, Timetable

if TYPE_CHECKING:
    import altair as alt

WIDTH = 1040
"""An A4 page on its side, less margins. Unit: pixels, as everywhere here."""
NUMBER, TITLE, AXIS = 4, 56, 396
"""Where the three columns begin: number, title, time."""
HEAD = 34
"""Two lines of the axis: years, and months under them."""
FOOT = 30
LONG_LIST = 30
"""Up to so many rows the lines stand apart, and the months are not repeated below."""
LEAST_BAR = 5
"""So wide a bar is drawn at least, or a day would not be seen in four years."""
LETTER = 5.4
"""The width of a digit beside a bar."""
PALE = "#D9D9D9"


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the list: the head of a plan, or a row with the events made of it."""

    plan: str = ""
    events: tuple[EventRecord, ...] = ()


def gantt_chart(timetable: Timetable) -> alt.LayerChart:
    """Draw the events of a timetable by month, plan by plan."""
    return _Gantt(timetable).chart()


class _Gantt:
    """One picture: first the lines and the axis, then what is drawn there."""

    def __init__(self, timetable: Timetable) -> None:
        self.timetable = timetable
        self.lines = list(_lines(timetable))
        self.step = 22 if len(self.lines) <= LONG_LIST else 17
        self.letter = 11.5 if len(self.lines) <= LONG_LIST else 10.5
        self.bottom = HEAD + self.step * max(1, len(self.lines))
        long = len(self.lines) > LONG_LIST
        self.canvas = Canvas(WIDTH, self.bottom + FOOT + (HEAD if long else 0), downwards=True)
        self.long = long

    @cached_property
    def ends(self) -> tuple[date, date]:
        """The first and last day of the axis: whole months in which every event is seen.

        What only begins before the period or ends after it is cut off at its edge.
        """
        events = self.timetable.events
        first = min(self.timetable.period[0], *(event.ends for event in events), date.max)
        last = max(self.timetable.period[1], *(first_day(event) for event in events), date.min)
        return first.replace(day=1), _month_end(last)

    def x(self, day: date) -> float:
        """Where a day begins."""
        first, last = self.ends
        share = (day - first).days / ((last - first).days + 1)
        return round(AXIS + (WIDTH - AXIS) * min(max(share, 0.0), 1.0), 1)

    def chart(self) -> alt.LayerChart:
        """The finished picture."""
        layers = [*self._grid(), *self._months(0)]
        if self.long:
            layers += self._months(self.bottom)
        layers += [*self._titles(), *self._bars(), *self._legend()]
        title = say.GANTT(name=self.timetable.municipality)
        return self.canvas.page(layers, title, subtitle(self.timetable))

    def _grid(self) -> list[alt.Chart]:
        """A line under each row, and one before each month that has room; heavier before a year."""
        across = [
            {"x": 0, "x2": WIDTH, "y": HEAD + n * self.step, "y2": HEAD + n * self.step}
            for n in range(len(self.lines) + 1)
        ]
        first, last = self.ends
        starts = [date(year, month, 1) for year, month in months(first, last)]
        thin = [self._upright(day) for day in starts if day.month in self._shown_months]
        thick = [self._upright(day) for day in starts if day.month == 1]
        return [
            self.canvas.lines(across, color="#E0E0E0", strokeWidth=0.7),
            self.canvas.lines(thin, color="#CCCCCC", strokeWidth=0.7),
            self.canvas.lines(thick, color="#808080", strokeWidth=1),
        ]

    def _upright(self, day: date) -> Row:
        return {"x": self.x(day), "x2": self.x(day), "y": HEAD, "y2": self.bottom}

    @cached_property
    def _shown_months(self) -> range:
        """The months that are named: all, those that begin a quarter, or January alone."""
        first, last = self.ends
        wide = (WIDTH - AXIS) / len(months(first, last))
        step = next((step for step in (1, 3) if step * wide >= 26), 12)
        return range(1, 13, step)

    def _months(self, top: float) -> list[alt.Chart]:
        """The axis: years, and under them months."""
        first, last = self.ends
        starts = [date(year, month, 1) for year, month in months(first, last)]
        years = [
            {"x": self.x(max(first, date(year, 1, 1))) + 3, "y": top + 9, "text": str(year)}
            for year in sorted({day.year for day in starts})
            # A year of which the axis has but a corner would run into the next.
            if self.x(date(year, 12, 31)) - self.x(max(first, date(year, 1, 1))) > 32
        ]
        named = [
            {"x": self.x(day) + 3, "y": top + 25, "text": MONTHS[day.month - 1]()[:3].lower()}
            for day in starts
            if day.month in self._shown_months and len(self._shown_months) > 1
        ]
        return [
            self.canvas.text(years, fontSize=11.5, fontWeight="bold"),
            self.canvas.text(named, fontSize=10.5),
        ]

    def _titles(self) -> list[alt.Chart]:
        """Plans, numbers and titles; what is too long is cut."""
        heads, numbers, titles = [], [], []
        for n, line in enumerate(self.lines):
            y = HEAD + (n + 0.5) * self.step
            if line.events:
                event = line.events[0]
                numbers.append({"x": NUMBER, "y": y, "text": event.number})
                titles.append({"x": TITLE, "y": y, "text": event.public_title})
            else:
                heads.append({"x": NUMBER, "y": y, "text": line.plan})
        if not self.lines:
            titles.append({"x": TITLE, "y": HEAD + self.step / 2, "text": say.NO_EVENTS()})
        size, draw = self.letter, self.canvas.text
        return [
            draw(heads, fontSize=size, fontWeight="bold", limit=AXIS - NUMBER - 10),
            draw(numbers, fontSize=size, limit=TITLE - NUMBER - 4),
            draw(titles, fontSize=size, limit=AXIS - TITLE - 10),
        ]

    def _bars(self) -> list[alt.Chart]:
        """Bars and diamonds, and beside them their days where there is room."""
        spans: list[Row] = []
        events: list[Row] = []
        deadlines: list[Row] = []
        words: list[Row] = []
        papers: list[Row] = []
        for n, line in enumerate(self.lines):
            y = HEAD + (n + 0.5) * self.step
            high = {"y": y - 0.3 * self.step, "y2": y + 0.3 * self.step}
            marks = [self._mark(event) for event in line.events]
            for event, (left, right) in zip(line.events, marks, strict=True):
                if event.kind == "deadline":
                    deadlines.append({"x": (left + right) / 2, "y": y})
                elif event.kind == "span":
                    spans.append({"x": left, "x2": right, **high, "ink": PALE})
                else:
                    events.append({"x": left, "x2": right, **high, "ink": "black"})
            for place, text in _beside(line.events, marks):
                words.append({"x": place, "y": y + 0.5, "text": text})
                papers.append({"x": place - 2, "x2": place + len(text) * LETTER, **high})
        edge = {"stroke": "white", "strokeWidth": 0.6}
        diamond = {"shape": "diamond", "fill": "black", "opacity": 1, **edge}
        return [
            # Under the words, lest a line shine through between their digits.
            self.canvas.boxes(papers),
            self.canvas.boxes(spans, stroke="#707070", strokeWidth=0.7),
            self.canvas.boxes(events, **edge),
            self.canvas.layer("point", deadlines, {**diamond, "size": 6.5 * self.step}),
            self.canvas.text(words, fontSize=9.5),
        ]

    def _mark(self, event: EventRecord) -> tuple[float, float]:
        """From where to where an event is drawn."""
        left, right = self.x(first_day(event)), self.x(event.ends + timedelta(1))
        least = 0.6 * self.step if event.kind == "deadline" else LEAST_BAR
        if right - left < least:
            middle = min(max((left + right) / 2, AXIS + least / 2), WIDTH - least / 2)
            left, right = round(middle - least / 2, 1), round(middle + least / 2, 1)
        return left, right

    def _legend(self) -> list[alt.Chart]:
        """What the three marks mean."""
        y = self.canvas.height - 8
        box = {"y": y - 5, "y2": y + 5}
        diamond = {"shape": "diamond", "filled": True, "color": "black", "size": 130, "opacity": 1}
        places = {"event": 22, "span": 142, "deadline": 262}
        words = [{"x": x, "y": y, "text": say.KINDS[kind]()} for kind, x in places.items()]
        return [
            self.canvas.boxes([{"x": 4, "x2": 16, **box, "ink": "black"}]),
            self.canvas.boxes(
                [{"x": 112, "x2": 136, **box, "ink": PALE}], stroke="#707070", strokeWidth=0.7
            ),
            self.canvas.layer("point", [{"x": 250, "y": y}], diamond),
            self.canvas.text(words, fontSize=11),
        ]


def _lines(timetable: Timetable) -> list[_Line]:
    """The list: under the head of each plan its rows; one plan needs no head."""
    events = sorted(timetable.events, key=by_plan)
    several = len({event.plan for event in events}) > 1
    lines: list[_Line] = []
    for plan, of_plan in groupby(events, key=lambda event: event.plan):
        if several:
            lines.append(_Line(plan))
        for _, row in groupby(of_plan, key=lambda event: (event.number, event.public_title)):
            days = sorted(row, key=lambda event: (first_day(event), event.ends, event.id))
            lines.append(_Line(plan, tuple(days)))
    return lines


def _beside(
    events: Sequence[EventRecord], marks: Sequence[tuple[float, float]]
) -> Iterator[tuple[float, str]]:
    """Where the days of each mark stand: after it, before it or in a long pale bar.

    Marks that leave no room for that have none: the workbook says their days.
    """
    free = float(AXIS)
    for at, (event, (left, right)) in enumerate(zip(events, marks, strict=True)):
        text = _days(event)
        width = len(text) * LETTER + 8
        ahead = marks[at + 1][0] if at + 1 < len(marks) else float(WIDTH)
        if right >= free and ahead - right >= width:
            place = right + 4
        elif left - free >= width:
            place = left - width + 4
        elif event.kind == "span" and left >= free and min(right, ahead) - left >= width:
            place = left + 4
        else:
            free = max(free, right)
            continue
        free = max(free, right, place + width - 8)
        yield place, text


def _days(event: EventRecord) -> str:
    """The days of an event; the axis says the year, unless it lasts for years."""
    first, last = first_day(event), event.ends
    if first == last:
        return f"{first:%d.%m}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%d}–{last:%d.%m}"
    if last - first > timedelta(365):
        return f"{first:%d.%m.%Y}–{last:%d.%m.%Y}"
    return f"{first:%d.%m}–{last:%d.%m}"


def _month_end(day: date) -> date:
    """The last day of the month."""
    return (day.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1)
