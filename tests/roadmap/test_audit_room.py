"""An order of rows is wrong only if no days that their dates leave can keep it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as some

from matchmaker import engine
from matchmaker.domain.events import Demand
from matchmaker.domain.roadmap import Roadmap
from matchmaker.limits import Limits
from tests.roadmap.plans import found, roadmap, row

CONTEST = row("7", "Конкурс", "с 2 февраля по 13 марта 2026", demand=Demand.SPANS)


def plan(dates: str, **facts: object) -> Roadmap:
    after = row("8", "Итоги", dates, after={"7"}, demand=Demand.OCCUPIES, **facts)
    return roadmap(CONTEST, after)


def test_a_month_with_days_left_is_no_error() -> None:
    assert found(plan("март 2026"), "precedence") == []
    assert found(plan("март 2026", lead_days=11), "precedence") == []


def test_too_few_days_for_the_lead_or_the_event_are() -> None:
    # From 16 to 31 March twelve days are worked.
    (wrong,) = found(plan("март 2026", lead_days=12), "precedence")
    assert "не позже 31.03.2026" in wrong.words
    assert "нужно 12 рабочих дней" in wrong.words
    assert found(plan("март 2026", lead_days=9, days=3), "precedence") == []
    assert found(plan("март 2026", lead_days=10, days=3), "precedence")


def test_a_term_that_ends_before_is_an_error() -> None:
    (wrong,) = found(plan("февраль 2026"), "precedence")
    assert wrong.severity == "error"
    assert "не раньше 13.03.2026" in wrong.words


def test_two_months_that_meet_leave_room_for_both() -> None:
    seminar = row("1", "Семинар", "октябрь 2025")
    after = row("2", "Вебинар", "октябрь 2025", after={"1"})
    assert found(roadmap(seminar, after), "precedence") == []


@settings(max_examples=25, deadline=None)
@given(
    some.integers(2, 20), some.integers(0, 8), some.integers(2, 20), some.integers(0, 8),
    some.integers(1, 3), some.integers(1, 3), some.integers(0, 4),
)  # fmt: skip
def test_what_passes_can_be_scheduled_and_what_fails_cannot(
    first: int, long: int, then: int, wide: int, days: int, more: int, lead: int
) -> None:
    """Held against the timetable: pinned rows may lie in their terms only."""

    def term(start: int, length: int) -> str:
        return f"с {start:02d}.02.2026 по {start + length:02d}.02.2026"

    # A term that is not longer than its event is the event's own days.
    long, wide = long + 2 * days + 2, wide + 2 * more + 2
    facts = {"pinned": True, "demand": Demand.OCCUPIES}
    of = roadmap(
        row("1", "Семинар", term(first, min(long, 28 - first)), days=days, **facts),
        row("2", "Вебинар", term(then, min(wide, 28 - then)), days=more, after={"1"},
            lead_days=lead, **facts),
    )  # fmt: skip
    alone = [row_.model_copy(update={"after": frozenset()}) for row_ in of.events]
    if engine.schedule(roadmap(*alone), limits=Limits(effort=5)).timetable.unplaced:
        return  # a weekend splits what is too short
    missing = engine.schedule(of, limits=Limits(effort=5)).timetable.unplaced
    if found(of, "precedence"):
        assert missing
    elif days == more == 1:  # longer ones may also be split by weekends
        assert not missing
