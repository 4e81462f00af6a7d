"""What each phrase of the grammar means: its kind, its days, its other readings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lark import Token, v_args

from matchmaker.messages import dates as say
from matchmaker.roadmap.dates import readings, recurrence
from matchmaker.roadmap.dates.duration_rules import DurationRules
from matchmaker.roadmap.dates.frequency_rules import FrequencyRules, Often, recurrence_of
from matchmaker.roadmap.dates.meaning import Meaning, Named
from matchmaker.roadmap.dates.recurrence import Days, Every, Fixed, OfYear, Since
from matchmaker.roadmap.dates.spot_rules import Clock, SpotRules
from matchmaker.roadmap.dates.spots import Conventions, Spot, Spots, UnclearError
from matchmaker.roadmap.dates.undated_rules import UndatedRules
from matchmaker.roadmap.windows import Kind, Window


@v_args(inline=True)
class Meanings(SpotRules, FrequencyRules, UndatedRules, DurationRules):
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
        spots = readings.year_apart(spots)
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
        named: list[Named] = []
        for name, included in choices:
            if spot.year is None:
                of_year = recurrence.yearly_deadline([spot], self.conventions, included)
                named.append((name, Every(of_year, named=True)))
            else:
                end = spot.deadline(spot.year, self.conventions)[0 if included else 1]
                named.append((name, Fixed((Window(None, end),))))
        time = str(clock) if clock else None
        return Meaning(kind, tuple(named), found, "day", time=time)

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

    def reference_on(self, spot: Spot) -> Meaning:
        return replace(self.fixed((spot,)), reference=True)

    def always_within(self, _: Token, spans: Any) -> Meaning:
        return replace(self.fixed(spans), kind=Kind.OPEN, recurrence=None)


def _spots_of(spans: Any) -> tuple[Spots, str | None]:
    """Spots and a time of day, whether the rule gave both or spots alone."""
    if spans and isinstance(spans[0], tuple):
        spots, clock = spans
        return spots, clock
    return spans, None


def _last_of(spot: Spot) -> Spot:
    """The day that a deadline names: the last one of the spot, or its mark."""
    day = spot.mark or spot.last
    return replace(spot, first=day, last=day, years=0, unit="day")
