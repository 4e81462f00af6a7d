"""Words of dates and the numbers they stand for."""

from __future__ import annotations

_MONTHS = {
    "янв": 1, "фев": 2, "мар": 3, "апр": 4, "ма": 5, "июн": 6,
    "июл": 7, "авг": 8, "сен": 9, "окт": 10, "ноя": 11, "дек": 12,
}  # fmt: skip
_WEEKDAYS = {
    "пон": "MO", "пн": "MO", "вто": "TU", "вт": "TU", "сре": "WE", "ср": "WE", "чет": "TH",
    "чт": "TH", "пят": "FR", "пт": "FR", "суб": "SA", "сб": "SA", "вос": "SU", "вс": "SU",
}  # fmt: skip
_ORDINALS = {"перв": 1, "втор": 2, "трет": 3, "четв": 4, "посл": -1}
_ROMAN = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "п": 2, "ш": 3,
}  # fmt: skip
_COUNTS = {
    "од": 1, "дв": 2, "тр": 3, "четыр": 4, "пят": 5, "шест": 6,
    "сем": 7, "вос": 8, "девят": 9, "десят": 10, "едино": 1,
}  # fmt: skip
_SEASONS = {"весн": (3, 5), "лет": (6, 8), "осен": (9, 11), "зим": (12, 2)}

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""Days of the week in their order."""

# Fixed by law or custom: month, day; a negative second number counts from the month's end,
# and a name of a weekday means the last such day.
_NAMED: tuple[tuple[str, tuple[int, int] | tuple[int, int, str]], ...] = (
    ("учител", (10, 5)),
    ("знани", (9, 1)),
    ("воспитател", (9, 27)),
    ("матери", (11, -1, "SU")),
    ("победы", (5, 9)),
    ("защитника", (2, 23)),
    ("защиты", (6, 1)),
    ("народного", (11, 4)),
    ("космонавтики", (4, 12)),
    ("наставника", (3, 2)),
    ("молодежи", (6, -1, "SA")),
    ("семьи", (7, 8)),
    ("студента", (1, 25)),
    ("науки", (2, 8)),
    ("конституции", (12, 12)),
    ("нов", (12, 31)),
    ("март", (3, 8)),
    ("женск", (3, 8)),
    ("росси", (6, 12)),  # last: «всероссийский» is in the names of other days
)


def month_number(word: str) -> int:
    """The number of a month by its name in any case or abbreviation."""
    return _MONTHS.get(word[:3]) or _MONTHS[word[:2]]


def weekday_code(word: str) -> str:
    """``MO`` … ``SU`` by the name of the day."""
    bare = word.rstrip(".")
    return _WEEKDAYS.get(bare[:3]) or _WEEKDAYS[bare[:2]]


def ordinal(word: str) -> int:
    """The number of «первая», «III», «2-е»; «последняя» is −1."""
    if word[0].isdigit():
        return leading_number(word)
    return _ROMAN.get(word.partition("-")[0]) or _ORDINALS[word[:4]]


def leading_number(word: str) -> int:
    """The number with which a word begins: «1-го» is 1."""
    digits = word[: next((at for at, sign in enumerate(word) if not sign.isdigit()), len(word))]
    return int(digits)


def count_number(word: str) -> int:
    """The number of «двух», «один», «3», «4-х»."""
    if word[0].isdigit():
        return leading_number(word)
    return next(value for stem, value in _COUNTS.items() if word.startswith(stem))


def times_of(word: str) -> int:
    """The number of «дважды», «трижды», «однажды»."""
    return {"д": 2, "т": 3}.get(word[0], 1)


def season_months(word: str) -> tuple[int, int]:
    """First and last month of a season; winter ends in the next year."""
    return next(months for stem, months in _SEASONS.items() if word.startswith(stem))


def named_day(phrase: str) -> tuple[int, int, str | None]:
    """Month, day and, if it is a last weekday of the month, that weekday."""
    day = next(day for stem, day in _NAMED if stem in phrase)
    return (*day, None) if len(day) == 2 else day
