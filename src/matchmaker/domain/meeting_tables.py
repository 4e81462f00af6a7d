"""The tables about meetings: who is busy when, and how often a programme meets.

They stand apart from the tables of the municipality and of the roadmap: a lesson that is moved
must make neither the plan of pairs nor the roadmap stale, and both are known by the
fingerprints of their own tables.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, ClassVar, Self

from pydantic import Field

from matchmaker.domain.busy import Busy
from matchmaker.domain.municipality import Municipality
from matchmaker.domain.records import Record, col
from matchmaker.errors import InputError, Issue
from matchmaker.messages import meetings as say
from matchmaker.text import Text


class MeetingRule(Record):
    """How often and how long the pairs of a programme meet."""

    sheet: ClassVar[Text] = Text("Встречи", "Meetings")

    programme: Annotated[str, col("Программа", "Programme", "Форма наставничества")]
    per_month: Annotated[
        Annotated[int, Field(ge=1, le=4)] | None,
        col(
            "Встреч в месяц",
            "Meetings a month",
            note=(
                "Месяц — четыре учебные недели: 1 — раз в четыре недели, 2 — раз в две, 3 и 4 — "
                "каждую неделю. Недели каникул не считаются, поэтому в календарном месяце встреч "
                "бывает больше или меньше",
                "A month is four weeks of lessons: 1: every fourth week, 2: every second, 3 and 4: "
                "every week. Weeks of holidays are not counted, so a calendar month may have more "
                "or fewer",
            ),
        ),
    ] = None
    minutes: Annotated[
        Annotated[int, Field(ge=15, le=240)] | None,
        col("Минут", "Minutes", "Длительность, мин", unit="minutes"),
    ] = None
    first_within: Annotated[
        Annotated[int, Field(ge=1, le=60)] | None,
        col(
            "Знакомство, рабочих дней",
            "First meeting within, working days",
            note=(
                "В течение скольких рабочих дней пара знакомится",
                "Within how many working days the pair gets acquainted",
            ),
        ),
    ] = None
    holidays: Annotated[
        bool | None, col("В каникулы", "In school holidays", "Встречи в каникулы")
    ] = None


MEETING_TABLES: tuple[type[Record], ...] = (Busy, MeetingRule)
"""Every table about meetings."""


class MeetingTables(Record):
    """What is known of the weeks of people and of the ways of programmes to meet."""

    sheet: ClassVar[Text] = MeetingRule.sheet

    busy: tuple[Busy, ...] = ()
    rules: tuple[MeetingRule, ...] = ()
    warnings: tuple[Issue, ...] = ()

    @classmethod
    def build(cls, records: Iterable[Record], issues: Sequence[Issue] = ()) -> Self:
        """Make the whole of the rows of both tables.

        Raises
        ------
        InputError
            with every problem: stretches that end before they begin, a programme twice.
        """
        rows: dict[type[Record], list[Any]] = {table: [] for table in MEETING_TABLES}
        for record in records:
            rows[type(record)].append(record)
        found = [*issues, *_problems(rows[Busy], rows[MeetingRule])]
        errors = [issue for issue in found if issue.severity == "error"]
        if errors:
            raise InputError(errors)
        return cls(busy=tuple(rows[Busy]), rules=tuple(rows[MeetingRule]), warnings=tuple(found))

    def resolved(self, municipality: Municipality, programmes: Iterable[str]) -> Self:
        """The same rows with the IDs of people, in an order of their own.

        Parameters
        ----------
        programmes : names of the programmes there are.

        Raises
        ------
        InputError
            with every person or programme that is not known.
        """
        known = list(programmes)
        issues = [
            Issue(
                rule.at("programme"),
                say.UNKNOWN_PROGRAMME(),
                say.ONE_OF(known=", ".join(known)),
                rule.programme,
            )
            for rule in self.rules
            if rule.programme not in known
        ]
        busy = []
        for row in self.busy:
            person = municipality.find_person(row.person)
            if person is None:
                issues.append(
                    Issue(row.at("person"), say.UNKNOWN_PERSON(), say.PERSON_MEND(), row.person)
                )
            else:
                busy.append(row.model_copy(update={"person": person.id}))
        if issues:
            raise InputError(issues)
        busy.sort(key=lambda row: (row.person, row.day.value, row.starts, row.ends))
        return self.model_copy(update={"busy": tuple(busy)})


def _problems(busy: Sequence[Busy], rules: Sequence[MeetingRule]) -> Iterable[Issue]:
    for row in busy:
        if row.ends <= row.starts:
            yield Issue(
                row.at("ends"), say.STRETCH_SWAPPED(), say.STRETCH_MEND(), f"{row.ends:%H:%M}"
            )
    twice = Counter(rule.programme for rule in rules)
    for rule in rules:
        if twice[rule.programme] > 1:
            twice[rule.programme] = 0
            yield Issue(rule.at("programme"), say.PROGRAMME_TWICE(), "", rule.programme)
