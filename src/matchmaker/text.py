"""Sentences in the reader's language: Russian by default, English on request.

A :class:`Text` is one message in both languages. Calling it renders it in the
current language; ``{n:форма|формы|форм}`` picks the plural form that fits ``n``.
"""

from __future__ import annotations

import string
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Literal, get_args

Language = Literal["ru", "en"]
LANGUAGES: tuple[str, ...] = get_args(Language)

_language: ContextVar[Language] = ContextVar("language", default="ru")


def language() -> Language:
    """Return the language in which messages are rendered now."""
    return _language.get()


def set_language(name: Language) -> None:
    """Render all further messages in this language."""
    _language.set(name)


@contextmanager
def speaking(name: Language) -> Iterator[None]:
    """Render messages in this language inside the ``with`` block."""
    token = _language.set(name)
    try:
        yield
    finally:
        _language.reset(token)


def plural(n: int, forms: list[str], name: Language) -> str:
    """Choose the word form that goes with ``n`` (CLDR rules for ``ru`` and ``en``).

    Russian takes three forms (1 пара, 2 пары, 5 пар), English two.
    """
    n = abs(n)
    if name == "en":
        return forms[0] if n == 1 else forms[1]
    if n % 10 == 1 and n % 100 != 11:
        return forms[0]
    if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14:
        return forms[1]
    return forms[2]


def nested(words: str) -> str:
    """Russian words whose quotes within quotes are „of the other kind“.

    Where quotes do not come in pairs, as in a title cut short, nobody knows which is within.
    """
    depth, found = 0, []
    for letter in words:
        if letter == "«":
            depth += 1
            found.append("«" if depth == 1 else "„")
        elif letter == "»":
            found.append("»" if depth == 1 else "“")
            depth -= 1
            if depth < 0:
                return words
        else:
            found.append(letter)
    return words if depth else "".join(found)


class _Formatter(string.Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        if "|" in format_spec:
            return plural(int(value), format_spec.split("|"), language())
        if isinstance(value, Text):
            value = value()
        return str(super().format_field(value, format_spec))


_formatter = _Formatter()


@dataclass(frozen=True, slots=True)
class Text:
    """One message in Russian and in English."""

    ru: str
    en: str

    def __call__(self, **facts: Any) -> str:
        """Render the message in the current language with these facts put in."""
        if language() == "en":
            return _formatter.vformat(self.en, (), facts)
        said = _formatter.vformat(self.ru, (), facts)
        return nested(said) if "«" in self.ru and facts else said

    def __str__(self) -> str:
        return self()

    def begins(self, sentence: str) -> bool:
        """Whether a sentence begins as this message does, up to its first fact."""
        fixed = (self.ru if language() == "ru" else self.en).partition("{")[0]
        return bool(fixed) and sentence.startswith(fixed)

    @property
    def both(self) -> tuple[str, str]:
        """The message in both languages, as it is written."""
        return self.ru, self.en
