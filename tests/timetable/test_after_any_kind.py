"""«После» holds between events, stretches and deadlines, and is named where no day is left."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as some

from matchmaker import engine
from matchmaker.domain.changes import Change, ChangeKind
from matchmaker.domain.events import Demand, Event
from matchmaker.limits import Limits
from matchmaker.timetable.record import Timetable
from tests.roadmap.plans import roadmap, row

LIMITS = Limits(effort=10)
IVANOVA = "Иванова А.Б., методист"
CONTEST = row("7", "Конкурс", "с 2 февраля по 13 марта 2026", demand=Demand.SPANS)


def made(*rows: Event) -> Timetable:
    return engine.schedule(roadmap(*rows), limits=LIMITS).timetable


def results(dates: str = "март 2026", lead: int = 2, **facts: object) -> Event:
    return row("8", "Итоги", dates, after={"7"}, lead_days=lead, demand=Demand.OCCUPIES, **facts)


def day(found: Timetable, number: str = "8") -> date:
    return next(event.starts for event in found.events if event.number == number)


def test_an_event_after_a_stretch_begins_after_its_last_day_and_the_lead() -> None:
    # 13 March is a Friday: Monday and Tuesday lie between.
    assert day(made(CONTEST, results(preferred="2 марта 2026"))) == date(2026, 3, 18)
    assert day(made(CONTEST, results(lead=0, preferred="2 марта 2026"))) == date(2026, 3, 16)


def test_an_event_after_a_deadline_begins_after_it() -> None:
    report = row("7", "Отчёт", "до 20 декабря 2025", demand=Demand.SPANS)
    after = results("с 1 по 31 декабря 2025", lead=0, days=1, preferred="1 декабря 2025")
    assert day(made(report, after)) == date(2025, 12, 22)


def test_an_event_before_a_deadline_leaves_the_days_of_its_lead() -> None:
    event = row("7", "Семинар", "декабрь 2025", preferred="30 декабря 2025")
    report = row("8", "Отчёт", "до 20 декабря 2025", after={"7"}, lead_days=5)
    # The deadline is Friday the 19th; 12 and 15–18 December lie between.
    assert day(made(event, report), "7") == date(2025, 12, 11)
    assert day(made(event, report)) == date(2025, 12, 19)


def test_an_event_before_a_stretch_is_over_when_it_begins() -> None:
    event = row("1", "Семинар", "февраль 2026", preferred="27 февраля 2026")
    contest = CONTEST.model_copy(update={"after": frozenset({"1"}), "dates": "с 9 по 27 февраля"})
    assert day(made(event, contest), "1") == date(2026, 2, 6)


def test_where_no_day_is_left_the_order_is_named_and_what_to_edit() -> None:
    (missing,) = made(CONTEST, results("с 9 по 13 марта 2026", days=1, pinned=True)).unplaced
    assert "после пункта 7, который идёт до 13.03.2026" in missing.reason
    assert "запасом 2 рабочих дня" in missing.reason
    assert missing.mend == "Разрешите 18.03.2026: измените «Срок»"


def test_the_number_to_remove_is_named_too() -> None:
    of = roadmap(CONTEST, results("с 9 по 13 марта 2026", days=1, pinned=True))
    timetable = engine.schedule(of, limits=LIMITS).timetable
    found = engine.explain_event(timetable, of, "8")
    assert "Уберите 7 из столбца «После» пункта 8: тогда 10.03.2026" in found.mends
    assert any("после пункта 7" in by.name for one in found.blocked for by in one.by)


def test_an_order_of_two_events_is_named_as_such() -> None:
    first = row("7", "Семинар", "декабрь 2025", pinned=True)
    (missing,) = made(first, results("ноябрь 2025", lead=0)).unplaced
    assert missing.number in {"7", "8"}
    assert "заняты" not in missing.reason
    other = "после пункта 7 («декабрь 2025»)" if missing.number == "8" else "до пункта 8"
    assert other in missing.reason


def test_a_stretch_that_is_moved_takes_the_event_with_it() -> None:
    of = roadmap(CONTEST, results(preferred="18 марта 2026"))
    before = engine.schedule(of, limits=LIMITS).timetable
    order = Change(kind=ChangeKind.MOVE, event="7", day=date(2026, 2, 16), ends=date(2026, 3, 20))
    found = engine.reschedule(before, of, [order], on=date(2026, 2, 1), limits=LIMITS)
    assert day(before) == date(2026, 3, 18)
    assert day(found.made.timetable) == date(2026, 3, 25)


def test_a_stretch_that_is_called_off_binds_nobody() -> None:
    of = roadmap(CONTEST, results(preferred="18 марта 2026"))
    before = engine.schedule(of, limits=LIMITS).timetable
    changes = [
        Change(kind=ChangeKind.CANCEL, event="7"),
        Change(kind=ChangeKind.MOVE, event="8", day=date(2026, 3, 3)),
    ]
    found = engine.reschedule(before, of, changes, on=date(2026, 2, 1), limits=LIMITS)
    assert day(found.made.timetable) == date(2026, 3, 3)


@settings(max_examples=25, deadline=None)
@given(some.integers(2, 27), some.integers(0, 14), some.integers(0, 6), some.booleans())
def test_whatever_the_days_order_holds_or_its_breach_is_told(
    first: int, length: int, lead: int, deadline: bool
) -> None:
    last = date(2026, 2, first).toordinal() + length
    ends = f"{date.fromordinal(last):%d.%m.%Y}"
    dates = f"до {ends}" if deadline else f"с {first:02d}.02.2026 по {ends}"
    of = roadmap(row("7", "Конкурс", dates, demand=Demand.SPANS), results(lead=lead))
    found = engine.schedule(of, limits=LIMITS)
    ended = next(event.ends for event in found.timetable.events if event.number == "7")
    start = day(found.timetable)
    between = [one for one in found.program.days if ended < one < start]
    assert start > ended and len(between) >= lead
