"""Why a pair of the former plan is not in the new one, in words for anyone."""

from __future__ import annotations

import numpy as np

from matchmaker.explain import Holders
from matchmaker.messages import changes as say
from matchmaker.program.parts import Part
from matchmaker.program.refusals import refusals
from matchmaker.results.diff import Change
from matchmaker.results.plan import Plan
from matchmaker.text import Text
from matchmaker.units import MenteeUnit


def why(plan: Plan, change: Change) -> str:
    """Why the former mentors of a mentee are not the present ones.

    What rules say that only the methodist may read is left out.
    """
    return "; ".join(dict.fromkeys(_why(plan, change, mentor) for mentor in change.before))


def _why(plan: Plan, change: Change, mentor: str) -> str:
    schools = plan.schools
    if schools is not None and change.programme in schools.program.roster.programmes:
        return _why_link(plan, schools, change, mentor)
    part = plan.people
    assert part is not None
    roster = part.program.roster
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
    plan = plan.seen(i)
    part = plan.people
    assert part is not None
    return _refused(part, i, j, say.EXCLUDED) or _outweighed(plan, part, i, j) or say.NOT_TOGETHER()


def _why_link(plan: Plan, part: Part, change: Change, helper: str) -> str:
    """Why the link of a school with another is not there."""
    roster = part.pairwise.roster
    i, j = roster.mentee.position.get(change.mentee), roster.mentor.position.get(helper)
    if i is None or j is None:
        return say.NO_SCHOOL()
    i, j = part.in_order(i, j)
    return (
        _refused(part, i, j, say.LINK_EXCLUDED)
        or _outweighed(plan, part, i, j)
        or say.LINK_NOT_TOGETHER()
    )


def _refused(part: Part, i: int, j: int, unsaid: Text) -> str:
    """The musts that exclude a pair, in words for anyone; empty if there are none."""
    against = refusals(part.pairwise, i, j)
    if not against:
        return ""
    pair = part.pairwise.roster.pair(i, j)
    shown = [use.rule.words(pair) for use in against if not use.rule.private]
    return ", ".join(dict.fromkeys(shown)) or unsaid()


def _outweighed(plan: Plan, part: Part, i: int, j: int) -> str:
    """The limit of the helper's that keeps out a pair which the rules allow; else nothing."""
    program = plan.program
    mine = part.candidates(i) + part.first
    others = np.setdiff1d(np.arange(program.pairs), mine)
    # A row without pairs of others is one's own demand: it is met, not short.
    shared = np.unique(program.row[np.isin(program.pair, others)])
    holders = Holders(program, program.loads(plan.chosen))
    for p in (part.candidates(i, j) + part.first).tolist():
        for row in holders.of(p):
            rule = program.families[int(program.rows.source[row])].use.rule
            if row in shared and not program.rows.optional[row] and not rule.private:
                return say.FULL(limit=program.words(row))
    return ""
