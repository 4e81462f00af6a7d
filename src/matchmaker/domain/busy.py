"""When people are busy in a usual week, and what weekdays are called."""

from __future__ import annotations

import re
from datetime import time
from typing import Annotated, ClassVar

from matchmaker.domain.records import Choice, Record, col, fold
from matchmaker.text import Text


class Weekday(Choice):
    """A day of the week."""

    MONDAY = "1", "понедельник", "Monday"
    TUESDAY = "2", "вторник", "Tuesday"
    WEDNESDAY = "3", "среда", "Wednesday"
    THURSDAY = "4", "четверг", "Thursday"
    FRIDAY = "5", "пятница", "Friday"
    SATURDAY = "6", "суббота", "Saturday"
    SUNDAY = "7", "воскресенье", "Sunday"

    @property
    def number(self) -> int:
        """Its number as the calendar has it: 0 is Monday."""
        return int(self.value) - 1

    @classmethod
    def read(cls, word: str) -> Weekday | None:
        """The day that a word names; short forms and cases are understood."""
        folded = fold(word)
        return next((day for day, stem in _STEMS if re.fullmatch(stem, folded)), None)


_STEMS = tuple(
    (day, rf"{day.value}|{stem}")
    for day, stem in zip(
        Weekday,
        (
            r"пн|понедельник[иау]?|mon(day)?",
            r"вт|вторник[иау]?|tue(sday)?",
            r"ср|сред[аыуе]|wed(nesday)?",
            r"чт|четверг[иау]?|thu(rsday)?",
            r"пт|пятниц[аыуе]|fri(day)?",
            r"сб|суббот[аыуе]|sat(urday)?",
            r"вс|воскресень[еяю]|sun(day)?",
        ),
        strict=True,
    )
)


def weekdays_in(text: str) -> tuple[Weekday, ...] | None:
    """The days that a cell names, such as «вт, чт»; nothing if a word of it is no day."""
    words = [word for word in re.split(r"[,;/]|\s+и\s+|\s+", text.strip()) if word]
    days = [Weekday.read(word) for word in words]
    return None if None in days or not days else tuple(day for day in days if day is not None)


class BusyKind(Choice):
    """With what somebody is busy."""

    LESSONS = "lessons", "уроки", "lessons"
    OTHER = "other", "другое", "other"


class Busy(Record):
    """A stretch of the usual week in which somebody cannot meet."""

    sheet: ClassVar[Text] = Text("Занятость", "Busy hours")

    person: Annotated[
        str,
        col(
            "Педагог",
            "Person",
            "ФИО",
            "Кто",
            "ID",
            refers="person",
            note=(
                "По строке на каждый занятый промежуток недели",
                "One row for every busy stretch of the week",
            ),
        ),
    ]
    day: Annotated[Weekday, col("День недели", "Weekday", "День")]
    starts: Annotated[time, col("С", "From", "Начало", note=("Например, 8:00", "Such as 8:00"))]
    ends: Annotated[time, col("До", "To", "По", "Конец", "Окончание")]
    kind: Annotated[
        BusyKind,
        col(
            "Чем занят",
            "What",
            "Занятие",
            note=(
                "Уроки или другое. Если уроки указаны, по смене они не предполагаются",
                "Lessons or other. Where lessons are stated, none are supposed by the shift",
            ),
        ),
    ] = BusyKind.LESSONS
