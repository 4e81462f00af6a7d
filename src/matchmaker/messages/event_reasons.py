"""What is said of one event: why this day, who holds the others, what another would cost."""

from __future__ import annotations

from matchmaker.text import Text as T

STALE = T(
    "план-график сделан по другой дорожной карте",
    "the timetable was made of another roadmap",
)
STALE_MEND = T(
    "Сделайте его снова: matchmaker schedule или reschedule",
    "Make it again: matchmaker schedule or reschedule",
)
NO_SUCH_EVENT = T("такого мероприятия нет", "no such event")
SEVERAL = T("подходят несколько, напишите одно из: {ids}", "several fit, write one: {ids}")
ONE_ONLY = T("объясняется одно мероприятие", "one event is explained at a time")

HEAD = T("{number} «{title}»: {days}", "{number} “{title}”: {days}")
HEAD_UNPLACED = T("{number} «{title}»: дня нет", "{number} “{title}”: no day")
WHY = {
    "over": T("Уже прошло, день не меняется", "It is over, its day does not change"),
    "span": T(
        "Идёт в течение срока «{dates}» и ничьих дней не занимает",
        "It runs through “{dates}” and takes nobody's days",
    ),
    "deadline": T("Крайний срок по словам «{dates}»", "The last day by “{dates}”"),
    "pinned": T("День закреплён", "The day is pinned"),
    "only": T(
        "Другого возможного дня нет: остальные заняты или вне срока «{dates}»",
        "No other day is possible: the rest are taken or outside “{dates}”",
    ),
    "known": T("Этот день людям известен, он сохранён", "People know this day, it is kept"),
    "named": T("День назван в плане: «{dates}»", "The plan names the day: “{dates}”"),
    "nearest": T(
        "План называет «{dates}»; это ближайший к нему свободный день",
        "The plan names “{dates}”; this is the nearest free day",
    ),
    "wished": T(
        "План называет «{dates}»; ближе свободные дни есть, но в целом они хуже",
        "The plan names “{dates}”; nearer days are free, but worse on the whole",
    ),
    "free": T(
        "Свободный день в сроке «{dates}», лучший по остальным пожеланиям",
        "A free day within “{dates}”, the best by the other wishes",
    ),
}
NO_DATES = T("без срока", "no dates")
BLOCKED = T("Ближайшие занятые дни (всего {n}):", "The nearest days that are taken ({n} in all):")
BLOCKED_DAY = T("  {day}: {by}", "  {day}: {by}")
BY = T("{name} ({who})", "{name} ({who})")
OTHERS = T("Другие дни, от лучшего:", "Other days, the best first:")
NO_OTHERS = T("Других возможных дней нет", "No other day is possible")
OTHER = T("  {days}: {costs}", "  {days}: {costs}")
WITH = T("{days} ({people})", "{days} ({people})")
COST = T("{level} {points}", "{level} {points}")
FREE = T("так же хорошо", "just as good")
REASON = T("Почему: {reason}", "Why: {reason}")
MEND = T("Что поможет: {mend}", "What would help: {mend}")
SHARED = T(
    "В тот же день {n} {n:человек нужен|человека нужны|человек нужны} и на {number} «{title}»",
    "On the same day {n} {n:person is|people are} wanted at {number} “{title}” too",
)
