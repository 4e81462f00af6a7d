"""Days and weeks that are not as the working calendar has them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from matchmaker.domain.records import Choice, Record, col
from matchmaker.text import Text


class DaysKind(Choice):
    """What is special about some days."""

    OFF = "off", "выходные", "days off"
    WORKING = "working", "рабочие", "working days"
    SHORT = "short", "сокращённые", "shortened days"
    SCHOOL_HOLIDAYS = "school-holidays", "каникулы", "school holidays"
    TERM = "term", "учебная четверть", "school term"
    EXAMS = "exams", "экзамены", "exams"
    CAMPS = "camps", "летний лагерь", "summer camp"


class WorkWeek(Record):
    """How many days a week somebody works."""

    sheet: ClassVar[Text] = Text("Рабочая неделя", "Work week")

    who: Annotated[
        str, col("Кто", "Who", note=("Организация, человек или орган", "A school, person or body"))
    ]
    days: Annotated[Annotated[int, Field(ge=5, le=6)], col("Дней", "Days")]


class SpecialDays(Record):
    """Days that are not as the working calendar has them."""

    sheet: ClassVar[Text] = Text("Особые дни", "Special days")

    who: Annotated[
        str | None,
        col("Кто", "Who", note=("Пусто — весь муниципалитет", "Empty: the whole municipality")),
    ] = None
    kind: Annotated[DaysKind, col("Какие дни", "Kind")]
    starts: Annotated[date, col("Первый день", "First day", "С")]
    ends: Annotated[date | None, col("Последний день", "Last day", "По")] = None
    name: Annotated[str | None, col("Название", "Name", "Повод")] = None

    @property
    def last(self) -> date:
        """The last of the days."""
        return self.ends or self.starts
