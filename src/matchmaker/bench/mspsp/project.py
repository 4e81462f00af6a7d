"""What a file of a project holds, counted from 0."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Project:
    """Tasks in an order of their own, and workers with skills.

    Attributes
    ----------
    skills : of each worker, the skills.
    durations : of each task.
    needs : for each skill and task, how many workers use that skill on it.
    successors : of each task, those that begin after it has ended.
    versatile : whether a worker may use several skills on one task. In the literature a worker
        uses one; the model that comes with this set allows several.
    """

    skills: tuple[frozenset[int], ...]
    durations: tuple[int, ...]
    needs: tuple[tuple[int, ...], ...]
    successors: tuple[frozenset[int], ...]
    versatile: bool = False

    @property
    def lasting(self) -> tuple[int, ...]:
        """The tasks that take time; others only tie the order of tasks together."""
        return tuple(task for task, length in enumerate(self.durations) if length)

    def following(self, task: int) -> frozenset[int]:
        """The lasting tasks that wait for a task, also through tasks that take no time."""
        found: set[int] = set()
        for then in self.successors[task]:
            found |= {then} if self.durations[then] else self.following(then)
        return frozenset(found)

    def able(self, skill: int) -> tuple[int, ...]:
        """The workers who have a skill."""
        return tuple(worker for worker, has in enumerate(self.skills) if skill in has)
