"""On which days people may meet: worked, pupils at school, nobody at an event or away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from matchmaker.domain import Municipality, OrganisationKind, Person
from matchmaker.domain.people import Status
from matchmaker.domain.roadmap import Roadmap
from matchmaker.roadmap.workdays.calendar import WorkingCalendar
from matchmaker.roadmap.workdays.calendars import Calendars, calendars_of

ONE_DAY = timedelta(1)


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a municipality's people.

    Attributes
    ----------
    events : person → days that events take.
    """

    municipality: Municipality
    calendars: Calendars
    events: Mapping[str, frozenset[date]] = field(default_factory=dict)
    _kinds: dict[tuple[WorkingCalendar, date], tuple[bool, bool]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    """Of a calendar and a day: whether it is worked, and whether pupils have holidays."""
    _own: dict[str, WorkingCalendar] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def open(self, person: str, on: date, *, holidays: bool) -> bool:
        """Whether the person works on a day and, unless holidays are allowed, pupils are in.

        Events are another matter: they take single days from single people.
        """
        who = self.municipality.person[person]
        if not _present(who, on):
            return False
        works, pupils_away = self._kind(person, on)
        return works and (holidays or not pupils_away or not self._teaches(who))

    def usable(self, person: str, on: date, *, holidays: bool) -> bool:
        """Whether the day is open to the person and no event takes it."""
        return on not in self.events.get(person, ()) and self.open(person, on, holidays=holidays)

    def preliminary(self, starts: date, ends: date) -> tuple[int, ...]:
        """Years of a period whose calendar may still change."""
        calendar = self.calendars.of()
        return tuple(
            year
            for year in range(starts.year, ends.year + 1)
            if calendar.status(year) == "preliminary"
        )

    def _kind(self, person: str, on: date) -> tuple[bool, bool]:
        if person not in self._own:
            self._own[person] = self.calendars.of(person)
        calendar = self._own[person]
        key = calendar, on
        if key not in self._kinds:
            self._kinds[key] = calendar.is_working(on), calendar.school_holidays(on) is not None
        return self._kinds[key]

    def _teaches(self, person: Person) -> bool:
        """Only a school has school holidays: kindergartens and partners work through them."""
        return self.municipality.school[person.school].kind is OrganisationKind.SCHOOL


def days_of(
    municipality: Municipality,
    roadmap: Roadmap | None = None,
    events: Mapping[str, frozenset[date]] | None = None,
) -> Days:
    """The days of people by the calendars that the tables of a roadmap state, if there are any.

    Raises
    ------
    InputError
        with every row of special days or weeks that is not clear.
    """
    stated = roadmap or Roadmap()
    whole = Roadmap(
        weeks=stated.weeks,
        days=stated.days,
        schools=municipality.schools,
        people=municipality.people,
    )
    return Days(municipality, calendars_of(whole), events or {})


def _present(person: Person, on: date) -> bool:
    """Somebody away for a time comes back on a known day; without it nothing is known."""
    if person.status is Status.ABSENT and person.absent_until is not None:
        return on > person.absent_until
    return True
