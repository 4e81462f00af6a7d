"""A day on the command line: one way to read it for every verb."""

from __future__ import annotations

from datetime import date

import pytest

from matchmaker.cli.days import day_of
from matchmaker.errors import InputError


@pytest.mark.parametrize("words", ["2026-03-01", "01.03.2026", " 1.3.2026 "])
def test_a_day_is_read_as_people_and_programs_write_it(words: str) -> None:
    assert day_of(words, "--on") == date(2026, 3, 1)


@pytest.mark.parametrize("words", ["", "завтра", "31.02.2026", "2026-3", "20260301x", "03/01/2026"])
def test_what_is_no_day_is_refused_with_the_option_and_what_would_be_right(words: str) -> None:
    with pytest.raises(InputError, match=r"--on.*2026-03-01 или 01\.03\.2026"):
        day_of(words, "--on")
