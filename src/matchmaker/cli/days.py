"""Days on the command line, as programs and as people write them."""

from __future__ import annotations

from datetime import date, datetime

from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import cli as say


def day_of(words: str, option: str) -> date:
    """A day written as 2026-03-01 or 01.03.2026.

    Parameters
    ----------
    option : what it was given for: ``--on``.

    Raises
    ------
    InputError
        if it is written otherwise or there is no such day.
    """
    for form in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return datetime.strptime(words.strip(), form).date()
        except ValueError:
            continue
    raise InputError([Issue(Place(setting=option), say.BAD_DAY(), say.BAD_DAY_MEND(), words)])
