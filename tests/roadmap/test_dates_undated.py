"""Phrases that have no days of their own, or none that could be known without a guess."""

from __future__ import annotations

import pytest

from matchmaker.roadmap.windows import Kind
from tests.roadmap.phrases import read, windows

PLAN = "2025/26"

WITHOUT_DAYS = {
    "в каникулярное время": Kind.RELATIVE,
    "осенние каникулы": Kind.RELATIVE,
    "в I четверти": Kind.RELATIVE,
    "в течение 10 рабочих дней": Kind.RELATIVE,
    "в течение 10 рабочих дней со дня издания приказа": Kind.RELATIVE,
    "через 10 дней после мероприятия": Kind.RELATIVE,
    "через год": Kind.RELATIVE,
    "после проведения мониторинга": Kind.RELATIVE,
    "накануне Дня Победы": Kind.RELATIVE,
    "1 раз в четверть": Kind.RECURRING,
    "по мере необходимости": Kind.EXTERNAL,
    "по плану работы УО": Kind.EXTERNAL,
    "по согласованию": Kind.EXTERNAL,
    "сроки уточняются": Kind.EXTERNAL,
    "1 этап": Kind.ORDER,
    "Первый год взаимодействия": Kind.ORDER,
    "заключительный этап": Kind.ORDER,
    "3 месяца": Kind.DURATION,
    "от 1 до 3 лет": Kind.DURATION,
    "не более 1 года": Kind.DURATION,
    "31 сентября": Kind.UNCLEAR,
    "31.09.2025": Kind.UNCLEAR,
    "29.02.2025": Kind.UNCLEAR,
    "30 февраля": Kind.UNCLEAR,
    "15.13.2025": Kind.UNCLEAR,
    "5 квартал 2025": Kind.UNCLEAR,
    "понедельник, 05.11.2025": Kind.UNCLEAR,
    "05.11.2025 (пятница)": Kind.UNCLEAR,
    "20.10.2025-10.10.2025": Kind.UNCLEAR,
    "2028-2024 гг.": Kind.UNCLEAR,
    "05.11.2025 в 25:00": Kind.UNCLEAR,
    "сентябрь 2025-2026 гг.": Kind.UNCLEAR,
    "26 год": Kind.UNCLEAR,
    "2 неделя": Kind.UNCLEAR,
    "III четверть, ежегодно": Kind.UNCLEAR,
    "сентябрь, в течение года": Kind.UNCLEAR,
    "до 1 сентября 2025 г. и 2026 г.": Kind.UNCLEAR,
    "еженедельно, третья среда месяца": Kind.UNCLEAR,
    "приказ от 20.03.2025 № 12": Kind.UNCLEAR,
    "от 20.03.2025": Kind.UNCLEAR,
    "протокол от 20.03.2025": Kind.UNCLEAR,
    "действителен с 11.03.2025 по 04.06.2026": Kind.UNCLEAR,
    "": Kind.UNCLEAR,
    "—": Kind.UNCLEAR,
    "в срок": Kind.UNCLEAR,
    "9 месяц": Kind.UNCLEAR,
    "до 10.09.2025, ежегодно": Kind.UNCLEAR,
    "сентябрь 2025, ежегодно": Kind.UNCLEAR,
    "01.09.2025, ежемесячно": Kind.UNCLEAR,
    "вторая среда октября, ноября, декабря": Kind.UNCLEAR,
    "I полугодие – октябрь, II полугодие – март": Kind.UNCLEAR,
    "понедельник": Kind.UNCLEAR,
    "ноябрь, II": Kind.UNCLEAR,
    "не позднее, 30.09": Kind.UNCLEAR,
    "по плану работы сентябрь": Kind.UNCLEAR,
    "15.09 (пн)": Kind.UNCLEAR,
    "2025 г. – октябрь, 2026 г. – май": Kind.UNCLEAR,
    "октябрь, 2025-2026 гг.": Kind.UNCLEAR,
    "по графику октябрь ежемесячно": Kind.UNCLEAR,
    "по результатам диагностики": Kind.RELATIVE,
    "в течение срока действия договора": Kind.RELATIVE,
}


@pytest.mark.parametrize("phrase", WITHOUT_DAYS)
def test_no_days_and_the_reason(phrase: str) -> None:
    found = read(phrase, PLAN)
    assert (found.kind, found.windows) == (WITHOUT_DAYS[phrase], ())
    assert found.reason or found.duration or found.place
    assert found.verbatim == phrase


def test_notes_keep_their_letters() -> None:
    assert read("МБОУ СОШ № 5, октябрь 2025").note == "МБОУ СОШ № 5"
    assert read("Октябрь 2025 (актовый зал ЦРО)").note == "актовый зал ЦРО"
    assert read("октябрь - по графику ЦРО", PLAN).note == "по графику ЦРО"
    assert read("I этап: октябрь 2025").note == "I этап"
    assert read("по графику, сентябрь", PLAN).note == "по графику"
    assert read("15.09.2025, 10:00, каб. 205").note == "каб. 205"


def test_the_end_of_the_plan() -> None:
    assert read("до конца реализации программы", PLAN).windows == windows("<=2026-05-31")
    assert read("по окончании проекта", PLAN).windows == windows("2026-06-01/")
    assert read("по окончании проекта").windows == ()
