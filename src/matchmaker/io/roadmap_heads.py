"""The head of a plan, proposed from the text around its table: title, order, acts, period."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from matchmaker.io.numbers import GENITIVES

_TITLE = re.compile(
    r"дорожн\w+ карт|план\w* (?:основных )?мероприяти|план\w*[- ]график|комплексн\w+ план"
    r"|план\w* работы|муниципальн\w+ (?:проект|программ)|программ\w+ наставничества",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"(?:\d+[.)]|утвер|об утвержд|о (?:внесении|реализации|внедрении)|прилож|к приказу|в целях"
    r"|в соответ|во исполн|на основан|приказ|распоряж|постанов|ознаком|контроль|назнач|действит)",
    re.IGNORECASE,
)
_MONTHS = "|".join(GENITIVES)
_DAY = re.compile(
    rf"«?\s*(?P<d>\d{{1,2}})\s*»?\s*(?:\.\s?(?P<m>\d{{1,2}})\.\s?|\s(?P<w>{_MONTHS})\s+)(?P<y>\d{{4}})"
    r"(?!\d)",
    re.IGNORECASE,
)
_OWN = re.compile(r"утвержд|приложени\w*[^.]{0,20}к\s+(?:приказ|распоряж|постанов)", re.IGNORECASE)
_ORDER_LINE = re.compile(r"^(?:от\s+)?«?\s*\d{1,2}\s*»?[.\s]|^№.{0,20}от\s", re.IGNORECASE)
_ACT = re.compile(
    r"(?:приказ|распоряжени|постановлени|указ|закон|письм|протокол|решени|поручени)", re.IGNORECASE
)
_VALID = re.compile(r"действител\w*[^.]{0,40}$|\bс\s+\S+\s+по\s+$", re.IGNORECASE)
_NAMES = {name[:3]: number for number, name in enumerate(GENITIVES, start=1)} | {"май": 5}
_MONTH_YEAR = (
    r"(?P<{0}m>янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*\s+(?P<{0}y>\d{{4}})"
)
_MONTH_RANGE = re.compile(
    _MONTH_YEAR.format("a") + r"(?:\s*г\w*\.?)?\s*[-–—]\s*" + _MONTH_YEAR.format("b"), re.IGNORECASE
)
_YEARS = re.compile(
    r"(?:\b(?:на|в|за|период)\s+(?P<one>20\d\d)|\b(?P<a>20\d\d)\s*[-–—/]\s*(?P<b>20\d\d))\s*"
    r"(?P<kind>уч\w*\.?\s*г\w*|гг|г\.\s?г|год\w*|г\b)",
    re.IGNORECASE,
)
_CITES = re.compile(r"в соответ|во исполн|на основан|в целях", re.IGNORECASE)
_LONGEST = 200
"""A longer line is a sentence of the order, not a part of the title."""


@dataclass(frozen=True, slots=True)
class HeadFacts:
    """What the text says of the plan itself.

    Attributes
    ----------
    periods : every period found, the one of the title first.
    """

    title: str | None = None
    order_date: date | None = None
    newest_act: date | None = None
    periods: tuple[tuple[date, date], ...] = field(default=())


def find_head(above: Sequence[str], document: Sequence[str]) -> HeadFacts:
    """The head of a plan from the lines above its table and those of the whole document."""
    first, last = _title_lines(above)
    title = " ".join(above[first:last]).strip(" ;:") or None
    order, acts = None, []
    for day, what in _dated(document):
        if what == "order" and order is None:
            order = day
        elif what == "act":
            acts.append(day)
    newest = max((day for day in acts if day != order), default=None)
    # The title speaks first, then what stands between it and the table, then the order.
    lines = [title or "", *(above[last:] if title else ())]
    lines += [line for line in document if _TITLE.search(line) and not _CITES.match(line)]
    periods = tuple(dict.fromkeys(span for line in lines for span in _periods(line)))
    return HeadFacts(title, order, newest, periods)


def names_plan(lines: Sequence[str]) -> bool:
    """Whether some lines above a table are the title of a plan of its own."""
    return any(_TITLE.search(line) and not _NO_TITLE.match(line) for line in lines)


def _title_lines(lines: Sequence[str]) -> tuple[int, int]:
    """Which lines are the title: that nearest to the table, in as many lines as it takes."""
    found = [n for n, line in enumerate(lines) if _TITLE.search(line)]
    proper = [n for n in found if not _NO_TITLE.match(lines[n])]
    if not proper:
        return (found[-1], found[-1] + 1) if found else (0, 0)
    first = proper[-1]
    last = first + 1
    while first - 1 in proper:
        first -= 1
    while last < len(lines) and last - first < 6 and _goes_on(lines[last - 1], lines[last]):
        last += 1
    return first, last


def _goes_on(line: str, following: str) -> bool:
    """Whether a title goes on in the following line."""
    if line.endswith(".") or _NO_TITLE.match(following) or len(following) > _LONGEST:
        return False
    starts = following[0]
    return starts.islower() or starts in "(«" or (line.isupper() and following.isupper())


def _dated(lines: Sequence[str]) -> Iterator[tuple[date, str]]:
    """Every date of a text and what it is: of the order itself, or of an act it cites."""
    approved = -9
    for number, line in enumerate(lines):
        if _OWN.search(line):
            approved = number
        for found in _DAY.finditer(line):
            day = _day(found)
            before = line[: found.start()]
            if day is None or _VALID.search(before):
                continue
            cited = _ACT.search(before) and not _OWN.search(before)
            alone = before.strip(" «№") in ("", "от") or before.rstrip(" «").endswith(" от")
            near = number - approved <= 4 and not cited and alone
            if near or (_ORDER_LINE.match(line) and "№" in line and not before.strip(" от№«")):
                yield day, "order"
            elif cited or before.rstrip(" «").endswith("от"):
                yield day, "act"


def _day(found: re.Match[str]) -> date | None:
    month = int(found["m"]) if found["m"] else GENITIVES.index(found["w"].lower()) + 1
    try:
        return date(int(found["y"]), month, int(found["d"]))
    except ValueError:
        return None


def _periods(line: str) -> Iterator[tuple[date, date]]:
    for found in _MONTH_RANGE.finditer(line):
        first, last = _NAMES[found["am"].lower()[:3]], _NAMES[found["bm"].lower()[:3]]
        year = int(found["by"])
        yield date(int(found["ay"]), first, 1), date(year, last, monthrange(year, last)[1])
    for found in _YEARS.finditer(line):
        start, end = int(found["a"] or found["one"]), int(found["b"] or found["one"])
        if not found["kind"].lower().startswith("уч"):
            yield date(start, 1, 1), date(end, 12, 31)
        elif found["b"]:
            yield date(start, 9, 1), date(end, 8, 31)
