"""One spelling for what people type in many: dashes, spaces, ё, quotes, Latin look-alikes."""

from __future__ import annotations

import re
import unicodedata

_DASHES = re.compile(r"[‐‑‒–—―−﹘﹣－~]|(?<=\s)-{2,}(?=\s)")
_QUOTED_NUMBER = re.compile(r'[«"“„‹]\s*(\d{1,4})\s*[»"”“›]')
_QUOTES = re.compile(r'[«»"“”„‹›]')
_WORD = re.compile(r"[a-zа-я]+", re.IGNORECASE)
_LATIN = str.maketrans("aceopxyktmbhACEOPXYKTMBH", "асеорхуктмвнАСЕОРХУКТМВН")
_YO = str.maketrans("ёЁ", "еЕ", "\u00ad")
_ALONE = {"c": "с", "k": "к", "b": "в", "o": "о"}
_CYRILLIC = re.compile("[а-я]", re.IGNORECASE)
_ROMAN_I = str.maketrans("іІӏӀιΙ\\", "iIiIiI/")
_ROMAN_FOUR = re.compile(r"\b1\s?[уv](?=\s*кв)", re.IGNORECASE)
_INCLUDED = re.compile(r"\(\s*(включительно)\s*\)", re.IGNORECASE)


def spelled(text: str) -> str:
    """The text in the one spelling that the grammar of dates reads, but for capital letters.

    No «ё», plain spaces and hyphens, no quotes around a number, no full stop at the end; Latin
    letters within a Russian word become the Cyrillic ones they look like.
    """
    plain = "№".join(unicodedata.normalize("NFKC", part) for part in text.split("№"))
    plain = plain.translate(_YO)
    plain = _DASHES.sub("-", plain).translate(_ROMAN_I)
    plain = _QUOTED_NUMBER.sub(r"\1", plain)
    plain = _QUOTES.sub("", _WORD.sub(_one_alphabet, plain))
    plain = _INCLUDED.sub(r"\1", _ROMAN_FOUR.sub("iv", plain))
    return " ".join(plain.split()).strip(" .;,:-")


def _one_alphabet(word: re.Match[str]) -> str:
    letters = word[0]
    if _CYRILLIC.search(letters):
        return letters.translate(_LATIN)
    return _ALONE.get(letters.lower(), letters)
