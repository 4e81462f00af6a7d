"""Cells checked once for all rows that have them: nothing differs from rows checked one by one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar, Self

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import field_validator, model_validator

from matchmaker.domain import TABLES, Mentee, Mentor, Municipality, Person, School
from matchmaker.domain.records import Choice, Record, col
from matchmaker.errors import InputError, Issue
from matchmaker.io import sheets
from matchmaker.io.book import MUNICIPALITY
from matchmaker.io.cells import kind_of
from matchmaker.io.columns import Plan, _Cells
from matchmaker.io.numbers import Raw
from matchmaker.io.sheets import Grid, assemble, read_rows
from matchmaker.text import Text
from tests.io.test_messy import RAW

USUAL: dict[tuple[type[Record], str], list[Raw]] = {
    (School, "id"): ["ш1", "ш2"],
    (Person, "id"): ["п1", "п2"],
    (Person, "name"): ["Ветров Илья Олегович", "Ромашкина Вера Павловна"],
}
WORDS: list[Raw] = ["", "да", "1", 1, 1.0, True, 0.0, -0.0, "ш1", "п1", "п2", "01.09.2025"]


def cells(table: type[Record], name: str) -> st.SearchStrategy[Raw]:
    """What may well stand in a column, and now and then anything at all."""
    usual = list(USUAL.get((table, name), []))
    refers = table.columns()[name].refers
    usual += ["ш1"] if refers == "school" else ["п1", "п2"] if refers else []
    of = kind_of(table.model_fields[name].annotation).of
    usual += [member.text() for member in of] if issubclass(of, Choice) else []
    own = st.sampled_from(usual or WORDS)
    return st.one_of(own, own, own, st.sampled_from(WORDS), RAW)


def answer(grids: Sequence[Grid]) -> tuple[Municipality, tuple[Issue, ...], str] | list[Issue]:
    try:
        whole = assemble(grids, "т.xlsx", MUNICIPALITY)
    except InputError as error:
        return list(error.issues)
    return whole, whole.warnings, whole.fingerprint


def one_by_one(table: type[Record], plan: Plan, rows: Sequence[Any]) -> list[None]:
    """Leave every row to the reader of single rows."""
    return [None] * len(rows)


@settings(max_examples=25, deadline=None, database=None)
@given(data=st.data())
def test_columns_and_rows_agree(data: st.DataObject) -> None:
    grids = []
    for table in TABLES:
        titles: list[Raw] = [column.title() for column in table.columns().values()]
        drawn = st.tuples(*(cells(table, name) for name in table.columns()))
        few = 1 if table not in (School, Person, Mentor, Mentee) else 3
        rows = data.draw(st.lists(drawn, min_size=1, max_size=few))
        grids.append(Grid("т.xlsx", table.sheet(), [titles, *rows]))
    by_column = answer(grids)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sheets, "sound_rows", one_by_one)
        assert answer(grids) == by_column
    assert by_column


@settings(max_examples=60, deadline=None, database=None)
@given(data=st.data())
def test_rows_are_the_same_in_every_field(data: st.DataObject) -> None:
    table = data.draw(st.sampled_from(TABLES))
    titles: list[Raw] = [column.title() for column in table.columns().values()]
    rows = data.draw(st.lists(st.tuples(*(cells(table, n) for n in table.columns())), max_size=4))
    grid = Grid("т.xlsx", table.sheet(), [titles, *rows])

    def read() -> list[Any]:
        found, issues = read_rows(table, grid)
        # Stand-ins for rows that are wrong lack what they lack.
        return [*issues, *((type(r), r.__dict__, r.model_fields_set) for r in found)]

    by_column = read()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sheets, "sound_rows", one_by_one)
        one = read()
    assert one == by_column
    assert repr(one) == repr(by_column)  # -0.0 is 0.0, but its words differ


class Span(Record):
    """A table whose model judges whole rows, and a field by words of its own."""

    sheet: ClassVar[Text] = Text("Сроки", "Spans")

    first: Annotated[int, col("Первый", "First")]
    last: Annotated[int | None, col("Последний", "Last")] = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last is not None and self.last < self.first:
            raise ValueError("конец раньше начала")
        return self

    @field_validator("first")
    @classmethod
    def _even(cls, value: int) -> int:
        if value % 2:
            raise ValueError("нужно чётное")
        return value


def test_what_a_model_says_of_rows_holds() -> None:
    grid = Grid("т.csv", "Сроки", [["Первый", "Последний"], ["2", "4"], ["4", "2"], ["3", "5"]])
    found, issues = read_rows(Span, grid)
    assert [(row.first, row.last) for row in found if isinstance(row, Span)] == [(2, 4)]
    assert [(issue.place.row, issue.wrong) for issue in issues] == [
        (3, "конец раньше начала"),
        (4, "нужно чётное"),
    ]


def test_a_cell_of_many_rows_is_checked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Raw] = []
    own = _Cells._value

    def counted(self: Any, raw: Raw) -> Any:
        read.append(raw)
        return own(self, raw)

    monkeypatch.setattr(_Cells, "_value", counted)
    grid = Grid(
        "т.csv", "Наставники", [["Наставник", "Мест"], *[[f"п{k % 5}", "2"] for k in range(500)]]
    )
    found, issues = read_rows(Mentor, grid)
    assert (len(found), issues) == (500, [])
    assert sorted(map(str, read)) == ["2", "п0", "п1", "п2", "п3", "п4"]
