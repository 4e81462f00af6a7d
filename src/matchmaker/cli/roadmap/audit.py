"""``matchmaker roadmap audit``: everything inconsistent in the plans."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from matchmaker.cli import render
from matchmaker.cli.options import Json, Source
from matchmaker.messages import roadmap as say

if TYPE_CHECKING:
    from matchmaker.engine import Audit
    from matchmaker.roadmap.audit import Finding

SHOWN = 30
"""So many rows of a finding are listed on the screen; JSON lists all."""


def command(
    source: Source,
    plan: Annotated[list[str] | None, typer.Option("--plan", help=say.PLANS())] = None,
    json: Json = False,
) -> int:
    """Audit the plans; exit 1 if something must be mended."""
    from matchmaker import engine
    from matchmaker.io import read_roadmap

    found = engine.audit(read_roadmap(source), plan or ())
    if json:
        render.data([finding.to_json() for finding in found.findings])
    else:
        _report(found)
    return 0 if found.sound else 1


def _report(found: Audit) -> None:
    for plan, rows in found.rows.items():
        findings = [finding for finding in found.findings if finding.plan == plan]
        count = Counter(finding.severity.value for finding in findings)
        render.line(
            say.AUDIT_HEAD(
                plan=plan,
                n=rows,
                errors=count["error"],
                warnings=count["warning"],
                notes=count["note"],
            )
        )
        for finding in findings:
            _line(finding)
        if not findings:
            render.line(say.CLEAN())
        render.line()
    for plan in found.compared:
        render.line(say.COMPARED(plan=plan))


def _line(finding: Finding) -> None:
    severity = say.SEVERITIES[finding.severity]
    if not finding.rows:
        render.line(say.FINDING(severity=severity, words=finding.words))
    else:
        rows = ", ".join(finding.rows[:SHOWN]) + (" …" if len(finding.rows) > SHOWN else "")
        render.line(say.FINDING_ROWS(severity=severity, rows=rows, words=finding.words))
    render.line(say.FINDING_MEND(mend=finding.mend))
