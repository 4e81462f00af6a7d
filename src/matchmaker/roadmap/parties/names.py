"""Bodies in a text, each under its one name: by the lists of abbreviations, never by likeness."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matchmaker.domain.abbreviations import Abbreviation, PartyKind
from matchmaker.domain.records import fold
from matchmaker.roadmap.parties.bodies import LEGAL_FORMS, SAME

_BEFORE, _AFTER = r"(?<![А-ЯЁа-яёA-Za-z0-9])", r"(?![А-ЯЁа-яёA-Za-z0-9])"
_QUOTED = r"(?:«(?:[^«»]|«[^«»]*»)*»|\"[^\"]*\")"
_UNKNOWN = re.compile(
    rf"{_BEFORE}(?:"
    rf"(?:(?:{'|'.join(LEGAL_FORMS)})\s+)+(?:{_QUOTED}|№\s*\d+)(?:\s*№\s*\d+)?"
    rf"|{_QUOTED}"
    rf"|[А-ЯЁ][а-яё]*[А-ЯЁ][А-ЯЁа-яё]*(?:\s*№\s*\d+)?"
    rf")"
)
"""A body that no list knows: a legal form with a name, a name in quotes, an abbreviation."""
_BRACKETS = re.compile(r"\s*\(([^()]+)\)")


@dataclass(frozen=True, slots=True)
class Body:
    """A body found in a text: where, and under what name it is known."""

    start: int
    end: int
    name: str
    kind: PartyKind = PartyKind.BODY


@dataclass(frozen=True, slots=True)
class _Known:
    name: str
    kind: PartyKind


class Names:
    """What every name of a party means: the built-in list, and above it the given one."""

    def __init__(self, abbreviations: Sequence[Abbreviation] = ()) -> None:
        self._kinds = {_bare(a.name): a.kind for a in abbreviations}
        self._same: dict[str, str] = {}
        for name, others in SAME.items():
            for other in (name, *others):
                self._same[_bare(other)] = name
        for abbreviation in abbreviations:
            name = abbreviation.same_as or abbreviation.name
            for spelling in filter(None, (abbreviation.name, abbreviation.meaning)):
                self._same[_bare(spelling)] = name
        written = [a.name for a in abbreviations] + [a.meaning or "" for a in abbreviations]
        written += [other for name, others in SAME.items() for other in (name, *others)]
        self._patterns = [
            re.compile(_pattern(name)) for name in sorted(filter(str.strip, written), key=len)
        ]
        self.groups = {
            _bare(self._one(member)): self._one(abbreviation.name)
            for abbreviation in abbreviations
            for member in sorted(abbreviation.members)
        }
        """The group of everybody who is said to belong to one."""

    def exact(self, words: str) -> Body | None:
        """The party that these words as a whole are a known name of."""
        name = self._one(words)
        if _bare(words) not in self._same:
            return None
        kind = self._kinds.get(_bare(words)) or self._kinds.get(_bare(name), PartyKind.BODY)
        return Body(0, len(words), name, kind)

    def group_of(self, name: str) -> str:
        """The group that the given list puts a party into, if any."""
        return self.groups.get(_bare(name), "")

    def bodies(self, text: str) -> Iterator[Body]:
        """Every body of a text from left to right; of two that overlap the longer."""
        at = 0
        while (body := self._next(text, at)) is not None:
            yield body
            at = body.end

    def _next(self, text: str, at: int) -> Body | None:
        found = [
            match
            for pattern in (*self._patterns, _UNKNOWN)
            if (match := pattern.search(text, at)) is not None
        ]
        if not found:
            return None
        first = min(found, key=lambda match: (match.start(), -match.end()))
        known = self.exact(first[0])
        name = known.name if known else " ".join(first[0].split())
        kind = known.kind if known else PartyKind.BODY
        return self._with_brackets(text, Body(first.start(), first.end(), name, kind))

    def _with_brackets(self, text: str, body: Body) -> Body:
        """«муниципальный центр наставничества (МЦН)» is one body, not two."""
        brackets = _BRACKETS.match(text, body.end)
        if brackets is None or self._one(brackets[1]) != body.name:
            return body
        return Body(body.start, brackets.end(), body.name, body.kind)

    def _one(self, words: str) -> str:
        """The name that stands for all names of a party, however long the chain."""
        seen: set[str] = set()
        while _bare(words) in self._same and _bare(words) not in seen:
            seen.add(_bare(words))
            words = self._same[_bare(words)]
        return words


def _bare(name: str) -> str:
    """A name without quotes and without the differences that do not count."""
    return fold(re.sub(r"-\s+", "-", re.sub(r"[«»\"]", " ", name)))


def _pattern(name: str) -> str:
    """A pattern of a name with or without its quotes; words of small letters in any case."""
    words = re.sub(r"[«»\"]", " ", name).split()
    parts = [re.escape(word).replace(r"\-", r"-\s*").replace("-", r"-") for word in words]
    pattern = r"[\s«\"]+".join(parts)
    opened = '[«"]?' if len(words) > 1 else ""
    flag = "(?i:%s)" if any(letter.islower() for letter in name) else "%s"
    return _BEFORE + flag % pattern + _AFTER + (r"(?:[»\"])?" if opened else "")
