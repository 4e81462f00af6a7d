"""People still to be made, as columns: who works where, how old, how experienced."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matchmaker.domain import OrganisationKind, School
from matchmaker.scenarios.draw import Bands, Bools, Ints, apportion, heavy_tail, up_to, within
from matchmaker.scenarios.plan import (
    YOUNG_MONTHS,
    Intake,
    MenteeRole,
    MentorRole,
    Plan,
    Post,
    Role,
)
from matchmaker.scenarios.subjects import Side

# Ages of the teachers under 35 (domain notes).
OTHER_YOUNG: Bands = ((24, 24, 5), (25, 29, 8), (30, 34, 10))
HEAD_AGES: Bands = ((38, 49, 50), (50, 62, 50))


@dataclass
class Cohort:
    """People of one side, as columns of equal length; months count to the reference date."""

    side: Side
    school: Ints
    """Position among the organisations."""
    posts: list[Post]
    ages: Ints
    total: Ints
    teaching: Ints
    here: Ints
    """Longest experience in the organisation there can be."""

    def __len__(self) -> int:
        return len(self.posts)


class Seats:
    """Where people sit: keeps one head and one deputy per organisation."""

    def __init__(self, rng: np.random.Generator, schools: Sequence[School]) -> None:
        self.rng = rng
        self.kinds = [school.kind for school in schools]
        self.of_kind = {
            kind: np.array([at for at, own in enumerate(self.kinds) if own is kind], dtype=np.int64)
            for kind in dict.fromkeys(self.kinds)
        }
        self.led: dict[Post, set[int]] = {"head": set(), "deputy": set()}
        self.mentees = np.zeros(len(schools), dtype=np.int64)
        self.alone = np.zeros(len(schools), dtype=bool)
        """Organisations that get no mentor."""

    def leave_alone(self, n: int, counts: Ints) -> None:
        """Give ``n`` organisations exactly one mentee, and later no mentor.

        The first kind, schools, is meant; ``counts`` of mentees change, their sum does not.
        """
        places = self.of_kind[self.kinds[0]]
        n = min(n, len(places) - 1)
        if n <= 0 or counts[places].sum() < 2 * n:
            return
        order = places[np.argsort(np.where(counts[places] > 0, counts[places], 99), kind="stable")]
        chosen, rest = order[:n], order[n:]
        for at in chosen:
            counts[rest[np.argmax(counts[rest])]] += counts[at] - 1
            counts[at] = 1
        self.alone[chosen] = True

    def own(self, kind: OrganisationKind) -> OrganisationKind:
        """The kind itself, or schools where the municipality has none of that kind."""
        return kind if kind in self.of_kind else self.kinds[0]

    def one_each(self, post: Post, n: int, among: Ints) -> list[int]:
        """Up to ``n`` organisations that have nobody in this post yet; now they do."""
        free = [int(at) for at in self.rng.permutation(among) if int(at) not in self.led[post]]
        self.led[post] |= set(free[:n])
        return free[:n]

    def fill(self, kinds: Sequence[OrganisationKind], posts: list[Post], counts: Ints) -> Ints:
        """An organisation for each person, so many in each; heads and deputies apart.

        A head for whom no organisation is left becomes a deputy, so ``posts`` may change.
        """
        school = np.zeros(len(posts), dtype=np.int64)
        for kind in dict.fromkeys(kinds):
            rows = [row for row, own in enumerate(kinds) if own is kind]
            slots = np.repeat(self.of_kind[kind], counts[self.of_kind[kind]]).tolist()
            left = set(rows)
            for post in ("head", "deputy"):
                leading = [row for row in rows if posts[row] == post]
                among = np.array(sorted(set(slots)), dtype=np.int64)
                for row, at in zip(leading, self.one_each(post, len(leading), among), strict=False):
                    school[row] = at
                    slots.remove(at)
                    left.discard(row)
            for row in sorted(left):
                posts[row] = "deputy" if posts[row] == "head" else posts[row]
            school[sorted(left)] = self.rng.permutation(np.array(slots, dtype=np.int64))
        return school


def expand(
    intakes: Sequence[Intake[Role]], total: int
) -> tuple[list[Role], list[OrganisationKind]]:
    """The role and the kind of organisation of each of ``total`` people."""
    roles: list[Role] = []
    kinds: list[OrganisationKind] = []
    for intake, count in zip(intakes, apportion([i.count for i in intakes], total), strict=True):
        roles += [intake.role] * count
        kinds += [intake.where] * count
    return roles, kinds


def _by_bands(rng: np.random.Generator, bands: Sequence[Bands]) -> Ints:
    """A number for each person from his or her own bands; equal bands are drawn jointly."""
    drawn = np.zeros(len(bands), dtype=np.int64)
    for one in dict.fromkeys(bands):
        rows = [row for row, own in enumerate(bands) if own == one]
        drawn[rows] = within(rng, one, len(rows))
    return drawn


def mentees(
    plan: Plan, seats: Seats, roles: Sequence[MenteeRole], kinds: Sequence[OrganisationKind]
) -> Cohort:
    """The mentees as columns, in the order of their roles."""
    rng, n = seats.rng, len(roles)
    kinds = [seats.own(kind) for kind in kinds]
    counts = np.zeros(len(seats.kinds), dtype=np.int64)
    for kind in dict.fromkeys(kinds):
        places = seats.of_kind[kind]
        empty = 0.0 if kind.outside else plan.empty
        number = sum(own is kind for own in kinds)
        counts[places] = heavy_tail(rng, len(places), number, empty=empty, most=plan.most)
    seats.leave_alone(plan.alone, counts)
    posts: list[Post] = [role.post for role in roles]
    school = seats.fill(kinds, posts, counts)
    seats.mentees += np.bincount(school, minlength=len(seats.kinds))
    teaching = _by_bands(
        rng, [plan.young_months if role.months is YOUNG_MONTHS else role.months for role in roles]
    )
    ages = _by_bands(rng, [role.ages for role in roles])
    learning = np.array([post == "student" for post in posts])
    ages = np.where(learning, ages, np.maximum(ages, 20 + -(-teaching // 12)))
    room = np.where(learning, 0, np.maximum((ages - 20) * 12 - teaching, 0))
    changed = (ages >= 35) | (rng.random(n) < 0.15)
    total = teaching + np.where(changed, up_to(rng, room), 0)
    here = np.array([840 if role.here is None else role.here for role in roles], dtype=np.int64)
    return Cohort("mentees", school, posts, ages, total, teaching, here)


def mentors(
    plan: Plan, seats: Seats, roles: Sequence[MentorRole], kinds: Sequence[OrganisationKind]
) -> Cohort:
    """The mentors as columns; they stand mostly where the mentees are."""
    rng, n = seats.rng, len(roles)
    kinds = [seats.own(kind) for kind in kinds]
    counts = np.zeros(len(seats.kinds), dtype=np.int64)
    for kind in dict.fromkeys(kinds):
        places = seats.of_kind[kind]
        places = places[~seats.alone[places]]
        weights = (0.5 + plan.near * seats.mentees[places]) * rng.uniform(0.6, 1.4, len(places))
        number = sum(own is kind for own in kinds)
        leading = sum(
            own is kind and role.post == "head" for own, role in zip(kinds, roles, strict=True)
        )
        free = [int(at) for at in rng.permutation(places) if int(at) not in seats.led["head"]]
        counts[free[:leading]] += 1
        rest = number - min(leading, len(free))
        if plan.alone:
            lacking = places[(seats.mentees[places] > 0) & (counts[places] == 0)][:rest]
            counts[lacking] += 1
            rest -= len(lacking)
        counts[places] += rng.multinomial(rest, weights / weights.sum())
    posts: list[Post] = [role.post for role in roles]
    school = seats.fill(kinds, posts, counts)
    ages, total = _grown_old(rng, roles)
    moved = rng.random(n) < 0.15
    cut = np.where(moved, up_to(rng, np.maximum(np.minimum(total * 3 // 10, total - 60), 0)), 0)
    return Cohort("mentors", school, posts, ages, total, total - cut, np.full(n, 840))


def _grown_old(rng: np.random.Generator, roles: Sequence[MentorRole]) -> tuple[Ints, Ints]:
    """Ages and total experience, the older the longer but for some noise."""
    ages = _by_bands(rng, [role.ages for role in roles])
    total = _by_bands(rng, [role.months for role in roles])
    for bands in dict.fromkeys((role.ages, role.months) for role in roles):
        rows = np.array([at for at, role in enumerate(roles) if (role.ages, role.months) == bands])
        noise = rng.normal(0.0, 0.03 * len(rows), len(rows))
        by_age = rows[np.argsort(np.argsort(np.argsort(ages[rows])) + noise, kind="stable")]
        total[by_age] = np.sort(total[rows])
    return ages, np.minimum(total, (ages - 20) * 12)


def others(plan: Plan, seats: Seats, mentees_count: int, network: int) -> Cohort:
    """Heads and deputies where there are none yet, teachers who are in no base.

    Of those under 35 all belong on the sheet, of the others only a part.
    """
    rng = seats.rng
    every = np.arange(network, dtype=np.int64)
    leading = {post: seats.one_each(post, network, every) for post in ("head", "deputy")}
    young, older = (round(share * mentees_count) for share in (plan.other_young, plan.other_older))
    posts: list[Post] = ["head"] * len(leading["head"])
    posts += ["deputy"] * len(leading["deputy"])
    n_leading = len(posts)
    posts += ["teacher"] * (young + older)
    school = np.r_[
        np.array([*leading["head"], *leading["deputy"]], dtype=np.int64),
        rng.integers(0, network, young + older),
    ]
    ages = np.r_[
        within(rng, HEAD_AGES, n_leading),
        within(rng, OTHER_YOUNG, young),
        within(rng, plan.older_ages, older),
    ]
    room = np.maximum((ages - 21) * 12, 38)
    teaching = 37 + up_to(rng, room - 37)
    experienced: Bools = ages >= 35
    teaching = np.where(experienced, np.maximum(teaching, room // 2), teaching)
    total = teaching + np.where(rng.random(len(posts)) < 0.2, up_to(rng, room - teaching), 0)
    return Cohort("all", school, posts, ages, total, teaching, np.full(len(posts), 840))
