"""Schools that help each other: what each needs and can show, and their agreements."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from matchmaker.domain.mentoring import Willing
from matchmaker.domain.records import Choice, Record, col
from matchmaker.text import Text

Count = Annotated[int, Field(ge=0)]
Percent = Annotated[float, Field(ge=0, le=100)]


class Technology(Choice):
    """A way in which a school accompanies others."""

    TUTORING = "tutoring", "тьюторство", "tutoring"
    MENTORING = "mentoring", "менторство", "mentoring"
    COACHING = "coaching", "коучинг", "coaching"


class SchoolProfile(Record):
    """What a school needs, what it can show others, and in what context it works."""

    sheet: ClassVar[Text] = Text("Паспорта школ", "School profiles")

    school: Annotated[
        str,
        col(
            "Организация",
            "Organisation",
            "ОО",
            "Школа",
            "ID организации",
            "Код ОО",
            refers="school",
        ),
    ]
    consent: Annotated[
        Willing,
        col(
            "Согласие директора",
            "Consent of the head",
            note=(
                "да / нет / не спрошен: участвует ли школа в партнёрствах",
                "yes / no / not asked: whether the school takes part in partnerships",
            ),
        ),
    ] = Willing.UNKNOWN
    legal_entity: Annotated[
        str | None,
        col(
            "Юридическое лицо",
            "Legal entity",
            "ИНН",
            note=(
                "Например, ИНН; у филиала то же, что у головной организации",
                "A tax number, say; a branch bears that of its head organisation",
            ),
        ),
    ] = None
    social_index: Annotated[
        Percent | None,
        col(
            "Индекс социального благополучия",
            "Index of social well-being",
            "ИСБШ",
            note=("От 0 до 100: чем больше, тем благополучнее", "0 to 100: more is better"),
        ),
    ] = None
    pupils: Annotated[Count | None, col("Обучающихся", "Pupils", "Число обучающихся")] = None
    special_needs: Annotated[
        Percent | None,
        col(
            "Обучающиеся с ОВЗ, %",
            "Pupils with special needs, %",
            "Обучающиеся с ОВЗ",
            unit="percent",
        ),
    ] = None
    non_native: Annotated[
        Percent | None,
        col(
            "Обучающиеся, для которых русский язык не является родным, %",
            "Pupils whose mother tongue is not Russian, %",
            "Обучающиеся, для которых русский язык не является родным",
            unit="percent",
        ),
    ] = None
    risk_profile: Annotated[
        frozenset[str],
        col(
            "Рисковый профиль",
            "Risk profile",
            note=(
                "Темы, по которым нужна помощь; теми же словами, что «Сильные стороны»",
                "Topics on which help is needed, in the words of «Strengths»",
            ),
        ),
    ] = frozenset()
    weak_subjects: Annotated[
        frozenset[str], col("Предметы, по которым нужна помощь", "Subjects that need help")
    ] = frozenset()
    strengths: Annotated[
        frozenset[str],
        col(
            "Сильные стороны",
            "Strengths",
            note=(
                "Темы, с которыми школа справляется; теми же словами, что «Рисковый профиль»",
                "Topics that the school copes with, in the words of «Risk profile»",
            ),
        ),
    ] = frozenset()
    strong_subjects: Annotated[
        frozenset[str], col("Предметы с высокими результатами", "Subjects with high results")
    ] = frozenset()
    technologies: Annotated[frozenset[Technology], col("Технологии", "Technologies")] = frozenset()
    practices: Annotated[
        Count | None,
        col(
            "Представлено практик",
            "Practices presented",
            note=(
                "Сколько практик наставничества школа показала публично",
                "How many practices of mentoring the school has shown in public",
            ),
        ),
    ] = None
    helped_at_most: Annotated[
        Count | None, col("Может помогать школам, не больше", "Helps at most, schools")
    ] = None
    helpers_wanted: Annotated[
        Annotated[int, Field(ge=1)], col("Нужно школ-партнёров", "Partner schools wanted")
    ] = 1
    partners_at_most: Annotated[
        Count | None,
        col(
            "Партнёрств, не больше",
            "Partnerships at most",
            note=(
                "Сколько партнёрских отношений на равных готова вести школа",
                "How many partnerships of equals the school is ready for",
            ),
        ),
    ] = None
    max_minutes: Annotated[
        Count | None,
        col("Дорога не дольше, мин", "Travels at most, minutes", unit="minutes"),
    ] = None
    remote: Annotated[
        bool | None,
        col(
            "Дистанционно",
            "Remotely",
            note=("да, если готова работать дистанционно", "yes, if ready to work remotely"),
        ),
    ] = None


class LinkKind(Choice):
    """What two schools agree on."""

    COOPERATION = "cooperation", "сотрудничество", "cooperation"
    PARTNERSHIP = "partnership", "партнёрские отношения", "partnership"


class LinkState(Choice):
    """Where an agreement stands, or what the curator wants of it."""

    IN_FORCE = "in_force", "действует", "in force"
    ENDED = "ended", "завершён", "ended"
    PIN = "pin", "закрепить", "pin"
    FORBID = "forbid", "запретить", "forbid"


_EITHER_ORDER = (
    "В партнёрских отношениях порядок двух школ не важен",
    "In a partnership the order of the two schools does not matter",
)


class SchoolLink(Record):
    """An agreement between two schools, or the curator's decision about one."""

    sheet: ClassVar[Text] = Text("Договоры школ", "School agreements")

    helping: Annotated[
        str, col("Школа-партнёр", "School that helps", refers="school", note=_EITHER_ORDER)
    ]
    helped: Annotated[
        str, col("Школа-участник", "School that is helped", refers="school", note=_EITHER_ORDER)
    ]
    kind: Annotated[LinkKind, col("Вид договора", "Kind of agreement")]
    state: Annotated[LinkState, col("Состояние", "State")] = LinkState.IN_FORCE
    number: Annotated[str | None, col("Договор, №", "Agreement, no.")] = None
    starts: Annotated[date | None, col("Действует с", "In force from")] = None
    ends: Annotated[date | None, col("Действует по", "In force to")] = None

    def in_force(self, day: date) -> bool:
        """Whether the agreement is in force on this day."""
        return (
            self.state is LinkState.IN_FORCE
            and (self.starts is None or self.starts <= day)
            and (self.ends is None or day <= self.ends)
        )

    @property
    def parties(self) -> tuple[LinkKind, str, str]:
        """Who agrees on what; for a partnership whichever school is named first."""
        if self.kind is LinkKind.PARTNERSHIP:
            first, second = sorted((self.helping, self.helped))
            return self.kind, first, second
        return self.kind, self.helping, self.helped
