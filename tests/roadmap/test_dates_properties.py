"""Any stretch of the calendar, spelled in any usual way, is read as that stretch."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaker.roadmap.dates import Conventions, read_dates
from matchmaker.roadmap.windows import Kind, Window
from matchmaker.text import speaking

NOMINATIVE = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
GENITIVE = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
PREPOSITIONAL = tuple(name[:-1] + "е" for name in GENITIVE)
WEEKDAYS = (
    ("каждый понедельник", "понедельникам"), ("каждый вторник", "вторникам"),
    ("каждую среду", "средам"), ("каждый четверг", "четвергам"), ("каждую пятницу", "пятницам"),
    ("каждую субботу", "субботам"), ("каждое воскресенье", "воскресеньям"),
)  # fmt: skip
QUARTERS = (
    ("I", "1", "1-й", "первый"), ("II", "2", "2-й", "второй", "П"),
    ("III", "3", "3-й", "третий", "Ш"), ("IV", "4", "4-й", "четвёртый"),
)  # fmt: skip
DASHES = ("-", "–", "—", " - ", " – ", " — ", "– ", " –", "−", "‑", "‒")
ALIKE = str.maketrans("асеорхАСЕОРХ", "aceopxACEOPX")
PERIOD = Window(date(2024, 1, 1), date(2028, 12, 31))

days = st.dates(date(2019, 1, 1), date(2035, 12, 31))
years = st.integers(2019, 2035)
months = st.integers(1, 12)
dashes = st.sampled_from(DASHES)
year_words = st.sampled_from(("", " г.", "г.", " г", " года", " год", "г"))
years_words = st.sampled_from(("", " гг.", "гг.", " гг", " годы", " г.г.", " г.г", " годов"))
SCHOOL_WORDS = st.sampled_from(("учебный год", "уч. год", "уч.г.", "уч. г.", "учебного года"))


@st.composite
def typed(draw: st.DrawFn, phrase: str) -> str:
    """The phrase as somebody types it: capitals, odd spaces, Latin letters, a full stop."""
    style = draw(st.sampled_from(("", "upper", "title", "nbsp", "latin", "stop", "spaces")))
    match style:
        case "upper":
            return phrase.upper()
        case "title":
            return phrase.capitalize()
        case "nbsp":
            return phrase.replace(" ", "\u00a0")
        case "latin":
            return phrase.translate(ALIKE)
        case "stop":
            return phrase + "."
        case "spaces":
            return f"  {phrase.replace(' ', '   ')} "
    return phrase


@st.composite
def spelled_day(draw: st.DrawFn, day: date) -> str:
    forms = [
        f"{day:%d.%m.%Y}", f"{day.day}.{day.month}.{day.year}", f"{day:%d.%m.%y}",
        f"{day:%d.%m. %Y}", f"{day:%d. %m. %Y}", f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y} г.",
        f"{day.day} {GENITIVE[day.month - 1]} {day.year}{draw(year_words)}",
        f"«{day.day}» {GENITIVE[day.month - 1]} {day.year} г.",
        f"{day.day}-го {GENITIVE[day.month - 1]} {day.year}",
    ]  # fmt: skip
    return draw(st.sampled_from(forms))


@st.composite
def spelled_range(draw: st.DrawFn, start: date, end: date) -> str:
    dash = draw(dashes)
    one, other = draw(spelled_day(start)), draw(spelled_day(end))
    forms = [f"{one}{dash}{other}", f"с {one} по {other}", f"в период с {one} по {other}"]
    last = GENITIVE[end.month - 1]
    if start.year == end.year:
        forms += [
            f"{start:%d.%m}{dash}{end:%d.%m.%Y}", f"{start:%d.%m.}{dash}{end:%d.%m.%Y} г.",
            f"{start.day} {GENITIVE[start.month - 1]}{dash}{end.day} {last} {end.year}",
            f"с {start.day} {GENITIVE[start.month - 1]} по {end.day} {last} {end.year} года",
        ]  # fmt: skip
    if start.year == end.year and start.month == end.month:
        forms += [f"{start.day}{dash}{end.day} {last} {end.year} г.",
                  f"с {start.day} по {end.day} {last} {end.year}"]  # fmt: skip
    return draw(st.sampled_from(forms))


@given(st.data(), days)
@settings(max_examples=60, deadline=None, derandomize=True)
def test_a_day(data: st.DataObject, day: date) -> None:
    phrase = data.draw(typed(data.draw(spelled_day(day))))
    found = read_dates(phrase)
    assert (found.kind, found.windows) == (Kind.POINT, (Window(day, day),))


@given(st.data(), days, st.integers(1, 400))
@settings(max_examples=80, deadline=None, derandomize=True)
def test_a_range_of_days(data: st.DataObject, start: date, length: int) -> None:
    end = start + timedelta(days=length)
    phrase = data.draw(typed(data.draw(spelled_range(start, end))))
    found = read_dates(phrase)
    assert (found.kind, found.windows) == (Kind.RANGE, (Window(start, end),))


@given(st.data(), years, months, st.integers(0, 30))
@settings(max_examples=80, deadline=None, derandomize=True)
def test_months(data: st.DataObject, year: int, month: int, length: int) -> None:
    later, last = divmod(month - 1 + length, 12)
    end_year, dash, word = year + later, data.draw(dashes), data.draw(year_words)
    first, second = NOMINATIVE[month - 1], NOMINATIVE[last]
    forms = [
        f"{first} {year}{word}{dash}{second} {end_year}{word}",
        f"с {GENITIVE[month - 1]} {year} по {second} {end_year} г.",
        f"{month:02}.{year}{dash}{last + 1:02}.{end_year}",
    ]
    if not later and length:
        forms += [f"{first}{dash}{second} {year}{word}",
                  f"в {PREPOSITIONAL[month - 1]}{dash}{PREPOSITIONAL[last]} {year} года"]  # fmt: skip
    if not length:
        forms += [f"{first} {year}{word}", f"в {PREPOSITIONAL[month - 1]} {year} года",
                  f"{first}, {year} г.", f"на {first} {year}{word}"]  # fmt: skip
    phrase = data.draw(typed(data.draw(st.sampled_from(forms))))
    window = Window(date(year, month, 1), _end(end_year, last + 1))
    assert read_dates(phrase).windows == (window,)


@given(st.data(), years, st.integers(1, 4), st.integers(0, 3))
@settings(max_examples=50, deadline=None, derandomize=True)
def test_quarters(data: st.DataObject, year: int, first: int, more: int) -> None:
    last, word = min(first + more, 4), data.draw(st.sampled_from((" квартал", " кв.")))
    one = data.draw(st.sampled_from(QUARTERS[first - 1]))
    phrase = f"{one}{word} {year}{data.draw(year_words)}"
    if last > first:
        other = data.draw(st.sampled_from(QUARTERS[last - 1][:2]))
        phrase = f"{QUARTERS[first - 1][0]}{data.draw(dashes)}{other}{word} {year} г."
    window = Window(date(year, 3 * first - 2, 1), _end(year, 3 * last))
    assert read_dates(phrase).windows == (window,)


@given(st.data(), years, st.sampled_from((1, 2)), st.booleans())
@settings(max_examples=50, deadline=None, derandomize=True)
def test_half_years(data: st.DataObject, year: int, half: int, school: bool) -> None:
    number = data.draw(
        st.sampled_from((("I", "1", "первое"), ("II", "2", "второе", "П"))[half - 1])
    )
    if school:
        phrase = f"{number} полугодие {year}-{year + 1} {data.draw(SCHOOL_WORDS)}"
        ends = (date(year, 9, 1), _end(year, 12))
        if half == 2:
            ends = (date(year + 1, 1, 1), date(year + 1, 5, 31))
    else:
        phrase = f"{number} полугодие {year}{data.draw(year_words)}"
        ends = (date(year, 6 * half - 5, 1), _end(year, 6 * half))
    assert read_dates(data.draw(typed(phrase))).windows == (Window(*ends),)


@given(st.data(), years, st.integers(0, 6))
@settings(max_examples=50, deadline=None, derandomize=True)
def test_years(data: st.DataObject, year: int, more: int) -> None:
    end, dash = year + more, data.draw(dashes)
    forms = [f"{year}{dash}{end}{data.draw(years_words)}", f"с {year} по {end} год",
             f"в {year}{dash}{end} годах", f"на {year}{dash}{end} гг."]  # fmt: skip
    if not more:
        forms = [f"{year}{data.draw(year_words)}", f"в {year} году", f"в течение {year} г."]
    phrase = data.draw(typed(data.draw(st.sampled_from(forms))))
    assert read_dates(phrase).windows == (Window(date(year, 1, 1), date(end, 12, 31)),)


@given(st.data(), years, st.sampled_from(((5, 31), (8, 31), (6, 25))))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_a_school_year(data: st.DataObject, year: int, last: tuple[int, int]) -> None:
    pair = data.draw(st.sampled_from((f"{year}{data.draw(dashes)}{year + 1}", f"{year}/{year + 1}",
                                      f"{year}/{(year + 1) % 100:02}")))  # fmt: skip
    word = data.draw(SCHOOL_WORDS)
    phrase = data.draw(typed(f"{pair} {word}"))
    found = read_dates(phrase, None, Conventions(school_year_end=last))
    assert found.windows == (Window(date(year, 9, 1), date(year + 1, *last)),)
    assert len(found.readings) == (3 if last == (6, 25) else 2)


@given(st.data(), days, st.booleans())
@settings(max_examples=60, deadline=None, derandomize=True)
def test_a_deadline_and_whether_it_includes_its_day(
    data: st.DataObject, day: date, inclusive: bool
) -> None:
    before = data.draw(st.sampled_from(("до", "к", "в срок до", "не позднее", "срок: до")))
    phrase = data.draw(typed(f"{before} {data.draw(spelled_day(day))}"))
    found = read_dates(phrase, None, Conventions(inclusive=inclusive))
    earlier = timedelta(days=int(not inclusive and before != "не позднее"))
    assert (found.kind, found.windows) == (Kind.DEADLINE, (Window(None, day - earlier),))
    assert len(found.readings) == (0 if before == "не позднее" else 2)


@given(st.data(), months, months)
@settings(max_examples=50, deadline=None, derandomize=True)
def test_months_of_every_year(data: st.DataObject, first: int, last: int) -> None:
    one, other = NOMINATIVE[first - 1], NOMINATIVE[last - 1]
    stretch = one if first == last else f"{one}{data.draw(dashes)}{other}"
    form = data.draw(st.sampled_from(("{}", "Ежегодно, {}", "{}, ежегодно", "{} (ежегодно)")))
    found = read_dates(data.draw(typed(form.format(stretch))), PERIOD)
    turn = int(last < first)
    whole = (Window(date(year, first, 1), _end(year + turn, last)) for year in range(2023, 2029))
    assert found.windows == tuple(cut for window in whole if (cut := window.clip(PERIOD)))
    assert found.recurrence and found.recurrence.freq == "yearly"


@given(st.data(), st.integers(0, 6))
@settings(max_examples=20, deadline=None, derandomize=True)
def test_a_weekday(data: st.DataObject, weekday: int) -> None:
    every, at = WEEKDAYS[weekday]
    form = data.draw(st.sampled_from((every, f"по {at}", f"еженедельно по {at}",
                                      f"еженедельно, по {at}")))  # fmt: skip
    found = read_dates(data.draw(typed(form)), PERIOD)
    starts = [window.start for window in found.windows if window.start]
    assert {day.weekday() for day in starts} == {weekday}
    assert {other - one for one, other in pairwise(starts)} == {timedelta(days=7)}
    assert (starts[0] - date(2024, 1, 1)).days < 7 > (date(2028, 12, 31) - starts[-1]).days


@given(st.data(), st.integers(1, 31))
@settings(max_examples=20, deadline=None, derandomize=True)
def test_a_day_of_every_month(data: st.DataObject, day: int) -> None:
    form = data.draw(st.sampled_from(("{} числа каждого месяца", "ежемесячно, {} числа",
                                      "ежемесячно {}-го числа")))  # fmt: skip
    found = read_dates(form.format(day), PERIOD)
    expected = tuple(
        Window(date(year, month, day), date(year, month, day))
        for year in range(2024, 2029)
        for month in range(1, 13)
        if day <= monthrange(year, month)[1]
    )
    assert found.windows == expected


def _end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


WORDS = (
    *NOMINATIVE[:6], *GENITIVE[6:], "2024", "2025", "2026-2027", "31", "1", "5-го", "30.09",
    "12.2025", "01.09.2025", "15:00", "14.30", "с", "по", "до", "к", "в", "на", "не позднее",
    "после", "и", ",", "-", "(", ")", ":", "ежегодно", "ежемесячно", "ежеквартально",
    "еженедельно", "каждый", "каждого", "последняя", "вторая", "II", "раз", "раза", "в год",
    "в месяц", "не менее", "квартал", "полугодие", "четверть", "неделя", "декада", "месяца",
    "недели", "дней", "лет", "года", "г.", "гг.", "учебный год", "учебного года", "в течение",
    "всего периода", "начало", "в конце", "числа", "вторник", "средам", "День учителя", "лето",
    "зима", "каникулы", "по графику", "постоянно", "этап", "итоговый", "текущего", "далее",
    "рабочих", "два", "три", "включительно", "полугодия", "ч.", "мин", "СОШ", "Иванова",
)  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=7), st.booleans(), st.booleans())
@settings(max_examples=200, deadline=None, derandomize=True)
def test_whatever_is_written_is_read_or_unclear(
    words: list[str], inclusive: bool, known: bool
) -> None:
    _sound(" ".join(words), PERIOD if known else None, Conventions(inclusive=inclusive))


@given(st.text(max_size=40))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_no_text_breaks_the_reading(text: str) -> None:
    _sound(text, PERIOD, Conventions())


def _sound(text: str, period: Window | None, conventions: Conventions) -> None:
    """What holds of every phrase, understood or not."""
    with speaking("en"):
        found = read_dates(text, period, conventions)
        assert found == read_dates(text, period, conventions)
    assert found.verbatim == text
    said = found.reason + "".join(reading.name for reading in found.readings)
    assert not any("а" <= letter.lower() <= "я" for letter in said)
    assert found.kind is not Kind.UNCLEAR or (found.reason and not found.windows)
    assert found.kind is not Kind.DEADLINE or all(one.start is None for one in found.windows)
    assert not found.readings or found.readings[0].windows == found.windows
    keys = [(one.start or one.end or date.max, one.end or date.max) for one in found.windows]
    assert keys == sorted(keys)
    assert len(set(found.windows)) == len(found.windows)
    for window in found.windows:
        assert window.start is None or window.end is None or window.start <= window.end
    if found.kind in {Kind.RECURRING, Kind.OPEN}:
        assert period is not None or found.windows == () or any(map(str.isdigit, text))
        if period is not None and found.recurrence is not None:
            ends = [Window(one.start or one.end, one.end) for one in found.windows]
            assert all(one.within(period) for one in ends)
