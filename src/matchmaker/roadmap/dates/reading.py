"""Reading one date phrase: spelling, notes beside it, the grammar, the period."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache
from importlib import resources
from typing import Literal

from lark import Lark, ParseTree
from lark.exceptions import UnexpectedInput, VisitError

from matchmaker.messages import dates as say
from matchmaker.roadmap.dates.meaning import Meaning
from matchmaker.roadmap.dates.meanings import Meanings
from matchmaker.roadmap.dates.notes import without_notes
from matchmaker.roadmap.dates.spelling import spelled
from matchmaker.roadmap.dates.spots import Conventions, UnclearError
from matchmaker.roadmap.windows import DatePhrase, Kind, Reading, Window

_GRAMMAR = ("grammar.lark", "terminals.lark")
LONGEST = 300
"""A longer text is prose and no date phrase. Unit: characters."""

_BLANK = re.compile(r"_{2,}|[«\"]\s+[»\"]")
_SIGNATURE = re.compile(r"действител(?:ен|ьн)|сертификат[а-я]* .*\d{4}|\bподпис[ьи]\b|\bподписано")
_LEGAL = re.compile(
    r"с изменениями|\bзакон|\bпостановлени|\bуказ[а-я]*\b|\bв ред(?:\.|акци)|\bутв(?:\.|ержд)"
    r"|\b(?:приказ|распоряжени|протокол|письм)[а-я]*\b.*(?:№|\bот \d)"
    r"|\d{4}\s*(?:г\.|года)?\s*№|^от \d{1,2}\s*(?:\.|[а-я]*(?:ря|ля|та|мая|ня)\b)"
)


def read_dates(
    text: str, period: Window | None = None, conventions: Conventions | None = None
) -> DatePhrase:
    """Read one date phrase as Russian plans and orders write it.

    Parameters
    ----------
    text : the phrase as it stands in the document.
    period : the period of the plan. What comes again has windows only within a period;
        windows are cut to it, and what it does not hold is told apart.
    conventions : how to read what the language leaves open.

    Returns
    -------
    What was understood; of several readings the first is chosen. Kind ``unclear`` with a
    reason if the words are no date, name an impossible one, or contradict themselves.
    """
    conventions = conventions or Conventions()
    plain = spelled(text)
    refused = _refused(text, plain.lower())
    if refused:
        return DatePhrase(text, Kind.UNCLEAR, reason=refused)
    for words, note in without_notes(plain):
        tree = _tree(words.lower())
        if tree is None:
            continue
        try:
            return _resolved(text, _meaning(tree, conventions), note, period)
        except UnclearError as error:  # to take more words for notes would hide what is wrong
            return DatePhrase(text, Kind.UNCLEAR, reason=str(error))
    return DatePhrase(text, Kind.UNCLEAR, reason=say.NOT_UNDERSTOOD())


def _refused(text: str, plain: str) -> str:
    """Why the text is no date of an event, if that can be seen at once."""
    if not plain:
        return say.EMPTY()
    if _BLANK.search(text):
        return say.BLANK()
    if _SIGNATURE.search(plain):
        return say.SIGNATURE()
    if _LEGAL.search(plain):
        return say.LEGAL()
    return say.NOT_UNDERSTOOD() if len(plain) > LONGEST else ""


def _meaning(tree: ParseTree, conventions: Conventions) -> Meaning:
    try:
        meaning: Meaning = Meanings(conventions).transform(tree)
    except VisitError as error:
        if isinstance(error.orig_exc, UnclearError):
            raise error.orig_exc from error
        raise
    return meaning


@lru_cache(maxsize=4096)  # a plan writes the same few phrases hundreds of times
def _tree(words: str) -> ParseTree | None:
    try:
        return grammar().parse(words)
    except UnexpectedInput:
        return None


@cache
def grammar(ambiguity: Literal["resolve", "explicit"] = "resolve") -> Lark:
    """The grammar of date phrases; its rules and its terminals are two files."""
    here = resources.files(__package__)
    text = "\n".join(here.joinpath(name).read_text("utf-8") for name in _GRAMMAR)
    return Lark(text, parser="earley", lexer="basic", ambiguity=ambiguity)


def _resolved(text: str, meaning: Meaning, note: str, period: Window | None) -> DatePhrase:
    found = [(name, *days.within(period)) for name, days in meaning.readings]
    _, windows, outside = found[0]
    readings = tuple(
        Reading(name, tuple(inside), chosen=at == 0) for at, (name, inside, _) in enumerate(found)
    )
    phrase = DatePhrase(
        verbatim=text,
        kind=meaning.kind,
        windows=tuple(windows),
        recurrence=meaning.recurrence,
        readings=readings if len(readings) > 1 else (),
        outside=tuple(outside),
        precision=meaning.precision,
        note=note,
        reason=meaning.reason,
        time=meaning.time,
        reference=meaning.reference,
        duration=meaning.duration,
        extendable=meaning.extendable,
        place=meaning.place,
        anchor=meaning.anchor,
        within=meaning.within,
    )
    if not phrase.reason and period is None and not windows and phrase.kind in _NEED_PERIOD:
        return replace(phrase, reason=say.NEEDS_PERIOD())
    return phrase


_NEED_PERIOD = {Kind.RECURRING, Kind.OPEN}
