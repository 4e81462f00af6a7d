"""Topics of mentoring: what a mentee asks for and a mentor is good at."""

from __future__ import annotations

from operator import attrgetter
from typing import Annotated

from pydantic import Field

from matchmaker.domain.records import Choice, Record, col


class Topic(Choice):
    """A domain of professional requests (the default taxonomy of regional monitoring)."""

    SUBJECT = "subject", "предметный", "subject knowledge"
    METHODICAL = "methodical", "методический", "teaching methods"
    PSYCH_PED = "psych_ped", "психолого-педагогический", "psychology and pedagogy"
    COMMUNICATIVE = "communicative", "коммуникативный", "communication"
    LEGAL = "legal", "нормативный", "law and rules"
    ICT = "ict", "ИКТ", "ICT"
    INCLUSION = "inclusion", "ОВЗ и инклюзия", "inclusion"
    GIFTED = "gifted", "одарённые дети", "gifted pupils"
    CLASS_MANAGEMENT = "class_management", "классное руководство", "class management"
    PARENTS = "parents", "работа с родителями", "work with parents"
    ASSESSMENT = "assessment", "оценивание и ФГОС", "assessment and standards"


_levels = attrgetter(*(topic.value for topic in Topic))

Level = Annotated[int, Field(ge=0, le=3)]


class TopicLevels(Record):
    """A level from 0 to 3 for each topic; an empty cell means «not known»."""

    subject: Annotated[Level | None, col("Предметный", "Subject knowledge")] = None
    methodical: Annotated[Level | None, col("Методический", "Teaching methods")] = None
    psych_ped: Annotated[
        Level | None, col("Психолого-педагогический", "Psychology and pedagogy")
    ] = None
    communicative: Annotated[Level | None, col("Коммуникативный", "Communication")] = None
    legal: Annotated[Level | None, col("Нормативный", "Law and rules", "Нормативно-правовой")] = (
        None
    )
    ict: Annotated[Level | None, col("ИКТ", "ICT")] = None
    inclusion: Annotated[Level | None, col("ОВЗ и инклюзия", "Inclusion", "ОВЗ")] = None
    gifted: Annotated[Level | None, col("Одарённые дети", "Gifted pupils")] = None
    class_management: Annotated[
        Level | None, col("Классное руководство (навык)", "Class management (skill)")
    ] = None
    parents: Annotated[Level | None, col("Работа с родителями", "Work with parents")] = None
    assessment: Annotated[Level | None, col("Оценивание и ФГОС", "Assessment and standards")] = None

    @property
    def levels(self) -> tuple[int, ...]:
        """Levels in the order of :class:`Topic`; what is not known counts as 0."""
        return tuple([level or 0 for level in _levels(self)])
