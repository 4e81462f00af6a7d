"""The verbs: read, check, match, rematch, diff, verify; the command line says the same."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import version
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from matchmaker.domain import Municipality, Willing
from matchmaker.domain.records import fold
from matchmaker.errors import InputError, Issue, Place
from matchmaker.events import Compiled, Event, Finished, Routed, Watch, nobody
from matchmaker.explain import Removal, funnel, left_out
from matchmaker.io.policy_file import default_policy
from matchmaker.limits import Limits
from matchmaker.messages import changes as say_changes
from matchmaker.messages import partners as say_partners
from matchmaker.messages import plans as say
from matchmaker.pairs import Bools
from matchmaker.policy import SCHOOL_KINDS, Kind, Policy
from matchmaker.program.answer import Raw, Status
from matchmaker.program.compile import Program, compile_program
from matchmaker.program.encode import candidates_to_ask, encode
from matchmaker.program.joint import Joint
from matchmaker.program.parts import Part, links_of, people_of, program_of
from matchmaker.program.record import (
    Conflict,
    FormerPair,
    LeftOut,
    PairRecord,
    PlanRecord,
    TierRecord,
    mark_of,
    person_of,
    write_proof,
)
from matchmaker.results.diff import Diff, compare
from matchmaker.results.plan import Plan
from matchmaker.results.two_step import TwoStep
from matchmaker.rulebook import First, Use
from matchmaker.verify import Verdict, stated_points
from matchmaker.verify import verify as verify_record

if TYPE_CHECKING:
    from matchmaker.scenarios.base import Scenario


@dataclass(slots=True)
class Check:
    """What the tables allow, before anything is solved.

    Attributes
    ----------
    candidates : number of eligible mentors per mentee.
    alone : mentees without one eligible mentor, and which rules removed how many.
    to_ask : people who could mentor but were not asked yet.
    unkept : obligations that too few candidates can meet, whatever the solver does.
    """

    municipality: str
    mentees: int
    mentors: int
    pairs: int
    candidates: dict[str, int]
    alone: dict[str, list[Removal]]
    without_programme: list[str]
    to_ask: list[str]
    places: int
    unkept: list[str]
    warnings: list[Issue] = field(default_factory=list)


def load(source: Path | str, policy: Path | str | None = None) -> tuple[Municipality, Policy]:
    """Read tables and the policy that goes with them; the problems of both at once.

    Raises
    ------
    InputError
        with every problem of the tables and of the policy file.
    """
    from matchmaker.io import read
    from matchmaker.io.policy_file import policy_beside, read_policy

    issues: list[Issue] = []
    municipality: Municipality | None = None
    rules: Policy | None = None
    try:
        municipality = read(source)
    except InputError as error:
        issues += error.issues
    try:
        rules = read_policy(policy) if policy else policy_beside(source)
    except InputError as error:
        issues += error.issues
    if municipality is None or rules is None:
        raise InputError(issues)
    return municipality, rules


def check(municipality: Municipality, policy: Policy | None = None) -> Check:
    """Count candidates and name what cannot be paired whatever the solver does.

    Raises
    ------
    InputError
        if tables and policy do not fit together.
    """
    policy = policy or default_policy()
    program = compile_program(encode(municipality, policy), policy)
    counts = np.bincount(program.i, minlength=len(program.roster.mentee))
    names = [unit.key for unit in program.roster.mentee.units]
    placed = [bool(program.roster.pair(i, 0).mentee.programme) for i in range(len(names))]
    rows = program.rows
    short = np.flatnonzero(rows.hard & ~rows.optional & (rows.total < rows.lower))
    willing = np.unique(program.j)
    return Check(
        municipality=municipality.about.name,
        mentees=len(names),
        mentors=len(program.roster.mentor),
        pairs=program.pairs,
        candidates={name: int(n) for name, n in zip(names, counts, strict=True)},
        alone={
            name: funnel(program, i) for i, name in enumerate(names) if counts[i] == 0 and placed[i]
        },
        without_programme=[name for name, has in zip(names, placed, strict=True) if not has],
        to_ask=[person.id for person, _ in candidates_to_ask(municipality)],
        places=sum(program.roster.mentor.units[j].mentor.places or 0 for j in willing.tolist()),
        unkept=[program.words(int(row)) for row in short],
        warnings=list(municipality.warnings),
    )


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
    solver : ``auto`` (by the structure of the limits), ``flow``, ``mip``, ``cpsat``,
        ``greedy`` or ``deferred``.
    limits : wall clock or deterministic effort.
    watch : called with every event of the run.

    Raises
    ------
    InputError
        if tables and policy do not fit together, or there is no such solver.
    NoSolverError
        if the solver asked for cannot read the problem.
    """
    return _solve(municipality, policy or default_policy(), "pairs", (), solver, limits, watch)


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
    return _solve(municipality, policy or default_policy(), kind, (), solver, limits, watch)


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
    _check_same(record, municipality.about.name)
    standing = tuple(
        FormerPair(
            person=person_of(helped, pair.programme), programme=pair.programme, mentor=helper
        )
        for pair in record.pairs
        for helped, helper in ((pair.mentee, pair.mentor),)
    ) + tuple(
        FormerPair(person=helped, programme=link.programme, mentor=helper)
        for link in record.links
        for helped, helper in combinations(link.everyone, 2)
    )
    rules = (policy or default_policy()).with_former(record.kind, first)
    return _solve(municipality, rules, record.kind, standing, solver, limits, watch)


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
    _check_same(before, after.municipality)
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


def _check_same(record: PlanRecord, name: str) -> None:
    if fold(record.municipality) != fold(name):
        wrong = say_changes.OTHER_MUNICIPALITY()
        right = say_changes.EXPECTED(name=name)
        raise InputError([Issue(Place(), wrong, right, record.municipality)])


def _solve(
    municipality: Municipality,
    policy: Policy,
    kind: Kind,
    former: tuple[FormerPair, ...],
    solver: str,
    limits: Limits | None,
    watch: Watch,
) -> Plan:
    from matchmaker.solvers.auto import choose

    program = program_of(municipality, policy, kind, former)
    watch(
        Compiled(
            len(program.roster.mentee), len(program.roster.mentor), program.pairs, len(program.rows)
        )
    )
    route = choose(solver, program)
    watch(Routed(route.solver.name, route.reason))
    raw = route.solver.solve(program, limits or Limits(), watch)
    record = _record(
        municipality,
        policy,
        program,
        raw,
        route.solver.name,
        route.reason,
        _conflicts(program, raw),
    ).model_copy(update={"kind": kind, "former": former})
    watch(Finished(record.status))
    return Plan(record, municipality, program)


def _conflicts(program: Program, raw: Raw) -> tuple[Conflict, ...]:
    if program.values(raw.chosen)[0] == 0 or raw.proof[0].closed == "open":
        return ()
    from matchmaker.solvers.conflict import conflicts

    return conflicts(program, raw.chosen)


def _record(
    municipality: Municipality,
    policy: Policy,
    program: Program,
    raw: Raw,
    route: str,
    reason: str,
    named: tuple[Conflict, ...],
) -> PlanRecord:
    values = program.values(raw.chosen)
    return PlanRecord(
        notice=say.NOTICE(),
        fictional=bool(municipality.about.fictional),
        version=version("matchmaker"),
        municipality=municipality.about.name,
        reference_date=municipality.reference_date.isoformat(),
        input=municipality.fingerprint,
        policy=policy.to_plain(),
        status=_status(raw, values),
        route=route,
        route_reason=reason,
        mentees=len(program.roster.mentee),
        mentors=len(program.roster.mentor),
        candidate_pairs=program.pairs,
        gap=_gap(raw, values),
        tiers=tuple(
            TierRecord(
                name=tier.name,
                title=tier.words(),
                value=value,
                bound=part.bound,
                closed=part.closed,
            )
            for tier, value, part in zip(program.tiers, values, raw.proof, strict=True)
        ),
        pairs=tuple(_lines(municipality, people_of(program), raw.chosen)),
        unpaired=tuple(_left(people_of(program), raw.chosen)),
        links=tuple(_lines(municipality, links_of(program), raw.chosen)),
        unlinked=tuple(_left(links_of(program), raw.chosen)),
        proof=write_proof(program, raw.proof),
        conflicts=named,
    )


def _status(raw: Raw, values: tuple[int, ...]) -> Status:
    if values[0] < 0 and raw.proof[0].closed != "open":
        return "infeasible"
    return "optimal" if raw.proved else "feasible"


def _gap(raw: Raw, values: tuple[int, ...]) -> float | None:
    """The relative gap of the first tier that is not proved."""
    for value, part in zip(values, raw.proof, strict=True):
        if part.closed == "open":
            if part.bound is None:
                return None
            return round((part.bound - value) / max(1, abs(value), abs(part.bound)), 6)
    return 0.0


def _lines(municipality: Municipality, part: Part | None, chosen: Bools) -> list[PairRecord]:
    """The lines of a plan about its people or its schools."""
    if part is None:
        return []
    program, roster = part.program, part.program.roster
    records = []
    for p in np.flatnonzero(part.of(chosen)).tolist():
        i, j = int(program.i[p]), int(program.j[p])
        mentee, mentor = roster.mentee.units[i].key, roster.mentor.units[j]
        programme, points = roster.programmes[i], stated_points(program, p)
        records.append(
            PairRecord(
                mentee=mentee,
                mentor=mentor.key,
                mentors=tuple(member.key for member in getattr(mentor, "members", ())),
                programme=programme,
                points=points,
                mark=mark_of(municipality.fingerprint, mentee, mentor.key, programme, points),
            )
        )
    return records


def _left(part: Part | None, chosen: Bools) -> list[LeftOut]:
    """Who should have somebody and has nobody, and why."""
    if part is None:
        return []
    mine = part.of(chosen)
    return [left_out(part, chosen, i) for i in part.wanting() if not mine[part.candidates(i)].any()]


def verify(plan: Plan | PlanRecord, municipality: Municipality) -> Verdict:
    """Check a plan against the tables, without any solver."""
    return verify_record(_record_of(plan), municipality)


def read_plan(path: Path | str) -> PlanRecord:
    """Read a plan file.

    Raises
    ------
    InputError
        if the file is missing, is not JSON or is no plan.
    """
    from pydantic import ValidationError

    file = Path(path)
    try:
        return PlanRecord.model_validate_json(file.read_text("utf-8"))
    except OSError as error:
        raise InputError(
            [Issue(Place(file.name), say.BAD_PLAN_FILE(why=error.strerror or ""), value=str(path))]
        ) from error
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise InputError(
            [Issue(Place(file.name), say.BAD_PLAN_FILE(why=say.NOT_JSON()))]
        ) from error
    except ValidationError as error:
        issues = [
            Issue(
                Place(file.name, setting=".".join(str(part) for part in problem["loc"])),
                say.BAD_PLAN_FILE(why=problem["msg"]),
            )
            for problem in error.errors()
        ]
        raise InputError(issues) from error


def generate(
    name: str,
    out: Path | str,
    *,
    seed: int = 1,
    mentees: int | None = None,
    mentors: int | None = None,
    schools: int | None = None,
    form: str = "xlsx",
) -> Scenario:
    """Write the tables and the policy of an invented municipality into a folder.

    Raises
    ------
    InputError
        if there is no such scenario, a size makes no sense, or the folder is in use.
    """
    from matchmaker import scenarios
    from matchmaker.io import write
    from matchmaker.io.policy_file import NAME, write_policy
    from matchmaker.messages.io import WORKBOOK_NAME

    scenario = scenarios.generate(
        name, seed=seed, mentees=mentees, mentors=mentors, schools=schools
    )
    folder = Path(out)
    write(scenario.municipality, folder / WORKBOOK_NAME() if form == "xlsx" else folder, form)
    write_policy(scenario_policy(scenario), folder / NAME, fictional=True)
    return scenario


def scenario_policy(scenario: Scenario) -> Policy:
    """The default policy with the changes a scenario asks for."""
    changes = scenario.policy_changes
    uses = [Use.from_plain(dict(plain)) for plain in changes.get("rules", [])]
    policy = default_policy().replace_rules(uses, changes.get("drop", []))
    return policy.model_copy(update={"first": changes.get("first", policy.first)})


def doctor() -> dict[str, Any]:
    """Versions, machine, and whether each exact solver solves a tiny problem."""
    import os
    import platform
    import sys

    packages = (
        "ortools",
        "numpy",
        "pandas",
        "pydantic",
        "networkx",
        "python-calamine",
        "xlsxwriter",
    )
    return {
        "matchmaker": version("matchmaker"),
        "python": platform.python_version(),
        "system": platform.platform(),
        "cores": os.cpu_count(),
        "encoding": sys.stdout.encoding,
        "packages": {name: version(name) for name in packages},
        "solvers": {name: _try_solver(name) for name in ("flow", "mip", "cpsat")},
    }


def _try_solver(name: str) -> str:
    """Solve three people by two with one solver; ``ok`` or what went wrong."""
    from matchmaker.domain import About, Mentee, Mentor, Person, School

    people = [Person(id=f"p{n}", name=f"Person {n}", school="s") for n in range(5)]
    rows = [
        About(name="self-test", reference_date=date(2026, 9, 1)),
        School(id="s", name="School"),
        *people,
        *(Mentee(person=f"p{n}", programme="pair") for n in range(3)),
        *(Mentor(person=f"p{n}", places=1, willing=Willing.YES) for n in (3, 4)),
    ]
    policy = Policy.from_plain(
        {
            "tier": [{"name": "coverage", "title": "coverage"}],
            "programme": [{"name": "pair", "title": "pair"}],
            "rule": [
                {"must": "demand"},
                {"must": "places"},
                {"prefer": "served", "tier": "coverage"},
            ],
        }
    )
    try:
        plan = match(Municipality.build(rows), policy, solver=name)
    except Exception as error:  # a broken installation may raise anything
        return f"{type(error).__name__}: {error}"
    return "ok" if len(plan.pairs) == 2 and plan.status == "optimal" else plan.status


def run_record(started: float, events: list[Event]) -> dict[str, object]:
    """What ``run.json`` holds: clocks, versions and machine, kept out of the plan."""
    import platform

    names = ("matchmaker", "ortools", "numpy", "pydantic")
    return {
        "seconds": round(time.monotonic() - started, 3),
        "versions": {name: version(name) for name in names},
        "python": platform.python_version(),
        "system": platform.platform(),
        "events": [type(event).__name__ for event in events],
    }
