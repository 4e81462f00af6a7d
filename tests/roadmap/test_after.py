"""What rows say in the column «После»: a row cannot wait for itself, nor for what it is not."""

from __future__ import annotations

import pytest

from matchmaker.domain.events import Event, Mark
from matchmaker.errors import InputError, Issue
from tests.roadmap.plans import roadmap, row


def issues(*rows: Event) -> list[Issue]:
    with pytest.raises(InputError) as caught:
        roadmap(*rows)
    return list(caught.value.issues)


def test_a_row_after_itself_is_told_with_its_cell() -> None:
    (issue,) = issues(row("1", "Семинар", "октябрь 2025", after={"1"}))
    assert issue.place.column == "После"
    assert issue.value == "1"
    assert "самой себя" in issue.wrong


def test_rows_that_wait_for_each_other_are_all_told() -> None:
    found = issues(
        row("1", "Семинар", "октябрь 2025", after={"2"}),
        row("2", "Вебинар", "октябрь 2025", after={"3"}),
        row("3", "Форум", "октябрь 2025", after={"1"}),
        row("4", "Итоги", "октябрь 2025", after={"3"}),  # waits for them, not they for it
    )
    assert [issue.value for issue in found] == ["2", "3", "1"]
    assert "1 → 2 → 3 → 1" in found[0].wrong


def test_a_number_that_several_rows_bear_cannot_be_followed() -> None:
    (issue,) = issues(
        row("3", "Семинар", "октябрь 2025"),
        row("3", "Вебинар", "октябрь 2025"),
        row("4", "Итоги", "ноябрь 2025", after={"3"}),
    )
    assert issue.value == "3"
    assert "нескольких строк" in issue.wrong


def test_numbers_that_begin_again_in_each_section_are_those_of_the_own_section() -> None:
    made = roadmap(
        row("1", "Семинар", "октябрь 2025", section="I"),
        row("1", "Вебинар", "октябрь 2025", section="II"),
        row("2", "Итоги", "ноябрь 2025", section="II", after={"1"}),
    )
    assert len(made.events) == 3


def test_lines_that_mark_a_row_again_are_that_row() -> None:
    times = row("3", "Семинар", "ежемесячно")
    made = roadmap(
        times,
        times.model_copy(update={"mark": Mark.DONE}),
        row("4", "Итоги", "май 2026", after={"3"}),
    )
    assert len(made.events) == 3
