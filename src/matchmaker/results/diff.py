"""What changed from one plan to another, told from the two plan files alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import Any, Literal

from matchmaker.program.record import PairRecord, PlanRecord, person_of

Place = tuple[str, str]
"""Whom a pair helps: a person in one programme."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A pair that stands in both plans."""

    mentee: str
    mentor: str
    programme: str


@dataclass(frozen=True, slots=True)
class Change:
    """A mentee in one programme whose mentors are not the same.

    Attributes
    ----------
    mentee : the key in the new plan, or in the old one where the new has no pair.
    before : mentors who help no more. A team counts by its name.
    after : mentors who did not help before.
    """

    mentee: str
    programme: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def kind(self) -> Literal["moved", "new", "ended"]:
        """Another mentor, one more pair, or a pair that ended."""
        if not self.before:
            return "new"
        return "moved" if self.after else "ended"

    @property
    def person(self) -> str:
        """The ID of the mentee."""
        return person_of(self.mentee, self.programme)


@dataclass(frozen=True, slots=True)
class Gone:
    """Someone of the old plan who is not in the tables of the new one."""

    side: Literal["mentee", "mentor"]
    who: str


@dataclass(frozen=True, slots=True)
class TierChange:
    """The value of a tier in both plans; nothing where a plan does not have the tier."""

    name: str
    title: str
    old: int | None
    new: int | None


@dataclass(frozen=True, slots=True)
class Diff:
    """What changed from one plan to another.

    Every pair of the old plan is among the kept, the moved or the ended; every pair of the
    new one among the kept, the moved or the new.

    Attributes
    ----------
    kept : the same mentee, mentor and programme.
    changes : mentees whose mentors are not the same.
    gone : people who left the tables, where this can be told.
    tiers : values of the tiers in both plans.
    """

    kept: tuple[Kept, ...]
    changes: tuple[Change, ...]
    gone: tuple[Gone, ...]
    tiers: tuple[TierChange, ...]

    @property
    def moved(self) -> tuple[Change, ...]:
        """Mentees with another mentor than before."""
        return tuple(change for change in self.changes if change.kind == "moved")

    @property
    def new(self) -> tuple[Change, ...]:
        """Mentees with a mentor who comes in nobody's place."""
        return tuple(change for change in self.changes if change.kind == "new")

    @property
    def ended(self) -> tuple[Change, ...]:
        """Mentees without a mentor they had, and without another in that place."""
        return tuple(change for change in self.changes if change.kind == "ended")

    def to_plain(self, why: Callable[[Change], str] | None = None) -> dict[str, Any]:
        """The changes as plain data; with a reason for each former pair where one is given."""

        def plain(change: Change) -> dict[str, Any]:
            facts: dict[str, Any] = {
                "mentee": change.mentee,
                "programme": change.programme,
                "from": list(change.before),
                "to": list(change.after),
            }
            return facts | ({"why": why(change)} if why and change.before else {})

        return {
            "kept": [asdict(one) for one in self.kept],
            "moved": [plain(change) for change in self.moved],
            "new": [plain(change) for change in self.new],
            "ended": [plain(change) for change in self.ended],
            "gone": [asdict(one) for one in self.gone],
            "tiers": [asdict(tier) for tier in self.tiers],
        }


def compare(
    old: PlanRecord,
    new: PlanRecord,
    mentors: Collection[str] | None = None,
    schools: Collection[str] = (),
) -> Diff:
    """Say what changed from one plan to another; links of schools count as pairs do.

    Of schools that agree as equals, the first counts as the one that is helped.

    Parameters
    ----------
    mentors : every mentor in the tables of the new plan; a plan file names only those who
        have pairs, so without this nobody can tell which mentors, or schools, are gone.
    schools : every school in these tables.
    """
    before, after = _mentors_of(old), _mentors_of(new)
    key = {place: mentee for record in (old, new) for place, mentee, _ in _twos(record)}
    kept, changes = [], []
    for place in sorted(key):
        had, has = before.get(place, set()), after.get(place, set())
        kept += [Kept(key[place], mentor, place[1]) for mentor in sorted(had & has)]
        if had != has:
            lost, gained = tuple(sorted(had - has)), tuple(sorted(has - had))
            changes.append(Change(key[place], place[1], lost, gained))
    gone = _gone(old, new, mentors)
    if mentors is not None:
        gone += _gone_schools(old, schools)
    return Diff(tuple(kept), tuple(changes), gone, _tiers(old, new))


def _place(pair: PairRecord) -> Place:
    return person_of(pair.mentee, pair.programme), pair.programme


def _twos(record: PlanRecord) -> Iterator[tuple[Place, str, str]]:
    """Whom each pair or link helps, by its place and its key, and who helps."""
    for pair in record.pairs:
        yield _place(pair), pair.mentee, pair.mentor
    for link in record.links:
        for helped, helping in combinations(link.everyone, 2):
            yield (helped, link.programme), helped, helping


def _mentors_of(record: PlanRecord) -> dict[Place, set[str]]:
    found: dict[Place, set[str]] = defaultdict(set)
    for place, _, mentor in _twos(record):
        found[place].add(mentor)
    return found


def _gone_schools(old: PlanRecord, schools: Collection[str]) -> tuple[Gone, ...]:
    """Schools of the old plan that left the tables; the platform never stood in them."""
    helped = {link.mentee for link in old.links if old.kind != "platform"}
    helping = {who for link in old.links for who in link.everyone[1:]} - helped
    sides: tuple[tuple[Literal["mentee", "mentor"], set[str]], ...]
    sides = ("mentee", helped), ("mentor", helping)
    return tuple(Gone(side, who) for side, all_ in sides for who in sorted(all_ - set(schools)))


def _gone(old: PlanRecord, new: PlanRecord, mentors: Collection[str] | None) -> tuple[Gone, ...]:
    there = _mentees(new)
    gone = [
        Gone("mentee", who)
        for who in sorted(_mentees(old) - there)
        if not any(_perhaps_one(who, key) for key in there)
    ]
    if mentors is not None:
        had = {pair.mentor for pair in old.pairs}
        gone += [Gone("mentor", who) for who in sorted(had - set(mentors))]
    return tuple(gone)


def _mentees(record: PlanRecord) -> set[str]:
    """Everyone a plan speaks of: IDs of those in pairs, keys of those left out."""
    return {_place(pair)[0] for pair in record.pairs} | {one.mentee for one in record.unpaired}


def _perhaps_one(one: str, other: str) -> bool:
    """Whether two keys may be the same person: of those left out no programme is written."""
    return one.startswith(f"{other} / ") or other.startswith(f"{one} / ")


def _tiers(old: PlanRecord, new: PlanRecord) -> tuple[TierChange, ...]:
    before = {tier.name: tier for tier in old.tiers}
    after = {tier.name: tier for tier in new.tiers}
    return tuple(
        TierChange(
            name,
            tier.title,
            before[name].value if name in before else None,
            after[name].value if name in after else None,
        )
        for name, tier in (after | {n: t for n, t in before.items() if n not in after}).items()
    )
