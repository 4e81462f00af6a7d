"""Which solver: chosen by the structure of the limits, and said in words."""

from __future__ import annotations

from dataclasses import dataclass

from matchmaker.errors import InputError, Issue, NoSolverError, Place
from matchmaker.messages import routes as say
from matchmaker.program.compile import Program
from matchmaker.solvers.base import Solver
from matchmaker.solvers.cpsat import CpSat
from matchmaker.solvers.deferred import Deferred
from matchmaker.solvers.flow import Flow
from matchmaker.solvers.greedy import Greedy
from matchmaker.solvers.mip import Mip

SOLVERS: dict[str, type[Solver]] = {
    kind.name: kind for kind in (Flow, Mip, CpSat, Greedy, Deferred)
}
"""Every solver by name, in the order in which ``auto`` prefers them."""


@dataclass(frozen=True, slots=True)
class Route:
    """The solver chosen, and why."""

    solver: Solver
    reason: str


def choose(name: str, program: Program) -> Route:
    """Find the solver of this name, or with ``auto`` the first that objects to nothing.

    Raises
    ------
    InputError
        if there is no such solver; lists those there are.
    NoSolverError
        if the solver asked for cannot read the program; says why.
    """
    if name == "auto":
        flow = Flow()
        objections = flow.objections(program)
        if not objections:
            return Route(flow, say.FLOW())
        return Route(Mip(), say.NOT_FLOW(why="; ".join(objections)))
    if name not in SOLVERS:
        known = ", ".join(("auto", *SOLVERS))
        raise InputError([Issue(Place(), say.UNKNOWN_SOLVER(name=name, known=known))])
    solver = SOLVERS[name]()
    objections = solver.objections(program)
    if objections:
        raise NoSolverError(say.FLOW_REFUSED(why="; ".join(objections)))
    baseline = name in {"greedy", "deferred"}
    return Route(solver, (say.BASELINE if baseline else say.CHOSEN)())
