"""How answers look in a terminal: the only place that knows rich."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from matchmaker.errors import Issue
from matchmaker.messages import cli as say

PIPED_WIDTH = 140
"""Width of tables where the output is not a terminal. Unit: characters."""


def data(value: Any) -> None:
    """Print data as JSON on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=1, default=str))


def line(text: str = "") -> None:
    """Print one line of a report on standard output."""
    print(text)


def note(text: str) -> None:
    """Print progress on standard error."""
    print(text, file=sys.stderr, flush=True)


def problem(text: str, *, as_json: bool) -> None:
    """Say why nothing was done; as data too if data were asked for."""
    if as_json:
        data({"error": text})
    note(text)


def report_issues(issues: Sequence[Issue], *, as_json: bool) -> None:
    """List every problem of the input."""
    errors = [issue for issue in issues if issue.severity == "error"]
    if as_json:
        data({"issues": [issue.to_json() for issue in issues]})
    note(say.ERRORS_FOUND(n=len(errors)))
    for issue in issues:
        note(f"  {issue}")


def written(folder: Path, files: Iterable[Path]) -> None:
    """Tell all files of a folder: workbooks first, calendars by their number."""
    papers = [file.relative_to(folder) for file in files]
    calendars = sum(file.suffix == ".ics" for file in papers)
    names = [str(file) for file in papers if file.suffix != ".ics"]
    names.sort(key=lambda name: (not name.endswith(".xlsx"), name))
    if calendars:
        names.append(say.CALENDARS(n=calendars))
    line(say.FOLDER(folder=folder, files=", ".join(names)))


def warnings(issues: Sequence[Issue]) -> None:
    """List what is worth a look and stops nothing."""
    if issues:
        line(say.WARNINGS(n=len(issues)))
    for issue in issues:
        line(f"  {issue}")


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table that fits the terminal; text is taken literally."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    # Piped into a file there is no terminal to fit: lines need not be short.
    terminal = sys.stdout.isatty()
    console = Console(highlight=False, width=None if terminal else PIPED_WIDTH)
    shown = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        shown.add_column(Text(column), overflow="fold")
    for row in rows:
        shown.add_row(*(Text(str(cell)) for cell in row))
    console.print(shown)
