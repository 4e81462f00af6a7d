"""The role model follows the year of interaction; a minor is shown by the ID alone."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import openpyxl  # type: ignore[import-untyped]
import pytest

from matchmaker.engine import match
from matchmaker.errors import InputError
from matchmaker.io.plan_workbooks import director_workbook, methodist_workbook
from tests.engine import small

PHASES = ["первый", "второй", "третий", "четвёртый"]


def sheet_text(content: bytes) -> str:
    book = openpyxl.load_workbook(BytesIO(content))
    return "\n".join(
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
    )


@pytest.mark.parametrize(
    ("facts", "phase"),
    [
        ({}, "первый"),
        ({"starts": date(2025, 9, 1)}, "второй"),
        ({"starts": date(2025, 9, 2)}, "первый"),
        ({"starts": date(2025, 9, 1), "year_of_interaction": 4}, "четвёртый"),
        ({"starts": date(2015, 9, 1)}, "четвёртый"),
    ],
)
def test_the_role_model_follows_the_year(facts: dict[str, object], phase: str) -> None:
    there = small.municipality(small.mentee("a", category="young", **facts), small.mentor("k"))
    programme = {"name": "pair", "title": "Пара", "categories": ["young"], "phases": PHASES}
    plan = match(there, small.policy(programme=[programme]))
    text = sheet_text(director_workbook(plan))
    assert [name for name in PHASES if f"\n{name}\n" in text] == [phase]


def test_a_minor_is_never_named() -> None:
    there = small.municipality(
        small.person("a", age=17), small.mentee("a", category="young"), small.mentor("k")
    )
    plan = match(there, small.policy())
    shown = [sheet_text(director_workbook(plan)), sheet_text(methodist_workbook(plan))]
    shown += [plan.to_json(), str(plan.explain("a")), plan.to_frame().to_csv()]
    assert not any("Человек a" in text for text in shown)
    assert "участник до 18 лет (a)" in shown[0]


def test_a_minor_needs_an_id() -> None:
    with pytest.raises(InputError, match="моложе 18 лет"):
        small.municipality(
            small.person("").model_copy(update={"name": "Юный Ученик", "age": 16}),
            small.mentee("Юный Ученик", category="young"),
            small.mentor("k"),
        )
