"""People: teachers, heads, students, staff of outside organisations."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from matchmaker.domain.records import Choice, Record, col, fold
from matchmaker.text import Text

Months = Annotated[int, Field(ge=0, le=840)]


class Status(Choice):
    """Whether a person is at work. No cause is asked for or kept."""

    WORKING = "working", "работает", "at work"
    ABSENT = "absent", "временно отсутствует", "absent for a time"
    LEAVING = "leaving", "увольняется", "leaving"


class Category(Choice):
    """Qualification category (приказ Минпросвещения № 196 of 24.03.2023)."""

    NONE = "none", "без категории", "none"
    FIT = "fit", "соответствие занимаемой должности", "fit for the post"
    FIRST = "first", "первая", "first"
    HIGHEST = "highest", "высшая", "highest"
    MENTOR = "mentor", "педагог-наставник", "teacher-mentor"
    METHODIST = "methodist", "педагог-методист", "teacher-methodist"

    @property
    def rank(self) -> int:
        """0 without a category, 1 fit, 2 first, 3 highest, 4 the two new ones."""
        return {"none": 0, "fit": 1, "first": 2, "highest": 3}.get(self.value, 4)


class SchoolLevel(Choice):
    """Level of education (ступень)."""

    PRESCHOOL = "preschool", "ДО", "pre-school"
    PRIMARY = "primary", "НОО", "primary"
    LOWER = "lower", "ООО", "lower secondary"
    UPPER = "upper", "СОО", "upper secondary"
    EXTRA = "extra", "ДОП", "extra-curricular"


class Leads(Choice):
    """Whether a person leads the organisation; read from the post."""

    NOT = "not", "нет", "no"
    DEPUTY = "deputy", "заместитель", "deputy"
    HEAD = "head", "руководитель", "head"


class Person(Record):
    """A person of the municipality or of an outside organisation."""

    sheet: ClassVar[Text] = Text("Педагоги", "Teachers")

    id: Annotated[
        str,
        col(
            "ID",
            "ID",
            "Табельный №",
            "Табельный номер",
            "ID педагога",
            note=(
                "Можно не заполнять, если полных тёзок нет",
                "May be empty if no two people share a name",
            ),
        ),
    ] = ""
    name: Annotated[
        str,
        Field(min_length=2),
        col("ФИО", "Full name", "Ф.И.О.", "ФИО педагога", "Фамилия Имя Отчество"),
    ]
    school: Annotated[
        str,
        col(
            "Организация",
            "Organisation",
            "ОО",
            "ОУ",
            "Школа",
            "Место работы",
            "ID организации",
            refers="school",
        ),
    ]
    position: Annotated[str, col("Должность", "Post")] = "учитель"
    subjects: Annotated[
        frozenset[str],
        col(
            "Предметы",
            "Subjects",
            "Предмет",
            "Преподаваемый предмет",
            "Дисциплина",
            note=(
                "Через запятую; у воспитателя, логопеда, психолога пусто",
                "Separated by commas; empty where the post has none",
            ),
        ),
    ] = frozenset()
    direction: Annotated[
        str | None,
        col(
            "Направление",
            "Direction",
            "Направленность",
            note=(
                "Для дополнительного образования и специалистов",
                "For extra-curricular staff and specialists",
            ),
        ),
    ] = None
    levels: Annotated[
        frozenset[SchoolLevel], col("Уровень образования", "Level of education", "Ступень")
    ] = frozenset()
    category: Annotated[
        Category | None, col("Категория", "Category", "Квалификационная категория", "КК")
    ] = None
    born: Annotated[date | None, col("Дата рождения", "Date of birth")] = None
    age: Annotated[
        Annotated[int, Field(ge=14, le=99)] | None,
        col(
            "Возраст",
            "Age",
            "Возраст (полных лет)",
            note=(
                "Полных лет на отчётную дату; не нужен, если есть дата рождения",
                "Full years on the reference date; not needed with a date of birth",
            ),
        ),
    ] = None
    experience: Annotated[
        Months | None,
        col("Общий стаж, мес.", "Total experience, months", "Общий стаж", unit="months"),
    ] = None
    experience_teaching: Annotated[
        Months | None,
        col(
            "Педагогический стаж, мес.",
            "Teaching experience, months",
            "Пед. стаж",
            "Педстаж",
            "Стаж",
            "Стаж, мес.",
            unit="months",
            note=("Месяцев; понимается и «2 г. 3 мес.»", "Months"),
        ),
    ] = None
    experience_school: Annotated[
        Months | None,
        col(
            "Стаж в организации, мес.", "Experience here, months", "Стаж в данной ОО", unit="months"
        ),
    ] = None
    experience_post: Annotated[
        Months | None,
        col(
            "Стаж в должности, мес.",
            "Experience in the post, months",
            "Стаж в должности",
            unit="months",
        ),
    ] = None
    load_hours: Annotated[
        Annotated[float, Field(ge=0, le=60)] | None,
        col(
            "Нагрузка, ч в неделю",
            "Load, hours a week",
            "Учебная нагрузка, ч/нед",
            "Нагрузка",
            unit="hours",
        ),
    ] = None
    shifts: Annotated[frozenset[str], col("Смена", "Shift", "Смены")] = frozenset()
    methodical_day: Annotated[str | None, col("Методический день", "Methodical day")] = None
    class_teacher: Annotated[
        bool | None, col("Классный руководитель", "Class teacher", "Кл. рук.")
    ] = None
    status: Annotated[Status, col("Статус", "Status")] = Status.WORKING
    absent_until: Annotated[date | None, col("Отсутствует до", "Absent until")] = None
    attests: Annotated[
        frozenset[str],
        col(
            "Эксперт аттестации для",
            "Attestation expert for",
            refers="school",
            note=(
                "ID организаций, педагогов которых оценивает",
                "IDs of the organisations whose staff this person attests",
            ),
        ),
    ] = frozenset()
    other_support: Annotated[
        bool | None,
        col(
            "Иная форма поддержки",
            "Other form of support",
            note=(
                "да, если уже охвачен другой формой поддержки",
                "yes, if served in another way already",
            ),
        ),
    ] = None
    pd_consent: Annotated[
        bool | None, col("Согласие на обработку ПД", "Consent to process personal data")
    ] = None
    publish_consent: Annotated[
        bool | None, col("Согласие на распространение ПД", "Consent to publish personal data")
    ] = None

    @property
    def leads(self) -> Leads:
        """Head, deputy or neither, as the post says."""
        post = fold(self.position)
        if "заместител" in post or post.startswith(("зам ", "зам.", "завуч")):
            return Leads.DEPUTY
        if post.startswith(("директор", "заведующ", "руководитель организации", "и.о. директора")):
            return Leads.HEAD
        return Leads.NOT

    def minor_on(self, day: date) -> bool:
        """Whether the person is known to be under 18 on this day."""
        age = self.age_on(day)
        return age is not None and age < 18

    def age_on(self, day: date) -> int | None:
        """Full years on this day: from the date of birth, else the stated age."""
        if self.born is None:
            return self.age
        before_birthday = (day.month, day.day) < (self.born.month, self.born.day)
        return day.year - self.born.year - before_birthday
