"""Tasks as items, workers as resources, each skill of a task as a need."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from matchmaker.bench.mspsp.project import Project
from matchmaker.bench.mspsp.score import Staffed
from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import bench as say
from matchmaker.timetable import After, Item, Level, Need, Placements, Resource, TimeProgram
from matchmaker.timetable.wishes import LatestEnd


def compile_project(project: Project) -> TimeProgram:
    """State a project; a worker works on one task at a time.

    Raises
    ------
    InputError
        if tasks wait for each other in a circle.
    """
    horizon = sum(project.durations)
    tail = _longest(project.durations, project.successors)
    head = _longest(project.durations, _backwards(project.successors))
    items, afters = [], []
    place = {task: at for at, task in enumerate(project.lasting)}
    for task, at in place.items():
        duration = project.durations[task]
        starts = np.arange(head[task] - duration, horizon - tail[task] + 1, dtype=np.int32)
        needs = tuple(
            Need(project.able(skill), row[task])
            for skill, row in enumerate(project.needs)
            if row[task]
        )
        items.append(
            Item(f"task{task + 1}", duration, starts, (), needs, versatile=project.versatile)
        )
        afters += [After(at, place[then]) for then in sorted(project.following(task))]
    workers = tuple(Resource(f"worker{at + 1}") for at in range(len(project.skills)))
    level = Level("makespan", (LatestEnd(),))
    return TimeProgram(horizon, tuple(items), workers, tuple(afters), (level,))


def staffing(project: Project, placements: Placements) -> dict[int, Staffed] | None:
    """When each lasting task begins and who does what; nothing if one has no place."""
    found: dict[int, Staffed] = {}
    for task, placement in zip(project.lasting, placements, strict=True):
        if placement is None:
            return None
        skills = (skill for skill, row in enumerate(project.needs) if row[task])
        staff = tuple(
            (worker, skill)
            for skill, chosen in zip(skills, placement.chosen, strict=True)
            for worker in chosen
        )
        found[task] = (placement.start, staff)
    return found


def _backwards(successors: Sequence[frozenset[int]]) -> list[frozenset[int]]:
    return [
        frozenset(one for one, some in enumerate(successors) if task in some)
        for task in range(len(successors))
    ]


def _longest(durations: Sequence[int], following: Sequence[frozenset[int]]) -> list[int]:
    """The longest chain that begins with each task, its own duration included."""
    length = list(durations)
    # A chain has at most as many tasks as there are; what still grows then is a circle.
    for _ in range(len(durations) + 1):
        longer = [
            duration + max((length[then] for then in following[task]), default=0)
            for task, duration in enumerate(durations)
        ]
        if longer == length:
            return length
        length = longer
    raise InputError([Issue(Place(), say.CIRCLE())])
