"""The solver against brute force, and the checker against spoiled answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matchmaker.limits import Limits
from matchmaker.solvers.study import solve_routes
from matchmaker.study.check import check_answer
from matchmaker.study.fit import Obstacle, Standing, complete
from matchmaker.study.program import Answer, Option, RouteProgram, Sitting, Wish, worth

QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def programs(draw: st.DrawFn) -> RouteProgram:
    """Up to three learners, four courses, some of two lessons, few seats and few days."""
    sittings = [
        Sitting(
            frozenset({day, *([day + 1] if draw(st.booleans()) else [])}),
            frozenset({day // 3}),
            draw(st.sampled_from([1, 1, 2, None])),
        )
        for day in draw(st.lists(st.integers(0, 5), min_size=2, max_size=5))
    ]
    places = st.lists(st.integers(0, len(sittings) - 1), min_size=1, max_size=2, unique=True).map(
        lambda found: tuple(sorted(found))
    )
    courses = [
        (tuple(draw(st.lists(places, min_size=1, max_size=2))), draw(st.integers(0, 20)))
        for _ in range(draw(st.integers(1, 4)))
    ]
    options: list[Option] = []
    wishes: list[Wish] = []
    for learner in range(draw(st.integers(1, 3))):
        own = []
        for course, (lessons, hours) in enumerate(courses):
            if len(options) < 7 and draw(st.booleans()):
                costs = tuple(tuple(draw(st.integers(1, 4)) for _ in lesson) for lesson in lessons)
                own.append(len(options))
                options.append(Option(learner, course, lessons, costs, hours))
        for _ in range(draw(st.integers(1, 2))):
            some = tuple(at for at in own if draw(st.booleans()))
            points = (draw(st.integers(0, 1)), draw(st.integers(1, 3)), 0, draw(st.integers(0, 1)))
            wishes.append(Wish(learner, some, points))
    learners = 1 + max((wish.learner for wish in wishes), default=0)
    led = st.frozensets(st.integers(0, 6), max_size=2)
    return RouteProgram(
        learners,
        tuple(sittings),
        tuple(options),
        tuple(wishes),
        draw(st.integers(1, 2)),
        draw(st.dictionaries(st.integers(0, learners - 1), led)),
    )


def answers(program: RouteProgram) -> Iterator[Answer]:
    """Every answer there is."""
    ways = [[None, *product(*option.lessons)] for option in program.options]
    for choice in product(*ways):
        answer = {at: chosen for at, chosen in enumerate(choice) if chosen is not None}
        if _allowed(program, answer):
            yield answer


def _allowed(program: RouteProgram, answer: Answer) -> bool:
    """The limits, said once more in the plainest way."""
    seats: Counter[int] = Counter()
    days: Counter[tuple[int, int]] = Counter()
    months: Counter[tuple[int, int]] = Counter()
    for at, chosen in answer.items():
        learner = program.options[at].learner
        for sitting in chosen:
            seats[sitting] += 1
            days.update((learner, day) for day in program.sittings[sitting].days)
            months.update((learner, month) for month in program.sittings[sitting].months)
    return (
        all(
            (most := program.sittings[sitting].seats) is None or n <= most
            for sitting, n in seats.items()
        )
        and all(n == 1 for n in days.values())
        and all(n <= program.per_month for n in months.values())
        and not any(day in program.taken.get(learner, ()) for learner, day in days)
    )


@QUICK
@given(programs())
def test_the_solver_is_as_good_as_brute_force_at_every_level(program: RouteProgram) -> None:
    found = solve_routes(program)
    best = max(worth(program.values(answer)) for answer in answers(program))
    values = program.values(found.answer)
    assert worth(values) == best
    assert found.bounds == values
    assert check_answer(program, found.answer) == ()


@QUICK
@given(programs())
def test_nobody_is_left_who_still_could_go_and_the_same_comes_again(program: RouteProgram) -> None:
    answer = solve_routes(program).answer
    assert complete(program, answer) == answer
    assert solve_routes(program).answer == answer
    standing = Standing(program, answer)
    for wish, yes in zip(program.wishes, program.answered(answer), strict=True):
        for at in wish.options if not yes else ():
            # The reason is true: with this option added, whatever the sittings, a limit breaks.
            assert isinstance(standing.fit(at), Obstacle)
            for chosen in product(*program.options[at].lessons):
                assert check_answer(program, {**answer, at: chosen})


@QUICK
@given(programs())
def test_a_stopped_search_still_keeps_every_limit(program: RouteProgram) -> None:
    found = solve_routes(program, Limits(seconds=0.0))
    assert check_answer(program, found.answer) == ()
    assert complete(program, found.answer) == found.answer


@QUICK
@given(programs())
def test_the_checker_agrees_with_the_limits_in_plain_words(program: RouteProgram) -> None:
    ways = [list(product(*option.lessons)) for option in program.options]
    everything = {at: chosen[0] for at, chosen in enumerate(ways)}
    assert (check_answer(program, everything) == ()) == _allowed(program, everything)


@QUICK
@given(programs(), st.data())
def test_whoever_leads_on_the_day_is_found_at_the_sitting(
    program: RouteProgram, data: st.DataObject
) -> None:
    """An answer that is right is spoiled by one more event that somebody leads."""
    answer = solve_routes(program).answer
    visits = sorted(program.visits(answer))
    if not visits:
        return
    learner, sitting = data.draw(st.sampled_from(visits))
    day = data.draw(st.sampled_from(sorted(program.sittings[sitting].days)))
    led = {**program.taken, learner: program.taken.get(learner, frozenset()) | {day}}
    spoiled = check_answer(replace(program, taken=led), answer)
    assert ("leads", learner, (sitting,)) in {(v.kind, v.learner, v.sittings) for v in spoiled}
    assert {violation.kind for violation in spoiled} == {"leads"}


TWO_DAYS = (Sitting(frozenset({1}), frozenset({0}), 1), Sitting(frozenset({1}), frozenset({0}), 1))


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ({0: (0,), 2: (0,)}, "seats"),
        ({0: (0,), 1: (1,)}, "day"),
        ({0: (1,)}, "option"),
        ({0: ()}, "option"),
        ({9: (0,)}, "option"),
        ({0: (0,), 3: (0,)}, "twice"),
    ],
)
def test_the_checker_catches_a_spoiled_answer(answer: Answer, kind: str) -> None:
    options = (
        Option(0, 0, ((0,),), ((1,),), 1),
        Option(0, 1, ((1,),), ((1,),), 1),
        Option(1, 0, ((0,),), ((1,),), 1),
        Option(0, 0, ((0,),), ((1,),), 1),
    )
    program = RouteProgram(2, TWO_DAYS, options, (), 2)
    assert kind in {wrong.kind for wrong in check_answer(program, answer)}


def test_the_checker_counts_months() -> None:
    sittings = tuple(Sitting(frozenset({day}), frozenset({0}), None) for day in (1, 2))
    options = tuple(Option(0, n, ((n,),), ((1,),), 1) for n in (0, 1))
    program = RouteProgram(1, sittings, options, (), 1)
    assert [wrong.kind for wrong in check_answer(program, {0: (0,), 1: (1,)})] == ["month"]
