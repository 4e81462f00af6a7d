"""What is said of hours that recurring work takes every week."""

from __future__ import annotations

from matchmaker.text import Text as T

OF_EVENT = T(
    "часы в неделю стоят у мероприятия, которое занимает дни целиком",
    "hours a week are given for an event that takes whole days",
)
OF_EVENT_MEND = T(
    "Уберите часы или поставьте в «Занятость» «идёт в течение срока»",
    "Clear the hours, or set “Demand” to “spans the time”",
)
OF_DEADLINE = T(
    "часы в неделю стоят у строки, у которой есть только крайний срок",
    "hours a week are given for a row that has only a deadline",
)
OF_DEADLINE_MEND = T(
    "Укажите срок с началом, например «сентябрь – май» или «в течение года»",
    "State dates with a beginning, as «в течение года»",
)
OF_NOBODY = T(
    "часы в неделю некому отвести: в «Ответственные» нет ни человека, ни группы",
    "nobody to reserve hours of: “Responsible” names no person and no group",
)
OF_NOBODY_MEND = T(
    "Назовите человека или заведите группу на листе «Сокращения»",
    "Name a person, or add a group on sheet “Abbreviations”",
)
TOO_MANY = T(
    "на {who} приходится {hours} ч в неделю (строки {rows}), а рабочая неделя — {most} ч",
    "{who} would have {hours} h a week (rows {rows}), and a working week has {most} h",
)
TOO_MANY_MEND = T(
    "Уменьшите часы или назовите других ответственных (36 часов в неделю — ст. 333 ТК РФ)",
    "Lower the hours or name others (36 hours a week: art. 333 of the Labour Code)",
)
RESERVED = T(
    "На постоянную работу отведено часов в неделю: {hours}, людей и групп: {n}",
    "Hours a week reserved for recurring work: {hours}, people and groups: {n}",
)
WEEK = T(
    "на неделе {first}–{last} у «{who}» {hours} ч отведено (строки {rows}), "
    "на мероприятия остаётся {n} {n:день|дня|дней}",
    "in the week {first}–{last} “{who}” has {hours} h reserved (rows {rows}), "
    "{n} {n:day|days} left for events",
)
MORE_WEEKS = T("; и ещё недель: {n}", "; and weeks like this: {n}")
FULL = T(
    "в сроке «{dates}» не хватает дней: {weeks}",
    "too few days within “{dates}”: {weeks}",
)
FULL_BY = T(
    "дни срока «{dates}» заняты: {others}; {weeks}",
    "the days of “{dates}” are taken: {others}; {weeks}",
)
FEWER = T("Тогда {day}: {parts}", "Then {day}: {parts}")
FEWER_HOURS = T(
    "оставьте «{who}» на неделе с {week} не больше {hours} ч постоянной работы "
    "(столбец «Часов в неделю»)",
    "leave “{who}” no more than {hours} h of recurring work in the week of {week}",
)
