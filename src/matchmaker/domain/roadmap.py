"""The roadmap as it is written: plans, their rows, abbreviations, special days."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import Annotated, Any, ClassVar, Self

from pydantic import Field

from matchmaker.domain.people import Person
from matchmaker.domain.records import Choice, Record, col, fold
from matchmaker.domain.schools import School
from matchmaker.errors import InputError, Issue
from matchmaker.messages import roadmap_tables as say
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


class PartyKind(Choice):
    """Who may be responsible for an event."""

    PERSON = "person", "человек", "person"
    BODY = "body", "организация", "body"
    GROUP = "group", "группа", "group"
    ROLE = "role", "роль", "role"


class DaysKind(Choice):
    """What is special about some days."""

    OFF = "off", "выходные", "days off"
    WORKING = "working", "рабочие", "working days"
    SHORT = "short", "сокращённые", "shortened days"
    SCHOOL_HOLIDAYS = "school-holidays", "каникулы", "school holidays"
    TERM = "term", "учебная четверть", "school term"
    EXAMS = "exams", "экзамены", "exams"
    CAMPS = "camps", "летний лагерь", "summer camp"


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


class Event(Record):
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
                "Свои отчёты — на рабочий день раньше, сроки по закону — позже",
                "Own reports go before, statutory terms after",
            ),
        ),
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


class Abbreviation(Record):
    """A name under which a party stands in plans."""

    sheet: ClassVar[Text] = Text("Сокращения", "Abbreviations")

    name: Annotated[str, col("Сокращение", "Abbreviation")]
    same_as: Annotated[
        str | None,
        col("То же, что", "Same as", note=("МНЦ — то же, что МЦН", "Another name of the same")),
    ] = None
    meaning: Annotated[str | None, col("Полное название", "Full name", "Расшифровка")] = None
    kind: Annotated[PartyKind, col("Кто это", "Kind")] = PartyKind.BODY
    members: Annotated[
        frozenset[str],
        col("Состав", "Members", note=("Кто входит в группу", "Who belongs to the group")),
    ] = frozenset()


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


ROADMAP_TABLES: tuple[type[Record], ...] = (
    RoadmapPlan,
    Event,
    Abbreviation,
    WorkWeek,
    SpecialDays,
)
"""Every table of a roadmap, in the order of the sheets of its workbook."""


class Roadmap(Record):
    """The plans of a municipality and all that is needed to read them.

    Build it with :meth:`build`, which checks the tables against each other. Rows of a plan
    keep the order of the document. Organisations and people are those of the municipality's
    own tables, where the folder has them.
    """

    sheet: ClassVar[Text] = Text("Дорожная карта", "Roadmap")

    plans: tuple[RoadmapPlan, ...] = ()
    events: tuple[Event, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    weeks: tuple[WorkWeek, ...] = ()
    days: tuple[SpecialDays, ...] = ()
    schools: tuple[School, ...] = ()
    people: tuple[Person, ...] = ()
    warnings: tuple[Issue, ...] = ()

    @classmethod
    def build(cls, records: Iterable[Record], issues: Sequence[Issue] = ()) -> Self:
        """Make a roadmap of the rows of all its tables.

        A plan that rows name and no head describes gets a head of its own, with a warning.

        Raises
        ------
        InputError
            with every problem: plans or heads that stand twice, unknown plans and rows.
        """
        rows: dict[type[Record], list[Any]] = {table: [] for table in cls.fields_of()}
        for record in records:
            rows[type(record)].append(record)
        found = [*issues, *_problems(rows)]
        if any(issue.severity == "error" for issue in found):
            raise InputError([issue for issue in found if issue.severity == "error"])
        known = {plan.id for plan in rows[RoadmapPlan]}
        for event in rows[Event]:
            if event.plan not in known:
                known.add(event.plan)
                rows[RoadmapPlan].append(RoadmapPlan(id=event.plan))
        fields = {field: tuple(rows[table]) for table, field in cls.fields_of().items()}
        return cls(**fields, warnings=tuple(found))

    def _facts(self) -> dict[str, Any]:
        """What makes two roadmaps equal; warnings only say where the rows stood."""
        return {name: value for name, value in super()._facts().items() if name != "warnings"}

    @classmethod
    def fields_of(cls) -> dict[type[Record], str]:
        """Which field holds the rows of which table."""
        return {
            RoadmapPlan: "plans",
            Event: "events",
            Abbreviation: "abbreviations",
            WorkWeek: "weeks",
            SpecialDays: "days",
            School: "schools",
            Person: "people",
        }

    def rows(self, table: type[Record]) -> tuple[Record, ...]:
        """The rows of one table."""
        return tuple(getattr(self, self.fields_of()[table]))

    @cached_property
    def plan(self) -> dict[str, RoadmapPlan]:
        """Plans by ID."""
        return {plan.id: plan for plan in self.plans}

    def events_of(self, plan: str) -> list[Event]:
        """The rows of a plan, in the order of the document."""
        return [event for event in self.events if event.plan == plan]

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the roadmap's own tables."""
        facts = {
            table.__name__: [
                row.model_dump(mode="json", exclude_none=True) for row in self.rows(table)
            ]
            for table in ROADMAP_TABLES
        }
        text = json.dumps(
            facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=sorted
        )
        return hashlib.sha256(text.encode()).hexdigest()


def _problems(rows: dict[type[Record], list[Any]]) -> Iterable[Issue]:
    """What contradicts itself between the tables."""
    heads: dict[str, RoadmapPlan] = {}
    for plan in rows[RoadmapPlan]:
        first = heads.setdefault(plan.id, plan)
        if first is not plan:
            mend = say.FIRST_AT(row=first.source.row)
            yield Issue(plan.at("id"), say.DUPLICATE_PLAN(), mend, plan.id)
    yield from _parents(rows[RoadmapPlan], heads)
    yield from _without_head(rows[Event], heads)
    yield from _predecessors(rows[Event])
    for row in (*rows[RoadmapPlan], *rows[SpecialDays]):
        if row.starts and row.ends and row.ends < row.starts:
            yield Issue(row.at("ends"), say.DATES_SWAPPED(), say.SWAP_MEND(), str(row.ends))


def _parents(plans: Iterable[RoadmapPlan], heads: dict[str, RoadmapPlan]) -> Iterable[Issue]:
    """Plans said to be taken from a plan that is not there."""
    for plan in plans:
        if plan.parent is not None and plan.parent not in heads:
            mend = say.KNOWN_PLANS(names=", ".join(heads))
            yield Issue(plan.at("parent"), say.UNKNOWN_PLAN(), mend, plan.parent)


def _without_head(events: Iterable[Event], heads: dict[str, RoadmapPlan]) -> Iterable[Issue]:
    """Plans of which only rows are known; each is told once."""
    headless: set[str] = set()
    for event in events:
        if event.plan not in heads and event.plan not in headless:
            headless.add(event.plan)
            yield Issue(
                event.at("plan"), say.NO_HEAD(), say.ADD_HEAD(), event.plan, severity="warning"
            )


def _predecessors(events: Sequence[Event]) -> Iterable[Issue]:
    """Rows said to come after a row that their plan does not have."""
    numbers = {(event.plan, fold(event.number)) for event in events if event.number is not None}
    for event in events:
        for number in sorted(event.after):
            if (event.plan, fold(number)) not in numbers:
                yield Issue(event.at("after"), say.UNKNOWN_ROW(), say.UNKNOWN_ROW_MEND(), number)
