"""From tables and rules to a plan: with all candidate pairs listed, or by columns."""

from __future__ import annotations

import numpy as np

from matchmaker.domain import Municipality
from matchmaker.engine.records import make_record
from matchmaker.errors import NoSolverError, RuleError
from matchmaker.events import Compiled, Finished, Routed, TierClosed, Watch
from matchmaker.limits import Limits
from matchmaker.messages import routes as say
from matchmaker.pairs import Roster
from matchmaker.policy import Kind, Policy
from matchmaker.program.answer import Raw
from matchmaker.program.asked import COLUMNS, Asked
from matchmaker.program.compile import compile_program
from matchmaker.program.encode import encode
from matchmaker.program.layout import Layout
from matchmaker.program.parts import program_of
from matchmaker.program.program import Program
from matchmaker.program.record import Conflict, FormerPair
from matchmaker.results.plan import Plan

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
    from matchmaker.solvers.auto import by_columns, choose

    limits, unpriced = limits or Limits(), ""
    if kind == "pairs":
        roster = encode(municipality, policy, former)
        reason = by_columns(solver, roster, policy)
        if reason is not None:
            try:
                return _by_columns(municipality, policy, roster, former, reason, limits, watch)
            except RuleError as error:
                unpriced = say.NOT_PRICED(why=error)
                if solver == COLUMNS:
                    raise NoSolverError(say.REFUSED(name=COLUMNS, why=unpriced)) from error
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


def _by_columns(
    municipality: Municipality,
    policy: Policy,
    roster: Roster,
    former: tuple[FormerPair, ...],
    reason: str,
    limits: Limits,
    watch: Watch,
) -> Plan:
    """Make a plan of pairs of people without listing them all."""
    from matchmaker.solvers.columns import solve_by_columns

    asked = Asked(Layout(roster, policy))
    watch(_compiled(roster, asked.candidates, len(asked.layout.rows)))
    watch(Routed(COLUMNS, reason))
    solved = solve_by_columns(roster, policy, limits, watch)
    program, raw = solved.program, solved.raw
    for tier, value, part in zip(program.tiers, program.values(raw.chosen), raw.proof, strict=True):
        watch(TierClosed(tier.words(), value, part.bound))
    named = _conflicts_unlisted(asked, program, raw)
    record = make_record(
        municipality, policy, program, raw, COLUMNS, reason, named, asked
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
