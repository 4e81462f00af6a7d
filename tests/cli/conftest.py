"""The command line, called inside the tests' own process."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest

from matchmaker.cli.app import choose_language, run
from matchmaker.text import set_language


class Said(NamedTuple):
    """What one command said."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)


Say = Callable[..., Said]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    def command(*arguments: object) -> Said:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        return Said(code, *capsys.readouterr())

    return command


@pytest.fixture
def english() -> Iterator[None]:
    assert choose_language(["--lang", "en"]) == []
    yield
    set_language("ru")


def refused(said: Said, *words: str) -> None:
    """The command said in words why it did nothing."""
    assert said.code == 2
    assert said.out == ""
    assert "Traceback" not in said.err
    for word in words:
        assert word in said.err
