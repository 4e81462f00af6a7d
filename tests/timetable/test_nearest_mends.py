"""What would help lies near the dates of the row, and says which column to edit."""

from __future__ import annotations

from datetime import date

from matchmaker import engine
from matchmaker.domain.days import DaysKind, SpecialDays
from matchmaker.domain.records import Record
from matchmaker.domain.venues import Venue
from matchmaker.limits import Limits
from matchmaker.timetable.record import UnplacedRecord
from tests.roadmap.plans import roadmap, row

HALLS = [Venue(name="Актовый зал", seats=120), Venue(name="Кабинет 3", seats=20)]


def missing(*rows: Record) -> UnplacedRecord:
    (one,) = engine.schedule(roadmap(*rows), limits=Limits(effort=10)).timetable.unplaced
    return one


def test_a_pinned_day_off_is_mended_by_a_day_beside_it() -> None:
    found = missing(row("1", "Конференция", "16 мая 2026", pinned=True))  # a Saturday
    assert found.mend == "Разрешите 15.05.2026: измените «Срок»"


def test_a_month_off_is_mended_by_a_day_beside_it() -> None:
    off = SpecialDays(kind=DaysKind.OFF, starts=date(2025, 10, 1), ends=date(2025, 10, 31))
    found = missing(row("1", "Семинар", "октябрь 2025"), off)
    assert found.mend.startswith(("Разрешите 30.09.2025:", "Разрешите 01.11.2025:"))  # both worked


def test_what_lasts_longer_begins_so_that_it_ends_near() -> None:
    off = SpecialDays(kind=DaysKind.OFF, starts=date(2025, 10, 6), ends=date(2025, 10, 10))
    found = missing(row("1", "Семинар", "с 6 по 10 октября 2025", pinned=True), off)
    assert "13.10.2025" in found.mend or "29.09.2025" in found.mend


def test_missing_seats_are_named_with_their_numbers() -> None:
    hall = frozenset(one.name for one in HALLS)
    found = missing(row("1", "Семинар", "октябрь 2025", venues=hall, attendance=500), *HALLS)
    assert found.reason == "нужно мест: 500, а больше всего их — 120 («Актовый зал»)"
    assert "«Площадки»" in found.mend
    assert "«Число участников»" in found.mend


def test_whom_to_do_without_stands_in_a_column() -> None:
    hall = frozenset({"Актовый зал"})
    rows = [
        row(str(n), "Семинар", "1 октября 2025", venues=hall, responsible=f"Иванова {n}.Б.")
        for n in "АВ"
    ]
    of = roadmap(*(one.model_copy(update={"pinned": True}) for one in rows), *HALLS)
    timetable = engine.schedule(of, limits=Limits(effort=10)).timetable
    mends = engine.explain_event(timetable, of, timetable.unplaced[0].id).mends
    assert "Обойдитесь без «Актовый зал» (столбец «Площадки»): тогда 01.10.2025" in mends
