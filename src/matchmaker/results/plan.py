"""A plan with names again: pairs, who is left out, proof and reasons."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from matchmaker import explain as reasons
from matchmaker.domain import Municipality
from matchmaker.domain.records import fold
from matchmaker.errors import InputError, Issue, NoSolutionError, Place
from matchmaker.messages import partners
from matchmaker.messages import plans as say
from matchmaker.pairs import Bools
from matchmaker.policy import Policy
from matchmaker.program.answer import TierProof
from matchmaker.program.asked import NOBODY, UNLISTED, Asked
from matchmaker.program.encode import shown
from matchmaker.program.encode_schools import PLATFORM
from matchmaker.program.parts import Part, links_of, people_of, program_of
from matchmaker.program.program import Program
from matchmaker.program.record import PlanRecord, read_proof
from matchmaker.results.link_graph import Link
from matchmaker.units import MenteeUnit, MentorUnit, SchoolUnit
from matchmaker.verify import Verdict, stated_points, verify

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
    about: Literal["people", "schools"] = "people"


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
    about: Literal["people", "schools"] = "people"


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
        self._said: dict[tuple[bool, str, str], list[reasons.RuleWords]] = {}

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
        if self.record.kind == "platform" and mentor is None and mentee != PLATFORM:
            mentee, mentor = PLATFORM, mentee
        part, i = self._who(mentee, "mentee")
        j = None if mentor is None else self._who(mentor, "mentor", part)[1]
        seen = self.seen(i)
        if seen is not self:
            assert seen.people is not None  # such a plan is about people
            part = seen.people
        return seen._mentee(part, i) if j is None else seen._pair(part, i, j)

    def seen(self, i: int) -> Plan:
        """The plan itself; if not all pairs are listed, with all candidate pairs of one mentee."""
        if self._asked is None:
            return self
        listed = self._asked.program(np.array([i]), *self._asked.named(self.record.pairs))
        return Plan(self.record, self.municipality, listed)

    def rules(self, mentee: str, mentor: str, part: Part | None = None) -> list[reasons.RuleWords]:
        """What every rule says of one pair (by the keys the plan uses); kept once made.

        Parameters
        ----------
        part : whose pair it is; if not given, the people's, in a plan about schools theirs.
        """
        part = part or self.people or self.schools
        assert part is not None  # a plan is about people, about schools or about both
        program = part.pairwise
        key = (program.roster.of_schools, mentee, mentor)
        if key not in self._said:
            roster = program.roster
            i, j = roster.mentee.position[mentee], roster.mentor.position[mentor]
            self._said[key] = reasons.rules_of(program, *part.in_order(i, j))
        return self._said[key]

    def columns(self) -> dict[str, list[Any]]:
        """The pairs column by column: who, in which programme, with how many points per tier."""
        pairs = self.record.pairs
        helped = {unit.key: unit for unit in self.program.roster.mentee.units}
        helping = {unit.key: unit for unit in self._mentors}
        mentees = [helped[pair.mentee] for pair in pairs]
        mentors = [helping[pair.mentor] for pair in pairs]
        tiers = pairs[0].points if pairs else ()
        return {
            "mentee": [pair.mentee for pair in pairs],
            "mentor": [pair.mentor for pair in pairs],
            "programme": [pair.programme for pair in pairs],
            "mentee_name": [unit.name for unit in mentees],
            "mentor_name": [", ".join(one.name for one in unit.everyone) for unit in mentors],
            "mentee_school": [unit.school.name for unit in mentees],
            "mentor_school": [unit.school.name for unit in mentors],
            **{f"points_{tier}": [pair.points[tier] for pair in pairs] for tier in tiers},
            "status": [pair.status for pair in pairs],
        }

    def to_frame(self) -> pd.DataFrame:
        """The pairs as a table, one row each, with points per tier in columns."""
        import pandas as pd

        # Else pandas keeps text in another way where pyarrow happens to be installed.
        with pd.option_context("mode.string_storage", "python"):
            return pd.DataFrame(self.columns())

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
        """What people, teams and schools are called, by ID and by the key a plan uses."""
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
        schools = {school.id: school.name for school in there.schools}
        linked = self.schools.program.roster if self.schools else None
        groups = (
            {unit.key: unit.name for unit in (*linked.mentee.units, *linked.mentor.units)}
            if linked
            else {}
        )
        return schools | groups | people | mentees | teams

    def called(self, key: str) -> str:
        """A name with its key where it is another; whoever is not in the tables has only a key."""
        name = self.names.get(key, key)
        return name if name == key else f"{name} ({key})"

    @cached_property
    def program(self) -> Program:
        """The candidate pairs and limits, compiled from the tables and the plan's policy.

        Where pairs were never all listed not all are there, but those of the plan are.
        """
        if self._program is not None:
            return self._program
        if self._asked is not None:
            return self._asked.program(NOBODY, *self._asked.named(self.record.pairs))
        record = self.record
        return program_of(self.municipality, self.policy, record.kind, record.former)

    @cached_property
    def _asked(self) -> Asked | None:
        return Asked.of_plan(self.record, self.municipality, self.policy)

    @cached_property
    def policy(self) -> Policy:
        """The policy that the plan was made by."""
        return Policy.from_plain(self.record.policy)

    @property
    def _mentors(self) -> list[MentorUnit]:
        return [unit for unit in self.program.roster.mentor.units if isinstance(unit, MentorUnit)]

    @cached_property
    def chosen(self) -> Bools:
        """Which candidates the plan contains, people and links in one. Shape: (pairs,)."""
        chosen = np.zeros(self.program.pairs, dtype=np.bool_)
        for part, lines in ((self.people, self.record.pairs), (self.schools, self.record.links)):
            if part is None:
                continue
            taken = {(line.mentee, line.mentor) for line in lines}
            roster, program = part.program.roster, part.program
            chosen[part.first : part.first + program.pairs] = [
                (roster.mentee.units[i].key, roster.mentor.units[j].key) in taken
                for i, j in zip(program.i.tolist(), program.j.tolist(), strict=True)
            ]
        return chosen

    @cached_property
    def people(self) -> Part | None:
        """The people of the plan, if it is about people."""
        return people_of(self.program)

    @cached_property
    def schools(self) -> Part | None:
        """The schools of the plan, if it is about schools."""
        return links_of(self.program)

    @cached_property
    def links(self) -> list[Link]:
        """The links of the plan, those of each group in turn; a platform has none."""
        part = self.schools
        if part is None or self.record.kind == "platform":
            return []
        roster, pairwise = part.pairwise.roster, part.pairwise
        kind: Literal["cooperation", "partnership"] = (
            "partnership" if roster.symmetric else "cooperation"
        )
        found = []
        place = {unit.key: n for n, unit in enumerate(roster.mentor.units)}
        standing = roster.ledgers.get("in_force")
        for line in self.record.links:
            members = [line.mentee, *(line.mentors or (line.mentor,))]
            for helped, helping in combinations(members, 2):
                i, j = roster.mentee.position[helped], place[helping]
                p = int(np.flatnonzero((pairwise.i == i) & (pairwise.j == j))[0])
                found.append(
                    Link(
                        start=helping,
                        end=helped,
                        kind=kind,
                        points=stated_points(pairwise, p),
                        in_force=standing is not None
                        and bool(roster.take([i], [j]).ledger_of(standing)[0]),
                    )
                )
        return found

    @cached_property
    def proof(self) -> list[TierProof]:
        """The prices of the plan, tier by tier; empty if they do not fit the tables.

        Where not all pairs are listed, prices say nothing of single pairs in a tier that they do
        not close: what all pairs gain there is not known.
        """
        if not self.record.proof:
            return []
        proofs = {part.tier: part for part in self.record.proof}
        unlisted, found = self.record.route in UNLISTED, []
        for tier in self.record.tiers:
            part = proofs.get(tier.name)
            if part is None or (unlisted and tier.closed != "prices"):
                found.append(TierProof(None, tier.closed, tier.bound))
                continue
            try:
                found.append(TierProof(read_proof(self.program, part), tier.closed, tier.bound))
            except ValueError:
                return []
        return found

    def _who(
        self, words: str, side: Literal["mentee", "mentor"], among: Part | None = None
    ) -> tuple[Part, int]:
        """Find a person or a school by ID or name on one side of the plan."""
        parts = [among] if among else [p for p in (self.people, self.schools) if p is not None]
        for part in parts:
            roster = part.pairwise.roster
            units = (roster.mentee if side == "mentee" else roster.mentor).units
            exact = [n for n, unit in enumerate(units) if unit.key == words]
            if part.program.roster.of_schools:
                close = [n for n, unit in enumerate(units) if fold(unit.school.name) == fold(words)]
            else:
                named = self.municipality.find_person(words)
                close = [
                    n
                    for n, unit in enumerate(units)
                    if named and not isinstance(unit, SchoolUnit) and unit.person.id == named.id
                ]
            if exact or close:
                return part, (exact or close)[0]
        unknown = say.UNKNOWN_MENTEE if side == "mentee" else say.UNKNOWN_MENTOR
        if all(part.program.roster.of_schools for part in parts):
            unknown = partners.UNKNOWN_SCHOOL
            known = {key for s in self.municipality.schools for key in (s.id, fold(s.name))}
            if self.record.kind == "cooperation" and {words, fold(words)} & known:
                unknown = partners.NOT_HELPED
        raise InputError([Issue(Place(), unknown(who=words))])

    def _pair(self, part: Part, i: int, j: int) -> PairReasons:
        said = reasons.pair_words(part, self.chosen, self.proof, i, j)
        return PairReasons(**said, about=_about(part))

    def _left_out(self, part: Part, i: int) -> str:
        holders = reasons.Holders(part.whole, part.whole.loads(self.chosen))
        return reasons.left_out(part, holders, i).words

    def _mentee(self, part: Part, i: int) -> MenteeReasons:
        roster = part.pairwise.roster
        mine = [p for p in part.candidates(i).tolist() if self.chosen[p + part.first]]
        with_ = [j for p in mine for j in part.others(p, i)]
        others = reasons.alternatives(part, i, but=with_)
        chosen = self._pair(part, i, with_[0]) if with_ else None
        return MenteeReasons(
            mentee=roster.mentee.units[i].key,
            mentor=roster.mentor.units[with_[0]].key if with_ else None,
            words=chosen.verdict if chosen else self._left_out(part, i),
            pair=chosen,
            removals=reasons.funnel(part.pairwise, i) if roster.programmes[i] else [],
            candidates=len({j for p in part.candidates(i).tolist() for j in part.others(p, i)}),
            others=[self._pair(part, i, other) for other in others],
            about=_about(part),
        )


def _about(part: Part) -> Literal["people", "schools"]:
    return "schools" if part.program.roster.of_schools else "people"
