"""Lists of participants: a council, entrants of a contest, students of a college."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from matchmaker.domain.people import Person
from matchmaker.domain.records import Record, col, fold
from matchmaker.domain.schools import School
from matchmaker.errors import Issue
from matchmaker.messages import roadmap_tables as say
from matchmaker.text import Text


class ListMember(Record):
    """A member of a list of participants, or so many whom nobody names."""

    sheet: ClassVar[Text] = Text("Списки участников", "Participant lists")

    name: Annotated[
        str,
        col(
            "Список",
            "List",
            "Название списка",
            note=(
                "Как в столбце «Участники»: «Совет молодых педагогов»; по строке на участника",
                "As in column “Participants”; one row per member",
            ),
        ),
    ]
    member: Annotated[
        str | None,
        col("Участник", "Member", "ФИО", note=("ID или ФИО", "ID or full name")),
    ] = None
    school: Annotated[
        str | None,
        col(
            "Организация",
            "Organisation",
            "ОО",
            note=(
                "Чей это участник; нужна, если в таблицах есть тёзки",
                "Where the member is from; needed where people share a name",
            ),
            refers="school",
        ),
    ] = None
    count: Annotated[
        Annotated[int, Field(ge=1)] | None,
        col(
            "Число",
            "Number",
            "Количество",
            note=("Вместо имени: сколько человек без имён", "Instead of a name: so many people"),
        ),
    ] = None


class Directory:
    """People and organisations of the municipality's own tables, by what rows may call them."""

    def __init__(self, people: Iterable[Person], schools: Iterable[School]) -> None:
        self._schools = {fold(word): one.id for one in schools for word in (one.name, one.id)}
        self._by_id: dict[str, Person] = {}
        self._named: dict[str, list[Person]] = defaultdict(list)
        for person in people:
            self._by_id[id_of(person)] = person
            self._named[fold(person.name)].append(person)

    def school(self, words: str) -> str | None:
        """The ID of an organisation; as it stands where the tables have none at all."""
        return self._schools.get(fold(words)) if self._schools else words

    def people(self, row: ListMember) -> list[Person]:
        """Everybody whom a row may mean: by ID, else by name, of its organisation if stated."""
        if row.member is None:
            return []
        if row.member in self._by_id:
            return [self._by_id[row.member]]
        named = self._named.get(fold(row.member), [])
        if row.school is None:
            return named
        own = self.school(row.school)
        return [person for person in named if self.school(person.school) == own]


def id_of(person: Person) -> str:
    """The ID of a person; the name where no ID is needed."""
    return person.id or person.name


def problems(rows: Iterable[ListMember], directory: Directory) -> Iterator[Issue]:
    """Rows that name nobody, somebody twice, or an unknown organisation."""
    first: dict[tuple[str, ...], ListMember] = {}
    for row in rows:
        if row.school is not None and directory.school(row.school) is None:
            mend = say.UNKNOWN_SCHOOL_MEND(sheet=School.sheet())
            wrong = say.UNKNOWN_SCHOOL(sheet=School.sheet())
            yield Issue(row.at("school"), wrong, mend, row.school)
        if row.member is None:
            if row.count is None:
                yield Issue(row.at("member"), say.NO_MEMBER(), say.NO_MEMBER_MEND(), row.name)
            continue
        if row.count is not None:
            yield Issue(row.at("count"), say.COUNTED(), say.NO_MEMBER_MEND(), str(row.count))
        found = directory.people(row)
        if len(found) > 1:
            yield Issue(row.at("member"), say.NAMESAKES(n=len(found)), say.GIVE_ID(), row.member)
            continue
        own = (id_of(found[0]),) if found else (fold(row.member), fold(row.school or ""))
        known = first.setdefault((fold(row.name), *own), row)
        if known is not row:
            mend = say.FIRST_AT(row=known.source.row)
            yield Issue(row.at("member"), say.DUPLICATE_MEMBER(), mend, row.member)
