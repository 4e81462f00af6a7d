"""Who teaches what: shares of subjects and posts, and the levels that go with them."""

from __future__ import annotations

from typing import Literal

import numpy as np

from matchmaker.domain import OrganisationKind, SchoolLevel
from matchmaker.scenarios.draw import pick
from matchmaker.scenarios.plan import EXTRA, KINDERGARTEN

Side = Literal["all", "mentees", "mentors"]
SIDES: tuple[Side, ...] = ("all", "mentees", "mentors")

_P, _L, _U = SchoolLevel.PRIMARY, SchoolLevel.LOWER, SchoolLevel.UPPER
PRIMARY = frozenset({_P})
JUNIOR = frozenset({_P, _L})
SENIOR = frozenset({_L, _U})
WHOLE = frozenset({_P, _L, _U})

Teaches = tuple[str, tuple[str, ...], frozenset[SchoolLevel], str | None]
"""Post, subjects, levels, direction."""

_T = "учитель"
# Percent of school teachers: all, mentees, mentors (domain notes, general knowledge;
# informatics, foreign language and history are short of mentors).
SCHOOL_SHARES: tuple[tuple[Teaches, tuple[float, float, float]], ...] = (
    (("учитель начальных классов", ("начальные классы",), PRIMARY, None), (24, 26, 25)),
    ((_T, ("русский язык", "литература"), SENIOR, None), (12, 10, 14)),
    ((_T, ("математика",), SENIOR, None), (9, 9, 11)),
    ((_T, ("информатика",), SENIOR, None), (3, 4, 2.5)),
    ((_T, ("английский язык",), WHOLE, None), (8.5, 11.5, 7)),
    ((_T, ("немецкий язык",), WHOLE, None), (1.5, 1.5, 2)),
    ((_T, ("история", "обществознание"), SENIOR, None), (7, 9, 7)),
    ((_T, ("физика",), SENIOR, None), (2.5, 1.5, 3.5)),
    ((_T, ("химия",), SENIOR, None), (2, 1.5, 3)),
    ((_T, ("биология",), SENIOR, None), (3, 3, 4)),
    ((_T, ("география",), SENIOR, None), (2.5, 2, 3)),
    ((_T, ("физическая культура",), WHOLE, None), (7, 8, 6)),
    ((_T, ("труд (технология)",), JUNIOR, None), (4, 2, 4)),
    ((_T, ("ИЗО",), JUNIOR, None), (1.5, 1, 1.5)),
    ((_T, ("музыка",), JUNIOR, None), (1.5, 1, 1.5)),
    ((_T, ("ОБЗР",), SENIOR, None), (1.5, 1, 1)),
    (("педагог-психолог", (), WHOLE, None), (2.5, 2, 1)),
    (("учитель-логопед", (), PRIMARY, None), (1.5, 1, 1)),
    (("социальный педагог", (), WHOLE, None), (2, 1.5, 0.75)),
    (("советник директора по воспитанию", (), WHOLE, None), (1.5, 2, 0.25)),
    (("педагог-организатор", (), WHOLE, None), (2, 1.5, 1)),
)

_PRE = frozenset({SchoolLevel.PRESCHOOL})
# Percent of the posts of kindergartens (general knowledge).
KINDERGARTEN_SHARES: tuple[tuple[Teaches, float], ...] = (
    (("воспитатель", (), _PRE, None), 80),
    (("музыкальный руководитель", (), _PRE, None), 6),
    (("учитель-логопед", (), _PRE, None), 6),
    (("инструктор по физической культуре", (), _PRE, None), 4),
    (("педагог-психолог", (), _PRE, None), 3),
    (("учитель-дефектолог", (), _PRE, None), 1),
)

_EXTRA = frozenset({SchoolLevel.EXTRA})
# Directions of extra-curricular education (general knowledge).
DIRECTIONS: tuple[tuple[str, float], ...] = (
    ("художественная", 38),
    ("физкультурно-спортивная", 18),
    ("техническая", 16),
    ("социально-гуманитарная", 14),
    ("естественно-научная", 8),
    ("туристско-краеведческая", 6),
)

# What one person teaches besides, most often in villages.
BESIDES: dict[str, str] = {
    "математика": "физика",
    "физика": "информатика",
    "информатика": "математика",
    "химия": "биология",
    "биология": "география",
    "география": "биология",
    "ИЗО": "музыка",
    "физическая культура": "ОБЗР",
    "труд (технология)": "ИЗО",
    "музыка": "ИЗО",
}


def teaching(
    rng: np.random.Generator, kind: OrganisationKind, side: Side, n: int, second: float
) -> list[Teaches]:
    """Posts and subjects for ``n`` teachers of one kind of organisation.

    ``second`` is the share of those who teach one more subject, where one goes with it.
    """
    if kind is KINDERGARTEN:
        return pick(rng, KINDERGARTEN_SHARES, n)
    if kind is EXTRA:
        return [
            ("педагог дополнительного образования", (), _EXTRA, direction)
            for direction in pick(rng, DIRECTIONS, n)
        ]
    column = SIDES.index(side)
    drawn = pick(rng, [(what, shares[column]) for what, shares in SCHOOL_SHARES], n)
    more = rng.random(n) < second
    return [
        (post, (*subjects, BESIDES[subjects[0]]), levels, direction)
        if besides and subjects and subjects[0] in BESIDES
        else (post, subjects, levels, direction)
        for (post, subjects, levels, direction), besides in zip(drawn, more.tolist(), strict=True)
    ]
