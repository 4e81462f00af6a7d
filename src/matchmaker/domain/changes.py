"""What has happened, or was decided, since a timetable was published."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from matchmaker.domain.records import Choice, Record, col
from matchmaker.text import Text


class ChangeKind(Choice):
    """What has happened, or was decided."""

    DAY_OFF = "day-off", "актированный день", "day off"
    QUARANTINE = "quarantine", "карантин", "quarantine"
    HOLIDAYS = "holidays", "каникулы перенесены", "holidays moved"
    AWAY = "away", "человек в отъезде", "person away"
    CLOSED = "closed", "площадка закрыта", "venue closed"
    CANCEL = "cancel", "отменить мероприятие", "cancel the event"
    MOVE = "move", "перенести мероприятие", "move the event"
    PIN = "pin", "закрепить", "pin"
    ADD = "add", "добавлен ответственный", "person added"
    REPLACE = "replace", "замена", "replacement"


class Change(Record):
    """One thing that has changed since a timetable was published."""

    sheet: ClassVar[Text] = Text("Изменения", "Changes")

    kind: Annotated[ChangeKind, col("Что", "What", "Изменение", "Что случилось")]
    who: Annotated[
        str | None,
        col(
            "Кто",
            "Who",
            note=(
                "Человек, орган, организация или площадка; пусто — все. Добавленный "
                "ответственный отвечает вместе с другими, а где названы «Кто ещё может вести» — "
                "становится одним из них",
                "A person, body, school or venue; empty: everybody. Who is added is responsible "
                "with the others; where others who may lead are named, one of them",
            ),
        ),
    ] = None
    instead: Annotated[
        str | None,
        col("Вместо", "Instead of", note=("При замене: вместо кого", "Of a replacement: of whom")),
    ] = None
    starts: Annotated[date | None, col("С", "From", "Первый день")] = None
    ends: Annotated[
        date | None,
        col(
            "По",
            "To",
            "Последний день",
            note=(
                "Пусто — один день; при переносе того, что длится, — новый последний день "
                "(пусто — столько же рабочих дней)",
                "Empty: one day; of a stretch that is moved its new last day "
                "(empty: as many working days as before)",
            ),
        ),
    ] = None
    event: Annotated[
        str | None,
        col(
            "Мероприятие",
            "Event",
            note=("Номер строки плана, при надобности с планом", "Number, with its plan if needed"),
        ),
    ] = None
    day: Annotated[
        date | None,
        col(
            "На",
            "New date",
            "Новая дата",
            note=(
                "Куда перенести (перенесённое закреплено); у того, что длится, — новый первый день",
                "Where to (what is moved is pinned); of a stretch its new first day",
            ),
        ),
    ] = None
    note: Annotated[str | None, col("Примечание", "Note")] = None

    @property
    def last(self) -> date | None:
        """The last of its days."""
        return self.ends or self.starts
