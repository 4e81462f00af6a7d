"""Profiles of schools: their context, their subjects, whom they are ready to help."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from matchmaker.domain import School, SchoolProfile, Willing
from matchmaker.scenarios.draw import Options, coins, pick
from matchmaker.scenarios.schools import TOPICS, Network

CONSENTS: Options[Willing] = ((Willing.YES, 78), (Willing.UNKNOWN, 16), (Willing.NO, 6))
# How often help is asked in a subject with an examination (general knowledge).
SUBJECTS: Options[str] = (
    ("математика", 26),
    ("русский язык", 20),
    ("обществознание", 12),
    ("физика", 10),
    ("английский язык", 8),
    ("биология", 7),
    ("химия", 6),
    ("информатика", 4),
    ("история", 4),
    ("география", 3),
)
REMOTE = 0.3
"""Share of village schools that are ready to work remotely."""
LIMITED = 0.2
"""Share of schools that state how far they travel."""
BRANCHES = 12
"""One school in so many is a branch of another, but no more than two are."""


@dataclass(frozen=True)
class Context:
    """Ranges of what is known of the pupils of schools of one group (general knowledge)."""

    social_index: tuple[int, int]
    special_needs: tuple[float, float]
    non_native: tuple[float, float]


HARD = Context((20, 42), (6, 18), (5, 30))
LOW = Context((35, 60), (4, 14), (2, 16))
USUAL = Context((45, 78), (2, 10), (0, 10))
HIGH = Context((60, 90), (1, 7), (0, 6))


def filled(rng: np.random.Generator, network: Network) -> dict[str, SchoolProfile]:
    """The profiles of the schools of a network with all that was not drawn yet, by ID."""
    known = {school.id: school for school in network.schools}
    schools = [known[profile.school] for profile in network.profiles]
    n = len(schools)
    entities = _entities(rng, schools)
    columns = zip(
        schools,
        network.profiles,
        pick(rng, CONSENTS, n),
        coins(rng, REMOTE, n).tolist(),
        pick(rng, [(None, 1 - LIMITED), (45, LIMITED / 2), (60, LIMITED / 2)], n),
        strict=True,
    )
    return {
        school.id: profile.model_copy(
            update={
                "consent": consent,
                "legal_entity": entities[school.id],
                "remote": True if school.rural and remote else None,
                "max_minutes": minutes,
                **_context(rng, school),
                **_abilities(rng, school),
            }
        )
        for school, profile, consent, remote, minutes in columns
    }


def _entities(rng: np.random.Generator, schools: Sequence[School]) -> dict[str, str]:
    """The legal entity of each school; a branch bears that of its head organisation.

    No branch has special results, so it is no side of the agreements that scenarios make.
    """
    # No tax number of an organisation begins with two zeros.
    entities = {school.id: f"00{int(school.id[1:]):08}" for school in schools}
    order = [schools[int(at)] for at in rng.permutation(len(schools))]
    plain = [school.id for school in order if not (school.priority or school.strong)]
    branches = plain[: min(2, len(schools) // BRANCHES)]
    heads = [school.id for school in order if school.id not in branches]
    return entities | {
        branch: entities[head] for branch, head in zip(branches, heads, strict=False)
    }


def _context(rng: np.random.Generator, school: School) -> dict[str, Any]:
    """How many pupils a school has, and what is known of them."""
    if school.hard_context:
        context = HARD
    elif school.low_results:
        context = LOW
    else:
        context = HIGH if school.strong else USUAL
    least, most = (60, 250) if school.rural else (300, 1200)
    return {
        "pupils": int(rng.integers(least, most + 1)),
        "social_index": int(rng.integers(context.social_index[0], context.social_index[1] + 1)),
        "special_needs": round(float(rng.uniform(*context.special_needs)), 1),
        "non_native": round(float(rng.uniform(*context.non_native)), 1),
    }


def _abilities(rng: np.random.Generator, school: School) -> dict[str, Any]:
    """In what a school needs help, in what it is good, and how many schools it can serve."""
    count = int(rng.integers(2, 4))
    weights = np.array([weight for _, weight in SUBJECTS])
    order = rng.choice(len(SUBJECTS), len(SUBJECTS), replace=False, p=weights / weights.sum())
    subjects = frozenset(SUBJECTS[int(k)][0] for k in order[:count])
    if school.strong:
        return {
            "strong_subjects": subjects,
            "practices": int(rng.integers(2, 9)),
            "helped_at_most": int(rng.integers(1, 3)),
            "partners_at_most": int(rng.integers(1, 4)),
        }
    if school.priority:
        return {"weak_subjects": subjects, "practices": int(rng.integers(0, 2))}
    shown = rng.permutation(len(TOPICS))[: int(rng.integers(0, 3))]
    return {
        "strengths": frozenset(TOPICS[int(k)] for k in shown),
        "practices": int(rng.integers(0, 4)),
        "partners_at_most": 1,
    }
