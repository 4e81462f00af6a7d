"""Schools and the other organisations that people belong to."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from matchmaker.domain.records import Choice, Record, col
from matchmaker.text import Text


class OrganisationKind(Choice):
    """What an organisation is; the last four supply mentors under an agreement."""

    SCHOOL = "school", "школа", "school"
    KINDERGARTEN = "kindergarten", "детский сад", "kindergarten"
    EXTRA = "extra", "дополнительное образование", "extra-curricular centre"
    UNIVERSITY = "university", "вуз", "university"
    COLLEGE = "college", "колледж", "college"
    PARTNER = "partner", "социальный партнёр", "social partner"
    EMPLOYER = "employer", "организация-работодатель", "employer"

    @property
    def outside(self) -> bool:
        """Whether it stands outside the municipality's own network."""
        return self in {self.UNIVERSITY, self.COLLEGE, self.PARTNER, self.EMPLOYER}


class School(Record):
    """An organisation: a school, kindergarten, centre, university, partner."""

    sheet: ClassVar[Text] = Text("Организации", "Organisations")

    id: Annotated[
        str,
        col(
            "ID организации",
            "Organisation ID",
            "Код ОО",
            "school_id",
            "ID ОО",
            note=("Короткий код без повторов, например «ш201»", "A short unique code"),
        ),
    ]
    name: Annotated[
        str,
        col(
            "Организация", "Organisation", "Наименование ОО", "ОО", "Школа", "Краткое наименование"
        ),
    ]
    kind: Annotated[OrganisationKind, col("Вид организации", "Kind", "Тип")] = (
        OrganisationKind.SCHOOL
    )
    district: Annotated[str | None, col("Район", "District", "Территория")] = None
    settlement: Annotated[str | None, col("Населённый пункт", "Settlement")] = None
    rural: Annotated[bool | None, col("Сельская", "Rural", "Село")] = None
    latitude: Annotated[
        Annotated[float, Field(ge=-90, le=90)] | None, col("Широта", "Latitude")
    ] = None
    longitude: Annotated[
        Annotated[float, Field(ge=-180, le=180)] | None, col("Долгота", "Longitude")
    ] = None
    shifts: Annotated[frozenset[str], col("Смены", "Shifts", note=("1 или 1, 2", "1 or 1, 2"))] = (
        frozenset()
    )
    curator: Annotated[str | None, col("Куратор", "Curator", refers="person")] = None
    deputy_curator: Annotated[
        str | None, col("Заместитель куратора", "Deputy curator", refers="person")
    ] = None
    model_order: Annotated[
        str | None,
        col("Приказ о внедрении модели, №", "Order introducing the model, no."),
    ] = None
    model_order_date: Annotated[
        date | None, col("Дата приказа о внедрении", "Date of that order")
    ] = None
    low_results: Annotated[
        bool | None, col("НОР", "Low results", "Низкие образовательные результаты")
    ] = None
    hard_context: Annotated[
        bool | None, col("ССУ", "Hard social context", "Сложные социальные условия")
    ] = None
    stably_high: Annotated[
        bool | None, col("Стабильно высокие результаты", "Stably high results")
    ] = None
    resilient: Annotated[bool | None, col("Резильентная", "Resilient")] = None
    outside_limit: Annotated[
        Annotated[int, Field(ge=0)] | None,
        col(
            "Не больше наставляемых из других ОО",
            "At most mentees from elsewhere",
            note=(
                "Сколько наставляемых из других организаций могут принять наставники; "
                "пусто: по правилам",
                "How many mentees of other organisations its mentors may take; "
                "empty: by the policy",
            ),
        ),
    ] = None
    pay_budget: Annotated[
        Annotated[int, Field(ge=0)] | None,
        col("Бюджет доплат, ₽ в месяц", "Budget for mentors' pay, ₽ a month", unit="rub"),
    ] = None
    agreement: Annotated[str | None, col("Соглашение, №", "Agreement, no.")] = None
    agreement_from: Annotated[date | None, col("Соглашение с", "Agreement from")] = None
    agreement_to: Annotated[date | None, col("Соглашение по", "Agreement to")] = None

    @property
    def priority(self) -> bool:
        """Whether the school has low results or a hard social context."""
        return bool(self.low_results or self.hard_context)

    @property
    def strong(self) -> bool:
        """Whether the school has stably high results or is resilient."""
        return bool(self.stably_high or self.resilient)

    @property
    def asks(self) -> bool:
        """Whether the school is one that others help: a priority one without high results."""
        return self.priority and not self.strong

    def agreement_holds(self, day: date) -> bool:
        """Whether an outside organisation has an agreement in force on this day."""
        return bool(
            self.agreement
            and (self.agreement_from is None or self.agreement_from <= day)
            and (self.agreement_to is None or day <= self.agreement_to)
        )


class Distance(Record):
    """How far two organisations are from each other (the same both ways)."""

    sheet: ClassVar[Text] = Text("Расстояния", "Distances")

    start: Annotated[str, col("Откуда", "From", refers="school")]
    end: Annotated[str, col("Куда", "To", refers="school")]
    minutes: Annotated[
        Annotated[int, Field(ge=0)] | None,
        col("Минут в пути", "Minutes", "Время, мин", unit="minutes"),
    ] = None
    kilometres: Annotated[
        Annotated[float, Field(ge=0)] | None,
        col("Километров", "Kilometres", "Расстояние, км", unit="km"),
    ] = None
