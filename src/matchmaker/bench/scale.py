"""How large a roster can be matched with a proof: an invented country, solved by columns."""

from __future__ import annotations

import time
from dataclasses import dataclass

from matchmaker.bench.country import country
from matchmaker.bench.machine import peak_mb
from matchmaker.events import Watch
from matchmaker.io.policy_file import default_policy
from matchmaker.limits import Limits
from matchmaker.policy import Policy
from matchmaker.program.asked import BRANCHING, COLUMNS
from matchmaker.program.layout import Layout
from matchmaker.solvers.branching import solve_by_branching
from matchmaker.solvers.columns import solve_by_columns
from matchmaker.workers import Workers


@dataclass(frozen=True, slots=True)
class Scale:
    """What a run came to.

    Attributes
    ----------
    route : ``columns`` where limits are a flow, ``branching`` where they are not.
    pairs : mentees times mentors; all were held against prices or excluded by a must.
    columns : pairs listed at the end.
    objective, bound : value of each tier by name, and the most it could be; nothing if unknown.
    seconds : by phase.
    peak_mb : largest memory of the process; nothing where the system does not tell. Unit: MB.
    """

    route: str
    status: str
    mentees: int
    mentors: int
    pairs: int
    rounds: int
    columns: int
    objective: dict[str, int]
    bound: dict[str, int | None]
    seconds: dict[str, float]
    peak_mb: float | None

    def to_json(self) -> dict[str, object]:
        """The answer in one object."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


def scale(
    mentees: int,
    mentors: int,
    seed: int,
    limits: Limits,
    watch: Watch,
    policy: Policy | None = None,
    workers: Workers | None = None,
) -> Scale:
    """Match an invented country under a policy.

    Parameters
    ----------
    policy : the default one if not given.
    workers : who holds pairs against prices; threads of this process if not given.
    """
    begun = time.monotonic()
    policy = policy or default_policy()
    roster = country(mentees, mentors, policy, seed)
    made = time.monotonic()
    objections = Layout(roster, policy).objections
    solve = solve_by_branching if objections else solve_by_columns
    solved = solve(roster, policy, limits, watch, workers)
    done = time.monotonic()
    program, raw = solved.program, solved.raw
    names = [tier.name for tier in program.tiers]
    return Scale(
        route=BRANCHING if objections else COLUMNS,
        status="optimal" if raw.proved else "feasible",
        mentees=mentees,
        mentors=mentors,
        pairs=mentees * mentors,
        rounds=solved.rounds,
        columns=solved.columns,
        objective=dict(zip(names, program.values(raw.chosen), strict=True)),
        bound={name: proof.bound for name, proof in zip(names, raw.proof, strict=True)},
        seconds={"generate": round(made - begun, 2)}
        | {name: round(spent, 2) for name, spent in solved.seconds.items()}
        | {"total": round(done - begun, 2)},
        peak_mb=peak_mb(),
    )
