"""The whole of a plan's program, and its parts: people and schools."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matchmaker.domain import Municipality
from matchmaker.pairs import Bools, Ints
from matchmaker.policy import Kind, Policy
from matchmaker.program.compile import compile_program
from matchmaker.program.encode import encode
from matchmaker.program.encode_schools import encode_schools
from matchmaker.program.groups import Grouped, grouped
from matchmaker.program.joint import Joint, join
from matchmaker.program.program import Program
from matchmaker.program.record import FormerPair
from matchmaker.units import SchoolUnit


def program_of(
    municipality: Municipality,
    policy: Policy,
    kind: Kind = "pairs",
    former: Sequence[FormerPair] = (),
) -> Program:
    """Write one kind of plan about a municipality as a program.

    Raises
    ------
    InputError
        if tables and policy do not fit together.
    """
    if kind == "pairs":
        return compile_program(encode(municipality, policy, former), policy)
    roster = encode_schools(municipality, policy, kind, former)
    if kind == "joint":
        # Pairs and links count in the same tiers, in the order the joint plan settles them.
        tiers = policy.joint_order[1:]
        people = policy.model_copy(update={"first": "listed", "tiers": tiers})
        return join(
            compile_program(encode(municipality, policy, former), people),
            compile_program(roster, policy.joint.model_copy(update={"tiers": tiers})),
        )
    links = compile_program(roster, policy.book(kind))
    if kind == "partnership" and policy.partnership.largest_group > 2:
        return grouped(links, policy.partnership.largest_group)
    return links


@dataclass(frozen=True, eq=False)
class Part:
    """People, or schools: a program of their own, and where its pairs begin in the whole."""

    whole: Program
    program: Program
    first: int

    def of(self, chosen: Bools) -> Bools:
        """What is chosen of this part. Shape: (pairs of the part,)."""
        return chosen[self.first : self.first + self.program.pairs]

    @property
    def pairwise(self) -> Program:
        """The program whose candidates are pairs, where this one's are groups."""
        return self.program.base if isinstance(self.program, Grouped) else self.program

    @cached_property
    def _members(self) -> list[frozenset[int]]:
        """Of a symmetric program: the positions of all schools of each candidate."""
        program = self.program
        place = program.roster.mentee.position
        sides = [
            frozenset(place[member.key] for member in unit.everyone)  # type: ignore[union-attr]
            for unit in program.roster.mentor.units
        ]
        return [sides[j] | {i} for i, j in zip(program.i.tolist(), program.j.tolist(), strict=True)]

    def candidates(self, i: int, j: int | None = None) -> Ints:
        """Candidates of the part for one helped, or for one pair, on whichever side."""
        program = self.program
        if not program.roster.symmetric:  # candidates are ordered by the one who is helped
            mine = np.arange(*np.searchsorted(program.i, [i, i + 1]))
            return mine if j is None else mine[program.j[mine] == j]
        if i == j:
            return np.zeros(0, dtype=np.int64)
        wanted = {i} if j is None else {i, j}
        return np.array(
            [p for p, members in enumerate(self._members) if wanted <= members], dtype=np.int64
        )

    def others(self, p: int, i: int) -> list[int]:
        """Who stands with ``i`` in a candidate: the helper, or the other equals."""
        if not self.program.roster.symmetric:
            return [int(self.program.j[p])]
        return sorted(self._members[p] - {i})

    def in_order(self, i: int, j: int) -> tuple[int, int]:
        """A pair the way it stands in the program: of equals, the first one first."""
        return (min(i, j), max(i, j)) if self.program.roster.symmetric else (i, j)

    def wanting(self) -> list[int]:
        """Positions of those who are left out if they have nobody."""
        roster = self.program.roster
        return [
            i
            for i, unit in enumerate(roster.mentee.units)
            if not isinstance(unit, SchoolUnit)
            or (unit.school.strong if roster.symmetric else unit.school.asks)
        ]


def people_of(program: Program) -> Part | None:
    """The people of a program, if it is about people."""
    if isinstance(program, Joint):
        return Part(program, program.people, 0)
    return None if program.roster.of_schools else Part(program, program, 0)


def links_of(program: Program) -> Part | None:
    """The schools of a program, if it is about schools."""
    if isinstance(program, Joint):
        return Part(program, program.links, program.people.pairs)
    return Part(program, program, 0) if program.roster.of_schools else None


def parts_of(program: Program) -> list[Program]:
    """The programs of pairs that a program is made of: people, schools, or both."""
    return [part.pairwise for part in (people_of(program), links_of(program)) if part is not None]
