"""An invented roster made scarcer, more alike in its wishes, or with more requests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from matchmaker.domain import Topic
from matchmaker.pairs import Roster
from matchmaker.sides import Ints, Side
from matchmaker.units import MenteeUnit, MentorUnit

LEVELS = (0.2, 0.5, 0.8)
"""From which place among all mentors, in shares, a level is 1, 2 and 3."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a roster differs from the plain one; nothing: it does not.

    Attributes
    ----------
    tightness : places of all mentors ÷ mentees; places are spread as evenly as can be.
    correlation : how far everybody wants the same mentors, 0 to 1: so many of a mentor's levels
        follow one common standing of the mentor, the others are drawn each by itself.
    deficits : requests of each mentee, 0 to as many as there are topics.
    """

    tightness: float | None = None
    correlation: float | None = None
    deficits: int | None = None


def shaped(roster: Roster, shape: Shape, seed: int) -> Roster:
    """Change places, levels and requests; everything else stays. The same numbers, the same roster.

    The draws for one property do not depend on the others, so that families may be compared.
    """
    mentees = [unit for unit in roster.mentee.units if isinstance(unit, MenteeUnit)]
    mentors = [unit for unit in roster.mentor.units if isinstance(unit, MentorUnit)]
    if shape.tightness is not None:
        mentors = _spread(mentors, round(shape.tightness * len(mentees)), _draws(seed, 1))
    if shape.correlation is not None:
        mentors = _alike(mentors, shape.correlation, _draws(seed, 2))
    if shape.deficits is not None:
        mentees = _asking(mentees, shape.deficits, _draws(seed, 3))
    return replace(roster, mentee=Side(mentees), mentor=Side(mentors), _tables={})


def _draws(seed: int, stream: int) -> np.random.Generator:
    return np.random.default_rng([seed, stream])


def _spread(mentors: list[MentorUnit], places: int, rng: np.random.Generator) -> list[MentorUnit]:
    """The same number of places for everybody, and one more for some."""
    each, more = divmod(places, len(mentors))
    lucky = set(rng.permutation(len(mentors))[:more].tolist())
    return [
        replace(unit, mentor=unit.mentor.model_copy(update={"places": each + (k in lucky)}))
        for k, unit in enumerate(mentors)
    ]


def _alike(
    mentors: list[MentorUnit], correlation: float, rng: np.random.Generator
) -> list[MentorUnit]:
    count = len(Topic)
    standing = np.searchsorted(LEVELS, (rng.permutation(len(mentors)) + 0.5) / len(mentors))
    own = np.searchsorted(LEVELS, rng.random((len(mentors), count)))
    common = rng.random((len(mentors), count)) < correlation
    levels = np.where(common, standing[:, None], own)
    return [_able(unit, row) for unit, row in zip(mentors, levels.tolist(), strict=True)]


def _able(unit: MentorUnit, levels: Iterable[int]) -> MentorUnit:
    row = tuple(levels)
    stated = dict(zip((topic.value for topic in Topic), row, strict=True))
    return replace(unit, competencies=row, mentor=unit.mentor.model_copy(update=stated))


def _asking(mentees: list[MenteeUnit], deficits: int, rng: np.random.Generator) -> list[MenteeUnit]:
    """So many topics of each, the first drawn being the main request."""
    topics = list(Topic)
    order: Ints = rng.random((len(mentees), len(topics))).argsort(axis=1)
    severity = rng.integers(1, 4, (len(mentees), len(topics)))
    found = []
    for unit, asked, hard in zip(mentees, order[:, :deficits], severity, strict=True):
        row = [0] * len(topics)
        for topic in asked.tolist():
            row[topic] = int(hard[topic])
        main = topics[int(asked[0])] if deficits else None
        request = unit.mentee.model_copy(update={"main_request": main})
        found.append(replace(unit, deficits=tuple(row), mentee=request))
    return found
