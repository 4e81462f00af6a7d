"""What schedulers say."""

from __future__ import annotations

from matchmaker.text import Text as T

UNKNOWN_WISH = T(
    "решатель не знает такого пожелания: {name}", "the solver does not know this wish: {name}"
)
