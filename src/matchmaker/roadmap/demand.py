"""Whether an event takes the days of its participants, by the words of a row."""

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


def _folded(words: str) -> str:
    return words.lower().replace("ё", "е")
