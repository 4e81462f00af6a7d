"""What the verb ``meetings`` says: options, tables, reasons, papers."""

from __future__ import annotations

from matchmaker.text import Text as T

MEETINGS = T(
    "Составить встречи пар на срок программ: дни, время, календари. С --interviews: собеседования до подбора.",
    "Place the meetings of pairs: days, times, calendars. With --interviews: interviews before matching.",
)
PLAN = T("Файл plan.json команды match.", "File plan.json of match.")
TIMETABLE = T(
    "Файл timetable.json: дни мероприятий не занимаются встречами.",
    "File timetable.json: days of events are not used for meetings.",
)
FROM = T(
    "Дата приказа, 2025-09-01 или 01.09.2025; без неё отчётная дата таблиц.",
    "Date of the order, 2025-09-01 or 01.09.2025; else the reference date of the tables.",
)
ZONE = T(
    "Часовой пояс календарей; без него пояс прошлых встреч (--before) или Europe/Moscow.",
    "Time zone of the calendars; else that of the former meetings (--before) or Europe/Moscow.",
)
HOLIDAYS = T("Разрешить встречи в школьные каникулы.", "Allow meetings in school holidays.")
INTERVIEWS = T(
    "Собеседования и встречи-знакомства в первой половине сентября, пока пар нет.",
    "Interviews and introductory meetings in the first half of September, before there are pairs.",
)
MENTORS = T("Собеседовать и наставников.", "Interview the mentors too.")
PSYCHOLOGIST = T(
    "ID или ФИО психолога для организаций без своего; можно повторять.",
    "ID or name of a psychologist for organisations without one; may be repeated.",
)

# What is wrong with the tables.
UNKNOWN_PERSON = T("такого человека нет на листе «Педагоги»", "no such person on sheet “Teachers”")
PERSON_MEND = T("Исправьте ФИО или укажите ID", "Mend the name or give the ID")
UNKNOWN_PROGRAMME = T("такой программы нет в правилах", "the policy has no such programme")
ONE_OF = T("Есть: {known}", "There are: {known}")
PROGRAMME_TWICE = T("программа записана дважды", "the programme stands twice")
STRETCH_SWAPPED = T(
    "промежуток кончается раньше, чем начинается", "the stretch ends before it begins"
)
STRETCH_MEND = T("Поменяйте местами «С» и «До»", "Swap “From” and “To”")
METHODICAL_DAY_UNCLEAR = T("день недели не понят", "the weekday is not understood")
METHODICAL_DAY_MEND = T("Например: среда", "For example: Wednesday")
NOT_IN_TABLES = T(
    "участника плана нет в таблицах", "the tables do not have this person of the plan"
)
PLAN_MEND = T("Составьте план заново: match или rematch", "Make the plan again: match or rematch")
NOT_PAIRS = T("в этом плане нет пар людей", "this plan has no pairs of people")
NEEDS_PLAN = T("нужен план пар: --plan plan.json", "a plan of pairs is needed: --plan plan.json")
NEEDS_PLAN_MEND = T(
    "Или собеседования до подбора: --interviews", "Or interviews before matching: --interviews"
)
ONLY_ONE = T(
    "--plan и --interviews вместе не нужны: собеседования проходят до подбора",
    "--plan and --interviews exclude each other: interviews come before matching",
)
CALENDAR = T("{name}: мои встречи", "{name}: my meetings")
BAD_ZONE = T("такого часового пояса нет", "there is no such time zone")
BAD_ZONE_MEND = T("Например: Europe/Moscow, Asia/Novosibirsk", "For example: Europe/Moscow")
OTHER_TABLES = T(
    "План составлен по другим таблицам: с тех пор они изменились.",
    "The plan was made of other tables: they have changed since.",
)
YEARS_TO_COME = T(
    "Календарь {years} предварительный: постановление о переносах ещё не издано.",
    "The calendar of {years} is preliminary: the decree on transfers is not issued yet.",
)

WEEKDAYS = (
    T("пн", "Mon"),
    T("вт", "Tue"),
    T("ср", "Wed"),
    T("чт", "Thu"),
    T("пт", "Fri"),
    T("сб", "Sat"),
    T("вс", "Sun"),
)

# Why there is no meeting, and what would help.
NO_DAYS = T(
    "в срок программы нет дня, рабочего и учебного для всех",
    "no day of the term is worked by all with pupils at school",
)
NO_DAYS_LEFT = T(
    "в дни, отведённые этой встрече, и до соседних встреч нет дня, рабочего и учебного для всех",
    "no day of this meeting, nor between those beside it, is worked by all with pupils at school",
)
HOLIDAYS_MEND = T(
    "Разрешите встречи в каникулы (лист «Встречи» или --holidays)",
    "Allow meetings in school holidays (sheet “Meetings” or --holidays)",
)
TERM_MEND = T(
    "Проверьте срок программы, дату начала и особые дни",
    "Check the term, the first day and the special days",
)
NO_WAY = T(
    "нет формата встреч, на который согласны все", "there is no way of meeting that all accept"
)
NO_WAY_MEND = T(
    "Уточните «Форматы» наставника или «Желаемый формат» наставляемого",
    "Ask again about the mentor's ways or the mentee's wish",
)
NO_COMMON = T(
    "нет общего свободного времени на {minutes} мин с дорогой. Свободны: {people}",
    "no common free time of {minutes} min with the road. Free: {people}",
)
NEVER = T("нет", "never")
SUPPOSED = T(
    "Уроки не указаны и предполагаются по смене: {people}",
    "Lessons are not stated and supposed by the shift: {people}",
)
FREE_MEND = T(
    "Освободить: {who}, {day} {starts}–{ends} (лист «Занятость»)",
    "To free: {who}, {day} {starts}–{ends} (sheet “Busy hours”)",
)
TALK_MEND = T(
    "Одному освободить время недостаточно: договоритесь вместе или смените пару",
    "It is not enough that one frees time: agree together, or change the pair",
)
ROAD = T("{who} {minutes} мин", "{who} {minutes} min")
ROAD_TOO_LONG = T(
    "дорога не умещается до и после занятий: в один конец {roads}",
    "the road does not fit before and after lessons: one way {roads}",
)
REMOTE_MEND = T(
    "Согласовать дистанционный формат: время для него есть",
    "Agree to meet remotely: there is time for that",
)
EVENTS = T(
    "все дни со свободным временем заняты мероприятиями участников",
    "events take all days on which there would be time",
)
EVENTS_MEND = T(
    "Проверьте, всем ли нужно быть на мероприятиях", "Check whether all have to be at the events"
)
TAKEN = T(
    "всё общее свободное время занимают другие встречи: {others}",
    "other meetings take all common free time: {others}",
)
EFFORT = T("время не найдено в пределах расчёта", "no time was found within the effort allowed")
EFFORT_MEND = T("Назначьте встречу вручную", "Place the meeting by hand")
NO_CURATOR = T("у организации не указан куратор", "the organisation has no curator")
CURATOR_MEND = T(
    "Заполните «Куратор» на листе «Организации»", "Fill in “Curator” on sheet “Organisations”"
)
NO_PSYCHOLOGIST = T(
    "в организации нет педагога-психолога, и другой не назван",
    "the organisation has no educational psychologist, and no other is named",
)
PSYCHOLOGIST_MEND = T(
    "Добавьте педагога-психолога на лист «Педагоги» или укажите --psychologist",
    "Add an educational psychologist to sheet “Teachers” or name one with --psychologist",
)
NO_COMPANY = T(
    "в организации не с кем знакомиться: нет готовых наставников",
    "there is nobody to be introduced to: the organisation has no willing mentor",
)
COMPANY_MEND = T(
    "Пригласите наставников другой организации", "Invite mentors of another organisation"
)
NO_TIME_TO_TALK = T(
    "нет общего свободного времени в первой половине сентября",
    "no common free time in the first half of September",
)
TALK_TIME_MEND = T(
    "Уточните лист «Занятость» или начните раньше (--from)",
    "Fill in sheet “Busy hours” or begin earlier (--from)",
)
TALKS_TAKEN = T(
    "общее время занято другими собеседованиями и знакомствами",
    "other interviews and introductions take the common time",
)
TALKS_TAKEN_MEND = T(
    "Назовите ещё одного психолога (--psychologist) или проведите позже",
    "Name another psychologist (--psychologist) or hold it later",
)
CANNOT_COME = T(
    "не может быть на знакомстве в общее для большинства время",
    "cannot come to the introduction at the time that suits most",
)
CANNOT_COME_MEND = T(
    "Познакомьте отдельно или уточните лист «Занятость»",
    "Introduce separately or fill in sheet “Busy hours”",
)

# The screen.
REPORT = T(
    "Пар и групп: {series}. Встреч: {placed} из {wanted}, без времени {unplaced}.",
    "Pairs and groups: {series}. Meetings: {placed} of {wanted}, without a time {unplaced}.",
)
REPORT_INTERVIEWS = T(
    "Собеседований и знакомств: {placed} из {wanted}, без времени {unplaced}.",
    "Interviews and introductions: {placed} of {wanted}, without a time {unplaced}.",
)
REGULAR = T(
    "В своё еженедельное время: {kept} из {placed}.", "At their weekly time: {kept} of {placed}."
)
BUSIEST = T(
    "Больше всего встреч за неделю: {who}, {n} (неделя с {week}).",
    "Most meetings in a week: {who}, {n} (week of {week}).",
)
SUPPOSED_COUNT = T(
    "Уроки не указаны и предполагаются по смене у {n} чел.: точнее с листом «Занятость».",
    "Lessons of {n} people are not stated and supposed by the shift: fill in sheet “Busy hours”.",
)
STATUS = {
    "optimal": T(
        "Лучше по этим правилам нельзя (доказано)", "Best possible by these rules (proved)"
    ),
    "feasible": T("Допустимо; не доказано, что лучше нельзя", "Feasible; not proved to be best"),
}
UNPLACED_HEAD = T("Без времени:", "Without a time:")
CHECKED = T("Проверка: нарушений нет.", "Checked: nothing is violated.")
VIOLATED = T("Проверка: нарушений {n}.", "Checked: {n} violations.")
SECOND = T(
    "Таблицы для второго подбора: впишите итоги собеседований и голоса в {folder}, затем match {folder}",
    "Tables for the second matching: fill in interviews and votes in {folder}, then match {folder}",
)

# The papers.
NAME = T("встречи.xlsx", "meetings.xlsx")
SECOND_FOLDER = T("второй подбор", "second match")
SUMMARY = T("Встреча пары", "Meeting of the pair")
SUMMARY_BEFORE = T("Встреча", "Meeting")
ABOUT = T("{name}, встречи с {day}", "{name}, meetings from {day}")
PAIRS_SHEET = T("Пары", "Pairs")
NOBODY = T("встреч нет", "no meetings")
BY_MENTOR = T("По наставникам", "By mentor")
BY_MENTEE = T("По наставляемым", "By mentee")
BY_WEEK = T("По неделям", "By week")
INTERVIEW_SHEET = T("Собеседования", "Interviews")
INTRODUCTION_SHEET = T("Знакомства", "Introductions")
UNPLACED_SHEET = T("Без времени", "Without a time")
MENTOR = T("Наставник", "Mentor")
MENTEE = T("Наставляемый", "Mentee")
PERSON = T("Участник", "Participant")
OTHERS = T("С кем", "With")
PROGRAMME = T("Программа", "Programme")
WEEKLY = T("Постоянное время", "Weekly time")
DATE = T("Дата", "Date")
DAY = T("День", "Day")
TIME = T("Время", "Time")
PHASE = T("Встреча", "Meeting")
WHERE = T("Где", "Where")
WEEK = T("Неделя с", "Week of")
COUNT = T("Встреч", "Meetings")
REASON = T("Почему", "Why")
MEND = T("Что поможет", "What helps")
SCHOOL = T("Организация", "Organisation")
REMOTELY = T("дистанционно", "remotely")
JOINS = T("дистанционно: {who}", "remotely: {who}")
PHASES = {
    "acquaintance": T("знакомство", "acquaintance"),
    "trial": T("пробная", "trial"),
    "planning": T("планирование", "planning"),
    "regular": T("регулярная {n}", "regular {n}"),
    "final": T("итоговая", "final"),
    "interview": T("собеседование", "interview"),
    "introduction": T("знакомство", "introduction"),
}
