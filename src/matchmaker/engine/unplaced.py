"""Why events have no day, in words, and what would give them one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from matchmaker.domain.records import fold
from matchmaker.messages import reservations as say_hours
from matchmaker.messages import schedule as say
from matchmaker.solvers.timetable.mends import Mend
from matchmaker.solvers.timetable.reasons import Reason, reason_of
from matchmaker.timetable import Grains, Placements
from matchmaker.timetable.away import Away
from matchmaker.timetable.occurrences import EventProgram
from matchmaker.timetable.record import UnplacedRecord
from matchmaker.timetable.reserved_weeks import hours_leaving, hours_words
from matchmaker.timetable.write import resource_name

SHOWN = 2
"""So many weeks are named in a reason; the rest is counted."""


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
        reason = reason_of(program.program, placements, at, grains, program.parts(at))
        found.append(
            UnplacedRecord(
                id=one.id,
                plan=one.plan.plan.id,
                number=one.row.label,
                title=one.row.event.title,
                verbatim=one.row.event.dates,
                reason=reason_words(program, at, reason, away),
                mend=mends_words(program, at, reason)[0],
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
    weeks = weeks_words(program, reason.budgets)
    if reason.budgets and not reason.others:
        return say_hours.FULL(dates=dates, weeks=weeks)
    names = dict.fromkeys(item_name(program, other, away) for other in reason.others)
    others = ", ".join(names)
    if not reason.proven:
        return say.CONFLICT_UNPROVEN(others=others)
    items = program.program.items
    wanted = frozenset().union(*(items[other].wanted for other in reason.others))
    shared = items[at].wanted & wanted
    # Who is away stands by name among the others already.
    who = [one for one in resource_names(program, shared) if one not in others]
    others = f"{others} ({', '.join(who)})" if who else others
    if reason.budgets:
        return say_hours.FULL_BY(dates=dates, others=others, weeks=weeks)
    return say.CONFLICT(dates=dates, others=others)


def resource_names(program: EventProgram, some: Iterable[int]) -> list[str]:
    """What resources are called; a council that is a list and a kind of people only once."""
    names = sorted({resource_name(program.program.resources[one].key) for one in some})
    return list({fold(name): name for name in reversed(names)}.values())[::-1]


def weeks_words(program: EventProgram, budgets: Sequence[int]) -> str:
    """How many days recurring work leaves somebody in some weeks."""
    words = [week_words(program, one) for one in budgets[:SHOWN]]
    more = len(budgets) - len(words)
    return "; ".join(words) + (say_hours.MORE_WEEKS(n=more) if more else "")


def week_words(program: EventProgram, number: int) -> str:
    """The same of the week of one budget."""
    week = program.weeks[number]
    return say_hours.WEEK(
        first=f"{program.days[week.budget.first]:%d.%m.%Y}",
        last=f"{program.days[week.budget.end - 1]:%d.%m.%Y}",
        who=resource_name(program.program.resources[week.budget.resource].key),
        hours=hours_words(week.hours),
        rows=week.rows,
        n=week.left,
    )


def mends_words(program: EventProgram, at: int, reason: Reason) -> tuple[str, ...]:
    """Everything that would give it one, the best first."""
    found: list[str] = []
    for mend in reason.mends:
        day = f"{program.days[mend.start]:%d.%m.%Y}"
        if mend.kind == "budget":
            found += _fewer_hours(program, mend, day)
        elif mend.kind == "when":
            found.append(say.MEND_WHEN(day=day))
        else:
            who = "; ".join(program.parts(at)[mend.resources])
            found.append(say.MEND_WITHOUT(who=who, day=day))
    return tuple(found) or (say.MEND_NONE(),)


def _fewer_hours(program: EventProgram, mend: Mend, day: str) -> Iterator[str]:
    """Hours that would leave days enough in the weeks of a mend."""
    parts = []
    for number, most in mend.budgets:
        week = program.weeks[number]
        needed = most - week.budget.most + week.left
        parts.append(
            say_hours.FEWER_HOURS(
                who=resource_name(program.program.resources[week.budget.resource].key),
                week=f"{program.days[week.budget.first]:%d.%m.%Y}",
                hours=hours_words(hours_leaving(week, needed)),
            )
        )
    yield say_hours.FEWER(parts="; ".join(parts), day=day)
