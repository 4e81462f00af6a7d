"""Timetables of a town that does not exist, of any size; the same size, the same timetable."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any, Literal

from matchmaker.roadmap.workdays.calendar import WorkingCalendar
from matchmaker.timetable.record import EventRecord, Timetable, UnplacedRecord

TOWN = "Заречный муниципальный округ"
PLANS = ("Дорожная карта", "План «Первые шаги в профессии»", "Сетевой план школ")
PEOPLE = (
    "Ромашкина Вера Павловна",
    "Васильков Пётр Ильич",
    "Одуванчикова Анна Сергеевна",
    "Клеверов Юрий Олегович",
    "Полынина Ж. Щ.",
)
BODIES = ("Методический центр", "Кураторы образовательных организаций")
VENUES = ("Актовый зал школы № 201", "Дом творчества", None)
SCHOOLS = ("201", "202", "203")
AUDIENCE = "учителя, испытывающие затруднения"
"""Words that may stand in no file that leaves the centre."""
TITLES = (
    "Семинар «Урок глазами молодого педагога»",
    "Заседание координационного совета",
    "Мастер-класс",
    "Муниципальный конкурс «Наставник и ученик» с участием социальных партнёров, студентов "
    "и работодателей округа: очный этап, защита совместных проектов",
    "Сбор отчётов о закреплении пар",
    "Неделя открытых уроков",
    "Круглый стол",
)
KINDS: tuple[Literal["event", "span", "deadline"], ...] = (
    "event",
    "event",
    "event",
    "deadline",
    "span",
    "event",
)

PERIOD = date(2026, 9, 1), date(2027, 8, 31)


def event(n: int = 1, **facts: Any) -> EventRecord:
    """One event of one day."""
    day = date(2026, 10, 14)
    about = {
        "id": f"карта/{n}",
        "plan": PLANS[0],
        "number": str(n),
        "title": f"Практикум {n} для группы «{AUDIENCE}»",
        "public_title": f"Практикум {n}",
        "verbatim": "октябрь",
        "kind": "event",
        "starts": day,
        "ends": day,
        "audiences": (AUDIENCE,),
    }
    return EventRecord(**{**about, **facts})


def timetable(*events: EventRecord, **facts: Any) -> Timetable:
    """A timetable of these events."""
    about: dict[str, Any] = {
        "notice": "Проект. Решение принимает руководитель",
        "version": "0",
        "municipality": TOWN,
        "fictional": True,
        "roadmap": "0" * 64,
        "period": PERIOD,
        "preliminary": (),
        "status": "optimal",
        "edition": 1,
        "events": events,
    }
    return Timetable(**{**about, **facts})


def invented(n: int, period: tuple[date, date] = PERIOD, **facts: Any) -> Timetable:
    """A timetable of so many events, some of which come again, and of two unplaced rows."""
    random = Random(n)
    events: list[EventRecord] = []
    calendar = WorkingCalendar()
    length = (period[1] - period[0]).days
    row = 0
    while len(events) < n:
        row += 1
        plan = PLANS[row * len(PLANS) // (n + 1)]
        title = TITLES[row % len(TITLES)]
        kind = KINDS[row % len(KINDS)]
        windows = 4 if row % 9 == 0 else 1
        for window in range(min(windows, n - len(events))):
            start = period[0] + timedelta(random.randrange(length - 70))
            start = calendar.next_working(start)
            last = random.choice((0, 0, 0, 1, 4))
            if kind == "span":
                last = random.randrange(20, length - (start - period[0]).days)
            events.append(
                EventRecord(
                    id=f"{plan}/{row}/{window}",
                    plan=plan,
                    number=f"{1 + row // 12}.{1 + row % 12}",
                    title=f"{title} для категории «{AUDIENCE}»",
                    public_title=title,
                    verbatim=random.choice(("октябрь", "в течение года", "до 1 февраля", None)),
                    kind=kind,
                    starts=start,
                    ends=start + timedelta(last),
                    people=tuple(random.sample(PEOPLE, random.choice((0, 1, 1, 2)))),
                    bodies=(random.choice(BODIES),),
                    venue=random.choice(VENUES),
                    audiences=(AUDIENCE,),
                    schools=tuple(random.sample(SCHOOLS, random.choice((0, 0, 1)))),
                    state=random.choice(("history", "published", "draft")),
                )
            )
    unplaced = [
        UnplacedRecord(
            id=f"{PLANS[0]}/{row}/0",
            plan=PLANS[0],
            number=number,
            title=f"Стажировка для категории «{AUDIENCE}»",
            verbatim="ноябрь",
            reason="в ноябре нет дня, свободного у всех ответственных",
            mend="назовите второго ответственного",
        )
        for row, number in ((900, "9.10"), (901, "9.9"))
    ]
    return timetable(*events, period=period, unplaced=tuple(unplaced), **facts)
