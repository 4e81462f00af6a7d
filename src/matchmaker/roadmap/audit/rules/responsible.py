"""Cells of the responsible parties: dates among them, nobody at all, one body under two names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from matchmaker.domain.roadmap import PartyKind
from matchmaker.roadmap.audit.base import Found, Severity, audit_rule, named
from matchmaker.roadmap.dates import read_dates
from matchmaker.roadmap.rows import PlanReading, Row
from matchmaker.roadmap.windows import Kind
from matchmaker.text import Text as T

ELSEWHERE = T("Срок в чужом столбце", "A date in another column")
ELSEWHERE_WORDS = T(
    "среди ответственных стоит срок «{words}»", "a date, “{words}”, stands among the responsible"
)
ELSEWHERE_MEND = T(
    "Оставьте срок только в столбце «Срок»", "Keep the date in its own column only"
)

NOBODY = T("Ответственные не указаны", "Nobody is responsible")
NOBODY_WORDS = T(
    "нет ответственных у {n} {n:пункта|пунктов|пунктов}: {rows}",
    "{n} {n:row has|rows have} nobody responsible: {rows}",
)
NOBODY_MEND = T("Назначьте ответственных", "Name somebody")

TWO_NAMES = T("Один орган под двумя названиями", "One body under two names")
TWO_NAMES_WORDS = T(
    "«{one}» стоит и как {others}: {rows}", "“{one}” also stands as {others}: {rows}"
)
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
        yield Found(rows, NOBODY_WORDS(n=len(rows), rows=named(rows)), NOBODY_MEND())


@audit_rule("two-names", Severity.NOTE, TWO_NAMES)
def find_two_names(plan: PlanReading) -> Iterator[Found]:
    """Abbreviations that are known to be the same body: МЦН and МНЦ."""
    spellings: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in plan.rows:
        for party in row.responsible.parties:
            if party.kind is PartyKind.BODY and _short(party.written):
                spellings[party.name][party.written.strip(" .,")].append(row)
    for name, written in spellings.items():
        others = [spelling for spelling in written if spelling != name]
        if len(written) > 1 and others:
            rows = [row for spelling in others for row in written[spelling]]
            listed = ", ".join(f"«{spelling}»" for spelling in others)
            yield Found(
                tuple(rows),
                TWO_NAMES_WORDS(one=name, others=listed, rows=named(rows)),
                TWO_NAMES_MEND(),
            )


def _short(written: str) -> bool:
    """Whether this is an abbreviation and no full name, where cases and quotes vary anyway."""
    bare = written.strip(" .,")
    return bare.isupper() and bare.isalpha()
