"""The pictures: what is drawn, and that no two texts overlap."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from matchmaker.domain.days import DaysKind, SpecialDays
from matchmaker.errors import InputError
from matchmaker.io.gantt_picture import AXIS, LETTER, WIDTH, gantt_chart
from matchmaker.io.timetable_pictures import timetable_pictures
from matchmaker.io.year_picture import year_charts
from matchmaker.roadmap.workdays.calendar import WorkingCalendar
from matchmaker.text import speaking
from matchmaker.timetable.record import Timetable
from tests.timetable.invented import AUDIENCE, PEOPLE, event, invented, timetable

SVG = "{http://www.w3.org/2000/svg}"
CALENDAR = WorkingCalendar()
FOUR_YEARS = date(2025, 1, 1), date(2028, 12, 31)
DATES = re.compile(r"[\d.]+(–[\d.]+)?$")


def texts(svg: bytes) -> list[str]:
    """Every text of the picture; it must be well-formed."""
    return ["".join(node.itertext()) for node in ET.fromstring(svg).iter(f"{SVG}text")]


def drawn(chart: Any) -> list[dict[str, Any]]:
    """Everything that stands on a page, layer by layer."""
    return [row for layer in chart.layer for row in layer.data.values]


def bars(of: Timetable) -> list[dict[str, Any]]:
    return drawn(gantt_chart(of))


@pytest.mark.parametrize("n", [0, 10, 150])
def test_pictures_of_any_size(n: int) -> None:
    files = timetable_pictures(invented(n), CALENDAR)
    assert list(files) == ["gantt.svg", "gantt.png", "year.svg", "year.png"]
    for name, content in files.items():
        if name.endswith(".png"):
            assert content.startswith(b"\x89PNG")
            continue
        said = texts(content)
        assert any("Вымышленные данные" in line for line in said)
        assert not any(words in line for line in said for words in (AUDIENCE, *PEOPLE))


def test_pictures_repeat() -> None:
    now = invented(40)
    turned = now.model_copy(update={"events": now.events[::-1]})
    assert timetable_pictures(now, CALENDAR) == timetable_pictures(turned, CALENDAR)


def days_beside(of: Timetable) -> dict[float, list[tuple[float, float]]]:
    """From where to where days are written, by line."""
    lines: dict[float, list[tuple[float, float]]] = defaultdict(list)
    for row in bars(of):
        text = str(row.get("text", ""))
        if DATES.match(text) and row["x"] >= AXIS and len(text) > 4:
            lines[row["y"]].append((row["x"], row["x"] + len(text) * LETTER))
    for places in lines.values():
        for (_, right), (left, _) in pairwise(sorted(places)):
            assert right <= left
        assert max(right for _, right in places) <= WIDTH
    return lines


@pytest.mark.parametrize("period", [None, FOUR_YEARS])
@pytest.mark.parametrize("n", [10, 60, 150])
def test_days_beside_bars_do_not_overlap(n: int, period: tuple[date, date] | None) -> None:
    lines = days_beside(invented(n, period) if period else invented(n))
    assert sum(map(len, lines.values())) >= n / 2


def test_days_within_bars_do_not_overlap() -> None:
    events = [
        event(1, id=str(day), kind="span", starts=day, ends=date(2027, 8, 31))
        for day in (date(2026, 9, 1), date(2026, 12, 1), date(2026, 12, 2))
    ]
    within = event(1, id="день")
    (places,) = days_beside(timetable(*events, within)).values()
    assert places


def test_events_of_one_row_stand_in_one_line() -> None:
    later = {"starts": date(2027, 2, 1), "ends": date(2027, 2, 1)}
    again = event(1, id="карта/1/2", **later)
    said = [row["text"] for row in bars(timetable(event(1), again)) if "text" in row]
    assert said.count("Практикум 1") == 1
    assert {"14.10", "01.02"} <= set(said)


def test_rows_stand_as_in_their_plans() -> None:
    events = [event(10), event(9), event(1, id="б", plan="Б"), event(2, id="а", plan="А")]
    said = [row["text"] for row in bars(timetable(*events)) if "text" in row]
    assert [word for word in said if word in {"А", "Б", "Дорожная карта"}] == [
        "А",
        "Б",
        "Дорожная карта",
    ]
    assert said.index("9") < said.index("10")


def test_what_lies_outside_the_period_is_still_seen() -> None:
    long = {"starts": date(2020, 1, 1), "ends": date(2029, 1, 1), "kind": "span"}
    far = {"starts": date(2028, 3, 1), "ends": date(2028, 3, 1)}
    years = {row["text"] for row in bars(timetable(event(1, **long))) if "text" in row}
    assert "2026" in years
    assert "2021" not in years
    assert "01.01.2020–01.01.2029" in years
    years = {row["text"] for row in bars(timetable(event(1, **far))) if "text" in row}
    assert "2028" in years


def counts(of: Timetable, calendar: WorkingCalendar = CALENDAR) -> list[str]:
    """The numbers written in the cells of a year: of all layers of text, the third."""
    chart: Any = year_charts(of, calendar)["year"]
    layers = [layer.data.values for layer in chart.layer]
    words = [rows for rows in layers if not rows or "text" in rows[0]]
    return [row["text"] for row in words[3] if len(row["text"]) < 3]


def test_a_day_says_how_much_is_on_it() -> None:
    """Neither stretches of time nor days off within an event are counted."""
    over = {"starts": date(2026, 10, 15), "ends": date(2026, 10, 19)}
    assert counts(timetable(event(1), event(2))) == ["2"]
    assert counts(timetable(event(1, **over))) == ["1"] * 3
    assert counts(timetable(event(1, **over, kind="span"))) == []
    assert counts(timetable(event(1, **over, kind="deadline"))) == ["1"]
    saturday = date(2026, 10, 17)
    assert counts(timetable(event(1, starts=saturday, ends=saturday))) == ["1"]


def test_special_days_of_the_town_are_days_off() -> None:
    closed = SpecialDays(starts=date(2026, 10, 16), kind=DaysKind.OFF)
    over = event(1, starts=date(2026, 10, 15), ends=date(2026, 10, 19))
    assert counts(timetable(over), WorkingCalendar(layers=((closed,),))) == ["1"] * 2


def test_a_longer_timetable_has_a_picture_for_each_year() -> None:
    found = year_charts(timetable(event(), period=FOUR_YEARS), CALENDAR)
    assert list(found) == ["year-2025", "year-2026", "year-2027", "year-2028"]


def test_a_year_without_a_calendar_is_told() -> None:
    with pytest.raises(InputError, match="календаря нет"):
        year_charts(timetable(period=(date(2040, 1, 1), date(2040, 12, 31))), CALENDAR)


def test_titles_are_only_text() -> None:
    title = 'А & <Б> "В"\nГ'
    found = timetable_pictures(timetable(event(public_title=title)), CALENDAR)
    assert 'А & <Б> "В" Г' in texts(found["gantt.svg"])


def test_english() -> None:
    with speaking("en"):
        found = timetable_pictures(timetable(event()), CALENDAR)
    assert "deadline" in texts(found["gantt.svg"])
    assert "working day" in texts(found["year.svg"])
