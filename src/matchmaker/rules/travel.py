"""The two sides of a pair can reach each other in time."""

from __future__ import annotations

from typing import Annotated, ClassVar

import numpy as np
from pydantic import Field

from matchmaker.pairs import Ints, Pair, Pairs
from matchmaker.rules._meeting import meets_remotely
from matchmaker.rules.base import Rule
from matchmaker.text import Text

Minutes = Annotated[int, Field(ge=0, le=1440)]


class Travel(Rule):
    """How near the organisations are by time on the road, in steps; 0 beyond the limit.

    The measure is ``(limit − minutes) // step + 1`` up to the limit and 0 beyond it, and
    also 0 beyond the limit that a mentor or a school names. Within one organisation, and for
    pairs that meet remotely, it takes 0 minutes. Where the time is not known
    ``unknown_minutes`` count, and what a side names is not applied to them: a gap in the
    table of distances removes nobody as long as ``unknown_minutes`` is within the limit. In
    a team the farthest member counts. Unit: minutes one way.
    """

    limit: Annotated[int, Field(ge=1, le=1440)] = 90
    """Farther pairs count 0. Unit: minutes."""
    step: Annotated[int, Field(ge=1, le=240)] = 15
    """Each such step nearer is one point. Unit: minutes."""
    unknown_minutes: Minutes = 45
    """What counts where the time is not known. Unit: minutes."""
    except_remote: bool = True
    """Whether roads do not matter to pairs that meet remotely."""

    concerns = "both"
    title: ClassVar[Text] = Text("Время в пути", "Travel time")
    about: ClassVar[Text] = Text(
        "Чем ближе организации, тем больше баллов; дальше предела (общего или названного "
        "наставником либо школой) балл 0. Где встречаются дистанционно, дорога не мешает.",
        "The nearer the organisations, the more points; beyond the limit (of the policy, of "
        "the mentor or of a school) 0. Roads do not matter to those who meet remotely.",
    )
    options: ClassVar[dict[str, Text]] = {
        "limit": Text("предел, минут в одну сторону", "limit, minutes one way"),
        "step": Text("сколько минут составляет один балл", "minutes per point"),
        "unknown_minutes": Text(
            "сколько минут считать, если время не указано", "minutes where the time is unknown"
        ),
        "except_remote": Text(
            "не учитывать дорогу, если встречи дистанционные",
            "ignore roads for those who meet remotely",
        ),
    }
    together: ClassVar[Text] = Text("дорога не нужна: одна организация", "no travel: one place")
    remote: ClassVar[Text] = Text("встречи дистанционные", "they meet remotely")
    near: ClassVar[Text] = Text("в пути {minutes} мин", "{minutes} minutes on the road")
    far: ClassVar[Text] = Text(
        "в пути {minutes} мин, предел {limit} мин",
        "{minutes} minutes on the road, the limit is {limit}",
    )
    unknown: ClassVar[Text] = Text(
        "время в пути не указано, считается {minutes} мин",
        "travel time is not stated, counted as {minutes} minutes",
    )

    def measure(self, p: Pairs) -> Ints:
        minutes, reach = self._minutes(p)
        near = (self.limit - minutes) // self.step + 1
        return np.where(minutes <= reach, near, 0)

    def _minutes(self, p: Pairs) -> tuple[Ints, Ints]:
        """Minutes of the farthest member, and how far the pair may be apart."""
        away = p.minutes(self.unknown_minutes)
        own = np.minimum(
            p.mentee.number("max_minutes", absent=self.limit),
            p.mentor.number("max_minutes", absent=self.limit),
        )
        reach = np.where(p.reachable(), np.minimum(own, self.limit), self.limit)
        if not self.except_remote:
            return away, reach
        return np.where(meets_remotely(p), 0, away), reach

    def words(self, pair: Pair) -> str:
        p = pair.view
        if self.except_remote and meets_remotely(p)[0]:
            return self.remote()
        minutes, reach = (int(column[0]) for column in self._minutes(p))
        if minutes > reach:
            return self.far(minutes=minutes, limit=reach)
        if not p.reachable()[0]:
            return self.unknown(minutes=self.unknown_minutes)
        here, there = pair.schools
        same = all(school.id == here.id for school in there)
        return self.together() if same else self.near(minutes=minutes)
