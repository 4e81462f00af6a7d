"""What is written is read back, whatever the values, the language and the kind of file."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matchmaker import text
from matchmaker.domain import (
    TABLES,
    About,
    Mentee,
    Mentor,
    Municipality,
    Person,
    School,
    SchoolLink,
    SchoolProfile,
)
from matchmaker.domain.records import Choice, Record
from matchmaker.errors import InputError
from matchmaker.io import read, write
from matchmaker.io.cells import kind_of
from matchmaker.io.headers import key

FORMS = ("xlsx", "csv", "parquet", "arrow")
words = st.text(
    st.characters(codec="utf-8", exclude_characters="\0\ufffe\uffff"), max_size=12
) | st.sampled_from(["-", "'", "1", "Итого", "вакансия", "Пример: да", "=1+1", '"а";б', "a  b"])


def values(table: type[Record], name: str) -> st.SearchStrategy[Any]:
    """Any value that a column may hold."""
    kind = kind_of(table.model_fields[name].annotation)
    schema = table.model_json_schema()["properties"][name]
    bounds: dict[str, Any] = next(
        (s for s in [schema, *schema.get("anyOf", [])] if "minimum" in s), {}
    )
    least, most = bounds.get("minimum"), bounds.get("maximum")
    one: st.SearchStrategy[Any]
    if issubclass(kind.of, Choice):
        one = st.sampled_from(list(kind.of))
    elif issubclass(kind.of, bool):
        one = st.booleans()
    elif issubclass(kind.of, int):
        one = st.integers(least, most)
    elif issubclass(kind.of, float):
        one = st.floats(least, most, allow_nan=False, allow_infinity=False)
    elif issubclass(kind.of, date):
        one = st.dates()
    else:
        one = words
    if kind.several:
        return st.frozensets(one, max_size=3)
    return st.none() | one if kind.optional else one


def rows(table: type[Record]) -> st.SearchStrategy[Record]:
    """Any row of a table; references are put in later."""
    fields: dict[str, st.SearchStrategy[Any]] = {}
    for name, column in table.columns().items():
        info = table.model_fields[name]
        if (column.refers and info.is_required()) or name in ("id", "name"):
            fields[name] = st.just("как-нибудь")
        elif column.refers is None and name not in ("agreement_to", "ends", "age"):
            usual = st.nothing() if info.is_required() else st.just(info.default)
            fields[name] = usual | values(table, name)
    return st.builds(table, **fields)


codes = words.map(str.strip).filter(bool)
parts = st.tuples(
    codes,
    words.map(str.strip),
    *(
        rows(table)
        for table in (About, School, Person, Person, Mentor, Mentee, SchoolProfile, SchoolLink)
    ),
)


@parts.map
def municipalities(drawn: tuple[Any, ...]) -> Municipality:
    code, name, about, school, one, two, mentor, mentee, profile, link = drawn
    change = {"id": code, "name": name}
    attests = frozenset({code})
    return Municipality.build(
        [
            about,
            school.model_copy(update=change),
            School(id=f"{code}-2", name="Вторая"),
            one.model_copy(update={"id": "п1", "name": f"Ветров {name}".strip(), "school": code}),
            two.model_copy(
                update={"id": "п2", "name": "Ромашкина", "school": code, "attests": attests}
            ),
            mentor.model_copy(update={"person": "п1"}),
            mentee.model_copy(update={"person": "п2"}),
            profile.model_copy(update={"school": code}),
            link.model_copy(update={"helping": code, "helped": f"{code}-2"}),
        ]
    )


@pytest.mark.parametrize("form", FORMS)
@settings(
    max_examples=40, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
@given(whole=municipalities)
def test_every_value_survives(whole: Municipality, form: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        again = read(write(whole, Path(folder) / "т.xlsx" if form == "xlsx" else folder, form))
    assert again == whole
    assert again.fingerprint == whole.fingerprint


@pytest.mark.parametrize("language", text.LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_in_both_languages(
    municipality: Municipality, tmp_path: Path, form: str, language: text.Language
) -> None:
    with text.speaking(language):
        path = write(municipality, tmp_path / ("т.xlsx" if form == "xlsx" else "т"), form)
    again = read(path)
    assert again == municipality
    assert again.fingerprint == municipality.fingerprint


def test_the_same_bytes_each_time(municipality: Municipality, tmp_path: Path) -> None:
    one, two = write(municipality, tmp_path / "1.xlsx"), write(municipality, tmp_path / "2.xlsx")
    assert one.read_bytes() == two.read_bytes()
    assert write(read(one), tmp_path / "3.xlsx").read_bytes() == one.read_bytes()


def test_rows_know_where_they_stand(municipality: Municipality, tmp_path: Path) -> None:
    again = read(write(municipality, tmp_path / "т.xlsx"))
    place = again.person["п1"].source
    assert (place.file, place.sheet) == ("т.xlsx", "Педагоги")
    page = openpyxl.load_workbook(tmp_path / "т.xlsx")["Педагоги"]
    assert page.cell(place.row, 1).value == "п1"


def test_how_the_workbook_looks(municipality: Municipality, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write(municipality, tmp_path / "т.xlsx"))
    page = book["Педагоги"]
    assert page["A1"].value == "вымышленные данные"
    assert page.freeze_panes == "B3"
    assert page.auto_filter.ref.startswith("A2:")
    assert page["A2"].comment.text.startswith("Можно не заполнять")
    assert any(
        "working" not in v.formula1 and "работает" in v.formula1
        for v in page.data_validations.dataValidation
    )
    assert all(cell.data_type != "f" for row in page for cell in row)
    assert page.column_dimensions["B"].width > 20
    assert page["A3"].number_format == "@"  # «007» stays what it is when retyped


def test_long_lists_go_to_a_hidden_sheet(
    municipality: Municipality, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("matchmaker.io.typeset._LIST_LIMIT", 60)
    book = openpyxl.load_workbook(write(municipality, tmp_path / "т.xlsx"))
    rules = [rule.formula1 for page in book for rule in page.data_validations.dataValidation]
    assert '"да,нет"' in rules
    assert "'Списки'!$A$1:$A$7" in rules
    assert book["Списки"]["A1"].value == "школа"
    assert book["Списки"].sheet_state == "hidden"
    assert read(tmp_path / "т.xlsx").warnings == ()


def test_no_banner_over_real_data(municipality: Municipality, tmp_path: Path) -> None:
    about = municipality.about.model_copy(update={"fictional": None})
    real = municipality.model_copy(update={"about": about})
    book = openpyxl.load_workbook(write(real, tmp_path / "т.xlsx"))
    assert book["Педагоги"]["A1"].value == "ID"


def test_writing_replaces_whole_or_not_at_all(
    municipality: Municipality, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(municipality, tmp_path / "т.xlsx")
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(InputError, match="файл не записать"):
        write(municipality, path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["т.xlsx"]


@pytest.mark.parametrize(
    ("target", "form", "words"),
    [
        ("т.xls", "xlsx", r"\.xlsx"),
        ("т.xlsx", "pdf", "xlsx, csv, parquet, arrow"),
        ("файл", "csv", "это файл"),
    ],
)
def test_a_wrong_target_is_refused(
    municipality: Municipality, tmp_path: Path, target: str, form: str, words: str
) -> None:
    (tmp_path / "файл").write_text("")
    with pytest.raises(InputError, match=words):
        write(municipality, tmp_path / target, form)


def test_a_text_too_long_for_a_cell_is_refused(municipality: Municipality, tmp_path: Path) -> None:
    about = municipality.about.model_copy(update={"name": "я" * 40_000})
    with pytest.raises(InputError, match="лист «Сведения», столбец «Муниципалитет»"):
        write(municipality.model_copy(update={"about": about}), tmp_path / "т.xlsx")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_every_header_names_one_column(table: type[Record]) -> None:
    found: dict[str, str] = {}
    for name, column in table.columns().items():
        for word in (*column.title.both, *column.aliases):
            assert found.setdefault(key(word), name) == name
