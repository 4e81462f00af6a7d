"""What can go wrong, and what each failure tells the reader.

::

    MatchmakerError
    ├── InputError (ValueError)   tables or policy not understood; .issues say where and what
    ├── RuleError (TypeError)     a rule misused, or its measure has a wrong type or shape
    ├── NoSolverError             the chosen solver cannot read this problem; says why
    ├── NoSolutionError           raised only by .require()
    ├── SolverError               the solver broke; carries its own words
    ├── WorkersError              other processes or machines were asked and are gone
    └── CertificateError          solver and check disagree: a bug, never the user's fault

Infeasible and out of time are answers, not exceptions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Literal

from matchmaker.messages import places


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the user's tables something stands."""

    file: str = ""
    sheet: str = ""
    row: int | None = None
    """Row as Excel numbers it, from 1."""
    column: str = ""
    """Header of the column."""
    setting: str = ""
    """Where in a settings file: table, number, key."""

    def __str__(self) -> str:
        parts = []
        if self.file:
            parts.append(self.file)
        if self.sheet:
            parts.append(places.AT_SHEET(sheet=self.sheet))
        if self.row is not None:
            parts.append(places.AT_ROW(row=self.row))
        if self.column:
            parts.append(places.AT_COLUMN(column=self.column))
        if self.setting:
            parts.append(self.setting)
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Issue:
    """One problem of the input: where it is, what is wrong, what would be right."""

    place: Place
    wrong: str
    right: str = ""
    value: str = ""
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        head = f"{self.place}: " if str(self.place) else ""
        value = f" «{self.value}»" if self.value else ""
        right = f". {self.right}" if self.right else ""
        return f"{head}{self.wrong}{value}{right}"

    def to_json(self) -> dict[str, object]:
        """The issue as plain data: file, sheet, row, column, value, wrong, right."""
        flat = asdict(self)
        return {**flat.pop("place"), **flat}


class MatchmakerError(Exception):
    """Anything Matchmaker refuses to do."""


class InputError(MatchmakerError, ValueError):
    """Tables or a policy that cannot be used as they stand.

    Attributes
    ----------
    issues : every problem found, not only the first.
    """

    def __init__(self, issues: Sequence[Issue]) -> None:
        self.issues = tuple(issues)
        super().__init__("\n".join(str(issue) for issue in self.issues))


class RuleError(MatchmakerError, TypeError):
    """A rule that is misused, or whose measure has a wrong type or shape."""


class NoSolverError(MatchmakerError):
    """The chosen solver cannot read this problem."""


class NoSolutionError(MatchmakerError):
    """The answer asked for does not exist or was not reached in time."""


class SolverError(MatchmakerError):
    """A solver broke down; the message carries its own words."""


class WorkersError(MatchmakerError):
    """Other processes or machines were asked, and are gone or cannot answer."""


class CertificateError(MatchmakerError):
    """Solver and check disagree: a bug of the product, never the user's fault."""
