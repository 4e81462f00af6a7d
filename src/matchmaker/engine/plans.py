"""Make plans, make them again, verify and compare them."""

from __future__ import annotations

from itertools import combinations

from matchmaker.domain import Municipality
from matchmaker.domain.town import check_town
from matchmaker.engine.solving import solve
from matchmaker.errors import InputError, Issue, Place
from matchmaker.events import Watch, nobody
from matchmaker.io.policy_file import default_policy
from matchmaker.limits import Limits
from matchmaker.messages import changes as say_changes
from matchmaker.messages import partners as say_partners
from matchmaker.messages import plans as say
from matchmaker.messages import workers as say_workers
from matchmaker.policy import SCHOOL_KINDS, Kind, Policy
from matchmaker.program.asked import UNLISTED
from matchmaker.program.joint import Joint
from matchmaker.program.record import FormerPair, PlanRecord, person_of
from matchmaker.results.diff import Diff, compare
from matchmaker.results.plan import Plan
from matchmaker.results.two_step import TwoStep
from matchmaker.rulebook import First
from matchmaker.verify import Verdict
from matchmaker.verify import verify as verify_record
from matchmaker.workers import Workers


def match(
    municipality: Municipality,
    policy: Policy | None = None,
    *,
    solver: str = "auto",
    limits: Limits | None = None,
    watch: Watch = nobody,
) -> Plan:
    """Choose who mentors whom, provably best tier after tier.

    Parameters
    ----------
    solver : ``auto`` (by the structure of the limits and the number of pairs), ``flow``,
        ``columns``, ``branching``, ``mip``, ``cpsat``, ``greedy`` or ``deferred``.
    limits : wall clock or deterministic effort.
    watch : called with every event of the run.

    Raises
    ------
    InputError
        if tables and policy do not fit together, or there is no such solver.
    NoSolverError
        if the solver asked for cannot read the problem.
    """
    return solve(municipality, policy or default_policy(), "pairs", (), solver, limits, watch)


def partner(
    municipality: Municipality,
    policy: Policy | None = None,
    *,
    kind: Kind = "cooperation",
    solver: str = "auto",
    limits: Limits | None = None,
    watch: Watch = nobody,
) -> Plan:
    """Choose which schools help or join each other, provably best tier after tier.

    Parameters
    ----------
    kind : ``cooperation``: schools that ask for support and those that help; ``partnership``:
        schools with high results, as equals; ``platform``: schools of the network platform;
        ``joint``: pairs of people and links of schools together.
    solver, limits, watch : see :func:`match`.

    Raises
    ------
    InputError
        if tables and policy do not fit together, or there is no such kind or solver.
    NoSolverError
        if the solver asked for cannot read the problem.
    """
    if kind not in SCHOOL_KINDS:
        known = ", ".join(SCHOOL_KINDS)
        raise InputError([Issue(Place(), say_partners.UNKNOWN_KIND(known=known), value=kind)])
    return solve(municipality, policy or default_policy(), kind, (), solver, limits, watch)


def two_step(plan: Plan, limits: Limits | None = None) -> TwoStep:
    """What choosing links first and pairs after them reaches, to compare a joint plan with."""
    from matchmaker.solvers.joint import two_step as solve_in_two

    program = plan.program
    assert isinstance(program, Joint)
    chosen = solve_in_two(program, limits or Limits())
    return TwoStep(
        pairs=int(program.of_people(chosen).sum()),
        links=int(program.of_links(chosen).sum()),
        tiers={
            tier.name: value
            for tier, value in zip(program.tiers, program.values(chosen), strict=True)
        },
    )


def rematch(
    former: Plan | PlanRecord,
    municipality: Municipality,
    policy: Policy | None = None,
    *,
    first: First = "coverage",
    solver: str = "auto",
    limits: Limits | None = None,
    watch: Watch = nobody,
) -> Plan:
    """Make a plan again of changed tables so that as few pairs as possible break.

    Parameters
    ----------
    former : the plan that stands now.
    policy : the rules as they are without a former plan.
    first : ``coverage``: nobody stays without a mentor for the sake of an old pair;
        ``stability``: no old pair breaks for the sake of someone without a mentor.
    solver, limits, watch : see :func:`match`.

    Raises
    ------
    InputError
        if the former plan is about another municipality, or see :func:`match`.
    NoSolverError
        see :func:`match`.
    """
    record = _record_of(former)
    check_town(municipality.about.name, {"plan.json": record.municipality})
    standing = tuple(
        FormerPair(
            person=person_of(pair.mentee, pair.programme),
            programme=pair.programme,
            mentor=pair.mentor,
        )
        for pair in record.pairs
    ) + tuple(
        FormerPair(person=helped, programme=link.programme, mentor=helper)
        for link in record.links
        for helped, helper in combinations(link.everyone, 2)
    )
    rules = (policy or default_policy()).with_former(record.kind, first)
    return solve(municipality, rules, record.kind, standing, solver, limits, watch)


def verify(
    plan: Plan | PlanRecord,
    municipality: Municipality,
    watch: Watch = nobody,
    workers: Workers | None = None,
) -> Verdict:
    """Check a plan against the tables, without any solver.

    Parameters
    ----------
    watch : told how far it is, where pairs are so many that they are held against prices by parts.
    workers : who holds those parts against prices; this process if not given.

    Raises
    ------
    InputError
        if workers are given for a plan whose pairs were listed.
    WorkersError
        if workers died too often, or none is left.
    """
    record = _record_of(plan)
    if workers is not None and record.route not in UNLISTED:
        raise InputError([Issue(Place("plan.json"), say_workers.LISTED(), say_workers.ALONE())])
    return verify_record(record, municipality, watch, workers)


def diff(old: Plan | PlanRecord, new: Plan | PlanRecord) -> Diff:
    """Say what changed from one plan to another.

    Two plan files are enough; a new plan with its tables also tells which mentors are gone.

    Raises
    ------
    InputError
        if the plans are about two municipalities or of two kinds, or the new one is not of
        these tables.
    """
    before, after = _record_of(old), _record_of(new)
    check_town(after.municipality, {"plan.json": before.municipality})
    if before.kind != after.kind:
        wrong = say_changes.OTHER_KIND()
        raise InputError([Issue(Place(), wrong, "", f"{before.kind}, {after.kind}")])
    if not isinstance(new, Plan):
        return compare(before, after)
    if after.input != new.municipality.fingerprint:
        raise InputError([Issue(Place(), say.OTHER_TABLES(), say.MAKE_AGAIN())])
    people = new.people.program.roster.mentor.position if new.people else {}
    return compare(before, after, people, new.municipality.school)


def _record_of(plan: Plan | PlanRecord) -> PlanRecord:
    return plan.record if isinstance(plan, Plan) else plan
