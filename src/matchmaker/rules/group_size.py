"""A group is neither too small nor too large."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, ClassVar, Self

import numpy as np
from pydantic import Field, model_validator

from matchmaker.constraints.quota import NO_GROUP, Quota
from matchmaker.pairs import Pairs
from matchmaker.rules._groups import mentees_of, mentors_of, name_of, whole
from matchmaker.rules.base import Rule
from matchmaker.text import Text


class GroupSize(Rule):
    """A mentor, or a team, leads a group of at least and at most so many, or none at all.

    Counts the mentees of one group programme. The sizes stand with the programme, which
    uses this rule of itself.
    """

    programme: str
    """Name of the group programme."""
    smallest: Annotated[int, Field(ge=1, le=50)] = 3
    """Least number of mentees in a group."""
    largest: Annotated[int, Field(ge=1, le=50)] = 5
    """Most mentees in a group."""

    title: ClassVar[Text] = Text("Размер группы", "Size of a group")
    about: ClassVar[Text] = Text(
        "В группе не меньше и не больше заданного числа наставляемых; наставник может не "
        "вести группы вовсе. Размеры указываются у программы.",
        "A group has at least and at most so many mentees; a mentor may also lead none. "
        "The sizes stand with the programme.",
    )
    options: ClassVar[dict[str, Text]] = {
        "programme": Text("программа, которая ведётся в группах", "the group programme"),
        "smallest": Text("наставляемых в группе не меньше", "least mentees in a group"),
        "largest": Text("наставляемых в группе не больше", "most mentees in a group"),
    }
    sentence: ClassVar[Text] = Text(
        "{label}: в группе от {lower} до {upper} {upper:наставляемого|наставляемых|наставляемых}",
        "{label}: from {lower} to {upper} {upper:mentee|mentees} in a group",
    )

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.smallest > self.largest:
            raise ValueError("smallest > largest")
        return self

    def quotas(self, p: Pairs) -> Iterable[Quota]:
        inside = [unit.programme == self.programme for unit in mentees_of(p)]
        if not any(inside):
            return
        units = mentors_of(p)
        yield Quota(
            name=f"group_size {self.programme}",
            labels=tuple(name_of(unit) for unit in units),
            sentence=self.sentence,
            mentors=np.arange(len(units), dtype=np.int64),
            mentees=np.where(inside, 0, NO_GROUP).astype(np.int64),
            lower=whole(self.smallest for _ in units),
            upper=whole(self.largest for _ in units),
            optional=True,
        )
