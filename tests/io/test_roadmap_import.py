"""Plans as people make them: letterheads, torn rows, merged cells, many headers."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from docx import Document
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaker.domain.abbreviations import Abbreviation
from matchmaker.domain.events import RoadmapPlan
from matchmaker.domain.roadmap import Roadmap
from matchmaker.engine import import_roadmap
from matchmaker.errors import InputError
from matchmaker.io import read, read_roadmap, write_roadmap
from matchmaker.io.broken_words import Vocabulary
from matchmaker.io.roadmap_columns import field_of
from matchmaker.io.roadmap_heads import find_head
from matchmaker.io.roadmap_import import Imported, read_plans

DATA = Path(__file__).parents[1] / "roadmap" / "data"
HEADER = ("№ п/п", "Мероприятия", "Срок исполнения", "Ответственные", "Ожидаемый результат")
LETTERHEAD = (
    "УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ЗАРЕЧНОГО РАЙОНА",
    "ПРИКАЗ",
    "от «29» декабря 2023 г. № 17",
    "Об утверждении дорожной карты",
    "В соответствии с распоряжением Министерства просвещения от 25 декабря 2019 г. № Р-145, "
    "приказом от 29.05.2020 № 1, Федеральным законом от 29.12.2012 № 273-ФЗ",
    "Документ подписан электронной подписью. Действителен с 11.03.2025 по 04.06.2026",
    "Приложение к приказу от 29.12.2023 № 17",
    "ПЛАН МЕРОПРИЯТИЙ",
    "(«дорожная карта») развития наставничества",
    "на 2024-2028 годы",
)
Rows = Sequence[Sequence[str]]


def word(path: Path, *parts: str | Rows, across: Sequence[int] = ()) -> Path:
    """A document of lines and tables; rows of the first table may be one cell across."""
    document = Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        table = document.add_table(rows=len(part), cols=len(part[0]))
        for number, row in enumerate(part):
            for column, text in enumerate(row):
                table.cell(number, column).text = text
        for number in across:
            text = part[number][0]
            joined = table.cell(number, 0).merge(table.cell(number, len(part[0]) - 1))
            joined.text = text
    document.save(str(path))
    return path


def book(path: Path, rows: Sequence[Sequence[object]], *merged: tuple[int, int, int, int]) -> Path:
    with xlsxwriter.Workbook(path, {"default_date_format": "dd.mm.yyyy"}) as workbook:
        page = workbook.add_worksheet("Лист1")
        for first, left, last, right in merged:
            page.merge_range(first, left, last, right, "")
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell != "":
                    page.write(number, column, cell)
    return path


def facts(found: Imported) -> list[tuple[str | None, str, str | None]]:
    return [(event.number, event.title, event.dates) for event in found.events]


def test_a_document_of_an_office(tmp_path: Path) -> None:
    numbers = tuple("12345")
    path = word(
        tmp_path / "план.docx",
        *LETTERHEAD,
        [
            HEADER,
            numbers,
            ("1. Организационные мероприятия", "", "", "", ""),
            ("1.1", "Разработка положений\nо наставничестве", "К 1 октября", "УО", "Положение"),
            ("", "", "ежегодно", "/МБУ «ИМЦ»", ""),
            HEADER,
            numbers,
            ("1.2", "Внедрение наставничества", "целевой модели наставничест", "ОО", "Приказ"),
            ("", "", "ва", "", ""),
            ("Раздел II. Кадры", "", "", "", ""),
            ("2.1.", "Конкурс", "29.04. 2022", "ОО", "Справка"),
        ],
        across=(2, 9),
    )
    found = read_plans(path)
    assert facts(found) == [
        ("1.1", "Разработка положений о наставничестве", "К 1 октября ежегодно"),
        ("1.2", "Внедрение наставничества", "целевой модели наставничества"),
        ("2.1.", "Конкурс", "29.04. 2022"),
    ]
    assert found.events[0].responsible == "УО /МБУ «ИМЦ»"
    assert [event.section for event in found.events] == [
        "1. Организационные мероприятия",
        "1. Организационные мероприятия",
        "Раздел II. Кадры",
    ]
    assert found.joined == 2
    assert found.columns["dates"] == ["Срок исполнения"]
    (head,) = found.proposed
    assert head.title == (
        "ПЛАН МЕРОПРИЯТИЙ («дорожная карта») развития наставничества на 2024-2028 годы"
    )
    assert head.order_date == date(2023, 12, 29)
    assert head.newest_act == date(2020, 5, 29)
    assert (head.starts, head.ends) == (date(2024, 1, 1), date(2028, 12, 31))
    assert not found.issues


def test_a_table_broken_into_several(tmp_path: Path) -> None:
    """The next page is a table of its own: with headers again, or without any."""
    path = word(
        tmp_path / "план.docx",
        [HEADER, ("1", "Первое", "май", "ОО", "")],
        [HEADER, ("2", "Второе", "июнь", "ОО", "")],
        [("3", "Третье", "июль", "ОО", ""), ("", "и четвёртое", "", "", "")],
    )
    found = read_plans(path, "П")
    assert facts(found) == [
        ("1", "Первое", "май"),
        ("2", "Второе", "июнь"),
        ("3", "Третье и четвёртое", "июль"),
    ]
    assert {event.plan for event in found.events} == {"П"}


def test_two_plans_in_one_document(tmp_path: Path) -> None:
    path = word(
        tmp_path / "приказ.docx",
        "Дорожная карта на 2024-2028 годы",
        [HEADER, ("1", "Первое", "май", "ОО", "")],
        "Программа наставничества «работодатель-студент», сентябрь 2021 – май 2022",
        [HEADER, ("1", "Второе", "июнь", "ОО", "")],
        "Начальник управления образования Л.Н. Белкина",
    )
    found = read_plans(path)
    assert len({event.plan for event in found.events}) == 2
    assert [(head.starts, head.ends) for head in found.proposed] == [
        (date(2024, 1, 1), date(2028, 12, 31)),
        (date(2021, 9, 1), date(2022, 5, 31)),
    ]


def test_blocks_that_overlap_in_a_document(tmp_path: Path) -> None:
    """A block over rows that are divided otherwise is read as the cells it has."""
    document = Document()
    table = document.add_table(rows=3, cols=5)
    for number, row in enumerate([HEADER, ("1", "Слёт", "май", "ОО", "Отчёт")]):
        for column, text in enumerate(row):
            table.cell(number, column).text = text
    row = table.rows[2]._tr
    row.remove(row.tc_lst[0])
    for cell, text in zip(row.tc_lst, ("2", "Сбор", "июнь", "УО"), strict=True):
        cell.p_lst[0].add_r().text = text
    row.tc_lst[3].grid_span = 2
    row.tc_lst[3].vMerge = "continue"
    document.save(str(tmp_path / "п.docx"))
    found = read_plans(tmp_path / "п.docx")
    assert facts(found) == [("1", "Слёт", "май"), ("2", "Сбор", "июнь")]
    row.tc_lst[3].grid_span = 10**9
    document.save(str(tmp_path / "п.docx"))
    with pytest.raises(InputError, match=r"повреждён.*gridSpan"):
        read_plans(tmp_path / "п.docx")


def test_words_that_were_inserted_or_struck_out(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(rows=2, cols=5)
    for number, row in enumerate([HEADER, ("1", "Слёт", "май", "ОО", "")]):
        for column, text in enumerate(row):
            table.cell(number, column).text = text
    paragraph = table.cell(1, 1).paragraphs[0]._p
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    for mark, words in (("ins", "<w:t> педагогов</w:t>"), ("del", "<w:delText>!</w:delText>")):
        paragraph.append(parse_xml(f"<w:{mark} {space}><w:r>{words}</w:r></w:{mark}>"))
    document.save(str(tmp_path / "п.docx"))
    assert facts(read_plans(tmp_path / "п.docx")) == [("1", "Слёт педагогов", "май")]


def test_items_of_a_list_and_other_tables(tmp_path: Path) -> None:
    path = word(
        tmp_path / "п.docx",
        [
            HEADER,
            ("1", "Конкурсы", "в течение года", "УО", ""),
            ("", "«Учитель года»", "февраль", "", ""),
            ("", "а) молодой учитель", "март", "", ""),
        ],
        "Целевые показатели",
        [("№", "Наименование показателя", "2024", "2025", "2026"), ("1", "Доля", "10", "20", "30")],
    )
    found = read_plans(path)
    assert facts(found) == [
        ("1", "Конкурсы", "в течение года"),
        (None, "«Учитель года»", "февраль"),
        (None, "а) молодой учитель", "март"),
    ]
    assert not found.issues


def test_a_shared_result_is_filled_down(tmp_path: Path) -> None:
    rows = [
        HEADER,
        ("4.1", "Среда", "май", "ОО", "Условия"),
        ("4.2", "Творчество", "май", "ОО", ""),
    ]
    found = read_plans(book(tmp_path / "п.xlsx", rows, (1, 4, 2, 4)))
    assert [event.result for event in found.events] == ["Условия", "Условия"]
    assert found.filled == 1
    document = Document()
    table = document.add_table(rows=3, cols=5)
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(number, column).text = text
    table.cell(1, 4).merge(table.cell(2, 4)).text = "Условия"
    document.save(str(tmp_path / "п.docx"))
    assert [event.result for event in read_plans(tmp_path / "п.docx").events] == ["Условия"] * 2


def test_an_awkward_workbook(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["УТВЕРЖДЕНО приказом управления образования от 20.03.2025 № 7"],
        ["План-график семинаров на 2025-2026 учебный год"],
        [],
        ["№", "Наименование мероприятия", "Сроки", "", "Исполнители", "Цвет"],
        ["", "", "начало", "окончание", "", ""],
        [1, 2, 3, 4, 5, 6],
        ["Методическая работа"],
        [1.1, "Семинар", date(2025, 9, 1), date(2025, 9, 30), "УО", "красный"],
        [2, "Школа молодого педагога", "11.10.2025", "", "ОО", ""],
        [],
        ["Начальник управления _______ Белкина Л.Н."],
    ]
    found = read_plans(book(tmp_path / "график.xlsx", rows, (3, 2, 3, 3)))
    assert facts(found) == [
        ("1.1", "Семинар", "01.09.2025 – 30.09.2025"),
        ("2", "Школа молодого педагога", "11.10.2025"),
    ]
    assert found.sections == ["Методическая работа"]
    assert found.left_out == ["Цвет"]
    (head,) = found.proposed
    assert head.order_date == date(2025, 3, 20)
    assert (head.starts, head.ends) == (date(2025, 9, 1), date(2026, 8, 31))
    said = [str(issue) for issue in found.issues]
    assert "столбец «Цвет»: столбец не внесён" in said[0]
    assert "они не внесены «Начальник управления _______ Белкина Л.Н.»" in said[1]
    assert len(said) == 2


def test_a_heading_under_a_heading(tmp_path: Path) -> None:
    rows = [
        HEADER,
        ("Раздел I. Нормативное",),
        ("обеспечение",),
        ("1. Положения",),
        ("1.1", "Анкеты", "май", "ОО", ""),
        ("2. Приказы",),
        ("2.1", "Реестр", "май", "ОО", ""),
    ]
    found = read_plans(book(tmp_path / "п.xlsx", rows))
    assert [event.section for event in found.events] == [
        "Раздел I. Нормативное обеспечение / 1. Положения",
        "2. Приказы",
    ]
    assert not found.issues


def test_numbered_headings_without_blocks(tmp_path: Path) -> None:
    rows = [
        HEADER,
        ("I", "Подготовка", "", "", ""),
        ("1", "Анкеты", "май", "ОО", ""),
        ("2.", "Обучение", "", "", ""),
        ("2.1", "Курсы", "июнь", "ОО", ""),
    ]
    found = read_plans(book(tmp_path / "п.xlsx", rows))
    assert [(e.section, e.title) for e in found.events] == [
        ("I Подготовка", "Анкеты"),
        ("2. Обучение", "Курсы"),
    ]


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("№", "number"),
        ("№ п/п", "number"),
        ("Наименование мероприятия", "title"),
        ("Содержание деятельности", "title"),
        ("Сроки", "dates"),
        ("Срок исполнения", "dates"),
        ("Дата проведения", "dates"),
        ("Период", "dates"),
        ("Ответственный исполнитель", "responsible"),
        ("Исполнители", "responsible"),
        ("Категория участников", "participants"),
        ("Результат", "result"),
        ("Форма отчётности", "result"),
        ("Вид документа", "result"),
        ("participants_inferred", "supposed_participants"),
        ("part", "plan"),
        ("Цвет", None),
    ],
)
def test_headers(header: str, name: str | None) -> None:
    assert field_of(header) == name


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("целевой модели наставничест", "ва", "целевой модели наставничества"),
        ("К 1 октября", "ежегодно", "К 1 октября ежегодно"),
        ("до 1", "ноября", "до 1 ноября"),
        ("2024–", "2027", "2024–2027"),
        ("научно-", "методический", "научно-методический"),
        ("разра-", "ботка", "разработка"),
        ("встречи", "и советы", "встречи и советы"),
        ("на", "ставника", "на ставника"),
        ("", "ОО", "ОО"),
    ],
)
def test_halves(first: str, second: str, whole: str) -> None:
    words = Vocabulary(["разработка на на ставника ставника наставника"])
    assert words.joined(first, second, torn=True) == whole


def test_a_word_is_mended_only_if_the_document_has_it() -> None:
    assert Vocabulary(["наставничества"]).mended("наставничест\nва") == "наставничества"
    assert Vocabulary([]).mended("наставничест\nва") == "наставничест ва"


@settings(max_examples=100, deadline=None, database=None)
@given(first=st.text("аб ё-–,12Я", max_size=9), second=st.text("аб ё-–,12Я", max_size=9))
def test_nothing_is_lost_where_halves_meet(first: str, second: str) -> None:
    whole = Vocabulary(["аб ба"]).joined(first, second, torn=True)
    letters = "".join(filter(str.isalnum, whole))
    assert letters == "".join(filter(str.isalnum, first + second))


@pytest.mark.parametrize(
    ("lines", "order", "act"),
    [
        (
            ("УТВЕРЖДЕНА", "приказом управления образования", "от 29.12.2023 № 8"),
            "2023-12-29",
            None,
        ),
        (("Приложение 2 к приказу от «20» марта 2025 г. № 1",), "2025-03-20", None),
        (("«    » _____________ 2024 г.",), None, None),
        (("Действителен с 11.03.2025 по 04.06.2026",), None, None),
        (("Указ Президента от 02.03.2018 № 94",), None, "2018-03-02"),
        (("20.03.2025\t№ 11-Пр",), "2025-03-20", None),
        (("приказ от 31.02.2025 № 3",), None, None),
    ],
)
def test_dates_around_a_plan(lines: tuple[str, ...], order: str | None, act: str | None) -> None:
    found = find_head(lines, lines)
    assert str(found.order_date) == str(order)
    assert str(found.newest_act) == str(act)


def test_periods_that_contradict_each_other(tmp_path: Path) -> None:
    path = word(
        tmp_path / "п.docx",
        "О реализации дорожной карты в 2025-2028 годах",
        "Дорожная карта наставничества в 2025-2029 годах",
        [HEADER, ("1", "Первое", "май", "ОО", "")],
    )
    found = read_plans(path)
    assert found.proposed[0].ends == date(2029, 12, 31)
    assert "несколько периодов" in found.issues[0].wrong


def test_the_roadmaps_of_the_field(tmp_path: Path) -> None:
    for order in (("plans", "events"), ("events", "plans")):
        out = tmp_path / order[0]
        for name in order:
            import_roadmap(DATA / f"{name}.csv", out)
        roadmap = read_roadmap(out)
        assert len(roadmap.events) == 161
        assert len(roadmap.plans) == 6
        assert all(plan.starts for plan in roadmap.plans)
        assert not roadmap.warnings
    files = [tmp_path / name / "дорожная карта.xlsx" for name in ("plans", "events")]
    assert read_roadmap(files[0]).fingerprint != ""
    assert {p.id: p for p in read_roadmap(files[0]).plans} == {
        p.id: p for p in read_roadmap(files[1]).plans
    }


def test_the_same_import_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in "аб":
        import_roadmap(DATA / "events.csv", tmp_path / name)
    first, second = (tmp_path / n / "дорожная карта.xlsx" for n in "аб")
    assert first.read_bytes() == second.read_bytes()


def small(folder: Path, name: str = "план.csv", title: str = "Первое") -> Path:
    path = folder / name
    path.write_text(f"№;Мероприятие;Срок\n1;{title};май\n", "utf-8")
    return path


def test_rows_come_once(tmp_path: Path) -> None:
    import_roadmap(small(tmp_path), tmp_path / "о")
    before = (tmp_path / "о" / "дорожная карта.xlsx").read_bytes()
    with pytest.raises(InputError, match="у плана уже есть 1 строка «план»"):
        import_roadmap(small(tmp_path, title="Второе"), tmp_path / "о")
    assert (tmp_path / "о" / "дорожная карта.xlsx").read_bytes() == before
    import_roadmap(small(tmp_path, title="Второе"), tmp_path / "о", replace=True)
    import_roadmap(small(tmp_path, title="Третье"), tmp_path / "о", plan="другой")
    roadmap = read_roadmap(tmp_path / "о")
    assert [(e.plan, e.title) for e in roadmap.events] == [("план", "Второе"), ("другой", "Третье")]


def test_other_tables_stay_and_the_form_too(tmp_path: Path) -> None:
    old = Roadmap.build([RoadmapPlan(id="П"), Abbreviation(name="МНЦ", same_as="МЦН")])
    write_roadmap(old, tmp_path, "csv")
    report = import_roadmap(small(tmp_path.parent, f"{tmp_path.name}.csv"), tmp_path, plan="П")
    assert report.written == tmp_path
    assert report.rows == {"П": 1}
    roadmap = read_roadmap(tmp_path)
    assert roadmap.abbreviations == old.abbreviations
    assert [event.title for event in roadmap.events] == ["Первое"]
    assert not list(tmp_path.glob("*.xlsx"))


def test_a_head_that_contradicts(tmp_path: Path) -> None:
    (tmp_path / "а.csv").write_text("plan,title,order_date\nП,Дорожная карта,2023-12-29\n", "utf-8")
    (tmp_path / "б.csv").write_text("plan,title,order_date\nП,Дорожная карта,2024-01-10\n", "utf-8")
    import_roadmap(tmp_path / "а.csv", tmp_path / "о")
    with pytest.raises(InputError, match=r"б\.csv.*столбец «Дата приказа».*29\.12\.2023"):
        import_roadmap(tmp_path / "б.csv", tmp_path / "о")
    import_roadmap(tmp_path / "б.csv", tmp_path / "о", replace=True)
    assert read_roadmap(tmp_path / "о").plans[0].order_date == date(2024, 1, 10)
    path = word(
        tmp_path / "п.docx",
        "Приложение к приказу от 01.02.2024 № 1",
        "Дорожная карта на 2024 год",
        [HEADER, ("1", "Первое", "май", "ОО", "")],
    )
    report = import_roadmap(path, tmp_path / "о", plan="П")
    assert any("оставлено «10.01.2024»" in issue.wrong for issue in report.warnings)
    head = read_roadmap(tmp_path / "о").plans[0]
    assert (head.order_date, head.starts) == (date(2024, 1, 10), date(2024, 1, 1))


def test_a_roadmap_inside_the_main_workbook_is_not_touched(tmp_path: Path) -> None:
    write_roadmap(Roadmap.build([RoadmapPlan(id="П")]), tmp_path / "таблицы.xlsx")
    with pytest.raises(InputError, match=r"таблицы\.xlsx.*на листах этой книги"):
        import_roadmap(DATA / "events.csv", tmp_path)


def test_refusals(tmp_path: Path) -> None:
    def refused(path: Path, words: str, plan: str | None = None) -> None:
        with pytest.raises(InputError, match=words):
            import_roadmap(path, tmp_path / "о", plan=plan)
        assert not (tmp_path / "о").exists()

    refused(tmp_path / "нет.docx", "не найдены")
    (tmp_path / "п.pdf").write_text("")
    refused(tmp_path / "п.pdf", "такого вида")
    for content in (b"", b"PK\x03\x04", b"text"):
        (tmp_path / "п.docx").write_bytes(content)
        refused(tmp_path / "п.docx", "повреждён")
    with zipfile.ZipFile(tmp_path / "п.docx", "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    refused(tmp_path / "п.docx", "повреждён")
    refused(word(tmp_path / "п.docx", "Приказ"), "не найдена ни таблица мероприятий")
    refused(DATA / "events.csv", "несколько планов", plan="П")
    rows = [HEADER, ("1", "Первое", "май", "ОО", ""), ("2", "", "июнь", "ОО", "")]
    refused(book(tmp_path / "п.xlsx", rows), "строка 3: у строки нет мероприятия «2; июнь; ОО»")
    (tmp_path / "файл").write_text("")
    with pytest.raises(InputError, match="а это файл"):
        import_roadmap(DATA / "events.csv", tmp_path / "файл")


CELL = st.one_of(
    st.sampled_from([*HEADER, "", "1", "1.1", "I", "Раздел I", "ва", "май", "План", "12345"]),
    st.text(max_size=6),
)


@settings(max_examples=60, deadline=None, database=None)
@given(rows=st.lists(st.lists(CELL, min_size=3, max_size=5), max_size=8))
def test_any_table_is_read_or_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    path = tmp_path_factory.mktemp("любая") / "п.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        page = workbook.add_worksheet()
        for number, row in enumerate([list(HEADER), *rows]):
            for column, cell in enumerate(row):
                page.write_string(number, column, cell)
    try:
        found = read_plans(path).events
    except InputError as refusal:
        said = [str(issue) for issue in refusal.issues]
    else:
        said = [event.title for event in found]
    assert all(said)


def test_the_municipality_does_not_see_the_roadmap(tmp_path: Path) -> None:
    import_roadmap(DATA / "events.csv", tmp_path)
    with pytest.raises(InputError, match="ни книги Excel"):
        read(tmp_path)


# ---- nothing is lost in silence -------------------------------------------------------------


def test_headers_without_rows_are_refused_and_nothing_is_written(tmp_path: Path) -> None:
    file = word(tmp_path / "план.docx", [HEADER])
    with pytest.raises(InputError, match="под заголовками нет ни одной строки"):
        import_roadmap(file, tmp_path / "карта")
    assert not (tmp_path / "карта").exists()


def test_words_in_a_column_without_header_are_told(tmp_path: Path) -> None:
    file = tmp_path / "план.csv"
    file.write_text(
        "№;Мероприятие;Срок\n1;Семинар;октябрь;проверить\n2;Форум;май\n;;;итого\n", "utf-8"
    )
    told = [issue for issue in read_plans(file).issues if "нет заголовка" in issue.wrong]
    assert [(issue.place.row, issue.value) for issue in told] == [(2, "проверить"), (4, "итого")]


@pytest.mark.parametrize(
    ("stand", "meant"),
    [
        (["1.8", "1.9", "1.1", "1.11"], ["1.8", "1.9", "1.10", "1.11"]),
        (["2.19", "2.2"], ["2.19", "2.20"]),
        (["1.9", "1.10", "2.1"], ["1.9", "1.10", "2.1"]),
        (["1.1", "1.2", "2.1"], ["1.1", "1.2", "2.1"]),
        (["1.9", "2.1"], ["1.9", "2.1"]),
    ],
)
def test_a_zero_that_a_number_lost_is_put_back_and_told(
    tmp_path: Path, stand: list[str], meant: list[str]
) -> None:
    book = xlsxwriter.Workbook(tmp_path / "план.xlsx")
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["№", "Мероприятие", "Срок"])
    for row, number in enumerate(stand, start=1):
        sheet.write_row(row, 0, [float(number), f"Дело {row}", "октябрь"])
    book.close()
    found = read_plans(tmp_path / "план.xlsx")
    assert [event.number for event in found.events] == meant
    told = [issue for issue in found.issues if "ноль" in issue.wrong]
    assert len(told) == sum(a != b for a, b in zip(map(_plain, stand), meant, strict=True))


def _plain(number: str) -> str:
    return str(float(number))


def test_rows_that_are_there_already_are_named_with_their_place(tmp_path: Path) -> None:
    file = tmp_path / "план.csv"
    file.write_text("№;Мероприятие;Срок\n1;Семинар;октябрь\n", "utf-8")
    import_roadmap(file, tmp_path / "карта")
    with pytest.raises(InputError, match=r"дорожная карта\.xlsx"):
        import_roadmap(file, tmp_path / "карта")


def test_two_plans_of_one_document_have_a_period_each(tmp_path: Path) -> None:
    rows = [HEADER, ("1", "Семинар", "октябрь", "УО", "")]
    file = word(
        tmp_path / "планы.docx",
        "План мероприятий на 2025 год", rows, "План мероприятий на 2026 год", rows,
    )  # fmt: skip
    found = read_plans(file)
    assert [head.starts for head in found.proposed] == [date(2025, 1, 1), date(2026, 1, 1)]
    assert found.issues == []


@pytest.mark.parametrize("suffix", ["csv", "docx"])
def test_soft_hyphens_are_no_part_of_a_word(tmp_path: Path, suffix: str) -> None:
    rows = [("№", "Меро\xadприятие", "Срок"), ("1", "Сове\xadщание", "ок\xadтябрь")]
    file = tmp_path / f"план.{suffix}"
    if suffix == "csv":
        file.write_text("\n".join(";".join(row) for row in rows), "utf-8")
    else:
        word(file, rows)
    (event,) = read_plans(file).events
    assert (event.title, event.dates) == ("Совещание", "октябрь")
