"""What is said of a date phrase: why it is unclear, how it was read."""

from __future__ import annotations

from matchmaker.text import Text as T

NO_SUCH_DAY = T("такого дня в календаре нет", "there is no such day")
OTHER_WEEKDAY = T("день недели не совпадает с датой", "the day of the week contradicts the date")
ENDS_BEFORE = T("конец раньше начала", "the end comes before the beginning")
NOT_UNDERSTOOD = T("срок не распознан", "the date was not understood")
EMPTY = T("срок не указан", "no date is given")
BLANK = T("на месте даты пропуск", "the date is left blank")
LEGAL = T("дата документа, а не мероприятия", "the date of a document, not of an event")
SIGNATURE = T("срок действия подписи, а не мероприятия", "the validity of a signature")
NEEDS_YEAR = T("у даты с днём недели нет года", "a date with a weekday lacks its year")
WHOSE_YEARS = T("неясно, к чему относятся годы", "it is not clear what the years belong to")
NO_SUCH_CLOCK = T("такого времени нет", "there is no such time")

BY_SCHOOL = T(
    "дни задаёт календарь школы: укажите четверти и каникулы на листе «Особые дни»",
    "the school's own calendar sets the days: fill in sheet “Special days”",
)
BY_PERIOD = T("считается от конца периода плана", "counted from the end of the plan's period")
BY_OTHER = T("срок зависит от другого события", "the date depends on another event")
BY_TIMETABLE = T("срок даёт отдельный график", "a timetable of its own gives the dates")
NEEDS_PERIOD = T(
    "без периода плана дней нет: укажите период", "no days without a period: state the period"
)

UNTIL = T("до {day}", "by {day}")
SINCE = T("с {day}", "from {day}")

INCLUDED = T("включая этот день", "this day included")
EXCLUDED = T("не включая этот день", "this day not included")
CALENDAR_YEARS = T("календарные годы", "calendar years")
SCHOOL_YEARS = T("учебные годы", "school years")
SCHOOL_YEAR_TO = T("учебный год по {day:02}.{month:02}", "school year to {day:02}.{month:02}")
FIRST_YEAR = T("только первый год", "the first year only")
CALENDAR_HALVES = T("календарные полугодия", "calendar half-years")
SCHOOL_HALVES = T("учебные полугодия", "school half-years")
BY_DAYS = T("по числам месяца", "by days of the month")
BY_WEEKS = T("по неделям с понедельника", "by weeks from Monday")
OF_MONTH = T("по счёту в месяце", "by its number in the month")
EVERY_NTH = T("через раз, без счёта в месяце", "every so many of them, whatever the month")
NARROW = T("узко", "narrowly")
WHOLE = T("весь срок", "the whole of it")
YEAR_OF_END = T("год назван у конца", "the year is that of the end")
YEAR_OF_START = T("год назван у начала", "the year is that of the beginning")
IN_ORDER = T("годы по порядку", "years in their order")
SAME_YEAR = T("все в одном году", "all in one year")
WINTER_FROM = T("зима с декабря предыдущего года", "winter from December of the year before")
WINTER_INTO = T("зима с декабря этого года", "winter from December of this year")
FROM_PLAN_END = T("от конца периода плана", "from the end of the plan's period")
FROM_ENTRY = T("от начала работы каждого", "from everyone's entry")
