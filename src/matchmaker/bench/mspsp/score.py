"""How long a project takes, if the answer is one: counted plainly from the project itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from matchmaker.bench.mspsp.project import Project

Staffed = tuple[int, tuple[tuple[int, int], ...]]
"""When a task begins, and (worker, skill) of everybody who works on it."""


def makespan(project: Project, tasks: Mapping[int, Staffed]) -> int | None:
    """When the last task has ended; nothing if a condition of the project is broken.

    Parameters
    ----------
    tasks : every task that takes time.
    """
    if set(tasks) != set(project.lasting):
        return None
    span = {task: (at, at + project.durations[task]) for task, (at, _) in tasks.items()}
    ordered = all(
        span[task][1] <= span[then][0] for task in tasks for then in project.following(task)
    )
    staffed = all(_staffed(project, task, staff) for task, (_, staff) in tasks.items())
    crews = {task: {worker for worker, _ in staff} for task, (_, staff) in tasks.items()}
    apart = all(
        not crews[one] & crews[other]
        or span[one][1] <= span[other][0]
        or span[other][1] <= span[one][0]
        for one, other in combinations(tasks, 2)
    )
    if ordered and staffed and apart and min(begin for begin, _ in span.values()) >= 0:
        return max(end for _, end in span.values())
    return None


def _staffed(project: Project, task: int, staff: Sequence[tuple[int, int]]) -> bool:
    """Whether each skill is used as often as needed by those who have it, who are not split."""
    used = [skill for _, skill in staff]
    return (
        all(used.count(skill) == row[task] for skill, row in enumerate(project.needs))
        and (project.versatile or len({worker for worker, _ in staff}) == len(staff))
        and len(set(staff)) == len(staff)
        and all(skill in project.skills[worker] for worker, skill in staff)
    )
