"""Small months drawn at random: least disruption by brute force, history, and who is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as some

from matchmaker import engine
from matchmaker.domain.changes import Change, ChangeKind
from matchmaker.domain.events import Event
from matchmaker.domain.roadmap import Roadmap
from matchmaker.engine import Rescheduled
from matchmaker.limits import Limits
from matchmaker.results.replan_check import check_edition
from matchmaker.results.told import Message, Told
from matchmaker.timetable import Placement, Placements, TimeProgram, check_placements
from matchmaker.timetable.choices import choices
from matchmaker.timetable.record import EventRecord
from tests.timetable.small_year import change, roadmap, row, scheduled

WEEK = date(2022, 3, 9), date(2022, 3, 16)
LEADERS = ("Ромашкина В.П.", "Васильков П.И.", "Клеверов Ю.О.")
KINDS = ("молодые педагоги", "наставники", "студенты")
DAYS = (9, 10, 11, 14, 15, 16)


@some.composite
def _rows(draw: some.DrawFn) -> list[Event]:
    rows = []
    for number in range(draw(some.integers(1, 3))):
        dates = draw(some.sampled_from([f"{day:02}.03.2022" for day in DAYS] + ["март 2022"]))
        staff = draw(some.frozensets(some.sampled_from(LEADERS), max_size=1))
        rows.append(
            row(
                str(number + 1),
                dates,
                draw(some.sampled_from(LEADERS)),
                participants=draw(some.sampled_from(KINDS)),
                staff=staff,
                attendance=draw(some.sampled_from([None, 5, 30])),
            )
        )
    if draw(some.booleans()):
        hours = draw(some.integers(1, 50)) / 2
        facts = {"hours_a_week": min(hours, 36.0), "participants": None}
        rows.append(row("К", "в течение года", draw(some.sampled_from(LEADERS)), **facts))
    return rows


@some.composite
def _changes(draw: some.DrawFn) -> list[Change]:
    found = []
    for _ in range(draw(some.integers(1, 2))):
        first = draw(some.sampled_from(DAYS))
        last = min(16, first + draw(some.integers(0, 2)))
        days = f"2022-03-{first:02}", f"2022-03-{last:02}"
        who = draw(some.sampled_from([None, *LEADERS]))
        kind = ChangeKind.DAY_OFF if who is None else ChangeKind.AWAY
        found.append(change(kind, *days, who=who))
    return found


def _made(of: Roadmap, changes: Sequence[Change], on: date, strategy: str | None) -> Rescheduled:
    known = {name for one in of.events for name in (one.responsible, *one.staff)}
    named = [one for one in changes if one.who is None or one.who in known]
    return engine.reschedule(
        scheduled(of),
        of,
        named,
        on=on,
        strategy=strategy,  # type: ignore[arg-type]
        limits=Limits(effort=0.2),
    )


def _every(program: TimeProgram) -> Iterator[Placements]:
    places = [
        [
            None,
            *(
                Placement(start, chosen)
                for start in item.starts.tolist()
                for chosen in choices(item)
            ),
        ]
        for item in program.items
    ]
    yield from product(*places)


@settings(max_examples=25, deadline=None)
@given(_rows(), _changes(), some.sampled_from(DAYS), some.sampled_from(["dates", "people"]))
def test_no_edition_disturbs_people_less(
    rows: list[Event], changes: list[Change], on: int, strategy: str
) -> None:
    found = _made(roadmap(*rows, period=WEEK), changes, date(2022, 3, on), strategy)
    made = found.made
    program = made.replan.events.program
    best = min(
        tuple(program.costs(placements).values())
        for placements in _every(program)
        if check_placements(program, placements).valid
    )
    assert tuple(made.raw.costs.values()) == best
    assert made.raw.costs["disruption"] == made.disruption


@settings(max_examples=25, deadline=None)
@given(_rows(), _changes(), some.sampled_from(DAYS))
def test_history_stays_and_told_is_exact(rows: list[Event], changes: list[Change], on: int) -> None:
    day = date(2022, 3, on)
    found = _made(roadmap(*rows, period=WEEK), changes, day, None)
    now = {event.id: event for event in found.made.timetable.events}
    for event in found.before.events:
        if event.ends < day:
            assert now[event.id] == event
    told = found.made.told
    assert not check_edition(found.before, found.made.timetable, told, day)
    for number in range(len(told)):
        fewer = [*told[:number], *told[number + 1 :]]
        faults = check_edition(found.before, found.made.timetable, fewer, day)
        assert {one.kind for one in faults} == {"untold"}
    if told:
        twice = check_edition(found.before, found.made.timetable, [*told, told[0]], day)
        assert {"twice"} <= {one.kind for one in twice}


def test_the_checker_sees_every_fault() -> None:
    of = roadmap(row("1", "09.03.2022"), row("2", "15.03.2022"), period=WEEK)
    off = [change(ChangeKind.DAY_OFF, "2022-03-15")]
    found = _made(of, off, date(2022, 3, 10), None)
    before, made = found.before, found.made

    def faults(told: Sequence[Told], on: int = 10, **events: EventRecord) -> set[str]:
        known = {event.number: event for event in made.timetable.events} | {
            number.removeprefix("n"): event for number, event in events.items()
        }
        after = made.timetable.model_copy(update={"events": tuple(known.values())})
        return {one.kind for one in check_edition(before, after, told, date(2022, 3, on))}

    assert not faults(made.told)
    first, second = made.timetable.events
    late = date(2022, 3, 16)
    moved = first.model_copy(update={"starts": late, "ends": late})
    assert "history" in faults(made.told, n1=moved)
    early = second.model_copy(update={"starts": WEEK[0], "ends": WEEK[0]})
    assert "past" in faults(made.told, n2=early)
    order = change(ChangeKind.MOVE, event=second.id, day=date(2022, 3, 15))
    obeyed = made.timetable.model_copy(update={"changes": (order,)})
    disobeyed = check_edition(before, obeyed, made.told, date(2022, 3, 10))
    assert {one.kind for one in disobeyed} == {"order"}
    stranger = Told("person", "Полынина Ж.Щ.", (Message(None, second),))
    assert faults([*made.told, stranger]) == {"needless"}
    same = check_edition(before, before, (), date(2022, 3, 10))
    assert {one.kind for one in same} == {"edition"}
