"""Words that a page or a cell broke in two: «наставничест» and «ва»."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from matchmaker.domain.records import fold

_WORD = re.compile(r"[^\W\d_]+")
_TAIL = re.compile(r"[^\W\d_]+$")
_HEAD = re.compile(r"^[^\W\d_]+")
_SHORT = frozenset(
    [
        "а",
        "без",
        "бы",
        "в",
        "во",
        "вы",
        "г",
        "гг",
        "да",
        "дел",
        "для",
        "дни",
        "дня",
        "до",
        "ее",
        "её",
        "еще",
        "ещё",
        "же",
        "за",
        "и",
        "из",
        "или",
        "им",
        "их",
        "к",
        "как",
        "ко",
        "кл",
        "ли",
        "лет",
        "мая",
        "мес",
        "мы",
        "на",
        "над",
        "не",
        "нет",
        "ни",
        "но",
        "о",
        "об",
        "обо",
        "он",
        "она",
        "они",
        "от",
        "по",
        "под",
        "при",
        "про",
        "пед",
        "раз",
        "руб",
        "с",
        "сад",
        "со",
        "так",
        "там",
        "те",
        "тех",
        "то",
        "тот",
        "три",
        "ту",
        "у",
        "уже",
        "ул",
        "час",
        "чем",
        "что",
        "шт",
        "эта",
        "эти",
        "это",
        "вуз",
        "все",
        "всё",
        "всю",
        "год",
        "дом",
        "два",
        "две",
        "вид",
        "ход",
        "вне",
        "акт",
        "опыт",
        "курс",
    ]
)
"""Words of three letters or fewer that stand by themselves; any other such is a torn end."""


class Vocabulary:
    """The words of a document, by which two halves of one are known to belong together."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.count = Counter(fold(word) for text in texts for word in _WORD.findall(text))

    def mended(self, cell: str) -> str:
        """A cell in one line; its broken lines are joined by a space, or within a word."""
        whole = ""
        for line in cell.splitlines():
            whole = self.joined(whole, " ".join(line.split()))
        return whole

    def joined(self, first: str, second: str, *, torn: bool = False) -> str:
        """Two halves of a text as one.

        Parameters
        ----------
        torn : a page broke the text, perhaps inside a word: an end of at most three letters
            that is no word by itself is then taken for one.
        """
        if not first or not second:
            return first or second
        if re.search(r"\d[-–—]$", first) and second[0].isdigit():
            return first + second
        if re.search(r"[^\W\d_][-‐]$", first) and second[0].islower():
            return (first[:-1] if self._is_word(first[:-1], second) else first) + second
        if second[0].islower() and self._is_word(first, second, torn=torn):
            return first + second
        return f"{first} {second}"

    def _is_word(self, first: str, second: str, *, torn: bool = False) -> bool:
        """Whether the last letters of one text and the first of another are one word."""
        tail, head = _TAIL.search(first), _HEAD.search(second)
        if tail is None or head is None:
            return False
        end, start = fold(tail[0]), fold(head[0])
        # Where both halves are words of the document by themselves, two words are meant.
        if self.count[end + start] and not (self.count[end] > 1 and self.count[start] > 1):
            return True
        return torn and len(end) > 2 and len(start) <= 3 and start not in _SHORT
