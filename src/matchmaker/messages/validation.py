"""What is wrong with a policy, and what pydantic means in a reader's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matchmaker.messages.io import PYDANTIC
from matchmaker.text import Text as T

NO_MOOD = T(
    "не сказано, обязательное это правило или желательное", "neither must nor prefer is said"
)
GIVE_MOOD = T('Напишите must = "имя" или prefer = "имя"', 'Write must = "name" or prefer = "name"')
UNKNOWN_RULE = T("такого правила нет", "there is no such rule")
PERHAPS = T(
    "Возможно, «{guess}». Список: matchmaker rules",
    "Perhaps “{guess}”. List them: matchmaker rules",
)
PERHAPS_SETTING = T("Возможно, «{guess}»", "Perhaps “{guess}”")
SEE_RULES = T("Список правил: matchmaker rules", "List the rules: matchmaker rules")
TWICE = T("имя повторяется", "the name stands twice")
UNKNOWN_TIER = T("такого уровня нет", "there is no such tier")
UNKNOWN_PROGRAMME = T("такой программы нет", "there is no such programme")
SIZES_CROSS = T(
    "наименьший размер группы больше наибольшего", "the least size of a group exceeds the largest"
)
NOT_A_SECTION = T("здесь ожидается раздел с правилами", "a section with rules is expected here")
OF_OTHERS = {
    "people": T("это правило о школах, а не о парах", "this rule is about schools, not pairs"),
    "schools": T("это правило о парах, а не о школах", "this rule is about pairs, not schools"),
}
NOT_TOML = T("файл правил не читается как TOML: {why}", "the policy file is not TOML: {why}")
NO_POLICY = T("нет файла правил", "there is no policy file")
TIER_TAKEN = T(
    "на этом уровне считаются только пары прежнего плана: дайте уровню другое имя",
    "in this tier only pairs of the former plan count: give yours another name",
)
EXTRA = T("неизвестная настройка", "unknown setting")
EXTRA_MEND = T("Проверьте написание", "Check the spelling")
OTHER = T("не подходит: {message}", "does not fit: {message}")


def wrong(problem: Mapping[str, Any]) -> str:
    """What is wrong with a value, in the reader's words."""
    if problem["type"] == "extra_forbidden":
        return EXTRA()
    known = PYDANTIC.get(problem["type"])
    if known is None:
        return OTHER(message=problem["msg"])
    return known[0](**problem.get("ctx", {}))


def right(problem: Mapping[str, Any]) -> str:
    """What would be right."""
    if problem["type"] == "extra_forbidden":
        return EXTRA_MEND()
    known = PYDANTIC.get(problem["type"])
    return known[1](**problem.get("ctx", {})) if known else ""
