"""A rulebook: levels of the objective, and the rules in use with their moods."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from itertools import takewhile
from typing import Annotated, Any, Literal, Self

from pydantic import Field

from matchmaker.errors import InputError, Issue, Place
from matchmaker.frozen import Frozen
from matchmaker.messages import validation
from matchmaker.rules.base import Rule, catalogue
from matchmaker.text import Text

First = Literal["coverage", "stability"]
"""What a plan made again settles first: that nobody is left out, or that pairs stay."""


class Tier(Frozen):
    """A level of the objective; each is settled before the next."""

    name: str
    title: str
    title_en: str = ""

    @property
    def words(self) -> Text:
        """The title in both languages."""
        return Text(self.title, self.title_en or self.title)


OBLIGATIONS = Tier(name="obligations", title="Обязательства", title_en="Obligations")
"""The zeroth tier: what of pins and lower quotas could not be kept, counted negative."""

STABILITY = Tier(
    name="stability", title="Сохранено из прежнего плана", title_en="Kept of the former plan"
)
"""The tier of pairs that stay when a plan is made again; it has its place among the others."""

COVERING = frozenset({"priority", "coverage"})
"""The tiers that say who has a mentor at all."""


class Use(Frozen):
    """One use of a rule: how seriously it is meant, and where."""

    rule: Rule
    mood: Literal["must", "prefer"]
    weight: Annotated[int, Field(ge=-1000, le=1000)] = 1
    """Points per unit of the measure. Only of ``prefer``."""
    tier: str = "fit"
    """The tier the points count in. Only of ``prefer``."""
    programmes: tuple[str, ...] = ()
    """Programmes the rule holds in; empty: all."""
    outside: tuple[str, ...] = ()
    """Programmes the rule does not hold in."""

    def holds_in(self, programme: str) -> bool:
        """Whether the rule is used in this programme."""
        return programme not in self.outside and (
            not self.programmes or programme in self.programmes
        )

    @property
    def key(self) -> str:
        """What tells this use from other uses, as text."""
        return f"{self.mood} {self.rule.name} {json.dumps(self.to_plain(), ensure_ascii=False)}"

    def to_plain(self) -> dict[str, Any]:
        """The use as it stands in a policy file."""
        plain: dict[str, Any] = {self.mood: self.rule.name}
        if self.mood == "prefer":
            plain |= {"weight": self.weight, "tier": self.tier}
        if self.programmes:
            plain["programmes"] = list(self.programmes)
        if self.outside:
            plain["except"] = list(self.outside)
        options: dict[str, Any] = json.loads(self.rule.model_dump_json(exclude_defaults=True))
        return plain | options

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Self:
        """Read a use as it stands in a policy file.

        Raises
        ------
        KeyError
            with the name, if there is no such rule.
        pydantic.ValidationError
            if an option is unknown or has a wrong value.
        """
        rest = dict(plain)
        mood = next((word for word in ("must", "prefer") if word in rest), None)
        if mood is None:
            raise KeyError("")
        name = rest.pop(mood)
        kind = catalogue[name]
        frame: dict[str, Any] = {
            key: rest.pop(key) for key in ("weight", "tier", "programmes") if key in rest
        }
        if "except" in rest:
            frame["outside"] = rest.pop("except")
        return cls(rule=kind(**rest), mood=mood, **frame)


def must(rule: Rule, *, programmes: Sequence[str] = (), outside: Sequence[str] = ()) -> Use:
    """Demand that the rule holds."""
    return Use(rule=rule, mood="must", programmes=tuple(programmes), outside=tuple(outside))


def prefer(
    rule: Rule,
    *,
    weight: int = 1,
    tier: str = "fit",
    programmes: Sequence[str] = (),
    outside: Sequence[str] = (),
) -> Use:
    """Prefer that the rule holds: ``weight`` points per unit, counted in this tier."""
    return Use(
        rule=rule,
        mood="prefer",
        weight=weight,
        tier=tier,
        programmes=tuple(programmes),
        outside=tuple(outside),
    )


class Rulebook(Frozen):
    """The tiers and rules by which one kind of matching is done."""

    tiers: tuple[Tier, ...] = ()
    uses: tuple[Use, ...] = ()

    @cached_property
    def order(self) -> tuple[Tier, ...]:
        """The tiers in the order in which they are settled, obligations first."""
        return (OBLIGATIONS, *self.tiers)

    @cached_property
    def all_uses(self) -> tuple[Use, ...]:
        """The uses stated, and those that follow from what is stated."""
        return self.uses

    def replace_rules(self, uses: Sequence[Use], drop: Sequence[str] = ()) -> Self:
        """The same policy with these uses in place of those of the same rules."""
        named = {use.rule.name for use in uses} | set(drop)
        kept = tuple(use for use in self.uses if use.rule.name not in named)
        return self.model_copy(update={"uses": (*kept, *uses)})

    def with_stability(self, first: First = "coverage") -> Self:
        """The same rules, which also keep what a former plan had.

        Parameters
        ----------
        first : ``coverage``: right after the tiers of coverage, where these are
            settled first; ``stability``: before every tier.

        Raises
        ------
        InputError
            if another rule counts in the tier of this name: its points would be mixed
            with the number of pairs that stay.
        """
        stays = prefer(catalogue["stays"](), tier=STABILITY.name)
        book = self.replace_rules([stays])
        if any(use.mood == "prefer" and use.tier == stays.tier for use in book.uses[:-1]):
            raise InputError(
                [Issue(Place(setting="[[tier]]"), validation.TIER_TAKEN(), value=STABILITY.name)]
            )
        tiers = [tier for tier in self.order[1:] if tier.name != STABILITY.name]
        early = list(takewhile(lambda tier: tier.name in COVERING, tiers))
        if first == "stability":
            early = []
        return book.model_copy(update={"tiers": (*early, STABILITY, *tiers[len(early) :])})
