"""The verbs: read, check, match, rematch, diff, verify; the command line says the same."""

from matchmaker.engine.checking import Check, check
from matchmaker.engine.edition import Edition
from matchmaker.engine.event_reasons import EventReasons, explain_event
from matchmaker.engine.health import doctor, run_record
from matchmaker.engine.individual_routes import study_routes
from matchmaker.engine.interviewing import interviews
from matchmaker.engine.meeting_dates import meetings
from matchmaker.engine.meeting_inputs import (
    MeetingInputs,
    meeting_inputs,
    read_meetings,
    read_timetable,
)
from matchmaker.engine.meeting_plan import MeetingPlan
from matchmaker.engine.plans import diff, match, partner, rematch, two_step, verify
from matchmaker.engine.reading import load, read_plan
from matchmaker.engine.rescheduling import Rescheduled, reschedule
from matchmaker.engine.roadmap_import import ImportReport, import_roadmap
from matchmaker.engine.roadmap_status import status
from matchmaker.engine.roadmaps import (
    Audit,
    Derived,
    audit,
    derive,
    parse_dates,
    parse_period,
    slips,
)
from matchmaker.engine.scenario import generate, scenario_policy
from matchmaker.engine.schedule_inputs import RoadmapSource, load_roadmap
from matchmaker.engine.scheduling import Scheduled, schedule
from matchmaker.engine.sweeps import Sweep, sweep
from matchmaker.engine.working_year import calendar

__all__ = [
    "Audit",
    "Check",
    "Derived",
    "Edition",
    "EventReasons",
    "ImportReport",
    "MeetingInputs",
    "MeetingPlan",
    "Rescheduled",
    "RoadmapSource",
    "Scheduled",
    "Sweep",
    "audit",
    "calendar",
    "check",
    "derive",
    "diff",
    "doctor",
    "explain_event",
    "generate",
    "import_roadmap",
    "interviews",
    "load",
    "load_roadmap",
    "match",
    "meeting_inputs",
    "meetings",
    "parse_dates",
    "parse_period",
    "partner",
    "read_meetings",
    "read_plan",
    "read_timetable",
    "rematch",
    "reschedule",
    "run_record",
    "scenario_policy",
    "schedule",
    "slips",
    "status",
    "study_routes",
    "sweep",
    "two_step",
    "verify",
]
