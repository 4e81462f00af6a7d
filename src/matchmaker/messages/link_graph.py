"""What is said of agreements between schools: who is linked, what hangs on one school."""

from __future__ import annotations

from matchmaker.text import Text as T

# What is wrong with a list of agreements.
UNKNOWN_SCHOOL = T("в таблицах нет организации {school}", "no organisation {school} in the tables")
ITSELF = T(
    "{school}: договор организации с самой собой", "{school}: an agreement of a school with itself"
)
TWICE = T(
    "договор между {start} и {end} записан дважды",
    "the agreement between {start} and {end} stands twice",
)

# Findings, for the curator.
GROUP = T(
    "Связаны между собой {n} {n:школа|школы|школ}: {schools}",
    "{n} {n:school is|schools are} linked with each other: {schools}",
)
SUPPORT = T(
    "На одной школе {n:держится|держатся|держатся} {n}: {helper} — единственная школа-партнёр для {n:школы|школ|школ} {schools}",
    "{n} {n:hangs|hang} on one school: {helper} is the only partner school of {schools}",
)
JOINT = T(
    "Если выйдет {school}, связанные школы распадутся на группы: {parts}",
    "If {school} leaves, the schools linked with it fall apart into groups of {parts}",
)
UNLINKED = T(
    "Без договоров {n} {n:школа|школы|школ}: {schools}",
    "No agreement: {n} {n:school|schools}: {schools}",
)
ONLY_HELPER = T(
    "{school}: единственная школа-партнёр {helpers}",
    "{school}: the only partner school is {helpers}",
)
HELPERS = T("{school}: школы-партнёры {helpers}", "{school}: partner schools are {helpers}")
LOAD = T(
    "{school}: {n} {n:договор|договора|договоров} ({parts})",
    "{school}: {n} {n:agreement|agreements} ({parts})",
)
AS_HELPER = T("как школа-партнёр {n}", "as a partner school {n}")
AS_HELPED = T("как школа-участник {n}", "as a participating school {n}")
AS_PARTNER = T("в партнёрских отношениях {n}", "in partnerships {n}")
