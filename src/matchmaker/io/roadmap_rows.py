"""From the rows of a table to the rows of a plan: sections, torn rows, shared cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from matchmaker.errors import Issue, Place
from matchmaker.io.broken_words import Vocabulary
from matchmaker.io.leaves import Leaf, numbered
from matchmaker.io.roadmap_columns import Columns
from matchmaker.messages import roadmap_import as say

_NUMBER = re.compile(r"(?:\d+|[IVXLC]+)[.)]?")
_MARK = re.compile(
    r"(?:раздел|блок|направление|этап|модуль|глава|часть)\s+[\dIVXLC№]"
    r"|[IVXLC]+[.)]|\d+[.)]|[а-яё]\)",
    re.IGNORECASE,
)
"""How a heading or an item of a list begins."""
_UNFINISHED = re.compile(r"(?:[,(«-]|(?<![^\W\d_])(?:и|в|на|по|с|о|об|для|к|из|от|до|при|или))$")
"""How a title ends that goes on: with a comma, a preposition, an open bracket."""


@dataclass(slots=True)
class Draft:
    """A row of a plan that may still grow: its values by field, where it began."""

    place: Place
    values: dict[str, str]


@dataclass(slots=True)
class Rows:
    """The rows of one plan as they are found, in the order of the document.

    Attributes
    ----------
    joined : rows that only went on with the row before them.
    filled : cells that a block over several rows gave to its later rows.
    """

    words: Vocabulary
    drafts: list[Draft] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    joined: int = 0
    filled: int = 0
    issues: list[Issue] = field(default_factory=list)
    section: str = ""
    unused: tuple[Place, str] | None = None
    """The last section, as long as it has no row."""

    def begin(self, section: str, place: Place) -> None:
        """Put the rows that follow into a section, or into none."""
        self.end()
        self.section = self.words.mended(section)
        self.unused = (place, self.section) if self.section else None

    def end(self) -> None:
        """Say of a section without rows that its words were left out: a signature, a note."""
        if self.unused is not None:
            place, words = self.unused
            self.issues.append(Issue(place, say.NO_ROWS_UNDER(), value=words, severity="warning"))
            self.unused = None

    def add(self, leaf: Leaf, columns: Columns) -> None:
        """Read the rows of one table below its headers."""
        rows = [
            row
            for row in range(columns.first, len(leaf.rows))
            if leaf.distinct(row)
            and not numbered(leaf, row)
            and tuple(leaf.rows[row]) != columns.header
        ]
        cells = {row: _cells(leaf, columns, row, self.words) for row in rows}
        for position, row in enumerate(rows):
            place = replace(leaf.place, row=row + 1)
            below = rows[position + 1] if position + 1 < len(rows) else None
            heading = _section(leaf, row, cells[row], cells.get(below) if below else None)
            if heading is None and self.unused is not None and len(cells[row].own) == 1:
                (heading,) = cells[row].own.values()  # the heading above was broken in two
            if heading is None:
                self._row(place, cells[row], "number" in columns.fields)
            elif self._continues_title(cells[row]):
                self._join({"title": cells[row].own["title"]})
            else:
                self._head(heading, place)

    def _head(self, heading: str, place: Place) -> None:
        """Begin a section; a heading right under another belongs to it, or goes on with it."""
        if self.unused is None:
            self.begin(heading, place)
            return
        first, words = self.unused[0], self.words.mended(heading)
        torn = words[0].islower()
        self.section = (
            self.words.joined(self.section, words, torn=True)
            if torn
            else f"{self.section} / {words}"
        )
        self.unused = first, self.section

    def _continues_title(self, cells: _Cells) -> bool:
        """Whether a line that stands alone only ends the title before it."""
        title = cells.own.get("title", "")
        if not self.drafts or self.unused is not None or set(cells.own) != {"title"}:
            return False
        return self._torn(title)

    def _torn(self, title: str) -> bool:
        """Whether words go on with the title before them."""
        if _MARK.match(title):
            return False
        return title[0].islower() or bool(_UNFINISHED.search(self.drafts[-1].values["title"]))

    def _row(self, place: Place, cells: _Cells, has_numbers: bool) -> None:
        own = cells.own
        if not own:
            return  # only blocks that began above: nothing new
        if self._goes_on(cells, has_numbers):
            self._join(own)
            return
        values = dict(own)
        for name, text in cells.shared.items():
            if name not in values:
                values[name] = text
                self.filled += 1
        if not values.get("title"):
            value = "; ".join(own.values())[:80]
            self.issues.append(Issue(place, say.NO_TITLE(), say.NO_TITLE_MEND(), value))
            return
        if self.section:
            values.setdefault("section", self.section)
            if self.unused is not None:
                self.sections.append(self.section)
                self.unused = None
        self.drafts.append(Draft(place, values))

    def _goes_on(self, cells: _Cells, has_numbers: bool) -> bool:
        """Whether a row only goes on with the row before it, which a page broke."""
        if not self.drafts or self.unused is not None or cells.own.get("number"):
            return False
        title = cells.own.get("title")
        if title is None:
            return "title" not in cells.shared
        torn = self._torn(title)
        alone = not ({"dates", "responsible"} & cells.own.keys())
        # Without numbers a small letter alone does not tell a torn row from a row of its own.
        return torn and (has_numbers or alone)

    def _join(self, own: Mapping[str, str]) -> None:
        values = self.drafts[-1].values
        for name, text in own.items():
            values[name] = self.words.joined(values.get(name, ""), text, torn=True)
        self.joined += 1


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of one row by field: its own, and those of blocks that began above."""

    own: dict[str, str]
    shared: dict[str, str]


def _cells(leaf: Leaf, columns: Columns, row: int, words: Vocabulary) -> _Cells:
    own: dict[str, str] = {}
    shared: dict[str, str] = {}
    for name, positions in columns.fields.items():
        starts = [c for c in leaf.distinct(row) if c in positions]
        mine = [c for c in starts if leaf.origin(row, c)[0] == row]
        above = [c for c in starts if columns.first <= leaf.origin(row, c)[0] < row]
        for found, into in ((mine, own), (above, shared)):
            texts = [words.mended(leaf.rows[row][c]) for c in found]
            text = _between(name).join(filter(_said, texts))
            if text:
                into[name] = text
    return _Cells(own, shared)


def _between(name: str) -> str:
    """What joins several columns of one field: two columns of dates are a range."""
    return " – " if name == "dates" else "; "


def _said(text: str) -> bool:
    return bool(text.strip(" -–—"))


def _section(leaf: Leaf, row: int, cells: _Cells, below: _Cells | None) -> str | None:
    """The heading that a row is, if it is one: words of their own across the table."""
    starts = [c for c in leaf.distinct(row) if leaf.origin(row, c)[0] == row]
    if not starts or len(starts) < len(leaf.distinct(row)):
        return None
    texts = list(dict.fromkeys(leaf.rows[row][c] for c in starts))
    if len(texts) == 1:
        text = texts[0]
        first = cells.own.get("number") == text or cells.own.get("title") == text
        wide = len(leaf.rows[row]) > 1 and all(cell == text for cell in leaf.rows[row])
        if wide or _spreads(leaf, row, starts[0]):
            return text
        if (first or starts[0] == 0) and _heads(text):
            return text
        return None
    number, title = cells.own.get("number"), cells.own.get("title")
    if number and title and len(texts) == 2 and _NUMBER.fullmatch(number) and below is not None:
        stem = number.rstrip(".) ")
        inner = below.own.get("number", "")
        if inner.startswith(f"{stem}.") and inner.rstrip(". ") != stem:
            return f"{number} {title}"
        if not stem.isdigit() and inner[:1].isdigit():
            return f"{number} {title}"
    return None


def _spreads(leaf: Leaf, row: int, column: int) -> bool:
    """Whether a cell is a block over several columns that reaches the end of the table."""
    last = max(c for c in range(len(leaf.rows[row])) if leaf.rows[row][c])
    return last > column + 1 and leaf.origin(row, last) == leaf.origin(row, column)


def _heads(text: str) -> bool:
    """Whether words may be a heading: letters, and not the small first letter of a torn row."""
    return any(letter.isalpha() for letter in text) and not text[0].islower()


def texts_of(leaves: Iterable[Leaf]) -> Iterable[str]:
    """Every text of some tables once, for the words of the document."""
    for leaf in leaves:
        yield from leaf.lines()
        yield from leaf.above
