"""The methodist of a whole project is away for a week: what changes, and who is told."""

from __future__ import annotations

from datetime import date

import pytest

from matchmaker import engine
from matchmaker.domain.changes import ChangeKind
from matchmaker.domain.roadmap import Roadmap
from matchmaker.engine import Rescheduled
from matchmaker.limits import Limits
from matchmaker.results.replan_check import check_edition
from matchmaker.timetable.record import Timetable
from tests.timetable.small_year import change

PROJECT = "Проект «Стартуем вместе»"
AWAY = change(ChangeKind.AWAY, "2022-03-14", "2022-03-18", who="Белкина Людмила Николаевна")
ON = date(2022, 3, 1)


@pytest.fixture(scope="module")
def roadmap(tmp_path_factory: pytest.TempPathFactory) -> Roadmap:
    folder = tmp_path_factory.mktemp("kemerovo")
    engine.generate("kemerovo", folder)
    return engine.load_roadmap(folder).roadmap


@pytest.fixture(scope="module")
def published(roadmap: Roadmap) -> Timetable:
    limits = Limits(effort=2.0)
    return engine.schedule(roadmap, plans_only=[PROJECT], limits=limits).timetable


@pytest.fixture(scope="module")
def found(published: Timetable, roadmap: Roadmap) -> Rescheduled:
    return engine.reschedule(published, roadmap, [AWAY], on=ON, limits=Limits(effort=2.0))


def test_only_the_event_of_that_week_moves(found: Rescheduled) -> None:
    (moved,) = found.made.changes
    assert moved.event.number == "К18"
    assert moved.what == ("moved",)
    assert moved.after is not None
    # 11 and 21 March are the nearest days before and after the week; 8 March is a holiday.
    assert moved.after.starts in {date(2022, 3, 11), date(2022, 3, 21)}
    assert found.made.raw.costs["disruption"] == found.made.disruption
    assert found.valid


def test_exactly_those_are_told_whose_calendar_changes(found: Rescheduled) -> None:
    told = [(one.kind, one.name, [m.event.number for m in one.messages]) for one in found.made.told]
    assert told == [
        ("person", "Белкина Л.Н.", ["К18"]),
        ("audience", "young", ["К18"]),
        ("audience", "Студенты", ["К18"]),
    ]


def test_what_was_over_is_history_and_the_rest_is_published(found: Rescheduled) -> None:
    timetable = found.made.timetable
    assert timetable.edition == 1
    for event in timetable.events:
        assert event.state == ("history" if event.ends < ON else "published")
    assert not check_edition(found.before, timetable, found.made.told, ON)


def test_a_later_edition_still_knows_who_is_away(found: Rescheduled, roadmap: Roadmap) -> None:
    again = engine.reschedule(
        found.made.timetable,
        roadmap,
        [change(ChangeKind.DAY_OFF, "2022-03-25")],
        on=ON,
        limits=Limits(effort=2.0),
    )
    assert again.made.timetable.edition == 2
    assert [one.event.number for one in again.made.changes] == ["К17"]
    for event in again.made.timetable.events:
        if "Белкина Л.Н." in event.people and event.kind == "event":
            assert not date(2022, 3, 14) <= event.starts <= date(2022, 3, 18)
