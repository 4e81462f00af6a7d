"""Plans as they come: a workbook, a CSV file or the tables of a Word document."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from matchmaker.domain.events import Event, RoadmapPlan
from matchmaker.errors import InputError, Issue, Place
from matchmaker.io.broken_words import Vocabulary
from matchmaker.io.cells import Setting, dotted
from matchmaker.io.headers import fields, score
from matchmaker.io.leaves import Leaf
from matchmaker.io.numbers import BadCellError
from matchmaker.io.reading import readable
from matchmaker.io.roadmap_columns import Columns, find_columns, without_header
from matchmaker.io.roadmap_heads import HeadFacts, find_head, names_plan
from matchmaker.io.roadmap_numbers import Zeros
from matchmaker.io.roadmap_rows import Draft, Rows, texts_of
from matchmaker.io.roadmap_tables import open_tables
from matchmaker.io.sheets import Grid, read_rows
from matchmaker.messages import roadmap_import as say

_LONGEST_ID = 60
"""A longer title is no name for a plan; the name of the file is taken then."""
_MARKED = re.compile(r"(?:раздел|блок|направление|этап)\s|[IVXLC]+[.)]|\d+[.)]\s", re.IGNORECASE)
"""A line above a table that is the heading of its rows."""
_FEWEST_OF_HEAD = 3
"""Headers by which a table of heads of plans is known."""


@dataclass(slots=True)
class Imported:
    """What a file holds of a roadmap, and how it was understood.

    Attributes
    ----------
    plans : heads that stand in a table of their own.
    proposed : heads made of the text around the tables.
    columns : field of an event → the headers under which it was found.
    left_out : headers of columns that mean nothing known.
    joined : rows that only went on with the row before them.
    filled : cells that a block over several rows gave to its later rows.
    """

    plans: list[RoadmapPlan] = field(default_factory=list)
    proposed: list[RoadmapPlan] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    columns: dict[str, list[str]] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    joined: int = 0
    filled: int = 0
    issues: list[Issue] = field(default_factory=list)


def read_plans(path: str | os.PathLike[str], plan: str | None = None) -> Imported:
    """Read the rows and the heads of plans from a file as people make them.

    Parameters
    ----------
    path : .xlsx, .xlsm, .xls, .ods with any sheet names, .csv, or .docx.
    plan : the short name of the plan; else a column names it, else its title or the file.

    Raises
    ------
    InputError
        with every problem, or if no table of a plan is recognised.
    """
    path = Path(path)
    with readable(path):
        leaves, after, warnings = open_tables(path)
    work = _Import(path, plan, leaves, after)
    work.found.issues += warnings
    return work.read()


class _Import:
    """The work of :func:`read_plans`: one pass over the tables of a file."""

    def __init__(
        self, path: Path, plan: str | None, leaves: Sequence[Leaf], after: Sequence[str]
    ) -> None:
        self.path, self.plan, self.leaves = path, plan, leaves
        self.words = Vocabulary([*texts_of(leaves), *after])
        self.after = after
        self.is_document = path.suffix.lower() == ".docx"
        self.found = Imported()
        self.above: list[str] = []
        """Lines since the last table of events."""
        self.document: list[str] = []
        self.batches: list[tuple[str, HeadFacts | None, Rows]] = []
        """The plans so far: the name, what the text says of the plan, its rows."""

    def read(self) -> Imported:
        """Everything the file holds."""
        tables = list(self._understood())
        for leaf, columns in tables:
            self.document += [*leaf.above, *leaf.lines(columns.top if columns else None)]
        self.document += self.after
        for leaf, columns in tables:
            self._take(leaf, columns)
        for name, facts, rows in self.batches:
            self._finish(name, facts, rows)
        if not self.batches and not self.found.plans:
            titles = ", ".join(Event.columns()[name].title() for name in ("title", "dates"))
            right = say.NO_TABLE_MEND(columns=titles)
            self.found.issues.append(Issue(Place(self.path.name), say.NO_TABLE(), right))
        elif not (self.found.events or self.found.plans or self.found.issues):
            place = Place(self.path.name)
            self.found.issues.append(Issue(place, say.NO_ROWS(), say.NO_ROWS_MEND()))
        self._check_plan()
        wrong = [issue for issue in self.found.issues if issue.severity == "error"]
        if wrong:
            raise InputError(wrong)
        return self.found

    def _understood(self) -> Iterator[tuple[Leaf, Columns | None]]:
        """Every table with its columns of events, if it has them.

        In a document a table without headers goes on with the one before it if it is as wide
        and no words stand between them.
        """
        last: tuple[Columns, int] | None = None
        for leaf in self.leaves:
            columns, width = find_columns(leaf), max(map(len, leaf.rows), default=0)
            follows = self.is_document and not leaf.above and last is not None
            if columns is None and follows and last is not None and width == last[1]:
                columns = replace(last[0], top=0, first=0)
            if columns is not None:
                last = columns, width
            yield leaf, columns

    def _take(self, leaf: Leaf, columns: Columns | None) -> None:
        """Read one table: of heads, of events, or only more lines of text."""
        self.above += leaf.above
        if self._heads(leaf, columns):
            return
        self.above += leaf.lines(columns.top if columns else None)
        if columns is not None:
            self._events(leaf, columns)
            self.above = []
        elif leaf.lines() and not self.is_document:
            self._warn(leaf.place, say.OTHER_SHEET())

    def _heads(self, leaf: Leaf, columns: Columns | None) -> bool:
        """Read a table of heads, if it is one."""
        count = score(RoadmapPlan, leaf.rows)[0]
        if count < _FEWEST_OF_HEAD or (columns and len(columns.fields) >= count):
            return False
        grid = Grid(leaf.place.file, leaf.place.sheet, leaf.rows)
        records, issues = read_rows(RoadmapPlan, grid)
        self.found.plans += [row for row in records if isinstance(row, RoadmapPlan)]
        self.found.issues += issues
        return True

    def _events(self, leaf: Leaf, columns: Columns) -> None:
        for name, titles in columns.titles.items():
            known = self.found.columns.setdefault(name, [])
            known += [title for title in titles if title not in known]
        for title in columns.left_out:
            if title not in self.found.left_out:
                self.found.left_out.append(title)
                place = replace(leaf.place, row=columns.top + 1, column=title)
                self._warn(place, say.LEFT_OUT())
        for place, text in without_header(leaf, columns):
            self._warn(place, say.NO_HEADER(), text)
        if not self.batches or names_plan(self.above):
            self._begin()
        rows = self.batches[-1][2]
        if not self.is_document:
            rows.begin("", leaf.place)  # a sheet is no page: sections end with it
        heading = self.above[-1] if self.above else ""
        if heading and not names_plan([heading]) and _MARKED.match(heading):
            rows.begin(heading, leaf.place)
        rows.add(leaf, columns)

    def _begin(self) -> None:
        """Begin another plan, of which the lines above speak."""
        facts = find_head(self.above, self.document)
        name = self.plan or (facts.title or "" if len(facts.title or "") <= _LONGEST_ID else "")
        taken = {other for other, _, _ in self.batches}
        stem = self.path.stem
        if not name:
            name = stem if stem not in taken else f"{stem} {len(taken) + 1}"
        rows = Rows(self.words)
        if name in taken:
            rows = next(rows for other, _, rows in self.batches if other == name)
        self.batches.append((name, facts if name not in taken else None, rows))

    def _finish(self, name: str, facts: HeadFacts | None, rows: Rows) -> None:
        if facts is None:
            return
        rows.end()
        self.found.issues += rows.issues
        self.found.sections += rows.sections
        self.found.joined += rows.joined
        self.found.filled += rows.filled
        current = name
        zeros = Zeros()
        for draft in rows.drafts:
            if zeros.restore(draft.values):
                place = replace(draft.place, column=Event.columns()["number"].title())
                self._warn(place, say.ZERO_RESTORED(), draft.values["number"])
            current = self.plan or draft.values.get("plan") or current
            event = self._event(draft, current)
            if event is not None:
                self.found.events.append(event)
        if facts != HeadFacts():
            self._propose(name, facts, rows)

    def _event(self, draft: Draft, plan: str) -> Event | None:
        values: dict[str, object] = {"source": draft.place, "plan": plan}
        for name, text in draft.values.items():
            if name == "plan":
                continue
            try:
                values[name] = fields(Event)[name].read(text, Setting())
            except BadCellError as error:
                place = replace(draft.place, column=Event.columns()[name].title())
                self.found.issues.append(Issue(place, error.wrong, error.right, text))
                return None
        values.setdefault("line", self._line(draft.place))
        return Event.model_validate(values)

    def _line(self, place: Place) -> str:
        return say.LINE(sheet=place.sheet, row=place.row)

    def _propose(self, name: str, facts: HeadFacts, rows: Rows) -> None:
        """Make a head of what the text says, and say of what contradicts itself there."""
        named = {event.plan for event in self.found.events}
        if name not in named:
            if len(named) != 1:
                return  # a column names several plans: the text may speak of any of them
            (name,) = named
        starts, ends = facts.periods[0] if facts.periods else (None, None)
        head = RoadmapPlan(
            id=name,
            title=facts.title,
            order_date=facts.order_date,
            newest_act=facts.newest_act,
            starts=starts,
            ends=ends,
        )
        self.found.proposed.append(head)
        # A file of several plans speaks of their periods too.
        others = {f.periods[0] for _, f, _ in self.batches if f and f is not facts and f.periods}
        spoken = [period for period in facts.periods[1:] if period not in others]
        if spoken:
            spans = "; ".join(f"{dotted(a)} – {dotted(b)}" for a, b in (facts.periods[0], *spoken))
            place = rows.drafts[0].place if rows.drafts else Place(self.path.name)
            self._warn(Place(place.file), say.SEVERAL_PERIODS(plan=name), spans)

    def _check_plan(self) -> None:
        """A name given by the user is the name of one plan, not of several."""
        if self.plan is None:
            return
        inside = {draft.values.get("plan") for _, _, rows in self.batches for draft in rows.drafts}
        inside.discard(None)
        heads = {head.id for head in self.found.plans}
        for several in (inside, heads):
            if len(several) > 1:
                names = "; ".join(sorted(filter(None, several)))
                place = Place(self.path.name)
                self.found.issues.append(
                    Issue(place, say.SEVERAL_PLANS(names=names), say.SEVERAL_PLANS_MEND())
                )
        self.found.plans = [head.model_copy(update={"id": self.plan}) for head in self.found.plans]

    def _warn(self, place: Place, wrong: str, value: str = "") -> None:
        self.found.issues.append(Issue(place, wrong, value=value, severity="warning"))
