"""The empty table of changes to begin with, with an example row for each thing that happens."""

from __future__ import annotations

from datetime import date

from matchmaker.domain.changes import Change, ChangeKind
from matchmaker.io.layout import Sheet
from matchmaker.io.template import example_sheets
from matchmaker.messages import template as example


def changes_sheets() -> list[Sheet]:
    """The one sheet of the workbook of changes."""
    return example_sheets((Change,), _examples())


def _examples() -> tuple[Change, ...]:
    day = date(2026, 2, 2)
    week = {"starts": day, "ends": date(2026, 2, 6)}
    methodist, staff, row = example.METHODIST(), example.STAFF(), "1"
    return (
        Change(kind=ChangeKind.DAY_OFF, starts=day),
        Change(kind=ChangeKind.QUARANTINE, who=example.SCHOOL_NAME(), **week),
        Change(kind=ChangeKind.HOLIDAYS, starts=date(2026, 3, 28), ends=date(2026, 4, 5)),
        Change(kind=ChangeKind.AWAY, who=methodist, **week),
        Change(kind=ChangeKind.CLOSED, who=example.VENUE(), **week),
        Change(kind=ChangeKind.CANCEL, event=row),
        Change(kind=ChangeKind.MOVE, event=row, day=day),
        Change(kind=ChangeKind.PIN, event=row),
        Change(kind=ChangeKind.ADD, who=staff, event=row),
        Change(kind=ChangeKind.REPLACE, who=staff, instead=methodist, event=row),
    )
