"""In how many ways the needs of an item can be met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, islice, product

from matchmaker.timetable.program import Item, Resource

Chosen = tuple[tuple[int, ...], ...]
"""For each need the resources chosen, ascending."""

MOST = 512
"""So many ways are tried at most by a search; whoever proves must not rely on them."""


def choices(item: Item, resources: tuple[Resource, ...], most: int = MOST) -> list[Chosen]:
    """The ways to meet all needs of an item at once, in a stated order.

    A way that asks more of a resource than it can do at once is none.
    """
    return list(islice(_ways(item, resources), most))


def _ways(item: Item, resources: tuple[Resource, ...]) -> Iterator[Chosen]:
    each = [combinations(sorted(need.candidates), need.count) for need in item.needs]
    for chosen in product(*each):
        uses = Counter(item.holds) + Counter(one for some in chosen for one in some)
        if all(count <= resources[one].capacity for one, count in uses.items()):
            yield chosen
