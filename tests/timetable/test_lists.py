"""Nobody of a list is in two places on one day: what a timetable makes of lists."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from matchmaker import engine
from matchmaker.domain.abbreviations import Abbreviation, PartyKind
from matchmaker.domain.changes import ChangeKind
from matchmaker.domain.participants import ListMember
from matchmaker.domain.records import Record
from matchmaker.domain.roadmap import Roadmap
from matchmaker.domain.venues import Venue
from matchmaker.io import read_roadmap
from matchmaker.limits import Limits
from matchmaker.roadmap.parties.persons import one_form
from matchmaker.roadmap.rows import read_plans
from matchmaker.roadmap.windows import Window
from matchmaker.timetable.compile import compile_events
from matchmaker.timetable.weights import weights
from tests.timetable.small_year import LIMITS, change, day, roadmap, row, scheduled

SCENARIOS = Path(__file__).parents[2] / "scenarios"
COUNCIL = "Совет молодых педагогов"


def listed(name: str, *people: str) -> list[Record]:
    return [ListMember(name=name, member=one) for one in people]


def event(number: str, cell: str, people: str = "", **more: object) -> Record:
    """An event on some day of March, led by somebody of its own."""
    own = people or f"Ведущий{'абвгде'[int(number)]} А.А."
    return row(number, "март 2022", own, participants=cell, **more)


def apart(*rows: Record) -> bool:
    """Whether the events cannot all be on one day."""
    days = (date(2022, 3, 1), date(2022, 3, 1))
    one_day = roadmap(*rows, period=days)
    unplaced = engine.schedule(one_day, limits=LIMITS).timetable.unplaced
    return bool(unplaced)


def test_a_member_of_two_lists_is_at_one_event_a_day() -> None:
    lists = [*listed("Команда", "Ким А.О.", "Лис Б.Б."), *listed("Жюри", "Ким Алла Олеговна")]
    assert apart(event("1", "Команда"), event("2", "Жюри"), *lists)
    assert not apart(event("1", "Команда"), event("2", "Гости"), *lists)


def test_unnamed_people_of_a_list_are_the_same_people() -> None:
    guests = [ListMember(name="Студенты колледжа", count=25)]
    assert apart(event("1", "Студенты колледжа"), event("2", "Студенты колледжа"), *guests)


def test_a_member_who_leads_elsewhere_is_at_one_of_them() -> None:
    team = listed("Команда", "Ким Алла Олеговна")
    assert apart(event("1", "Команда"), event("2", "Гости", "Ким А.О., методист"), *team)


def test_a_member_who_may_lead_elsewhere_leads_on_another_day_or_not_at_all() -> None:
    team = listed("Команда", "Ким А.О.")
    spare = event("2", "Гости", "Ким А.О.", staff=frozenset({"Лис Б.Б."}))
    days = (date(2022, 3, 1), date(2022, 3, 1))
    found = scheduled(roadmap(event("1", "Команда"), spare, *team, period=days))
    assert {one.number: one.people for one in found.events}["2"] == ("Лис Б.Б.",)


def test_whoever_takes_part_may_lead_the_same_event() -> None:
    team = listed("Команда", "Ким А.О.", "Лис Б.Б.")
    own = event("1", "Команда", "Ким А.О.", staff=frozenset({"Лис Б.Б."}))
    found = scheduled(roadmap(own, *team))
    assert [one.people for one in found.events] == [("Ким А.О.",)]


def test_a_group_whose_members_take_part_leads_nothing_that_day() -> None:
    methodists = Abbreviation(
        name="ОППМ", kind=PartyKind.GROUP, members=frozenset({"Ким А.О.", "Лис Б.Б."})
    )
    led = event("2", "Гости", "ОППМ")
    whole, part = listed("Команда", "Ким А.О.", "Лис Б.Б."), listed("Команда", "Ким А.О.")
    assert apart(event("1", "Команда"), led, methodists, *whole)
    assert not apart(event("1", "Команда"), led, methodists, *part)


def test_young_teachers_and_their_council_are_still_apart() -> None:
    council = listed(COUNCIL, "Осина О.О.")
    assert apart(event("1", "молодые педагоги"), event("2", COUNCIL), *council)
    assert not apart(event("1", "наставники"), event("2", COUNCIL), *council)
    assert apart(event("1", "наставники"), event("2", f"{COUNCIL}, наставники"), *council)


def test_two_councils_without_common_members_may_meet_on_one_day() -> None:
    lists = [*listed(COUNCIL, "Осина О.О."), *listed("Клуб молодых педагогов", "Рябина Р.Р.")]
    assert not apart(event("1", COUNCIL), event("2", "Клуб молодых педагогов"), *lists)


def test_seats_are_supposed_from_the_size_of_the_lists() -> None:
    rooms = [Venue(name="Кабинет", seats=10), Venue(name="Зал", seats=40, cost=5)]
    guests = ListMember(name="Студенты", count=25)
    venues = frozenset({"Кабинет", "Зал"})
    held = event("1", "Студенты", venues=venues)
    few = event("2", "Студенты", venues=venues, attendance=8)
    found = scheduled(roadmap(held, few, guests, *rooms))
    assert {one.number: one.venue for one in found.events} == {"1": "Зал", "2": "Кабинет"}


def test_a_change_weighs_as_many_as_are_on_the_list() -> None:
    of = roadmap(
        event("1", "Студенты"), event("2", "Студенты, наставники"), event("3", "наставники"),
        ListMember(name="Студенты", count=25), *listed("Студенты", "Ким А.О."),
    )  # fmt: skip
    found = weights(read_plans(of), scheduled(of))
    assert sorted(found.values()) == [26, 60, 86]


def test_the_record_names_lists_and_who_is_told_of_changes() -> None:
    of = roadmap(event("1", COUNCIL), event("2", "наставники"), *listed(COUNCIL, "Осина О.О."))
    before = scheduled(of)
    assert {one.audiences for one in before.events} == {(COUNCIL,), ("mentors",)}
    on = day(before, "1").isoformat()
    found = engine.reschedule(before, of, [change(ChangeKind.DAY_OFF, on)], limits=LIMITS)
    assert ("audience", COUNCIL) in {(one.kind, one.name) for one in found.made.told}
    assert day(found.made.timetable, "1").isoformat() != on


# ---- how few resources ---------------------------------------------------------------------------


def test_people_who_always_come_together_are_one_resource() -> None:
    people = [f"Участник{'абвгдежзик'[n]} А.А." for n in range(10)]
    of = roadmap(
        event("1", "Команда"), event("2", "Команда"), event("3", "Жюри"),
        *listed("Команда", *people), *listed("Жюри", people[0], "Осина О.О."),
    )  # fmt: skip
    program = compile_events(read_plans(of), start=date(2022, 3, 1), end=date(2022, 3, 31))
    # The one who is on both lists keeps all three apart, so nobody else needs a resource.
    assert [key for key in program.resources if key.startswith("list:")] == ["list:0:Жюри; Команда"]


LISTS = some.dictionaries(
    some.sampled_from(["Альфа", "Бета", "Гамма"]),
    some.sets(some.sampled_from("АБВГДЕ"), min_size=1),
    min_size=1,
)


@settings(max_examples=60, deadline=None)
@given(
    LISTS,
    some.lists(some.sets(some.sampled_from(["Альфа", "Бета", "Гамма"])), min_size=2, max_size=6),
)
def test_events_share_a_resource_exactly_if_they_share_a_person(
    lists: dict[str, set[str]], wanted: list[set[str]]
) -> None:
    rows = [event(str(n), "; ".join(sorted(cell)) or "гости") for n, cell in enumerate(wanted)]
    members = [one for name in lists for one in listed(name, *(f"Ким {p}.П." for p in lists[name]))]
    of = roadmap(*rows, *members)
    items = compile_events(
        read_plans(of), start=date(2022, 3, 1), end=date(2022, 3, 31)
    ).program.items
    people = [set().union(*(lists.get(name, set()) for name in cell)) for cell in wanted]
    for one, other in combinations(range(len(items)), 2):
        shared = bool(set(items[one].holds) & set(items[other].holds))
        assert shared == bool(people[one] & people[other])


# ---- the shipped scenarios, from the side of the tables ------------------------------------------


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("city", Window(date(2026, 9, 1), date(2026, 12, 31))),
        ("kemerovo", Window(date(2021, 9, 1), date(2022, 5, 31))),
    ],
)
def test_nobody_of_a_list_is_in_two_places_in_a_scenario(name: str, period: Window) -> None:
    source = read_roadmap(SCENARIOS / name)
    assert source.lists
    found = engine.schedule(source, period=period, limits=Limits(effort=3)).timetable
    twice, held = [], 0
    days: dict[tuple[str, date], str] = {}
    for one in found.events:
        if one.kind != "event":
            continue
        people = people_of(source, one.plan, one.number)
        held += len(people) > 1
        for person in people | set(one.people):
            for step in range((one.ends - one.starts).days + 1):
                at = person, one.starts + timedelta(step)
                twice += [(person, one.id, days[at])] if at in days else []
                days[at] = one.id
    assert held > 1
    assert twice == []


def people_of(source: Roadmap, plan: str, number: str) -> set[str]:
    """Who of the lists is wanted at a row: the names stand in its cells."""
    return {
        one_form(one.member)
        for event in source.events
        if (event.plan, event.label) == (plan, number)
        for one in source.lists
        if one.member
        and one.name.lower() in f"{event.participants} {event.supposed_participants}".lower()
    }
