"""Marked rows, and how their plans stand on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from matchmaker import engine
from matchmaker.domain.events import Event, Mark
from matchmaker.roadmap.execution import Status
from tests.roadmap.plans import roadmap, row

SITES = "Размещение итогов на официальных сайтах УО, ОО"


def day(text: str) -> date:
    return date.fromisoformat(text)


def status(on: str, *rows: Any, **facts: Any) -> Status:
    return engine.status(roadmap(*rows, **facts), day(on))


def states(on: str, *rows: Any, **facts: Any) -> list[str]:
    return [position.state.value for position in status(on, *rows, **facts).positions]


def done(number: str, dates: str, on: str | None = None, **facts: Any) -> Event:
    usual = {"mark": Mark.DONE, "done_on": day(on) if on else None, "document": "приказ № 1"}
    return row(number, "Семинар", dates, **(usual | facts))
