"""Which solver: chosen by the structure of the limits, and said in words."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from matchmaker.errors import InputError, Issue, NoSolverError, Place
from matchmaker.limits import Limits
from matchmaker.messages import routes as say
from matchmaker.pairs import Roster
from matchmaker.program.asked import BRANCHING, COLUMNS, UNLISTED
from matchmaker.program.joint import Joint
from matchmaker.program.layout import Layout
from matchmaker.program.program import Program
from matchmaker.rulebook import Rulebook
from matchmaker.solvers.base import Solver, Watch

if TYPE_CHECKING:
    from matchmaker.solvers.columns import Solved

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


MORE = 3_000_000
"""The same where limits are no flow: with more pairs than this, those that a search needs are few.

Listed, 2 500 mentees and 1 250 mentors took 51 s of processor time and 830 MB, by columns 13 s and
300 MB (measured); a smaller listing is searched in one go, and its plans keep their bytes.
"""


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A way to find pairs of people without listing all of them, and why it was chosen."""

    name: str
    reason: str

    def solve(self, roster: Roster, policy: Rulebook, limits: Limits, watch: Watch) -> Solved:
        """Find the best plan, as far as time allows."""
        from matchmaker.solvers.branching import solve_by_branching
        from matchmaker.solvers.columns import solve_by_columns

        solve = solve_by_columns if self.name == COLUMNS else solve_by_branching
        return solve(roster, policy, limits, watch)


def unlisted(name: str, roster: Roster, policy: Rulebook) -> Unlisted | None:
    """The way to find pairs of people without listing all of them; nothing to have them listed.

    Raises
    ------
    NoSolverError
        if it is asked for and limits do not allow it; says which.
    """
    pairs = len(roster.mentee) * len(roster.mentor)
    if name in UNLISTED:
        layout = Layout(roster, policy)
        against = layout.objections if name == COLUMNS else layout.refusals
        if against:
            raise NoSolverError(say.REFUSED(name=name, why="; ".join(against)))
        return Unlisted(name, say.CHOSEN())
    if name != "auto" or pairs <= min(MANY, MORE):
        return None
    layout = Layout(roster, policy)
    if not layout.objections:
        return Unlisted(COLUMNS, say.COLUMNS(pairs=pairs)) if pairs > MANY else None
    if pairs <= MORE or layout.refusals:
        return None
    why = "; ".join(layout.objections)
    return Unlisted(BRANCHING, say.BRANCHING(pairs=pairs, why=why))


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
    if name in UNLISTED:
        raise NoSolverError(say.REFUSED(name=name, why=say.ONLY_PEOPLE()))
    if name not in SOLVERS:
        known = ", ".join(("auto", *UNLISTED, *SOLVERS))
        raise InputError([Issue(Place(), say.UNKNOWN_SOLVER(name=name, known=known))])
    solver = solver_named(name)
    objections = solver.objections(program)
    if objections:
        raise NoSolverError(say.REFUSED(name=name, why="; ".join(objections)))
    baseline = name in {"greedy", "deferred"}
    return Route(solver, (say.BASELINE if baseline else say.CHOSEN)())
