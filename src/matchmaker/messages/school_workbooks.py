"""Sheets and headers of the workbooks of plans about schools."""

from __future__ import annotations

from matchmaker.text import Text as T

ABOUT = T(
    "{name}. Отчётная дата: {day}. Состояние плана: предложено",
    "{name}. Reference date: {day}. Status of the plan: proposed",
)

# What anyone may read.
LINKS = T("Связи", "Links")
SCHOOLS = T("Школы", "Schools")
PLATFORM = T("Сетевая площадка", "Network platform")
SCHOOL = T("Школа", "School")
PARTNER = T("Школа-партнёр", "Partner school")
PARTICIPANT = T("Школа-участник", "Participating school")
GROUP = T("Школы-партнёры", "Partner schools")
AGREEMENT = T("Вид договора", "Kind of agreement")
STATE = T("Договор", "Agreement")
ROAD = T("Дорога", "Road")
TECHNOLOGIES = T("Технологии", "Technologies")
NEW = T("новый", "new")
IN_FORCE = T("действует", "in force")
AGREED_AS = T("действует, № {number}", "in force, no. {number}")
PAIRS_OVER = T(
    "{n} {n:пара|пары|пар} наставничества между школами",
    "{n} mentoring {n:pair|pairs} between the schools",
)
PARTNER_OF = T("Для кого школа-партнёр", "Partner school of")
PARTNERS = T("Её школы-партнёры", "Its partner schools")

# Only for the curator.
FOR_CURATOR = T("Только для куратора", "For the curator only")
POINTS = T("Баллы", "Points")
POINTS_OF = T("{tier}: {points}", "{tier}: {points}")
RULES = T("Что говорят правила", "What the rules say")
RULE = T("{words} ({points:+d})", "{words} ({points:+d})")
FLAGS = {
    "low_results": T("низкие образовательные результаты", "low results"),
    "hard_context": T("сложные социальные условия", "hard social context"),
    "stably_high": T("стабильно высокие результаты", "stably high results"),
    "resilient": T("резильентная", "resilient"),
}
ASKS = T("Запрос: {what}", "Asks for: {what}")
SHOWS = T("Опыт: {what}", "Can show: {what}")
MARKS = T("Особенности", "Marks")
REQUESTS = T("Запрос", "Asks for")
CONSENT = T("Согласие директора", "Consent of the head")
AS_PARTNER = T("Договоров как школа-партнёр", "Agreements as partner school")
AS_PARTICIPANT = T("Договоров как школа-участник", "Agreements as participating school")
AS_EQUAL = T("Партнёрских отношений", "Partnerships")
DEPENDS = T("На кого опирается", "Depends on")
ONLY = T("единственная школа-партнёр: {school}", "the only partner school: {school}")
NOTICED = T("Обратить внимание", "Worth noticing")
FINDING = T("Вывод", "Finding")
UNLINKED = T("Без связи", "Without a link")
WHY_NOT = T("Причина", "Reason")
TO_ASK = T("Кого спросить", "Whom to ask")
WHY_ASK = T("Что зависит от ответа", "What depends on the answer")
ASK_PROPOSED = T(
    "школа уже есть в плане: согласие нужно до подписания договора",
    "the plan has the school: its consent is needed before the agreement is signed",
)
ASK_WITHOUT = T(
    "пока директор не спрошен, школа остаётся без связи",
    "until the head is asked the school stays without a link",
)
ASK_COULD_HELP = T(
    "школа могла бы стать школой-партнёром", "the school could become a partner school"
)
CONFLICTS = T("Противоречия", "Conflicts")
CONFLICT = T("Вместе выполнить нельзя", "Cannot hold together")
COMPARED = T("Сравнение", "Comparison")
TWO_STEP = T("Сначала договоры, затем пары", "Links first, pairs after")
TOGETHER = T("Договоры и пары вместе", "Links and pairs together")
ALL_LINKS = T("Договоров", "Links")
ALL_PAIRS = T("Пар", "Pairs")
