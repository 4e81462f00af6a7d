"""Cells of the responsible parties: dates among them, nobody at all, one body under two names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from matchmaker.roadmap.audit.base import Found, Severity, audit_rule
from matchmaker.roadmap.dates import read_dates
from matchmaker.roadmap.parties.names import Names
from matchmaker.roadmap.rows import PlanReading, Row
from matchmaker.roadmap.windows import Kind
from matchmaker.text import Text as T

ELSEWHERE = T("Срок в чужом столбце", "A date in another column")
ELSEWHERE_WORDS = T(
    "среди ответственных стоит срок «{words}»", "a date, “{words}”, stands among the responsible"
)
ELSEWHERE_MEND = T("Оставьте срок только в столбце «Срок»", "Keep the date in its own column only")

NOBODY = T("Ответственные не указаны", "Nobody is responsible")
NOBODY_WORDS = T(
    "нет ответственных у {n} {n:пункта|пунктов|пунктов}",
    "{n} {n:row has|rows have} nobody responsible",
)
NOBODY_MEND = T("Назначьте ответственных", "Name somebody")

TWO_NAMES = T("Один орган под двумя названиями", "One body under two names")
TWO_NAMES_WORDS = T("«{one}» стоит и как {others}", "“{one}” also stands as {others}")
TWO_NAMES_MEND = T(
    "Пишите одинаково; если это разные органы, скажите это на листе «Сокращения»",
    "Write one name; if they are two bodies, say so on sheet “Abbreviations”",
)


@audit_rule("date-elsewhere", Severity.WARNING, ELSEWHERE)
def find_dates(plan: PlanReading) -> Iterator[Found]:
    """Words among the responsible parties that are a date: «ОО, постоянно»."""
    for row in plan.rows:
        for words in row.responsible.rest:
            if read_dates(words, plan.period).kind is not Kind.UNCLEAR:
                yield Found((row,), ELSEWHERE_WORDS(words=words), ELSEWHERE_MEND())


@audit_rule("nobody-responsible", Severity.WARNING, NOBODY)
def find_nobody(plan: PlanReading) -> Iterator[Found]:
    """Rows that name no person, body, group or role."""
    rows = tuple(row for row in plan.rows if not row.responsible.parties)
    if rows:
        yield Found(rows, NOBODY_WORDS(n=len(rows)), NOBODY_MEND())


@audit_rule("two-names", Severity.NOTE, TWO_NAMES)
def find_two_names(plan: PlanReading) -> Iterator[Found]:
    """Abbreviations that are known to be the same body: МЦН and МНЦ."""
    names = Names(plan.roadmap.abbreviations)
    spellings: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in plan.rows:
        for cell in (row.event.responsible or "", row.event.participants or ""):
            for body in names.bodies(cell):
                written = cell[body.start : body.end].strip(" .,")
                if written.isupper() and row not in spellings[body.name][written]:
                    spellings[body.name][written].append(row)
    for name, written_as in spellings.items():
        if len(written_as) > 1:
            usual = name if name in written_as else next(iter(written_as))
            others = [one for one in written_as if one != usual]
            rows = sorted({r.position: r for o in others for r in written_as[o]}.items())
            listed = ", ".join(f"«{other}»" for other in others)
            found = tuple(row for _, row in rows)
            words = TWO_NAMES_WORDS(one=usual, others=listed)
            yield Found(found, words, TWO_NAMES_MEND())
