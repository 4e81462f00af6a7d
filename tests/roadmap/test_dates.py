"""Every date phrase of the municipal plans in hand: its kind, its days, its other readings."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from matchmaker.roadmap.windows import Kind
from tests.roadmap.phrases import facts, read, windows

CSV = Path(__file__).parent / "data" / "date_expressions.csv"

DAYS_AND_RANGES = [
    # plan, phrase, kind, windows
    ("LKO", "2024– 2028", "range", "2024/2028"),
    ("LKO", "2024–2027", "range", "2024/2027"),
    ("LKO", "2020-2023", "range", "2020/2023"),  # before the plan: as the words say
    ("LKO", "на 2024-2028 гг.", "range", "2024/2028"),
    ("LKO programme", "январь 2024г.", "range", "2024-01"),
    ("LKO programme", "январь 2024 - июнь 2028 года", "range", "2024-01/2028-06"),
    ("KOG", "2026, 2028 годах (октябрь)", "range", "2026-10 2028-10"),
    ("KOG", "в 2025-2028 годах", "range", "2025-03-20/2028-12-31"),
    ("KOG", "в 2025-2029 годах", "range", "2025-03-20/2028-12-31"),
    ("KEM project", "Сентябрь 2021 год – май 2022 год", "range", "2021-09/2022-05"),
    ("KEM project", "11.10.2021", "point", "2021-10-11"),
    ("KEM project", "02.11.2021", "point", "2021-11-02"),
    ("KEM project", "09.11.2021", "point", "2021-11-09"),
    ("KEM project", "15.12.2021", "point", "2021-12-15"),
    ("KEM project", "22.12.2021", "point", "2021-12-22"),
    ("KEM project", "18.01.2022", "point", "2022-01-18"),
    ("KEM project", "25.01.2022", "point", "2022-01-25"),
    ("KEM project", "25.03.2022", "point", "2022-03-25"),
    ("KEM project", "16.03.2022", "point", "2022-03-16"),
    ("KEM project", "15.02.2022", "point", "2022-02-15"),
    ("KEM project", "07.04.2022", "point", "2022-04-07"),
    ("KEM project", "29.04. 2022", "point", "2022-04-29"),
    ("KEM project", "26.05. 2022", "point", "2022-05-26"),
    ("KEM project", "13.05.2022", "point", "2022-05-13"),
    ("KEM project", "13.09.2021- 08.10.2021", "range", "2021-09-13/2021-10-08"),
    ("KEM project", "25.10.2021 – 28.10. 2021", "range", "2021-10-25/2021-10-28"),
    ("KEM project", "01.11.-03.11 2021", "range", "2021-11-01/2021-11-03"),
    ("KEM project", "17.01.-21.01 2022", "range", "2022-01-17/2022-01-21"),
    ("KEM project", "28.03.-01.04. 2022", "range", "2022-03-28/2022-04-01"),
    ("KEM project", "07.02.2022 - 22.03.2022", "range", "2022-02-07/2022-03-22"),
    ("KEM project", "16-27 мая 2022", "range", "2022-05-16/2022-05-27"),
    ("KEM project", "Октябрь – ноябрь 2021", "range", "2021-10/2021-11"),
    ("KEM project", "Ноябрь 2021 – май 2022", "range", "2021-11/2022-05"),
    ("KEM", "2021-2023 г.г.", "range", "2021/2023"),
    ("KEM", "2021-2023 гг.", "range", "2021/2023"),
    ("KEM", "2021-2023гг.", "range", "2021/2023"),
    ("KEM", "2021-2023 г.г", "range", "2021/2023"),
    ("KEM", "2021 г.", "range", "2021"),
    ("KEM", "на 2021 – 2023 годы", "range", "2021/2023"),
    # beside the table
    ("LKO", "2024год", "range", "2024"),
    ("LKO", "2025 год", "range", "2025"),
    ("LKO", "«29» декабря 2023 г.", "point", "2023-12-29"),
    ("KOG", "2025 – 2028 годах", "range", "2025-03-20/2028-12-31"),
    ("KOG", "31 декабря 2019 г.", "point", "2019-12-31"),
    ("KOG", "с 11.03.2025 по 04.06.2026", "range", "2025-03-20/2026-06-04"),
    ("", "на 2014 - 2025 годы", "range", "2014/2025"),
    ("", "на 2021 – 2024 гг.", "range", "2021/2024"),
    ("", "на 2022 и последующие годы", "range", "2022-01-01/"),
]

RECURRING = [
    # plan, phrase, windows, recurrence
    ("LKO", "Ежеквартально (контроль)",
     "Y-01/Y-03 Y-04/Y-06 Y-07/Y-09 Y-10/Y-12 of 2024..2028", "quarterly"),
    ("LKO", "Ежегодно до 1 ноября.", "<=Y-11-01 of 2024..2028", "yearly months=11 day=1"),
    ("LKO", "Ежегодно до 1 июля", "<=Y-07-01 of 2024..2028", "yearly months=7 day=1"),
    ("LKO", "К 1 октября ежегодно", "<=Y-10-01 of 2024..2028", "yearly months=10 day=1"),
    ("LKO", "Ежегодно", "Y of 2024..2028", "yearly"),
    ("LKO", "Ежегодно, 2024–2027", "Y of 2024..2027", "yearly"),
    ("LKO", "Апрель, ежегодно", "Y-04 of 2024..2028", "yearly months=4"),
    ("LKO", "Март-август, ежегодно", "Y-03/Y-08 of 2024..2028", "yearly months=3,4,5,6,7,8"),
    ("LKO", "Март-сентябрь, ежегодно", "Y-03/Y-09 of 2024..2028", "yearly months=3,4,5,6,7,8,9"),
    ("LKO programme", "август", "Y-08 of 2024..2027", "yearly months=8"),
    ("LKO", "на 01 октября текущего года", "Y-10-01 of 2024..2028", "yearly months=10 day=1"),
    ("KOG", "Ежегодно, сентябрь-октябрь", "Y-09/Y-10 of 2025..2028", "yearly months=9,10"),
    ("KOG", "С периодичностью 1 раз в год", "2025-03-20/2025-12-31 2026 2027 2028",
     "yearly times=1"),
    ("KOG", "Ежегодно", "2025-03-20/2025-12-31 2026 2027 2028", "yearly"),
    ("SUR", "не менее одного раза в год", "", "yearly times=1 at_least"),
    ("KEM project", "Ежемесячно, в соответствии с еженедельным планированием деятельности "
     "методистов ОППМСиОО",
     "2021-09 2021-10 2021-11 2021-12 2022-01 2022-02 2022-03 2022-04 2022-05", "monthly"),
    # beside the table
    ("", "Ежегодно, 2024–2027", "Y of 2024..2027", "yearly"),
    ("", "Ежегодно", "", "yearly"),
    ("", "август", "", "yearly months=8"),
]  # fmt: skip

SEVERAL_READINGS = [
    # plan, phrase, kind, the windows of each reading, the chosen first
    ("LKG", "2020 – 2021 г.", "range", "2020/2021", "2020-09-01/2021-05-31"),
    ("LKG", "в 2020-2021 учебном году", "range",
     "2020-09-01/2021-05-31", "2020-09-01/2021-08-31"),
    ("KEM", "в 2021-2022 учебном году", "range",
     "2021-09-01/2022-05-31", "2021-09-01/2022-08-31"),
    ("KEM", "на 2022-2023 учебный год", "range",
     "2022-09-01/2023-05-31", "2022-09-01/2023-08-31"),
    ("KEM", "на 2021-2022 учебный год", "range",
     "2021-09-01/2022-05-31", "2021-09-01/2022-08-31"),
    ("LKO", "До 31.01.2024", "deadline", "<=2024-01-31", "<=2024-01-30"),
    ("KEM project", "к 1 июня 2022 года", "deadline", "<=2022-06-01", "<=2022-05-31"),
    ("", "на период до 2030 года", "deadline", "<=2030-12-31", "<=2029-12-31"),
    ("LKO", "Ежегодно до 1 ноября.", "recurring",
     "<=Y-11-01 of 2024..2028", "<=Y-10-31 of 2024..2028"),
    ("LKO", "К 1 октября ежегодно", "recurring",
     "<=Y-10-01 of 2024..2028", "<=Y-09-30 of 2024..2028"),
    ("LKO", "Ежегодно", "recurring", "Y of 2024..2028",
     "2024-01-01/2024-05-31 2024-09-01/2025-05-31 2025-09-01/2026-05-31 "
     "2026-09-01/2027-05-31 2027-09-01/2028-05-31 2028-09-01/2028-12-31"),
    ("LKO", "В течение года", "open", "Y of 2024..2028",
     "2024-01-01/2024-05-31 2024-09-01/2025-05-31 2025-09-01/2026-05-31 "
     "2026-09-01/2027-05-31 2027-09-01/2028-05-31 2028-09-01/2028-12-31", "2024"),
    ("KEM project", "по истечении трех лет", "relative", "2025-05-31/", ""),
]  # fmt: skip

WITHOUT_DAYS_OF_THEIR_OWN = [
    # plan, phrase, kind, windows
    ("LKO", "Постоянно", "open", "2024/2028"),
    ("LKO", "постоянно", "open", "2024/2028"),
    ("LKO", "ОО, постоянно", "open", "2024/2028"),
    ("LKO programme", "в течение всего периода реализации целевой модели наставничества", "open",
     "2024-01/2028-06"),
    ("KOG", "В течение всего периода", "open", "2025-03-20/2028-12-31"),
    ("LKO", "Согласно графику", "external", ""),
    ("LKO programme", "по отдельному графику", "external", ""),
    ("LKO programme", "по окончании периода реализации целевой модели наставничества", "relative",
     "2028-07-01/"),
    ("LKG", "на конец учебного года", "relative", "Y-05-15/Y-06-15 of 2020..2021"),
    ("", "в период работы летних школьных лагерей", "relative", ""),
    ("LKG", "(входящий)", "order", ""),
    ("LKG", "(итоговый)", "order", ""),
    ("LKO programme", "Первый год взаимодействия", "order", ""),
    ("LKO programme", "Четвертый год взаимодействия", "order", ""),
    ("LKO", "к концу 2028 года", "deadline", "<=2028-12-31"),
    ("SUR", "от 3 месяцев до 1 года, при необходимости может быть продлена", "duration", ""),
    ("", "с изменениями на 28 июня 2021 года", "unclear", ""),
    ("", "«    » _____________ 2024 г.", "unclear", ""),
]  # fmt: skip


def by_phrase(row: tuple[str, ...]) -> str:
    return f"{row[0]}: {row[1]}"


@pytest.mark.parametrize("row", DAYS_AND_RANGES + WITHOUT_DAYS_OF_THEIR_OWN, ids=by_phrase)
def test_kind_and_days(row: tuple[str, str, str, str]) -> None:
    plan, phrase, kind, days = row
    found = read(phrase, plan)
    assert (found.kind.value, found.windows) == (kind, windows(days))
    assert found.recurrence is None
    assert found.verbatim == phrase


@pytest.mark.parametrize("row", RECURRING, ids=by_phrase)
def test_recurrences(row: tuple[str, str, str, str]) -> None:
    plan, phrase, days, recurrence = row
    found = read(phrase, plan)
    assert found.kind is Kind.RECURRING
    assert found.windows == windows(days)
    assert facts(found.recurrence) == recurrence


@pytest.mark.parametrize("row", SEVERAL_READINGS, ids=by_phrase)
def test_several_readings_of_which_the_first_is_chosen(row: tuple[str, ...]) -> None:
    plan, phrase, kind, *readings = row
    found = read(phrase, plan)
    assert found.kind.value == kind
    assert [reading.windows for reading in found.readings] == [windows(days) for days in readings]
    assert [reading.chosen for reading in found.readings] == [True] + [False] * (len(readings) - 1)
    assert found.windows == found.readings[0].windows
    names = {reading.name for reading in found.readings}
    assert "" not in names and len(names) == len(readings)


def test_every_month() -> None:
    found = read("Ежемесячно", "LKO")
    assert facts(found.recurrence) == "monthly"
    months = [f"{year}-{month:02}" for year in range(2024, 2029) for month in range(1, 13)]
    assert found.windows == windows(" ".join(months))


def test_notes_and_facts_beside_the_days() -> None:
    assert read("Ежеквартально (контроль)", "LKO").note == "контроль"
    assert read("Ежемесячно, в соответствии с еженедельным планированием", "KEM").note
    assert read("ОО, постоянно", "LKO").note == "ОО"
    assert read("на 01 октября текущего года", "LKO").reference
    assert not read("Ежегодно до 1 июля", "LKO").reference
    assert read("(входящий)").place == "first"
    assert read("(итоговый)").place == "final"
    assert read("Четвертый год взаимодействия").place == "stage 4"
    lasting = read("от 3 месяцев до 1 года, при необходимости может быть продлена")
    assert (lasting.duration, lasting.extendable) == (("P3M", "P1Y"), True)


def test_what_the_period_does_not_hold_is_told_apart() -> None:
    assert read("август", "LKO programme").outside == windows("2028-08")
    assert read("2020-2023", "LKO").outside == windows("2020/2023")
    assert read("в 2025-2029 годах", "KOG").outside == windows("2025/2029")
    assert read("к 1 июня 2022 года", "KEM project").outside == windows("<=2022-06-01")
    assert read("2024–2027", "LKO").outside == ()


def test_no_phrase_of_the_table_is_missing_here() -> None:
    with CSV.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    here = {(row[0], row[1]) for row in DAYS_AND_RANGES + WITHOUT_DAYS_OF_THEIR_OWN}
    here |= {(row[0], row[1]) for row in RECURRING}
    here |= {(row[0], row[1]) for row in SEVERAL_READINGS} | {("LKO", "Ежемесячно")}
    read_here = {(plan.split(" ")[0], phrase) for plan, phrase in here}
    assert {(row["seed"], row["verbatim"]) for row in rows} <= read_here


def test_the_kind_is_the_one_of_the_table() -> None:
    with CSV.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert read(row["verbatim"], row["seed"]).kind.value == row["kind"], row
