"""Words that stand beside a date and are no part of it: labels, places, «по графику»."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LABEL = re.compile(
    r"^(?:сроки?|дат[аы]|период)(?:\s+(?:реализации|исполнения|проведения|выполнения))?"
    r"\s*(?::|-\s|\s(?=(?:до|с|не)\s|\d))\s*",
    re.IGNORECASE,
)
_BY_TIMETABLE = re.compile(
    r"(?<=[^\s,;(])\s*[-/]?\s+(?=(?:по|согласно)\s+(?:[а-я]+\s+)?"
    r"(?:план|график|расписани|положени|запрос|заявк|согласовани|необходимост))"
    r"|(?<=[а-я])/(?=по\s)",
    re.IGNORECASE,
)
_NO_DATE = re.compile(
    r"^\d+\s+(?:(?:рабочи|календарн|учебн)[а-я]+\s+)?(?:дн|день|час|ч\b|недел|месяц)[а-я]*$"
    r"|еженедельным планированием|(?:№|\bкаб(?:\.|инет)?)\s*\d+"
    r"|(?:\b[ivx\d]+(?:-?[а-я]{1,2})?|перв[а-я]+|втор[а-я]+|трет[а-я]+)\s+этап[а-я]*"
)
"""Numbers and words that look like dates and are none."""
_DATED = re.compile(
    r"\d|январ|феврал|март|апрел|\bма[йяе]\b|июн|июл|август|сентябр|октябр|ноябр|декабр"
    r"|ежегодн|ежемесячн|еженедельн|ежекварт|кажд|квартал|полугод|каникул|постоянн|недел|декад"
    r"|четверт|триместр|семестр|полугоди|\bгод[ау]?\b|экзамен|\bгиа\b"
    r"|числ|понедельн|вторник|\bсред[ауые]|четверг|пятниц|суббот|воскресен"
    r"|\bне (?:позд|ран)|\bначал[оаеу]\b|\bкон(?:ец|ц[еау])\b|\bсередин|\b[ivx]+\b"
    r"|\b(?:зим[аы]|зимой|весн[аы]|весной|осень|осенью|лето|летом)\b"
    r"|\b(?:пн|вт|ср|чт|пт|сб|вс)\b|\bраза?\b"
)
_IN_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*")


def without_notes(plain: str) -> Iterable[tuple[str, str]]:
    """The phrase as it is; without brackets; without the words in them or after a comma.

    Words that look like a part of the date are never taken for a note.
    """
    plain = _LABEL.sub("", plain)
    yield plain, ""
    plain = _BY_TIMETABLE.sub(", ", plain)
    notes = [note for note in _IN_BRACKETS.findall(plain) if not _dated(note)]
    bare = plain
    for note in notes:
        bare = bare.replace(f"({note})", " ")
    bare = bare.replace("(", ", ").replace(")", " ")
    pieces = [piece for piece in re.split(r"\s*[,;]\s*|:\s+", bare.strip()) if piece.strip()]
    for kept in range(len(pieces), 0, -1):
        tail = ", ".join(pieces[kept:])
        if _dated(tail):
            return
        yield ", ".join(pieces[:kept]), "; ".join([*notes, tail] if tail else notes)
        if len(pieces) > 1 and not _dated(pieces[0]):
            yield ", ".join(pieces[1:kept]), "; ".join([*notes, pieces[0]])


def _dated(words: str) -> bool:
    return bool(_DATED.search(_NO_DATE.sub("", words.lower())))
