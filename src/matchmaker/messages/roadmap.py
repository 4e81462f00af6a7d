"""What is said of roadmaps: date phrases, the audit, plans of schools."""

from __future__ import annotations

from matchmaker.text import Text as T

PARSE = T(
    "Прочитать срок, как он написан в плане: вид, даты, повторение, другие прочтения.",
    "Read a date phrase as plans write it: kind, dates, recurrence, other readings.",
)
AUDIT = T(
    "Проверить дорожную карту: накладки, порядок, сроки, нумерация, нагрузка.",
    "Audit a roadmap: clashes, order, dates, numbering, load.",
)
DERIVE = T(
    "Сделать план организации из муниципального плана.",
    "Make an organisation's own plan of the municipal one.",
)

PHRASE = T("Срок, например «сентябрь–октябрь, ежегодно».", "A date phrase.")
PERIOD = T(
    "Период плана: 2024..2028 или 2021-09-01..2022-05-31.",
    "Period of the plan: 2024..2028 or 2021-09-01..2022-05-31.",
)
YEAR_END = T(
    "Когда кончается учебный год: 05-31 (мероприятия) или 08-31 (люди).",
    "When a school year ends: 05-31 (events) or 08-31 (people).",
)
EXCLUSIVE = T("«До» и «к» не включают названный день.", "“By” does not include the day named.")
PLANS = T("Только этот план (можно несколько раз).", "Only this plan (may be repeated).")
SCHOOL = T("ID или название организации.", "ID or name of the organisation.")
LEAD = T(
    "На сколько рабочих дней раньше ставить твёрдые сроки.",
    "By how many working days fixed deadlines come earlier.",
)

BAD_PERIOD = T("период не распознан", "the period was not understood")
PERIOD_MEND = T(
    "Пишите «2024..2028» или «2021-09-01..2022-05-31», годы от 1990 до 2100",
    "Write 2024..2028 or 2021-09-01..2022-05-31, years from 1990 to 2100",
)
BAD_YEAR_END = T("конец учебного года не распознан", "the end of the school year is wrong")
YEAR_END_MEND = T("Пишите 05-31 или 08-31", "Write 05-31 or 08-31")

KIND = T("{verbatim}: {kind}", "{verbatim}: {kind}")
KINDS = {
    "point": T("день", "a day"),
    "range": T("промежуток", "a range"),
    "deadline": T("крайний срок", "a deadline"),
    "recurring": T("повторяется", "recurring"),
    "open": T("в фоне, весь срок", "in the background"),
    "external": T("по отдельному графику", "by a timetable of its own"),
    "relative": T("от другого события", "relative to something else"),
    "order": T("только очерёдность", "order only"),
    "duration": T("продолжительность", "a duration"),
    "unclear": T("непонятно, нужно уточнить", "unclear, to be clarified"),
}
WINDOWS = T("  даты: {windows}", "  dates: {windows}")
MORE_WINDOWS = T("{windows} … всего {n}", "{windows} … {n} in all")
READING = T("  возможно и «{name}»: {windows}", "  possibly “{name}”: {windows}")
CHOSEN = T("  принято: «{name}»", "  read as: “{name}”")
NOTE = T("  примечание: {note}", "  note: {note}")
REASON = T("  {reason}", "  {reason}")
OUTSIDE = T("  вне периода: {windows}", "  outside the period: {windows}")

AUDIT_HEAD = T(
    "План «{plan}»: {n} {n:пункт|пункта|пунктов}; ошибок {errors}, предупреждений {warnings}, "
    "замечаний {notes}",
    "Plan “{plan}”: {n} {n:row|rows}; {errors} {errors:error|errors}, {warnings} "
    "{warnings:warning|warnings}, {notes} {notes:note|notes}",
)
SEVERITIES = {
    "error": T("ОШИБКА", "ERROR"),
    "warning": T("внимание", "warning"),
    "note": T("замечание", "note"),
}
FINDING = T("  {severity}: {words}", "  {severity}: {words}")
FINDING_ROWS = T("  {severity}, {rows}: {words}", "  {severity}, {rows}: {words}")
FINDING_MEND = T("      {mend}", "      {mend}")
COMPARED = T(
    "План «{plan}» стоит здесь для сравнения и сам не проверен; проверить его: --plan",
    "Plan “{plan}” is here for comparison and was not audited; to audit it: --plan",
)
CLEAN = T("  Противоречий не найдено.", "  No inconsistencies found.")

ROADMAP_THERE = T("в папке уже есть дорожная карта", "the folder has a roadmap already")
ROADMAP_THERE_MEND = T("Укажите другую папку", "Name another folder")
UNKNOWN_PLAN = T("такого плана нет", "no such plan")
KNOWN_PLANS = T("Есть: {names}", "There are: {names}")
UNKNOWN_SCHOOL = T("такой организации нет", "no such organisation")
PERHAPS_SCHOOL = T("Возможно, имеется в виду «{guess}»", "Perhaps “{guess}” is meant")
SCHOOL_MEND = T(
    "Укажите ID или название с листа «Организации»", "Give an ID or a name from the tables"
)
NOTHING_FOR_SCHOOL = T(
    "в муниципальных планах нет пунктов для организации",
    "no row of the municipal plans concerns the organisation",
)
NOTHING_MEND = T(
    "Пункты для организаций — те, где среди ответственных или участников есть ОО, ОУ, "
    "директор, куратор",
    "Such rows name schools or their roles among the responsible or the participants",
)
DERIVED = T("План «{plan}»: {n} {n:пункт|пункта|пунктов}", "Plan “{plan}”: {n} {n:row|rows}")
DERIVED_SITES = T(
    "Из них размещение на сайте организации: {n}", "Publications on the site among them: {n}"
)
DERIVED_EMPTY = T("В плане «{plan}» для организации ничего нет", "Plan “{plan}” has nothing for it")
DERIVED_PRELIMINARY = T(
    "Календарь {years} года ПРЕДВАРИТЕЛЬНЫЙ: вычисленные дни могут измениться",
    "The calendar of {years} is PRELIMINARY: computed days may change",
)
