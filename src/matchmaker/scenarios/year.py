"""An invented year of a municipal centre: its plan, its staff, its venues."""

from __future__ import annotations

from datetime import date

import numpy as np

from matchmaker.domain.abbreviations import Abbreviation, PartyKind
from matchmaker.domain.days import DaysKind, SpecialDays
from matchmaker.domain.events import Event, RoadmapPlan
from matchmaker.domain.records import Record
from matchmaker.domain.roadmap import Roadmap
from matchmaker.domain.venues import Venue
from matchmaker.scenarios.draw import coins, pick
from matchmaker.scenarios.full_names import NameBook

PLAN = "План центра 2026/27"
STARTS, ENDS = date(2026, 9, 1), date(2027, 5, 31)

# Title, for whom, how many working days, how many seats.
KINDS: tuple[tuple[str, str, int, int], ...] = (
    ("Семинар «{topic}»", "наставники", 1, 60),
    ("Семинар-практикум «{topic}»", "молодые педагоги", 1, 50),
    ("Вебинар «{topic}»", "кураторы", 1, 150),
    ("Курс повышения квалификации «{topic}»", "наставники", 3, 30),
    ("Школа молодого педагога: {topic}", "молодые педагоги", 3, 40),
    ("Круглый стол «{topic}»", "руководители ОО", 1, 40),
    ("Мастер-класс «{topic}»", "молодые педагоги", 1, 25),
    ("Заседание Совета молодых педагогов: {topic}", "совет молодых педагогов", 1, 15),
    ("Совещание «{topic}»", "заместители директоров", 1, 90),
    ("Тренинг «{topic}»", "наставники", 1, 25),
)
TOPICS = (
    "Функциональная грамотность", "Современный урок", "Работа с родителями", "Одарённые дети",
    "Инклюзивное образование", "Цифровые инструменты", "Формирующее оценивание",
    "Классное руководство", "Проектная деятельность", "Подготовка к ГИА", "Анализ урока",
    "Персонализированная программа", "Молодой педагог и коллектив", "Эмоциональная грамотность",
    "Смысловое чтение", "Внеурочная деятельность", "Метапредметные результаты",
)  # fmt: skip
MONTHS = (
    ("сентябрь", "сентября", 2026), ("октябрь", "октября", 2026), ("ноябрь", "ноября", 2026),
    ("декабрь", "декабря", 2026), ("январь", "января", 2027), ("февраль", "февраля", 2027),
    ("март", "марта", 2027), ("апрель", "апреля", 2027), ("май", "мая", 2027),
)  # fmt: skip
VENUES = (
    ("Актовый зал школы № 201", 180, 0), ("Конференц-зал центра", 60, 0),
    ("Кабинет 12 центра", 30, 0), ("Библиотека № 3", 45, 1),
    ("Технопарк", 90, 2), ("Учебный корпус колледжа", 120, 3),
)  # fmt: skip

ADVISERS, ADVICE = 4, 8
"""So many people of the staff give so many hours of consultations a week."""


def municipal_year(rng: np.random.Generator, events: int = 150, staff: int = 12) -> Roadmap:
    """A plan of so many events that so few people of a centre are to hold in one school year.

    Events are dated by month, by the half of a month, by a deadline month apart or by weeks;
    a third may be led by somebody else too, and most may be held in several places. Beside them
    a part of the staff gives consultations all the year.
    """
    people = _staff(rng, staff)
    rows: list[Record] = [
        RoadmapPlan(id=PLAN, title="План работы центра", starts=STARTS, ends=ENDS,
                    order_date=date(2026, 8, 25)),
        Abbreviation(name="Методисты центра", kind=PartyKind.GROUP, at_once=3,
                     members=frozenset(people[: max(3, staff // 2)])),
        SpecialDays(kind=DaysKind.OFF, starts=date(2026, 9, 25), name="городская конференция"),
        *(Venue(name=name, seats=seats, cost=cost or None) for name, seats, cost in VENUES),
    ]  # fmt: skip
    kinds = pick(rng, [(kind, 1) for kind in KINDS], events)
    topics = pick(rng, [(topic, 1) for topic in TOPICS], events)
    leads = pick(rng, [(person, 1) for person in people], events)
    replaceable = coins(rng, 1 / 3, events)
    others = pick(rng, [(person, 1) for person in people], events)
    for at in range(events):
        title, audience, days, seats = kinds[at]
        other = {others[at]} - {leads[at]} if replaceable[at] else set()
        rows.append(
            Event(
                plan=PLAN,
                number=f"{at + 1}",
                title=title.format(topic=topics[at]),
                dates=_dates(at, events),
                responsible=f"{leads[at]}, методист",
                participants=audience,
                days=days if days > 1 else None,
                venues=frozenset(name for name, room, _ in VENUES if room >= seats),
                attendance=seats,
                staff=frozenset(other),
            )
        )
    rows.append(
        Event(
            plan=PLAN,
            number=f"{events + 1}",
            title="Консультации педагогов и школ по их запросам",
            dates="в течение учебного года",
            responsible="; ".join(f"{person}, методист" for person in people[:ADVISERS]),
            participants="педагоги",
            hours_a_week=ADVICE,
        )
    )
    return Roadmap.build(rows)


def _staff(rng: np.random.Generator, count: int) -> list[str]:
    """Surnames with initials, no two alike."""
    names = NameBook(rng)
    found: dict[str, None] = {}
    while len(found) < count:
        (name,) = names.take(coins(rng, 0.9, 1))
        surname, first, patronymic = name.split()
        found[f"{surname} {first[0]}.{patronymic[0]}."] = None
    return list(found)


def _dates(at: int, events: int) -> str:
    """Spread over the year, in the ways in which plans name dates."""
    nominative, genitive, year = MONTHS[at * len(MONTHS) // events]
    return (
        f"{nominative} {year} г.",
        f"первая половина {genitive} {year} г.",
        f"{nominative} {year}",
        f"вторая половина {genitive} {year} года",
    )[at % 4]
