"""Whether a pair meets remotely, so that roads and shifts do not matter to it."""

from __future__ import annotations

from typing import Any

from matchmaker.domain import Format
from matchmaker.pairs import Bools, Pairs


def meets_remotely(p: Pairs) -> Bools:
    """The side that is helped asks for remote meetings, and the other does not refuse them.

    Who states no formats refuses none. Of two equals either may ask.
    """
    found = p.table(_agreed, "remote", "formats", key="meets remotely") > 0
    if p.roster.symmetric:
        found |= p.table(lambda a, b: _agreed(b, a), "formats", "remote", key="asked back") > 0
    return found


def _agreed(remote: bool, formats: Any) -> bool:
    return remote and (not formats or Format.REMOTE in formats)
