"""Numbers of rows that are missing or stand twice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from matchmaker.roadmap.audit.base import Found, Severity, audit_rule
from matchmaker.roadmap.rows import PlanReading, Row
from matchmaker.text import Text as T

TITLE = T("Нумерация с пропусками", "Gaps in the numbering")
MISSING = T("нет {n:номера|номеров|номеров} {numbers}", "{n:number|numbers} {numbers} missing")
MISSING_MEND = T(
    "Проверьте, не потеряны ли пункты, и исправьте номера", "See whether rows were lost; renumber"
)
TWICE = T("номер {number} стоит дважды", "number {number} stands twice")
TWICE_MEND = T("Дайте пунктам разные номера", "Give the rows different numbers")

_NUMBER = re.compile(r"^(\D*?)((?:\d+\.)*)(\d+)$")


@audit_rule("numbering", Severity.WARNING, TITLE)
def find(plan: PlanReading) -> Iterator[Found]:
    """Gaps by the last part of a number: 2.5, 2.9 lacks 2.6–2.8."""
    for section, numbered in _series(plan):
        counts = Counter(number for number, _ in numbered)
        present = sorted(counts)
        gaps = [n for n in range(min(1, present[0]) or 1, present[-1]) if n not in counts]
        if gaps:
            beside = tuple(row for n, row in numbered if {n - 1, n + 1} & set(gaps))
            words = MISSING(n=len(gaps), numbers=_listed(section, gaps))
            yield Found(beside, words, MISSING_MEND())
        for number, times in counts.items():
            if times > 1:
                rows = tuple(row for n, row in numbered if n == number)
                yield Found(rows, TWICE(number=f"{section}{number}"), TWICE_MEND())


def _series(plan: PlanReading) -> Iterator[tuple[str, list[tuple[int, Row]]]]:
    """Rows that are numbered together, by what stands before the last part of the number.

    Plain numbers may begin again in every section: then each section is counted alone.
    """
    series: dict[str, list[tuple[int, Row]]] = defaultdict(list)
    for row in plan.rows:
        parts = _NUMBER.match(row.event.number.strip(" .")) if row.event.number else None
        if parts is not None:
            series[parts[1] + parts[2]].append((int(parts[3]), row))
    for prefix, numbered in series.items():
        sections: dict[str | None, list[tuple[int, Row]]] = defaultdict(list)
        for number, row in numbered:
            sections[row.event.section].append((number, row))
        firsts = [rows[0][0] for rows in sections.values()]
        if not prefix and len(firsts) > 1 and set(firsts) == {1}:
            yield from ((prefix, rows) for rows in sections.values())
        else:
            yield prefix, numbered


def _listed(section: str, numbers: list[int]) -> str:
    """Numbers with ranges: 2.6–2.8, 2.12."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(f"{section}{a}" if a == b else f"{section}{a}–{section}{b}" for a, b in runs)
