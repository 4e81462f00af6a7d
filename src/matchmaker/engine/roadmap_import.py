"""Bring a plan as people make it into the roadmap of a folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from matchmaker.domain.events import Event, RoadmapPlan
from matchmaker.domain.records import Choice, Record
from matchmaker.domain.roadmap import ROADMAP_TABLES, Roadmap
from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import roadmap_import as say

_FACTS = ("title", "order_date", "newest_act", "starts", "ends")
"""What the text around a table may say of the plan itself."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What was found in a file and what was done with it.

    Attributes
    ----------
    written : the workbook or the folder of CSV files that holds the roadmap now.
    rows : plan → rows that were brought in; none where only a head was.
    heads : plan → what the file says of the plan itself: field → value.
    sections : headings between the rows.
    joined : rows that only went on with the row before them, mostly on another page.
    filled : cells that a block over several rows gave to its later rows.
    columns : field of an event → the headers under which it was found.
    left_out : headers of columns that a roadmap has no place for.
    """

    written: Path
    rows: dict[str, int]
    heads: dict[str, dict[str, Any]]
    sections: tuple[str, ...] = ()
    joined: int = 0
    filled: int = 0
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    warnings: tuple[Issue, ...] = ()


def import_roadmap(
    file: Path | str, out: Path | str, *, plan: str | None = None, replace: bool = False
) -> ImportReport:
    """Read the plans of a file and add them to the roadmap of a folder.

    Other plans there are kept, and so is every other table. A head and the rows of one plan
    may come from different files, in any order.

    Parameters
    ----------
    file : .docx, .xlsx, .xls, .ods or .csv.
    out : the folder; its roadmap keeps the form it has, a workbook or CSV files.
    plan : the short name of the plan, if the file does not say it well.
    replace : whether rows of a plan that are there already give way to the new ones.

    Raises
    ------
    InputError
        with every problem; nothing is written then.
    """
    from matchmaker.io.roadmap_files import find_roadmap, read_own, write_roadmap
    from matchmaker.io.roadmap_import import read_plans

    out = Path(out)
    if out.exists() and not out.is_dir():
        raise InputError([Issue(Place(out.name), say.OUT_IS_FILE(), say.OUT_IS_FILE_MEND())])
    standing = find_roadmap(out) if out.is_dir() else None
    if standing is not None and standing.form == "main":
        place = Place(standing.files[0].name)
        raise InputError([Issue(place, say.IN_MAIN(), say.IN_MAIN_MEND())])
    if (
        standing is not None
        and standing.form == "own"
        and standing.files[0].suffix.lower() != ".xlsx"
    ):
        place = Place(standing.files[0].name)
        raise InputError([Issue(place, say.NOT_XLSX(), say.NOT_XLSX_MEND())])
    found = read_plans(file, plan)
    before = read_own(standing) if standing else Roadmap()
    merge = _Merge(before, replace=replace)
    roadmap = merge.roadmap(found.plans, found.proposed, found.events)
    if standing is None:
        written = write_roadmap(roadmap, out / say.ROADMAP_NAME())
    elif standing.form == "csv":
        written = write_roadmap(roadmap, out, "csv")
    else:
        written = write_roadmap(roadmap, standing.files[0])
    rows = Counter(event.plan for event in found.events)
    heads = [*found.plans, *found.proposed]
    return ImportReport(
        written,
        {name: rows[name] for name in dict.fromkeys([*rows, *(head.id for head in heads)])},
        {head.id: _said(head) for head in heads},
        tuple(found.sections),
        found.joined,
        found.filled,
        {name: tuple(titles) for name, titles in found.columns.items()},
        tuple(found.left_out),
        (*found.issues, *merge.warnings, *_new(roadmap.warnings, before.warnings)),
    )


def _said(head: RoadmapPlan) -> dict[str, Any]:
    """What a head says of its plan, without what it leaves open."""
    return {name: value for name in _FACTS if (value := getattr(head, name)) is not None}


def _new(now: Sequence[Issue], before: Sequence[Issue]) -> list[Issue]:
    return [issue for issue in now if issue not in before]


def _words(value: Any) -> str:
    """A value as it stands in a table."""
    from matchmaker.io.cells import shown

    return value.text() if isinstance(value, Choice) else shown(value)


class _Merge:
    """The work of adding plans to those that are there."""

    def __init__(self, before: Roadmap, *, replace: bool) -> None:
        self.before, self.replace = before, replace
        self.heads = dict(before.plan)
        self.errors: list[Issue] = []
        self.warnings: list[Issue] = []

    def roadmap(
        self,
        heads: Sequence[RoadmapPlan],
        proposed: Sequence[RoadmapPlan],
        events: Sequence[Event],
    ) -> Roadmap:
        """The old and the new together.

        Raises
        ------
        InputError
            if they contradict each other and the new is not said to replace the old.
        """
        for head in heads:
            self._head(head)
        for head in proposed:
            self._proposal(head)
        kept = self._kept(events)
        if self.errors:
            raise InputError(self.errors)
        others: list[Record] = [
            row
            for table in ROADMAP_TABLES
            if table not in (RoadmapPlan, Event)
            for row in self.before.rows(table)
        ]
        return Roadmap.build([*self.heads.values(), *kept, *events, *others])

    def _kept(self, events: Sequence[Event]) -> list[Event]:
        """The rows that stay; those of a plan that comes again are refused or give way."""
        coming = dict.fromkeys(event.plan for event in events)
        for name in coming:
            there = self.before.events_of(name)
            if there and not self.replace:
                wrong = say.ROWS_THERE(n=len(there))
                self.errors.append(Issue(there[0].at("plan"), wrong, say.ROWS_THERE_MEND(), name))
        return [event for event in self.before.events if event.plan not in coming]

    def _head(self, head: RoadmapPlan) -> None:
        """A head from a table: it fills what is open, and contradicts nothing unasked."""
        old = self.heads.get(head.id)
        said = {
            name: getattr(head, name)
            for name in RoadmapPlan.columns()
            if name in head.model_fields_set and getattr(head, name) is not None
        }
        if old is not None and not self.replace:
            for name, value in said.items():
                if self._stated(old, name) and getattr(old, name) != value:
                    wrong = say.OTHER_HEAD(plan=head.id, old=_words(getattr(old, name)))
                    right = say.OTHER_HEAD_MEND()
                    self.errors.append(Issue(head.at(name), wrong, right, _words(value)))
        self.heads[head.id] = old.model_copy(update=said) if old is not None else head

    def _proposal(self, head: RoadmapPlan) -> None:
        """A head made of the text: what stands in a table already is kept."""
        old = self.heads.get(head.id)
        if old is None:
            self.heads[head.id] = head
            return
        news = {}
        for name, value in _said(head).items():
            if not self._stated(old, name):
                news[name] = value
            elif getattr(old, name) != value:
                place = Place(column=RoadmapPlan.columns()[name].title())
                wrong = say.HEAD_KEPT(plan=head.id, old=_words(getattr(old, name)))
                self.warnings.append(Issue(place, wrong, value=_words(value), severity="warning"))
        self.heads[head.id] = old.model_copy(update=news)

    def _stated(self, head: RoadmapPlan, name: str) -> bool:
        """Whether a head says more of a field than nothing."""
        return bool(getattr(head, name) != RoadmapPlan.model_fields[name].default)
