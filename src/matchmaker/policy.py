"""The policy: which programmes run, which rules hold, and what comes before what."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property
from itertools import takewhile
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import BaseModel, Field, ValidationError

from matchmaker.domain import MenteeCategory, MentorKind
from matchmaker.errors import InputError, Issue, Place
from matchmaker.frozen import Frozen
from matchmaker.messages import validation
from matchmaker.rules.base import Rule, catalogue
from matchmaker.text import Text

_F = TypeVar("_F", bound=BaseModel)
_P = TypeVar("_P", bound="Policy")

First = Literal["coverage", "stability"]
"""What a plan made again settles first: that everyone has a mentor, or that pairs stay."""


class Young(Frozen):
    """Who counts as a young teacher on the reference date.

    The law on youth policy (489-ФЗ) says «14 to 35 inclusive»; a municipality that reads
    «до 35» as under 35 sets ``age_inclusive = false``.
    """

    max_age: Annotated[int, Field(ge=18, le=60)] | None = 35
    """Oldest age, in full years; nothing: age does not matter."""
    age_inclusive: bool = True
    """Whether a person of exactly that age still counts."""
    max_months: Annotated[int, Field(ge=0)] | None = 36
    """Longest experience. Unit: months; nothing: experience does not matter."""
    months_inclusive: bool = True
    """Whether exactly that experience still counts."""
    months_of: Literal["experience", "experience_teaching", "experience_school"] = (
        "experience_teaching"
    )
    """Which experience is meant: total, teaching, or in this organisation."""

    def holds(self, age: int | None, months: int | None) -> bool:
        """Whether someone of this age and experience is a young teacher.

        What is not known does not exclude: a curator who keeps no dates of birth decides
        by experience alone, and one who keeps neither by the category of the mentee.
        """
        if age is None and months is None:
            return False
        old = (
            age is not None
            and self.max_age is not None
            and age > self.max_age - (not self.age_inclusive)
        )
        long = (
            months is not None
            and self.max_months is not None
            and months > self.max_months - (not self.months_inclusive)
        )
        return not (old or long)


class Sizes(Frozen):
    """How many people of each side a group has."""

    min_mentees: Annotated[int, Field(ge=1)] = 2
    max_mentees: Annotated[int, Field(ge=1)] = 5
    min_mentors: Annotated[int, Field(ge=1)] = 1
    max_mentors: Annotated[int, Field(ge=1)] = 1


class Programme(Frozen):
    """A form of mentoring: whom it accepts, who may mentor in it, for how long."""

    name: str
    """Name in tables and rules."""
    title: str
    """What a curator calls it."""
    title_en: str = ""
    enabled: bool = True
    categories: tuple[MenteeCategory, ...] = ()
    """Categories of mentees accepted without being named to the programme."""
    young: bool = False
    """Whether young teachers are accepted without a category."""
    mentor_kinds: tuple[MentorKind, ...] = (MentorKind.TEACHER,)
    """Who may mentor in it."""
    by_choice: bool = False
    """Whether only mentors who name the programme serve it (leading a group is a choice)."""
    months: Annotated[int, Field(ge=1, le=60)] = 9
    """Term, during which a place is taken. Unit: months."""
    hours: Annotated[float, Field(gt=0, le=20)] = 1.0
    """What one mentee costs a mentor. Unit: hours a week."""
    remote: bool = False
    """Whether the programme is run remotely, whatever the mentee's wish."""
    group: Sizes | None = None
    """Sizes of a group; nothing: the programme is run in pairs."""
    phases: tuple[str, ...] = ()
    """Role model by the year of interaction, where it changes."""

    def phase(self, year: int) -> str:
        """The role model of this year of interaction, the last one from then on."""
        return self.phases[min(year, len(self.phases)) - 1] if self.phases else ""

    def accepts(self, category: MenteeCategory | None, young: bool) -> bool:
        """Whether a mentee who names no programme belongs here."""
        if not self.enabled:
            return False
        if category is not None:
            return category in self.categories
        return self.young and young

    @property
    def words(self) -> Text:
        """The title in both languages."""
        return Text(self.title, self.title_en or self.title)


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
    name="stability", title="Сохранённые пары прежнего плана", title_en="Pairs of the former plan"
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


class Policy(Frozen):
    """Everything a municipality decides about how people are matched."""

    first: Literal["coverage", "points", "listed"] = "coverage"
    """What comes first: that everyone has a mentor, that pairs fit best, or the first tier."""
    young: Young = Young()
    kilometres_per_hour: Annotated[int, Field(ge=5, le=120)] = 40
    """Speed by which kilometres become minutes where minutes are not given."""
    road_factor: Annotated[float, Field(ge=1, le=3)] = 1.3
    """How much longer a road is than the straight line between coordinates."""
    tiers: tuple[Tier, ...] = ()
    programmes: tuple[Programme, ...] = ()
    uses: tuple[Use, ...] = ()

    @cached_property
    def programme(self) -> dict[str, Programme]:
        """Programmes by name."""
        return {programme.name: programme for programme in self.programmes}

    @cached_property
    def order(self) -> tuple[Tier, ...]:
        """The tiers in the order in which they are settled, obligations first.

        With ``first = "points"`` the tiers of coverage come after all the others.
        """
        if self.first == "listed":
            return (OBLIGATIONS, *self.tiers)
        early = [tier for tier in self.tiers if tier.name in COVERING]
        late = [tier for tier in self.tiers if tier.name not in COVERING]
        ordered = [*early, *late] if self.first == "coverage" else [*late, *early]
        return (OBLIGATIONS, *ordered)

    @cached_property
    def all_uses(self) -> tuple[Use, ...]:
        """The uses of the file, and those that the programmes imply of themselves."""
        named = {use.rule.name for use in self.uses}
        implied = []
        if "serves_programme" not in named:
            implied.append(must(catalogue["serves_programme"]()))
        if "group_size" not in named:
            implied += [
                must(
                    catalogue["group_size"].model_validate(
                        {
                            "programme": programme.name,
                            "smallest": programme.group.min_mentees,
                            "largest": programme.group.max_mentees,
                        }
                    ),
                    programmes=[programme.name],
                )
                for programme in self.programmes
                if programme.group and programme.enabled
            ]
        return (*implied, *self.uses)

    def replace_rules(self, uses: Sequence[Use], drop: Sequence[str] = ()) -> Self:
        """The same policy with these uses in place of those of the same rules."""
        named = {use.rule.name for use in uses} | set(drop)
        kept = tuple(use for use in self.uses if use.rule.name not in named)
        return self.model_copy(update={"uses": (*kept, *uses)})

    def with_stability(self, first: First = "coverage") -> Self:
        """The same policy, which also keeps the pairs of a former plan.

        Parameters
        ----------
        first : ``coverage``: right after the tiers of coverage, where the policy settles
            those first; ``stability``: before every tier.

        Raises
        ------
        InputError
            if another rule counts in the tier of this name: its points would be mixed
            with the number of pairs that stay.
        """
        stays = prefer(catalogue["stays"](), tier=STABILITY.name)
        policy = self.replace_rules([stays])
        if any(use.mood == "prefer" and use.tier == stays.tier for use in policy.uses[:-1]):
            raise InputError(
                [Issue(Place(setting="[[tier]]"), validation.TIER_TAKEN(), value=STABILITY.name)]
            )
        tiers = [tier for tier in self.order[1:] if tier.name != STABILITY.name]
        early = list(takewhile(lambda tier: tier.name in COVERING, tiers))
        if first == "stability":
            early = []
        return policy.model_copy(
            update={"first": "listed", "tiers": (*early, STABILITY, *tiers[len(early) :])}
        )

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any], file: str = "") -> Self:
        """Read a policy from plain data, the way a policy file says it.

        Raises
        ------
        InputError
            with every problem: unknown rules, options, tiers, programmes, wrong values.
        """
        return _Reading(file).policy(cls, plain)

    def to_plain(self) -> dict[str, Any]:
        """The policy as plain data, the way a policy file says it."""
        plain: dict[str, Any] = {
            "first": self.first,
            "kilometres_per_hour": self.kilometres_per_hour,
            "road_factor": self.road_factor,
            "young": json.loads(self.young.model_dump_json(exclude_none=True)),
            "tier": [tier.model_dump() for tier in self.tiers],
            "programme": [
                json.loads(programme.model_dump_json(exclude_none=True, exclude_defaults=True))
                for programme in self.programmes
            ],
            "rule": [use.to_plain() for use in self.uses],
        }
        return plain


class _Reading:
    """Reads a policy part by part and keeps every problem."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.issues: list[Issue] = []

    def policy(self, cls: type[_P], plain: Mapping[str, Any]) -> _P:
        rest = dict(plain)
        tiers = self._list("tier", rest.pop("tier", []), Tier)
        programmes = self._list("programme", rest.pop("programme", []), Programme)
        uses = self._uses(rest.pop("rule", []))
        try:
            policy = cls(**rest, tiers=tuple(tiers), programmes=tuple(programmes), uses=tuple(uses))
        except ValidationError as error:
            self._invalid("", error)
            raise InputError(self.issues) from error
        self._consistent(policy)
        if self.issues:
            raise InputError(self.issues)
        return policy

    def _wrong(self, where: str, wrong: str, right: str = "", value: object = "") -> None:
        self.issues.append(Issue(Place(file=self.file, setting=where), wrong, right, str(value)))

    def _invalid(self, where: str, error: ValidationError) -> None:
        for problem in error.errors():
            field = ".".join(str(part) for part in problem["loc"])
            at = f"{where} {field}".strip()
            self._wrong(
                at, validation.wrong(problem), validation.right(problem), problem.get("input", "")
            )

    def _list(self, key: str, items: Any, kind: type[_F]) -> list[_F]:
        found = []
        for number, item in enumerate(items, start=1):
            try:
                found.append(kind.model_validate(item))
            except ValidationError as error:
                self._invalid(f"[[{key}]] {number}", error)
        return found

    def _uses(self, items: Any) -> list[Use]:
        found = []
        for number, item in enumerate(items, start=1):
            where = f"[[rule]] {number}"
            try:
                found.append(Use.from_plain(item))
            except ValidationError as error:
                name = item.get("must") or item.get("prefer")
                self._invalid(f"{where} {name}", error)
            except KeyError as error:
                name = str(error.args[0])
                if not name:
                    self._wrong(where, validation.NO_MOOD(), validation.GIVE_MOOD())
                    continue
                close = get_close_matches(name, list(catalogue), n=1)
                mend = validation.PERHAPS(guess=close[0]) if close else validation.SEE_RULES()
                self._wrong(where, validation.UNKNOWN_RULE(), mend, name)
        return found

    def _consistent(self, policy: Policy) -> None:
        tiers = {tier.name for tier in policy.tiers}
        programmes = set(policy.programme)
        for kind, names in (
            ("tier", [t.name for t in policy.tiers]),
            ("programme", [p.name for p in policy.programmes]),
        ):
            for name, count in Counter(names).items():
                if count > 1:
                    self._wrong(f"[[{kind}]]", validation.TWICE(), "", name)
        for number, use in enumerate(policy.uses, start=1):
            where = f"[[rule]] {number} {use.rule.name}"
            if use.mood == "prefer" and use.tier not in tiers:
                self._wrong(where, validation.UNKNOWN_TIER(), ", ".join(sorted(tiers)), use.tier)
            for name in (*use.programmes, *use.outside):
                if name not in programmes:
                    known = ", ".join(sorted(programmes))
                    self._wrong(where, validation.UNKNOWN_PROGRAMME(), known, name)
        for programme in policy.programmes:
            sizes = programme.group
            if sizes and (
                sizes.min_mentees > sizes.max_mentees or sizes.min_mentors > sizes.max_mentors
            ):
                self._wrong(f"[[programme]] {programme.name} group", validation.SIZES_CROSS())
