"""What the curator decided, and the pairs of past years."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from matchmaker.domain.records import Choice, Record, col
from matchmaker.text import Text


class DecisionKind(Choice):
    """What the curator wants of a pair."""

    PIN = "pin", "закрепить", "pin"
    FORBID = "forbid", "исключить", "forbid"
    KEEP = "keep", "сохранить", "keep"
    PREFER = "prefer", "предпочесть", "prefer"
    AVOID = "avoid", "избегать", "avoid"


class Reason(Choice):
    """Why, from a short list: no free text about a person is kept."""

    CURATOR = "curator", "решение куратора", "decision of the curator"
    BY_REQUEST = "by_request", "по просьбе стороны", "a side asked"
    KINSHIP = "kinship", "родство", "kinship"
    AGREED = "agreed", "пара уже договорилась", "the pair has agreed already"
    CONTINUES = "continues", "продолжение программы", "the programme goes on"


class Decision(Record):
    """One decision of the curator about one pair."""

    sheet: ClassVar[Text] = Text("Решения", "Decisions")

    kind: Annotated[DecisionKind, col("Решение", "Decision")]
    mentor: Annotated[str, col("Наставник", "Mentor", refers="mentor")]
    mentee: Annotated[str, col("Наставляемый", "Mentee", refers="mentee")]
    reason: Annotated[Reason, col("Причина", "Reason")] = Reason.CURATOR
    author: Annotated[str | None, col("Кто решил", "Decided by")] = None
    day: Annotated[date | None, col("Дата", "Date")] = None
    until: Annotated[date | None, col("Действует до", "Valid until")] = None


class Outcome(Choice):
    """How a past pair ended."""

    FINISHED = "finished", "завершена", "finished"
    UNFINISHED = "unfinished", "не завершена", "unfinished"
    STOPPED = "stopped", "прекращена", "stopped"


class PastPair(Record):
    """A pair of a past school year."""

    sheet: ClassVar[Text] = Text("Прошлые пары", "Past pairs")

    school_year: Annotated[str, col("Учебный год", "School year")]
    mentor: Annotated[str, col("Наставник", "Mentor", refers="person")]
    mentee: Annotated[str, col("Наставляемый", "Mentee", refers="person")]
    programme: Annotated[str | None, col("Программа", "Programme")] = None
    started: Annotated[date | None, col("Начало", "Started")] = None
    ended: Annotated[date | None, col("Окончание", "Ended")] = None
    outcome: Annotated[Outcome, col("Итог", "Outcome")] = Outcome.FINISHED
