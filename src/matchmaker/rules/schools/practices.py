"""Schools that have shown more practices go first."""

from __future__ import annotations

from typing import Annotated, ClassVar

import numpy as np
from pydantic import Field

from matchmaker.pairs import Ints, Pair, Pairs
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class Practices(Rule):
    """How many practices of mentoring the school has shown in public.

    A number that is not stated counts as 0. Unit: practices.
    """

    cap: Annotated[int, Field(ge=1, le=99)] | None = None
    """Most practices that count; nothing: all."""

    concerns = "schools"
    title: ClassVar[Text] = Text("Представленные практики", "Practices shown")
    about: ClassVar[Text] = Text(
        "Сколько практик наставничества школа показала публично; не указано — ноль.",
        "How many practices of mentoring the school has shown in public; not stated: none.",
    )
    options: ClassVar[dict[str, Text]] = {
        "cap": Text("больше стольких практик не считать", "count at most so many practices"),
    }
    yes: ClassVar[Text] = Text("представлено практик: {count}", "practices shown: {count}")
    no: ClassVar[Text] = Text("практики ещё не представлены", "no practices were shown yet")
    unknown: ClassVar[Text] = Text(
        "число практик не указано", "the number of practices is not stated"
    )

    def measure(self, p: Pairs) -> Ints:
        shown = p.mentor.number("profile.practices", absent=0)
        return shown if self.cap is None else np.minimum(shown, self.cap)

    def words(self, pair: Pair) -> str:
        count = pair.helping.profile.practices
        if count is None:
            return self.unknown()
        return self.yes(count=count) if count else self.no()
