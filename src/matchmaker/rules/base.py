"""What a rule is: it states what it wants, as data; others read what it states.

A rule writes at most three methods: :meth:`Rule.measure`, :meth:`Rule.quotas` and
:meth:`Rule.words`; one that binds pairs of people to links of schools writes
:meth:`Rule.openings` in place of quotas. It never calls a solver, and a solver never
sees a person. Each *use* of a rule in a policy has a mood: ``must`` or ``prefer`` with a
weight and a tier.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, ClassVar, Literal

import numpy as np
import numpy.typing as npt

from matchmaker.constraints.opening import Opening
from matchmaker.constraints.quota import Quota
from matchmaker.errors import RuleError
from matchmaker.frozen import Frozen
from matchmaker.pairs import Ints, Pair, Pairs
from matchmaker.text import Text

_catalogue: dict[str, type[Rule]] = {}

catalogue: Mapping[str, type[Rule]] = MappingProxyType(_catalogue)
"""Every rule there is, by the name it has in a policy file."""


class Rule(Frozen):
    """What is wanted of pairs, or of groups of pairs.

    A subclass must have a docstring, a ``title`` and an ``about`` in both languages; its
    options are fields with a docstring each. It registers itself under its own name in
    snake case. What it says where it lacks the data to tell is a ``Text`` called
    ``unknown``: such a sentence is never shown as a reason for a pair.
    """

    name: ClassVar[str]
    title: ClassVar[Text]
    """A few words for lists and tables."""
    about: ClassVar[Text]
    """One or two sentences: what the rule wants and why, for a curator."""
    concerns: ClassVar[Literal["people", "schools", "both"]] = "people"
    """Of whose pairs the rule speaks."""
    private: ClassVar[bool] = False
    """Whether its words tell what only the methodist or the curator may know: requests, votes,
    talks, how a school is marked."""
    options: ClassVar[Mapping[str, Text]] = {}
    """What each option means, for a curator: option name → words."""

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        cls.name = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()
        if not (cls.__doc__ or "").strip():
            raise RuleError(f"rule {cls.__name__} has no docstring")
        for attribute in ("title", "about"):
            if attribute not in cls.__dict__:
                raise RuleError(f"rule {cls.__name__} has no {attribute}")
        missing = set(cls.model_fields) - set(cls.options)
        if missing:
            raise RuleError(f"rule {cls.__name__} does not explain options {sorted(missing)}")
        known = _catalogue.get(cls.name)
        if known is not None and known.__module__ != cls.__module__:
            raise RuleError(f"two rules are called {cls.name}")
        _catalogue[cls.name] = cls

    # What a rule writes: usually one or two of these.

    def measure(self, p: Pairs) -> npt.NDArray[Any] | None:
        """How true the rule is of each pair: booleans or whole points.

        Returns
        -------
        An array that broadcasts to ``p.shape``, or nothing if the rule only has quotas.
        """
        return None

    def quotas(self, p: Pairs) -> Iterable[Quota]:
        """What must hold of groups of pairs; ``p`` is the block of all pairs."""
        return ()

    def openings(self, people: Pairs, links: Pairs) -> Iterable[Opening]:
        """Which links pairs need, where both are decided together."""
        return ()

    def words(self, pair: Pair) -> str:
        """The rule said of one pair, as a sentence in the reader's language."""
        return self.title()

    # What the engine reads: derived, not overridden.

    @cached_property
    def measures(self) -> bool:
        """Whether the rule speaks of single pairs at all."""
        return type(self).measure is not Rule.measure

    def whole(self, p: Pairs) -> Ints | None:
        """The measure as whole numbers in the shape of the pairs.

        Raises
        ------
        RuleError
            if the measure is a float or has another shape.
        """
        found = self.measure(p)
        if found is None:
            return None
        array = np.asarray(found)
        if array.dtype.kind not in "biu":
            raise RuleError(
                f"rule {self.name}: a measure is true/false or whole, not {array.dtype}"
            )
        try:
            return np.broadcast_to(array.astype(np.int64, copy=False), p.shape)
        except ValueError as error:
            raise RuleError(
                f"rule {self.name}: measure of shape {array.shape}, pairs of shape {p.shape}"
            ) from error

    def measure_of(self, pair: Pair) -> int | None:
        """The measure of one pair."""
        found = self.whole(pair.view)
        return None if found is None else int(found[0])
