"""In how many ways the needs of an item can be met."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations, islice, product

from matchmaker.timetable.program import Item

Chosen = tuple[tuple[int, ...], ...]
"""For each need the resources chosen, ascending."""

MOST = 512
"""So many ways are tried at most by a search; whoever proves must not rely on them."""


def choices(item: Item, most: int = MOST) -> list[Chosen]:
    """The ways to meet all needs of an item at once, in a stated order.

    A resource serves an item once, unless the item says otherwise: a way that asks it twice is
    none.
    """
    return list(islice(_ways(item), most))


def _ways(item: Item) -> Iterator[Chosen]:
    each = [combinations(sorted(need.candidates), need.count) for need in item.needs]
    for chosen in product(*each):
        used = [*item.holds, *chain.from_iterable(chosen)]
        if item.versatile or len(used) == len(set(used)):
            yield chosen
