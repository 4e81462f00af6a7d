"""Papers that go together are of one municipality."""

from __future__ import annotations

from collections.abc import Mapping

from matchmaker.domain.records import fold
from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import records as say


def other_towns(town: str, papers: Mapping[str, str]) -> list[Issue]:
    """A problem for each paper that is of another municipality.

    Parameters
    ----------
    papers : what a file or an option is called → the municipality it says it is of.
    """
    mend = say.OTHER_TOWN_MEND(name=town)
    return [
        Issue(Place(file), say.OTHER_TOWN(name=name), mend)
        for file, name in papers.items()
        if fold(name) != fold(town)
    ]


def check_town(town: str, papers: Mapping[str, str]) -> None:
    """Refuse papers of another municipality.

    Raises
    ------
    InputError
        with each of them.
    """
    if issues := other_towns(town, papers):
        raise InputError(issues)
