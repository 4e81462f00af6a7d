"""What stands in the files made of a timetable: workbook, pictures, calendars; what is wrong."""

from __future__ import annotations

from matchmaker.text import Text as T

# Names of files; those of programs to read stay as they are in both languages.
WORKBOOK_FILE = T("план-график.xlsx", "timetable.xlsx")
CITY_FILE = T("город", "city")
SCHOOL_FILE = T("школа {school}", "school {school}")

# What stands above everything.
TITLE = T("План-график мероприятий. {name}", "Timetable of events. {name}")
PERIOD = T("С {first} по {last}, редакция {edition}", "From {first} to {last}, edition {edition}")
FOR_CENTRE = T("Только для работы центра", "For the centre's own work only")
PRELIMINARY = T(
    "Календарь {years} {n:года|годов|годов} ПРЕДВАРИТЕЛЬНЫЙ: дни могут измениться",
    "The calendar of {years} is PRELIMINARY: days may change",
)
AND = T(" и ", " and ")

# Names of calendars as telephones show them.
CITY_CALENDAR = T("{name}: мероприятия", "{name}: events")
SCHOOL_CALENDAR = T("{name}: мероприятия школы {school}", "{name}: events of school {school}")
OWN_CALENDAR = T("{name}: мои мероприятия", "{name}: my events")

# Sheets of the workbook.
BY_DATE = T("По датам", "By date")
BY_PERSON = T("По людям", "By person")
BY_SCHOOL = T("По школам", "By school")
BY_MONTH = T("По месяцам", "By month")
CLASHES = T("Накладки", "Clashes")
UNPLACED = T("Без срока", "Unplaced")

# Headers.
DAY = T("Дата", "Date")
WEEKDAY = T("День", "Day")
UNTIL = T("По", "Until")
KIND = T("Вид", "Kind")
EVENT = T("Мероприятие", "Event")
EVENTS = T("Мероприятия", "Events")
VERBATIM = T("Срок по плану", "Dates of the plan")
VENUE = T("Место", "Venue")
RESPONSIBLE = T("Ответственные", "Responsible")
PARTICIPANTS = T("Участники", "Participants")
HOURS_A_WEEK = T("Часов в неделю", "Hours a week")
PLAN = T("План", "Plan")
NUMBER = T("№", "No.")
STATE = T("Состояние", "State")
WHO = T("Кто", "Who")
PEOPLE = T("Людей", "People")
ROLE = T("Как", "How")
PERSON = T("Ответственный", "Responsible")
SCHOOL = T("Организация", "Organisation")
TOTAL = T("Всего", "In all")
REASON = T("Почему", "Why")
MEND = T("Что поможет", "What would help")

# Words in cells.
OWN = T("отвечает", "responsible")
IN_GROUP = T("в составе {name}", "as a member of {name}")
TAKING_PART = T("участвуют: {people}", "taking part: {people}")
NOBODY = T("не назван по имени", "not named")
EVERY_SCHOOL = T("все организации", "all organisations")
EVENT_OF_PLAN = T("{title} ({plan}, № {number})", "{title} ({plan}, no. {number})")
KINDS = {
    "event": T("мероприятие", "event"),
    "span": T("период", "stretch of time"),
    "deadline": T("срок", "deadline"),
}
STATES = {
    "history": T("прошло", "over"),
    "published": T("объявлено", "published"),
    "draft": T("проект", "draft"),
}

LIMITED = T(
    "мест {places}, приглашать можно из {people}: кто идёт, решает `matchmaker routes`",
    "{places} places, {people} to invite from: `matchmaker routes` decides who goes",
)

# What an empty sheet says, and what numbers count.
NO_EVENTS = T("Мероприятий нет", "There are no events")
NO_CLASHES = T(
    "Накладок нет: ни у кого нет двух мероприятий в один день",
    "There are no clashes: nobody has two events on one day",
)
NO_UNPLACED = T("Даты есть у всех мероприятий", "Every event has its dates")
NO_PEOPLE = T("Ответственные по имени не названы", "Nobody is named as responsible")
COUNTED = T(
    "Сколько мероприятий и сроков у человека в месяце; периоды не считаются",
    "How many events and deadlines a person has in a month; stretches of time are not counted",
)

# Pictures.
GANTT = T("Мероприятия по месяцам. {name}", "Events by month. {name}")
YEAR = T("Год на одном листе. {name}", "The year at a glance. {name}")
DAY_COUNT = T(
    "Число: сколько мероприятий идёт и сроков наступает в этот день. Периоды не считаются",
    "The number: events that run and deadlines that fall on the day. Stretches of time are not counted",
)
LEGEND_WORKING = T("рабочий день", "working day")
LEGEND_OFF = T("нерабочий день (без рамки)", "day off (no frame)")
LEGEND_MANY = T("{n} и больше", "{n} and more")

# What is wrong.
ENDS_BEFORE = T("окончание раньше начала", "the end is before the beginning")
ID_TWICE = T("это мероприятие записано дважды", "this event stands twice")
EDITION = T(
    "мероприятия изменились, а номер редакции ({edition}) не больше прежнего ({before})",
    "events have changed, but the edition ({edition}) is not above the former one ({before})",
)
EDITION_MEND = T(
    "Увеличьте номер редакции: по нему телефоны узнают об изменении",
    "Raise the edition: telephones learn of a change by it",
)
ZONE = T("такого часового пояса нет", "there is no such time zone")
ZONE_MEND = T("Например: Europe/Moscow, Asia/Novokuznetsk", "Such as Europe/Moscow")
