"""Who is responsible, by the words of real plans."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaker.domain.abbreviations import Abbreviation, PartyKind
from matchmaker.roadmap.parties import Party, parse_parties, parties

with (Path(__file__).parent / "data" / "events.csv").open(encoding="utf-8-sig") as stream:
    CELLS = [row["resp"] for row in csv.DictReader(stream)]

BODY, PERSON, GROUP, ROLE = PartyKind.BODY, PartyKind.PERSON, PartyKind.GROUP, PartyKind.ROLE


def short(party: Party) -> str:
    post = f", {party.post}" if party.post else ""
    group = f" [{party.group}]" if party.group else ""
    return f"{party.name}{post}{group}"


DEPUTY = "заместители директора по методической работе"
GOLDEN = {
    "УО/МБУ «ИМЦ»,ОО": ["УО", "ИМЦ", "ОО"],
    "УО/МБУ «ИМЦ», ОО": ["УО", "ИМЦ", "ОО"],
    "ОО /МБУ «ИМЦ»": ["ОО", "ИМЦ"],
    "УО МБОУ ДПО «Научно-методический центр»": ["УО", "НМЦ"],
    "МБОУ ДПО «Научно- методический центр»": ["НМЦ"],
    "УО, МБОУ ДПО «Научно-методический центр» ОО,": ["УО", "НМЦ", "ОО"],
    "УО, руководители ОО": ["УО", "руководители ОО [ОО]"],
    "Дроздова К.П., директор Морозова А.С., зам. директора Белкина Л.Н., методист": [
        "Дроздова К.П., директор",
        "Морозова А.С., зам. директора",
        "Белкина Л.Н., методист",
    ],
    "В.Ф. Лысенко Е.Л. Сорокина Л.Н. Белкина": ["Лысенко В.Ф.", "Сорокина Е.Л.", "Белкина Л.Н."],
    "Белкина Л. Н": ["Белкина Л.Н."],
    "Белкина Л.Н,": ["Белкина Л.Н."],
    "Белкина Л,Н., методист": ["Белкина Л.Н., методист"],
    "Белкина Людмила Николаевна": ["Белкина Л.Н."],
    "Гринь Пётр Ильич, Гриню Петру Лукичу": ["Гринь П.И.", "Гриню П.Л."],
    "Петрова-Водкина А.Б. УО": ["Петрова-Водкина А.Б.", "УО"],
    "директор Морозова А.С., методист Л.Н. Белкина": [
        "Морозова А.С., директор",
        "Белкина Л.Н., методист",
    ],
    "Методисты ОППМСиОО": ["методисты ОППМСиОО, методисты [ОППМСиОО]"],
    "Воронцова Р.Д., методист ОППМСиОО Коль М.А., методист ОППМСиОО": [
        "Воронцова Р.Д., методист [ОППМСиОО]",
        "Коль М.А., методист [ОППМСиОО]",
    ],
    f"Тюрина О.Г., Морозова А.С. {DEPUTY}, Методисты ОППМСиОО": [
        f"Тюрина О.Г., {DEPUTY}",
        f"Морозова А.С., {DEPUTY}",
        "методисты ОППМСиОО, методисты [ОППМСиОО]",
    ],
    "ОПД УО: Соловьева И.В., Вишневская Ф.О.; ОО": [
        "Соловьева И.В. [ОПД УО]",
        "Вишневская Ф.О. [ОПД УО]",
        "ОО",
    ],
    "Директор, куратор, ответственные за формы наставничества": [
        "директор",
        "куратор",
        "ответственные за формы наставничества",
    ],
    "Заместитель директора по УВР и УО/МБУ «ИМЦ»": ["заместитель директора по УВР", "УО", "ИМЦ"],
    "Руководитель МНЦ, директор МБОУ ДПО «НМЦ»": [
        "руководитель МЦН [МЦН]",
        "директор НМЦ [НМЦ]",
    ],
    "муниципальный центр наставничества (МЦН)": ["МЦН"],
    "городской методический центр (ГМЦ)": ["ГМЦ"],
    "ОО, постоянно": ["ОО"],
    "ОУ, ДОУ, УДО": ["ОО", "ДОУ", "УДО"],
    "МАУ «ИМЦ», ДО АГ": ["МАУ «ИМЦ»", "ДО АГ"],
    "КРИРПО, ПОО, КемГУ": ["КРИРПО", "ПОО", "КемГУ"],
    "МБОУ «СОШ № 3 имени А.С. Пушкина», ОО": ["МБОУ «СОШ № 3 имени А.С. Пушкина»", "ОО"],
    "Управление образования совместно с ОО": ["УО", "ОО"],
    "Директор (Морозова А.С.), УО (Белкина Л.Н., Коль М.А.)": [
        "Морозова А.С., директор",
        *("УО", "Белкина Л.Н.", "Коль М.А."),
    ],
    "рабочая группа, методисты": ["рабочая группа", "методисты"],
    "классные руководители, родители": ["классные руководители", "родители"],
}


@pytest.mark.parametrize("cell", GOLDEN)
def test_golden(cell: str) -> None:
    assert [short(party) for party in parties(cell)] == GOLDEN[cell]


def letters(text: str) -> Counter[str]:
    return Counter(filter(str.isalnum, text))


@pytest.mark.parametrize("cell", sorted(set(CELLS)))
def test_every_cell_of_the_field(cell: str) -> None:
    parsed = parse_parties(cell)
    assert parsed.parties
    assert set(parsed.rest) <= {"постоянно", "и"}
    written = "".join([*(party.written for party in parsed.parties), *parsed.rest])
    assert letters(written) == letters(cell)
    for party in parsed.parties:
        assert party.kind is PERSON or not party.name.endswith(".")


def test_who_is_who() -> None:
    assert len(CELLS) == 161
    kinds = {party.name: party.kind for cell in CELLS for party in parties(cell)}
    assert {name for name, kind in kinds.items() if kind is BODY} == {
        *("УО", "ИМЦ", "НМЦ", "ОО", "МЦН")
    }
    assert {name for name, kind in kinds.items() if kind is GROUP} == {"методисты ОППМСиОО"}
    assert sum(kind is PERSON for kind in kinds.values()) == 14
    assert kinds["руководитель МЦН"] is ROLE


def test_the_load_of_one_person() -> None:
    rows = [cell for cell in CELLS if any(p.name == "Белкина Л.Н." for p in parties(cell))]
    assert len(rows) == 19


def test_a_time_is_nobody() -> None:
    for when in ("постоянно", "ежегодно", "до 15 мая", "в течение года", "май 2024", "2024–2027"):
        parsed = parse_parties(f"ОО, {when}")
        assert [party.name for party in parsed.parties] == ["ОО"]
        assert parsed.rest == (when,)


def test_the_sheet_of_abbreviations_goes_first() -> None:
    sheet = [
        Abbreviation(name="ОУ", meaning="отдел учёта"),
        Abbreviation(name="ГМО", same_as="МО", meaning="городское объединение"),
        Abbreviation(name="МО", same_as="НМЦ"),
        Abbreviation(name="Совет молодых", kind=GROUP, members=frozenset({"Белкина Л.Н.", "УО"})),
        Abbreviation(name="Белкина", same_as="Белкина Л.Н.", kind=PERSON),
    ]
    found = parties("ОУ, отдел учёта, ГМО, Совет молодых, Л.Н. Белкина, Белкина, УО", sheet)
    assert [party.name for party in found] == [
        "ОУ",
        "ОУ",
        "НМЦ",
        "Совет молодых",
        "Белкина Л.Н.",
        "Белкина Л.Н.",
        "УО",
    ]
    assert [party.kind for party in found[3:6]] == [GROUP, PERSON, PERSON]
    assert [party.group for party in found[4:]] == ["Совет молодых"] * 3
    circle = [Abbreviation(name="А", same_as="Б"), Abbreviation(name="Б", same_as="А")]
    assert len(parties("А", circle)) == 1


def test_bodies_that_look_alike_stay_apart() -> None:
    names = [parties(name)[0].name for name in ("МЦН", "МНЦ", "НМЦ", "МБУ «ИМЦ»", "МАУ «ИМЦ»")]
    assert names == ["МЦН", "МЦН", "НМЦ", "ИМЦ", "МАУ «ИМЦ»"]
    assert parties("Соловьеву И.В.")[0].name != parties("Соловьева И.В.")[0].name


PIECES = st.sampled_from(
    [
        *("УО", "ОО", "МБУ «ИМЦ»", "Белкина Л.Н.", "Л.Н. Белкина", "методист", "Методисты"),
        *("ОППМСиОО", "ОПД УО:", ",", ";", "/", " и ", " ", "(", ")", "«", "»", "постоянно"),
        *("директора", "заместители", "№ 3", ".", "\n", "им. ", "МБОУ", "вместе с", ":"),
    ]
)


@settings(max_examples=400, deadline=None, database=None)
@given(text=st.one_of(st.lists(PIECES, max_size=10).map("".join), st.text(max_size=30)))
def test_nothing_is_lost(text: str) -> None:
    parsed = parse_parties(text)
    written = "".join([*(party.written for party in parsed.parties), *parsed.rest])
    assert letters(written) == letters(text)


@pytest.mark.parametrize(
    "words", ["БЕЛКИНА Л.Н.", "Белкина Л . Н .", "Белкина Л. Н .", "Л.Н. Белкина", "Белкина Л.Н"]
)
def test_a_name_is_one_however_it_is_set(words: str) -> None:
    assert [(p.kind, p.name) for p in parties(words)] == [(PartyKind.PERSON, "Белкина Л.Н.")]


def test_a_body_in_capitals_before_a_name_is_a_body() -> None:
    found = [(p.kind, p.name) for p in parties("ИМЦ Л.Н. Белкина")]
    assert found == [(PartyKind.BODY, "ИМЦ"), (PartyKind.PERSON, "Белкина Л.Н.")]


def test_the_word_and_between_two_people_is_nobody() -> None:
    found = parse_parties("Белкина Л.Н. и Петров В.Г.")
    assert [party.name for party in found.parties] == ["Белкина Л.Н.", "Петров В.Г."]
    assert found.rest == ("и",)
