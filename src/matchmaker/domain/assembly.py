"""The rows of all tables put together: names become IDs, tables are held against each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from difflib import get_close_matches

from matchmaker.domain.decisions import Decision, DecisionKind, PastPair
from matchmaker.domain.mentoring import Mentee, Mentor, Team
from matchmaker.domain.partnerships import LinkState, SchoolLink, SchoolProfile
from matchmaker.domain.people import Person
from matchmaker.domain.records import Record, fold
from matchmaker.domain.references import Index
from matchmaker.domain.schools import Distance, School
from matchmaker.domain.tables import TABLES, About
from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import tables as say
from matchmaker.text import Text


class Assembly:
    """The work of :meth:`Municipality.build`: resolve, then check, then order."""

    def __init__(self, records: Iterable[Record], issues: Sequence[Issue]) -> None:
        self.rows: dict[type[Record], list[Record]] = defaultdict(list)
        for record in records:
            self.rows[type(record)].append(record)
        self.issues = list(issues)

    def put_together(self) -> None:
        """Resolve names and check everything.

        Raises
        ------
        InputError
            with every problem, if something is wrong.
        """
        self._name_people()
        self._resolve()
        self._find_duplicates()
        self._check_decisions()
        self._check_values()
        errors = [issue for issue in self.issues if issue.severity == "error"]
        if not self.rows.get(About) or errors:
            raise InputError(errors or self.issues)

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
            self.rows[Person][position] = person.with_facts(id=person.name)

    def _resolve(self) -> None:
        """Replace names by IDs in every column that refers to another table."""
        self.keys = {
            "school": Index(((s.id, s.name) for s in self.rows[School]), School.sheet),  # type: ignore[attr-defined]
            "person": Index(((p.id, p.name) for p in self.rows[Person]), Person.sheet),  # type: ignore[attr-defined]
        }
        for table in TABLES:
            references = {
                name: self.keys["school" if column.refers == "school" else "person"]
                for name, column in table.columns().items()
                if column.refers
            }
            for position, record in enumerate(self.rows.get(table, [])):
                changes = {}
                for field, index in references.items():
                    value = getattr(record, field)
                    if value is not None and not index.has(value):
                        changes[field] = self._known_all(record, field, index)
                if changes:
                    self.rows[table][position] = record.with_facts(**changes)
        self._check_roles()

    def _known_all(self, record: Record, field: str, index: Index) -> str | frozenset[str]:
        """The IDs that a cell names: one, or several."""
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

    def _known(self, record: Record, field: str, value: str, index: Index) -> str:
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
