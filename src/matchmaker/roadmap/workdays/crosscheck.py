"""The table of transfers against a second source: where the two disagree about a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from matchmaker.messages import calendar as say
from matchmaker.roadmap.workdays.production import dotted, is_weekend, production_year
from matchmaker.roadmap.workdays.transfers import ordered_days


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A day that is worked by one source and off by the other."""

    date: date
    worked: bool
    """By the table; the package says the opposite."""

    def __str__(self) -> str:
        words = (say.IS_WORKED(), say.IS_OFF())
        ours, package = words if self.worked else words[::-1]
        return say.DISAGREEMENT(day=dotted(self.date), ours=ours, package=package)

    def to_json(self) -> dict[str, str]:
        """The disagreement as plain data."""
        ours, package = ("working", "off") if self.worked else ("off", "working")
        return {"date": self.date.isoformat(), "table": ours, "package": package}


def disagreements(year: int) -> tuple[Disagreement, ...]:
    """Days of a five-day week that the package ``holidays`` has otherwise than the table.

    Days ordered non-working by the President (2020, 2021) are left out: the package has none
    of them. Of a preliminary year the package knows the holidays but not where Article 112
    moves a day off, so a day that is off by the law alone does not count; that the package has
    a day off or a working weekend that is not here does: the decree may have been issued.
    """
    import holidays

    package = holidays.country_holidays("RU", years=year)
    found = []
    calendar = production_year(year, 5)
    lent = {move.given for move in calendar.moved_by_law} if not calendar.decree else set()
    for day in calendar.days:
        weekend = is_weekend(day.date, 5) and day.date not in package.weekend_workdays
        off = weekend or day.date in package
        excused = day.date in ordered_days() or (day.date in lent and not off)
        if day.works == off and not excused:
            found.append(Disagreement(day.date, day.works))
    return tuple(found)
