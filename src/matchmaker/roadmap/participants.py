"""Who takes part in an event: people of lists, by the names of lists, and kinds, by words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from matchmaker.domain.abbreviations import Abbreviation
from matchmaker.domain.events import Event
from matchmaker.domain.participants import Directory, ListMember, id_of
from matchmaker.domain.records import fold
from matchmaker.domain.roadmap import Roadmap
from matchmaker.roadmap.kinds import absent, atoms, contexts_in, kinds_in, meet
from matchmaker.roadmap.parties.persons import one_form


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a list.

    Attributes
    ----------
    key : ID in the municipality's tables, else the name; ``known`` says which.
    name : in the one form in which plans name people.
    """

    key: str
    name: str
    known: bool


@dataclass(frozen=True, slots=True)
class ParticipantList:
    """A list of participants.

    Attributes
    ----------
    unnamed : how many there are besides the members.
    kinds : the kinds of people that its name names: «Совет молодых педагогов» is a council.
    spellings : its names, folded.
    """

    name: str
    members: frozenset[Member]
    unnamed: int
    kinds: frozenset[str]
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Participants:
    """Who takes part in an event; ``supposed`` if only the words suggest it.

    Attributes
    ----------
    kinds : those that are wanted besides the people of the lists.
    contexts : flags of the schools whose people come, if words narrow it to such schools.
    """

    lists: tuple[ParticipantList, ...] = ()
    kinds: frozenset[str] = frozenset()
    supposed: bool = True
    contexts: frozenset[str] = frozenset()

    @property
    def members(self) -> frozenset[Member]:
        """Everybody of its lists by name."""
        return frozenset().union(*(one.members for one in self.lists))

    @property
    def known(self) -> frozenset[str]:
        """The IDs of those members whom the municipality's tables have."""
        return frozenset(one.key for one in self.members if one.known)

    @property
    def listed(self) -> int:
        """How many people its lists have together; each counts once."""
        return len({one.key for one in self.members}) + sum(one.unnamed for one in self.lists)

    def lists_of(self, names: Collection[str]) -> set[str]:
        """The lists on which some of these people are."""
        return {one.name for one in self.lists if any(m.name in names for m in one.members)}

    def count(self, invited: Iterable[str]) -> int:
        """How many take part with those invited, by ID: each counts once."""
        return self.listed + len(set(invited) - self.known)

    def meets(self, other: Participants) -> bool:
        """Whether somebody is surely wanted at both."""
        return bool(
            meet(self.kinds, other.kinds)
            or set(self.lists) & set(other.lists)
            or {one.key for one in self.members} & {one.key for one in other.members}
            or any(wants(self.kinds, one) for one in other.lists)
            or any(wants(other.kinds, one) for one in self.lists)
        )


def wants(kinds: frozenset[str], one: ParticipantList) -> bool:
    """Whether whoever wants these kinds wants a list: all young teachers, and their council."""
    return bool(atoms(kinds) & one.kinds)


def lists_of(roadmap: Roadmap) -> tuple[ParticipantList, ...]:
    """The lists of a roadmap in the order of the table."""
    directory = Directory(roadmap.people, roadmap.schools)
    same_form: dict[str, set[str]] = defaultdict(set)
    for person in roadmap.people:
        same_form[one_form(person.name)].add(id_of(person))
    rows: dict[str, list[ListMember]] = defaultdict(list)
    for row in roadmap.lists:
        rows[fold(row.name)].append(row)
    return tuple(
        ParticipantList(
            name=own[0].name,
            members=frozenset(_member(row, directory, same_form) for row in own if row.member),
            unnamed=sum(row.count or 0 for row in own if not row.member),
            kinds=kinds_in(own[0].name),
            spellings=_spellings(own[0].name, roadmap.abbreviations),
        )
        for own in rows.values()
    )


def _member(row: ListMember, directory: Directory, same_form: dict[str, set[str]]) -> Member:
    found = directory.people(row)
    if found:
        return Member(id_of(found[0]), one_form(found[0].name), known=True)
    name = one_form(row.member or "")
    alike = same_form.get(name, set())
    if len(alike) == 1 and row.member == name:  # «Белкина Л.Н.», and there is only one
        return Member(next(iter(alike)), name, known=True)
    return Member(name, name, known=False)


def _spellings(name: str, abbreviations: Iterable[Abbreviation]) -> tuple[str, ...]:
    """All that a list is called, by the sheet of abbreviations."""
    found = {fold(name)}
    for one in abbreviations:
        if fold(name) in {fold(one.name), fold(one.same_as or "")}:
            found |= {fold(word) for word in (one.name, one.same_as, one.meaning) if word}
    return tuple(sorted(found))


def participants_of(event: Event, lists: Sequence[ParticipantList] = ()) -> Participants:
    """Who takes part in an event.

    The row's own words come first, then what is supposed beside it, then its title and
    result: the first that names somebody decides which kinds are wanted. Lists are looked for
    in both cells of participants, and their names are taken out before kinds are.
    """
    lists_found: dict[ParticipantList, None] = {}
    decided: tuple[frozenset[str], bool] | None = None
    for cell, supposed in ((event.participants, False), (event.supposed_participants, True)):
        if cell and absent(cell):
            decided = decided or (frozenset(), supposed)
            break
        named, rest = _taken_out(cell or "", lists)
        lists_found |= dict.fromkeys(named)
        kinds = kinds_in(rest)
        if decided is None and (named or kinds):
            decided = kinds, supposed
    else:
        if decided is None:
            decided = _by_title(event)
    words = "; ".join(filter(None, (event.participants, event.supposed_participants)))
    found = tuple(one for one in lists if one in lists_found)
    return Participants(found, *decided, contexts_in(words))


def _by_title(event: Event) -> tuple[frozenset[str], bool]:
    for words in (event.title, event.result or ""):
        if absent(words):
            break
        if kinds := kinds_in(words):
            return kinds, True
    return frozenset(), True


def _taken_out(cell: str, lists: Sequence[ParticipantList]) -> tuple[list[ParticipantList], str]:
    """The lists that a cell names as whole words, longer names first, and what else it says."""
    words, found = fold(cell), []
    names = [(name, one) for one in lists for name in one.spellings]
    for name, one in sorted(names, key=lambda named: (-len(named[0]), named[0])):
        words, count = re.subn(rf"(?<!\w){re.escape(name)}(?!\w)", " ", words)
        if count:
            found.append(one)
    return found, words
