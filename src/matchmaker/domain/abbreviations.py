"""Names under which bodies, groups and people stand in plans."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from matchmaker.domain.records import Choice, Record, col
from matchmaker.text import Text


class PartyKind(Choice):
    """Who may be responsible for an event."""

    PERSON = "person", "человек", "person"
    BODY = "body", "организация", "body"
    GROUP = "group", "группа", "group"
    ROLE = "role", "роль", "role"


class Abbreviation(Record):
    """A name under which a party stands in plans."""

    sheet: ClassVar[Text] = Text("Сокращения", "Abbreviations")

    name: Annotated[str, col("Сокращение", "Abbreviation")]
    same_as: Annotated[
        str | None,
        col("То же, что", "Same as", note=("МНЦ — то же, что МЦН", "Another name of the same")),
    ] = None
    meaning: Annotated[str | None, col("Полное название", "Full name", "Расшифровка")] = None
    kind: Annotated[PartyKind, col("Кто это", "Kind")] = PartyKind.BODY
    at_once: Annotated[
        Annotated[int, Field(ge=1)] | None,
        col(
            "Сколько дел сразу",
            "At once",
            note=(
                "Сколько мероприятий в один день ведёт группа; пусто — сколько в ней людей",
                "How many events a day the group can lead; empty: as many as its members",
            ),
        ),
    ] = None
    members: Annotated[
        frozenset[str],
        col("Состав", "Members", note=("Кто входит в группу", "Who belongs to the group")),
    ] = frozenset()
