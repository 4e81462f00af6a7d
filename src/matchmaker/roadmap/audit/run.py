"""Running all rules of the audit over all plans of a roadmap."""

from __future__ import annotations

from collections.abc import Collection

from matchmaker.domain.roadmap import Roadmap
from matchmaker.roadmap.audit.base import Finding, Severity, audit_rules
from matchmaker.roadmap.rows import read_plans


def audit_roadmap(roadmap: Roadmap, plans: Collection[str] = ()) -> list[Finding]:
    """Everything inconsistent in the plans of a roadmap, plan by plan, the gravest first.

    Parameters
    ----------
    plans : only these, by their IDs; if empty all but those for comparison only.
    """
    rules = audit_rules()
    order = list(Severity)
    findings: list[Finding] = []
    for plan in read_plans(roadmap):
        if plan.plan.id not in plans if plans else plan.plan.reference:
            continue
        found = [finding for rule in rules for finding in rule.findings(plan)]
        findings += sorted(found, key=lambda finding: order.index(finding.severity))
    return findings
