"""How numbers of the hour of control are written: shares, quarters, executors, years."""

from __future__ import annotations

from matchmaker.messages import roadmap_status as say
from matchmaker.roadmap.execution import Position, State
from matchmaker.roadmap.execution.status import Executor, Quarter, Status
from matchmaker.text import language


def percent(share: float | None) -> str:
    """A share as 33,3 % or 100 %; a dash if there is nothing to take it of."""
    return say.PERCENT(number=number(share)) if share is not None else "—"


def number(share: float | None) -> str:
    """Tenths only where there are any, after a comma in Russian."""
    if share is None:
        return "—"
    written = f"{share:.1f}".removesuffix(".0")
    return written.replace(".", ",") if language() == "ru" else written


def quarter(key: Quarter) -> str:
    """A quarter as people write it: 1 кв. 2026."""
    return say.QUARTER_NAME(n=key[1], year=key[0]) if key else say.NO_QUARTER()


def executor(key: Executor) -> str:
    """The name of an executor."""
    return key[1] if key else say.NOBODY_NAMED()


def school(key: str | None) -> str:
    """The name of an organisation."""
    return key or say.EVERY_SCHOOL()


def numbered(position: Position) -> str:
    """A position with the number of its row."""
    name = position.name
    return say.NUMBERED(number=position.number, name=name) if position.number else name


def executors(position: Position, separator: str = ", ") -> str:
    """Everybody responsible for a position."""
    return separator.join(name for _, name in position.executors) or say.NOBODY_NAMED()


def state(position: Position) -> str:
    """How a position stands, and whether it was late."""
    words = say.STATES[position.state.value]()
    return say.DONE_LATE(state=words) if position.late else words


def summary(status: Status) -> list[str]:
    """The share of positions done, in sentences: of all, and of those whose time is over."""
    share, over = status.share, status.so_far
    found = [
        say.SHARE(
            done=share[State.DONE],
            n=share.counted,
            percent=percent(share.percent) if share.counted else say.NOTHING_COUNTED(),
        )
    ]
    if share[State.PARTLY]:
        half = percent(share.percent_with_partly)
        found.append(say.WITH_PARTLY(n=share[State.PARTLY], percent=half))
    if over.counted:
        found.append(
            say.SO_FAR(done=over[State.DONE], n=over.counted, percent=percent(over.percent))
        )
    if share.late:
        found.append(say.LATE(n=share.late))
    return found


def preliminary(status: Status) -> list[str]:
    """What is said if days may still change; nothing if all are official."""
    years = status.preliminary
    if not years:
        return []
    return [say.PRELIMINARY(years=", ".join(map(str, years)), n=len(years))]


def plans(status: Status) -> str:
    """Which plans are counted, or how many."""
    if len(status.plans) == 1:
        return say.PLAN(plan=status.plans[0])
    return say.PLANS(n=len(status.plans))
