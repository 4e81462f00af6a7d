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
SECTIONS = {
    "cooperation": T(
        "Сотрудничество: какая школа-партнёр какой школе-участнику помогает.",
        "Cooperation: which school helps which.",
    ),
    "partnership": T(
        "Партнёрства школ с высокими результатами: чему они учатся друг у друга. "
        "largest_group: сколько школ договариваются вместе (2: пары).",
        "Partnerships of schools with high results, who learn from each other. "
        "largest_group: how many schools agree together (2: pairs).",
    ),
    "platform": T(
        "Сетевая площадка: какие школы её составляют. Чтобы опыт был важнее числа школ, "
        "поставьте уровень experience первым и задайте at_most в platform_size.",
        "The network platform: which schools make it up. To put experience before the number "
        "of schools, put the tier experience first and set at_most of platform_size.",
    ),
    "joint": T(
        "Связи школ, которые подбираются вместе с парами людей. Уровни — общие для пар и связей; "
        "уровень пар, который здесь не назван, идёт после названных.",
        "Links of schools decided together with the pairs of people. Tiers are those of both; a "
        "tier of the pairs that is not named here comes after those that are.",
    ),
}
SCHOOLS = T(
    "Правила о школах: по разделу на каждый вид плана. Если раздела нет, действует раздел "
    "из правил по умолчанию.",
    "Rules about schools, a section for each kind of plan. An absent section is the default's.",
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
UNUSED_SCHOOLS = T(
    "Правила о школах, которые сейчас не действуют: уберите # и вместо {kind} напишите раздел "
    "(cooperation, partnership, platform или joint), чтобы включить.",
    "Rules about schools not used now: take the # off and write a section in place of {kind} "
    "(cooperation, partnership, platform or joint) to switch one on.",
)
