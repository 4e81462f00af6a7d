"""Quotas by which each of several things is there at least once."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeVar

import numpy as np

from matchmaker.constraints.quota import NO_GROUP, Quota
from matchmaker.text import Text

_T = TypeVar("_T", bound=Hashable)


def each_once(
    name: str, things: Sequence[_T], labels: Sequence[str], had: Sequence[set[_T]], sentence: Text
) -> Quota:
    """Each thing stands at least once among the chosen schools.

    Parameters
    ----------
    had : which of the things each school has, in the order of the roster.
    """
    width = max((len(mine) for mine in had), default=0)
    groups = np.full((len(had), max(1, width)), NO_GROUP, dtype=np.int64)
    for j, mine in enumerate(had):
        places = [number for number, thing in enumerate(things) if thing in mine]
        groups[j, : len(places)] = places
    return Quota(
        name=name,
        labels=tuple(labels),
        sentence=sentence,
        mentors=groups,
        lower=np.ones(len(things), dtype=np.int64),
    )
