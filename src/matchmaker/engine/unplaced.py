"""Why events have no day, in words, and what would give them one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from matchmaker.messages import schedule as say
from matchmaker.solvers.timetable.reasons import Reason, reason_of
from matchmaker.timetable import Grains, Placements
from matchmaker.timetable.away import Away
from matchmaker.timetable.occurrences import EventProgram
from matchmaker.timetable.record import UnplacedRecord
from matchmaker.timetable.write import resource_name


def unplaced(
    program: EventProgram,
    placements: Placements,
    away: Sequence[Away] = (),
    possible: Callable[[int], Grains] | None = None,
) -> list[UnplacedRecord]:
    """Every event without a day, with a reason and a mend that were tried.

    Parameters
    ----------
    away : what the items after those of the events stand for.
    possible : the grains that a mend of an item may name; all if not given.
    """
    found = []
    for at, one in enumerate(program.items):
        if placements[at] is not None:
            continue
        grains = possible(at) if possible else None
        reason = reason_of(program.program, placements, at, grains)
        found.append(
            UnplacedRecord(
                id=one.id,
                plan=one.plan.plan.id,
                number=one.row.label,
                title=one.row.event.title,
                verbatim=one.row.event.dates,
                reason=reason_words(program, at, reason, away),
                mend=mends_words(program, reason)[0],
            )
        )
    return found


def item_name(program: EventProgram, at: int, away: Sequence[Away]) -> str:
    """What an item is called: the row of an event, or who is away and why."""
    if at < len(program.items):
        return program.items[at].row.label
    return "; ".join(block.words() for block in away[at - len(program.items)].blocks)


def reason_words(program: EventProgram, at: int, reason: Reason, away: Sequence[Away] = ()) -> str:
    """Why an event has no day."""
    dates = program.items[at].row.event.dates
    if reason.kind == "start":
        return say.NO_DAY(dates=dates)
    if reason.kind == "choice":
        return say.NO_CHOICE()
    names = dict.fromkeys(item_name(program, other, away) for other in reason.others)
    others = ", ".join(names)
    if not reason.proven:
        return say.CONFLICT_UNPROVEN(others=others)
    own = set(program.program.items[at].holds)
    shared = {
        resource
        for other in reason.others
        for resource in program.program.items[other].holds
        if resource in own
    }
    who = sorted({resource_name(program.program.resources[one].key) for one in shared})
    return say.CONFLICT(dates=dates, others=others, who=", ".join(who))


def mends_words(program: EventProgram, reason: Reason) -> tuple[str, ...]:
    """Everything that would give it one, the best first."""
    found = []
    for mend in reason.mends:
        day = f"{program.days[mend.start]:%d.%m.%Y}"
        if mend.resource is None:
            found.append(say.MEND_WHEN(day=day))
        else:
            who = resource_name(program.program.resources[mend.resource].key)
            found.append(say.MEND_WITHOUT(who=who, day=day))
    return tuple(found) or (say.MEND_NONE(),)
