"""What is said when a timetable is made again: what changed, whom to tell, what was wrong."""

from __future__ import annotations

from matchmaker.text import Text as T

RESCHEDULE = T(
    "Перестроить план-график с наименьшими изменениями.",
    "Make a timetable again with the least disruption.",
)
BEFORE = T(
    "План-график, который есть у людей: папка или timetable.json.",
    "The timetable people have: a folder or timetable.json.",
)
CHANGES = T(
    "Таблица «Изменения» (xlsx или csv; пустую с примерами делает init). Столбцы: Что, "
    "Кто, Вместо, С, По, Мероприятие, На, Примечание. В «Что» стоит одно из: актированный день, "
    "карантин, каникулы перенесены, человек в отъезде, площадка закрыта, отменить мероприятие, "
    "перенести мероприятие, закрепить, добавлен ответственный, замена.",
    "The table “Changes” (xlsx or csv; init makes an empty one with examples). Columns: "
    "What, Who, Instead of, From, To, Event, New date, Note. “What” is one of: day off, "
    "quarantine, holidays moved, person away, venue closed, cancel the event, move the event, "
    "pin, person added, replacement.",
)
ON = T(
    "День, с которого можно менять (2026-03-01 или 01.03.2026); иначе первый день в таблице.",
    "The day from which changes are possible (2026-03-01 or 01.03.2026); else the first in "
    "the table.",
)
STRATEGY = T(
    "dates: держать даты, менять ведущих; people: держать людей, менять даты; иначе лучшее из двух.",
    "dates: keep dates, change leaders; people: keep people, change dates; else the better.",
)

NO_CHANGES = T("в таблице изменений нет ни одной строки", "the table of changes has no row")
NO_CHANGES_MEND = T(
    "Заполните лист «Изменения»: что, кто, с какого и по какой день",
    "Fill in the sheet “Changes”: what, who, from what day to what day",
)
NO_ON = T(
    "неизвестно, с какого дня менять план-график",
    "the day from which the timetable may change is unknown",
)
NO_ON_MEND = T("Укажите --on или день в столбце «С»", "State --on, or a day in column “From”")
ON_OUTSIDE = T(
    "день изменений вне периода {first}–{last}", "the day is outside the period {first}–{last}"
)
ON_BEFORE_EDITION = T(
    "прежняя редакция действует с {since}: раньше этого дня менять нельзя",
    "the former edition holds from {since}: nothing can change before that day",
)
NEEDED = T("не заполнено, а без этого «{kind}» непонятно", "empty, though “{kind}” needs it")
SWAPPED = T("последний день раньше первого", "the last day is before the first")
UNKNOWN_WHO = {
    "day-off": T("нет такой организации, человека, органа", "no such school, person or body"),
    "quarantine": T("нет такой организации", "no such school"),
    "away": T("такого ответственного в планах нет", "no plan names such a responsible"),
    "closed": T("такой площадки нет", "no such venue"),
    "holidays": T("нет такой организации", "no such school"),
}
UNKNOWN_EVENT = T("такого мероприятия нет", "no such event")
SEVERAL_EVENTS = T("подходят несколько, напишите одно из: {ids}", "several fit, write one: {ids}")
NO_DAY_OF_ITS_OWN = T(
    "это не мероприятие с днём: закрепить или дать ведущего можно только ему",
    "this is no event with a day: only such can be pinned or given a leader",
)
FOLLOWS = T(
    "публикация идёт за своим мероприятием: назовите его",
    "a publication follows its event: name the event",
)
NOT_THERE = T(
    "в дорожной карте нет такой даты: строка отмечена, изменена или без срока",
    "the roadmap has no such date: the row is marked, changed or without dates",
)
IS_OFF = T("отменено в прежней редакции", "was cancelled in a former edition")
IS_OFF_MEND = T(
    "Чтобы вернуть его, напишите «перенести мероприятие» и день",
    "To bring it back, write “move the event” and a day",
)
IS_OVER = T("уже прошло {day}", "it was over on {day}")
OUTSIDE = T("день вне {first}–{last}", "the day is outside {first}–{last}")
SHIFTS_OUTSIDE = T(
    "с выходного срок сдвигается на {due}, это вне {first}–{last}",
    "off the day off the deadline shifts to {due}, outside {first}–{last}",
)
ENDS_OUTSIDE = T(
    "с этого дня срок не кончится до {last}; напишите «По» или другой день",
    "from this day the stretch does not end by {last}; write “To” or another day",
)
ONLY_SPANS_END = T(
    "при переносе последний день пишут только у того, что длится; здесь оставьте пустым",
    "a last day is written only where what is moved lasts; leave it empty here",
)
CONTRADICTS = T(
    "противоречит строке «{kind}{facts}» ({place}): исполнить можно только одну из них",
    "contradicts the row “{kind}{facts}” ({place}): only one of the two can be obeyed",
)
CONTRADICTS_MEND = T("Оставьте одну из двух строк", "Keep one of the two rows")
PIN_MOVES = T(
    "«закрепить» оставляет мероприятие на его дне, {day}, и не переносит его",
    "“pin” keeps the event on its day, {day}, and does not move it",
)
PIN_MOVES_MEND = T(
    "Напишите «перенести мероприятие» (перенесённое тоже закреплено) или оставьте «На» пустым",
    "Write “move the event” (what is moved is pinned too) or leave “New date” empty",
)
CANNOT_MOVE = T(
    "{row} «{title}» на этот день перенести нельзя:",
    "{row} “{title}” cannot be moved to this day:",
)
CANNOT_MOVE_MEND = T(
    "Мешает: {cause}. Назовите другой день или уберите помеху",
    "In the way: {cause}. Name another day, or remove what is in the way",
)
IN_THE_WAY = T("{row} «{title}» ({who})", "{row} “{title}” ({who})")
IN_ORDER = T("порядок строк: {row} «{title}»", "the order of rows: {row} “{title}”")
NOT_SO_LONG = T("не помещается до конца периода", "it does not end within the period")
NO_TIME = T(
    "за отведённое время место не нашлось; увеличьте --seconds",
    "no place was found in the time allowed; raise --seconds",
)
NOT_WORKED = T("это нерабочий день", "this is no working day")
NAME_OF_PERSON = T("нужны фамилия и инициалы", "surname and initials are needed")
UNKNOWN_PERSON = T("такого человека в планах нет", "no plan names such a person")
NOT_THEIRS = T("не отвечает за {row}", "is not responsible for {row}")
NO_EVENTS_OF = T("в эти дни ни за что не отвечает", "is responsible for nothing on these days")
GONE_PLAN = T("плана нет в дорожной карте", "the roadmap has no such plan")
GONE_PLAN_MEND = T(
    "Возьмите дорожную карту, по которой сделан план-график",
    "Take the roadmap that the timetable was made of",
)

EVERYBODY = T("все", "everybody")
BLOCKED = T("{who}: {kind}", "{who}: {kind}")
PIN_LOST = T(
    "{row} «{title}» было закреплено за {day}, но этот день больше невозможен",
    "{row} “{title}” was pinned to {day}, which is not possible any more",
)

HEAD = T("Редакция {edition}, изменения с {day}", "Edition {edition}, changes from {day}")
ON_BY_TABLE = T(
    "  Этот день взят из таблицы изменений (не раньше прежней редакции); чтобы занять и дни "
    "до него, укажите --on",
    "  This day is taken from the table of changes (not before the former edition); to use "
    "earlier days too, state --on",
)
STRATEGIES = {
    "dates": T("держать даты", "keep dates"),
    "people": T("держать людей", "keep people"),
}
STRATEGY_LINE = T(
    "  {name}: переносов {moved}, замен ведущих {restaffed}, отмен {cancelled}, "
    "осталось без дня {undated} (всего без дня {unplaced}); участников это касается {audience}, очков за изменения {disruption}",
    "  {name}: moved {moved}, leaders changed {restaffed}, cancelled {cancelled}, "
    "lost their day {undated} (without a day in all {unplaced}); participants concerned {audience}, points for changes {disruption}",
)
CHOSEN = T("Записано: «{name}»", "Written: “{name}”")
SAME = T(
    "Обе стратегии дают одно и то же: ни в одной строке не названы другие ведущие",
    "Both strategies are the same: no row names others who may lead",
)
NOTHING_CHANGED = T("Ничего менять не нужно", "Nothing needs to change")
CHANGED = T("Что изменилось: {n}", "What changed: {n}")
CHANGED_ROW = T("  {row} «{title}»: {what}", "  {row} “{title}”: {what}")
TOLD = T("Кому сообщить: {n}", "Whom to tell: {n}")
TOLD_WHO = T("  {who}:", "  {who}:")
TOLD_ROW = T("    «{title}»: {what}", "    “{title}”: {what}")

MOVED = T("{before} → {after}", "{before} → {after}")
CANCELLED = T("{before}: отменено", "{before}: cancelled")
UNDATED = T(
    "{before}: в этот день не состоится, нового дня пока нет",
    "{before}: not on this day, and there is no new day yet",
)
BACK = T("снова состоится: {after}", "takes place again: {after}")
NEW = T("новое: {after}", "new: {after}")
LEADERS = T("ведут {before} → {after}", "led by {before} → {after}")
VENUE = T("место: {before} → {after}", "venue: {before} → {after}")
RENAMED = T("название: «{before}» → «{after}»", "title: “{before}” → “{after}”")
NOT_YOURS = T("{before}: больше не ваше", "{before}: yours no longer")
MISSING = {
    "quarantine": T(
        "{row} «{title}» ({days}): в карантине {n} {n:участник|участника|участников} "
        "мероприятия, {school}",
        "{row} “{title}” ({days}): {n} {n:participant is|participants are} in quarantine, {school}",
    ),
    "day-off": T(
        "{row} «{title}» ({days}): актированный день у {n} {n:участника|участников|участников} "
        "мероприятия, {school}",
        "{row} “{title}” ({days}): {n} {n:participant has|participants have} a day off, {school}",
    ),
}
WITHOUT_YOURS = T(
    "состоится в свой день; ваших участников: {n}",
    "takes place on its day; participants of yours: {n}",
)
SHEET_MISSING = T("Кого не будет", "Who will be missing")
MISSING_SCHOOL = T("Организация", "School")
MISSING_WHY = T("Почему", "Why")
MISSING_COUNT = T("Участников", "Participants")
MAY_LEAD = T(
    "{row} «{title}»: {who} теперь тоже может вести; ведёт {leaders}",
    "{row} “{title}”: {who} may lead it now too; it is led by {leaders}",
)
DEADLINE_STANDS = T(
    "{row} «{title}»: срок {day} не сдвигается: это рабочий день ({kind})",
    "{row} “{title}”: the deadline of {day} stands: staff work on that day ({kind})",
)
NO_VENUE = T("не указано", "not stated")
NOBODY = T("никто", "nobody")

LEVELS = {
    "kept": T("Отступления от стратегии", "Departures from the strategy"),
    "disruption": T("Изменения для людей", "Disruption"),
}

CHANGES_NAME = T("таблица изменений.xlsx", "table of changes.xlsx")
WORKBOOK_FILE = T("изменения.xlsx", "changes.xlsx")
TITLE = T("Изменения плана-графика", "Changes of the timetable")
SHEET_CHANGED = T("Что изменилось", "What changed")
SHEET_TOLD = T("Кому сообщить", "Whom to tell")
WHO = T("Кому", "Who")
WHO_KIND = T("Кто это", "Kind")
WHAT = T("Что изменилось", "What changed")
BEFORE_COLUMN = T("Было", "Before")
AFTER_COLUMN = T("Стало", "After")
KINDS = {
    "person": T("человек", "person"),
    "body": T("орган", "body"),
    "school": T("организация", "school"),
    "audience": T("участники", "participants"),
}
