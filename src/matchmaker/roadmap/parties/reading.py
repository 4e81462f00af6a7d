"""Who is responsible: a cell of a plan taken apart into bodies, people, groups and roles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from matchmaker.domain.abbreviations import Abbreviation, PartyKind
from matchmaker.roadmap.parties.bodies import CLASSES
from matchmaker.roadmap.parties.names import Names
from matchmaker.roadmap.parties.persons import Named, persons
from matchmaker.roadmap.parties.posts import is_role, is_several, is_time

_SEPARATOR = re.compile(r"[,;/\n]")
_QUOTED = re.compile(r"«(?:[^«»]|«[^«»]*»)*»|\"[^\"]*\"")
"""Names: whom a school is called after is not responsible, and no comma divides it."""
_BRACKETS = re.compile(r"\([^()]*\)")
_AND = re.compile(r"\s+и\s+(?=\S)")
_EXPLAINED = re.compile(r"(?P<long>[^()]*[а-яё][^()]*)\((?P<short>[^()]+)\)")
_BODY_WORD = re.compile(
    r"(?:управлени|центр|отдел|комитет|департамент|министерств|администраци|служб|учреждени"
    r"|организаци|совет|институт|университет|колледж|техникум|школ|гимнази|лице|сад|библиотек"
    r"|объединени|комисси|ассоциаци|фонд|предприяти|вуз)",
    re.IGNORECASE,
)
_GROUP_WORD = re.compile(r"(?:групп|команд|совет\s+молод)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who is responsible.

    Attributes
    ----------
    name : the one name under which the party is known, whatever the spelling.
    written : the words of the text.
    post : of a person, «заместитель директора»; of a group, «методисты».
    group : the body or group that a person or a role belongs to.
    """

    kind: PartyKind
    name: str
    written: str
    post: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    """The parties of a text, and its words that name nobody: «постоянно»."""

    parties: tuple[Party, ...] = ()
    rest: tuple[str, ...] = ()


def parties(text: str, abbreviations: Sequence[Abbreviation] = ()) -> tuple[Party, ...]:
    """Who is responsible by these words, in their order."""
    return parse_parties(text, abbreviations).parties


def parse_parties(text: str, abbreviations: Sequence[Abbreviation] = ()) -> Parsed:
    """Take a cell of responsible parties apart; no letter of it is lost.

    Names are compared exactly, by the given abbreviations first and the built-in list after
    them: what only looks alike stays apart.
    """
    reading = _Reading(Names(abbreviations))
    for piece in _pieces(text):
        reading.take(piece)
    return reading.done()


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words between two separators, or one person.

    Attributes
    ----------
    opens : whether a part of the text begins here: at its start, after a semicolon.
    glued : whether a person follows without any separator.
    """

    words: str
    person: Named | None
    opens: bool
    glued: bool


def _pieces(text: str) -> Iterator[_Piece]:
    """The text cut at separators and around people, from left to right."""
    hidden = _QUOTED.sub(_blank, text)
    people = list(persons(hidden))
    hidden = _BRACKETS.sub(_blank, hidden)
    cuts = [
        (found.start(), found.end())
        for found in _SEPARATOR.finditer(hidden)
        if not any(named.start < found.start() < named.end for named in people)
    ]
    for named in people:
        cuts += [(named.start, named.start), (named.end, named.end)]
    at = {named.start: named for named in people}
    start, opens = 0, True
    for left, right in [*sorted(cuts), (len(text), len(text))]:
        words = text[start:left].strip()
        if words:
            yield _Piece(words, at.get(start), opens, left == right and left in at)
            opens = False
        opens = opens or text[left:right] in (";", "\n")
        start = right


def _blank(found: re.Match[str]) -> str:
    """Signs that mean nothing, as many as were found."""
    return "_" * len(found[0])


class _Reading:
    """The parties so far, and what the next words may belong to."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.found: list[Party] = []
        self.rest: list[str] = []
        self.group = ""
        """The body before a colon, to which those after it belong."""
        self.before = ""
        """Words written before the next party that are part of it."""
        self.post = ""
        """The post that stands before the next person."""
        self.posts_first = False
        """Whether posts stand before the names here: «методист Белкина Л.Н., директор …»."""

    def take(self, piece: _Piece) -> None:
        """Read the next piece."""
        if piece.opens:
            self.group, self.posts_first = "", False
        words = piece.words
        if piece.person is not None:
            self._person(words, piece.person.name)
            return
        head, colon, tail = words.partition(":")
        if colon and any(letter.isalnum() for letter in head):
            self._heading(head, words[: len(head) + 1])
            words = tail.strip()
        if not any(letter.isalnum() for letter in words):
            return
        if is_time(words) or words == "и":
            self.rest.append(words)
        elif piece.glued and is_role(words) and (self.posts_first or not self._waits()):
            self.posts_first = True
            self.before, self.post = f"{self.before} {words}".strip(), words.strip(" (")
        elif self._waits() and is_role(words) and words[0].islower() and not piece.opens:
            self._give_post(words)
        else:
            self._others(words)

    def done(self) -> Parsed:
        """What was found; words that waited in vain are not lost."""
        if self.before:
            self.rest.append(self.before)
        found = [
            party if party.group else replace(party, group=self.names.group_of(party.name))
            for party in self.found
        ]
        return Parsed(tuple(found), tuple(self.rest))

    def _heading(self, head: str, words: str) -> None:
        """What stands before a colon: a body whose people follow, or only a word."""
        known = self.names.exact(head)
        bodies = list(self.names.bodies(head))
        self.group = known.name if known else " ".join(head.split()) if bodies else ""
        self.before = f"{self.before} {words}".strip()

    def _waits(self) -> bool:
        """Whether the last party is a person without a post."""
        return (
            bool(self.found) and self.found[-1].kind is PartyKind.PERSON and not self.found[-1].post
        )

    def _add(self, kind: PartyKind, name: str, words: str, post: str = "", group: str = "") -> None:
        written = f"{self.before} {words}".strip()
        self.found.append(Party(kind, name, written, post, group or self.group))
        self.before = self.post = ""

    def _person(self, words: str, name: str) -> None:
        known = self.names.exact(name)
        post, group = self._post_and_group(self.post)
        self._add(PartyKind.PERSON, known.name if known else name, words, _small(post), group)

    def _give_post(self, words: str) -> None:
        """A post belongs to the person before it; in the plural to all who have none yet."""
        post, group = self._post_and_group(words)
        last = len(self.found) - 1
        self.found[last] = replace(self.found[last], written=f"{self.found[last].written}, {words}")
        for at in range(last, -1, -1):
            party = self.found[at]
            if party.kind is not PartyKind.PERSON or party.post:
                break
            self.found[at] = replace(party, post=post, group=party.group or group)
            if not is_several(words):
                break

    def _post_and_group(self, words: str) -> tuple[str, str]:
        """A post and the group it names at its end: «методист ОППМСиОО»."""
        bodies = list(self.names.bodies(words))
        if len(bodies) == 1 and bodies[0].end == len(words.rstrip(" .")):
            post = words[: bodies[0].start].strip()
            if not post.endswith(" по"):  # «по УВР» is a field of work
                return post, bodies[0].name
        return words, ""

    def _others(self, words: str) -> None:
        """Read what is no person: bodies, roles, groups."""
        explained = _EXPLAINED.fullmatch(words)
        if known := self.names.exact(words):
            self._add(known.kind, known.name, words)
        elif is_role(words):
            self._roles(words)
        elif explained and not list(self.names.bodies(explained["long"])):
            short = self.names.exact(explained["short"])
            self._add(PartyKind.BODY, short.name if short else explained["short"].strip(), words)
        elif not self._bodies(words):
            name = " ".join(words.split()).strip(" .")
            self._add(_kind_of(words), name, words)

    def _bodies(self, words: str) -> bool:
        """Every body of some words; what stands between them names nobody or a role."""
        bodies = list(self.names.bodies(words))
        at = 0
        for body in bodies:
            self._between(words[at : body.start])
            self._add(body.kind, body.name, words[body.start : body.end])
            at = body.end
        if bodies:
            self._between(words[at:])
        return bool(bodies)

    def _between(self, words: str) -> None:
        words = words.strip()
        if any(letter.isalnum() for letter in words):
            if is_role(words):
                self._roles(words)
            else:
                self.rest.append(words)

    def _roles(self, words: str) -> None:
        """A role; «и» before a body or another role begins the next party."""
        for found in _AND.finditer(words):
            after = words[found.end() :]
            body = next(self.names.bodies(after), None)
            if is_role(after) or (body is not None and body.start == 0):
                self._role(words[: found.start()])
                self.rest.append("и")
                self._others(after)
                return
        self._role(words)

    def _role(self, words: str) -> None:
        """A post without a name: a role, or the group of all who hold it in one body."""
        name, at = "", 0
        for body in self.names.bodies(words):
            name += words[at : body.start] + body.name
            at = body.end
        name = " ".join((name + words[at:]).split()).strip(" .")
        post, group = self._post_and_group(words)
        several = is_several(words) and bool(group) and group not in CLASSES
        kind = PartyKind.GROUP if several else PartyKind.ROLE
        self._add(kind, _small(name), words, _small(post) if several else "", group)


def _kind_of(words: str) -> PartyKind:
    """What words that no list knows may be: a group, a body, else a role."""
    if _GROUP_WORD.search(words):
        return PartyKind.GROUP
    return PartyKind.BODY if _BODY_WORD.search(words) else PartyKind.ROLE


def _small(words: str) -> str:
    """A role as it stands inside a sentence."""
    return words[:1].lower() + words[1:]
