"""The time allowed bounds the whole run; what it leaves open is said to be so."""

from __future__ import annotations

from datetime import date

import pytest

from matchmaker import engine
from matchmaker.domain.changes import ChangeKind
from matchmaker.engine import edition, scheduling
from matchmaker.limits import Limits
from matchmaker.solvers.timetable import reasons, solve_timetable
from tests.timetable.small_year import change, roadmap, row

FULL = roadmap(*(row(str(n), "14.03.2022", pinned=True) for n in range(1, 4)))
STAFFED = roadmap(*(row(str(n), "14.03.2022", staff=frozenset({"Зуб З.З."})) for n in (1, 2)))
UP = Limits(seconds=0.0)
HOURS = Limits(seconds=7200.0, effort=5.0)


def test_when_the_time_is_up_no_reason_is_made_up() -> None:
    found = engine.schedule(FULL, limits=UP)
    assert found.check.valid
    assert len(found.timetable.unplaced) == 2
    for missing in found.timetable.unplaced:
        assert missing.reason == "причина не выяснена за отведённое время"


def test_with_time_left_the_reason_is_found() -> None:
    for missing in engine.schedule(FULL, limits=HOURS).timetable.unplaced:
        assert "заняты" in missing.reason


def test_search_and_questions_share_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither of them is given more than remains, nor a question more than its share."""
    given: list[tuple[str, Limits]] = []
    for module, name, place in (
        (scheduling, "solve_timetable", 1),
        (reasons, "first_placements", 1),
    ):
        real = getattr(module, name)

        def seen(
            *args: object, name: str = name, place: int = place, real: object = real
        ) -> object:
            given.append((name, args[place]))  # type: ignore[arg-type]
            return real(*args)  # type: ignore[operator]

        monkeypatch.setattr(module, name, seen)
    engine.schedule(FULL, limits=HOURS)
    search = [limits.seconds or 0.0 for name, limits in given if name == "solve_timetable"]
    asked = [limits.seconds or 0.0 for name, limits in given if name == "first_placements"]
    assert len(search) == 1 and 0.0 < search[0] <= 0.8 * 7200
    assert len(asked) > 2 and 0.0 < min(asked) <= 0.5 * 7200 < max(asked) <= 7200


def test_strategies_share_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[float] = []
    real = solve_timetable

    def seen(program: object, limits: Limits, *more: object) -> object:
        given.append(limits.seconds or 0.0)
        return real(program, limits, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(edition, "solve_timetable", seen)
    before = engine.schedule(STAFFED, limits=HOURS).timetable
    away = change(ChangeKind.AWAY, "2022-03-14", who="Зуб З.З.")
    engine.reschedule(before, STAFFED, [away], on=date(2022, 3, 10), limits=HOURS)
    assert len(given) == 2 and given[0] <= 0.8 * 3600 < given[1] <= 0.8 * 7200
