"""Names of files that every system takes, made of names of people and schools."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 80
"""Unit: characters; so many Cyrillic ones fit the 255 bytes a Linux disk allows."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def safe_name(words: str) -> str:
    """The words as the name of a file on Windows too, without an extension."""
    spaced = " ".join(_FORBIDDEN.sub(" ", unicodedata.normalize("NFC", words)).split())
    name = spaced[:LONGEST].strip(" .") or "_"
    # Windows takes such names for devices, whatever follows a full stop.
    return f"_{name}" if _DEVICES.match(name) else name


def distinct_names(wishes: Iterable[str]) -> list[str]:
    """Safe names, no two alike on a disk that does not tell capitals; the first keeps its own."""
    taken: set[str] = set()
    names: list[str] = []
    for wish in wishes:
        plain = name = safe_name(wish)
        n = 1
        while name.casefold() in taken:
            n += 1
            name = f"{plain} ({n})"
        taken.add(name.casefold())
        names.append(name)
    return names
