"""Who mentors and who is mentored: the two bases, requests, monitoring, votes."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from matchmaker.domain.records import Choice, Record, col
from matchmaker.domain.topics import Topic, TopicLevels
from matchmaker.text import Text


class MentorKind(Choice):
    """In what capacity a person mentors (decides which programmes are open)."""

    TEACHER = "teacher", "педагог", "teacher"
    HEAD = "head", "руководитель", "head"
    EMPLOYER = "employer", "работодатель", "employer"
    LECTURER = "lecturer", "преподаватель вуза или колледжа", "lecturer"
    PARTNER = "partner", "социальный партнёр", "social partner"
    PUPIL = "pupil", "обучающийся", "pupil"


class MenteeCategory(Choice):
    """Why a person is mentored. No category speaks of health."""

    YOUNG = "young", "молодой педагог", "young teacher"
    NEW_HERE = "new_here", "новый в организации", "new in the organisation"
    AFTER_BREAK = "after_break", "после перерыва", "after a break"
    GROWTH = "growth", "повышение уровня", "growth"
    ON_REQUEST = "on_request", "по запросу", "on request"
    NEW_TECHNOLOGY = "new_technology", "освоение новых технологий", "new technologies"
    YOUNG_HEAD = "young_head", "молодой руководитель", "young head"
    RESERVE = "reserve", "кадровый резерв", "reserve of heads"
    STUDENT = "student", "студент", "student"
    PUPIL = "pupil", "обучающийся", "pupil"


class Willing(Choice):
    """Whether a person agreed to take part."""

    YES = "yes", "да", "yes"
    NO = "no", "нет", "no"
    UNKNOWN = "unknown", "не спрошен", "not asked"


class Verdict(Choice):
    """Outcome of the interview with the curator and the psychologist."""

    ADMITTED = "admitted", "рекомендован", "recommended"
    TALK = "talk", "нужна беседа", "needs a talk"
    DECLINED = "declined", "не рекомендован", "not recommended"


class Format(Choice):
    """How a pair may meet."""

    IN_PERSON = "in_person", "очно", "in person"
    REMOTE = "remote", "дистанционно", "remote"


class Mentor(TopicLevels):
    """A mentor, or a candidate to be one. The topic columns are competencies."""

    sheet: ClassVar[Text] = Text("Наставники", "Mentors")

    person: Annotated[
        str,
        col("Наставник", "Mentor", "ФИО", "ФИО наставника", "ID", "ID наставника", refers="person"),
    ]
    kind: Annotated[MentorKind, col("Вид наставника", "Kind of mentor")] = MentorKind.TEACHER
    willing: Annotated[
        Willing,
        col(
            "Готов участвовать",
            "Willing",
            "Готовность",
            note=(
                "да / нет / не спрошен. Без «да» человек остаётся кандидатом",
                "yes / no / not asked. Without «yes» a person stays a candidate",
            ),
        ),
    ] = Willing.UNKNOWN
    places: Annotated[
        Annotated[int, Field(ge=0, le=20)] | None,
        col(
            "Мест",
            "Places",
            "Макс. число наставляемых",
            "Сколько может взять",
            "Максимум наставляемых",
        ),
    ] = None
    hours_per_week: Annotated[
        Annotated[float, Field(ge=0, le=40)] | None,
        col("Часов в неделю", "Hours a week", "Ресурс времени", unit="hours"),
    ] = None
    reserved: Annotated[
        Annotated[int, Field(ge=0)],
        col(
            "Держать свободными",
            "Keep free",
            note=(
                "Мест для тех, кто придёт в течение года",
                "Places for those who arrive in the year",
            ),
        ),
    ] = 0
    programmes: Annotated[
        frozenset[str],
        col(
            "Программы",
            "Programmes",
            "Формы наставничества",
            note=(
                "Пусто: все, подходящие по виду наставника",
                "Empty: all that suit the kind of mentor",
            ),
        ),
    ] = frozenset()
    formats: Annotated[frozenset[Format], col("Форматы", "Formats")] = frozenset()
    max_minutes: Annotated[
        Annotated[int, Field(ge=0)] | None,
        col("Не дальше, мин в пути", "Travels at most, minutes", unit="minutes"),
    ] = None
    trained_on: Annotated[
        date | None,
        col("Обучен как наставник", "Trained as mentor on", "Обучение по программе наставников"),
    ] = None
    trained_by: Annotated[str | None, col("Программа обучения", "Training programme")] = None
    trained_hours: Annotated[
        Annotated[int, Field(ge=0)] | None, col("Часов обучения", "Hours of training")
    ] = None
    interview: Annotated[Verdict | None, col("Итог собеседования", "Interview")] = None
    consent_351_8: Annotated[
        date | None,
        col(
            "Согласие по ст. 351.8 ТК",
            "Consent under art. 351.8",
            "Письменное согласие",
            note=(
                "Дата письменного согласия; нужна для приказа, не для подбора",
                "Date of the written consent; the order needs it, matching does not",
            ),
        ),
    ] = None
    in_job_function: Annotated[
        bool | None, col("Наставничество в трудовой функции", "Mentoring is in the job function")
    ] = None
    pay: Annotated[
        Annotated[int, Field(ge=0)] | None,
        col("Доплата за наставляемого, ₽ в месяц", "Pay per mentee, ₽ a month", unit="rub"),
    ] = None
    refused_until: Annotated[date | None, col("Не обращаться до", "Do not ask before")] = None


class Mentee(Record):
    """A person's place in one programme as the one who is mentored."""

    sheet: ClassVar[Text] = Text("Наставляемые", "Mentees")

    person: Annotated[
        str,
        col(
            "Наставляемый",
            "Mentee",
            "ФИО",
            "ФИО наставляемого",
            "ID",
            "ID наставляемого",
            refers="person",
        ),
    ]
    programme: Annotated[
        str | None,
        col(
            "Программа",
            "Programme",
            "Форма наставничества",
            note=(
                "Пусто: первая подходящая по правилам",
                "Empty: the first that accepts the person",
            ),
        ),
    ] = None
    category: Annotated[
        MenteeCategory | None, col("Категория наставляемого", "Category of mentee")
    ] = None
    main_request: Annotated[
        Topic | None,
        col("Основной запрос", "Main request", "Запрос", "Основной запрос наставляемого"),
    ] = None
    requests: Annotated[frozenset[Topic], col("Другие запросы", "Other requests")] = frozenset()
    needed_subject: Annotated[str | None, col("Нужен предмет", "Subject needed")] = None
    mentors: Annotated[
        Annotated[int, Field(ge=1, le=3)],
        col("Сколько наставников", "Mentors wanted"),
    ] = 1
    priority: Annotated[bool | None, col("Группа показателя", "Priority group", "Приоритет")] = None
    format: Annotated[Format | None, col("Желаемый формат", "Format wanted")] = None
    starts: Annotated[date | None, col("Начало", "Starts", "Дата вхождения в программу")] = None
    months: Annotated[
        Annotated[int, Field(ge=1, le=48)] | None,
        col("Срок, мес.", "Term, months", unit="months"),
    ] = None
    year_of_interaction: Annotated[
        Annotated[int, Field(ge=1, le=4)] | None,
        col("Год взаимодействия", "Year of interaction"),
    ] = None
    target_school: Annotated[
        str | None,
        col("Школа целевого договора", "School of the targeted contract", refers="school"),
    ] = None
    finished_school: Annotated[
        str | None, col("Оконченная школа", "School finished", refers="school")
    ] = None
    declined: Annotated[
        bool | None,
        col(
            "Отказался",
            "Declined",
            note=(
                "да, если участвовать не хочет; причина не нужна",
                "yes, if the person does not want to; no reason is asked",
            ),
        ),
    ] = None
    interview: Annotated[Verdict | None, col("Итог собеседования", "Interview")] = None


class Assessment(TopicLevels):
    """Results of monitoring: how serious each difficulty is, 0 (none) to 3 (high)."""

    sheet: ClassVar[Text] = Text("Мониторинг", "Monitoring")

    person: Annotated[str, col("Педагог", "Person", "ФИО", "ID", refers="person")]
    day: Annotated[date | None, col("Дата", "Date")] = None
    instrument: Annotated[str | None, col("Инструмент", "Instrument")] = None


class Team(Record):
    """A mentor who leads a group together with others of the same team."""

    sheet: ClassVar[Text] = Text("Команды", "Teams")

    team: Annotated[str, col("Команда", "Team")]
    mentor: Annotated[str, col("Наставник", "Mentor", refers="mentor")]


class Vote(Record):
    """What two people said of each other after the introductory meeting."""

    sheet: ClassVar[Text] = Text("Голоса", "Votes")

    mentee: Annotated[str, col("Наставляемый", "Mentee", refers="mentee")]
    mentor: Annotated[str, col("Наставник", "Mentor", refers="mentor")]
    by_mentee: Annotated[Willing | None, col("Голос наставляемого", "Vote of the mentee")] = None
    by_mentor: Annotated[Willing | None, col("Голос наставника", "Vote of the mentor")] = None


class ContestResult(Choice):
    """What a person won."""

    WINNER = "winner", "победитель", "winner"
    RUNNER_UP = "runner_up", "призёр", "runner-up"
    LAUREATE = "laureate", "лауреат", "laureate"
    ENTRANT = "entrant", "участник", "entrant"


class ContestLevel(Choice):
    """How far the contest reaches."""

    MUNICIPAL = "municipal", "муниципальный", "municipal"
    REGIONAL = "regional", "региональный", "regional"
    FEDERAL = "federal", "федеральный", "federal"


class Contest(Record):
    """A person's result in a professional contest; winners become candidates."""

    sheet: ClassVar[Text] = Text("Конкурсы", "Contests")

    person: Annotated[str, col("Педагог", "Person", "ФИО", "ID", refers="person")]
    name: Annotated[str, col("Конкурс", "Contest")]
    year: Annotated[int, Field(ge=1990, le=2100), col("Год", "Year")]
    level: Annotated[ContestLevel, col("Уровень", "Level")] = ContestLevel.MUNICIPAL
    result: Annotated[ContestResult, col("Результат", "Result")] = ContestResult.WINNER

    @property
    def won(self) -> bool:
        """Winners, runners-up and laureates count; entrants do not."""
        return self.result is not ContestResult.ENTRANT
