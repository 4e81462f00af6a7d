"""The public sets by name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from matchmaker.bench.meeting.run import run_meetings
from matchmaker.bench.mspsp.run import run_project, run_versatile
from matchmaker.errors import InputError, Issue, Place
from matchmaker.events import Watch
from matchmaker.limits import Limits
from matchmaker.messages import bench as say


class Scored(Protocol):
    """An answer with the score of its set."""

    def to_json(self) -> dict[str, object]:
        """The score and the facts of the problem."""
        ...


SETS: dict[str, Callable[[Path, Limits, Watch], Scored]] = {
    "meeting": run_meetings,
    "mspsp": run_versatile,
    "mspsp-one-skill": run_project,
}


def run_public(name: str, path: Path, limits: Limits, watch: Watch) -> Scored:
    """Solve a file of a public set and score the answer as the set does.

    Raises
    ------
    InputError
        if there is no such set or file, or the file is not of this set.
    """
    if name not in SETS:
        known = say.KNOWN_FAMILIES(names=", ".join(SETS))
        raise InputError([Issue(Place(), say.UNKNOWN_FAMILY(), known, name)])
    if not path.is_file():
        raise InputError([Issue(Place(path.name), say.NO_FILE())])
    return SETS[name](path, limits, watch)
