"""Calendars: read back by icalendar, and held against what telephones go by."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import icalendar
import pytest

from matchmaker.errors import InputError
from matchmaker.io.file_names import distinct_names, safe_name
from matchmaker.io.timetable_calendars import calendars
from matchmaker.text import speaking
from matchmaker.timetable.record import EventRecord, Timetable
from tests.timetable.invented import AUDIENCE, PEOPLE, TOWN, event, invented, timetable

MOSCOW = "Europe/Moscow"
FIRST, SECOND = PEOPLE[:2]


def entries(content: bytes) -> dict[str, Any]:
    """The events of a calendar by title."""
    calendar: Any = icalendar.Calendar.from_ical(content)
    return {str(one["summary"]): one for one in calendar.walk("VEVENT")}


def city(now: Timetable, before: Timetable | None = None) -> dict[str, Any]:
    return entries(calendars(now, before, MOSCOW)["город.ics"])


def edition(n: int, *events: EventRecord) -> Timetable:
    return timetable(*events, edition=n)


def test_days_are_whole_and_the_end_is_the_day_after() -> None:
    last = date(2026, 10, 16)
    found = city(timetable(event(1, ends=last), event(2)))
    assert found["Практикум 1"].decoded("dtstart") == date(2026, 10, 14)
    assert found["Практикум 1"].decoded("dtend") == last + timedelta(1)
    assert found["Практикум 2"].decoded("dtend") == date(2026, 10, 15)
    assert found["Практикум 1"]["transp"] == "OPAQUE"


def test_a_deadline_stands_on_its_last_day_and_nobody_is_busy() -> None:
    due = event(starts=date(2026, 9, 1), ends=date(2026, 10, 1), kind="deadline")
    (found,) = city(timetable(due)).values()
    assert found.decoded("dtstart") == date(2026, 10, 1)
    assert found.decoded("dtend") == date(2026, 10, 2)
    assert found["transp"] == "TRANSPARENT"


def test_only_the_public_title_and_the_venue_are_told() -> None:
    one = event(venue="Дом творчества,\nзал 2", people=(FIRST,), bodies=("Центр",))
    (found,) = city(timetable(one)).values()
    assert set(found) == {
        "UID",
        "DTSTAMP",
        "SEQUENCE",
        "STATUS",
        "SUMMARY",
        "DTSTART",
        "DTEND",
        "TRANSP",
        "LOCATION",
    }
    assert found["location"] == "Дом творчества, зал 2"


def test_no_calendar_tells_for_whom_or_who() -> None:
    for content in calendars(invented(60), None, MOSCOW).values():
        text = content.replace(b"\r\n ", b"").decode()
        for words in (AUDIENCE, "испытывающие", "для категории", *PEOPLE):
            assert words not in text


def test_lines_are_folded_at_75_octets_and_end_as_the_standard_says() -> None:
    title = "Очень длинное название мероприятия; с запятой, и точкой с запятой " * 3
    content = calendars(timetable(event(public_title=title)), None, MOSCOW)["город.ics"]
    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in content.replace(b"\r\n", b"")
    for line in lines:
        line.decode()  # no letter is cut in two
    assert list(entries(content)) == [" ".join(title.split())]


def test_an_identity_lasts_and_is_nobody_elses() -> None:
    one = event()
    moved = one.model_copy(update={"starts": date(2026, 11, 2), "ends": date(2026, 11, 2)})
    others = [
        timetable(one),
        timetable(moved, edition=7),
        timetable(one, municipality="Другой округ"),
        timetable(one.model_copy(update={"plan": "Другой план"})),
    ]
    uids = [str(found["uid"]) for each in others for found in city(each).values()]
    assert uids[0] == uids[1]
    assert len(set(uids)) == 3


def test_the_sequence_grows_with_what_is_seen() -> None:
    stays, moves, goes, comes = (event(n) for n in (1, 2, 3, 4))
    before = edition(4, stays, moves, goes)
    later = {"starts": date(2026, 10, 20), "ends": date(2026, 10, 20)}
    same = stays.model_copy(update={"verbatim": "в октябре", "people": (FIRST,)})
    found = city(edition(6, same, moves.model_copy(update=later), comes), before)
    assert {title: one["sequence"] for title, one in found.items()} == {
        "Практикум 1": 4,
        "Практикум 2": 6,
        "Практикум 3": 6,
        "Практикум 4": 6,
    }
    assert found["Практикум 3"]["status"] == "CANCELLED"
    assert found["Практикум 3"].decoded("dtstart") == date(2026, 10, 14)
    stamps = {one["sequence"]: one.decoded("dtstamp") for one in found.values()}
    assert stamps[4] < stamps[6]


def test_over_many_editions_a_sequence_never_falls() -> None:
    """An event changes in edition 3 only; telephones must see 3 as the newest until then."""
    seen = []
    before = None
    for n in range(1, 7):
        day = date(2026, 10, 14 if n < 3 else 15)
        now = edition(n, event(starts=day, ends=day))
        (found,) = city(now, before).values()
        seen.append(found["sequence"])
        before = now
    assert seen == sorted(seen)
    assert seen[2] == 3 > seen[1]


def test_a_change_without_a_higher_edition_is_refused() -> None:
    before = edition(2, event(1))
    with pytest.raises(InputError, match="редакции"):
        calendars(edition(2, event(2)), before, MOSCOW)
    assert calendars(before, before, MOSCOW)


def test_everybody_has_what_is_theirs() -> None:
    now = timetable(
        event(1, people=(FIRST,), schools=("201",)),
        event(2, people=(SECOND,)),
        event(3, people=(FIRST, SECOND), schools=("202",)),
    )
    found = calendars(now, None, MOSCOW)
    assert list(found) == [
        "город.ics",
        "школа 201.ics",
        "школа 202.ics",
        f"{SECOND}.ics",
        f"{FIRST}.ics",
    ]
    titles = {name: sorted(title[-1] for title in entries(one)) for name, one in found.items()}
    assert titles == {
        "город.ics": ["1", "2", "3"],
        "школа 201.ics": ["1", "2"],
        "школа 202.ics": ["2", "3"],
        f"{FIRST}.ics": ["1", "3"],
        f"{SECOND}.ics": ["2", "3"],
    }


def test_no_school_is_named_so_only_the_city_has_a_calendar() -> None:
    assert list(calendars(timetable(event()), None, MOSCOW)) == ["город.ics"]


def test_who_is_no_longer_responsible_sees_it_cancelled() -> None:
    before = edition(1, event(people=(FIRST,)))
    found = calendars(edition(2, event(people=(SECOND,))), before, MOSCOW)
    (gone,) = entries(found[f"{FIRST}.ics"]).values()
    assert (gone["status"], gone["sequence"]) == ("CANCELLED", 2)
    (new,) = entries(found[f"{SECOND}.ics"]).values()
    assert (new["status"], new["sequence"]) == ("TENTATIVE", 2)
    (still,) = entries(found["город.ics"]).values()
    assert (still["status"], still["sequence"]) == ("TENTATIVE", 1)


def test_what_is_published_is_confirmed() -> None:
    (found,) = city(timetable(event(state="published"))).values()
    assert found["status"] == "CONFIRMED"


def test_a_calendar_has_no_zone_without_times_but_says_what_it_is() -> None:
    content = calendars(timetable(event()), None, "Asia/Novokuznetsk")["город.ics"]
    calendar: Any = icalendar.Calendar.from_ical(content)
    assert not calendar.walk("VTIMEZONE")
    assert calendar["x-wr-timezone"] == "Asia/Novokuznetsk"
    assert calendar["x-wr-calname"] == f"{TOWN}: мероприятия"
    assert "Вымышленные данные" in calendar["x-wr-caldesc"]
    assert "rrule" not in content.decode().lower()


@pytest.mark.parametrize("zone", ["Europe/Zarechny", "", "../../etc/passwd"])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(InputError, match="пояс"):
        calendars(timetable(event()), None, zone)


def test_the_former_timetable_is_of_the_same_town() -> None:
    with pytest.raises(InputError, match="Другой округ"):
        calendars(timetable(event()), timetable(municipality="Другой округ"), MOSCOW)


def test_the_same_timetable_gives_the_same_bytes() -> None:
    now = invented(40)
    turned = now.model_copy(update={"events": now.events[::-1]})
    assert calendars(now, None, MOSCOW) == calendars(turned, None, MOSCOW)


def test_english() -> None:
    with speaking("en"):
        found = calendars(timetable(event(schools=("201",))), None, MOSCOW)
    assert list(found) == ["city.ics", "school 201.ics"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Иванова: А/Б?*", "Иванова А Б"),
        ("con", "_con"),
        ("Aux.ics", "_Aux.ics"),
        ("...", "_"),
        ("й", "й"),
        ("а" * 200, "а" * 80),
    ],
)
def test_names_suit_every_system(words: str, name: str) -> None:
    assert safe_name(words) == name


def test_names_differ_where_capitals_do_not_count() -> None:
    assert distinct_names(["Город", "город", "город?"]) == ["Город", "город (2)", "город (3)"]
