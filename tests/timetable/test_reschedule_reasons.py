"""What is said of an event is true: each day offered is valid and costs what is said."""

from __future__ import annotations

from datetime import date

import pytest

from matchmaker import engine
from matchmaker.domain.changes import ChangeKind
from matchmaker.domain.roadmap import Roadmap
from matchmaker.engine.event_reasons import _Standing
from matchmaker.errors import InputError
from matchmaker.timetable import Placement, check_placements
from matchmaker.timetable.record import EventRecord, Timetable
from tests.timetable.small_year import LIMITS, change, day, roadmap, row, scheduled

MONTH = roadmap(
    row("1", "16.03.2022"),
    row("2", "16.03.2022", "Васильков П.И."),
    row("3", "март 2022", participants="студенты"),
    row("4", "24.03.2022", staff=frozenset({"Клеверов Ю.О."}), participants="студенты"),
)


@pytest.fixture(scope="module")
def drafted() -> Timetable:
    return scheduled(MONTH)


@pytest.fixture(scope="module")
def known(drafted: Timetable) -> Timetable:
    changes = [
        change(ChangeKind.AWAY, "2022-03-24", "2022-03-25", who="Ромашкина В.П."),
        change(ChangeKind.DAY_OFF, "2022-03-21"),
    ]
    return engine.reschedule(
        drafted, MONTH, changes, on=date(2022, 3, 10), strategy="people", limits=LIMITS
    ).made.timetable


@pytest.mark.parametrize("edition", ["drafted", "known"])
def test_every_day_offered_is_valid_and_costs_what_is_said(
    edition: str, request: pytest.FixtureRequest
) -> None:
    timetable: Timetable = request.getfixturevalue(edition)
    standing = _Standing(timetable, MONTH)
    assert check_placements(standing.program, standing.placements).valid
    now = standing.program.costs(standing.placements)
    for event in timetable.events:
        reasons = engine.explain_event(timetable, MONTH, event.id)
        if reasons.why == "over":
            continue
        assert 0 < len(reasons.others) <= 5
        at = standing.position[event.id]
        for other in reasons.others:
            grain = standing.events.days.index(other.starts)
            names = {f"person:{name}" for name in other.people}
            chosen = tuple(
                tuple(
                    one for one in need.candidates if standing.program.resources[one].key in names
                )
                for need in standing.program.items[at].needs
            )
            tried = list(standing.placements)
            tried[at] = Placement(grain, chosen)
            check = check_placements(standing.program, tried)
            assert check.valid
            assert {name: check.costs[name] - now[name] for name in now} == other.costs


def test_blocked_days_name_who_holds_them(known: Timetable) -> None:
    reasons = engine.explain_event(known, MONTH, "1")
    blocked = {one.day: one.by for one in reasons.blocked}
    assert reasons.why == "known"
    assert [one.name for one in blocked[date(2022, 3, 24)]] == ["Ромашкина В.П.: человек в отъезде"]
    assert [one.name for one in blocked[date(2022, 3, 21)]] == ["все: актированный день"]
    (other,) = blocked[day(known, "2")]
    assert other.name == "2"
    assert "молодые педагоги" in other.who


def test_why_this_day(drafted: Timetable) -> None:
    why = {
        one.number: engine.explain_event(drafted, MONTH, one.number).why for one in drafted.events
    }
    assert sorted([why["1"] or "", why["2"] or ""]) == ["named", "nearest"]
    assert why["3"] == "free"
    assert why["4"] == "named"


def test_an_event_without_a_day_has_a_reason_and_mends() -> None:
    of = roadmap(
        row("1", "16.03.2022", pinned=True),
        row("2", "16.03.2022", "Васильков П.И.", pinned=True),
    )
    timetable = scheduled(of)
    (missing,) = timetable.unplaced
    reasons = engine.explain_event(timetable, of, missing.number)
    assert isinstance(timetable.events[0], EventRecord)
    assert timetable.events[0].number in reasons.words
    assert reasons.why is None
    assert reasons.mends
    assert reasons.mends[0].startswith("Разрешите")


def test_only_the_roadmap_of_the_timetable_explains_it(drafted: Timetable) -> None:
    other: Roadmap = roadmap(row("1", "17.03.2022"))
    with pytest.raises(InputError, match="другой дорожной карте"):
        engine.explain_event(drafted, other, "1")
    with pytest.raises(InputError, match="нет"):
        engine.explain_event(drafted, MONTH, "99")
