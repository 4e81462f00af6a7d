"""The verbs: read, check, match, rematch, diff, verify; the command line says the same."""

from matchmaker.engine.checking import Check, check
from matchmaker.engine.health import doctor, run_record
from matchmaker.engine.individual_routes import study_routes
from matchmaker.engine.plans import diff, match, partner, rematch, two_step, verify
from matchmaker.engine.reading import load, read_plan
from matchmaker.engine.roadmap_import import ImportReport, import_roadmap
from matchmaker.engine.roadmaps import Audit, Derived, audit, derive, parse_dates, parse_period
from matchmaker.engine.scenario import generate, scenario_policy
from matchmaker.engine.working_year import calendar

__all__ = [
    "Audit",
    "Check",
    "Derived",
    "ImportReport",
    "audit",
    "calendar",
    "check",
    "derive",
    "diff",
    "doctor",
    "generate",
    "import_roadmap",
    "load",
    "match",
    "parse_dates",
    "parse_period",
    "partner",
    "read_plan",
    "rematch",
    "run_record",
    "scenario_policy",
    "study_routes",
    "two_step",
    "verify",
]
