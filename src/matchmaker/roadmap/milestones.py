"""Which row closes a plan, by its words."""

from __future__ import annotations

import re

from matchmaker.roadmap.rows import Row

_CLOSING = re.compile(
    r"закрыти\w+\s+(?:\w+\s+)?(?:проект|программ|год|школ)|официальн\w+\s+закрыти"
    r"|итогов\w+\s+(?:мероприяти|конференци|заседани|форум)|торжественн\w+\s+закрыти"
)
_OF_A_PART = re.compile(r"закрыти\w+\s+(?:\S+\s+)?(?:школ|курс|клуб|смен)|итогов\w+\s+заседани")


def closes(row: Row) -> bool:
    """Whether a row closes something: a project, a year, a school for young teachers."""
    return _CLOSING.search(_folded(row)) is not None


def closes_a_part(row: Row) -> bool:
    """Whether what it closes is a part only: a school for young teachers, a council."""
    return _OF_A_PART.search(_folded(row)) is not None


def _folded(row: Row) -> str:
    return row.event.title.lower().replace("ё", "е")
