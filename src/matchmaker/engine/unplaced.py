"""Why events have no day, in words, and what would give them one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from matchmaker.domain.records import fold
from matchmaker.limits import Limits
from matchmaker.messages import reservations as say_hours
from matchmaker.messages import schedule as say
from matchmaker.solvers.timetable.mends import Mend
from matchmaker.solvers.timetable.reasons import Reason, reason_of
from matchmaker.timetable import Placements
from matchmaker.timetable.away import Away
from matchmaker.timetable.axis import whole
from matchmaker.timetable.occurrences import Bound, EventProgram
from matchmaker.timetable.record import UnplacedRecord
from matchmaker.timetable.reserved_weeks import hours_leaving, hours_words
from matchmaker.timetable.write import resource_name

SHOWN = 2
"""So many weeks are named in a reason; the rest is counted."""


def unplaced(
    program: EventProgram,
    placements: Placements,
    away: Sequence[Away] = (),
    possible: Callable[[int], Sequence[int]] | None = None,
    limits: Limits | None = None,
) -> list[UnplacedRecord]:
    """Every event without a day, with a reason and a mend that were tried.

    Parameters
    ----------
    away : what the items after those of the events stand for.
    possible : the grains that a mend of an item may name; all if not given.
    limits : what is not found out in time is said to be so.
    """
    found, limits = [], limits or Limits()
    missing = [at for at in range(len(program.items)) if placements[at] is None]
    for number, at in enumerate(missing):
        one, own = program.items[at], limits.part(1 / (len(missing) - number))
        reason = find_reason(program, placements, at, possible and possible(at), own)
        found.append(
            UnplacedRecord(
                id=one.id,
                plan=one.plan.plan.id,
                number=one.row.label,
                title=one.row.event.title,
                verbatim=one.row.event.dates,
                reason=reason_words(program, at, reason, away),
                mend=mends_words(program, at, reason)[0],
                participants=tuple(sorted(one.participants)),
                limited=one.limited,
            )
        )
    return found


def find_reason(
    program: EventProgram,
    placements: Placements,
    at: int,
    possible: Sequence[int] | None = None,
    limits: Limits | None = None,
) -> Reason:
    """Why an event has no day; days for it are tried from its own dates outwards."""
    grains = range(program.program.horizon) if possible is None else possible
    dates = program.items[at].named or program.items[at].window
    first, last = dates.start or program.days[0], dates.end or program.days[-1]

    def away(grain: int) -> int:
        day = program.days[grain]
        return max((first - day).days, (day - last).days, 0)

    length = program.program.items[at].duration
    fitting = (grain for grain in grains if whole(program.days, grain, length))
    nearest = sorted(fitting, key=lambda grain: (away(grain), grain))
    return reason_of(program.program, placements, at, nearest, program.parts(at), limits)


def item_name(program: EventProgram, at: int, away: Sequence[Away]) -> str:
    """What an item is called: the row of an event, what it must keep to, or who is away and why."""
    if at < len(program.items):
        return program.items[at].row.label
    at -= len(program.items)
    if at < len(program.bounds):
        return bound_words(program.bounds[at])
    return "; ".join(block.words() for block in away[at - len(program.bounds)].blocks)


def bound_words(bound: Bound) -> str:
    """The stretch or deadline after which, or before which, an event has to be."""
    kind = "deadline" if bound.of.window.start is None else "span"
    words = say.AFTER_FIXED[kind] if bound.last else say.BEFORE_FIXED[kind]
    return words(row=bound.of.row.label, day=f"{bound.day:%d.%m.%Y}")


def reason_words(program: EventProgram, at: int, reason: Reason, away: Sequence[Away] = ()) -> str:
    """Why an event has no day."""
    row = program.items[at].row
    dates = row.event.dates
    if reason.kind == "unsettled":
        return say.UNSETTLED()
    if reason.kind == "start":
        return say.NO_DAY(dates=dates)
    if reason.kind == "choice":
        return say.NO_SEATS(n=row.attendance, most=_seats(program, at))
    order = {one: None for after in reason.afters for one in (after.first, after.then)}
    others = [one for one in reason.others if one not in order]
    names = ", ".join(dict.fromkeys(item_name(program, other, away) for other in others))
    if reason.afters:
        words = say.ORDER(dates=dates, order=order_words(program, at, reason))
        return words + (say.ORDER_TAKEN(others=names) if others else "")
    weeks = weeks_words(program, reason.budgets)
    if reason.budgets and not reason.others:
        return say_hours.FULL(dates=dates, weeks=weeks)
    if not reason.proven:
        return say.CONFLICT_UNPROVEN(others=names)
    items = program.program.items
    wanted = frozenset().union(*(items[other].wanted for other in reason.others))
    shared = items[at].wanted & wanted
    # Who is away stands by name among the others already.
    who = [one for one in resource_names(program, shared) if one not in names]
    names = f"{names} ({', '.join(who)})" if who else names
    if reason.budgets:
        return say_hours.FULL_BY(dates=dates, others=names, weeks=weeks)
    return say.CONFLICT(dates=dates, others=names)


def resource_names(program: EventProgram, some: Iterable[int]) -> list[str]:
    """What resources are called; a council that is a list and a kind of people only once."""
    names = sorted({resource_name(program.program.resources[one].key) for one in some})
    return list({fold(name): name for name in reversed(names)}.values())[::-1]


def order_words(program: EventProgram, at: int, reason: Reason) -> str:
    """After what and before what an event has to be, and what else stands in that order."""
    words, count = [], len(program.items)
    for after in sorted(reason.afters, key=lambda one: at not in {one.first, one.then}):
        own = at if at in {after.first, after.then} else min(after.then, after.first)
        other = after.first if after.then == own else after.then
        if other < count:
            tie = say.AFTER_ROW if after.then == own else say.BEFORE_ROW
            row = program.items[other].row
            said = tie(row=row.label, dates=row.event.dates)
        else:
            said = bound_words(program.bounds[other - count])
        said += say.LEAD(n=after.least) if after.least else ""
        if own != at:
            said = say.ROW_ORDER(row=program.items[own].row.label, order=said)
        words.append(said)
    return ", ".join(words)


def _seats(program: EventProgram, at: int) -> str:
    """The venue of an event that has most seats, and how many."""
    one = program.items[at]
    known = {venue.name: venue.seats or 0 for venue in one.plan.roadmap.venues}
    name = max(sorted(one.row.event.venues), key=lambda name: known.get(name, 0))
    return say.SEATS(n=known.get(name, 0), venue=name)


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
        elif mend.kind == "order":
            found += _without_order(program, at, mend, day)
        else:
            names = program.parts(at)[mend.resources]
            columns = ", ".join(dict.fromkeys(_column(program, at, name) for name in names))
            who = "; ".join(names)
            found.append(say.MEND_WITHOUT(who=who, column=columns, day=day))
    if reason.kind == "choice":
        return (say.MEND_SEATS(),)
    return tuple(found) or (say.MEND_NONE(),)


def _column(program: EventProgram, at: int, name: str) -> str:
    """The column of a row in which somebody or something that it holds is named."""
    row = program.items[at].row
    if name in row.event.venues:
        return say.VENUES()
    responsible = any(name == party.name for party in row.responsible.parties)
    return say.RESPONSIBLE() if responsible else say.PARTICIPANTS()


def _without_order(program: EventProgram, at: int, mend: Mend, day: str) -> Iterator[str]:
    """Which number to remove from «После»; nothing where the order is not stated there."""
    if mend.other is None:
        return
    here, count = program.items[at], len(program.items)
    other = (
        program.items[mend.other] if mend.other < count else program.bounds[mend.other - count].of
    )
    for one, before in ((here, other), (other, here)):
        if before.row in one.plan.followed(one.row):
            yield say.MEND_ORDER(row=one.row.label, before=before.row.event.label, day=day)


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
