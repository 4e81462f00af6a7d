"""Provably best mentor–mentee pairs for a municipality, with reasons.

::

    import matchmaker as mm

    m = mm.read("scenarios/kemerovo")
    plan = mm.match(m)
    print(plan)
    plan.verify()
    plan.explain(plan.pairs[0][0])
    plan.to_frame()
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matchmaker.domain import Municipality
    from matchmaker.domain.roadmap import Roadmap
    from matchmaker.engine import (
        audit,
        calendar,
        check,
        derive,
        diff,
        doctor,
        generate,
        import_roadmap,
        interviews,
        match,
        meetings,
        parse_dates,
        partner,
        read_meetings,
        read_plan,
        rematch,
        reschedule,
        schedule,
        status,
        study_routes,
        sweep,
        verify,
    )
    from matchmaker.errors import InputError, MatchmakerError
    from matchmaker.io import init, read, read_roadmap, write, write_roadmap
    from matchmaker.io.policy_file import default_policy, read_policy, write_policy
    from matchmaker.limits import Limits
    from matchmaker.policy import Policy
    from matchmaker.results.diff import Diff
    from matchmaker.results.plan import Plan
    from matchmaker.rulebook import must, prefer
    from matchmaker.text import set_language

_ROOMS = {
    "matchmaker.domain": ("Municipality",),
    "matchmaker.domain.roadmap": ("Roadmap",),
    "matchmaker.engine": (
        "audit",
        "calendar",
        "check",
        "derive",
        "diff",
        "doctor",
        "generate",
        "import_roadmap",
        "interviews",
        "match",
        "meetings",
        "parse_dates",
        "partner",
        "read_meetings",
        "read_plan",
        "rematch",
        "reschedule",
        "schedule",
        "status",
        "study_routes",
        "sweep",
        "verify",
    ),
    "matchmaker.errors": ("InputError", "MatchmakerError"),
    "matchmaker.io": ("init", "read", "read_roadmap", "write", "write_roadmap"),
    "matchmaker.io.policy_file": ("default_policy", "read_policy", "write_policy"),
    "matchmaker.limits": ("Limits",),
    "matchmaker.policy": ("Policy",),
    "matchmaker.results.diff": ("Diff",),
    "matchmaker.results.plan": ("Plan",),
    "matchmaker.rulebook": ("must", "prefer"),
    "matchmaker.text": ("set_language",),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [
    "Diff",
    "InputError",
    "Limits",
    "MatchmakerError",
    "Municipality",
    "Plan",
    "Policy",
    "Roadmap",
    "audit",
    "calendar",
    "check",
    "default_policy",
    "derive",
    "diff",
    "doctor",
    "generate",
    "import_roadmap",
    "init",
    "interviews",
    "match",
    "meetings",
    "must",
    "parse_dates",
    "partner",
    "prefer",
    "read",
    "read_meetings",
    "read_plan",
    "read_policy",
    "read_roadmap",
    "rematch",
    "reschedule",
    "schedule",
    "set_language",
    "status",
    "study_routes",
    "sweep",
    "verify",
    "write",
    "write_policy",
    "write_roadmap",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used: starting must be quick."""
    if name not in _ROOM_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_ROOM_OF[name]), name)
