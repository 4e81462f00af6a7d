"""The verb about individual routes: people with requests are sent to events that answer them."""

from __future__ import annotations

from collections.abc import Sequence

from matchmaker.domain import Municipality
from matchmaker.domain.roadmap import Roadmap
from matchmaker.domain.town import check_town
from matchmaker.errors import CertificateError, InputError, Issue, Place
from matchmaker.limits import Limits
from matchmaker.messages import plans
from matchmaker.messages import study_routes as say
from matchmaker.policy import Policy
from matchmaker.program.record import PlanRecord
from matchmaker.study.record import MeetingLine, Routes
from matchmaker.timetable.record import Timetable

PER_MONTH = 2
"""To so many events a person goes in one month unless it is said otherwise."""


def study_routes(
    municipality: Municipality,
    roadmap: Roadmap,
    timetable: Timetable,
    *,
    plan: PlanRecord | None = None,
    meetings: Sequence[MeetingLine] = (),
    per_month: int = PER_MONTH,
    policy: Policy | None = None,
    limits: Limits | None = None,
) -> Routes:
    """Make the individual routes of mentees and place mentors and curators on courses.

    Level by level: as many main requests answered as can be, then all requests by severity,
    then mentors of pairs and everybody else without training on courses, then hours evenly
    spread, then earlier dates and nearer venues. Nobody is sent anywhere on a day on which that
    person leads an event.

    Parameters
    ----------
    plan : of pairs; names the mentors of mentees, whose training then comes first.
    meetings : of pairs, to stand beside the events of a route.
    per_month : to so many events a person goes in one month.
    limits : ``effort`` counts nodes of the search at each level.

    Raises
    ------
    InputError
        if the papers are of another municipality or of other tables, or the timetable has
        events that the roadmap has not.
    """
    from matchmaker.io.policy_file import default_policy
    from matchmaker.results.study_routes import make_routes
    from matchmaker.solvers.study import solve_routes
    from matchmaker.study.check import check_answer
    from matchmaker.study.compile import compile_routes
    from matchmaker.study.learners import learners
    from matchmaker.study.offers import offers
    from matchmaker.timetable.leaders import leading_days

    _check_papers(municipality, timetable, plan)
    paired = {one for pair in plan.pairs for one in pair.mentors or (pair.mentor,)} if plan else ()
    rules = policy or default_policy()
    study = compile_routes(
        municipality,
        learners(municipality, rules, paired),
        offers(roadmap, timetable),
        start=timetable.period[0],
        per_month=per_month,
        policy=rules,
        leads=leading_days(municipality.people, timetable),
    )
    found = solve_routes(study.program, limits)
    if wrong := check_answer(study.program, found.answer):
        raise CertificateError(str(wrong[0]))
    return make_routes(
        municipality, roadmap, timetable, study, found.answer, found.bounds, plan, meetings
    )


def _check_papers(
    municipality: Municipality, timetable: Timetable, plan: PlanRecord | None
) -> None:
    """The timetable is of this municipality, the plan of these tables and about people."""
    papers = {"timetable.json": timetable.municipality}
    if plan is not None:
        papers["plan.json"] = plan.municipality
    check_town(municipality.about.name, papers)
    if plan is None:
        return
    if plan.kind not in {"pairs", "joint"}:
        raise InputError([Issue(Place(), say.NOT_PAIRS(), "", plan.kind)])
    if plan.input != municipality.fingerprint:
        raise InputError([Issue(Place(), plans.OTHER_TABLES(), plans.MAKE_AGAIN())])
