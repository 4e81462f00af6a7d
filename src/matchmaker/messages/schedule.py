"""What is said of a timetable: why a row has no day, what would help, what was done."""

from __future__ import annotations

from matchmaker.text import Text as T

SCHEDULE = T(
    "Расставить мероприятия дорожной карты по рабочим дням.",
    "Put the events of a roadmap on working days.",
)

NO_DATES = T("срок не указан", "no date is given")
NOT_DATED = T("срок «{dates}»: {reason}", "dates “{dates}”: {reason}")
NO_DATES_MEND = T("Укажите срок, например «октябрь 2025 г.»", "State dates, as «октябрь 2025 г.»")
