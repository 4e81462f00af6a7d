"""What is said of days, years and the verb ``calendar``."""

from __future__ import annotations

from matchmaker.messages.tables import FIRST_AT
from matchmaker.text import Text as T

__all__ = ["FIRST_AT"]

# why a day is as it is
PLAIN = T("", "")
NAMED = T("{name}", "{name}")
WEEKEND = T("выходной день", "day off")
NEW_YEAR = T("Новогодние каникулы", "New Year holidays")
CHRISTMAS = T("Рождество Христово", "Christmas")
DEFENDER = T("День защитника Отечества", "Defender of the Fatherland Day")
WOMEN = T("Международный женский день", "International Women's Day")
LABOUR = T("Праздник Весны и Труда", "Spring and Labour Day")
VICTORY = T("День Победы", "Victory Day")
RUSSIA = T("День России", "Russia Day")
UNITY = T("День народного единства", "National Unity Day")
MOVED = T("перенос с {day}", "moved from {day}")
EVE = T("накануне праздника", "day before a holiday")
INSTEAD = T("рабочий день вместо {day}", "worked instead of {day}")
ORDERED = T(
    "нерабочий день по указу Президента от {day} № {number}",
    "non-working day by order of the President № {number} of {day}",
)

# what cannot be asked
YEAR_UNKNOWN = T("на этот год календаря нет", "there is no calendar of this year")
YEARS_KNOWN = T(
    "Есть годы с {first} по {last}; по {decreed} календари официальные, дальше предварительные",
    "There are the years {first} to {last}: official up to {decreed}, preliminary after it",
)
WEEK_UNKNOWN = T("рабочая неделя бывает из 5 или 6 дней", "a work week has 5 or 6 days")
WEEK_TWICE = T(
    "у одного и того же две разные рабочие недели", "two different work weeks of the same"
)
WHO_UNCLEAR = T(
    "так названы несколько организаций или людей", "several organisations or people are so called"
)
WHO_MEND = T("Укажите ID", "Give the ID")

# terms
TERMS = (
    T("I четверть", "Term I"),
    T("II четверть", "Term II"),
    T("III четверть", "Term III"),
    T("IV четверть", "Term IV"),
)
AUTUMN = T("осенние каникулы", "autumn holidays")
WINTER = T("зимние каникулы", "winter holidays")
SPRING = T("весенние каникулы", "spring holidays")
SUMMER = T("летние каникулы", "summer holidays")
EXAMS = T("ОГЭ и ЕГЭ", "state exams")

# the verb
CALENDAR = T(
    "Показать производственный календарь года: рабочие, сокращённые и нерабочие дни, переносы.",
    "Show the working calendar of a year: working and shortened days, days off, transfers.",
)
YEAR = T("Год, например 2026.", "The year, such as 2026.")
WEEK = T("Дней в рабочей неделе: 5 или 6.", "Days of the work week: 5 or 6.")
TITLE = T(
    "Производственный календарь {year}, {week}: {status}",
    "Working calendar {year}, {week}: {status}",
)
WEEKS = {
    5: T("пятидневная неделя", "five-day week"),
    6: T("шестидневная неделя", "six-day week"),
}
OFFICIAL = T("официальный", "official")
PRELIMINARY = T(
    "ПРЕДВАРИТЕЛЬНЫЙ: постановления о переносе нет",
    "PRELIMINARY: there is no decree on transfers",
)
LEGEND = T(
    "[ ] — нерабочий день, * — рабочий день короче на час", "[ ] day off, * a day an hour shorter"
)
MONTHS = tuple(
    T(ru, en)
    for ru, en in (
        ("Январь", "January"),
        ("Февраль", "February"),
        ("Март", "March"),
        ("Апрель", "April"),
        ("Май", "May"),
        ("Июнь", "June"),
        ("Июль", "July"),
        ("Август", "August"),
        ("Сентябрь", "September"),
        ("Октябрь", "October"),
        ("Ноябрь", "November"),
        ("Декабрь", "December"),
    )
)
WEEKDAYS = tuple(
    T(ru, en)
    for ru, en in (
        ("пн", "Mo"),
        ("вт", "Tu"),
        ("ср", "We"),
        ("чт", "Th"),
        ("пт", "Fr"),
        ("сб", "Sa"),
        ("вс", "Su"),
    )
)
COLUMN_PERIOD = T("Период", "Period")
COLUMN_DAYS = T("Дней", "Days")
COLUMN_WORKING = T("Рабочих", "Working")
COLUMN_SHORT = T("Из них сокращённых", "Of these shortened")
COLUMN_OFF = T("Нерабочих", "Off")
COLUMN_HOURS = T("Часов при 40 в неделю", "Hours at 40 a week")
QUARTER = T("{name} квартал", "Quarter {name}")
WHOLE_YEAR = T("Год", "Year")
HOURS_BY_FIVE = T(
    "Норма часов и при шестидневной неделе считается по пятидневной.",
    "The norm of hours is counted by the five-day week for a six-day week too.",
)
TRANSFERS = T(
    "Переносы по постановлению Правительства от {day} № {number}:",
    "Transfers by decree of the Government № {number} of {day}:",
)
TO_COME = T(
    "Два выходных дня января ещё перенесёт постановление Правительства: дни могут измениться.",
    "A decree of the Government will yet move two days off of January: days may change.",
)
MOVED_BY_LAW = T(
    "Переносы по части 2 статьи 112 Трудового кодекса:",
    "Transfers by part 2 of Article 112 of the Labour Code:",
)
TRANSFER = T("{taken} → {given}", "{taken} → {given}")
WORKING_WEEKENDS = T("Рабочие выходные: {days}", "Weekend days worked: {days}")
SHORT_DAYS = T("Сокращённые дни: {days}", "Shortened days: {days}")
ORDERS = T("Нерабочие дни по указам Президента:", "Non-working days by order of the President:")
ORDER = T(
    "{starts} – {ends}: указ от {day} № {number}", "{starts} – {ends}: order № {number} of {day}"
)
NONE = T("нет", "none")
DISAGREE = T(
    "ВНИМАНИЕ: таблица переносов и пакет holidays расходятся; проверьте эти дни:",
    "WARNING: the table of transfers and the package holidays disagree; check these days:",
)
DISAGREEMENT = T(
    "{day}: по таблице {ours}, по пакету {package}", "{day}: {ours} by the table, {package} by it"
)
IS_WORKED = T("рабочий", "worked")
IS_OFF = T("нерабочий", "off")
