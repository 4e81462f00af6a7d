"""Finding whom or what a cell names: by an ID, or by the name that goes with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cached_property

from matchmaker.domain.records import fold
from matchmaker.text import Text

MOST_COMPARED = 1_000_000
"""Names compared in all to find what was meant: where many are unknown, the first are guessed."""


class Index:
    """Finds an ID by itself or by the name that goes with it."""

    def __init__(self, pairs: Iterable[tuple[str, str]], sheet: Text) -> None:
        self.sheet = sheet
        self._pairs = list(pairs)
        self.ids = {key for key, _ in self._pairs}
        self._left = MOST_COMPARED
        self._guessed: dict[str, str | None] = {}

    @cached_property
    def _named(self) -> dict[str, list[str]]:
        """IDs by folded name; tables that name everybody by ID never ask."""
        named: dict[str, list[str]] = defaultdict(list)
        for key, name in self._pairs:
            if key not in named[fold(name)]:
                named[fold(name)].append(key)
        return dict(named)

    def has(self, value: str | frozenset[str]) -> bool:
        """Whether nothing but IDs stands there."""
        return value in self.ids if isinstance(value, str) else value <= self.ids

    def find(self, value: str) -> list[str]:
        """The IDs that this may be: itself, or those of its namesakes."""
        return [value] if value in self.ids else self._named.get(fold(value), [])

    def guess(self, value: str) -> str | None:
        """What an unknown name may have meant, as long as names may be compared."""
        word = fold(value)
        if word not in self._guessed:
            if self._left <= 0:
                return None
            self._left -= len(self._named)
            close = get_close_matches(word, list(self._named), n=1, cutoff=0.75)
            self._guessed[word] = self._named[close[0]][0] if close else None
        return self._guessed[word]
