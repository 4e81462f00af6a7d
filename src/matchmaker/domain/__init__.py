"""What the curator talks about: people, schools, decisions, history; no arithmetic."""

from matchmaker.domain.decisions import Decision, DecisionKind, Outcome, PastPair, Reason
from matchmaker.domain.mentoring import (
    Assessment,
    Contest,
    ContestLevel,
    ContestResult,
    Format,
    Mentee,
    MenteeCategory,
    Mentor,
    MentorKind,
    Team,
    Verdict,
    Vote,
    Willing,
)
from matchmaker.domain.municipality import Municipality
from matchmaker.domain.partnerships import (
    LinkKind,
    LinkState,
    SchoolLink,
    SchoolProfile,
    Technology,
)
from matchmaker.domain.people import Category, Leads, Person, SchoolLevel, Status
from matchmaker.domain.schools import Distance, OrganisationKind, School
from matchmaker.domain.tables import TABLES, About
from matchmaker.domain.topics import Topic

__all__ = [
    "TABLES",
    "About",
    "Assessment",
    "Category",
    "Contest",
    "ContestLevel",
    "ContestResult",
    "Decision",
    "DecisionKind",
    "Distance",
    "Format",
    "Leads",
    "LinkKind",
    "LinkState",
    "Mentee",
    "MenteeCategory",
    "Mentor",
    "MentorKind",
    "Municipality",
    "OrganisationKind",
    "Outcome",
    "PastPair",
    "Person",
    "Reason",
    "School",
    "SchoolLevel",
    "SchoolLink",
    "SchoolProfile",
    "Status",
    "Team",
    "Technology",
    "Topic",
    "Verdict",
    "Vote",
    "Willing",
]
