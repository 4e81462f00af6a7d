"""A plan with names again: pairs, who is left out, proof and reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from matchmaker import explain as reasons
from matchmaker.domain import Municipality
from matchmaker.errors import InputError, Issue, NoSolutionError, Place
from matchmaker.messages import plans as say
from matchmaker.pairs import Bools, MenteeUnit, MentorUnit
from matchmaker.policy import Policy
from matchmaker.program.answer import TierProof
from matchmaker.program.compile import Program, compile_program
from matchmaker.program.encode import encode, shown
from matchmaker.program.record import PlanRecord, read_proof
from matchmaker.verify import Verdict, verify

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class PairReasons:
    """Why a pair was proposed, or why not.

    Attributes
    ----------
    verdict : the answer in one sentence.
    rules : what each rule says of the pair and what it is worth.
    """

    mentee: str
    mentor: str
    programme: str
    chosen: bool
    eligible: bool
    verdict: str
    rules: list[reasons.RuleWords]


@dataclass(frozen=True, slots=True)
class MenteeReasons:
    """Why a mentee has this mentor, or none.

    Attributes
    ----------
    mentor : the mentor in the plan, or nothing.
    words : the answer in one sentence.
    pair : reasons of the pair, if there is one.
    removals : how each must narrowed the mentors down.
    candidates : how many mentors are eligible.
    others : the next best eligible mentors, with reasons.
    """

    mentee: str
    mentor: str | None
    words: str
    pair: PairReasons | None
    removals: list[reasons.Removal]
    candidates: int
    others: list[PairReasons]


class Plan:
    """Who mentors whom, with proof and reasons.

    Attributes
    ----------
    record : what the plan file holds.
    municipality : the tables the plan is read against.
    """

    def __init__(
        self, record: PlanRecord, municipality: Municipality, program: Program | None = None
    ) -> None:
        self.record = record
        self.municipality = municipality
        self._program = program
        self._said: dict[tuple[str, str], list[reasons.RuleWords]] = {}

    @property
    def status(self) -> str:
        """``optimal``, ``feasible``, ``infeasible`` or ``timeout``."""
        return self.record.status

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The pairs as (mentee, mentor)."""
        return [(pair.mentee, pair.mentor) for pair in self.record.pairs]

    def require(self) -> Plan:
        """The plan itself, if it keeps every must.

        Raises
        ------
        NoSolutionError
            if it does not; the message names the conflicts.
        """
        if self.record.status in {"infeasible", "timeout"}:
            raise NoSolutionError(
                "\n".join("; ".join(conflict.musts) for conflict in self.record.conflicts)
                or self.record.status
            )
        return self

    def verify(self, municipality: Municipality | None = None) -> Verdict:
        """Check the plan against the tables, without any solver."""
        return verify(self.record, municipality or self.municipality)

    def explain(self, mentee: str, mentor: str | None = None) -> PairReasons | MenteeReasons:
        """Say why this pair, why not that one, or why someone has no mentor.

        Raises
        ------
        InputError
            if there is no such mentee or mentor.
        """
        i = self._find(self.program.roster.mentee.units, mentee, say.UNKNOWN_MENTEE)
        if mentor is None:
            return self._mentee(i)
        return self._pair(
            i, self._find(self.program.roster.mentor.units, mentor, say.UNKNOWN_MENTOR)
        )

    def rules(self, mentee: str, mentor: str) -> list[reasons.RuleWords]:
        """What every rule says of one pair (by the keys the plan uses); kept once made."""
        if (mentee, mentor) not in self._said:
            roster = self.program.roster
            i, j = roster.mentee.position[mentee], roster.mentor.position[mentor]
            self._said[mentee, mentor] = reasons.rules_of(self.program, i, j)
        return self._said[mentee, mentor]

    def to_frame(self) -> pd.DataFrame:
        """The pairs as a table, one row each, with points per tier in columns."""
        import pandas as pd

        units = {unit.key: unit for unit in self._mentors}
        mentees = {unit.key: unit for unit in self.program.roster.mentee.units}
        rows = []
        for pair in self.record.pairs:
            mentee, mentor = mentees[pair.mentee], units[pair.mentor]
            rows.append(
                {
                    "mentee": pair.mentee,
                    "mentor": pair.mentor,
                    "programme": pair.programme,
                    "mentee_name": mentee.name,
                    "mentor_name": ", ".join(unit.name for unit in mentor.everyone),
                    "mentee_school": mentee.school.name,
                    "mentor_school": mentor.school.name,
                    **{f"points_{tier}": points for tier, points in pair.points.items()},
                    "status": pair.status,
                }
            )
        return pd.DataFrame(rows)

    def to_json(self) -> str:
        """The plan as the text of ``plan.json``."""
        return self.record.to_json()

    def __str__(self) -> str:
        tiers = ", ".join(f"{tier.title}: {tier.value}" for tier in self.record.tiers[1:])
        return (
            f"{self.record.notice}\n{self.record.municipality}: {len(self.record.pairs)} / "
            f"{self.record.mentees}, {self.record.status}\n{tiers}"
        )

    @cached_property
    def names(self) -> dict[str, str]:
        """What people and teams are called, by ID and by the key a plan uses."""
        there = self.municipality
        people = {person.id: shown(there, person.id).name for person in there.people}
        roster = self.program.roster
        mentees = {
            unit.key: people[unit.person.id]
            for unit in roster.mentee.units
            if isinstance(unit, MenteeUnit)
        }
        teams = {
            unit.key: ", ".join(people[member.key] for member in unit.everyone)
            for unit in self._mentors
        }
        return people | mentees | teams

    def called(self, key: str) -> str:
        """A name with its key where it is another; whoever is not in the tables has only a key."""
        name = self.names.get(key, key)
        return name if name == key else f"{name} ({key})"

    @cached_property
    def program(self) -> Program:
        """The candidate pairs and limits, compiled from the tables and the plan's policy."""
        if self._program is not None:
            return self._program
        roster = encode(self.municipality, self.policy, self.record.former)
        return compile_program(roster, self.policy)

    @cached_property
    def policy(self) -> Policy:
        """The policy that the plan was made by."""
        return Policy.from_plain(self.record.policy)

    @property
    def _mentors(self) -> list[MentorUnit]:
        return [unit for unit in self.program.roster.mentor.units if isinstance(unit, MentorUnit)]

    @cached_property
    def chosen(self) -> Bools:
        """Which candidate pairs the plan contains."""
        taken = {(pair.mentee, pair.mentor) for pair in self.record.pairs}
        roster = self.program.roster
        return np.array(
            [
                (roster.mentee.units[i].key, roster.mentor.units[j].key) in taken
                for i, j in zip(self.program.i.tolist(), self.program.j.tolist(), strict=True)
            ],
            dtype=np.bool_,
        )

    @cached_property
    def proof(self) -> list[TierProof]:
        """The prices of the plan, tier by tier; empty if they do not fit the tables."""
        closed = {tier.name: tier for tier in self.record.tiers}
        try:
            return [
                TierProof(
                    read_proof(self.program, part),
                    closed[part.tier].closed,
                    closed[part.tier].bound,
                )
                for part in self.record.proof
            ]
        except (ValueError, KeyError):
            return []

    def _find(self, units: Sequence[Any], words: str, unknown: Any) -> int:
        exact = [n for n, unit in enumerate(units) if unit.key == words]
        named = self.municipality.find_person(words)
        close = [n for n, unit in enumerate(units) if named and unit.person.id == named.id]
        found = exact or close
        if not found:
            raise InputError([Issue(Place(), unknown(who=words))])
        return found[0]

    def _pair(self, i: int, j: int) -> PairReasons:
        return PairReasons(**reasons.pair_words(self.program, self.chosen, self.proof, i, j))

    def _mentee(self, i: int) -> MenteeReasons:
        program = self.program
        mine = np.flatnonzero((program.i == i) & self.chosen)
        key = program.roster.mentee.units[i].key
        j = int(program.j[mine[0]]) if len(mine) else None
        others = reasons.alternatives(program, i, but=-1 if j is None else j)
        return MenteeReasons(
            mentee=key,
            mentor=None if j is None else program.roster.mentor.units[j].key,
            words=say.CHOSEN()
            if j is not None
            else reasons.left_out(program, self.chosen, i).words,
            pair=None if j is None else self._pair(i, j),
            removals=reasons.funnel(program, i)
            if program.roster.pair(i, 0).mentee.programme
            else [],
            candidates=int((program.i == i).sum()),
            others=[self._pair(i, other) for other in others],
        )
