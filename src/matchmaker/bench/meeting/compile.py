"""Meetings as items, rooms as a need, required persons as what a meeting holds."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from matchmaker.bench.meeting.problem import Meeting, MeetingProblem
from matchmaker.bench.meeting.score import BREAK, NEAR, OVERLAP, Place
from matchmaker.timetable import Item, Level, Need, Placements, Resource, Term, TimeProgram
from matchmaker.timetable.wishes import (
    Breathing,
    ChoiceCost,
    Overlap,
    SamePlace,
    Shared,
    StartCost,
)

Ints = npt.NDArray[np.int64]


def compile_meetings(problem: MeetingProblem) -> TimeProgram:
    """State the hard rows as limits, and each other row as a wish of its level.

    Rooms that are too small and starts from which a meeting would not end on the same day are
    left out, so a meeting that fits nowhere stays unplaced.
    """
    items = tuple(_item(problem, meeting) for meeting in problem.meetings)
    resources = (
        *(Resource(f"room{at}") for at in range(len(problem.rooms))),
        *(Resource(name) for name in problem.persons),
    )
    shared = _in_common(problem, [meeting.persons for meeting in problem.meetings])
    required = _in_common(problem, [meeting.required for meeting in problem.meetings])
    soft: list[Term] = [
        Overlap(OVERLAP),
        Breathing(BREAK),
        SamePlace(_pairs(shared), NEAR),
    ]
    for at, item in enumerate(items):
        soft.append(StartCost(at, item.starts + item.duration - 1))
        soft.append(ChoiceCost(at, 0, _larger(problem, item.needs[0].candidates)))
    levels = (Level("medium", (Shared(_pairs(shared - required)),)), Level("soft", tuple(soft)))
    return TimeProgram(len(problem.day), items, resources, levels=levels)


def _item(problem: MeetingProblem, meeting: Meeting) -> Item:
    day = np.array(problem.day)
    last = meeting.duration - 1
    starts = np.flatnonzero(day[: len(day) - last] == day[last:]).astype(np.int32)
    seats = len(meeting.persons)
    rooms = tuple(at for at, capacity in enumerate(problem.rooms) if capacity >= seats)
    holds = tuple(len(problem.rooms) + person for person in sorted(meeting.required))
    return Item(meeting.topic, meeting.duration, starts, holds, (Need(rooms),))


def _in_common(problem: MeetingProblem, groups: Sequence[frozenset[int]]) -> Ints:
    """How many people each two of these groups have in common."""
    member = np.zeros((len(groups), len(problem.persons)), np.int64)
    for at, group in enumerate(groups):
        member[at, sorted(group)] = 1
    return member @ member.T


def _pairs(counts: Ints) -> tuple[tuple[int, int, int], ...]:
    """Each pair of meetings that has anybody in common, and how many."""
    ones, others = np.nonzero(np.triu(counts, 1))
    counted = counts[ones, others]
    return tuple(zip(ones.tolist(), others.tolist(), counted.tolist(), strict=True))


def _larger(problem: MeetingProblem, rooms: tuple[int, ...]) -> tuple[int, ...]:
    """By how much other rooms are larger, summed, for each of these rooms."""
    return tuple(
        sum(max(0, other - problem.rooms[room]) for other in problem.rooms) for room in rooms
    )


def places_of(problem: MeetingProblem, placements: Placements) -> tuple[Place, ...]:
    """The timetable with a place for every meeting: the rest where it does the least harm.

    The official score knows no meeting without a place, so what does not fit is put where
    the fewest hard points are lost.
    """
    places = [None if at is None else Place(at.start, at.chosen[0][0]) for at in placements]
    for at, place in enumerate(places):
        if place is None:
            places[at] = _least_harm(problem, places, at)
    return tuple(place for place in places if place is not None)


def _least_harm(problem: MeetingProblem, places: Sequence[Place | None], at: int) -> Place:
    """The first place at which a meeting loses the fewest hard points against those placed."""
    meeting, grains = problem.meetings[at], len(problem.day)
    persons, rooms = np.zeros(grains, np.int64), np.zeros((len(problem.rooms), grains), np.int64)
    for other, place in zip(problem.meetings, places, strict=True):
        if place is not None:
            span = slice(place.start, place.start + other.duration)
            persons[span] += len(meeting.required & other.required)
            rooms[place.room, span] += 1
    loads = np.concatenate([np.zeros((len(rooms), 1), np.int64), (persons + rooms).cumsum(1)], 1)
    starts = np.arange(max(1, grains - meeting.duration + 1))
    ends = np.minimum(starts + meeting.duration, grains)
    lost = loads[:, ends] - loads[:, starts]
    short = np.maximum(0, len(meeting.persons) - np.array(problem.rooms))
    day = np.array(problem.day)
    lost += (day[starts] != day[ends - 1]) + short[:, None]
    room, start = np.unravel_index(int(lost.argmin()), lost.shape)
    return Place(int(starts[start]), int(room))
