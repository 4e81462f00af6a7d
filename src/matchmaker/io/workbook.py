"""Reading a workbook: .xlsx first of all, also .xls and .ods."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from matchmaker.errors import InputError, Issue, Place
from matchmaker.io.cells import shown
from matchmaker.io.guard import Findings, inspect
from matchmaker.io.sheets import Grid
from matchmaker.messages import io as say

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods")
"""Files that are read as workbooks."""


def read_workbook(path: Path) -> list[Grid]:
    """The cells of every sheet of a workbook.

    Raises
    ------
    InputError
        if the file is damaged, protected, hostile or no workbook at all.
    """
    findings = inspect(path)
    try:
        return _grids(path, findings)
    except InputError:
        raise
    except BaseException as error:
        # A panic of the reader is no Exception, and yet only means a damaged file.
        if isinstance(error, (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError)):
            raise
        if type(error).__name__ == "PasswordError":
            issue = Issue(Place(path.name), say.PASSWORD(), say.PASSWORD_MEND())
        else:
            reason = (str(error).strip().splitlines() or [""])[0] or type(error).__name__
            issue = Issue(Place(path.name), say.CORRUPT(reason=reason), say.CORRUPT_MEND())
        raise InputError([issue]) from error


def _grids(path: Path, findings: Findings) -> list[Grid]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    grids = []
    with CalamineWorkbook.from_path(str(path)) as workbook:
        for position, about in enumerate(workbook.sheets_metadata):
            if about.typ is not SheetTypeEnum.WorkSheet:
                continue
            sheet: Any = workbook.get_sheet_by_index(position)
            rows = sheet.to_python(skip_empty_area=False)
            _show_percents(rows, findings.percents.get(about.name, ()))
            grids.append(
                Grid(
                    path.name,
                    about.name,
                    rows,
                    tuple(sheet.merged_cell_ranges or ()),
                    about.visible is not SheetVisibleEnum.Visible,
                    findings.errors.get(about.name, {}),
                )
            )
    return grids


def _show_percents(rows: list[list[Any]], cells: Iterable[tuple[int, int]]) -> None:
    """Put what is shown, «12 %», where the file holds 0.12 and a format."""
    for row, column in cells:
        if row < len(rows) and column < len(rows[row]):
            held = rows[row][column]
            if isinstance(held, (int, float)) and not isinstance(held, bool):
                # Times 100 a binary fraction is a little off; nobody writes ten digits.
                rows[row][column] = f"{shown(round(100.0 * held, 10))} %"
