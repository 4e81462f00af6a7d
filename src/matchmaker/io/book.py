"""Which tables make up one whole: a municipality, or a roadmap beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from matchmaker.domain import TABLES, About, Mentee, Mentor, Municipality, Person, School
from matchmaker.domain.changes import Change
from matchmaker.domain.meeting_tables import MEETING_TABLES, MeetingTables
from matchmaker.domain.records import Record, fold
from matchmaker.domain.roadmap import ROADMAP_TABLES, Roadmap
from matchmaker.errors import Issue

Whole = TypeVar("Whole")

EVERY_TABLE: tuple[type[Record], ...] = (*TABLES, *ROADMAP_TABLES, *MEETING_TABLES, Change)
"""Every table there is, whatever it belongs to."""


@dataclass(frozen=True, slots=True)
class Book(Generic[Whole]):
    """The tables that are read together and what is made of them.

    Attributes
    ----------
    tables : what is read, in the order of the sheets.
    build : makes the whole of the rows and of the problems found so far.
    required : tables without which there is nothing to make.
    single : tables of exactly one row.
    """

    tables: tuple[type[Record], ...]
    build: Callable[[Sequence[Record], Sequence[Issue]], Whole]
    required: frozenset[type[Record]] = frozenset()
    single: frozenset[type[Record]] = frozenset()

    def table_named(self, name: str) -> type[Record] | None:
        """The table of a sheet or file of this name, in either language."""
        return _named(name, self.tables)

    def neighbour(self, name: str) -> bool:
        """Whether a sheet or file of this name belongs to another whole."""
        return self.table_named(name) is None and _named(name, EVERY_TABLE) is not None


def _named(name: str, tables: Sequence[type[Record]]) -> type[Record] | None:
    return {fold(n): table for table in tables for n in table.sheet.both}.get(fold(name))


MUNICIPALITY: Book[Municipality] = Book(
    TABLES,
    Municipality.build,
    required=frozenset({About, School, Person, Mentor, Mentee}),
    single=frozenset({About}),
)
ROADMAP: Book[Roadmap] = Book((*ROADMAP_TABLES, School, Person), Roadmap.build)
"""Organisations and people stand in the municipality's own tables, where there are any."""
MEETINGS: Book[MeetingTables] = Book(MEETING_TABLES, MeetingTables.build)
"""Who is busy when and how often programmes meet: optional, in the same files."""
