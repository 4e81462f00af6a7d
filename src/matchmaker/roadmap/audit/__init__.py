"""The audit of a roadmap: everything that contradicts itself and can be decided from data.

Each rule is one file in ``rules/`` and registers itself.
"""

from matchmaker.roadmap.audit.base import AuditRule, Finding, Severity, audit_rules
from matchmaker.roadmap.audit.run import audit_roadmap

__all__ = ["AuditRule", "Finding", "Severity", "audit_roadmap", "audit_rules"]
