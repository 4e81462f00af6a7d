"""What is said of the files that verbs pass on: plan, timetable, meetings, routes."""

from __future__ import annotations

from matchmaker.text import Text as T

PLAN = T("план пар или школ", "a plan of pairs or schools")
TIMETABLE = T("план-график мероприятий", "a timetable of events")
MEETINGS = T("встречи пар", "meetings of pairs")
ROUTES = T("маршруты", "routes")

UNREADABLE = T("файл не читается: {why}", "the file cannot be read: {why}")
NO_FILE = T("такого файла нет", "there is no such file")
NO_ACCESS = T("система не даёт его открыть", "the system does not let it be opened")
NOT_UTF8 = T("это не текст в кодировке UTF-8", "it is not text in UTF-8")
NOT_JSON = T("это не JSON или файл обрезан", "it is not JSON, or the file was cut off")
OTHER_SORT = T(
    "здесь нужен файл {file} ({wanted}), а это {found}",
    "a file {file} is needed here ({wanted}), but this is {found}",
)
NO_SORT = T(
    "здесь нужен файл {file} ({wanted}), а в этом другое",
    "a file {file} is needed here ({wanted}), but this holds something else",
)
MEND = T(
    "Возьмите целый {file}, который записала команда {verb}",
    "Take the whole {file} that the verb {verb} has written",
)
BAD_VALUE = T("значение не подходит", "the value does not fit")
UNKNOWN_FIELD = T("такого поля нет", "there is no such field")
MISSING_FIELD = T("поля не хватает", "the field is missing")
OTHER_FORMAT = T(
    "файл записан другой версией программы",
    "the file was written by another version of the program",
)

OTHER_TOWN = T("файл другого муниципалитета: {name}", "the file is of another municipality: {name}")
OTHER_TOWN_MEND = T("Нужен файл для {name}", "A file for {name} is needed")
