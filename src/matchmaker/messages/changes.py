"""What is said of the changes between two plans."""

from __future__ import annotations

from matchmaker.text import Text as T

OLD = T("Прежний plan.json.", "The former plan.json.")
NEW = T("Новый plan.json.", "The new plan.json.")
SOURCE = T(
    "Таблицы нового плана: покажут имена и причины.",
    "Tables of the new plan: they give names and reasons.",
)
FIRST = T(
    "Что важнее: coverage — чтобы наставник был у каждого, stability — чтобы остались прежние пары.",
    "What comes first: coverage: that everyone has a mentor; stability: that pairs stay.",
)

# In the console.
SUM = T(
    "Пар осталось: {kept}. Другой наставник: {moved}. Новых: {new}. Завершено: {ended}.",
    "Pairs that stay: {kept}. Another mentor: {moved}. New: {new}. Ended: {ended}.",
)
SUM_LINKS = T(
    "Связей осталось: {kept}. Другая школа-партнёр: {moved}. Новых: {new}. Завершено: {ended}.",
    "Links that stay: {kept}. Another partner school: {moved}. New: {new}. Ended: {ended}.",
)
SUM_BOTH = T(
    "Пар и связей осталось: {kept}. Сменилось: {moved}. Новых: {new}. Завершено: {ended}.",
    "Pairs and links that stay: {kept}. Others: {moved}. New: {new}. Ended: {ended}.",
)
LINE = T("{mentee}: {before} → {after}", "{mentee}: {before} → {after}")
NOBODY = T("нет", "none")
GONE = T("Больше нет в таблицах: {who}", "Not in the tables any more: {who}")
BEFORE = T("Было", "Before")
AFTER = T("Стало", "Now")

OTHER_KIND = T("планы разного вида", "the plans are of two kinds")

# Why a pair of the former plan is not in the new one.
NO_SCHOOL = T("школы больше нет в этом плане", "the school is not in this plan any more")
NO_MENTEE = T("наставляемого больше нет в таблицах", "the mentee is not in the tables any more")
NO_MENTOR = T("наставника больше нет в таблицах", "the mentor is not in the tables any more")
OTHER_PROGRAMME = T(
    "наставляемый больше не участвует в этой программе",
    "the mentee does not take part in this programme any more",
)
EXCLUDED = T("пару больше не допускают правила", "the rules do not allow the pair any more")
FULL = T("не хватает мест: {limit}", "places are short: {limit}")
LINK_EXCLUDED = T("связь больше не допускают правила", "the rules do not allow the link any more")
LINK_NOT_TOGETHER = T(
    "эта связь не складывается вместе с остальным планом",
    "this link does not fit together with the rest of the plan",
)
NOT_TOGETHER = T(
    "эта пара не складывается вместе с остальным планом",
    "this pair does not fit together with the rest of the plan",
)

# In the workbook.
SHEET = T("Изменения", "Changes")
CHANGE = T("Что меняется", "What changes")
WHY_ENDED = T("Почему прежней пары нет", "Why the former pair is not there")
WHY_NEW = T("Почему новая пара", "Why the new pair")
LINKS_SHEET = T("Связи школ", "Links of schools")
WHY_LINK_ENDED = T("Почему прежней связи нет", "Why the former link is not there")
LINK_KIND = {
    "moved": T("другая школа-партнёр", "another partner school"),
    "new": T("новая связь", "a new link"),
    "ended": T("связь завершается", "the link ends"),
}
KIND = {
    "moved": T("другой наставник", "another mentor"),
    "new": T("новая пара", "a new pair"),
    "ended": T("пара завершается", "the pair ends"),
}
