"""Whether a pair meets remotely, so that roads and shifts do not matter to it."""

from __future__ import annotations

from typing import Any

from matchmaker.domain import Format
from matchmaker.pairs import Bools, Pairs


def meets_remotely(p: Pairs) -> Bools:
    """Programme or mentee ask for remote meetings, and the mentor does not refuse them.

    A mentor who states no formats refuses none.
    """
    return p.table(_agreed, "remote", "formats", key="meets remotely") > 0


def _agreed(remote: bool, formats: Any) -> bool:
    return remote and (not formats or Format.REMOTE in formats)
