"""People as plans name them: «Белкина Л.Н.», «Л.Н. Белкина», «Белкина Людмила Николаевна»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_CAPITALS = r"[А-ЯЁ]{3,}(?:-[А-ЯЁ]{3,})?"
_INITIAL = r"[А-ЯЁ]"
_NAME = r"[А-ЯЁ][а-яё]+"
_PATRONYMIC = (
    r"(?:[А-ЯЁ][а-яё]+(?:вич|вича|вичу|вичем|вна|вны|вне|вну|вной|ична|ичны|ичне|ичну|ичной)"
    r"|(?:Иль|Кузьм|Лук|Никит|Фом)ич(?:а|у|е|ом|ем)?)"
)
_NO_POST = (
    "(?!Ведущ|Воспитател|Главн|Директор|Завед|Зам|Координатор|Куратор|Методист|Начальник|Ответств"
    "|Педагог|Председат|Преподав|Психолог|Руковод|Секретар|Советник|Специалист|Старш|Учител)"
)
"""«Методист Л.Н. Белкина» is nobody called Методист."""
_BEFORE, _AFTER = r"(?<![А-ЯЁа-яё])", r"(?![А-ЯЁа-яё])"
_PERSON = re.compile(
    rf"{_BEFORE}(?:"
    # «Л.Н. Белкина»: the dot after the first initial tells it from an abbreviation.
    rf"(?P<a1>{_INITIAL})\.\s*(?:(?P<a2>{_INITIAL})\.?\s*)?(?P<a>{_SURNAME}){_AFTER}"
    # «Белкина Л. Н», «Белкина Л.Н.»; one initial needs its dot.
    rf"|(?P<b>{_NO_POST}{_SURNAME})\s+(?P<b1>{_INITIAL})"
    rf"(?:(?:\s*[.,]\s*|\s+)(?P<b2>{_INITIAL}){_AFTER}(?:\s?\.)?|\s?\.)"
    # «БЕЛКИНА Л.Н.»; in «ИМЦ Л.Н. Белкина» the capitals are a body.
    rf"|(?P<d>{_CAPITALS})\s+(?P<d1>{_INITIAL})\.\s*(?P<d2>{_INITIAL})\.(?!\s*{_NAME})"
    rf"|(?P<c>{_SURNAME})\s+(?P<c1>{_NAME})\s+(?P<c2>{_PATRONYMIC}){_AFTER}"
    r")"
)
_IN_HONOUR = re.compile(r"\bим(?:\.|ени)\s*$")


@dataclass(frozen=True, slots=True)
class Named:
    """A person found in a text: where, and the name in its one form."""

    start: int
    end: int
    name: str


def persons(text: str) -> Iterator[Named]:
    """Everybody whom a text names, from left to right.

    Whom a school is called after is nobody who is responsible.
    """
    for found in _PERSON.finditer(text):
        if _IN_HONOUR.search(text[: found.start()]):
            continue
        for way in "abcd":
            if found[way]:
                initials = "".join(f"{found[way + n][0]}." for n in "12" if found[way + n])
                surname = found[way].title() if way == "d" else found[way]
                surname = surname.replace("ё", "е")  # «Семёнов» and «Семенов» are one man
                yield Named(found.start(), found.end(), f"{surname} {initials}")


def one_form(name: str) -> str:
    """A person's name as plans are read: «Белкина Л.Н.»; another name as it stands."""
    return next((found.name for found in persons(name)), name)
