"""Tables as Parquet or Arrow files: the same cells as in CSV, each column of a type of its own."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO

from matchmaker.errors import InputError, Issue, Place
from matchmaker.io.cells import Cell, exact, kind_of, shown
from matchmaker.io.layout import Sheet
from matchmaker.io.lists import join, split
from matchmaker.io.numbers import Raw
from matchmaker.io.sheets import Grid
from matchmaker.messages import io as say

FORMS = ("parquet", "arrow")
SUFFIXES = (".parquet", ".arrow", ".feather")
MOST_VALUES = 100_000_000
MOST_BYTES = 2 * 2**30
_LARGEST = 2**63 - 1
"""What is larger is written as text: the format has no such numbers."""


def read_arrow(file: Path, known: dict[str, str]) -> Grid:
    """The cells of one file under a row of its column names, rows counted as in CSV.

    Parameters
    ----------
    known : texts that were read before; a text that stands in many cells is kept once.

    Raises
    ------
    InputError
        if the library is not installed, the file is too large or damaged, or columns hold
        what no cell can; with every such column.
    """
    pa = library(file.name)
    with file.open("rb") as stream:
        try:
            table = _parquet(stream, file) if file.suffix.lower() == ".parquet" else _ipc(stream)
        except (pa.ArrowException, OSError, ValueError) as error:
            if isinstance(error, InputError):
                raise
            raise InputError([_damaged(Place(file.name))]) from error
    columns: list[list[Raw]] = []
    issues: list[Issue] = []
    for name, column in zip(table.column_names, table.columns, strict=True):
        place = Place(file.name, file.stem, column=name)
        try:
            columns.append(_cells(pa, column, known))
        except _NestedError:
            wrong = say.NESTED(kind=str(column.type).partition("<")[0])
            issues.append(Issue(place, wrong, say.NESTED_MEND()))
        except (pa.ArrowException, ValueError, OverflowError):
            issues.append(_damaged(place))
    if issues:
        raise InputError(issues)
    return Grid(file.name, file.stem, [tuple(table.column_names), *zip(*columns, strict=True)])


def arrow_bytes(sheet: Sheet, form: str) -> bytes:
    """One table as the bytes of a Parquet or Arrow file; the same table, the same bytes.

    Raises
    ------
    InputError
        if the library is not installed.
    """
    pa = library(f"{sheet.name}.{form}")
    table = pa.table(
        [_typed(pa, sheet, at) for at in range(len(sheet.headers))], names=list(sheet.headers)
    )
    return table_bytes(table, form, sheet.banner)


def table_bytes(table: Any, form: str, note: str) -> bytes:
    """A table of pyarrow as the bytes of a file; nothing is added to it but the note, if any."""
    if note:
        table = table.replace_schema_metadata({"note": note})
    stream = BytesIO()
    if form == "parquet":
        from pyarrow import parquet

        parquet.write_table(table, stream)
    else:
        from pyarrow import ipc

        with ipc.new_file(stream, table.schema) as file:
            file.write_table(table)
    return stream.getvalue()


class _NestedError(Exception):
    """A column that holds more than values and lists of them."""


def library(name: str) -> ModuleType:
    """pyarrow, which an extra brings.

    Raises
    ------
    InputError
        if it is not installed; it says so of the file of this name.
    """
    try:
        import pyarrow as pa
    except ImportError as error:
        raise InputError([Issue(Place(name), say.NO_ARROW(), say.NO_ARROW_MEND())]) from error
    return pa  # type: ignore[no-any-return]


def _damaged(place: Place) -> Issue:
    return Issue(place, say.BAD_ARROW(), say.BAD_ARROW_MEND())


def _parquet(stream: BinaryIO, file: Path) -> Any:
    """The table of a Parquet file, its texts as they stand there: each of them once.

    A text of a megabyte that a small file repeats in each row would fill the memory otherwise.
    """
    from pyarrow import parquet

    facts = parquet.read_metadata(stream)
    # Sizes of single chunks are not asked: pyarrow ends the process where these are damaged.
    size = sum(facts.row_group(at).total_byte_size for at in range(facts.num_row_groups))
    if size > MOST_BYTES:
        wrong = say.TOO_LARGE(size=size // 2**20, limit=MOST_BYTES // 2**20)
        raise InputError([Issue(Place(file.name), wrong, say.ONLY_OWN_ROWS())])
    if facts.num_rows * facts.num_columns > MOST_VALUES:
        wrong = say.TOO_MANY_VALUES(limit=MOST_VALUES)
        raise InputError([Issue(Place(file.name), wrong, say.ONLY_OWN_ROWS())])
    leaves = [facts.schema.column(at) for at in range(facts.num_columns)]
    texts = {leaf.path for leaf in leaves if leaf.physical_type == "BYTE_ARRAY"}
    stream.seek(0)
    return parquet.ParquetFile(stream, read_dictionary=sorted(texts)).read(use_threads=False)


def _ipc(stream: BinaryIO) -> Any:
    from pyarrow import ipc

    table = ipc.open_file(stream).read_all()
    table.validate(full=True)  # what a damaged file says of its parts is not checked on reading
    return table


def _cells(pa: ModuleType, column: Any, known: dict[str, str]) -> list[Raw]:
    """The cells of a column; an empty one where there is no value."""
    kinds = pa.types
    if kinds.is_dictionary(column.type) and kinds.is_nested(column.type.value_type):
        raise _NestedError
    if kinds.is_dictionary(column.type):
        column = column.unify_dictionaries()
    elif _is_list(kinds, column.type):
        if kinds.is_nested(column.type.value_type):
            raise _NestedError
        return [cell for chunk in column.chunks for cell in _lists(pa, chunk, known)]
    elif kinds.is_nested(column.type):
        raise _NestedError
    elif kinds.is_null(column.type):
        return [""] * len(column)
    else:
        column = _plain(pa, column).dictionary_encode()
    found: list[Raw] = []
    for chunk in column.chunks:
        words = [_cell(value, known) for value in _plain(pa, chunk.dictionary).to_pylist()]
        words.append("")  # at -1 stands what is null
        found += [words[code] for code in chunk.indices.fill_null(-1).to_numpy().tolist()]
    return found


def _is_list(kinds: Any, kind: Any) -> bool:
    return bool(kinds.is_list(kind) or kinds.is_large_list(kind) or kinds.is_fixed_size_list(kind))


def _plain(pa: ModuleType, column: Any) -> Any:
    """Values of a type that Python has: bytes are text, and no cell knows nanoseconds."""
    kinds, kind = pa.types, column.type
    if kinds.is_timestamp(kind):
        return column.cast(pa.timestamp("us", kind.tz), safe=False)
    if kinds.is_duration(kind):
        return column.cast(pa.duration("us"), safe=False)
    if kinds.is_time64(kind):
        return column.cast(pa.time64("us"), safe=False)
    if kinds.is_binary(kind) or kinds.is_large_binary(kind):
        return column.cast(pa.large_string())
    return column


def _cell(value: Any, known: dict[str, str]) -> Raw:
    if value is None:
        return ""
    if isinstance(value, str):
        if "\0" in value:
            raise ValueError(value)
        return known.setdefault(value, value)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value  # type: ignore[no-any-return]


def _lists(pa: ModuleType, chunk: Any, known: dict[str, str]) -> Iterator[str]:
    """Each list as the one cell that CSV would have; the same list is written once."""
    held = _cells(pa, pa.chunked_array([chunk.values]), known)
    filled = chunk.values.is_valid().to_pylist()
    items = [item if there else None for item, there in zip(held, filled, strict=True)]
    if pa.types.is_fixed_size_list(chunk.type):
        size = chunk.type.list_size
        rows = range(chunk.offset, chunk.offset + len(chunk))
        ends = [(size * row, size * (row + 1)) for row in rows]
    else:
        ends = list(pairwise(chunk.offsets.to_numpy().tolist()))
    written: dict[tuple[Raw | None, ...], str] = {}
    for (start, stop), there in zip(ends, chunk.is_valid().to_pylist(), strict=True):
        several = tuple(items[start:stop]) if there else ()
        if several not in written:
            there_are = (one for one in several if one is not None)
            words = [one if isinstance(one, str) else shown(one) for one in there_are]
            cell = exact(join(words)) if words else ""
            written[several] = known.setdefault(cell, cell)
        yield written[several]


def _typed(pa: ModuleType, sheet: Sheet, at: int) -> Any:
    """One column of a sheet with the type of its field."""
    name = list(sheet.table.columns())[at]
    kind = kind_of(sheet.table.model_fields[name].annotation)
    cells: list[Cell | None] = [row[at] for row in sheet.rows]
    if kind.several:
        lists = [None if cell is None else split(str(cell).removeprefix("'")) for cell in cells]
        return pa.array(lists, pa.list_(pa.string()))
    if kind.of is bool:
        truths = {None: None, say.YES(): True, say.NO(): False}
        return pa.array([truths[cell] for cell in cells], pa.bool_())  # type: ignore[index]
    if kind.of is int and any(cell is not None and abs(cell) > _LARGEST for cell in cells):  # type: ignore[arg-type]
        cells = [None if cell is None else str(cell) for cell in cells]
        return pa.array(cells, pa.string())
    types = {"int": pa.int64(), "float": pa.float64(), "date": pa.date32()}
    return pa.array(cells, types.get(kind.of.__name__, pa.string()))
