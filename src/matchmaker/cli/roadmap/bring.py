"""``matchmaker roadmap import``: bring a plan as people make it into the roadmap."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from matchmaker.cli import render
from matchmaker.cli.options import Json, check_folder
from matchmaker.messages import cli
from matchmaker.messages import roadmap_import as say

if TYPE_CHECKING:
    from matchmaker.engine import ImportReport


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=say.FILE())],
    out: Annotated[Path, typer.Option("-o", "--out", help=say.OUT())],
    plan: Annotated[str | None, typer.Option("--plan", help=say.PLAN())] = None,
    replace: Annotated[bool, typer.Option("--replace", help=say.REPLACE())] = False,
    json: Json = False,
) -> int:
    """Read the plan, add it to the roadmap and say how it was understood."""
    from matchmaker import engine

    check_folder(out)
    report = engine.import_roadmap(file, out, plan=plan, replace=replace)
    if json:
        render.data(_plain(report))
    else:
        _report(report)
    return 0


def _plain(report: ImportReport) -> dict[str, Any]:
    return {
        "written": str(report.written),
        "plans": [
            {"plan": name, "rows": rows, "head": report.heads.get(name, {})}
            for name, rows in report.rows.items()
        ],
        "sections": list(report.sections),
        "joined_rows": report.joined,
        "filled_cells": report.filled,
        "columns": report.columns,
        "left_out": list(report.left_out),
        "warnings": [issue.to_json() for issue in report.warnings],
    }


def _report(report: ImportReport) -> None:
    for name, rows in report.rows.items():
        render.line(say.BROUGHT(plan=name, n=rows) if rows else say.BROUGHT_HEAD(plan=name))
        _head(report.heads.get(name, {}))
    _columns(report)
    if report.sections:
        render.line(say.SECTIONS(n=len(report.sections)))
        for section in report.sections:
            render.line(f"  {section}")
    if report.joined:
        render.line(say.JOINED(n=report.joined))
    if report.filled:
        render.line(say.FILLED(n=report.filled))
    render.warnings(report.warnings)
    render.line(cli.FILES(files=report.written))


def _columns(report: ImportReport) -> None:
    """Under which headers each column was found, and which of them mean nothing."""
    from matchmaker.domain.events import Event

    if report.columns:
        render.line(say.COLUMNS())
    for name, titles in report.columns.items():
        where = ", ".join(f"«{title}»" for title in titles)
        render.line(f"  {Event.columns()[name].title()}: {where}")
    if report.left_out:
        render.line(say.COLUMNS_LEFT_OUT(names=", ".join(f"«{t}»" for t in report.left_out)))


def _head(facts: Mapping[str, Any]) -> None:
    """What the file says of the plan itself, each fact under the header of its column."""
    from matchmaker.domain.events import RoadmapPlan

    for name, value in facts.items():
        shown = f"{value:%d.%m.%Y}" if isinstance(value, date) else value
        render.line(f"  {RoadmapPlan.columns()[name].title()}: {shown}")
