"""What each phrase of the grammar means: its kind, its days, its other readings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from lark import Token, v_args

from matchmaker.messages import dates as say
from matchmaker.roadmap.dates import recurrence
from matchmaker.roadmap.dates.frequency_rules import (
    Bound,
    FrequencyRules,
    Often,
    Unit,
    recurrence_of,
)
from matchmaker.roadmap.dates.recurrence import (
    AfterPeriod,
    Days,
    Every,
    FirstYear,
    Fixed,
    Nothing,
    OfYear,
    Since,
    WholePeriod,
)
from matchmaker.roadmap.dates.spot_rules import Clock, SpotRules, Spots
from matchmaker.roadmap.dates.spots import (
    Conventions,
    Spot,
    UnclearError,
    month_spot,
    months_spot,
    school_year_spot,
)
from matchmaker.roadmap.windows import Kind, Precision, Recurrence, Window

Named = tuple[str, Days]
"""A reading: what it is called, and its days."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase says before a period is known; of several readings the first is chosen."""

    kind: Kind
    readings: tuple[Named, ...] = (("", Nothing()),)
    recurrence: Recurrence | None = None
    precision: Precision = "none"
    time: str | None = None
    reason: str = ""
    reference: bool = False
    duration: tuple[str | None, str | None] | None = None
    extendable: bool = False
    place: str | None = None
    anchor: str | None = None


@v_args(inline=True)
class Meanings(SpotRules, FrequencyRules):
    """Makes the meaning of a phrase of its parse tree."""

    def __init__(self, conventions: Conventions) -> None:
        super().__init__()
        self.conventions = conventions

    def start(self, meaning: Meaning) -> Meaning:
        return meaning

    # ---- dates -----------------------------------------------------------------------

    def spans(self, *parts: Spot | Clock) -> tuple[Spots, str | None]:
        spots = tuple(part for part in parts if isinstance(part, Spot))
        clock = next((str(part) for part in parts if isinstance(part, Clock)), None)
        return spots, clock

    def fixed(self, spans: Any) -> Meaning:
        spots, clock = _spots_of(spans)
        spots = _year_apart(spots)
        if all(spot.year is None for spot in spots):
            found = self._yearly(spots)
            if found.recurrence and clock:
                found = replace(found, recurrence=replace(found.recurrence, time=clock))
            return found
        point = all(
            spot.unit == "day" and spot.first == spot.last and not spot.years for spot in spots
        )
        point = point or all(spot.weekday is not None for spot in spots)
        return Meaning(
            Kind.POINT if point else Kind.RANGE,
            self._dated(spots),
            precision=_finest(spots),
            time=clock,
        )

    def _dated(self, spots: Spots) -> tuple[Named, ...]:
        """Readings of spots of which at least one has a year."""
        listed = _with_years(spots)
        if listed is not None:
            chosen, other = listed
            names = (say.IN_ORDER(), say.SAME_YEAR())
            if chosen == other:
                return (("", recurrence.fixed(chosen, self.conventions)),)
            return tuple(
                (name, recurrence.fixed(one, self.conventions))
                for name, one in zip(names, (chosen, other), strict=True)
            )
        (spot, *more) = spots
        if more:
            return (("", recurrence.fixed(spots, self.conventions)),)
        return self._readings(spot)

    def _readings(self, spot: Spot) -> tuple[Named, ...]:
        """The readings of one spot with a year."""

        def days(one: Spot, conventions: Conventions = self.conventions) -> Days:
            return recurrence.fixed([one], conventions)

        if spot.school:
            ends = sorted({(5, 31), (8, 31), self.conventions.school_year_end})
            ends.sort(key=lambda end: end != self.conventions.school_year_end)
            return tuple(
                (
                    say.SCHOOL_YEAR_TO(month=end[0], day=end[1]),
                    days(spot, replace(self.conventions, school_year_end=end)),
                )
                for end in ends
            )
        if spot.unit == "year" and spot.years == 1:
            school = school_year_spot(spot.year)
            return (say.CALENDAR_YEARS(), days(spot)), (say.SCHOOL_YEARS(), days(school))
        return self._vague(spot, days)

    def _vague(self, spot: Spot, days: Any) -> tuple[Named, ...]:
        """Readings of halves, weeks, winters and of «в начале», which say less than they seem to."""
        year = spot.year
        if spot.unit == "half" and spot.years == 0 and spot.first in {(1, 1), (7, 1)}:
            school = (
                months_spot(9, 12, "half", year)
                if spot.first[0] == 1
                else Spot((1, 1), (5, 31), "half", None if year is None else year + 1, school=True)
            )
            return (say.CALENDAR_HALVES(), days(spot)), (say.SCHOOL_HALVES(), days(school))
        if spot.vague is not None:
            first, last, years = spot.vague
            late = 0 if spot.year is None else int(spot.first < first)
            year = None if spot.year is None else spot.year - late
            whole = replace(spot, first=first, last=last, years=years, year=year, vague=None)
            return (say.NARROW(), days(spot)), (say.WHOLE(), days(whole))
        if spot.unit == "quarter" and spot.first == (12, 1):
            earlier = replace(spot, year=None if year is None else year - 1)
            return (say.WINTER_INTO(), days(spot)), (say.WINTER_FROM(), days(earlier))
        return (("", days(spot)),)

    def _yearly(self, spots: Spots, often: Often | None = None) -> Meaning:
        """What has days of the year and no year comes every year."""
        interval = often.interval if often else 1

        def days(one: Spot | Spots, conventions: Conventions = self.conventions) -> Days:
            kept = one if isinstance(one, tuple) else (one,)
            of_year = recurrence.yearly(kept, conventions)
            return Every(of_year, named=True, interval=interval)

        readings: tuple[Named, ...] = (("", days(spots)),)
        if len(spots) == 1:
            readings = self._vague(spots[0], days)
        found = recurrence_of(spots, interval)
        if often is not None:
            found = replace(found, times=often.recurrence.times, bound=often.recurrence.bound)
        return Meaning(Kind.RECURRING, readings, found, _finest(spots))

    # ---- deadlines and beginnings --------------------------------------------------------

    def deadline(self, spot: Spot, clock: Clock | None = None) -> Meaning:
        return self._deadline(spot, clock, disputed=True)

    def not_later(self, spot: Spot, clock: Clock | None = None) -> Meaning:
        return self._deadline(spot, clock, disputed=False)

    def _deadline(self, spot: Spot, clock: Clock | None, *, disputed: bool) -> Meaning:
        """By a day: «до» and «к» may or may not include it, «не позднее» does."""
        choices = [(say.INCLUDED(), True), (say.EXCLUDED(), False)]
        if not self.conventions.inclusive:
            choices.reverse()
        if not disputed or (spot.mark is not None and spot.mark == spot.last) or spot.school:
            choices = [("", True)]
        kind, found = Kind.DEADLINE, None
        if spot.year is None:
            kind, found = Kind.RECURRING, recurrence_of([_last_of(spot)])
        readings: list[Named] = []
        for name, included in choices:
            if spot.year is None:
                of_year = recurrence.yearly_deadline([spot], self.conventions, included)
                readings.append((name, Every(of_year, named=True)))
            else:
                end = spot.deadline(spot.year, self.conventions)[0 if included else 1]
                readings.append((name, Fixed((Window(None, end),))))
        time = str(clock) if clock else None
        return Meaning(kind, tuple(readings), found, "day", time=time)

    def since(self, first: Spot | Token) -> Meaning:
        spot = first if isinstance(first, Spot) else SpotRules.year(self, first)
        return Meaning(Kind.RANGE, (("", Since(spot)),), precision=spot.unit)

    def after(self, spot: Spot) -> Meaning:
        return Meaning(Kind.RANGE, (("", Since(spot, later=True)),), precision=spot.unit)

    # ---- recurrences ---------------------------------------------------------------------

    def recurring(self, often: Often) -> Meaning:
        if often.of_year is None:
            return Meaning(
                Kind.RECURRING, recurrence=often.recurrence, reason=say.BY_SCHOOL(), anchor="term"
            )
        if often.spots:
            return self._yearly(often.spots)
        return Meaning(
            Kind.RECURRING, self._often(often), often.recurrence, often.precision,
            time=often.recurrence.time,
        )  # fmt: skip

    def _often(self, often: Often, spans: tuple[Window, ...] = ()) -> tuple[Named, ...]:
        """Readings of how often: years and half-years may be those of the school."""
        assert often.of_year is not None

        def days(of_year: OfYear) -> Days:
            return Every(of_year, spans, interval=often.interval)

        chosen = days(often.of_year)
        conventions = self.conventions
        if often.recurrence.freq == "yearly" and often.interval == 1 and often.precision == "year":
            school = days(recurrence.school_years(conventions))
            return (say.CALENDAR_YEARS(), chosen), (say.SCHOOL_YEARS(), school)
        if often.recurrence.freq == "half-yearly" and often.precision == "half":
            school = days(recurrence.school_halves(conventions))
            return (say.CALENDAR_HALVES(), chosen), (say.SCHOOL_HALVES(), school)
        return (("", chosen),)

    def recurring_spans(self, often: Often, spans: Any) -> Meaning:
        spots, clock = _spots_of(spans)
        if often.of_year is None:
            return replace(self.recurring(often), reason=say.BY_SCHOOL())
        if all(spot.year is not None for spot in spots):
            limits = recurrence.fixed(spots, self.conventions).windows
            found = self.recurring(often)
            return replace(found, readings=self._often(often, limits))
        if any(spot.year is not None for spot in spots):
            raise UnclearError(say.NOT_UNDERSTOOD())
        if often.recurrence.freq == "yearly":
            return self._yearly(spots, often)
        of_year = recurrence.only_in(often.of_year, recurrence.yearly(spots, self.conventions))
        months = recurrence_of(spots).months
        found_recurrence = replace(often.recurrence, months=months, time=clock)
        return Meaning(
            Kind.RECURRING, (("", Every(of_year)),), found_recurrence, often.precision, time=clock
        )

    def spans_recurring(self, spans: Any, often: Often) -> Meaning:
        return self.recurring_spans(often, spans)

    def recurring_deadline(self, often: Often, deadline: Meaning) -> Meaning:
        if often.recurrence.freq != "yearly" or often.interval != 1:
            raise UnclearError(say.NOT_UNDERSTOOD())
        return deadline

    def deadline_recurring(self, deadline: Meaning, often: Often) -> Meaning:
        return self.recurring_deadline(often, deadline)

    def reference(self, day: int, month: Token, *_: Any) -> Meaning:
        return replace(self._yearly((self.day_month(day, month),)), reference=True)

    # ---- without dates of their own --------------------------------------------------------

    def reference_on(self, spot: Spot) -> Meaning:
        return replace(self.fixed((spot,)), reference=True)

    def open(self, meaning: Meaning, *inner: Meaning) -> Meaning:
        return inner[0] if inner else meaning

    def always_within(self, _: Token, spans: Any) -> Meaning:
        return replace(self.fixed(spans), kind=Kind.OPEN, recurrence=None)

    def always(self, *_: Token) -> Meaning:
        return Meaning(Kind.OPEN, (("", WholePeriod()),))

    def through_year(self, *_: Token) -> Meaning:
        return Meaning(
            Kind.OPEN,
            (
                (say.CALENDAR_YEARS(), Every(recurrence.whole_years())),
                (say.SCHOOL_YEARS(), Every(recurrence.school_years(self.conventions))),
                (say.FIRST_YEAR(), FirstYear()),
            ),
            precision="year",
        )

    def through_school_year(self) -> Meaning:
        days = Every(recurrence.school_years(self.conventions))
        return Meaning(Kind.OPEN, (("", days),), precision="year")

    def through_month(self, _: Token) -> Meaning:
        return Meaning(Kind.OPEN, (("", Every(recurrence.pieces(1))),), precision="month")

    def external(self, _: Token) -> Meaning:
        return Meaning(Kind.EXTERNAL, reason=say.BY_TIMETABLE())

    def relative(self, what: Meaning | Token) -> Meaning:
        if isinstance(what, Meaning):
            return what
        if what.type == "AFTER_PERIOD":
            return Meaning(
                Kind.RELATIVE, (("", AfterPeriod()),), reason=say.BY_PERIOD(), anchor="period-end"
            )
        return Meaning(Kind.RELATIVE, reason=say.BY_OTHER(), anchor="event")

    def after_years(self, *parts: Any) -> Meaning:
        count = next((part for part in parts if isinstance(part, int)), 1)
        unit = next(part for part in parts if isinstance(part, Unit))
        months = {"year": 12, "school year": 12, "half": 6, "quarter": 3, "month": 1}.get(unit)
        if months is None:
            return Meaning(Kind.RELATIVE, reason=say.BY_OTHER(), anchor="event")
        return Meaning(
            Kind.RELATIVE,
            (
                (say.FROM_PLAN_END(), AfterPeriod(count * months)),
                (say.FROM_ENTRY(), Nothing()),
            ),
            reason=say.BY_PERIOD(),
            anchor="period-end",
        )

    def school_time(self, word: Token, *when: Any) -> Meaning:
        """Holidays, camps and exams are the school's; the ends of the year are known roughly."""
        anchor = _school_anchor(word)
        around = {"school-year-end": Spot((5, 15), (6, 15), "month"),
                  "school-year-start": month_spot(9)}.get(anchor)  # fmt: skip
        if around is None:
            return Meaning(Kind.RELATIVE, reason=say.BY_SCHOOL(), anchor=anchor)
        days: Days = Every(recurrence.yearly([around], self.conventions))
        return Meaning(Kind.RELATIVE, (("", days),), reason=say.BY_SCHOOL(), anchor=anchor)

    def term(self, *parts: Any) -> Meaning:
        nth = next((part for part in parts if isinstance(part, int)), None)
        name = "semester" if any(_is(part, "SEMESTER") for part in parts) else "term"
        anchor = f"{name}-{nth}" if nth else name
        return Meaning(Kind.RELATIVE, reason=say.BY_SCHOOL(), anchor=anchor)

    term_edge = term

    def order(self, *parts: Any) -> Meaning:
        (word, *_) = parts
        place = {"вх": "first", "пе": "first", "ст": "first", "пр": "middle"}.get(word[:2], "final")
        return Meaning(Kind.ORDER, place=place)

    def stage(self, *parts: Any) -> Meaning:
        nth = next(part for part in parts if isinstance(part, int))
        return Meaning(Kind.ORDER, place=f"stage {nth}")

    # ---- durations ---------------------------------------------------------------------------

    def amount(self, count: int, unit: Unit) -> str:
        return _iso(count, unit)

    def duration(self, length: tuple[str | None, str | None], *more: Token) -> Meaning:
        return Meaning(Kind.DURATION, duration=length, extendable=bool(more))

    def length_between(self, least: str, most: str) -> tuple[str | None, str | None]:
        return least, most

    def length_counts(self, least: int, most: int, unit: Unit) -> tuple[str | None, str | None]:
        return _iso(least, unit), _iso(most, unit)

    def length_bound(self, bound: Bound, amount: str) -> tuple[str | None, str | None]:
        return (amount, None) if bound == "least" else (None, amount)

    def length_most(self, amount: str) -> tuple[str | None, str | None]:
        return None, amount

    def length_week(self, _: Token) -> tuple[str | None, str | None]:
        return "P1W", "P1W"

    def length_exact(self, amount: str) -> tuple[str | None, str | None]:
        return amount, amount


def _spots_of(spans: Any) -> tuple[Spots, str | None]:
    """Spots and a time of day, whether the rule gave both or spots alone."""
    if spans and isinstance(spans[0], tuple):
        spots, clock = spans
        return spots, clock
    return spans, None


def _is(part: object, kind: str) -> bool:
    return isinstance(part, Token) and part.type == kind


def _finest(spots: Spots) -> Precision:
    order: Sequence[Precision] = ("day", "week", "month", "quarter", "half", "year")
    return min((spot.unit for spot in spots), key=order.index)


def _last_of(spot: Spot) -> Spot:
    """The day that a deadline names: the last one of the spot, or its mark."""
    day = spot.mark or spot.last
    return replace(spot, first=day, last=day, years=0, unit="day")


def _year_apart(spots: Spots) -> Spots:
    """Join a year to what stands before it after a comma: «октябрь, 2025 г.»."""
    years = [spot for spot in spots if spot.unit == "year"]
    others = [spot for spot in spots if spot.unit != "year"]
    if not years or not others:
        return spots
    if spots != (*others, *years) or any(spot.year is not None for spot in others):
        raise UnclearError(say.NOT_UNDERSTOOD())
    return tuple(replace(spot, year=one.year) for one in years for spot in others)


def _with_years(spots: Spots) -> tuple[Spots, Spots] | None:
    """Years for those of a list that lack one: in order, and all in the same year.

    «октябрь, февраль 2026» may be October 2025 or 2026. Nothing if none lacks a year.
    """
    if len(spots) == 1 or all(spot.year is not None for spot in spots):
        return None
    if spots[-1].year is None:
        filled: list[Spot] = []
        for spot in spots:
            before = filled[-1] if filled else None
            year = spot.year
            if year is None and before is not None and before.year is not None:
                year = before.year + int(spot.first < before.first)
            filled.append(replace(spot, year=year))
        if any(spot.year is None for spot in filled):
            raise UnclearError(say.NOT_UNDERSTOOD())
        return tuple(filled), tuple(filled)
    following = spots[-1]
    ordered = [following]
    for spot in reversed(spots[:-1]):
        year = spot.year
        if year is None and following.year is not None:
            year = following.year - int(spot.first > following.first)
        following = replace(spot, year=year)
        ordered.insert(0, following)
    same = tuple(replace(spot, year=spot.year or spots[-1].year) for spot in spots)
    return tuple(ordered), same


def _school_anchor(word: str) -> str:
    stems = (
        ("лагер", "camps"), ("осенн", "autumn-holidays"), ("зимн", "winter-holidays"),
        ("весенн", "spring-holidays"), ("летн", "summer-holidays"), ("каникул", "holidays"),
        ("кон", "school-year-end"), ("оконч", "school-year-end"), ("начал", "school-year-start"),
    )  # fmt: skip
    return next((anchor for stem, anchor in stems if stem in word), "exams")


def _iso(count: int, unit: Unit) -> str:
    sizes = {"day": (1, "D"), "week": (1, "W"), "month": (1, "M"), "quarter": (3, "M"),
             "half": (6, "M"), "year": (1, "Y"), "school year": (1, "Y")}  # fmt: skip
    if unit not in sizes:
        raise UnclearError(say.NOT_UNDERSTOOD())
    size, letter = sizes[unit]
    return f"P{count * size}{letter}"
