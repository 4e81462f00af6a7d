"""Each kind of change, in a month of a few events."""

from __future__ import annotations

from datetime import date

import pytest

from matchmaker import engine
from matchmaker.domain.changes import Change, ChangeKind
from matchmaker.domain.events import RoadmapPlan
from matchmaker.domain.roadmap import Roadmap
from matchmaker.domain.schools import School
from matchmaker.engine import Rescheduled
from matchmaker.errors import InputError
from tests.timetable.small_year import LIMITS, MARCH, PLAN, change, day, roadmap, row, scheduled

MONTH = roadmap(
    row("1", "02.03.2022"),
    row("2", "16.03.2022"),
    row("3", "17.03.2022", "Васильков П.И.", participants="наставники"),
    row("4", "24.03.2022", staff=frozenset({"Клеверов Ю.О."}), participants="студенты"),
)
ON = date(2022, 3, 10)


def again(of: Roadmap, *changes: Change, **more: object) -> Rescheduled:
    options = {"on": ON, "limits": LIMITS, **more}
    return engine.reschedule(scheduled(of), of, changes, **options)  # type: ignore[arg-type]


def changed(found: Rescheduled) -> dict[str, tuple[str, ...]]:
    return {one.event.number: one.what for one in found.made.changes}


def test_without_a_reason_nothing_changes() -> None:
    found = again(MONTH, change(ChangeKind.DAY_OFF, "2022-03-21"))
    assert changed(found) == {}
    assert found.made.told == ()
    assert found.made.disruption == 0


def test_a_day_off_moves_what_stood_on_it_to_the_next_free_day() -> None:
    found = again(MONTH, change(ChangeKind.DAY_OFF, "2022-03-17"))
    assert changed(found) == {"3": ("moved",)}
    assert abs((day(found.made.timetable, "3") - date(2022, 3, 17)).days) == 1


def test_dates_are_kept_by_another_leader_and_people_by_another_day() -> None:
    away = change(ChangeKind.AWAY, "2022-03-24", who="Ромашкина В.П.")
    dates = again(MONTH, away, strategy="dates")
    assert changed(dates) == {"4": ("restaffed",)}
    assert [(one.kind, one.name) for one in dates.made.told] == [
        ("person", "Клеверов Ю.О."),
        ("person", "Ромашкина В.П."),
    ]
    people = again(MONTH, away, strategy="people")
    assert changed(people) == {"4": ("moved",)}
    assert ("audience", "students") in {(one.kind, one.name) for one in people.made.told}
    both = again(MONTH, away)
    assert {one.strategy for one in (both.made, *both.others)} == {"dates", "people"}
    assert both.made.disruption == min(dates.made.disruption, people.made.disruption)


def test_what_is_cancelled_stays_cancelled() -> None:
    found = again(MONTH, change(ChangeKind.CANCEL, event="3"))
    assert changed(found) == {"3": ("cancelled",)}
    assert {one.name for one in found.made.told} == {"Васильков П.И.", "mentors"}
    later = engine.reschedule(
        found.made.timetable,
        MONTH,
        [change(ChangeKind.DAY_OFF, "2022-03-16")],
        on=ON,
        limits=LIMITS,
    )
    assert changed(later) == {"2": ("moved",)}
    assert "3" not in {event.number for event in later.made.timetable.events}


def test_an_ordered_day_is_obeyed_and_others_give_way() -> None:
    found = again(MONTH, change(ChangeKind.MOVE, event="2", day=date(2022, 3, 24)))
    assert day(found.made.timetable, "2") == date(2022, 3, 24)
    # The same leader cannot be at both, but another may lead the second.
    assert changed(found) == {"2": ("moved",), "4": ("restaffed",)}


def test_a_pin_holds_unless_its_day_is_gone() -> None:
    pin = change(ChangeKind.PIN, event="3")
    order = change(ChangeKind.MOVE, event="2", day=date(2022, 3, 18))
    found = again(MONTH, pin, order)
    assert day(found.made.timetable, "3") == date(2022, 3, 17)
    assert next(one.pinned for one in found.made.timetable.events if one.number == "3")
    cold = change(ChangeKind.DAY_OFF, "2022-03-17")
    lost = engine.reschedule(found.made.timetable, MONTH, [cold], on=ON, limits=LIMITS)
    assert lost.made.replan.lost_pins == (f"{PLAN} / 3",)
    assert changed(lost) == {"3": ("moved",)}
    ordered = change(ChangeKind.MOVE, event="3", day=date(2022, 3, 28))
    moved = engine.reschedule(found.made.timetable, MONTH, [ordered], on=ON, limits=LIMITS)
    assert day(moved.made.timetable, "3") == date(2022, 3, 28)
    assert moved.made.replan.lost_pins == ()


def test_a_replacement_is_told_to_the_two_it_concerns() -> None:
    swap = change(ChangeKind.REPLACE, who="Одуванчикова А.С.", instead="Васильков П.И.")
    found = again(MONTH, swap)
    assert changed(found) == {"3": ("restaffed",)}
    assert [one.name for one in found.made.told] == ["Васильков П.И.", "Одуванчикова А.С."]
    more = again(MONTH, change(ChangeKind.ADD, who="Одуванчикова А.С.", event="3"))
    assert [one.name for one in more.made.told] == ["Одуванчикова А.С."]


def test_a_quarantine_moves_only_what_the_school_holds() -> None:
    own = RoadmapPlan(id="Школа", starts=MARCH[0], ends=MARCH[1], school="s1")
    of = roadmap(
        School(id="s1", name="Школа № 1"),
        own,
        row("2", "16.03.2022"),
        row("7", "16.03.2022", "Полынина Ж.Щ.", plan="Школа", participants="наставники"),
    )
    found = again(of, change(ChangeKind.QUARANTINE, "2022-03-14", "2022-03-18", who="Школа № 1"))
    assert changed(found) == {"7": ("moved",)}
    assert ("school", "s1") in {(one.kind, one.name) for one in found.made.told}


def test_a_closed_venue_is_left_for_another() -> None:
    halls = frozenset({"Дом творчества", "Лицей"})
    of = roadmap(row("2", "16.03.2022", venues=halls))
    before = scheduled(of).events[0].venue
    found = again(of, change(ChangeKind.CLOSED, "2022-03-14", "2022-03-18", who=before))
    assert changed(found) == {"2": ("venue",)}
    assert day(found.made.timetable, "2") == date(2022, 3, 16)


def test_history_is_out_of_reach() -> None:
    off = change(ChangeKind.DAY_OFF, "2022-03-02")
    assert changed(again(MONTH, off)) == {}
    with pytest.raises(InputError, match="уже прошло"):
        again(MONTH, change(ChangeKind.CANCEL, event="1"))


def test_every_wrong_row_is_named_at_once() -> None:
    wrong = [
        change(ChangeKind.AWAY, "2022-03-14", who="Неизвестный Н.Н."),
        change(ChangeKind.AWAY, who="Ромашкина В.П."),
        change(ChangeKind.CANCEL, event="99"),
        change(ChangeKind.MOVE, event="2", day=date(2022, 3, 13)),
        change(ChangeKind.DAY_OFF, "2022-03-14", "2022-03-11"),
    ]
    with pytest.raises(InputError) as refused:
        again(MONTH, *wrong)
    places = [issue.place.column for issue in refused.value.issues]
    assert places == ["Кто", "С", "Мероприятие", "На", "По"]


def test_the_day_must_be_known() -> None:
    with pytest.raises(InputError, match="--on"):
        again(MONTH, change(ChangeKind.CANCEL, event="2"), on=None)


def test_moved_holidays_take_along_what_is_held_in_them() -> None:
    of = roadmap(row("1", "весенние каникулы"), row("2", "30.03.2022"))
    before = scheduled(of)
    spring = day(before, "1")
    moved = change(ChangeKind.HOLIDAYS, "2022-03-14", "2022-03-20")
    found = engine.reschedule(before, of, [moved], on=ON, limits=LIMITS)
    assert not date(2022, 3, 14) <= spring <= date(2022, 3, 20)
    assert changed(found) == {"1": ("moved",)}
    assert date(2022, 3, 14) <= day(found.made.timetable, "1") <= date(2022, 3, 20)


def test_a_new_row_is_a_draft_and_gives_way() -> None:
    more = roadmap(*MONTH.events, row("5", "16.03.2022", "Полынина Ж.Щ."))
    off = change(ChangeKind.DAY_OFF, "2022-03-21")
    found = engine.reschedule(scheduled(MONTH), more, [off], on=ON, limits=LIMITS)
    states = {one.number: one.state for one in found.made.timetable.events}
    assert states == {
        "1": "history",
        "2": "published",
        "3": "published",
        "4": "published",
        "5": "draft",
    }
    assert changed(found) == {"5": ("new",)}
    assert day(found.made.timetable, "5") in {date(2022, 3, 15), date(2022, 3, 17)}


def test_what_had_no_day_may_be_given_one_by_order() -> None:
    of = roadmap(
        row("1", "16.03.2022", pinned=True),
        row("2", "16.03.2022", "Васильков П.И.", pinned=True),
    )
    before = scheduled(of)
    (missing,) = before.unplaced
    order = change(ChangeKind.MOVE, event=missing.number, day=date(2022, 3, 18))
    found = engine.reschedule(before, of, [order], on=ON, limits=LIMITS)
    assert found.made.timetable.unplaced == ()
    assert changed(found) == {missing.number: ("new",)}
    assert day(found.made.timetable, missing.number) == date(2022, 3, 18)


def test_what_cannot_stay_is_told_as_without_a_day_with_a_reason() -> None:
    of = roadmap(
        row("1", "16.03.2022", "Васильков П.И.", demand="occupies"), row("2", "17.03.2022")
    )
    away = change(ChangeKind.AWAY, "2022-03-10", "2022-03-31", who="Васильков П.И.")
    # Days before the change are over: no mend may name them.
    found = again(of, away)
    assert changed(found) == {"1": ("undated",)}
    (missing,) = found.made.timetable.unplaced
    assert "Васильков П.И.: человек в отъезде" in missing.reason
    assert "Обойдитесь без «Васильков П.И.»" in missing.mend


TERMS = roadmap(
    row("1", "16.03.2022"),
    row("2", "до 18.03.2022", "Васильков П.И."),
    row("3", "14.03.2022 - 18.03.2022", "Клеверов Ю.О.", demand="spans"),
    row("4", "до 22.03.2022", "Полынина Ж.Щ.", shift="after"),
)


def days(found: Rescheduled, number: str) -> tuple[date, date]:
    one = next(one for one in found.made.timetable.events if one.number == number)
    return one.starts, one.ends


def march(*numbers: int) -> tuple[date, ...]:
    return tuple(date(2022, 3, number) for number in numbers)


def move(event: str, to: int, until: int | None = None) -> Change:
    ends = f"2022-03-{until:02}" if until else ""
    return change(ChangeKind.MOVE, ends=ends, event=event, day=date(2022, 3, to))


def test_a_deadline_is_moved_by_order_off_days_off_as_its_row_says() -> None:
    # The 26th and the 27th are a Saturday and a Sunday.
    found = again(TERMS, move("2", 26), move("4", 26))
    assert days(found, "2") == march(25, 25)
    assert days(found, "4") == march(28, 28)
    assert changed(found) == {"2": ("moved",), "4": ("moved",)}
    assert [one.name for one in found.made.told] == ["Васильков П.И.", "Полынина Ж.Щ."]


def test_a_stretch_keeps_its_working_days_or_ends_where_it_is_said() -> None:
    found = again(TERMS, move("3", 23))
    assert days(found, "3") == march(23, 29)  # five working days, with a weekend in between
    assert ("person", "Клеверов Ю.О.") in {(one.kind, one.name) for one in found.made.told}
    stated = again(TERMS, move("3", 23, 31))
    assert days(stated, "3") == march(23, 31)


def test_what_runs_already_may_be_given_another_end() -> None:
    later = again(TERMS, move("3", 14, 25), on=march(16)[0])
    assert days(later, "3") == march(14, 25)
    with pytest.raises(InputError, match=r"вне 16\.03\.2022"):
        again(TERMS, move("3", 15), on=march(16)[0])


def test_ordered_terms_hold_in_later_editions() -> None:
    first = again(TERMS, move("2", 26), move("3", 23))
    off = change(ChangeKind.DAY_OFF, "2022-03-16")
    later = engine.reschedule(first.made.timetable, TERMS, [off], on=ON, limits=LIMITS)
    assert changed(later) == {"1": ("moved",)}
    assert (days(later, "2"), days(later, "3")) == (march(25, 25), march(23, 29))
    again_moved = engine.reschedule(
        later.made.timetable, TERMS, [move("3", 21)], on=ON, limits=LIMITS
    )
    assert days(again_moved, "3") == march(21, 25)
    gone = engine.reschedule(
        later.made.timetable,
        TERMS,
        [change(ChangeKind.CANCEL, event="3"), change(ChangeKind.CANCEL, event="2")],
        on=ON,
        limits=LIMITS,
    )
    assert changed(gone) == {"2": ("cancelled",), "3": ("cancelled",)}
    last = engine.reschedule(gone.made.timetable, TERMS, [off], on=ON, limits=LIMITS)
    assert {one.number for one in last.made.timetable.events} == {"1", "4"}


def test_moves_that_cannot_be_are_refused_in_words() -> None:
    of = roadmap(
        *TERMS.events,
        row("5", "02.03.2022 - 04.03.2022", "Клеверов Ю.О.", demand="spans"),
        row("6", "17.03.2022", result="размещение на сайте", participants="наставники"),
    )
    published = f"{PLAN} / 6 / публикация"
    wrong = {
        "уже прошло 04.03.2022": move("5", 23),
        "публикация идёт за своим мероприятием": move(published, 31),
        "последний день пишут только у того, что длится": move("2", 23, 25),
        "последний день раньше первого": move("3", 25, 23),
        "срок не кончится до 31.03.2022": move("3", 30),
        "вне 10.03.2022–31.03.2022": move("2", 9),
        "только ему": change(ChangeKind.PIN, event="2"),
        "не заполнено": change(ChangeKind.MOVE, event="3"),
    }
    with pytest.raises(InputError) as refused:
        again(of, *wrong.values())
    found = [str(issue) for issue in refused.value.issues]
    assert len(found) == len(wrong)
    for words, one in zip(wrong, found, strict=True):
        assert words in one
    with pytest.raises(InputError, match="идёт за своим"):
        again(of, change(ChangeKind.CANCEL, event=published))


def test_what_the_roadmap_has_marked_is_not_moved() -> None:
    before = scheduled(TERMS)
    done = [
        one.model_copy(update={"mark": "done"}) if one.number in {"2", "3"} else one
        for one in TERMS.events
    ]
    for number in ("2", "3"):
        with pytest.raises(InputError, match="отмечена"):
            engine.reschedule(before, roadmap(*done), [move(number, 23)], on=ON, limits=LIMITS)
