"""What plans, checks of plans and reasons say."""

from __future__ import annotations

from matchmaker.text import Text as T

NOTICE = T("Проект. Решение принимает руководитель", "Draft. The head of the organisation decides")
FICTIONAL = T("Вымышленные данные", "Fictional data")

# Why a mentee is left out.
NO_PROGRAMME = T(
    "ни одна из действующих программ не принимает: проверьте категорию, возраст и стаж или укажите программу",
    "no programme in force accepts this person: check category, age and experience or name a programme",
)
NO_CANDIDATES = T("нет подходящих наставников: {removed}", "no mentor is eligible: {removed}")
REMOVED = T("«{rule}» исключает {n}", "“{rule}” removes {n}")
OUT_OF = T("всего наставников {n}", "{n} mentors in all")
ONLY_THIS = T(
    "без правила «{rule}» подошли бы {n}", "without the rule “{rule}” {n} would be eligible"
)
PLACES_TAKEN = T(
    "{n} {n:подходящий наставник занят|подходящих наставника заняты|подходящих наставников заняты}: {who}",
    "{n} eligible {n:mentor is|mentors are} taken: {who}",
)
HELD_BY_LIMIT = T("{mentor} ({limit})", "{mentor} ({limit})")
NOT_WORTH = T(
    "есть свободные подходящие наставники, но с этой парой общий результат по правилам ниже",
    "eligible mentors are free, but with such a pair the result by the rules is lower",
)
AND_MORE = T("и ещё {n}", "and {n} more")

# What forcing a pair would cost.
COSTS = T(
    "если закрепить эту пару и сохранить показатели перед ним, показатель «{tier}» станет "
    "ниже не меньше чем на {loss}",
    "pinning this pair lowers “{tier}” by at least {loss}, if the figures before it are kept",
)
FREE_CHANGE = T(
    "по расчёту эту пару можно взять почти без потерь: закрепите её и пересчитайте план",
    "by the prices this pair may come at no loss: pin it and compute the plan again",
)
UNSETTLED = T(
    "расчёт не доведён до конца: чего стоит эта пара, пока неизвестно",
    "the run was not finished: what this pair costs is not known yet",
)
SEARCHED = T(
    "не всё в плане доказано ценами: сказать, чего стоит эта пара, нельзя; закрепите её и "
    "пересчитайте план",
    "prices do not prove all of the plan: what this pair costs cannot be told; pin it and "
    "compute the plan again",
)
NOT_ELIGIBLE = T("эту пару исключают правила: {rules}", "rules exclude this pair: {rules}")
CHOSEN = T("пара предложена в плане", "the pair is proposed in the plan")
NO_PRICES = T(
    "в плане нет цен: сказать, чего стоит замена, нельзя",
    "the plan has no prices: the cost of a change cannot be told",
)

# What is wrong with a plan.
OTHER_TABLES = T(
    "план построен по другим таблицам: после расчёта они изменились",
    "the plan was made of other tables: they have changed since",
)
MAKE_AGAIN = T(
    "Рассчитайте план заново: matchmaker match, о школах matchmaker partner",
    "Make the plan again: matchmaker match, about schools matchmaker partner",
)
UNKNOWN_MENTEE = T("в таблицах нет наставляемого {who}", "no mentee {who} in the tables")
UNKNOWN_MENTOR = T("в таблицах нет наставника {who}", "no mentor {who} in the tables")
PAIR_TWICE = T("пара {pair} записана дважды", "the pair {pair} stands twice")
PAIR_FORBIDDEN = T(
    "пара {pair} не допускается правилами: {rules}",
    "the rules do not allow the pair {pair}: {rules}",
)
PAIR_PROGRAMME = T(
    "у пары {pair} другая программа: {right}", "the pair {pair} is of another programme: {right}"
)
PAIR_POINTS = T(
    "у пары {pair} другие баллы: в плане {stated}, по правилам {right}",
    "the pair {pair} has other points: the plan says {stated}, the rules {right}",
)
PAIR_EDITED = T(
    "строка пары {pair} изменена после расчёта",
    "the line of the pair {pair} was edited after the plan was made",
)
PAIR_TEAM = T("у пары {pair} другой состав команды", "the pair {pair} has another team")
OTHER_KIND = T(
    "строки плана не того вида, что назван: {kind}",
    "the plan has lines of another kind than {kind}",
)
LOST_MENTEE = T(
    "наставляемого {who} нет ни среди пар, ни среди оставшихся без пары",
    "the mentee {who} is neither paired nor left out",
)
BOTH = T(
    "наставляемый {who} и в паре, и среди оставшихся без пары",
    "the mentee {who} is both paired and left out",
)
LIMIT_BROKEN = T("нарушено ограничение: {limit}", "a limit is broken: {limit}")
GROUP_BETWEEN = T("размер группы не по правилам: {limit}", "a group of a wrong size: {limit}")
TIER_VALUE = T(
    "показатель «{tier}»: в плане {stated}, по таблицам {right}",
    "“{tier}”: the plan says {stated}, the tables {right}",
)
UNMET = T(
    "план назван выполнимым, но не выполнено обязательств: {n}",
    "the plan is called feasible, but {n} obligations are not met",
)
TIERS_DIFFER = T(
    "в плане другие показатели, чем в правилах", "the plan has other tiers than its policy"
)
COUNT_DIFFERS = T(
    "в плане неверное число: {what}: {stated}, верно {right}",
    "the plan states {what} as {stated}, which is {right}",
)
PROOF_BROKEN = T(
    "доказательство уровня «{tier}» не относится к этим таблицам ({what})",
    "the proof of “{tier}” does not belong to these tables ({what})",
)
NOT_CLOSED = T(
    "показатель «{tier}»: план называет доказанным {value}, а цены допускают {bound}",
    "“{tier}”: the plan calls {value} proved, its prices allow {bound}",
)
BOUND_TOO_LOW = T(
    "показатель «{tier}»: по плану больше {stated} быть не может, а цены допускают {right}",
    "“{tier}”: the plan says it cannot exceed {stated}, its prices allow {right}",
)
BAD_POLICY = T("правила в плане не читаются", "the policy in the plan cannot be read")
