"""What the verb ``partner`` says."""

from __future__ import annotations

from matchmaker.text import Text as T

PARTNER = T(
    "Подобрать школы-партнёры: сотрудничество, партнёрства, сетевую площадку или вместе с парами.",
    "Choose partner schools: cooperation, partnerships, a network platform, or with the pairs.",
)
KIND = T(
    "Что подобрать: cooperation (договоры о сотрудничестве), partnership (о партнёрских "
    "отношениях), platform (сетевая площадка), joint (пары и связи школ вместе).",
    "What to choose: cooperation (agreements of cooperation), partnership (of equals), "
    "platform (the network platform), joint (pairs and links of schools together).",
)
FOR = T(
    "Для кого бумаги: everyone (можно передавать) или curator (ещё и роли школ, баллы, причины).",
    "Who reads the papers: everyone (may be passed on) or curator (also roles, points, reasons).",
)
LINKS = T(
    "Предложено связей школ: {n}. Школ без партнёра: {unlinked}.",
    "Links of schools proposed: {n}. Schools without a partner: {unlinked}.",
)
PLATFORM = T(
    "Сетевая площадка: {n} {n:школа|школы|школ}.", "Network platform: {n} {n:school|schools}."
)
HELPS = T("{helping} → {helped}", "{helping} → {helped}")
EQUALS = T("{helped} — {helping}", "{helped} – {helping}")
MEMBER = T("{helping}", "{helping}")
UNLINKED = T("Без партнёра:", "Without a partner:")
WHY_UNLINKED = T(
    "Какие и почему: plan.json или --for curator.", "Which and why: plan.json or --for curator."
)
GRAPH = T(
    "Что держится на одной школе (для куратора):", "What hangs on one school (for the curator):"
)
LISTED = T(
    "{pairs} {pairs:возможный выбор|возможных выбора|возможных выборов}, {rows} "
    "{rows:ограничение|ограничения|ограничений}",
    "{pairs} possible {pairs:choice|choices}, {rows} {rows:limit|limits}",
)
AGAINST_TWO_STEP = T(
    "Вместе и в два шага (сначала связи, потом пары):",
    "Together and in two steps (links first, then pairs):",
)
TOGETHER = T("Вместе", "Together")
IN_TWO_STEPS = T("В два шага", "In two steps")
PAIRS = T("Пар", "Pairs")
LINKS_COLUMN = T("Связей", "Links")
ELIGIBLE = T("Подходящих школ: {n}", "Eligible schools: {n}")
NOBODY = T("{mentee}: без партнёра", "{mentee}: without a partner")
