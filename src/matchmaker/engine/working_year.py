"""The verb ``calendar``: the working calendar of a year."""

from __future__ import annotations

from typing import cast

from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import calendar as say
from matchmaker.roadmap.workdays.production import ProductionYear, Week, production_year


def calendar(year: int, week: int = 5) -> ProductionYear:
    """The working calendar of a year for a week of five or six days.

    Raises
    ------
    InputError
        if the year is not known or there is no such week.
    """
    if week not in {5, 6}:
        raise InputError([Issue(Place(), say.WEEK_UNKNOWN(), value=str(week))])
    return production_year(year, cast("Week", week))
