"""Whether orders of moving can be obeyed: each is tried before anything is made of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from matchmaker.domain.changes import Change, ChangeKind
from matchmaker.engine.unplaced import item_name, order_words, reason_words, weeks_words
from matchmaker.errors import InputError, Issue
from matchmaker.limits import Limits
from matchmaker.messages import reschedule as say
from matchmaker.solvers.timetable.reasons import Reason, fits, reason_among
from matchmaker.timetable import Placements
from matchmaker.timetable.away import concerns
from matchmaker.timetable.ordered import Orders
from matchmaker.timetable.replan import Replan
from matchmaker.timetable.write import resource_name


def check_obeyed(replan: Replan, orders: Orders, published: Mapping[str, object]) -> None:
    """Refuse every move to a day that is not to be had, each with its cause.

    Absences, pins, what is over, what an order of rows ties to the moved event, and the orders
    above it stand; whatever else is in the way gives way.

    Parameters
    ----------
    published : events that people know, by ID.

    Raises
    ------
    InputError
        with every such row of the table.
    """
    trial = _Trial(replan, orders)
    issues = list(trial.issues(trial.standing(published)))
    if issues:
        raise InputError(issues)


def check_placed(replan: Replan, orders: Orders, placements: Placements) -> None:
    """Refuse to publish an edition in which there was no time to obey an order.

    Raises
    ------
    InputError
        with every such row of the table.
    """
    trial = _Trial(replan, orders)
    lost = [trial.issue(at, say.NO_TIME()) for at in trial.ordered if placements[at] is None]
    if lost:
        raise InputError(lost)


class _Trial:
    """The moves of a table, as items of the program that obeys it.

    Attributes
    ----------
    ordered : item → the row that moves it, in the order of the rows.
    """

    def __init__(self, replan: Replan, orders: Orders) -> None:
        self.replan, self.events = replan, replan.events
        self.program = replan.events.program
        position = {one.id: at for at, one in enumerate(self.events.items)}
        # Former editions come first: the last row about an event is the one to obey.
        self.ordered: dict[int, Change] = {}
        for one in orders.settled:
            if one.kind is ChangeKind.MOVE and one.event in orders.moved:
                self.ordered.pop(position[one.event], None)
                self.ordered[position[one.event]] = one

    def standing(self, published: Mapping[str, object]) -> list[int]:
        """Whatever a moved event has to respect; together it can stand."""
        items = self.events.items
        firm = list(range(len(items), len(self.program.items)))
        tied = {
            one
            for after in self.program.afters
            if {after.first, after.then} & self.ordered.keys()
            for one in (after.first, after.then)
        }
        for at, one in enumerate(items):
            stays = one.id in self.replan.pinned or (at in tied and one.id in published)
            stays |= one.id in self.replan.history or bool(one.row.event.pinned)
            if stays and at not in self.ordered:
                firm.append(at)
        if fits(self.program, firm, Limits()) is True:
            return firm
        kept: list[int] = []
        for at in firm:
            if fits(self.program, [*kept, at], Limits()) is not False:
                kept.append(at)
        return kept

    def issues(self, standing: Sequence[int]) -> Iterator[Issue]:
        """What is wrong with each order, the others above it being obeyed."""
        kept = list(standing)
        for at in self.ordered:
            reason = reason_among(self.program, at, kept)
            if reason is None:
                kept.append(at)
            else:
                yield self.issue(at, self._cause(at, reason))

    def issue(self, at: int, cause: str) -> Issue:
        """What is wrong with one order."""
        order, row = self.ordered[at], self.events.items[at].row
        wrong = say.CANNOT_MOVE(row=row.label, title=row.event.title)
        value = f"{order.day:%d.%m.%Y}" if order.day else ""
        return Issue(order.at("day"), wrong, say.CANNOT_MOVE_MEND(cause=cause), value)

    def _cause(self, at: int, reason: Reason) -> str:
        if reason.kind == "choice":
            return reason_words(self.events, at, reason)
        if reason.kind == "start":
            return "; ".join(dict.fromkeys(self._off(at))) or say.NOT_SO_LONG()
        words = [self._in_the_way(at, other) for other in reason.others]
        if reason.afters:
            words = [order_words(self.events, at, reason)]
        if reason.budgets:
            words.append(weeks_words(self.events, reason.budgets))
        return "; ".join(dict.fromkeys(words))

    def _off(self, at: int) -> Iterator[str]:
        """What takes the day from the event."""
        one, day = self.events.items[at], self.ordered[at].day
        length = self.program.items[at].duration
        days = [known for known in self.events.days if day and known >= day][:length]
        for block in self.replan.blocks:
            if concerns(block, one) and any(block.starts <= on <= block.ends for on in days):
                yield block.words()

    def _in_the_way(self, at: int, other: int) -> str:
        """An item that leaves no place: who is away, another event, its place in the order."""
        items = self.program.items
        name = item_name(self.events, other, self.replan.away)
        if other >= len(self.events.items):
            return name
        title = self.events.items[other].row.event.title
        # Both need what both hold; of leaders or venues to choose from each may have another.
        held = set(items[at].holds) & set(items[other].holds)
        shared = sorted(held or items[at].wanted & items[other].wanted)
        who = ", ".join(dict.fromkeys(resource_name(self.program.resources[n].key) for n in shared))
        place = f" [{self.ordered[other].at()}]" if other in self.ordered else ""
        if not who:
            return say.IN_ORDER(row=name, title=title) + place
        return say.IN_THE_WAY(row=name, title=title, who=who) + place
