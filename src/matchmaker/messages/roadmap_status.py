"""What is said of how a roadmap is carried out: ``roadmap status`` and its workbook."""

from __future__ import annotations

from matchmaker.text import Text as T

STATUS = T(
    "Показать, как выполняется дорожная карта: что пора, что просрочено, что сделано.",
    "Show how a roadmap is carried out: what is due, overdue and done.",
)
ON = T("На какой день: 2026-03-01 или 01.03.2026.", "As of what day: 2026-03-01 or 01.03.2026.")
OUT = T("Папка, куда записать «контроль.xlsx».", "Folder for the workbook “control.xlsx”.")
NO_PLANS = T("в папке нет планов, которые выполняются", "no plan here is to be carried out")
NO_PLANS_MEND = T(
    "Внесите план командой «matchmaker roadmap import» или назовите план для сравнения: --plan",
    "Bring one in with «matchmaker roadmap import», or name one that is for comparison: --plan",
)

# Positions.
PARTS = {
    "event": T("{title}", "{title}"),
    "authority": T(
        "Размещение на сайте управления: {title}", "Publication on the authority's site: {title}"
    ),
    "schools": T(
        "Размещение на сайтах организаций: {title}", "Publication on the schools' sites: {title}"
    ),
}
STATES = {
    "done": T("выполнено", "done"),
    "partly": T("выполнено частично", "partly done"),
    "not": T("не выполнено", "not done"),
    "cancelled": T("отменено", "cancelled"),
    "due": T("пора", "due"),
    "overdue": T("просрочено", "overdue"),
    "ahead": T("впереди", "ahead"),
    "background": T("в фоне", "in the background"),
    "undated": T("без срока", "without a day"),
}
DONE_LATE = T("{state} с опозданием", "{state}, late")
NO_DATE = T("срока нет", "no date")

# The report on the screen.
HEAD = T("Час контроля на {on}. {plans}", "Control as of {on}. {plans}")
PLAN = T("План «{plan}»", "Plan “{plan}”")
PLANS = T("Планов: {n}", "Plans: {n}")
SHARE = T(
    "Выполнено {done} из {n} {n:позиции|позиций|позиций}, {percent}",
    "{done} of {n} {n:position|positions} done, {percent}",
)
SO_FAR = T(
    "Из тех, чей срок прошёл: {done} из {n}, {percent}",
    "Of those whose time is over: {done} of {n}, {percent}",
)
WITH_PARTLY = T(
    "Если выполненное частично ({n}) считать за половину: {percent}",
    "If what is partly done ({n}) counts half: {percent}",
)
LATE = T("Из выполненного с опозданием: {n}", "Done late: {n}")
COUNTS = T(
    "Пора: {due}, просрочено: {overdue}, не выполнено: {failed}, впереди: {ahead}",
    "Due: {due}, overdue: {overdue}, not done: {failed}, ahead: {ahead}",
)
OUTSIDE = T(
    "В долю не входят: отменено {cancelled}, в фоне {background}, без срока {undated}",
    "Not in the share: {cancelled} cancelled, {background} in the background, {undated} without a day",
)
NOTHING_COUNTED = T("нет позиций со сроком", "no positions with a day")
PERCENT = T("{number} %", "{number} %")
MISSED = T("Срок прошёл: {n}", "Their time is over: {n}")
UPCOMING = T(
    "Сдать за {days} рабочих дней, по {until}: {n}",
    "To be done within {days} working days, by {until}: {n}",
)
NOBODY_NAMED = T("никто не назван", "nobody is named")
LINE = T("  {when}  {name} — {executors}", "  {when}  {name} — {executors}")
NUMBERED = T("{number}. {name}", "{number}. {name}")
LINE_STATE = T("{line} ({state})", "{line} ({state})")
MORE = T("  … и ещё {n}", "  … and {n} more")
WARNINGS = T("Обратите внимание: {n}", "Please note: {n}")
WARNING = T("  {words}", "  {words}")
AGAIN_HINT = T(
    "Повторяющееся отмечайте по разу на каждый срок: повторите строку с другой датой выполнения.",
    "Mark what comes again once for each time: repeat its line with another day.",
)
PRELIMINARY = T(
    "Календарь {years} {n:года|годов|годов} ПРЕДВАРИТЕЛЬНЫЙ: дни могут измениться",
    "The calendar of {years} is PRELIMINARY: days may change",
)

# Headers of tables.
QUARTER = T("Квартал", "Quarter")
QUARTER_NAME = T("{n} кв. {year}", "Q{n} {year}")
NO_QUARTER = T("без срока", "without a day")
EXECUTOR = T("Исполнитель", "Executor")
SCHOOL = T("Организация", "Organisation")
EVERY_SCHOOL = T("все организации", "all organisations")
ALL = T("Всего", "In all")
COUNTED = T("В доле", "Counted")
PERCENT_DONE = T("Выполнено, %", "Done, %")
PERCENT_HALF = T("С частичным за половину, %", "Partly as half, %")
LATE_HEAD = T("С опозданием", "Late")

# The workbook.
FILE = T("контроль.xlsx", "control.xlsx")
TITLE = T("Час контроля. Дорожная карта на {on}", "Control of the roadmap as of {on}")
NOW_SHEET = T("Сейчас", "Now")
MISSED_SHEET = T("Просрочено", "Overdue")
EXECUTORS_SHEET = T("По исполнителям", "By executor")
QUARTERS_SHEET = T("По кварталам", "By quarter")
NOW_NOTE = T(
    "Что открыто в этот день и что сдать за {days} рабочих дней, по {until}",
    "What is open on this day, and what is to be done within {days} working days, by {until}",
)
MISSED_NOTE = T(
    "Срок прошёл, а отметки «выполнено» нет",
    "Their time is over, and they are not marked as done",
)
EXECUTORS_NOTE = T(
    "Позиция нескольких исполнителей стоит у каждого из них",
    "A position of several executors stands under each of them",
)
QUARTERS_NOTE = T(
    "Позиция стоит в квартале, в котором кончается её срок; за всё время — в последней строке",
    "A position stands in the quarter in which its time ends; all of them in the last line",
)
LAST_DAY = T("Срок", "Last day")
DATES = T("Когда", "When")
EVENT = T("Позиция", "Position")
EXECUTORS = T("Ответственные", "Responsible")
SCHOOLS = T("Организации", "Organisations")
STATE = T("Состояние", "State")
PLAN_HEAD = T("План", "Plan")
NUMBER = T("№", "No.")
DAYS_OVER = T("Дней после срока", "Days over")
NO_NOW = T("Ничего", "Nothing")
NO_MISSED = T("Просроченного нет", "Nothing is overdue")

# What is doubtful about marks.
DOCUMENT_ALONE = T("документ есть, а отметки нет", "there is a document, but no mark")
DAY_ALONE = T("дата выполнения есть, а отметки нет", "there is a day, but no mark")
ADD_MARK = T(
    "Поставьте «выполнено», «выполнено частично», «не выполнено» или «отменено»",
    "Write done, partly done, not done or cancelled",
)
MARK_ALONE = T("отметка есть, а документа нет", "there is a mark, but no document")
ADD_DOCUMENT = T(
    "Назовите подтверждающий документ или ссылку", "Name the document that shows it, or a link"
)
DAY_TO_COME = T(
    "дата выполнения {day} позже дня контроля {on}: отметка не учтена",
    "the day {day} is after {on}: the mark is not counted",
)
DAY_TO_COME_MEND = T("Проверьте дату", "Check the day")
MARK_OF_REFERENCE = T(
    "отметка в плане, который стоит здесь только для сравнения: не учтена",
    "a mark in a plan that is here for comparison only: not counted",
)
REFERENCE_MEND = T(
    "Поставьте отметку в своём плане или назовите этот план: --plan",
    "Mark the row of your own plan, or name this plan: --plan",
)
WHICH_TIME = T(
    "отметка без даты у того, что повторяется; отнесена к сроку {time}",
    "a mark without a day of what comes again; taken for {time}",
)
WHICH_TIME_MEND = T("Укажите дату выполнения", "State the day")
MARKED_TWICE = T(
    "ещё одна отметка того же срока ({time}): эта не учтена",
    "another mark of the same time ({time}): this one is not counted",
)
MARKED_AGAIN = T("ещё одна отметка: эта не учтена", "another mark: this one is not counted")
MARKED_TWICE_MEND = T(
    "Оставьте одну отметку или исправьте дату", "Keep one mark, or correct its day"
)
