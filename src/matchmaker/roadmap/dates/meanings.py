"""What each phrase of the grammar means: its kind, its days, its other readings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lark import Token, v_args

from matchmaker.messages import dates as say
from matchmaker.roadmap.dates import readings, recurrence
from matchmaker.roadmap.dates.day_rules import DayRules
from matchmaker.roadmap.dates.days import Days, Every, Fixed, OfYear, Since
from matchmaker.roadmap.dates.duration_rules import DurationRules
from matchmaker.roadmap.dates.frequency_rules import FrequencyRules
from matchmaker.roadmap.dates.meaning import Meaning, Named
from matchmaker.roadmap.dates.often import Often, recurrence_of
from matchmaker.roadmap.dates.span_rules import SpanRules
from matchmaker.roadmap.dates.spot_rules import Clock
from matchmaker.roadmap.dates.spots import Conventions, Spot, Spots, UnclearError, day_spot
from matchmaker.roadmap.dates.undated_rules import UndatedRules
from matchmaker.roadmap.windows import Kind, Window


@v_args(inline=True)
class Meanings(SpanRules, FrequencyRules, DayRules, UndatedRules, DurationRules):
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
        spots = readings.year_apart(tuple(dict.fromkeys(spots)))
        parts = any(spot.weekday is not None or spot.unit == "week" for spot in spots[:-1])
        if parts and any(spot.unit == "month" for spot in spots):
            raise UnclearError(say.NOT_UNDERSTOOD())  # «вторая среда октября, ноября»
        if all(spot.year is None for spot in spots):
            found = self._yearly(spots)
            if found.recurrence and clock:
                found = replace(found, recurrence=replace(found.recurrence, time=clock))
            return found
        point = all(_one_day(spot) for spot in spots)
        return Meaning(
            Kind.POINT if point else Kind.RANGE,
            readings.dated(spots, self.conventions),
            precision=readings.finest(spots),
            time=clock,
        )

    def _yearly(self, spots: Spots, often: Often | None = None) -> Meaning:
        """What has days of the year and no year comes every year."""
        interval = often.interval if often else 1

        def days(*some: Spot) -> Days:
            of_year = recurrence.yearly(some, self.conventions)
            return Every(of_year, named=True, interval=interval)

        named = readings.vague(spots[0], days) if len(spots) == 1 else (("", days(*spots)),)
        found = recurrence_of(spots, interval)
        if often is not None:
            found = replace(found, times=often.recurrence.times, bound=often.recurrence.bound)
        return Meaning(Kind.RECURRING, named, found, readings.finest(spots))

    # ---- deadlines and beginnings --------------------------------------------------------

    def deadline(self, *parts: Spot | Clock) -> Meaning:
        return self._deadline(parts, disputed=True)

    def day_of_that_month(self, month: Spot, day: int) -> Meaning:
        """«Август, до 25 числа»."""
        return self.deadline(day_spot(month.first[0], day, month.year))

    def not_later(self, *parts: Spot | Clock) -> Meaning:
        return self._deadline(parts, disputed=False)

    def _deadline(self, parts: tuple[Spot | Clock, ...], *, disputed: bool) -> Meaning:
        """By a day: «до» and «к» may or may not include it, «не позднее» does."""
        spots, clock = self.spans(*parts)
        years = {spot.unit == "year" for spot in spots}
        if len({spot.year is None for spot in spots}) > 1 or len(years) > 1:
            raise UnclearError(say.WHOSE_YEARS())
        found = None
        if spots[0].year is None:
            found = recurrence_of([_last_of(spot) for spot in spots])
        named: tuple[Named, ...]
        if len(spots) == 1 and readings.end_of_any_year(spots[0]):
            school = readings.edge_of_school_year(spots[0])
            named = (
                (say.CALENDAR_YEARS(), self._due(spots, included=True)),
                (say.SCHOOL_YEARS(), self._due((school,), included=True)),
            )
        elif not disputed or all(_settled(spot) for spot in spots):
            named = (("", self._due(spots, included=True)),)
        else:
            named = self._disputed(
                self._due(spots, included=True), self._due(spots, included=False)
            )
        kind = Kind.DEADLINE if found is None else Kind.RECURRING
        return Meaning(kind, named, found, "day", time=clock)

    def _due(self, spots: Spots, *, included: bool) -> Days:
        if spots[0].year is None:
            of_year = recurrence.yearly_deadline(spots, self.conventions, included)
            return Every(of_year, named=True)
        which = 0 if included else 1
        ends = [spot.deadline(spot.year or 0, self.conventions)[which] for spot in spots]
        return Fixed(tuple(Window(None, end) for end in sorted(ends)))

    def _disputed(self, included: Days, excluded: Days) -> tuple[Named, ...]:
        named = ((say.INCLUDED(), included), (say.EXCLUDED(), excluded))
        return named if self.conventions.inclusive else named[::-1]

    def since(self, first: Spot | Token, *_: Token) -> Meaning:
        spot = first if isinstance(first, Spot) else SpanRules.year(self, first)
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
        named = self._often(often)
        if often.every_nth is not None:
            named = ((say.OF_MONTH(), named[0][1]), (say.EVERY_NTH(), Every(often.every_nth)))
        if often.excluded is not None:
            named = self._disputed(Every(often.of_year), Every(often.excluded))
        return Meaning(
            Kind.RECURRING, named, often.recurrence, often.precision,
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
            days = any(_one_day(spot) for spot in spots)
            years = all(spot.unit == "year" for spot in spots)
            if days or (often.recurrence.freq == "yearly" and not years):
                raise UnclearError(say.NOT_UNDERSTOOD())  # once or again?
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

    def always_since(self, _: Token, since: Meaning) -> Meaning:
        return since

    def recurring_since(self, often: Often, since: Meaning) -> Meaning:
        ((_, days),) = since.readings
        limits, _ = days.within(None)
        if often.of_year is None or often.spots or not limits:
            raise UnclearError(say.NOT_UNDERSTOOD())
        return replace(self.recurring(often), readings=self._often(often, tuple(limits)))

    def since_recurring(self, since: Meaning, often: Often) -> Meaning:
        return self.recurring_since(often, since)

    def yearly_on(self, spot: Spot) -> Meaning:
        """«Сентябрь 2025, далее ежегодно»."""
        if spot.year is None or spot.unit == "year":
            raise UnclearError(say.NOT_UNDERSTOOD())
        since = Window(spot.window(spot.year, self.conventions).start, None)
        every = replace(spot, year=None)
        days = Every(recurrence.yearly([every], self.conventions), (since,), named=True)
        return Meaning(Kind.RECURRING, (("", days),), recurrence_of([every]), spot.unit)

    def recurring_school_time(self, often: Often, word: Token) -> Meaning:
        if often.recurrence.freq != "yearly" or often.interval != 1:
            raise UnclearError(say.NOT_UNDERSTOOD())
        return self.school_time(word)

    def recurring_deadline(self, often: Often, deadline: Meaning) -> Meaning:
        yearly = often.recurrence.freq == "yearly" and often.interval == 1
        if not yearly or deadline.recurrence is None:
            raise UnclearError(say.NOT_UNDERSTOOD())
        return deadline

    def deadline_recurring(self, deadline: Meaning, often: Often) -> Meaning:
        return self.recurring_deadline(often, deadline)

    def reference(self, day: int, month: Token, *_: Any) -> Meaning:
        return replace(self._yearly((self.day_month(day, month),)), reference=True)

    def reference_on(self, spot: Spot) -> Meaning:
        return replace(self.fixed((spot,)), reference=True)

    def recurring_reference(self, often: Often, spot: Spot) -> Meaning:
        if often.recurrence.freq != "yearly" or often.interval != 1 or spot.year is not None:
            raise UnclearError(say.NOT_UNDERSTOOD())
        return self.reference_on(spot)

    def reference_recurring(self, spot: Spot, often: Often) -> Meaning:
        return self.recurring_reference(often, spot)

    def always_within(self, _: Token, spans: Any) -> Meaning:
        return replace(self.fixed(spans), kind=Kind.OPEN, recurrence=None)


def _spots_of(spans: Any) -> tuple[Spots, str | None]:
    """Spots and a time of day, whether the rule gave both or spots alone."""
    if spans and isinstance(spans[0], tuple):
        spots, clock = spans
        return spots, clock
    return spans, None


def _one_day(spot: Spot) -> bool:
    on_date = spot.unit == "day" and spot.first == spot.last and not spot.years
    return on_date or spot.weekday is not None


def _settled(spot: Spot) -> bool:
    """Whether a deadline includes its day beyond dispute: «до конца мая»."""
    return (spot.mark is not None and spot.mark == spot.last) or spot.school


def _last_of(spot: Spot) -> Spot:
    """The day that a deadline names: the last one of the spot, or its mark."""
    day = spot.mark or spot.last
    return replace(spot, first=day, last=day, years=0, unit="day")
