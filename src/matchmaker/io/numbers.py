"""Numbers, terms and dates as people write them in tables."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time, timedelta

from matchmaker.messages import io as say

Raw = str | int | float | bool | date | datetime | time | timedelta
"""What one cell of a file may hold."""

_WHOLE = re.compile(r"[+-]?(?:[0-9]{1,3}(?: [0-9]{3})+|[0-9]{1,300})(?:[.,]0{1,2})?")
_REAL = re.compile(
    r"[+-]?(?:[0-9]{1,3}(?: [0-9]{3})+|[0-9]{1,300})(?:[.,][0-9]+)?(?:[eE][+-]?[0-9]{1,3})?"
)
_YEARS = r"(?:г|гг|год|года|годов|лет|л|y|yr|yrs|year|years)"
_MONTHS = r"(?:м|мес|месяц|месяца|месяцев|mo|month|months)"
_TERM = re.compile(
    rf"(?:([0-9]{{1,3}}(?:[.,][0-9]+)?) ?{_YEARS}\b\.?)?[ ,]*(?:и |and )?"
    rf"(?:([0-9]{{1,4}}) ?{_MONTHS}\b\.?)?"
)
_NO_TERM = {"б/с", "без стажа", "no experience"}

_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4}) ?(?:г|года)?\.?")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ][0-9:.]+)?")
_WORDED = re.compile(r"([0-9]{1,2}) ([а-я]+) ([0-9]{4}) ?(?:г|года)?\.?")
GENITIVES = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)
_FIRST_SERIAL, _LAST_SERIAL = 7306, 73415
"""Excel's numbers of 01.01.1920 and 31.12.2100: a bare year such as 2023 is no date."""


class BadCellError(Exception):
    """A cell that does not hold what its column asks for: what is wrong, what would be right."""

    def __init__(self, wrong: str, right: str = "") -> None:
        super().__init__(wrong)
        self.wrong = wrong
        self.right = right


def squeezed(text: str) -> str:
    """A text with every run of spaces, line breaks and hard spaces made one space."""
    return " ".join(text.split())


def whole(raw: Raw) -> int:
    """A whole number; Excel's 3.0 is 3, and 3.5 is an error, never rounded."""
    if isinstance(raw, bool):
        raise BadCellError(say.NOT_WHOLE(), say.NOT_WHOLE_MEND())
    if isinstance(raw, int):
        return raw
    if isinstance(raw, float):
        if raw.is_integer():
            return int(raw)
        raise BadCellError(say.NOT_WHOLE(), say.NOT_WHOLE_MEND())
    if isinstance(raw, str):
        text = _minus(raw)
        if _WHOLE.fullmatch(text):
            return int(re.split("[.,]", text)[0].replace(" ", ""))
        raise BadCellError(say.NOT_WHOLE(), say.NOT_WHOLE_MEND())
    raise not_a_number(raw, say.NOT_WHOLE_MEND())


def real(raw: Raw) -> float:
    """A number with a decimal comma or point."""
    if isinstance(raw, (bool, str)):
        text = "" if isinstance(raw, bool) else _minus(raw)
        if _REAL.fullmatch(text):
            number = float(text.replace(" ", "").replace(",", "."))
            if math.isfinite(number):
                return number
        raise BadCellError(say.NOT_NUMBER(), say.NOT_NUMBER_MEND())
    if isinstance(raw, (int, float)):
        return float(raw)
    raise not_a_number(raw, say.NOT_NUMBER_MEND())


def percent(raw: Raw) -> float:
    """A number of percents: 12, «12 %» or «12,5%»."""
    return real(raw.rstrip().removesuffix("%") if isinstance(raw, str) else raw)


def months(raw: Raw, each: int | None) -> int:
    """A term in months: a number, «2 г. 3 мес.» or «5 лет».

    Parameters
    ----------
    each : months in one unit of a bare number: 1 under «…, мес.», 12 under «…, лет»,
        nothing where the header names no unit.
    """
    if isinstance(raw, str):
        text = squeezed(raw.lower().lstrip("'"))
        if text in _NO_TERM:
            return 0
        term = _TERM.fullmatch(text)
        if term and (term[1] or term[2]):
            years = _in_months(float((term[1] or "0").replace(",", ".")), 12)
            return years + int(term[2] or 0)
        if not _REAL.fullmatch(_minus(raw)):
            raise BadCellError(say.NOT_MONTHS(), say.NOT_MONTHS_MEND())
    number = real(raw)
    if number == 0:
        return 0
    if each is None:
        raise UnitUnknownError(say.YEARS_OR_MONTHS())
    return _in_months(number, each)


class UnitUnknownError(BadCellError):
    """A bare number in a column whose header says neither years nor months."""


def day(raw: Raw) -> date:
    """A day: a date cell, Excel's serial number, 01.09.2025, 2025-09-01, «1 сентября 2025 г.»."""
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    if isinstance(raw, (int, float)) and not isinstance(raw, bool):
        return _of_serial(raw)
    if isinstance(raw, str):
        return _written_day(squeezed(raw.lower().lstrip("'")))
    raise BadCellError(say.NOT_DATE(), say.NOT_DATE_MEND())


def _written_day(text: str) -> date:
    if found := _DOTTED.fullmatch(text):
        numbers = int(found[3]), int(found[2]), int(found[1])
    elif found := _ISO.fullmatch(text):
        numbers = int(found[1]), int(found[2]), int(found[3])
    elif (found := _WORDED.fullmatch(text)) and found[2] in GENITIVES:
        numbers = int(found[3]), GENITIVES.index(found[2]) + 1, int(found[1])
    elif re.fullmatch("[0-9]{5}", text):
        return _of_serial(int(text))
    else:
        raise BadCellError(say.NOT_DATE(), say.NOT_DATE_MEND())
    try:
        return date(*numbers)
    except ValueError:
        raise BadCellError(say.NO_SUCH_DATE(), say.NOT_DATE_MEND()) from None


def _of_serial(number: float) -> date:
    if not _FIRST_SERIAL <= number < _LAST_SERIAL + 1:
        raise BadCellError(say.NOT_DATE(), say.NOT_DATE_MEND())
    # Excel counts from here, because it believes in 29 February 1900.
    return date(1899, 12, 30) + timedelta(days=int(number))


def _in_months(number: float, each: int) -> int:
    total = round(number * each, 6)
    if not total.is_integer():
        raise BadCellError(say.NOT_WHOLE_MONTHS(), say.NOT_MONTHS_MEND())
    return int(total)


def _minus(text: str) -> str:
    return squeezed(text.lstrip("'").replace("−", "-"))


def not_a_number(raw: Raw, right: str) -> BadCellError:
    """The complaint about a date or a time where a number or a text should stand."""
    wrong = say.TURNED_TO_DATE if isinstance(raw, date) else say.TURNED_TO_TIME
    return BadCellError(wrong(), right)
