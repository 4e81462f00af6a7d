"""Small roadmaps of a town that does not exist, and their timetables."""

from __future__ import annotations

from datetime import date
from typing import Any

from matchmaker import engine
from matchmaker.domain.changes import Change, ChangeKind
from matchmaker.domain.events import Event, RoadmapPlan
from matchmaker.domain.records import Record
from matchmaker.domain.roadmap import Roadmap
from matchmaker.limits import Limits
from matchmaker.timetable.record import Timetable

PLAN = "Карта"
MARCH = date(2022, 3, 1), date(2022, 3, 31)
LIMITS = Limits(effort=0.5)


def row(number: str, dates: str, people: str = "Ромашкина В.П.", **more: Any) -> Event:
    facts = {"participants": "молодые педагоги", "plan": PLAN, **more}
    title = f"Семинар {number}"
    return Event(number=number, title=title, dates=dates, responsible=people, **facts)


def roadmap(*rows: Record, period: tuple[date, date] = MARCH) -> Roadmap:
    head = RoadmapPlan(id=PLAN, starts=period[0], ends=period[1])
    named = any(isinstance(one, RoadmapPlan) and one.id == PLAN for one in rows)
    return Roadmap.build([*([] if named else [head]), *rows])


def scheduled(of: Roadmap) -> Timetable:
    return engine.schedule(of, municipality="Заречный округ", limits=LIMITS).timetable


def change(kind: ChangeKind, starts: str = "", ends: str = "", **more: Any) -> Change:
    days = {
        name: date.fromisoformat(day) for name, day in (("starts", starts), ("ends", ends)) if day
    }
    return Change(kind=kind, **{**days, **more})


def day(found: Timetable, number: str) -> date:
    """The day of the event of a number."""
    return next(one.starts for one in found.events if one.number == number)
