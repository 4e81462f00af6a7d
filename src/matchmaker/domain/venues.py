"""Places where events are held."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from matchmaker.domain.records import Record, col
from matchmaker.text import Text


class Venue(Record):
    """A place where events are held, with its seats."""

    sheet: ClassVar[Text] = Text("Площадки", "Venues")

    name: Annotated[str, col("Площадка", "Venue", "Место проведения")]
    seats: Annotated[Annotated[int, Field(ge=1)] | None, col("Мест", "Seats", "Вместимость")] = None
    cost: Annotated[
        Annotated[int, Field(ge=0)] | None,
        col(
            "Нежелательность",
            "Reluctance",
            note=(
                "0 или пусто — охотно, больше — только если другие заняты",
                "0 or empty: gladly; more: only if the others are taken",
            ),
        ),
    ] = None
