"""No mentor has more mentees at a time than places."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, ClassVar

from pydantic import Field

from matchmaker.constraints.quota import Quota
from matchmaker.pairs import Pairs
from matchmaker.rules._groups import by_mentor, whole
from matchmaker.rules._periods import periods
from matchmaker.rules.base import Rule
from matchmaker.text import Text
from matchmaker.units import MentorUnit


class Places(Rule):
    """A mentor has at most so many mentees at any one time.

    Counted month by month: a mentee of three months frees the place for another. Who leads
    alone and in a team has one number of places for both. Places kept free for those who
    arrive during the year are not given away. No norm is known; local acts allow one or two
    mentees, rarely three, and up to five in a group.
    """

    default_places: Annotated[int, Field(ge=0, le=20)] = 2
    """Places of a mentor whose cell is empty."""
    most: Annotated[int, Field(ge=1, le=20)] = 5
    """No mentor has more places than this, whatever the table says."""
    reserve: Annotated[int, Field(ge=0, le=20)] = 0
    """Places kept free with each mentor, besides those kept free in the table."""

    title: ClassVar[Text] = Text("Места у наставника", "Mentor's places")
    about: ClassVar[Text] = Text(
        "У наставника одновременно не больше наставляемых, чем у него мест. Место, "
        "освободившееся в течение года, можно занять снова.",
        "A mentor has at most as many mentees at a time as places. A place freed during "
        "the year can be taken again.",
    )
    options: ClassVar[dict[str, Text]] = {
        "default_places": Text("мест, если в таблице не указано", "places where the cell is empty"),
        "most": Text("больше стольких мест не бывает", "never more places than this"),
        "reserve": Text("держать свободными у каждого", "keep free with each mentor"),
    }
    sentence: ClassVar[Text] = Text(
        "{{label}}: не больше {{upper}} "
        "{{upper:наставляемого|наставляемых|наставляемых}} одновременно{when}",
        "{{label}}: at most {{upper}} {{upper:mentee|mentees}} at a time{when}",
    )

    def quotas(self, p: Pairs) -> Iterable[Quota]:
        groups, shown = by_mentor(p)
        upper = whole(self._free(unit) for unit in shown)
        for period in periods(p):
            yield Quota(
                name=period.named("places"),
                labels=tuple(unit.person.name for unit in shown),
                sentence=period.inside(self.sentence),
                mentors=groups,
                mentees=period.mentees,
                upper=upper,
            )

    def _free(self, unit: MentorUnit) -> int:
        stated = unit.mentor.places
        places = min(self.default_places if stated is None else stated, self.most)
        return max(0, places - unit.mentor.reserved - self.reserve)
