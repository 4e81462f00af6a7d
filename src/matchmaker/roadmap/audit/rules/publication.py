"""What is to be published and may name people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matchmaker.roadmap.audit.base import Found, Severity, audit_rule
from matchmaker.roadmap.rows import PlanReading
from matchmaker.text import Text as T

TITLE = T("Публикация сведений о людях", "Publication of personal data")
WORDS = T(
    "на сайте предлагается разместить {what}: это персональные данные (152-ФЗ)",
    "{what} would be published: these are personal data (law 152-FZ)",
)
PROGRAMMES = T("персонализированные программы", "personalised programmes")
PUPILS = T("сведения об обучающихся", "data of pupils")
MEND = T(
    "Размещайте без фамилий и запросов и только с согласия; для обучающихся — не размещайте",
    "Publish without names and requests, with consent only; of pupils, nothing",
)

_PUBLISHED = re.compile(r"размещ|публик|сайт")
_PERSONAL = (
    (re.compile(r"(?:персонализированн|индивидуальн)\w+\s+(?:программ|маршрут)"), PROGRAMMES),
    (re.compile(r"(?:баз[аы]|списо?к\w*|реестр\w*)[^.;]*обучающ"), PUPILS),
)


@audit_rule("personal-data", Severity.WARNING, TITLE)
def find(plan: PlanReading) -> Iterator[Found]:
    """Results that put programmes of single people, or lists with pupils, on a site."""
    for row in plan.rows:
        result = (row.event.result or "").lower()
        if _PUBLISHED.search(result):
            for pattern, what in _PERSONAL:
                if pattern.search(result):
                    yield Found((row,), WORDS(what=what), MEND())
