"""Pairs of past years, contests and decisions of the curator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from matchmaker.domain import (
    Contest,
    ContestLevel,
    ContestResult,
    Decision,
    DecisionKind,
    Mentee,
    Mentor,
    MentorKind,
    Outcome,
    PastPair,
    Person,
    Reason,
    Status,
    Verdict,
    Willing,
)
from matchmaker.scenarios.draw import coins, kinds, pick

WINNERS = 0.09
"""Share of mentors who won or were placed in a contest (domain notes)."""
ENTRANTS = 0.02
"""Share of mentors who only took part (general knowledge)."""
CONTESTS = ("Мастер урока", "Лучшие практики наставничества", "Педагогический старт")
AUTHOR = "муниципальный координатор"

Chances = dict[str, list[str]]
"""Mentors (IDs) whom a mentee (ID) could well have had."""


def chances(
    people: Mapping[str, Person], mentors: Sequence[Mentor], mentees: Sequence[Mentee]
) -> Chances:
    """For each ordinary mentee, the willing teachers of the same organisation who suit.

    Those of the same subject, or where there is none, of the same level of education.
    """
    near: dict[str, list[Mentor]] = {}
    for mentor in mentors:
        person = people[mentor.person]
        if (
            mentor.willing is Willing.YES
            and mentor.kind is MentorKind.TEACHER
            and mentor.interview in (Verdict.ADMITTED, None)
            and not mentor.programmes
            and person.status is Status.WORKING
            and (person.experience_teaching or 0) >= 60
        ):
            near.setdefault(person.school, []).append(mentor)
    found = {}
    for mentee in mentees:
        if mentee.programme is not None or mentee.declined:
            continue
        person = people[mentee.person]
        own = [
            mentor.person
            for mentor in near.get(person.school, [])
            if people[mentor.person].levels & person.levels
            and (mentee.format is None or mentee.format in mentor.formats)
        ]
        same = [one for one in own if people[one].subjects & person.subjects]
        if own:
            found[mentee.person] = same or own
    return found


def past_pairs(
    rng: np.random.Generator,
    people: Mapping[str, Person],
    mentors: Mapping[str, Mentor],
    possible: Chances,
    count: int,
) -> list[PastPair]:
    """``count`` pairs of last year that are not finished; only of those who were here.

    Nobody has more such mentees than places. Where possible pairs run out, there are fewer.
    """
    order = sorted(one for one in possible if (people[one].experience_school or 0) >= 12)
    taken: dict[str, int] = {}
    chosen: dict[str, str] = {}
    for at in rng.permutation(len(order)).tolist():
        mentee = order[at]
        free = [one for one in possible[mentee] if taken.get(one, 0) < (mentors[one].places or 0)]
        if free and len(chosen) < count:
            chosen[mentee] = free[int(rng.integers(len(free)))]
            taken[chosen[mentee]] = taken.get(chosen[mentee], 0) + 1
    return [
        PastPair(
            school_year="2025/2026",
            mentor=mentor,
            mentee=mentee,
            programme="young-teacher",
            started=date(2025, 10, 1),
            outcome=Outcome.UNFINISHED,
        )
        for mentee, mentor in chosen.items()
    ]


def finished_pairs(
    rng: np.random.Generator, former: Sequence[str], mentors: Sequence[str], count: int
) -> list[PastPair]:
    """Pairs of two years ago that ended; their mentees are in no base any more."""
    count = min(count, len(former))
    who = [former[int(at)] for at in rng.permutation(len(former))[:count]]
    whom = rng.integers(0, len(mentors), count)
    outcome = pick(rng, [(Outcome.FINISHED, 85), (Outcome.STOPPED, 15)], count)
    return [
        PastPair(
            school_year="2024/2025",
            mentor=mentors[int(at)],
            mentee=one,
            programme="young-teacher",
            started=date(2024, 10, 1),
            ended=date(2025, 5, 30) if how is Outcome.FINISHED else date(2025, 2, 3),
            outcome=how,
        )
        for one, at, how in zip(who, whom, outcome, strict=True)
    ]


def decisions(
    rng: np.random.Generator,
    mentors: Mapping[str, Mentor],
    people: Mapping[str, Person],
    possible: Chances,
    past: Sequence[PastPair],
    pins: int,
    bans: int,
) -> list[Decision]:
    """Pins of pairs that can be, within the places of the mentors, and bans of others."""
    before = {pair.mentee: pair.mentor for pair in past}
    order = sorted(possible)
    order = [order[int(at)] for at in rng.permutation(len(order))]
    taken: dict[str, int] = {}
    made: list[Decision] = []
    for mentee in order:
        if len(made) >= pins:
            break
        offered = [before[mentee]] if mentee in before else possible[mentee]
        free = [
            one
            for one in offered
            if taken.get(one, 0) < (mentors[one].places or 0)
            and people[one].status is people[mentee].status is Status.WORKING
            and people[mentee].school not in people[one].attests
        ]
        if not free:
            continue
        mentor = free[int(rng.integers(len(free)))]
        taken[mentor] = taken.get(mentor, 0) + 1
        reason = Reason.CONTINUES if mentee in before else Reason.AGREED
        made.append(_decided(DecisionKind.PIN, mentor, mentee, reason))
    pinned = {decision.mentee for decision in made}
    rest = [one for one in order if one not in pinned and one not in before][:bans]
    reasons = pick(
        rng, [(Reason.BY_REQUEST, 5), (Reason.CURATOR, 4), (Reason.KINSHIP, 1)], len(rest)
    )
    for mentee, reason in zip(rest, reasons, strict=True):
        mentor = possible[mentee][int(rng.integers(len(possible[mentee])))]
        made.append(_decided(DecisionKind.FORBID, mentor, mentee, reason))
    return made


def _decided(kind: DecisionKind, mentor: str, mentee: str, reason: Reason) -> Decision:
    return Decision(
        kind=kind, mentor=mentor, mentee=mentee, reason=reason, author=AUTHOR, day=date(2026, 8, 28)
    )


def contests(rng: np.random.Generator, mentors: Sequence[str]) -> list[Contest]:
    """Results of mentors in professional contests; every ninth or so of a hundred won."""
    n = len(mentors)
    won = kinds(rng, (1 - WINNERS - ENTRANTS, WINNERS, ENTRANTS), n)
    winner = pick(
        rng,
        [(ContestResult.WINNER, 3), (ContestResult.RUNNER_UP, 4), (ContestResult.LAUREATE, 3)],
        n,
    )
    level = pick(
        rng,
        [(ContestLevel.MUNICIPAL, 75), (ContestLevel.REGIONAL, 22), (ContestLevel.FEDERAL, 3)],
        n,
    )
    year, name = rng.integers(2019, 2027, n), kinds(rng, [1] * len(CONTESTS), n)
    high = coins(rng, 0.5, n)
    return [
        Contest(
            person=person,
            name=CONTESTS[int(name[row])],
            year=int(year[row]) - (1 if high[row] and year[row] == 2026 else 0),
            level=level[row],
            result=winner[row] if won[row] == 1 else ContestResult.ENTRANT,
        )
        for row, person in enumerate(mentors)
        if won[row]
    ]
