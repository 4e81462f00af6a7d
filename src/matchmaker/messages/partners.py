"""What plans about schools say."""

from __future__ import annotations

from matchmaker.messages import plans
from matchmaker.text import Text as T

PLATFORM = T("Сетевая площадка", "Network platform")
TOO_MANY_GROUPS = T("групп больше {n}: столько не перебрать", "more than {n} groups to list")

# Why a school has no link (the same names as of people in plans.py).
NO_CANDIDATES = T("нет подходящих школ: {removed}", "no school is eligible: {removed}")
REMOVED = plans.REMOVED
OUT_OF = T("всего школ {n}", "{n} schools in all")
ONLY_THIS = plans.ONLY_THIS
PLACES_TAKEN = T(
    "{n} {n:подходящая школа занята|подходящие школы заняты|подходящих школ заняты}: {who}",
    "{n} eligible {n:school is|schools are} taken: {who}",
)
HELD_BY_LIMIT = plans.HELD_BY_LIMIT
NOT_WORTH = T(
    "есть свободные подходящие школы, но с такой связью общий результат по правилам ниже",
    "eligible schools are free, but with such a link the result by the rules is lower",
)
AND_MORE = plans.AND_MORE

# What forcing a link would cost.
COSTS = T(
    "если закрепить эту связь и сохранить показатели перед ним, показатель «{tier}» станет "
    "ниже не меньше чем на {loss}",
    "pinning this link lowers “{tier}” by at least {loss}, if the figures before it are kept",
)
FREE_CHANGE = T(
    "по расчёту эту связь можно взять почти без потерь: закрепите её и пересчитайте план",
    "by the prices this link may come at no loss: pin it and compute the plan again",
)
NOT_ELIGIBLE = T("эту связь исключают правила: {rules}", "rules exclude this link: {rules}")
CHOSEN = T("связь предложена в плане", "the link is proposed in the plan")
NO_PRICES = plans.NO_PRICES
UNKNOWN_KIND = T(
    "такого вида связей нет; есть: {known}", "there is no such kind of link; there are: {known}"
)
NOT_HELPED = T(
    "«{who}» в этом плане не школа-участник: она не просила поддержки",
    "“{who}” is not helped in this plan: it did not ask for support",
)
NO_PROFILES = T(
    "Листа «Паспорта школ» нет или он пуст: согласие директоров и запросы школ не известны",
    "The sheet «School profiles» is missing or empty: consents and needs are not known",
)
LOST_SCHOOL = T(
    "школы {who} нет ни среди связанных, ни среди оставшихся без связи",
    "the school {who} is neither linked nor left out",
)
UNKNOWN_SCHOOL = T(
    "среди школ этого плана нет «{who}»", "the schools of this plan do not include “{who}”"
)
