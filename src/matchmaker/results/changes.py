"""Why a pair of the former plan is not in the new one, in words for anyone."""

from __future__ import annotations

import numpy as np

from matchmaker.explain import blockers
from matchmaker.messages import changes as say
from matchmaker.pairs import MenteeUnit
from matchmaker.program.refusals import refusals
from matchmaker.results.diff import Change
from matchmaker.results.plan import Plan


def why(plan: Plan, change: Change) -> str:
    """Why the former mentors of a mentee are not the present ones.

    What rules say that only the methodist may read is left out.
    """
    return "; ".join(dict.fromkeys(_why(plan, change, mentor) for mentor in change.before))


def _why(plan: Plan, change: Change, mentor: str) -> str:
    roster = plan.program.roster
    rows = {
        unit.programme: i
        for i, unit in enumerate(roster.mentee.units)
        if isinstance(unit, MenteeUnit) and unit.person.id == change.person
    }
    j = roster.mentor.position.get(mentor)
    if not rows:
        return say.NO_MENTEE()
    if j is None:
        return say.NO_MENTOR()
    if change.programme not in rows:
        return say.OTHER_PROGRAMME()
    i = rows[change.programme]
    against = refusals(plan.program, i, j)
    if not against:
        return _outweighed(plan, i, j)
    pair = roster.pair(i, j)
    shown = [use.rule.words(pair) for use in against if not use.rule.private]
    return ", ".join(dict.fromkeys(shown)) or say.EXCLUDED()


def _outweighed(plan: Plan, i: int, j: int) -> str:
    """Which limit of the mentor's keeps out a pair that the rules allow."""
    program = plan.program
    at = np.flatnonzero((program.i == i) & (program.j == j))
    # A row without pairs of others is the mentee's own demand: it is met, not short.
    shared = np.unique(program.row[np.isin(program.pair, np.flatnonzero(program.i != i))])
    for row in blockers(program, plan.chosen, at)[int(at[0])]:
        rule = program.families[int(program.rows.source[row])].use.rule
        if row in shared and not program.rows.optional[row] and not rule.private:
            return say.FULL(limit=program.words(row))
    return say.NOT_TOGETHER()
