"""The policy: which programmes run, which rules hold, and what comes before what."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cached_property
from typing import Annotated, Any, Literal, Self, TypeVar, get_args

from pydantic import BaseModel, Field, ValidationError

from matchmaker.domain import MenteeCategory, MentorKind
from matchmaker.errors import InputError, Issue, Place
from matchmaker.frozen import Frozen
from matchmaker.messages import validation
from matchmaker.rulebook import COVERING, OBLIGATIONS, First, Rulebook, Tier, Use, must
from matchmaker.rules.base import catalogue
from matchmaker.text import Text

_F = TypeVar("_F", bound=BaseModel)
_B = TypeVar("_B", bound=Rulebook)
_P = TypeVar("_P", bound="Policy")

Kind = Literal["pairs", "cooperation", "partnership", "platform", "joint"]
"""What a plan is about: people; schools that help, that are equals, that make up the network
platform; or people and schools together."""

SCHOOL_KINDS: tuple[Kind, ...] = get_args(Kind)[1:]


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


class Partnership(Rulebook):
    """The tiers and rules of partnerships among schools with high results."""

    largest_group: Annotated[int, Field(ge=2, le=5)] = 2
    """How many schools may agree together; 2: partnerships are pairs. Unit: schools."""

    @cached_property
    def all_uses(self) -> tuple[Use, ...]:
        """The uses of the file, and where groups may agree that no two schools agree twice."""
        named = {use.rule.name for use in self.uses}
        if self.largest_group == 2 or "agree_once" in named:
            return self.uses
        return (must(catalogue["agree_once"]()), *self.uses)


class Policy(Rulebook):
    """Everything a municipality decides about how people and schools are matched."""

    first: Literal["coverage", "points", "listed"] = "coverage"
    """What comes first: that everyone has a mentor, that pairs fit best, or the first tier."""
    young: Young = Young()
    kilometres_per_hour: Annotated[int, Field(ge=5, le=120)] = 40
    """Speed by which kilometres become minutes where minutes are not given."""
    road_factor: Annotated[float, Field(ge=1, le=3)] = 1.3
    """How much longer a road is than the straight line between coordinates."""
    programmes: tuple[Programme, ...] = ()
    cooperation: Rulebook = Rulebook()
    """Which school helps which."""
    partnership: Partnership = Partnership()
    """Which schools with high results learn from each other."""
    platform: Rulebook = Rulebook()
    """Which schools make up the network platform."""
    joint: Rulebook = Rulebook()
    """Links of schools where they are decided together with the pairs; its tiers put those
    of the pairs and of the links in one order, see :attr:`joint_order`."""

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
    def joint_order(self) -> tuple[Tier, ...]:
        """The tiers in which pairs and links are settled together, obligations first.

        Tiers of the pairs to which ``joint`` gives no place come after all the others.
        """
        placed = {tier.name for tier in self.joint.tiers}
        return (*self.joint.order, *(tier for tier in self.tiers if tier.name not in placed))

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

    def with_stability(self, first: First = "coverage") -> Self:
        """The same policy, which also keeps the pairs of a former plan."""
        # The order found is written down: by «first» it would be made anew.
        return super().with_stability(first).model_copy(update={"first": "listed"})

    def with_former(self, kind: Kind, first: First = "coverage") -> Self:
        """The same policy, which also keeps what a former plan of this kind had."""
        if kind == "pairs":
            return self.with_stability(first)
        book = self.book(kind).with_stability(first)
        people = self.with_stability(first) if kind == "joint" else self
        return people.model_copy(update={kind: book})

    def book(self, kind: Kind) -> Rulebook:
        """The tiers and rules of one kind of plan."""
        books: dict[Kind, Rulebook] = {
            "pairs": self,
            "cooperation": self.cooperation,
            "partnership": self.partnership,
            "platform": self.platform,
            "joint": self.joint,
        }
        return books[kind]

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
        return plain | {kind: _plain_book(self.book(kind)) for kind in SCHOOL_KINDS}


def _plain_book(book: Rulebook) -> dict[str, Any]:
    settings = json.loads(book.model_dump_json(exclude={"tiers", "uses"}))
    return {
        **settings,
        "tier": [tier.model_dump() for tier in book.tiers],
        "rule": [use.to_plain() for use in book.uses],
    }


class _Reading:
    """Reads a policy part by part and keeps every problem."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.issues: list[Issue] = []

    def policy(self, cls: type[_P], plain: Mapping[str, Any]) -> _P:
        rest = dict(plain)
        programmes = self._list("programme", rest.pop("programme", []), Programme)
        books = {kind: self._book(kind, rest.pop(kind)) for kind in SCHOOL_KINDS if kind in rest}
        policy = self._made(cls, "", rest, programmes=tuple(programmes), **books)
        self._consistent(policy)
        if self.issues:
            raise InputError(self.issues)
        return policy

    def _book(self, kind: Kind, plain: Any) -> Rulebook:
        """Read the tiers and rules of one kind of plan about schools."""
        made: type[Rulebook] = type(Policy.model_fields[kind].get_default())
        if not isinstance(plain, Mapping):
            self._wrong(f"[{kind}]", validation.NOT_A_SECTION(), "", plain)
            raise InputError(self.issues)
        return self._made(made, f"{kind}.", dict(plain))

    def _made(self, cls: type[_B], at: str, rest: dict[str, Any], **parts: Any) -> _B:
        tiers = self._list(f"{at}tier", rest.pop("tier", []), Tier)
        uses = self._uses(at, rest.pop("rule", []))
        try:
            return cls(**rest, tiers=tuple(tiers), uses=tuple(uses), **parts)
        except ValidationError as error:
            self._invalid(at.rstrip("."), error)
            raise InputError(self.issues) from error

    def _wrong(self, where: str, wrong: str, right: str = "", value: object = "") -> None:
        self.issues.append(Issue(Place(file=self.file, setting=where), wrong, right, str(value)))

    def _invalid(self, where: str, error: ValidationError) -> None:
        for problem in error.errors():
            field = ".".join(str(part) for part in problem["loc"])
            at = f"{where} {field}".strip()
            given, right = problem.get("input", ""), validation.right(problem)
            close = get_close_matches(field, Policy.model_fields, n=1)
            if problem["type"] == "extra_forbidden" and close:
                right = validation.PERHAPS_SETTING(guess=close[0])
            shown = "" if isinstance(given, (dict, list)) else given
            self._wrong(at, validation.wrong(problem), right, shown)

    def _list(self, key: str, items: Any, kind: type[_F]) -> list[_F]:
        found = []
        for number, item in enumerate(items, start=1):
            try:
                found.append(kind.model_validate(item))
            except ValidationError as error:
                self._invalid(f"[[{key}]] {number}", error)
        return found

    def _uses(self, at: str, items: Any) -> list[Use]:
        found = []
        for number, item in enumerate(items, start=1):
            where = f"[[{at}rule]] {number}"
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
        for name, count in Counter(p.name for p in policy.programmes).items():
            if count > 1:
                self._wrong("[[programme]]", validation.TWICE(), "", name)
        for programme in policy.programmes:
            sizes = programme.group
            if sizes and (
                sizes.min_mentees > sizes.max_mentees or sizes.min_mentors > sizes.max_mentors
            ):
                self._wrong(f"[[programme]] {programme.name} group", validation.SIZES_CROSS())
        self._consistent_book("", policy, "people", set(policy.programme))
        for kind in SCHOOL_KINDS:
            self._consistent_book(f"{kind}.", policy.book(kind), "schools", set())

    def _consistent_book(self, at: str, book: Rulebook, of: str, programmes: set[str]) -> None:
        tiers = {tier.name for tier in book.tiers}
        for name, count in Counter(tier.name for tier in book.tiers).items():
            if count > 1:
                self._wrong(f"[[{at}tier]]", validation.TWICE(), "", name)
        for number, use in enumerate(book.uses, start=1):
            where = f"[[{at}rule]] {number} {use.rule.name}"
            if use.rule.concerns not in {of, "both"}:
                self._wrong(where, validation.OF_OTHERS[of](), "", use.rule.name)
            if use.mood == "prefer" and use.tier not in tiers:
                self._wrong(where, validation.UNKNOWN_TIER(), ", ".join(sorted(tiers)), use.tier)
            for name in (*use.programmes, *use.outside):
                if name not in programmes:
                    known = ", ".join(sorted(programmes))
                    self._wrong(where, validation.UNKNOWN_PROGRAMME(), known, name)
