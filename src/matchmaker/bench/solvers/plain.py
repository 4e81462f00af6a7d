"""Plain methods: all pairs with one number each, and no limits but places."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

from matchmaker.bench.phases import Phases
from matchmaker.bench.solvers.base import Reached, Task, listed
from matchmaker.limits import Limits
from matchmaker.messages import bench as say
from matchmaker.pairs import Bools
from matchmaker.solvers.plain.assignment import Assignment, assignment, under_all_limits

Method = Callable[[Assignment, Limits], Bools]
"""Which pairs it takes. Shape: (pairs,)."""


class Plain:
    """A method that is told pairs, one number of each, and places.

    Parameters
    ----------
    module : one that the method needs, as it is imported.
    package : what brings it, as it is installed.
    """

    def __init__(
        self, name: str, method: Method, bytes_per_pair: int, module: str = "", package: str = ""
    ) -> None:
        self.name, self.bytes_per_pair = name, bytes_per_pair
        self._method, self._module, self._package = method, module, package or name

    def missing(self) -> str:
        """The package that is not installed."""
        return say.NOT_INSTALLED(package=self._package) if not _found(self._module) else ""

    def run(self, task: Task, phase: Phases) -> Reached:
        """List the pairs, put their points into one number, solve, and keep to all limits."""
        if self._module:
            import_module(self._module)  # loading a library is no part of solving
        program = listed(task, phase)
        with phase("points"):
            given = assignment(program)
        with phase("solve"):
            taken = self._method(given, task.limits)
        with phase("limits"):
            chosen = under_all_limits(program, given.worth, taken)
        dropped = int(taken.sum() - chosen.sum())
        return Reached(program, chosen, dropped=dropped, exact=given.exact)


def _found(module: str) -> bool:
    """Whether a module is there, without importing more than what stands above it."""
    try:
        return not module or find_spec(module) is not None
    except ModuleNotFoundError:
        return False
