"""Rows of one table of changes that cannot both be obeyed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from matchmaker.domain.changes import Change, ChangeKind
from matchmaker.errors import Issue
from matchmaker.messages import reschedule as say

_OF_EVENTS = {ChangeKind.CANCEL, ChangeKind.MOVE, ChangeKind.PIN, ChangeKind.REPLACE}


def contradictions(orders: Sequence[Change]) -> Iterator[Issue]:
    """Each order that contradicts one above it, naming both rows.

    Parameters
    ----------
    orders : of one table, each naming its event by ID.
    """
    above: dict[str | None, list[Change]] = {}
    for order in orders:
        if order.kind not in _OF_EVENTS:
            continue
        same = above.setdefault(order.event, [])
        first = next((one for one in same if _contradict(one, order)), None)
        if first is not None:
            wrong = say.CONTRADICTS(place=first.at(), kind=first.kind.text(), **_facts(first))
            yield Issue(order.at("kind"), wrong, say.CONTRADICTS_MEND())
        same.append(order)


def _contradict(one: Change, other: Change) -> bool:
    kinds = {one.kind, other.kind}
    if ChangeKind.REPLACE in kinds:
        same = len(kinds) == 1 and one.instead == other.instead
        return same and one.who != other.who
    if kinds == {ChangeKind.MOVE}:
        return (one.day, one.ends) != (other.day, other.ends)
    return ChangeKind.CANCEL in kinds and len(kinds) > 1


def _facts(order: Change) -> dict[str, str]:
    """What tells an order from another of its kind."""
    day = f" {order.day:%d.%m.%Y}" if order.day else ""
    who = f" {order.who}" if order.who else ""
    return {"facts": day + who}
