"""The comments of a policy file."""

from __future__ import annotations

from matchmaker.text import Text as T

HEAD = T(
    "Правила подбора пар. Строки с # — пояснения. Проверить файл: matchmaker check.",
    "Rules of matching. Lines with # explain. To check the file: matchmaker check.",
)
FIRST = T(
    "Что важнее: coverage — чтобы наставник был у каждого; points — чтобы пары лучше подходили; "
    "listed — в том порядке, в каком уровни записаны ниже.",
    "What comes first: coverage: that everyone has a mentor; points: that pairs fit best; "
    "listed: the tiers in the order in which they stand below.",
)
TRAVEL = T(
    "Если минуты в пути не указаны: скорость и во сколько раз дорога длиннее прямой.",
    "Where minutes of travel are not given: speed, and how much longer a road is than a line.",
)
YOUNG = T(
    "Кто считается молодым педагогом на отчётную дату. max_age: полных лет, age_inclusive: "
    "входит ли сам этот возраст; max_months: месяцев стажа; months_of: какого стажа "
    "(experience общий, experience_teaching педагогический, experience_school в организации).",
    "Who counts as a young teacher on the reference date. max_age: full years, age_inclusive: "
    "whether that very age counts; max_months: months of experience; months_of: which one.",
)
TIERS = T(
    "Уровни цели: каждый следующий не может ухудшить предыдущие. Первыми всегда идут обязательства.",
    "Tiers of the objective: none may spoil those before it. Obligations always come first.",
)
PROGRAMMES = T(
    "Программы (формы наставничества). Наставляемый без указанной программы попадает в первую, "
    "которая принимает его категорию. hours: часов в неделю на одного; months: срок, на который "
    "занято место; group: размеры группы; enabled = false: программа выключена.",
    "Programmes (forms of mentoring). A mentee who names none belongs to the first that accepts "
    "the category. hours: a week per mentee; months: for how long a place is taken; group: sizes "
    "of a group; enabled = false: switched off.",
)
RULES = T(
    "Правила. must: обязательно; prefer: желательно, weight баллов за единицу на уровне tier. "
    "programmes: только в этих программах; except: во всех, кроме этих.",
    "Rules. must: has to hold; prefer: weight points per unit, counted in tier. "
    "programmes: only in these; except: in all but these.",
)
UNUSED = T(
    "Правила, которые сейчас не действуют: уберите # перед строками, чтобы включить.",
    "Rules not used now: take the # off the lines to switch one on.",
)
