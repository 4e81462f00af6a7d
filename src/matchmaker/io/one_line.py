"""Words of a table as one line that every file can hold."""

from __future__ import annotations

import re

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What neither a picture nor a calendar may hold; the converter of pictures dies of it."""


def one_line(words: str) -> str:
    """The words on one line: breaks and unprintable characters become single spaces."""
    return " ".join(_UNPRINTABLE.sub(" ", words).split())
