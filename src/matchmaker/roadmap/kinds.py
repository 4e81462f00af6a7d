"""Kinds of participants, as the words of plans name them, and which belong to which."""

from __future__ import annotations

import re

from matchmaker.domain.records import fold

# Whom an audience belongs to: a council of young teachers are young teachers.
_BELONGS = {"council": "young"}
_KINDS: tuple[tuple[str, str], ...] = (
    ("council", r"совет\w*\s+молод|клуб\w*\s+молод"),
    (
        "young",
        r"молод|начинающ|посвящени\w+\s+в\s+(?:професси|педагог|учител)|до\s+35\s+лет|до\s+3\s*-?х?\s+лет",
    ),
    ("mentees", r"наставляем"),
    ("mentors", r"наставник"),
    ("students", r"студент"),
    ("heads", r"руководител\w*\s+(?:оо|оу|образовательн|школ)|директор\w*\s+(?:школ|оо|оу)"),
    ("curators", r"куратор"),
    ("deputies", r"заместител"),
    ("methodists", r"методист"),
    ("schools", r"\bоо\b|\bоу\b|образовательн\w+\s+организаци"),
)
_ABSENT = re.compile(r"день не занимают|без отрыва|опрашиваем|респондент")
CONTEXTS = {
    "low_results": re.compile(r"\bш?нор\b|низки\w+\s+(?:\w+\s+){0,2}результат"),
    "hard_context": re.compile(r"\bссу\b|сложн\w+\s+социальн"),
}
"""Words that say of what schools people are: flag in the table of organisations → words."""


def kinds_in(words: str) -> frozenset[str]:
    """The kinds of people that words name."""
    text = fold(words)
    found = set()
    for name, pattern in _KINDS:
        text, count = re.subn(pattern, " ", text)
        if count:
            found.add(name)
    return frozenset(found)


def contexts_in(words: str) -> frozenset[str]:
    """Of what schools people are, if words narrow it: flags of the organisations' table."""
    text = fold(words)
    return frozenset(flag for flag, pattern in CONTEXTS.items() if pattern.search(text))


def absent(words: str) -> bool:
    """Whether words say that participants are not taken for its days."""
    return _ABSENT.search(fold(words)) is not None


def meet(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether some people surely belong to both audiences: the same, or one within the other."""
    return bool(one & wider(other) or other & wider(one))


def atoms(kinds: frozenset[str]) -> frozenset[str]:
    """The kinds with all that belong to them: whoever wants all wants every part."""
    return kinds | {part for part, whole in _BELONGS.items() if whole in kinds}


def wider(kinds: frozenset[str]) -> frozenset[str]:
    """The kinds with those to which they belong."""
    return kinds | {_BELONGS[name] for name in kinds if name in _BELONGS}
