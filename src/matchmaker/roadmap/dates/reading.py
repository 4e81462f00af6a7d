"""Reading one date phrase: spelling, notes beside it, the grammar, the period."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from importlib import resources

from lark import Lark
from lark.exceptions import UnexpectedInput, VisitError

from matchmaker.messages import dates as say
from matchmaker.roadmap.dates.meaning import Meaning
from matchmaker.roadmap.dates.meanings import Meanings
from matchmaker.roadmap.dates.spelling import spelled
from matchmaker.roadmap.dates.spots import Conventions, UnclearError
from matchmaker.roadmap.windows import DatePhrase, Kind, Reading, Window

LONGEST = 300
"""A longer text is prose and no date phrase. Unit: characters."""

_BLANK = re.compile(r"_{2,}|[«\"]\s+[»\"]")
_SIGNATURE = re.compile(r"действител|подпис|сертификат|срок действия")
_LEGAL = re.compile(
    r"с изменениями|\bзакон|\bприказ[а-я]* (?:от|№|мин|упр|деп)"
    r"|\bраспоряжени[а-я]* (?:от|№|мин|прав|адм)|\bпостановлени|\bуказ[а-я]*\b"
    r"|\bписьм|№|\bв редакции|\bутвержд|\bредакци"
)
_DATED = re.compile(
    r"\d|январ|феврал|март|апрел|\bма[йяе]\b|июн|июл|август|сентябр|октябр|ноябр|декабр"
    r"|ежегодн|ежемесячн|еженедельн|ежекварт|кажд|квартал|полугод|каникул|постоянн|недел|декад"
    r"|числ|понедельн|вторник|\bсред[ауые]|четверг|пятниц|суббот|воскресен|\bраза?\b"
)
_IN_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*")


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
    refused = _refused(text, plain)
    if refused:
        return DatePhrase(text, Kind.UNCLEAR, reason=refused)
    reason = ""
    for words, note in _without_notes(plain):
        try:
            meaning = _meaning(words, conventions)
            return _resolved(text, meaning, note, period)
        except UnclearError as error:
            reason = reason or str(error)
        except UnexpectedInput:
            continue
    return DatePhrase(text, Kind.UNCLEAR, reason=reason or say.NOT_UNDERSTOOD())


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


def _without_notes(plain: str) -> Iterable[tuple[str, str]]:
    """The phrase as it is; without brackets; without the words in them or after a comma.

    Words that look like a part of the date are never taken for a note.
    """
    yield plain, ""
    notes = [note for note in _IN_BRACKETS.findall(plain) if not _dated(note)]
    bare = plain
    for note in notes:
        bare = bare.replace(f"({note})", " ")
    bare = bare.replace("(", ", ").replace(")", " ")
    pieces = [piece for piece in re.split(r"\s*[,;]\s*", bare.strip()) if piece.strip()]
    for kept in range(len(pieces), 0, -1):
        tail = ", ".join(pieces[kept:])
        if _dated(tail):
            return
        yield ", ".join(pieces[:kept]), "; ".join([*notes, tail] if tail else notes)
        if len(pieces) > 1 and not _dated(pieces[0]):
            yield ", ".join(pieces[1:kept]), "; ".join([*notes, pieces[0]])


def _dated(words: str) -> bool:
    return bool(_DATED.search(words.replace("еженедельным планированием", "")))


def _meaning(words: str, conventions: Conventions) -> Meaning:
    tree = _grammar().parse(words)
    try:
        meaning: Meaning = Meanings(conventions).transform(tree)
    except VisitError as error:
        if isinstance(error.orig_exc, UnclearError):
            raise error.orig_exc from error
        raise
    return meaning


@cache
def _grammar() -> Lark:
    text = resources.files(__package__).joinpath("grammar.lark").read_text("utf-8")
    return Lark(text, parser="earley", lexer="basic", ambiguity="resolve")


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
    )
    if not phrase.reason and period is None and not windows and phrase.kind in _NEED_PERIOD:
        return replace(phrase, reason=say.NEEDS_PERIOD())
    return phrase


_NEED_PERIOD = {Kind.RECURRING, Kind.OPEN}
