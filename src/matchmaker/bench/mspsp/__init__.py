"""Projects whose tasks need people with skills: the ``mspsp`` set of the MiniZinc benchmarks."""

from matchmaker.bench.mspsp.compile import compile_project, staffing
from matchmaker.bench.mspsp.project import Project
from matchmaker.bench.mspsp.read import read_project
from matchmaker.bench.mspsp.run import ProjectRun, run_project
from matchmaker.bench.mspsp.score import makespan

__all__ = [
    "Project",
    "ProjectRun",
    "compile_project",
    "makespan",
    "read_project",
    "run_project",
    "staffing",
]
