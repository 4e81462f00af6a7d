"""From tables and rules to a plan: with all candidate pairs listed, or only a few of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from matchmaker.domain import Municipality
from matchmaker.engine.records import make_record
from matchmaker.errors import NoSolverError, RuleError
from matchmaker.events import Compiled, Finished, Routed, Watch
from matchmaker.limits import Limits
from matchmaker.messages import routes as say
from matchmaker.pairs import Roster
from matchmaker.policy import Kind, Policy
from matchmaker.program.answer import Raw
from matchmaker.program.asked import Asked
from matchmaker.program.compile import compile_program
from matchmaker.program.encode import encode
from matchmaker.program.layout import Layout
from matchmaker.program.parts import program_of
from matchmaker.program.program import Program
from matchmaker.program.record import Conflict, FormerPair
from matchmaker.results.plan import Plan

if TYPE_CHECKING:
    from matchmaker.solvers.auto import Unlisted

NAMED = 20
"""At most so many obligations are named where their conflicts are not sought."""


def solve(
    municipality: Municipality,
    policy: Policy,
    kind: Kind,
    former: tuple[FormerPair, ...],
    solver: str,
    limits: Limits | None,
    watch: Watch,
) -> Plan:
    """Make a plan of one kind.

    Raises
    ------
    InputError
        if tables and policy do not fit together, or there is no such solver.
    NoSolverError
        if the solver asked for cannot read the problem.
    """
    from matchmaker.solvers.auto import choose, unlisted

    limits, unpriced = limits or Limits(), ""
    if kind == "pairs":
        roster = encode(municipality, policy, former)
        few = unlisted(solver, roster, policy)
        if few is not None:
            try:
                return _unlisted(municipality, policy, roster, former, few, limits, watch)
            except RuleError as error:
                unpriced = say.NOT_PRICED(why=error)
                if solver == few.name:
                    raise NoSolverError(say.REFUSED(name=solver, why=unpriced)) from error
        program = compile_program(roster, policy)
    else:
        program = program_of(municipality, policy, kind, former)
    watch(_compiled(program.roster, program.pairs, len(program.rows)))
    route = choose(solver, program)
    because = "; ".join(filter(None, (route.reason, unpriced)))
    watch(Routed(route.solver.name, because))
    raw = route.solver.solve(program, limits, watch)
    record = make_record(
        municipality,
        policy,
        program,
        raw,
        route.solver.name,
        because,
        _conflicts(program, raw),
    ).model_copy(update={"kind": kind, "former": former})
    watch(Finished(record.status))
    return Plan(record, municipality, program)


def _unlisted(
    municipality: Municipality,
    policy: Policy,
    roster: Roster,
    former: tuple[FormerPair, ...],
    few: Unlisted,
    limits: Limits,
    watch: Watch,
) -> Plan:
    """Make a plan of pairs of people without listing them all."""
    asked = Asked(Layout(roster, policy))
    watch(_compiled(roster, asked.candidates, len(asked.layout.rows)))
    watch(Routed(few.name, few.reason))
    solved = few.solve(roster, policy, limits, watch)
    program, raw = solved.program, solved.raw
    named = _conflicts_unlisted(asked, program, raw)
    record = make_record(
        municipality, policy, program, raw, few.name, few.reason, named, asked
    ).model_copy(update={"former": former})
    watch(Finished(record.status))
    return Plan(record, municipality, program)


def _compiled(roster: Roster, pairs: int, rows: int) -> Compiled:
    return Compiled(len(roster.mentee), len(roster.mentor), pairs, rows)


def _conflicts(program: Program, raw: Raw) -> tuple[Conflict, ...]:
    if not _owing(program, raw):
        return ()
    from matchmaker.solvers.conflict import conflicts

    return conflicts(program, raw.chosen)


def _conflicts_unlisted(asked: Asked, program: Program, raw: Raw) -> tuple[Conflict, ...]:
    """Conflicts need only the pairs that obligations ask for; where those are many, what is unmet.

    A limit passes a conflict on only through pairs that some obligation asks for.
    """
    if not _owing(program, raw):
        return ()
    from matchmaker.solvers.auto import MANY
    from matchmaker.solvers.conflict import conflicts

    width = len(asked.roster.mentor)
    if len(asked.owed) * width > MANY:
        rows, loads = program.rows, program.loads(raw.chosen)
        unmet = np.flatnonzero(rows.hard & (loads < rows.lower))
        return tuple(Conflict(musts=(program.words(int(row)),)) for row in unmet[:NAMED])
    i, j = program.i[raw.chosen], program.j[raw.chosen]
    listed = asked.program(asked.owed, i, j)
    chosen = np.isin(listed.i * width + listed.j, i * width + j)
    return conflicts(listed.only(np.ones(listed.pairs, dtype=np.bool_)), chosen)


def _owing(program: Program, raw: Raw) -> bool:
    """Whether it is certain that not all obligations can be kept."""
    return program.values(raw.chosen)[0] < 0 and raw.proof[0].closed != "open"
