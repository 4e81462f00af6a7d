"""Whether an event takes the days of its participants, and who they are, by the words of a row."""

from __future__ import annotations

import re
from datetime import date

from matchmaker.domain.events import Demand, Event
from matchmaker.roadmap.windows import DatePhrase, Kind, Window

# The first word found decides, so «разработка программ семинаров» is drafting, no seminar.
_OCCUPIES = (
    r"школ[аыуе]\s+(?:молод|начинающ|наставник|педагог|методист|управленц|резерв)|курс[аыу]?\b"
    r"|\bкурс[аов]*\s+повышени|семинар|вебинар|праздник|конференци|мастерск|мастер-класс|заседани"
    r"|квиз|квест|совещани|педсовет|педагогическ\w+\s+совет|фестивал|встреч|онлайн[\s-]*включени"
    r"|тематическ\w+\s+(?:онлайн[\s-]*)?консультаци|презентаци\w+\s+(?:\w+\s+)?(?:проекта|программ)"
    r"|презентационн\w+\s+площадк|открыти[ея]\b(?!\s+педагогических\s+классов)|закрыти[ея]\b"
    r"|посвящени\w+\s+в\b|день\s+(?:здоровья|открытых\s+дверей|наставник|учител)|форум|интенсив"
    r"|тренинг|кругл\w+\s+стол|собрани|слет|чтени[яй]|марафон|экскурси|выступлени|инструктаж"
    r"|брифинг|нетворкинг|деловая\s+игра|игротек|открыт\w+\s+урок|концерт|церемони|час\s+контроля"
)
_SPANS = (
    r"мониторинг|конкурс|разработ|формировани|подготов|обновлени|размещени|наполнени|сопровожд"
    r"|анализ|организаци\w+\s+системы|анкетировани|диагност|опрос|отбор|создани|реализаци|внедрени"
    r"|информировани|сбор|составлени|заключени|корректиров|изучени|оценк|популяризаци|развити"
    r"|совершенствовани|координаци|практик|аттестаци|работа|участи|оснащени|содействи|обеспечени"
    r"|распространени|обобщени|консультаци|утверждени|актуализаци|взаимодействи|привлечени"
    r"|награждени|контрол|внесени|мер[ыа]\b|услови|повышени|проведени\w+\s+мероприяти|представлени"
)
_WORDS = re.compile(rf"(?P<occupies>{_OCCUPIES})|(?P<spans>{_SPANS})")

# Whom an audience belongs to: a council of young teachers are young teachers.
_BELONGS = {"council": "young"}
_AUDIENCES: tuple[tuple[str, str], ...] = (
    ("council", r"совет\w*\s+молод|клуб\w*\s+молод"),
    (
        "young",
        r"молод|начинающ|посвящени\w+\s+в\s+(?:професси|педагог|учител)|до\s+35\s+лет|до\s+3\s*-?х?\s+лет",
    ),
    ("mentees", r"наставляем"),
    ("mentors", r"наставник"),
    ("students", r"студент"),
    ("heads", r"руководител\w*\s+(?:оо|оу|образовательн|школ)|директор\w*\s+(?:школ|оо|оу)"),
    ("curators", r"куратор"),
    ("deputies", r"заместител"),
    ("methodists", r"методист"),
    ("schools", r"\bоо\b|\bоу\b|образовательн\w+\s+организаци"),
)
_ABSENT = re.compile(r"день не занимают|без отрыва|опрашиваем|респондент")


LONGEST = 31
"""Named days that are more than these occupy nobody unless their row says so. Unit: days."""
LONGEST_SPAN = 100
"""An event lies somewhere in a quarter; what has more time goes on all through it. Unit: days."""


def demand_of(event: Event, dates: DatePhrase) -> Demand:
    """Whether an event occupies its participants: as the row says, else by its words.

    Where neither decides, an event of one day occupies it and anything longer only spans time.
    Length alone cannot tell a course of five days from a survey of four; but nobody is taken
    for every day of a stretch longer than a month, and what has years of time is no one event.
    """
    if event.demand is not None:
        return event.demand
    if _goes_on(dates):
        return Demand.SPANS
    found = _WORDS.search(_folded(event.title))
    if found is not None:
        return Demand.OCCUPIES if found["occupies"] else Demand.SPANS
    return Demand.OCCUPIES if dates.kind is Kind.POINT else Demand.SPANS


def _goes_on(dates: DatePhrase) -> bool:
    """Whether it has too much time for one event; what comes again has one each time."""
    if dates.recurrence is not None and not dates.fixed:
        return False
    longest = LONGEST if dates.fixed else LONGEST_SPAN
    return any(_days(window) > longest for window in dates.windows)


def _days(window: Window) -> int:
    return ((window.end or date.max) - (window.start or date.min)).days + 1


def audiences_of(event: Event) -> tuple[frozenset[str], bool]:
    """Who takes part in an event, as kinds of people, and whether that is only supposed.

    The row's own words come first, then what is supposed beside it, then its title and
    result. An empty set means that nothing is known.
    """
    for words, supposed in (
        (event.participants, False),
        (event.supposed_participants, True),
        (event.title, True),
        (event.result, True),
    ):
        if words and _ABSENT.search(_folded(words)):
            return frozenset(), supposed
        found = _audiences(words or "")
        if found:
            return found, supposed
    return frozenset(), True


def meet(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether some people surely belong to both audiences: the same, or one within the other."""
    return bool(one & _wider(other) or other & _wider(one))


def atoms(audiences: frozenset[str]) -> frozenset[str]:
    """The audiences with all that belong to them: whoever wants all wants every part."""
    return audiences | {part for part, whole in _BELONGS.items() if whole in audiences}


def _wider(audiences: frozenset[str]) -> frozenset[str]:
    return audiences | {_BELONGS[name] for name in audiences if name in _BELONGS}


def _audiences(words: str) -> frozenset[str]:
    text = _folded(words)
    found = set()
    for name, pattern in _AUDIENCES:
        text, count = re.subn(pattern, " ", text)
        if count:
            found.add(name)
    return frozenset(found)


def _folded(words: str) -> str:
    return words.lower().replace("ё", "е")
