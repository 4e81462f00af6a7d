"""Plans of events and their rows, as the documents have them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import Field

from matchmaker.domain.records import Choice, Record, col
from matchmaker.domain.study import Study
from matchmaker.text import Text


class YearEnd(Choice):
    """On what day a school year ends."""

    EVENTS = "05-31", "31 мая", "31 May"
    PEOPLE = "08-31", "31 августа", "31 August"


class Demand(Choice):
    """Whether an event takes the days of its participants."""

    OCCUPIES = "occupies", "занимает день", "occupies the day"
    SPANS = "spans", "идёт в течение срока", "spans the time"


class Shift(Choice):
    """Where a deadline on a day off goes."""

    BEFORE = "before", "на рабочий день раньше", "to the working day before"
    AFTER = "after", "на рабочий день позже", "to the working day after"


class Mark(Choice):
    """Whether a row was carried out."""

    DONE = "done", "выполнено", "done"
    PARTLY = "partly", "выполнено частично", "partly done"
    NOT_DONE = "not", "не выполнено", "not done"
    CANCELLED = "cancelled", "отменено", "cancelled"


class RoadmapPlan(Record):
    """The head of a plan: what it is called, of what day its order is, for what period."""

    sheet: ClassVar[Text] = Text("Планы", "Plans")

    id: Annotated[str, col("План", "Plan", "part", note=("Короткое имя", "A short name"))]
    title: Annotated[str | None, col("Название", "Title", "Наименование плана")] = None
    order_date: Annotated[
        date | None, col("Дата приказа", "Order date", "order_date", "Приказ от")
    ] = None
    newest_act: Annotated[
        date | None,
        col(
            "Самый новый акт",
            "Newest act cited",
            "cited_acts_latest",
            note=(
                "Дата самого нового документа, на который ссылается приказ",
                "The date of the newest document the order refers to",
            ),
        ),
    ] = None
    starts: Annotated[date | None, col("Начало", "Starts", "period_start", "Начало периода")] = None
    ends: Annotated[date | None, col("Окончание", "Ends", "period_end", "Конец периода")] = None
    school_year_end: Annotated[
        YearEnd,
        col(
            "Учебный год кончается",
            "School year ends",
            note=(
                "31 мая для мероприятий, 31 августа для людей и показателей",
                "31 May for events, 31 August for people and indicators",
            ),
        ),
    ] = YearEnd.EVENTS
    reference: Annotated[
        bool,
        col(
            "Только для сравнения",
            "For comparison only",
            note=(
                "Да: с этим планом сравнивают план школы, сам он здесь не проверяется",
                "Yes: a school's plan is compared with it, it is not audited here",
            ),
        ),
    ] = False
    inclusive: Annotated[
        bool,
        col(
            "«До» включает день",
            "“By” includes the day",
            note=(
                "Да: «до 1 ноября» и «к 1 ноября» — по 1 ноября включительно",
                "Yes: by 1 November is 1 November included",
            ),
        ),
    ] = True
    school: Annotated[
        str | None,
        col(
            "Организация",
            "Organisation",
            "ОО",
            note=("Чей это план, если не муниципальный", "Whose plan it is, if a school's own"),
            refers="school",
        ),
    ] = None
    parent: Annotated[
        str | None,
        col(
            "Муниципальный план",
            "Municipal plan",
            note=("План, из которого взят этот", "The plan this one is taken from"),
        ),
    ] = None
    note: Annotated[str | None, col("Примечание", "Note", "note")] = None


class Event(Study):
    """One row of a plan, in its own words."""

    sheet: ClassVar[Text] = Text("Дорожная карта", "Roadmap")

    plan: Annotated[str, col("План", "Plan", "part")]
    number: Annotated[str | None, col("Номер", "Number", "num", "№ п/п")] = None
    section: Annotated[str | None, col("Раздел", "Section", "Направление")] = None
    title: Annotated[
        str, col("Мероприятие", "Event", "title", "Наименование мероприятия", "Мероприятия")
    ]
    dates: Annotated[
        str | None,
        col(
            "Срок",
            "Dates",
            "date",
            "Сроки",
            "Срок реализации",
            "Сроки реализации",
            note=("Как в документе: «сентябрь–октябрь, ежегодно»", "As the document has it"),
            unit="verbatim",
        ),
    ] = None
    responsible: Annotated[
        str | None, col("Ответственные", "Responsible", "resp", "Исполнители")
    ] = None
    participants: Annotated[str | None, col("Участники", "Participants", "participants")] = None
    supposed_participants: Annotated[
        str | None,
        col("Предполагаемые участники", "Supposed participants", "participants_inferred"),
    ] = None
    result: Annotated[str | None, col("Результат", "Result", "result", "Ожидаемый результат")] = (
        None
    )
    demand: Annotated[
        Demand | None,
        col(
            "Занятость",
            "Demand",
            note=(
                "Пусто — решают слова названия: школа, курс, семинар занимают день; "
                "мониторинг, конкурс, разработка идут в течение срока",
                "Empty: the words of the title decide",
            ),
        ),
    ] = None
    after: Annotated[
        frozenset[str],
        col(
            "После",
            "After",
            note=(
                "Номера строк того же плана, которые должны кончиться раньше",
                "Numbers of rows of the same plan that must end before",
            ),
        ),
    ] = frozenset()
    lead_days: Annotated[
        Annotated[int, Field(ge=0)] | None,
        col(
            "Запас, рабочих дней",
            "Lead, working days",
            note=("Сколько рабочих дней между ними", "Working days between them"),
        ),
    ] = None
    shift: Annotated[
        Shift | None,
        col(
            "Перенос с выходного",
            "Shift from a day off",
            note=(
                "Свои отчёты — на рабочий день раньше, сроки по закону — позже. "
                "Актированный день — рабочий: с него срок не сдвигается",
                "Own reports go before, statutory terms after. A day called off for pupils is "
                "worked: a deadline on it stands",
            ),
        ),
    ] = None
    days: Annotated[
        Annotated[int, Field(ge=1, le=60)] | None,
        col(
            "Дней",
            "Days",
            "Продолжительность, дней",
            note=(
                "Сколько рабочих дней длится; пусто — один, у твёрдых дат столько, сколько в них",
                "How many working days it lasts; empty: one, or as many as its dates",
            ),
        ),
    ] = None
    hours_a_week: Annotated[
        Annotated[float, Field(ge=0.5, le=40, multiple_of=0.5)] | None,
        col(
            "Часов в неделю",
            "Hours a week",
            unit="hours",
            note=(
                "Для постоянной работы, например консультаций: столько часов каждой недели "
                "срока отводится у ответственных, остальное — мероприятиям",
                "Of recurring work: so many hours of every week are kept of those responsible",
            ),
        ),
    ] = None
    venues: Annotated[
        frozenset[str],
        col(
            "Площадки",
            "Venues",
            "Место проведения",
            "Площадка",
            note=("Где может пройти", "Where it may be held"),
        ),
    ] = frozenset()
    attendance: Annotated[
        Annotated[int, Field(ge=1)] | None,
        col(
            "Число участников",
            "Attendance",
            note=(
                "Сколько мест нужно; больше людей на мероприятие не направляется",
                "Seats needed; no more people are sent to the event",
            ),
        ),
    ] = None
    staff: Annotated[
        frozenset[str],
        col(
            "Кто ещё может вести",
            "Others who may lead",
            note=(
                "Тогда ответит кто-то один: из ответственных или отсюда",
                "Then one person leads: of the responsible or of these",
            ),
        ),
    ] = frozenset()
    preferred: Annotated[
        str | None,
        col("Желаемый срок", "Preferred dates", note=("Внутри срока плана", "Within the dates")),
    ] = None
    pinned: Annotated[
        bool | None,
        col("Закреплено", "Pinned", note=("Да: дату не менять", "Yes: never move it")),
    ] = None
    public_title: Annotated[
        str | None,
        col(
            "Название для всех",
            "Public title",
            note=("Без того, для кого и почему", "Without for whom and why"),
        ),
    ] = None
    mark: Annotated[Mark | None, col("Отметка", "Mark", "Выполнение", "Статус выполнения")] = None
    done_on: Annotated[date | None, col("Дата выполнения", "Done on")] = None
    document: Annotated[
        str | None,
        col("Документ", "Document", "Подтверждающий документ", "Ссылка", unit="verbatim"),
    ] = None
    parent: Annotated[
        str | None,
        col(
            "Пункт муниципального плана",
            "Row of the municipal plan",
            note=("Номер строки, из которой взята эта", "Number of the row this one is taken from"),
        ),
    ] = None
    line: Annotated[
        str | None, col("Место в документе", "Place in the document", "line", "Строка документа")
    ] = None

    @property
    def label(self) -> str:
        """How the row is called in messages: its number, else the beginning of its title."""
        return self.number.strip(" .") if self.number else f"«{self.title[:40]}»"

    @property
    def unmarked(self) -> Self:
        """The row without its mark: a line that repeats it with another mark is the same row."""
        none = {"mark": None, "done_on": None, "document": None, "line": None}
        return self.model_copy(update=none)

    def nearest(self, rows: Iterable[Event]) -> list[Event]:
        """Of rows with one number those of its own section, where numbers begin again in each."""
        found = list(rows)
        return [row for row in found if row.section == self.section] or found
