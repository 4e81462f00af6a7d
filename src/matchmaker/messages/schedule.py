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
    "heads": T("руководители", "heads"),
    "curators": T("кураторы", "curators"),
    "deputies": T("заместители", "deputies"),
    "methodists": T("методисты", "methodists"),
    "schools": T("организации", "organisations"),
}

NO_DAY = T(
    "в сроке «{dates}» нет подходящего рабочего дня",
    "no working day within “{dates}” will do",
)
NO_CHOICE = T("нет площадки или ведущего, которые подошли бы", "no venue or leader would do")
CONFLICT = T(
    "все дни срока «{dates}» заняты: {others} ({who})",
    "every day of “{dates}” is taken: {others} ({who})",
)
CONFLICT_UNPROVEN = T(
    "места не нашлось; мешают, вероятно: {others}",
    "no place was found; perhaps because of {others}",
)
MEND_WHEN = T("Разрешите {day}", "Allow {day}")
MEND_WITHOUT = T("Обойдитесь без «{who}»: тогда {day}", "Do without “{who}”: then {day}")
MEND_NONE = T("Измените срок или ответственных", "Change the dates or the responsible")

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
