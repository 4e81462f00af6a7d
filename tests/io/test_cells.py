"""What one cell may say."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest

from matchmaker.domain import Format, MentorKind, Person, School, Topic, Willing
from matchmaker.domain.records import Record
from matchmaker.io.cells import Setting, nothing, reader, shown
from matchmaker.io.lists import join, split
from matchmaker.io.numbers import BadCellError

plain = Setting()


def parse(annotation: Any, raw: Any, setting: Setting = plain, column: str = "latitude") -> Any:
    return reader(annotation, School.columns()[column])(raw, setting)


def months(raw: Any, each: int | None = 1) -> Any:
    column = Person.columns()["experience"]
    return reader(int, column)(raw, Setting(each=each))


@pytest.mark.parametrize("raw", [3, 3.0, "3", " 3 ", "3,0", "+3", "'3"])
def test_whole_numbers(raw: Any) -> None:
    assert parse(int | None, raw) == 3


@pytest.mark.parametrize("raw", [3.5, "3,5", "три", True, "1,000", "1 2", "", date(2025, 2, 5)])
def test_a_fraction_is_never_rounded(raw: Any) -> None:
    with pytest.raises(BadCellError):
        parse(int, raw)


def test_thousands_are_separated_by_spaces() -> None:
    assert parse(int, "25\xa0000") == 25_000
    assert parse(float, "1 000,5") == 1000.5


@pytest.mark.parametrize("raw", [12.5, "12,5", "12.5", " 12,50 "])
def test_fractions(raw: Any) -> None:
    assert parse(float, raw) == 12.5


@pytest.mark.parametrize("raw", ["1e999", "inf", "nan", "12 км", False])
def test_not_a_number(raw: Any) -> None:
    with pytest.raises(BadCellError, match="нужно число"):
        parse(float, raw)


@pytest.mark.parametrize("raw", ["да", "Да ", "+", "V", 1.0, "1", "yes", "имеется", True])
def test_yes(raw: Any) -> None:
    assert parse(bool | None, raw) is True


@pytest.mark.parametrize("raw", ["нет", "НЕТ.", "0", 0.0, "no", False])
def test_no(raw: Any) -> None:
    assert parse(bool, raw) is False


@pytest.mark.parametrize("raw", ["может быть", 2.0])
def test_neither_yes_nor_no(raw: Any) -> None:
    with pytest.raises(BadCellError, match="«да» или «нет»"):
        parse(bool, raw)


@pytest.mark.parametrize(
    "raw",
    [
        date(2023, 9, 1),
        datetime(2023, 9, 1, 10, 30),
        45170.0,
        "45170",
        "01.09.2023",
        "1.9.2023",
        "01.09.2023г.",
        "01.09.2023 г.",
        "2023-09-01",
        "2023-09-01 00:00:00",
        "1 сентября 2023 г.",
    ],
)
def test_dates(raw: Any) -> None:
    assert parse(date, raw) == date(2023, 9, 1)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("32.01.2023", "нет в календаре"),
        ("29.02.2023", "нет в календаре"),
        (2023.0, "нужна дата"),
        ("01.09.23", "нужна дата"),
        ("09/01/2023", "нужна дата"),
        ("осенью", "нужна дата"),
        (time(9, 30), "нужна дата"),
    ],
)
def test_a_day_is_never_guessed(raw: Any, words: str) -> None:
    with pytest.raises(BadCellError, match=words):
        parse(date, raw)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (27.0, 27),
        ("27", 27),
        ("2 г. 3 мес.", 27),
        ("2г.3мес", 27),
        ("5 лет", 60),
        ("1 год", 12),
        ("11 месяцев", 11),
        ("2 года и 1 месяц", 25),
        ("2,5 года", 30),
        ("б/с", 0),
        ("5 years", 60),
        ("0", 0),
    ],
)
def test_terms(raw: Any, expected: int) -> None:
    assert months(raw) == expected


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("менее года", "нужно число месяцев"),
        ("лет", "нужно число месяцев"),
        ("давно", "нужно число месяцев"),
        (2.5, "не целое число месяцев"),
        ("2,3 года", "не целое число месяцев"),
    ],
)
def test_unclear_terms(raw: Any, words: str) -> None:
    with pytest.raises(BadCellError, match=words):
        months(raw)


def test_years_where_the_header_says_so() -> None:
    assert months(5.5, each=12) == 66
    with pytest.raises(BadCellError, match="годы это или месяцы"):
        months(5, each=None)
    assert months("5 лет", each=None) == 60


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("руководитель", MentorKind.HEAD),
        ("РУКОВОДИТЕЛЬ ", MentorKind.HEAD),
        ("head", MentorKind.HEAD),
        ("Социальный партнер", MentorKind.PARTNER),
    ],
)
def test_words_of_a_list(raw: str, expected: MentorKind) -> None:
    assert parse(MentorKind, raw) is expected


def test_a_word_not_in_the_list_names_those_that_are() -> None:
    with pytest.raises(BadCellError) as caught:
        parse(Willing, "согласен")
    assert caught.value.right == "Допустимо: да, нет, не спрошен"
    with pytest.raises(BadCellError) as caught:
        parse(MentorKind, "педогог")
    assert caught.value.right.startswith("Возможно, «педагог»")
    assert parse(Willing, True) is Willing.YES


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (201.0, "201"),
        (201, "201"),
        ("201", "201"),
        (1.5, "1.5"),
        (" a\xa0 \n b ", "a b"),
        ("'a  b", "a  b"),
        ("'", ""),
        ("007", "007"),
    ],
)
def test_texts(raw: Any, expected: str) -> None:
    assert parse(str, raw) == expected


def test_a_text_that_became_a_date_is_an_error() -> None:
    with pytest.raises(BadCellError, match="превратила это в дату"):
        parse(str, date(2025, 2, 1))


def test_several_values() -> None:
    assert parse(frozenset[str], "физика, химия;  рус. яз.,") == {"физика", "химия", "рус. яз."}
    assert parse(frozenset[str], 1.0) == {"1"}
    assert parse(frozenset[Topic], "ИКТ; ovz, предметный".replace("ovz", "ОВЗ и инклюзия")) == {
        Topic.ICT,
        Topic.INCLUSION,
        Topic.SUBJECT,
    }
    assert parse(list[Format], "очно, дистанционно") == [Format.IN_PERSON, Format.REMOTE]
    with pytest.raises(BadCellError, match="одно дробное число"):
        parse(frozenset[str], 1.2)


def test_a_name_with_a_comma_is_not_broken() -> None:
    known = Setting(known=frozenset({"лицей, филиал № 2", "ш1"}))
    assert parse(frozenset[str], "ш1, Лицей, филиал № 2, ш3", known) == {
        "ш1",
        "Лицей, филиал № 2",
        "ш3",
    }
    assert split('"ш1,а"; ш2') == ["ш1,а", "ш2"]
    assert split('МБОУ "Заря", "Радуга"') == ['МБОУ "Заря"', '"Радуга"']


@pytest.mark.parametrize("items", [["а,б", "в;г"], ['"'], ['"а"', "б"], ["", "а"], ['а"б'], [" а"]])
def test_join_and_split_are_inverse(items: list[str]) -> None:
    assert split(join(items)) == items


@pytest.mark.parametrize("raw", ["", None, "-", "—", " – ", "--", "\xa0"])
def test_cells_that_say_nothing(raw: Any) -> None:
    assert nothing(raw)


def test_zero_is_something() -> None:
    assert not nothing(0)
    assert not nothing(False)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (3.0, "3"),
        (2.5, "2,5"),
        (date(2025, 9, 1), "01.09.2025"),
        (True, "да"),
        ("я" * 99, "я" * 79 + "…"),
    ],
)
def test_how_a_cell_is_quoted(raw: Any, expected: str) -> None:
    assert shown(raw) == expected


def test_a_column_of_an_unknown_type_is_a_bug() -> None:
    with pytest.raises(TypeError, match="unknown type"):
        reader(Record, School.columns()["id"])
