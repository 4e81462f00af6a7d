"""Which column of a plan is what: the many headers under which plans have them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from matchmaker.domain.events import Event
from matchmaker.errors import Place
from matchmaker.io.headers import key, names
from matchmaker.io.leaves import Leaf, numbered

DEEPEST = 40
"""Filled rows of letterheads that may stand above the headers."""
_LONGEST = 80
"""A longer text is no header, even if it begins like one."""

_STEMS: dict[str, tuple[str, ...]] = {
    "number": ("№", "n п/п", "п/п", "номер", "num", "пункт"),
    "title": (
        "мероприяти",
        "наименование мероприяти",
        "наименование основн",
        "наименование работ",
        "название мероприяти",
        "содержание деятельности",
        "содержание мероприяти",
        "содержание работы",
        "основные мероприятия",
        "основное мероприятие",
        "перечень мероприятий",
        "методические мероприятия",
        "вид деятельности",
        "виды деятельности",
        "тема",
        "событие",
        "действи",
    ),
    "dates": ("срок", "дата", "даты", "период", "время", "плановый срок", "месяц", "date"),
    "responsible": ("ответствен", "исполнител", "соисполнител", "responsible", "кто проводит"),
    "participants": (
        "участник",
        "категория участников",
        "категория слушателей",
        "целевая аудитория",
        "целевая группа",
        "состав участников",
        "контингент",
        "аудитория",
        "охват",
    ),
    "result": (
        "ожидаем",
        "результат",
        "планируем",
        "итог",
        "форма отчет",
        "форма представления",
        "форма контроля",
        "форма завершения",
        "вид документа",
        "документ",
        "выход",
        "показател",
        "индикатор",
        "отчетн",
        "result",
    ),
    "section": ("раздел", "направлени", "блок"),
}
"""Beginnings of headers, tried after the exact ones; the first field that fits has it."""

_EXACT = {"наименование": "title", "название": "title", "содержание": "title"}
"""Headers of one word; with another word they may speak of schools or indicators."""
_TELLING = frozenset(
    {"dates", "responsible", "participants", "supposed_participants", "result", "section"}
)
"""Columns of which a table of events has at least one besides the title."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The headers of a table: where they stand and what they mean.

    Attributes
    ----------
    header : the cells of the header row, to know it again on the next page.
    first : the first row below the headers.
    fields : field → the columns that hold it; several are joined.
    titles : field → its headers as they stand in the file.
    left_out : headers that mean nothing known.
    """

    header: tuple[str, ...]
    top: int
    first: int
    fields: dict[str, tuple[int, ...]]
    titles: dict[str, tuple[str, ...]]
    left_out: tuple[str, ...]


def field_of(header: str) -> str | None:
    """The field of an event that a header means."""
    word = key(header)
    if word in names(Event):
        return names(Event)[word][0]
    if word in _EXACT:
        return _EXACT[word]
    if not word or len(word) > _LONGEST:
        return None
    for name, stems in _STEMS.items():
        if word.startswith(stems):
            return name
    return None


def find_columns(leaf: Leaf) -> Columns | None:
    """The headers of a table of events, if it is one."""
    best, at, seen = 1, -1, 0
    for row in range(len(leaf.rows)):
        cells = leaf.distinct(row)
        if not cells:
            continue
        known = [name for column in cells if (name := field_of(leaf.rows[row][column]))]
        headed = "title" in known and _TELLING.intersection(known)
        if headed and 2 * len(known) >= len(cells) and len(set(known)) > best:
            best, at = len(set(known)), row
        seen += 1
        if seen > DEEPEST:
            break
    return _columns(leaf, at) if at >= 0 else None


def without_header(leaf: Leaf, columns: Columns) -> Iterator[tuple[Place, str]]:
    """Words below the headers in columns that have none: nobody knows what they are."""
    if columns.first == 0:  # a table that goes on with the one before it: the same columns
        return
    headers = leaf.rows[columns.top : columns.first]
    bare = {
        column
        for column in range(max(map(len, leaf.rows), default=0))
        if not any(row[column].strip() for row in headers)
        and not any(column in at for at in columns.fields.values())
    }
    for row in range(columns.first, len(leaf.rows)):
        for column in leaf.distinct(row):
            if column in bare and leaf.origin(row, column) == (row, column):
                yield replace(leaf.place, row=row + 1), leaf.rows[row][column]


def recognised(rows: Sequence[Sequence[str]]) -> int:
    """How many headers of events the best of some rows has."""
    return max((len({*filter(None, map(field_of, row))}) for row in rows), default=0)


def _columns(leaf: Leaf, top: int) -> Columns:
    divided = _two_storeys(leaf, top)
    bottom = top + divided
    fields: dict[str, list[int]] = {}
    titles: dict[str, list[str]] = {}
    left_out: list[str] = []
    upper = ""
    for column in range(len(leaf.rows[top])):
        lower = " ".join(leaf.rows[bottom][column].split())
        over = " ".join(leaf.rows[top][column].split())
        # One header over several columns may stand, unmerged, above the first of them only.
        upper = over or (upper if divided and lower else "")
        title = upper if lower in ("", upper) else f"{upper} {lower}".strip()
        if not title:
            continue
        name = field_of(title) or field_of(upper) or field_of(lower)
        if name:
            fields.setdefault(name, []).append(column)
            if title not in titles.setdefault(name, []):
                titles[name].append(title)
        elif title not in left_out:
            left_out.append(title)
    return Columns(
        tuple(leaf.rows[top]),
        top,
        bottom + 1,
        {name: tuple(at) for name, at in fields.items()},
        {name: tuple(words) for name, words in titles.items()},
        tuple(left_out),
    )


def _two_storeys(leaf: Leaf, top: int) -> bool:
    """Whether the row under the headers divides one of them: «начало», «окончание»."""
    below = top + 1
    if below >= len(leaf.rows) or numbered(leaf, below):
        return False
    title = next(c for c in leaf.distinct(top) if field_of(leaf.rows[top][c]) == "title")
    own = [c for c in leaf.distinct(below) if leaf.origin(below, c)[0] == below]
    if not own:
        return False
    if leaf.origin(below, title)[0] == top:  # a block over both rows
        return True
    # Otherwise words stand only where the upper row has none, or spreads one header.
    return not leaf.rows[below][title] and all(_spread(leaf, top, column) for column in own)


def _spread(leaf: Leaf, top: int, column: int) -> bool:
    """Whether the header over a column is one over several columns, merged or not."""
    row = leaf.rows[top]
    beside = [at for at in (column - 1, column + 1) if 0 <= at < len(row)]
    merged = any(leaf.origin(top, at) == leaf.origin(top, column) for at in beside)
    return not row[column] or merged or (column + 1 < len(row) and not row[column + 1])
