"""Why a problem goes to one solver and not to another."""

from __future__ import annotations

from matchmaker.text import Text as T

FLOW = T(
    "Ограничения вкладываются друг в друга: задача решена как поток минимальной стоимости, точно",
    "The limits nest: the problem was solved exactly as a min-cost flow",
)
COLUMNS = T(
    "Пар у двух списков очень много ({pairs}): выписаны только те, за которые говорят цены, а сверены с ценами все",
    "The two lists make very many pairs ({pairs}): only those that prices speak for are listed, and all are held against the prices",
)
BRANCHING = T(
    "Задача не сводится к потоку: {why}. Пар у двух списков очень много ({pairs}): выписаны только те, за которые говорят цены, и среди них план найден перебором; границы покрывают все пары",
    "The problem is not a flow: {why}. The two lists make very many pairs ({pairs}): only those that prices speak for are listed and searched; bounds cover all pairs",
)
NOT_PRICED = T(
    "баллы не сверить с ценами, не выписав все пары ({why})",
    "points cannot be held against prices without listing all pairs ({why})",
)
ONLY_PEOPLE = T(
    "им подбирают только пары людей, без связей школ",
    "it finds only pairs of people, without links of schools",
)
JOINT = T(
    "Пары и связи школ решены вместе, ветвлением по связям",
    "Pairs and links were solved together, branching on links",
)
NOT_JOINT = T("здесь нет связей школ", "there are no links of schools here")
CHOSEN = T("Метод выбран пользователем", "The user chose the method")
CROSSING = T("ограничения пересекаются: {limits}", "limits cross: {limits}")
NOT_BY_SIDES = T(
    "ограничение зависит и от наставника, и от наставляемого (правило «{rule}»)",
    "a limit depends on both sides of a pair (rule “{rule}”)",
)
WEIGHTED = T("места с разным весом (правило «{rule}»)", "places of unequal weight (rule “{rule}”)")
OPTIONAL = T(
    "группа либо закрыта, либо не меньше нижней границы (правило «{rule}»)",
    "a group is closed or not below its least size (rule “{rule}”)",
)
EQUALS = T("обе стороны состоят из одних и тех же участников", "both sides are the same equals")
NOT_FLOW = T(
    "Задача не сводится к потоку: {why}. Решена целочисленной программой",
    "The problem is not a flow: {why}. Solved as an integer program",
)
REFUSED = T(
    "Метод {name} не подходит: {why}. Возьмите auto, mip или cpsat",
    "The method {name} does not fit: {why}. Take auto, mip or cpsat",
)
UNKNOWN_SOLVER = T(
    "Нет метода «{name}». Есть: {known}", "There is no method “{name}”. There are: {known}"
)
BASELINE = T(
    "Простой метод для сравнения, без доказательства",
    "A plain method for comparison, without proof",
)
