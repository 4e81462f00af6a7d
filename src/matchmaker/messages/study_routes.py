"""What is said of individual educational routes and of the courses for mentors."""

from __future__ import annotations

from matchmaker.text import Text as T

ROUTES = T(
    "Составить индивидуальные маршруты: кто на какие мероприятия идёт, курсы наставников.",
    "Make individual routes: who goes to which events, and the courses for mentors.",
)
TIMETABLE = T("План-график: файл timetable.json.", "The timetable: the file timetable.json.")
PLAN = T("План пар: файл plan.json, чтобы назвать наставников.", "The plan of pairs: plan.json.")
MEETINGS = T("Встречи пар: файл meetings.json.", "Meetings of pairs: meetings.json.")
PER_MONTH = T(
    "Не больше стольких мероприятий у человека в месяц.",
    "At most so many events a month for a person.",
)

# Files.
WORKBOOK_FILE = T("маршруты.xlsx", "routes.xlsx")
LISTS_FILE = T("списки участников.xlsx", "lists of participants.xlsx")

# What is wrong.
NO_ROW = T(
    "мероприятия плана-графика нет в дорожной карте",
    "the roadmap has no such event of the timetable",
)
NO_ROW_MEND = T(
    "Составьте план-график заново по этой дорожной карте",
    "Make the timetable again of this roadmap",
)
NOT_PAIRS = T("это план о школах, а не о парах", "this plan is about schools, not pairs")

# Remarks.
ROADMAP_CHANGED = T(
    "Дорожная карта изменилась после составления плана-графика: сверьте даты",
    "The roadmap has changed since the timetable was made: compare the dates",
)
PROPOSED = T(
    "Темы предложены по словам названия: {n} {n:мероприятие|мероприятия|мероприятий}. "
    "Проверьте столбец «Отвечает на запросы»",
    "Topics proposed by the words of titles: {n} {n:event|events}. Check the column “Answers requests”",
)
NO_HOURS = T(
    "Часы не указаны: {n} {n:мероприятие|мероприятия|мероприятий}; в итоги они не вошли",
    "Hours are not stated: {n} {n:event|events}; totals do not have them",
)
NO_REQUESTS = T(
    "Запросы не указаны: {n} {n:наставляемый|наставляемых|наставляемых}",
    "Requests are not stated: {n} {n:mentee|mentees}",
)

# Levels.
LEVELS = {
    "main": T("Основные запросы с мероприятием", "Main requests with an event"),
    "requests": T("Запросы с мероприятием, по выраженности", "Requests with an event, by severity"),
    "paired": T("Наставники пар на курсах", "Mentors of pairs on courses"),
    "training": T("Наставники и кураторы на курсах", "Mentors and curators on courses"),
    "hours": T("Неравномерность часов", "Unevenness of hours"),
    "dates": T("Поздние даты и дальние площадки", "Late dates and far venues"),
}

# Why somebody stays without.
WHYS = {
    "no_event": T("нет мероприятия, которое отвечает на запрос", "no event answers the request"),
    "no_course": T("в плане-графике нет курса", "the timetable has no course"),
    "not_whole": T(
        "не у всех занятий программы есть даты: {names}",
        "not all lessons of the programme have dates: {names}",
    ),
    "leads": T("ведёт мероприятие в этот день: {names}", "leads an event on the day: {names}"),
    "seats": T("мест нет: {names}", "no seats left: {names}"),
    "day": T("в этот день уже другое мероприятие: {names}", "another event on the day: {names}"),
    "month": T(
        "в этом месяце уже достаточно мероприятий: {names}", "enough events in the month: {names}"
    ),
    "together": T(
        "занятия программы не сочетаются: {names}", "the lessons do not go together: {names}"
    ),
    "audience": T("для других участников: {names}", "for other participants: {names}"),
    "school": T("для других организаций: {names}", "for other organisations: {names}"),
    "term": T(
        "вне срока программы наставничества: {names}", "outside the term of mentoring: {names}"
    ),
    "away": T("в это время не на рабочем месте: {names}", "not at work at that time: {names}"),
}
ON_DAY = T("«{title}», {day}", "“{title}”, {day}")
TITLE_ONLY = T("«{title}»", "“{title}”")

# What stands above the sheets.
TITLE = T(
    "Индивидуальные образовательные маршруты. {name}", "Individual educational routes. {name}"
)
LISTS_TITLE = T("Списки участников мероприятий. {name}", "Lists of participants. {name}")
PERIOD = T(
    "С {first} по {last}, план-график в редакции {edition}",
    "From {first} to {last}, edition {edition} of the timetable",
)
PRIVATE = T(
    "Для методиста: здесь названы запросы. Лист маршрута можно отдать только самому человеку",
    "For the methodist: requests are named here. A sheet of a route may be given to that person only",
)

# Sheets.
ALL = T("Все маршруты", "All routes")
EVENTS = T("По мероприятиям", "By event")
COURSES = T("План-график курсов", "Plan of courses")
LEFT = T("Без места", "Without a place")
OFFERS = T("Мероприятия и темы", "Events and topics")
ONE = T("Маршруты по людям", "Routes by person")

# Headers.
PERSON = T("Наставляемый", "Mentee")
PARTICIPANT = T("Участник", "Participant")
SCHOOL = T("Организация", "Organisation")
MENTOR = T("Наставник", "Mentor")
TERM = T("Срок", "Term")
REQUESTS = T("Запросы", "Requests")
SEVERITY = T("Выраженность", "Severity")
ANSWERED = T("Отвечает на запросы", "Answers requests")
EVENT = T("Мероприятие", "Event")
DAY = T("Дата", "Date")
UNTIL = T("По", "Until")
VENUE = T("Место", "Venue")
HOURS = T("Часов", "Hours")
PROGRAMME = T("Программа", "Programme")
SEATS = T("Мест", "Seats")
TAKEN = T("Занято", "Taken")
ORIGIN = T("Откуда темы", "Where topics come from")
ROLE = T("Кого обучают", "Trained as")
WHY = T("Почему", "Why")
KIND = T("Что", "What")
WITHOUT = T("Запросы без мероприятия", "Requests without an event")

# Words in cells.
BY_TABLE = T("указано", "stated")
BY_WORDS = T("предложено по названию", "proposed by the title")
MAIN = T("{topic} (основной)", "{topic} (main)")
MEASURED = T("{topic} (по мониторингу)", "{topic} (by monitoring)")
AT_LEAST = T("не менее {n}", "at least {n}")
VISIT = T("мероприятие", "event")
MEETING = T("встреча с наставником", "meeting with the mentor")
OPEN = T("запрос без мероприятия", "request without an event")
ROLES = {
    "mentors": T("наставник", "mentor"),
    "curators": T("куратор", "curator"),
}
UNTIL_OPEN = T("с {first}", "from {first}")
FROM_TO = T("{first} – {last}", "{first} – {last}")
HEAD = T("{name}. {school}", "{name}. {school}")
HEAD_MENTOR = T("Наставник: {names}", "Mentor: {names}")
HEAD_TERM = T("Срок: {term}", "Term: {term}")
HEAD_HOURS = T("Часов всего: {hours}", "Hours in all: {hours}")
NOBODY = T("не назван", "not named")
NO_ROUTES = T("Маршрутов нет", "There are no routes")
NO_COURSES = T("На курсы никто не направлен", "Nobody is sent to courses")
NO_LEFT = T("Место есть у всех", "Everybody has a place")

# What the command says.
DONE = T(
    "Маршрутов: {routes}. Запросов с мероприятием: {answered} из {asked}, основных {main} из {mains}.",
    "Routes: {routes}. Requests with an event: {answered} of {asked}, main ones {main} of {mains}.",
)
TRAINED = T("На курсы направлены: {placed} из {wanted}.", "Sent to courses: {placed} of {wanted}.")
PROVED = T(
    "Лучше по этим показателям нельзя: доказано.", "Nothing is better by these figures: proved."
)
NOT_PROVED = T(
    "Доказано не всё: граница показана у каждого показателя.",
    "Not all is proved: each figure has its bound.",
)
LEVEL = T("{level}: {value} (граница {bound})", "{level}: {value} (bound {bound})")
NO_BOUND = T("не доказана", "not proved")
WRITTEN = T("Записано: {files}", "Written: {files}")
