"""One run of a project file: how long it takes, and whether that is proven."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from matchmaker.bench.mspsp.compile import compile_project, staffing
from matchmaker.bench.mspsp.project import Project
from matchmaker.bench.mspsp.read import read_project
from matchmaker.bench.mspsp.score import Staffed, makespan
from matchmaker.events import Watch
from matchmaker.limits import Limits
from matchmaker.solvers.timetable import TimetableRaw, solve_timetable


@dataclass(frozen=True, slots=True)
class ProjectRun:
    """A project with its times and its people.

    Attributes
    ----------
    tasks : every task that takes time; nothing if not all could be placed.
    makespan : nothing if not all could be placed.
    """

    project: Project
    raw: TimetableRaw
    tasks: dict[int, Staffed] | None
    makespan: int | None

    def to_json(self) -> dict[str, object]:
        """The result, the size of the problem, and who does what when, counted from 1."""
        return {
            "makespan": self.makespan,
            "bound": self.raw.levels[-1].bound,
            "optimal": self.raw.status == "optimal" and self.makespan is not None,
            "skills_at_once": self.project.versatile,
            "tasks": len(self.project.durations),
            "workers": len(self.project.skills),
            "skills": len(self.project.needs),
            "unplaced": self.raw.levels[0].value,
            "timetable": [
                {
                    "task": task + 1,
                    "start": start,
                    "staff": [{"worker": who + 1, "skill": skill + 1} for who, skill in staff],
                }
                for task, (start, staff) in (self.tasks or {}).items()
            ],
        }


def run_versatile(path: Path, limits: Limits, watch: Watch) -> ProjectRun:
    """Solve a file by the rule of the model that comes with it: several skills at once."""
    return run_project(path, limits, watch, versatile=True)


def run_project(path: Path, limits: Limits, watch: Watch, *, versatile: bool = False) -> ProjectRun:
    """Read a file, solve it and count its length anew."""
    project = read_project(path, versatile=versatile)
    raw = solve_timetable(compile_project(project), limits, watch)
    tasks = staffing(project, raw.placements)
    return ProjectRun(project, raw, tasks, None if tasks is None else makespan(project, tasks))
