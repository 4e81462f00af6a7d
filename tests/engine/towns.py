"""Towns of a few schools, and the default rules read once more: in plain Python, on records."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from random import Random
from typing import Any, TypeVar

from matchmaker.domain import (
    Distance,
    LinkKind,
    LinkState,
    MenteeCategory,
    Municipality,
    OrganisationKind,
    School,
    SchoolProfile,
    Technology,
    Willing,
)
from matchmaker.domain.records import Record
from tests.engine import small
from tests.rules.network import link, municipality, profile, school

T = TypeVar("T")
Pair = tuple[str, str]
Values = tuple[int, ...]

TOPICS = ("кадры", "климат", "оснащение", "мотивация")
SUBJECTS = ("физика", "химия", "пение")


# Towns.


def town(seed: int) -> Municipality:
    """Four to seven schools with all that the default rules ask about, drawn by chance."""
    draw = Random(seed)
    keys = [f"s{n}" for n in range(draw.randint(4, 7))]
    schools = [_school(draw, key) for key in keys]
    own = [row for row in schools if row.kind is OrganisationKind.SCHOOL]
    strong = [row.id for row in own if row.strong]
    asking = [row.id for row in own if row.asks]
    rows: list[Record] = [*schools, *(_profile(draw, key) for key in keys)]
    for one, other in combinations(keys, 2):
        if draw.random() < 0.4:
            rows.append(Distance(start=one, end=other, minutes=draw.randint(0, 110)))
        if draw.random() < 0.25:
            kind = draw.choice(tuple(LinkKind))
            state = draw.choice((LinkState.IN_FORCE, LinkState.FORBID, LinkState.ENDED))
            helping, helped = draw.sample((one, other), 2)
            rows.append(link(helping, helped, kind, state))
    if asking and strong and draw.random() < 0.5:
        helping = draw.choice([row.id for row in own if row.id != asking[0]])
        rows.append(link(helping, asking[0], state=LinkState.PIN))
    if len(strong) > 1 and draw.random() < 0.5:
        helping, helped = draw.sample(strong, 2)
        rows.append(link(helping, helped, LinkKind.PARTNERSHIP, LinkState.PIN))
    return municipality(*rows)


def _school(draw: Random, key: str) -> School:
    sort = draw.choice(("asks", "strong", "strong", "plain"))
    marks = {
        "asks": {"low_results": draw.random() < 0.5, "hard_context": True},
        "strong": draw.choice(({"stably_high": True}, {"resilient": True, "hard_context": True})),
        "plain": {},
    }[sort]
    kind = draw.choice([OrganisationKind.SCHOOL] * 9 + [OrganisationKind.KINDERGARTEN])
    return school(key, kind=kind, rural=draw.choice((True, False, None)), **marks)


def _profile(draw: Random, key: str) -> SchoolProfile:
    def some(words: Sequence[T]) -> frozenset[T]:
        return frozenset(draw.sample(words, draw.randint(0, 3)))

    return profile(
        key,
        consent=draw.choice([Willing.YES] * 6 + [Willing.NO, Willing.UNKNOWN]),
        legal_entity=draw.choice((None, None, "1", "2")),
        social_index=draw.choice((None, 20.0, 30.0, 60.0)),
        pupils=draw.choice((None, 100, 180, 700)),
        risk_profile=some(TOPICS),
        weak_subjects=some(SUBJECTS),
        strengths=some(TOPICS),
        strong_subjects=some(SUBJECTS),
        technologies=some(tuple(Technology)),
        practices=draw.choice((None, 0, 1, 5)),
        helped_at_most=draw.choice((None, 0, 1, 2)),
        helpers_wanted=draw.choice((1, 1, 2)),
        partners_at_most=draw.choice((None, 1, 2, 4)),
        max_minutes=draw.choice((None, None, 60)),
        remote=draw.choice((None, None, True, False)),
    )


def joint_town(seed: int) -> Municipality:
    """Three schools, s, b and h, with a few teachers and mentors each: pairs across them need links."""
    draw = Random(seed)
    keys = ("s", "b", "h")
    rows: list[Record] = [
        school("s", low_results=True),
        school("b", hard_context=draw.random() < 0.5),
        school("h", stably_high=True),
        *(
            profile(
                key,
                consent=draw.choice((Willing.YES, Willing.UNKNOWN, Willing.YES, Willing.NO)),
                strengths=frozenset(draw.sample(TOPICS, 2)),
                risk_profile=frozenset(draw.sample(TOPICS, 2)),
            )
            for key in keys
        ),
        School(id="u", name="Университет", kind=OrganisationKind.UNIVERSITY, agreement="1"),
    ]
    for key in ("m0", "m1"):
        rows += [person(key, draw.choice(keys)), small.mentor(key, places=draw.randint(1, 2))]
    for key in ("n0", "n1", "n2"):
        rows += [person(key, draw.choice(keys)), young(key, mentors=draw.choice((1, 1, 2)))]
    if draw.random() < 0.3:
        rows.append(link("h", "s", state=draw.choice((LinkState.PIN, LinkState.FORBID))))
    if draw.random() < 0.5:
        rows.append(link("b", "s", state=LinkState.IN_FORCE))
    return small.municipality(*rows)


def person(key: str, at: str, **facts: Any) -> Record:
    """Someone of this school: mentors have worked long, the others begin."""
    months = 300 if key.startswith("m") else 3
    return small.person(key, at, **{"experience_teaching": months, **facts})


def young(key: str, **facts: Any) -> Record:
    return small.mentee(key, category=MenteeCategory.YOUNG, **facts)


# The default rules, read again.


class Reading:
    """What the default rules say of two schools."""

    def __init__(self, town: Municipality, kind: LinkKind) -> None:
        self.town, self.kind = town, kind
        self.schools = [s for s in town.schools if s.kind is OrganisationKind.SCHOOL]
        self.roads = {frozenset((d.start, d.end)): d.minutes for d in town.distances}

    def stated(self, state: LinkState) -> set[Pair]:
        """The links of this kind in this state, as (helped, helping); of equals in order."""
        return {
            self.two(row.helped, row.helping)
            for row in self.town.links
            if row.kind is self.kind and row.state is state
        }

    def two(self, helped: str, helping: str) -> Pair:
        if self.kind is LinkKind.COOPERATION:
            return helped, helping
        return min(helped, helping), max(helped, helping)

    def minutes(self, one: str, other: str) -> int | None:
        """How long the road is that counts; nothing if it is too long."""
        here, there = self.town.profile[one], self.town.profile[other]
        asks = here.remote and there.remote is not False
        if self.kind is LinkKind.PARTNERSHIP:
            asks = asks or (there.remote and here.remote is not False)
        known = self.roads.get(frozenset((one, other)))
        if asks:
            away = 0
        elif known is None:
            return 45
        else:
            away = known
        own = [90, *(p.max_minutes for p in (here, there) if p.max_minutes is not None)]
        return away if away <= (90 if known is None else min(own)) else None

    def may(self, helped: str, helping: str) -> bool:
        here, there = self.town.profile[helped], self.town.profile[helping]
        return (
            helped != helping
            and here.consent is there.consent is Willing.YES
            and (here.legal_entity is None or here.legal_entity != there.legal_entity)
            and self.two(helped, helping) not in self.stated(LinkState.FORBID)
            and self.minutes(helped, helping) is not None
        )

    def road(self, links: Sequence[Pair]) -> int:
        """Points of the roads: one for each ten minutes nearer than the limit."""
        return sum((90 - (self.minutes(a, b) or 0)) // 10 + 1 for a, b in links)

    def unkept(self, links: Sequence[Pair]) -> int:
        return len(self.stated(LinkState.PIN) - set(links))


def context(town: Municipality, one: str, other: str) -> int:
    """Points for like conditions (nothing is known of special needs and mother tongues)."""
    here, there = town.profile[one], town.profile[other]
    rural, other_rural = town.school[one].rural, town.school[other].rural
    points = 2 * (rural is not None and rural == other_rural)
    if here.pupils and there.pupils:
        points += 2 * min(here.pupils, there.pupils) >= max(here.pupils, there.pupils)
    if here.social_index is not None and there.social_index is not None:
        points += 2 * (abs(here.social_index - there.social_index) <= 15)
    return points


def within(
    everything: Sequence[T], load: Callable[[T], Mapping[str, int]], room: Mapping[str, int]
) -> Iterator[tuple[T, ...]]:
    """Every choice of some of these things that keeps within the room."""
    if not everything:
        yield ()
        return
    first, *rest = everything
    yield from within(rest, load, room)
    needed = load(first)
    if all(room[key] >= n for key, n in needed.items()):
        left = {key: n - needed.get(key, 0) for key, n in room.items()}
        for chosen in within(rest, load, left):
            yield (first, *chosen)


def cooperations(town: Municipality) -> Iterator[tuple[tuple[Pair, ...], Values]]:
    """Every plan of cooperation as (helped, helping), and its values."""
    read = Reading(town, LinkKind.COOPERATION)
    helped = [s.id for s in read.schools if s.asks]
    able = [(a, s.id) for a in helped for s in read.schools if s.strong and read.may(a, s.id)]
    room: dict[str, int] = {}
    for key, facts in town.profile.items():
        room[f"wants {key}"] = facts.helpers_wanted
        room[f"helps {key}"] = 2 if facts.helped_at_most is None else facts.helped_at_most
    for links in within(able, lambda two: {f"wants {two[0]}": 1, f"helps {two[1]}": 1}, room):
        fit = 0
        for a, b in links:
            asks, shows = town.profile[a], town.profile[b]
            fit += 10 * len(asks.risk_profile & shows.strengths)
            fit += 8 * len(asks.weak_subjects & shows.strong_subjects)
            fit += 3 * context(town, a, b)
        goes_on = len(set(links) & read.stated(LinkState.IN_FORCE))
        covered = len({a for a, _ in links})
        yield links, (-read.unkept(links), covered, goes_on, fit, read.road(links))


def partnerships(town: Municipality, largest: int = 2) -> Iterator[tuple[tuple[Pair, ...], Values]]:
    """Every plan of partnerships as pairs in order, those of groups too, and its values."""
    read = Reading(town, LinkKind.PARTNERSHIP)
    strong = sorted(s.id for s in read.schools if s.strong)
    old = read.stated(LinkState.IN_FORCE)
    groups = [
        group
        for size in range(2, largest + 1)
        for group in combinations(strong, size)
        if all(read.may(a, b) and (a, b) not in old for a, b in combinations(group, 2))
    ]
    room = {f"{a} and {b}": 1 for a, b in combinations(strong, 2)}
    for key, facts in town.profile.items():
        room[key] = 2 if facts.partners_at_most is None else facts.partners_at_most

    def load(group: tuple[str, ...]) -> Mapping[str, int]:
        twos = {f"{a} and {b}": 1 for a, b in combinations(group, 2)}
        return twos | dict.fromkeys(group, 1)

    for chosen in within(groups, load, room):
        links = tuple(two for group in chosen for two in combinations(group, 2))
        fit = 0
        for a, b in links:
            here, there = town.profile[a], town.profile[b]
            if (here.strengths or here.strong_subjects) and (
                there.strengths or there.strong_subjects
            ):
                fit += len(here.strengths ^ there.strengths)
                fit += len(here.strong_subjects ^ there.strong_subjects)
        alone = len(set(strong) - {key for two in links for key in two})
        yield links, (-read.unkept(links), -alone, fit, read.road(links))


def platforms(town: Municipality) -> Iterator[tuple[tuple[str, ...], Values]]:
    """Every choice of schools for the platform, and its values."""
    able = [
        key
        for key, facts in town.profile.items()
        if town.school[key].kind is OrganisationKind.SCHOOL
        and facts.technologies
        and facts.consent is not Willing.NO
    ]
    for size in range(len(able) + 1):
        for chosen in combinations(able, size):
            had = {one for key in chosen for one in town.profile[key].technologies}
            short = max(0, 5 - size) + 3 - len(had)
            shown = sum(town.profile[key].practices or 0 for key in chosen)
            yield chosen, (-short, -size, shown)
