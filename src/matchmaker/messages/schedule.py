"""What is said of a timetable: why a row has no day, what would help, what was done."""

from __future__ import annotations

from matchmaker.text import Text as T

SCHEDULE = T(
    "Расставить мероприятия дорожной карты по рабочим дням.",
    "Put the events of a roadmap on working days.",
)

NO_DATES = T("срок не указан", "no date is given")
NOT_DATED = T("срок «{dates}»: {reason}", "dates “{dates}”: {reason}")
OUTSIDE_PLAN = T(
    "срок «{dates}» вне периода плана {period}",
    "dates “{dates}” lie outside the period of the plan {period}",
)
OUTSIDE_PLAN_MEND = T(
    "Исправьте «Срок» строки или «Начало» и «Окончание» плана",
    "Mend “Dates” of the row, or start and end of the plan",
)
OUTSIDE = T(
    "Строк вне расставляемого периода: {n} ({rows})",
    "Rows outside the days to be planned: {n} ({rows})",
)
NOTHING_IN_PERIOD = T(
    "в этом периоде нет ни одной строки планов", "no row of the plans lies in this period"
)
NOTHING_IN_PERIOD_MEND = T(
    "Планы идут {period}; назовите период с их сроками",
    "The plans run {period}; name a period with their dates",
)
NO_DATES_MEND = T("Укажите срок, например «октябрь 2025 г.»", "State dates, as «октябрь 2025 г.»")

EVENT = T("Мероприятие", "Event")
PUBLICATION = T("Размещение на сайте: {title}", "Publication: {title}")
PUBLICATION_ID = T("публикация", "публикация")
ONLY_COMPARED = T(
    "все планы стоят здесь только для сравнения", "all plans are here for comparison only"
)
ONLY_COMPARED_MEND = T(
    "Уберите «Только для сравнения» на листе «Планы» или назовите план",
    "Clear “For comparison only” on sheet “Plans”, or name a plan",
)
NO_PERIOD = T("период планов неизвестен", "the period of the plans is unknown")
NO_PERIOD_MEND = T(
    "Заполните начало и окончание на листе «Планы» или укажите --period",
    "Fill in start and end on sheet “Plans”, or state --period",
)
AUDIENCES = {
    "council": T("совет молодых педагогов", "the council of young teachers"),
    "young": T("молодые педагоги", "young teachers"),
    "mentees": T("наставляемые", "mentees"),
    "mentors": T("наставники", "mentors"),
    "students": T("студенты", "students"),
    "heads": T("руководители организаций", "heads of organisations"),
    "curators": T("кураторы", "curators"),
    "deputies": T("заместители руководителей", "deputy heads"),
    "methodists": T("методисты", "methodists"),
    "schools": T("организации", "organisations"),
}

NO_DAY = T(
    "в сроке «{dates}» нет подходящего рабочего дня",
    "no working day within “{dates}” will do",
)
NO_SEATS = T(
    "нужно мест: {n}, а больше всего их — {most}",
    "{n} seats are needed, and the most there are: {most}",
)
SEATS = T("{n} («{venue}»)", "{n} (“{venue}”)")
MEND_SEATS = T(
    "Добавьте в «Площадки» место вместительнее или уменьшите «Число участников»",
    "Add a larger place to “Venues”, or lower “Attendance”",
)
UNSETTLED = T(
    "причина не выяснена за отведённое время", "the reason was not found out in the time allowed"
)
ORDER = T("в сроке «{dates}» нет дня {order}", "no day within “{dates}” lies {order}")
ORDER_TAKEN = T("; заняты и дни: {others}", "; and days are taken: {others}")
AFTER_ROW = T("после пункта {row} («{dates}»)", "after row {row} (“{dates}”)")
BEFORE_ROW = T("до пункта {row} («{dates}»)", "before row {row} (“{dates}”)")
ROW_ORDER = T("(пункт {row} — {order})", "(row {row}: {order})")
AFTER_FIXED = {
    "span": T(
        "после пункта {row}, который идёт до {day}", "after row {row}, which runs until {day}"
    ),
    "deadline": T("после пункта {row}, срок которого {day}", "after row {row}, due on {day}"),
}
BEFORE_FIXED = {
    "span": T(
        "до пункта {row}, который начинается {day}", "before row {row}, which begins on {day}"
    ),
    "deadline": T("до пункта {row}, срок которого {day}", "before row {row}, due on {day}"),
}
LEAD = T(
    " и с запасом {n} {n:рабочий день|рабочих дня|рабочих дней}",
    " with {n} working {n:day|days} between",
)
CONFLICT = T(
    "все дни срока «{dates}» заняты: {others}",
    "every day of “{dates}” is taken: {others}",
)
CONFLICT_UNPROVEN = T(
    "места не нашлось; мешают, вероятно: {others}",
    "no place was found; perhaps because of {others}",
)
MEND_WHEN = T("Разрешите {day}: измените «Срок»", "Allow {day}: change “Dates”")
MEND_WITHOUT = T(
    "Обойдитесь без «{who}» (столбец «{column}»): тогда {day}",
    "Do without “{who}” (column “{column}”): then {day}",
)
VENUES = T("Площадки", "Venues")
RESPONSIBLE = T("Ответственные", "Responsible")
PARTICIPANTS = T("Участники", "Participants")
MEND_ORDER = T(
    "Уберите {before} из столбца «После» пункта {row}: тогда {day}",
    "Remove {before} from column “After” of row {row}: then {day}",
)
MEND_NONE = T(
    "Измените «Срок», «Ответственные» или «Площадки»",
    "Change “Dates”, “Responsible” or “Venues”",
)

NO_TABLES = T(
    "план пар без таблиц муниципалитета", "a plan of pairs without the municipality's tables"
)
NO_TABLES_MEND = T(
    "Передайте и таблицы: municipality=mm.read(…)", "Give the tables too: municipality=mm.read(…)"
)
PAIRS = T(
    "План пар (plan.json): участники мероприятий станут людьми, и людей, нужных в один день "
    "на двух мероприятиях, будет как можно меньше.",
    "The plan of pairs (plan.json): participants become people, and as few as possible are "
    "wanted at two events on one day.",
)
INVITED = T(
    "Участников, известных по именам: {people}; приглашений {n}",
    "Participants known by name: {people}; invitations {n}",
)
LIMITED = T(
    "Мест меньше, чем людей, которых можно пригласить, у мероприятий: {n}",
    "Events with fewer places than people to invite: {n}",
)
LIMITED_ROW = T("  {row} «{title}»: {words}", "  {row} “{title}”: {words}")
ZONE = T("Часовой пояс календарей.", "Time zone of the calendars.")
PLACED = T(
    "Расставлено мероприятий: {n}; в течение срока идут {spans}, крайних сроков {deadlines}",
    "Events placed: {n}; {spans} run through a stretch of time, {deadlines} deadlines",
)
PRELIMINARY = T(
    "Календарь {years} года ПРЕДВАРИТЕЛЬНЫЙ: дни могут измениться",
    "The calendar of {years} is PRELIMINARY: days may change",
)
LEVELS = {
    "unplaced": T("Без дня", "Without a day"),
    "changes": T("Сдвиг известных дней", "Moves of known days"),
    "participants": T("Люди на двух мероприятиях в день", "People at two events on one day"),
    "preferences": T("Пожелания", "Wishes"),
    "balance": T("Неравномерность нагрузки", "Unevenness of load"),
}
LEVEL = T("  {title}: {value} ({proof})", "  {title}: {value} ({proof})")
PROVED = T("лучше нельзя, доказано", "cannot be better, proved")
NOT_PROVED = T("лучшее найденное", "the best found")
MOVED = T("  {row} «{title}»: {before} → {after}", "  {row} “{title}”: {before} → {after}")
PINNED_FREELY = T(
    "  {row} «{title}»: закреплён день, который выберет программа: {day}. Чтобы закрепить свой, "
    "назовите его в столбце «Срок»",
    "  {row} “{title}”: pinned to the day that was chosen here: {day}. To pin one of your own, "
    "name it in column “Dates”",
)
UNPLACED = T("Без дня остались: {n}", "Without a day: {n}")
UNPLACED_ROW = T("  {row} «{title}»: {reason}. {mend}", "  {row} “{title}”: {reason}. {mend}")
