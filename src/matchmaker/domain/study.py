"""What an event teaches and whom: columns that rows of a roadmap share with courses."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from matchmaker.domain.records import Choice, Record, col
from matchmaker.domain.topics import Topic


class Trainee(Choice):
    """Whom a course trains for their part in mentoring."""

    MENTORS = "mentors", "наставники", "mentors"
    CURATORS = "curators", "кураторы", "curators"


class Study(Record):
    """What an event teaches: the requests it answers, its hours, the programme it belongs to."""

    topics: Annotated[
        frozenset[Topic],
        col(
            "Отвечает на запросы",
            "Answers requests",
            "Темы запросов",
            note=(
                "Темы через запятую; пусто — темы предлагаются по словам названия и результата",
                "Topics, separated by commas; empty: proposed by the words of title and result",
            ),
        ),
    ] = frozenset()
    trains: Annotated[
        frozenset[Trainee],
        col(
            "Обучает",
            "Trains",
            note=(
                "наставники, кураторы — если это курс для тех, кто ещё не обучен; "
                "пусто — решают слова названия",
                "mentors, curators: a course for those not trained yet; "
                "empty: the words of the title decide",
            ),
        ),
    ] = frozenset()
    hours: Annotated[
        Annotated[int, Field(ge=1, le=500)] | None,
        col("Часов", "Hours", note=("Учебных часов за один раз", "Hours of study each time")),
    ] = None
    module: Annotated[
        str | None,
        col(
            "Модуль программы",
            "Module of programme",
            "Программа курса",
            note=(
                "Название программы: её модули проходят все вместе, часы складываются",
                "Name of the programme: its modules are taken together, their hours add up",
            ),
        ),
    ] = None
