"""Items of a time program that know of each other: what shares nobody at a time is apart."""

from __future__ import annotations

from collections.abc import Iterator

from matchmaker.timetable import TimeProgram
from matchmaker.timetable.wishes import Balance


def clusters_of(program: TimeProgram) -> list[list[int]]:
    """The items that have to be placed together, in order."""
    root = list(range(len(program.items)))

    def find(one: int) -> int:
        while root[one] != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    for one, other in (*_bound(program), *_at_one_time(program)):
        low, high = sorted((find(one), find(other)))
        root[high] = low
    clusters: dict[int, list[int]] = {}
    for item in range(len(program.items)):
        clusters.setdefault(find(item), []).append(item)
    return list(clusters.values())


def _bound(program: TimeProgram) -> Iterator[tuple[int, int]]:
    """Items that an order or a wish puts together."""
    for after in program.afters:
        yield after.first, after.then
    for level in program.levels:
        for term in level.terms:
            if isinstance(term, Balance):
                yield from ((term.items[0], one) for one in term.items[1:])


def _at_one_time(program: TimeProgram) -> Iterator[tuple[int, int]]:
    """Items that may hold the same resource at the same time."""
    users: dict[int, list[int]] = {}
    for at, item in enumerate(program.items):
        if len(item.starts):
            for resource in item.holds:
                users.setdefault(resource, []).append(at)
    for _, items in sorted(users.items()):
        items.sort(key=lambda at: (int(program.items[at].starts[0]), at))
        last, end = items[0], -1
        for at in items:
            item = program.items[at]
            if int(item.starts[0]) < end:
                yield last, at
            if (until := int(item.starts[-1]) + item.duration) > end:
                last, end = at, until
