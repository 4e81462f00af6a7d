"""Files that are damaged, protected, or made to do harm, are refused in words."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest

from matchmaker.errors import Issue
from matchmaker.io import guard, read

Tables = dict[str, list[list[Any]]]
Maker = Callable[..., Path]
Refused = Callable[[Path], list[Issue]]


def with_member(path: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    """A copy of an archive with one member changed or added."""
    copy = path.with_name("изменено" + path.suffix)
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            content = old.read(info)
            new.writestr(info.filename, change(content) if info.filename == name else content)
        if name not in old.namelist():
            new.writestr(name, change(b""))
    return copy


def add_rows(rows: bytes) -> Callable[[bytes], bytes]:
    return lambda sheet: sheet.replace(b"</sheetData>", rows + b"</sheetData>")


SHEET = "xl/worksheets/sheet3.xml"
VALUE = b'<row r="%d"><c r="%s%d"><v>1</v></c></row>'


@pytest.mark.parametrize(
    ("row", "column"), [(1048576, b"XFD"), (1048576, b"A"), (5, b"XFD"), (190_000, b"ZZ")]
)
def test_a_value_far_away(
    tables: Tables, workbook: Maker, problems: Refused, row: int, column: bytes
) -> None:
    far = with_member(workbook(tables), SHEET, add_rows(VALUE % (row, column, row)))
    (issue,) = problems(far)
    assert issue.place.sheet == "Педагоги"
    assert f"{row} ст" in issue.wrong
    assert "Ctrl+End" in issue.right


def test_a_far_cell_with_only_a_format_is_harmless(tables: Tables, workbook: Maker) -> None:
    style = b'<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    assert len(read(with_member(workbook(tables), SHEET, add_rows(style))).people) == 2


def test_rows_that_do_not_say_where_they_are(
    tables: Tables, workbook: Maker, problems: Refused
) -> None:
    rows = b"<row/>" * 300_000 + b"<row><c><v>1</v></c></row>"
    (issue,) = problems(with_member(workbook(tables), SHEET, add_rows(rows)))
    assert "больше, чем бывает" in issue.wrong


def test_a_namespace_does_not_hide_a_far_cell() -> None:
    sheet = b'<x:sheetData><x:row r="1048576"><x:c t="n" r="XFD1048576"><x:v>1</x:v></x:c></x:row>'
    assert guard._extent(sheet) == (1048576, 16384)


def test_a_bomb(
    tables: Tables, workbook: Maker, problems: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "MOST_BYTES", 2**20)
    bomb = with_member(workbook(tables), "xl/media/image.bin", lambda _: b"\0" * 3 * 2**20)
    (issue,) = problems(bomb)
    assert issue.wrong == "файл слишком велик: 3 МБ в развёрнутом виде при пределе 1"


def test_an_entity_bomb(tables: Tables, workbook: Maker, problems: Refused) -> None:
    def evil(content: bytes) -> bytes:
        return content.replace(
            b"<sst", b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><sst', 1
        ).replace(b"<t>", b"<t>&x;", 1)

    (issue,) = problems(with_member(workbook(tables), "xl/sharedStrings.xml", evil))
    assert "повреждён" in issue.wrong


def test_utf_16_inside_is_refused(tables: Tables, workbook: Maker, problems: Refused) -> None:
    hidden = with_member(workbook(tables), SHEET, lambda content: content.decode().encode("utf-16"))
    (issue,) = problems(hidden)
    assert "повреждён" in issue.wrong


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "не книга Excel"),
        (b"<html><table></table></html>", "не книга Excel"),
        (b"PK\x03\x04 and then nothing", "повреждён"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000, "повреждён"),
    ],
)
def test_no_workbook_at_all(tmp_path: Path, problems: Refused, content: bytes, words: str) -> None:
    path = tmp_path / "таблицы.xlsx"
    path.write_bytes(content)
    (issue,) = problems(path)
    assert words in issue.wrong
    assert issue.place.file == "таблицы.xlsx"
    assert issue.right


@pytest.mark.parametrize("share", [0.3, 0.7, 0.98])
def test_half_a_file(tables: Tables, workbook: Maker, problems: Refused, share: float) -> None:
    path = workbook(tables)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    (issue,) = problems(path)
    assert "повреждён" in issue.wrong


def test_a_changed_byte(tables: Tables, workbook: Maker, problems: Refused) -> None:
    path = workbook(tables)
    with zipfile.ZipFile(path) as archive:
        start = archive.getinfo(SHEET).header_offset + 80
    content = bytearray(path.read_bytes())
    content[start : start + 40] = bytes(40)
    path.write_bytes(content)
    assert len(problems(path)) == 1


def test_an_archive_that_is_no_workbook(tmp_path: Path, problems: Refused) -> None:
    path = tmp_path / "письмо.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert "не книга Excel" in problems(path)[0].wrong


def test_a_password(tmp_path: Path, problems: Refused) -> None:
    """An encrypted .xlsx is an OLE container with a stream named EncryptedPackage."""
    path = tmp_path / "таблицы.xlsx"
    path.write_bytes(ole_with("EncryptedPackage"))
    (issue,) = problems(path)
    assert issue.wrong == "книга защищена паролем"
    assert issue.right.startswith("Снимите пароль")


def ole_with(stream: str) -> bytes:
    """A compound file with one empty stream of this name."""
    free, end, fat = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0, 0)
    head += struct.pack("<109I", *([free] * 108), free)
    table = struct.pack("<128I", fat, end, *[free] * 126)

    def entry(name: str, kind: int, child: int) -> bytes:
        raw = name.encode("utf-16-le")
        return (
            raw.ljust(64, b"\0")
            + struct.pack("<HBBIII", len(raw) + 2, kind, 1, free, free, child)
            + bytes(16 + 4 + 16)
            + struct.pack("<IQ", end, 0)
        )

    directory = entry("Root Entry", 5, 1) + entry(stream, 2, free)
    content = head[:76] + struct.pack("<109I", 0, *[free] * 108) + table
    return content + directory.ljust(512, b"\0")


def test_an_opendocument_that_repeats_too_much(tmp_path: Path, problems: Refused) -> None:
    path = tmp_path / "таблицы.ods"
    cell = '<table:table-cell office:value-type="float" office:value="1"/>'
    content = (
        '<office:document-content xmlns:office="o" xmlns:table="t"><table:table table:name="Лист">'
        f'<table:table-row table:number-rows-repeated="1048570">{cell}</table:table-row>'
        "</table:table></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    (issue,) = problems(path)
    assert issue.place.sheet == "Лист"
    assert "1048570 строк" in issue.wrong


def test_formulas_in_values_stay_text(tables: Tables, workbook: Maker, tmp_path: Path) -> None:
    from matchmaker.io import write

    tables["Педагоги"][1][1] = '\'=HYPERLINK("http://x")'
    written = write(read(workbook(tables)), tmp_path / "копия.xlsx")
    page = openpyxl.load_workbook(written)["Педагоги"]
    assert {cell.data_type for row in page for cell in row} <= {"s", "n"}
    assert page["B2"].hyperlink is None
