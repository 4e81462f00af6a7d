"""Orders of the table of changes: what they do, and which cannot be obeyed."""

from __future__ import annotations

from datetime import date

import pytest

from matchmaker import engine
from matchmaker.domain.changes import Change, ChangeKind
from matchmaker.domain.roadmap import Roadmap
from matchmaker.engine import Rescheduled
from matchmaker.errors import InputError, Place
from matchmaker.results.change_words import told_words
from tests.timetable.small_year import LIMITS, PLAN, change, day, roadmap, row, scheduled

MONTH = roadmap(
    row("1", "02.03.2022"),
    row("2", "16.03.2022"),
    row("3", "17.03.2022", "Васильков П.И.", participants="наставники"),
    row("4", "24.03.2022", staff=frozenset({"Клеверов Ю.О."}), participants="студенты"),
    row("5", "до 18.03.2022", "Васильков П.И."),
)
ON = date(2022, 3, 10)


def again(of: Roadmap, *changes: Change, **more: object) -> Rescheduled:
    options = {"on": ON, "limits": LIMITS, **more}
    numbered = [
        one.model_copy(update={"source": Place("и.csv", "Изменения", at)})
        for at, one in enumerate(changes, start=2)
    ]
    return engine.reschedule(scheduled(of), of, numbered, **options)  # type: ignore[arg-type]


def changed(found: Rescheduled) -> dict[str, tuple[str, ...]]:
    return {one.event.number: one.what for one in found.made.changes}


def move(event: str, to: int) -> Change:
    return change(ChangeKind.MOVE, event=event, day=date(2022, 3, to))


def test_a_pin_on_another_day_is_refused_and_names_the_right_word() -> None:
    other = change(ChangeKind.PIN, event="3", day=date(2022, 3, 18))
    with pytest.raises(InputError, match=r"17\.03\.2022.*«перенести мероприятие»") as refused:
        again(MONTH, other)
    assert refused.value.issues[0].place.column == "На"
    own = again(MONTH, change(ChangeKind.PIN, event="3", day=date(2022, 3, 17)))
    assert changed(own) == {}
    assert [one.number for one in own.made.timetable.events if one.pinned] == ["3"]


def test_what_is_moved_is_pinned() -> None:
    first = again(MONTH, move("3", 18))
    (three,) = (one for one in first.made.timetable.events if one.number == "3")
    assert three.pinned
    # The same leader is wanted at another event on that day: that one gives way.
    other = roadmap(*MONTH.events, row("6", "18.03.2022", "Васильков П.И."))
    later = engine.reschedule(first.made.timetable, other, [], on=ON, limits=LIMITS)
    assert day(later.made.timetable, "3") == date(2022, 3, 18)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (move("3", 18), move(f"{PLAN} 3", 21)),
        (change(ChangeKind.CANCEL, event="3"), move("3", 18)),
        (change(ChangeKind.PIN, event="3"), change(ChangeKind.CANCEL, event="3")),
        (
            change(ChangeKind.REPLACE, event="3", who="Клеверов Ю.О.", instead="Васильков П.И."),
            change(ChangeKind.REPLACE, who="Полынина Ж.Щ.", instead="Васильков П.И."),
        ),
    ],
)
def test_rows_that_contradict_are_refused_and_both_are_named(one: Change, other: Change) -> None:
    with pytest.raises(InputError) as refused:
        again(MONTH, one, other)
    (issue,) = refused.value.issues
    assert issue.place.row == 3
    assert "строка 2" in issue.wrong
    assert one.kind.text() in issue.wrong


def test_rows_that_say_the_same_or_go_together_are_obeyed() -> None:
    found = again(MONTH, move("3", 18), move("3", 18), change(ChangeKind.PIN, event="2"))
    assert changed(found) == {"3": ("moved",)}
    two = [
        change(ChangeKind.REPLACE, event="3", who="Полынина Ж.Щ.", instead="Васильков П.И."),
        change(ChangeKind.ADD, event="3", who="Клеверов Ю.О."),
    ]
    both = again(MONTH, *two)
    (three,) = (one for one in both.made.timetable.events if one.number == "3")
    assert three.people == ("Клеверов Ю.О.", "Полынина Ж.Щ.")


def test_who_may_lead_now_is_told_apart_from_who_leads() -> None:
    found = again(
        MONTH,
        change(ChangeKind.ADD, who="Одуванчикова А.С.", event="4"),
        change(ChangeKind.ADD, who="Одуванчикова А.С.", event="3"),
    )
    assert changed(found) == {"3": ("restaffed",)}
    assert [(one.number, who) for one, who in found.may_lead] == [("4", "Одуванчикова А.С.")]


def test_the_day_of_changes_is_not_after_the_period_nor_before_the_former_edition() -> None:
    off = change(ChangeKind.DAY_OFF, "2022-03-16")
    with pytest.raises(InputError, match=r"--on.*вне периода 01\.03\.2022–31\.03\.2022"):
        again(MONTH, off, on=date(2022, 4, 1))
    assert again(MONTH, off, on=date(2022, 2, 24)).on == date(2022, 2, 24)  # known beforehand
    first = again(MONTH, off).made.timetable
    with pytest.raises(InputError, match=r"--on.*с 10\.03\.2022"):
        engine.reschedule(first, MONTH, [off], on=date(2022, 3, 9), limits=LIMITS)
    early = change(ChangeKind.DAY_OFF, "2022-03-04", "2022-03-17")
    found = engine.reschedule(first, MONTH, [early], limits=LIMITS)
    assert (found.on, found.stated) == (ON, False)


def test_a_deadline_on_a_day_called_off_stands_and_that_is_said() -> None:
    found = again(MONTH, change(ChangeKind.DAY_OFF, "2022-03-18"))
    assert changed(found) == {}
    assert [one.number for one in found.standing] == ["5"]
    assert again(MONTH, change(ChangeKind.DAY_OFF, "2022-03-21")).standing == []


def test_notes_beside_changes_are_written_nowhere() -> None:
    off = change(ChangeKind.DAY_OFF, "2022-03-16", note="больничный")
    assert "больничный" not in again(MONTH, off).made.timetable.model_dump_json()


def test_an_event_that_loses_its_day_is_not_called_cancelled() -> None:
    away = change(ChangeKind.AWAY, "2022-03-10", "2022-03-31", who="Васильков П.И.")
    of = roadmap(
        *MONTH.events[:2],
        row("3", "17.03.2022", "Васильков П.И.", result="размещение на сайте"),
    )
    found = again(of, away)
    assert changed(found) == {"3": ("undated",)}
    assert (found.made.count("cancelled"), found.made.count("undated")) == (0, 1)
    said = {told_words(message) for one in found.made.told for message in one.messages}
    assert said == {
        "17.03.2022: в этот день не состоится, нового дня пока нет",
        "31.03.2022: в этот день не состоится, нового дня пока нет",
    }


@pytest.mark.parametrize("number", ["3", "5", "6"])
def test_what_was_cancelled_comes_back_by_a_move(number: str) -> None:
    of = roadmap(
        *MONTH.events, row("6", "14.03.2022 - 15.03.2022", "Клеверов Ю.О.", demand="spans")
    )
    gone = again(of, change(ChangeKind.CANCEL, event=number)).made.timetable
    assert number not in {one.number for one in gone.events}
    found = engine.reschedule(gone, of, [move(number, 22)], on=ON, limits=LIMITS)
    assert changed(found) == {number: ("back",)}
    assert day(found.made.timetable, number) == date(2022, 3, 22)
    words = {told_words(message) for one in found.made.told for message in one.messages}
    assert {one.partition(":")[0] for one in words} == {"снова состоится"}
    off = change(ChangeKind.DAY_OFF, "2022-03-16")
    later = engine.reschedule(found.made.timetable, of, [off], on=ON, limits=LIMITS)
    assert changed(later) == {"2": ("moved",)}
    assert day(later.made.timetable, number) == date(2022, 3, 22)
    again_gone = engine.reschedule(
        later.made.timetable, of, [change(ChangeKind.CANCEL, event=number)], on=ON, limits=LIMITS
    )
    assert changed(again_gone) == {number: ("cancelled",)}


def refused_moves(of: Roadmap, *changes: Change, **more: object) -> dict[int | None, str]:
    with pytest.raises(InputError) as refused:
        again(of, *changes, **more)
    assert {one.place.column for one in refused.value.issues} == {"На"}
    return {one.place.row: str(one) for one in refused.value.issues}


def test_a_move_to_a_day_on_which_its_leader_is_away_is_refused() -> None:
    away = change(ChangeKind.AWAY, "2022-03-14", "2022-03-22", who="Васильков П.И.")
    found = refused_moves(MONTH, away, move("3", 18))
    assert list(found) == [3]
    assert "Васильков П.И.: человек в отъезде" in found[3]
    earlier = again(MONTH, away).made.timetable
    with pytest.raises(InputError, match=r"Васильков П\.И\.: человек в отъезде"):
        engine.reschedule(earlier, MONTH, [move("3", 18)], on=ON, limits=LIMITS)
    # Another may lead the fourth, so its own leader's absence forbids nothing.
    other = change(ChangeKind.AWAY, "2022-03-14", "2022-03-31", who="Ромашкина В.П.")
    assert day(again(MONTH, other, move("4", 25)).made.timetable, "4") == date(2022, 3, 25)


def test_two_moves_to_one_day_with_the_same_people_are_refused() -> None:
    of = roadmap(*MONTH.events, row("7", "21.03.2022", "Васильков П.И.", participants="студенты"))
    found = refused_moves(of, move("3", 18), move("7", 18))
    assert list(found) == [3]
    assert "3 «Семинар 3»" in found[3]
    assert "строка 2" in found[3]
    assert "Васильков П.И." in found[3]


def test_a_move_to_a_day_off_or_past_the_order_of_rows_or_a_pin_is_refused() -> None:
    of = roadmap(
        *MONTH.events[1:3],
        row("8", "22.03.2022", "Полынина Ж.Щ.", participants="студенты", after=frozenset({"9"})),
        row("9", "21.03.2022", "Клеверов Ю.О.", participants="кураторы", pinned=True),
        row("0", "30.03.2022", "Клеверов Ю.О.", participants="методисты"),
    )
    off = change(ChangeKind.DAY_OFF, "2022-03-18")
    found = refused_moves(of, off, move("3", 18), move("8", 17), move("0", 21))
    assert list(found) == [3, 4, 5]
    assert "все: актированный день" in found[3]
    assert "после пункта 9 («21.03.2022»)" in found[4]
    assert "9 «Семинар 9» (Клеверов Ю.О.)" in found[5]


def test_what_is_in_the_way_of_a_move_gives_way_and_the_move_stands() -> None:
    narrow = roadmap(
        row("1", "16.03.2022 - 17.03.2022", demand="occupies", days=2),
        row("2", "21.03.2022"),
        period=(date(2022, 3, 16), date(2022, 3, 21)),
    )
    found = again(narrow, move("2", 17), on=date(2022, 3, 16))
    assert day(found.made.timetable, "2") == date(2022, 3, 17)


def test_a_pin_without_a_day_of_its_own_is_said_to_hold_the_day_that_was_chosen() -> None:
    of = roadmap(
        row("1", "вторая половина марта 2022", pinned=True), row("2", "16.03.2022", pinned=True)
    )
    made = engine.schedule(of, limits=LIMITS)
    assert [one.number for one in made.pinned_freely.values()] == ["1"]
