"""Which tables a municipality has."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from matchmaker.domain.decisions import Decision, PastPair
from matchmaker.domain.mentoring import Assessment, Contest, Mentee, Mentor, Team, Vote
from matchmaker.domain.partnerships import SchoolLink, SchoolProfile
from matchmaker.domain.people import Person
from matchmaker.domain.records import Record, col
from matchmaker.domain.schools import Distance, School
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
