"""Which solver: chosen by the structure of the limits, and said in words."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from matchmaker.errors import InputError, Issue, NoSolverError, Place
from matchmaker.messages import routes as say
from matchmaker.pairs import Roster
from matchmaker.program.asked import COLUMNS
from matchmaker.program.joint import Joint
from matchmaker.program.layout import Layout
from matchmaker.program.program import Program
from matchmaker.rulebook import Rulebook
from matchmaker.solvers.base import Solver

SOLVERS = {
    "flow": "Flow",
    "mip": "Mip",
    "cpsat": "CpSat",
    "greedy": "Greedy",
    "deferred": "Deferred",
    "joint": "JointMip",
}
"""Every solver: the module of this room, and its class. Imported when asked for."""

MANY = 1_000_000
"""With more pairs of the two rosters than this they are found by columns, where limits allow.

Below, a listing takes seconds and its plans keep their bytes. Of 800 000 pairs of a city a listing
took 13 s and 0.8 GB, columns 2 s and 0.2 GB (measured); from there the listing grows faster.
"""


def by_columns(name: str, roster: Roster, policy: Rulebook) -> str | None:
    """Why the pairs of people are found by columns, in words; nothing if they are to be listed.

    Raises
    ------
    NoSolverError
        if columns are asked for and limits do not nest by sides; says which.
    """
    pairs = len(roster.mentee) * len(roster.mentor)
    if name == COLUMNS:
        objections = Layout(roster, policy).objections
        if objections:
            raise NoSolverError(say.REFUSED(name=name, why="; ".join(objections)))
        return say.CHOSEN()
    if name == "auto" and pairs > MANY and not Layout(roster, policy).objections:
        return say.COLUMNS(pairs=pairs)
    return None


def solver_named(name: str) -> Solver:
    """Make the solver of this name."""
    solver: Solver = getattr(import_module(f"matchmaker.solvers.{name}"), SOLVERS[name])()
    return solver


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
    if name == "auto" and isinstance(program, Joint):
        return Route(solver_named("joint"), say.JOINT())
    if name == "auto":
        flow = solver_named("flow")
        objections = flow.objections(program)
        if not objections:
            return Route(flow, say.FLOW())
        return Route(solver_named("mip"), say.NOT_FLOW(why="; ".join(objections)))
    if name == COLUMNS:
        raise NoSolverError(say.REFUSED(name=name, why=say.ONLY_PEOPLE()))
    if name not in SOLVERS:
        known = ", ".join(("auto", COLUMNS, *SOLVERS))
        raise InputError([Issue(Place(), say.UNKNOWN_SOLVER(name=name, known=known))])
    solver = solver_named(name)
    objections = solver.objections(program)
    if objections:
        raise NoSolverError(say.REFUSED(name=name, why="; ".join(objections)))
    baseline = name in {"greedy", "deferred"}
    return Route(solver, (say.BASELINE if baseline else say.CHOSEN)())
