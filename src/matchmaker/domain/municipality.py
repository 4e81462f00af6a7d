"""The whole: every table of a municipality, checked against each other, immutable."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from typing import Annotated, Any, ClassVar, Self

from matchmaker.domain.decisions import Decision, DecisionKind, PastPair
from matchmaker.domain.mentoring import Assessment, Contest, Mentee, Mentor, Team, Vote
from matchmaker.domain.partnerships import LinkState, SchoolLink, SchoolProfile
from matchmaker.domain.people import Person
from matchmaker.domain.records import Record, col, fold
from matchmaker.domain.schools import Distance, School
from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import tables as say
from matchmaker.text import Text


class About(Record):
    """Of what municipality and of what day the tables speak."""

    sheet: ClassVar[Text] = Text("Сведения", "About")

    name: Annotated[str, col("Муниципалитет", "Municipality")]
    reference_date: Annotated[
        date,
        col(
            "Отчётная дата",
            "Reference date",
            note=(
                "На эту дату считаются возраст и стаж",
                "Age and experience are counted on this day",
            ),
        ),
    ]
    fictional: Annotated[bool | None, col("Вымышленные данные", "Fictional data")] = None


TABLES: tuple[type[Record], ...] = (
    About,
    School,
    Person,
    Mentor,
    Mentee,
    Assessment,
    Decision,
    PastPair,
    Contest,
    Distance,
    Vote,
    Team,
    SchoolProfile,
    SchoolLink,
)
"""Every table, in the order of the sheets of the workbook."""


class Municipality(Record):
    """All tables of one municipality.

    Build it with :meth:`build`, which resolves names to IDs, checks the tables against
    each other and reports all problems at once. Records stand in a canonical order
    (by their keys), so the order of rows in the files does not matter.
    """

    sheet: ClassVar[Text] = Text("Муниципалитет", "Municipality")

    about: About
    schools: tuple[School, ...] = ()
    people: tuple[Person, ...] = ()
    mentors: tuple[Mentor, ...] = ()
    mentees: tuple[Mentee, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    decisions: tuple[Decision, ...] = ()
    past_pairs: tuple[PastPair, ...] = ()
    contests: tuple[Contest, ...] = ()
    distances: tuple[Distance, ...] = ()
    votes: tuple[Vote, ...] = ()
    teams: tuple[Team, ...] = ()
    profiles: tuple[SchoolProfile, ...] = ()
    links: tuple[SchoolLink, ...] = ()
    warnings: tuple[Issue, ...] = ()

    @classmethod
    def build(cls, records: Iterable[Record], issues: Sequence[Issue] = ()) -> Self:
        """Make a municipality of the rows of all its tables.

        Parameters
        ----------
        records : rows of any tables, in any order; exactly one :class:`About`.
        issues : problems already found while reading; reported with the new ones.

        Raises
        ------
        InputError
            with every problem: unknown references, duplicates, contradictions.
        """
        return cls(**_Assembly(records, issues).fields())

    def _facts(self) -> dict[str, Any]:
        """What makes two municipalities equal; warnings only say where the rows stood."""
        return {name: value for name, value in super()._facts().items() if name != "warnings"}

    @classmethod
    def fields_of(cls) -> dict[type[Record], str]:
        """Which field holds the rows of which table."""
        return {
            School: "schools",
            Person: "people",
            Mentor: "mentors",
            Mentee: "mentees",
            Assessment: "assessments",
            Decision: "decisions",
            PastPair: "past_pairs",
            Contest: "contests",
            Distance: "distances",
            Vote: "votes",
            Team: "teams",
            SchoolProfile: "profiles",
            SchoolLink: "links",
        }

    def rows(self, table: type[Record]) -> tuple[Record, ...]:
        """The rows of one table."""
        if table is About:
            return (self.about,)
        return tuple(getattr(self, self.fields_of()[table]))

    @cached_property
    def school(self) -> dict[str, School]:
        """Organisations by ID."""
        return {school.id: school for school in self.schools}

    @cached_property
    def profile(self) -> dict[str, SchoolProfile]:
        """The profile of every organisation by its ID; an empty one where none is written."""
        written = {profile.school: profile for profile in self.profiles}
        return {key: written.get(key) or SchoolProfile(school=key) for key in self.school}

    @cached_property
    def person(self) -> dict[str, Person]:
        """People by ID."""
        return {person.id: person for person in self.people}

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of all facts, whatever the order of the rows or the kind of file."""
        facts = {table.__name__: [row.plain() for row in self.rows(table)] for table in TABLES}
        text = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    @property
    def reference_date(self) -> date:
        """The day on which age and experience are counted."""
        return self.about.reference_date

    def find_person(self, words: str) -> Person | None:
        """The person with this ID or, if it is unique, this full name."""
        if words in self.person:
            return self.person[words]
        named = [person for person in self.people if fold(person.name) == fold(words)]
        return named[0] if len(named) == 1 else None


class _Assembly:
    """The work of :meth:`Municipality.build`: resolve, then check, then order."""

    def __init__(self, records: Iterable[Record], issues: Sequence[Issue]) -> None:
        self.rows: dict[type[Record], list[Record]] = defaultdict(list)
        for record in records:
            self.rows[type(record)].append(record)
        self.issues = list(issues)

    def fields(self) -> dict[str, Any]:
        """What a municipality is made of, once nothing is wrong with it."""
        self._name_people()
        self._resolve()
        self._find_duplicates()
        self._check_decisions()
        self._check_values()
        errors = [issue for issue in self.issues if issue.severity == "error"]
        abouts = self.rows.get(About, [])
        if not abouts or errors:
            raise InputError(errors or self.issues)
        tables = {
            field: tuple(sorted(self.rows.get(table, []), key=_order))
            for table, field in Municipality.fields_of().items()
        }
        return {"about": abouts[0], "warnings": tuple(self.issues), **tables}

    def _wrong(
        self, record: Record, field: str, wrong: str, right: str = "", value: object = ""
    ) -> None:
        self.issues.append(Issue(record.at(field), wrong, right, str(value)))

    def _name_people(self) -> None:
        """A person without an ID is known by the name; namesakes need IDs."""
        people: list[Person] = self.rows[Person]  # type: ignore[assignment]
        bare = Counter(fold(person.name) for person in people if not person.id)
        for position, person in enumerate(people):
            if person.id:
                continue
            if bare[fold(person.name)] > 1:
                self._wrong(
                    person,
                    "name",
                    say.NAMESAKES(n=bare[fold(person.name)]),
                    say.GIVE_IDS(),
                    person.name,
                )
            self.rows[Person][position] = person.model_copy(update={"id": person.name})

    def _resolve(self) -> None:
        """Replace names by IDs in every column that refers to another table."""
        self.keys = {
            "school": _Index(((s.id, s.name) for s in self.rows[School]), School.sheet),  # type: ignore[attr-defined]
            "person": _Index(((p.id, p.name) for p in self.rows[Person]), Person.sheet),  # type: ignore[attr-defined]
        }
        for table in TABLES:
            references = {n: c.refers for n, c in table.columns().items() if c.refers}
            for position, record in enumerate(self.rows.get(table, [])):
                changes = {
                    field: self._known_all(record, field, target)
                    for field, target in references.items()
                    if getattr(record, field) is not None
                }
                if changes:
                    self.rows[table][position] = record.model_copy(update=changes)
        self._check_roles()

    def _known_all(self, record: Record, field: str, target: str) -> str | frozenset[str]:
        """The IDs that a cell names: one, or several."""
        index = self.keys["school" if target == "school" else "person"]
        value: str | frozenset[str] = getattr(record, field)
        if isinstance(value, str):
            return self._known(record, field, value, index)
        return frozenset(self._known(record, field, one, index) for one in sorted(value))

    def _check_roles(self) -> None:
        """A mentor named anywhere must be on the mentors' sheet, a mentee on the mentees'."""
        roles: dict[str, tuple[set[str], Text]] = {
            "mentor": ({m.person for m in self.rows[Mentor]}, Mentor.sheet),  # type: ignore[attr-defined]
            "mentee": ({m.person for m in self.rows[Mentee]}, Mentee.sheet),  # type: ignore[attr-defined]
        }
        for table in TABLES:
            for field, column in table.columns().items():
                if column.refers not in roles:
                    continue
                known, sheet = roles[column.refers]
                for record in self.rows.get(table, []):
                    value = getattr(record, field)
                    if value not in known and value in self.keys["person"].ids:
                        self._wrong(
                            record,
                            field,
                            say.NOT_A_MENTOR(sheet=sheet),
                            say.ADD_ROW(sheet=sheet),
                            value,
                        )

    def _known(self, record: Record, field: str, value: str, index: _Index) -> str:
        found = index.find(value)
        if len(found) == 1:
            return found[0]
        if found:
            self._wrong(record, field, say.NAMESAKES(n=len(found)), say.GIVE_ID(), value)
        else:
            unknown = say.UNKNOWN_SCHOOL if index.sheet is School.sheet else say.UNKNOWN_PERSON
            guess = index.guess(value)
            mend = say.PERHAPS(guess=guess) if guess else say.ADD_ROW(sheet=index.sheet)
            self._wrong(record, field, unknown(sheet=index.sheet), mend, value)
        return value

    def _find_duplicates(self) -> None:
        keyed: list[tuple[type[Record], str, Text, tuple[str, ...]]] = [
            (School, "id", say.DUPLICATE_SCHOOL, ("id",)),
            (Person, "id", say.DUPLICATE_PERSON, ("id",)),
            (Mentor, "person", say.DUPLICATE_MENTOR, ("person",)),
            (Mentee, "person", say.DUPLICATE_MENTEE, ("person", "programme")),
            (SchoolProfile, "school", say.DUPLICATE_PROFILE, ("school",)),
        ]
        for table, field, text, key in keyed:
            first: dict[tuple[object, ...], Record] = {}
            for record in self.rows.get(table, []):
                value = tuple(getattr(record, name) for name in key)
                if value in first:
                    self._wrong(
                        record, field, text(), say.FIRST_AT(row=first[value].source.row), value[0]
                    )
                first.setdefault(value, record)

    def _check_decisions(self) -> None:
        day = self._day()
        if day is None:
            return
        decisions = [
            d
            for d in self.rows.get(Decision, [])
            if isinstance(d, Decision) and (d.until is None or d.until >= day)
        ]
        banned = {(d.mentor, d.mentee): d for d in decisions if d.kind is DecisionKind.FORBID}
        pins: dict[str, list[Decision]] = defaultdict(list)
        for decision in decisions:
            if decision.kind is not DecisionKind.PIN:
                continue
            pins[decision.mentor].append(decision)
            ban = banned.get((decision.mentor, decision.mentee))
            if ban is not None:
                self._warn(
                    decision, "kind", say.PIN_AGAINST_BAN(), say.PIN_BAN_MEND(row=ban.source.row)
                )
            if decision.mentor == decision.mentee:
                self._wrong(decision, "mentee", say.OWN_MENTOR())
        places = {m.person: m.places for m in self.rows.get(Mentor, [])}  # type: ignore[attr-defined]
        for mentor, pinned in sorted(pins.items()):
            limit = places.get(mentor)
            count = len({d.mentee for d in pinned})
            if limit is not None and count > limit:
                self._warn(
                    pinned[-1],
                    "mentor",
                    say.PINS_OVER_PLACES(pins=count, places=limit),
                    say.PINS_OVER_MEND(),
                )

    def _warn(self, record: Record, field: str, wrong: str, right: str) -> None:
        self.issues.append(Issue(record.at(field), wrong, right, severity="warning"))

    def _check_values(self) -> None:
        for distance in self.rows.get(Distance, []):
            if distance.start == distance.end:  # type: ignore[attr-defined]
                self._wrong(distance, "end", say.SAME_SCHOOL_DISTANCE())
            if distance.minutes is None and distance.kilometres is None:  # type: ignore[attr-defined]
                self._wrong(distance, "minutes", say.NEEDS_DISTANCE())
        spans: list[tuple[type[Record], str, str]] = [
            (School, "agreement_from", "agreement_to"),
            (PastPair, "started", "ended"),
            (SchoolLink, "starts", "ends"),
        ]
        for table, start, end in spans:
            for record in self.rows.get(table, []):
                first, last = getattr(record, start), getattr(record, end)
                if first and last and last < first:
                    self._wrong(record, end, say.DATES_SWAPPED(), say.SWAP_MEND(), last)
        self._check_links()
        self._check_teams()
        self._check_minors()
        self._check_topics()
        for table, message in ((Mentee, say.NO_MENTEES), (Mentor, say.NO_MENTORS)):
            if not self.rows.get(table):
                self.issues.append(Issue(Place(sheet=table.sheet()), message()))

    def _check_links(self) -> None:
        day = self._day()
        links = [link for link in self.rows.get(SchoolLink, []) if isinstance(link, SchoolLink)]
        bans = {link.parties: link for link in links if link.state is LinkState.FORBID}
        for link in links:
            if link.helping == link.helped:
                self._wrong(link, "helped", say.OWN_PARTNER(), say.OWN_PARTNER_MEND(), link.helped)
            ban = bans.get(link.parties)
            if link.state is LinkState.PIN and ban is not None:
                mend = say.PIN_BAN_MEND(row=ban.source.row)
                self._warn(link, "state", say.LINK_PIN_AGAINST_BAN(), mend)
            if link.state is LinkState.IN_FORCE and day and link.ends and link.ends < day:
                self._warn(link, "ends", say.LINK_OVER(), say.LINK_OVER_MEND())

    def _day(self) -> date | None:
        """The reference date, if the tables state one."""
        return next((row.reference_date for row in self.rows.get(About, [])), None)  # type: ignore[attr-defined]

    def _check_topics(self) -> None:
        """A topic that one school alone writes almost as others do is perhaps a slip."""
        profiles = [
            row for row in self.rows.get(SchoolProfile, []) if isinstance(row, SchoolProfile)
        ]
        for fields in (("risk_profile", "strengths"), ("weak_subjects", "strong_subjects")):
            cells = [
                (row, field, word)
                for row in profiles
                for field in fields
                for word in sorted(getattr(row, field))
            ]
            count = Counter(fold(word) for _, _, word in cells)
            common = [word for word, times in count.items() if times > 1]
            for row, field, word in cells:
                close = get_close_matches(fold(word), common, n=1, cutoff=0.8)
                if count[fold(word)] == 1 and close:
                    self._warn(row, field, say.ONE_OFF(word=word), say.PERHAPS(guess=close[0]))

    def _check_minors(self) -> None:
        """Someone under 18 is known in all outputs by the ID alone, so there must be one."""
        day = self._day()
        minors = {
            p.id
            for p in self.rows.get(Person, [])
            if isinstance(p, Person) and day and p.minor_on(day) and p.id == p.name
        }
        for table in (Mentor, Mentee):
            for row in self.rows.get(table, []):
                if row.person in minors:  # type: ignore[attr-defined]
                    self._wrong(row, "person", say.UNDER_AGE(), say.UNDER_AGE_MEND())

    def _check_teams(self) -> None:
        sizes = Counter(team.team for team in self.rows.get(Team, []))  # type: ignore[attr-defined]
        for team in self.rows.get(Team, []):
            if sizes[team.team] == 1:  # type: ignore[attr-defined]
                self._wrong(team, "team", say.TEAM_OF_ONE(), say.TEAM_MEND(), team.team)  # type: ignore[attr-defined]


def _order(row: Record) -> tuple[str, ...]:
    return tuple(
        ""
        if value is None
        else ",".join(sorted(value))
        if isinstance(value, frozenset)
        else str(value)
        for name in row.columns()
        for value in [getattr(row, name)]
    )


class _Index:
    """Finds an ID by itself or by the name that goes with it."""

    def __init__(self, pairs: Iterable[tuple[str, str]], sheet: Text) -> None:
        self.sheet = sheet
        self.ids: set[str] = set()
        self.named: dict[str, list[str]] = defaultdict(list)
        for key, name in pairs:
            self.ids.add(key)
            if key not in self.named[fold(name)]:
                self.named[fold(name)].append(key)

    def find(self, value: str) -> list[str]:
        return [value] if value in self.ids else self.named.get(fold(value), [])

    def guess(self, value: str) -> str | None:
        close = get_close_matches(fold(value), list(self.named), n=1, cutoff=0.75)
        return self.named[close[0]][0] if close else None
