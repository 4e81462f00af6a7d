"""Individual routes as a methodist meets them."""

from __future__ import annotations

from datetime import date

import pytest

from matchmaker.domain import (
    Assessment,
    Distance,
    Mentee,
    MenteeCategory,
    Mentor,
    Person,
    School,
    Status,
    Willing,
)
from matchmaker.domain.events import Event
from matchmaker.domain.participants import ListMember
from matchmaker.domain.study import Trainee
from matchmaker.domain.topics import Topic
from matchmaker.domain.venues import Venue
from matchmaker.engine import match, study_routes
from matchmaker.errors import InputError
from matchmaker.study.record import Routes
from matchmaker.study.words import teaches
from tests.study.town import (
    LESSON,
    PERIOD,
    SCHOOL_OF_MENTORS,
    TALK,
    on,
    roadmap,
    routes,
    seminar,
    timetable,
    town,
)

OCTOBER, NOVEMBER = date(2026, 10, 14), date(2026, 11, 11)


def asks(key: str, main: Topic, *others: Topic, **facts: object) -> Mentee:
    return Mentee.model_validate(
        {"person": key, "main_request": main, "requests": frozenset(others)} | facts
    )


def goes(found: Routes) -> dict[str, tuple[str, ...]]:
    """Mentee → numbers of the events."""
    return {one.person: tuple(id_.split(" / ")[1] for id_ in one.events) for one in found.routes}


def why(found: Routes, person: str, what: str) -> dict[str, str]:
    """Why a request of somebody is not answered, in words."""
    (left,) = [one for one in found.left if (one.person, one.what) == (person, what)]
    return {reason.why: reason.words for reason in left.reasons}


def test_everybody_goes_to_what_answers_the_request() -> None:
    people = town(asks("а", Topic.METHODICAL, Topic.PARENTS), asks("б", Topic.PARENTS))
    found = routes(people, roadmap(LESSON, TALK), on(LESSON, OCTOBER), on(TALK, NOVEMBER))
    assert goes(found) == {"а": ("1", "2"), "б": ("2",)}
    first = found.routes[0]
    assert (first.hours, first.hours_known) == (6, True)
    assert [one.answered_by for one in first.requests] == [
        ("Дорожная карта / 1",),
        ("Дорожная карта / 2",),
    ]
    assert found.status == "optimal"
    assert found.left == ()


def test_main_requests_come_first_then_severity() -> None:
    people = town(
        asks("а", Topic.PARENTS, Topic.METHODICAL),
        asks("б", Topic.METHODICAL),
        asks("в", Topic.PARENTS, Topic.METHODICAL),
        Assessment(person="а", day=date(2026, 8, 1), methodical=3),
        Assessment(person="а", day=date(2026, 9, 1), methodical=1),
        Assessment(person="в", methodical=2),
    )
    found = routes(people, roadmap(LESSON), on(LESSON, OCTOBER))
    # Two seats: the main request, then the greater severity of the newest monitoring.
    assert goes(found) == {"а": (), "б": ("1",), "в": ("1",)}
    assert "«Семинар „Урок“», 14.10.2026" in why(found, "а", "methodical")["seats"]
    assert why(found, "а", "parents") == {"no_event": "нет мероприятия, которое отвечает на запрос"}


def test_no_two_events_on_one_day_and_so_many_a_month() -> None:
    people = town(asks("а", Topic.METHODICAL, Topic.PARENTS))
    of = roadmap(LESSON, TALK)
    same = routes(people, of, on(LESSON, OCTOBER), on(TALK, OCTOBER))
    assert goes(same) == {"а": ("1",)}
    assert "day" in why(same, "а", "parents")
    month = routes(people, of, on(LESSON, OCTOBER), on(TALK, date(2026, 10, 20)), per_month=1)
    assert goes(month) == {"а": ("1",)}
    assert "month" in why(month, "а", "parents")


def test_nobody_attends_on_a_day_on_which_that_person_leads() -> None:
    """Plans call the leader by the short name; the day is not free, whatever the course."""
    leader = Person(id="м", name="Белкина Людмила Николаевна", school="s")
    people = town(leader, Mentor(person="м"), asks("а", Topic.METHODICAL))
    of = roadmap(LESSON, SCHOOL_OF_MENTORS)
    led = on(LESSON, OCTOBER, people=("Белкина Л.Н.",))
    busy = routes(people, of, led, on(SCHOOL_OF_MENTORS, OCTOBER))
    assert goes(busy) == {"а": ("1",)}
    assert busy.training == ()
    assert why(busy, "м", "mentors") == {
        "leads": "ведёт мероприятие в этот день: «Курс», 14.10.2026"
    }
    free = routes(people, of, led, on(SCHOOL_OF_MENTORS, OCTOBER, NOVEMBER))
    assert [one.events for one in free.training] == [("Дорожная карта / 3 / 2",)]


def test_a_namesake_by_initials_is_not_taken_for_the_leader() -> None:
    people = town(
        Person(id="м", name="Белкина Людмила Николаевна", school="s"),
        Person(id="н", name="Белкина Лариса Ниловна", school="s"),
        Mentor(person="м"),
        Mentee(person="а"),
    )
    of = roadmap(LESSON, SCHOOL_OF_MENTORS)
    short = on(LESSON, OCTOBER, people=("Белкина Л.Н.",))
    assert routes(people, of, short, on(SCHOOL_OF_MENTORS, OCTOBER)).training
    full = on(LESSON, OCTOBER, people=("Белкина Людмила Николаевна",))
    assert not routes(people, of, full, on(SCHOOL_OF_MENTORS, OCTOBER)).training


def test_a_deadline_takes_nobodys_day() -> None:
    people = town(Mentor(person="м"), Mentee(person="а"))
    of = roadmap(LESSON, SCHOOL_OF_MENTORS)
    due = on(LESSON, OCTOBER, people=("м",), kind="deadline")
    assert routes(people, of, due, on(SCHOOL_OF_MENTORS, OCTOBER)).training


def test_modules_are_taken_together_or_not_at_all() -> None:
    first = seminar("1", "А", topics=frozenset({Topic.ICT}), hours=6, module="Цифровой класс")
    then = seminar("2", "Б", hours=10, module="Цифровой класс")
    people = town(asks("а", Topic.ICT))
    of = roadmap(first, then)
    whole = routes(people, of, on(first, OCTOBER), on(then, NOVEMBER))
    assert goes(whole) == {"а": ("1", "2")}
    assert whole.routes[0].hours == 16
    half = routes(people, of, on(first, OCTOBER))
    assert goes(half) == {"а": ()}
    assert "Цифровой класс" in why(half, "а", "ict")["not_whole"]


def test_an_event_held_twice_is_attended_once() -> None:
    people = town(*(asks(key, Topic.METHODICAL) for key in "абвг"))
    found = routes(people, roadmap(LESSON), on(LESSON, OCTOBER, NOVEMBER))
    assert [len(offer.people) for offer in found.offers] == [2, 2]
    assert all(len(events) == 1 for events in goes(found).values())


def test_seats_of_the_venue_count_where_the_row_says_nothing() -> None:
    people = town(*(asks(key, Topic.PARENTS) for key in "абв"))
    of = roadmap(TALK, Venue(name="Библиотека", seats=1))
    found = routes(people, of, on(TALK, OCTOBER, venue="Библиотека"))
    assert [offer.seats for offer in found.offers] == [1]
    assert len(found.left) == 2


def test_the_nearer_venue_at_the_same_time() -> None:
    near = seminar("1", "А", topics=frozenset({Topic.ICT}))
    far = seminar("2", "Б", topics=frozenset({Topic.ICT}))
    people = town(
        *(School(id=key, name=f"Школа {key}") for key in ("s", "близкая", "дальняя")),
        Distance(start="s", end="близкая", minutes=10),
        Distance(start="s", end="дальняя", minutes=50),
        asks("а", Topic.ICT),
    )
    found = routes(
        people,
        roadmap(far, near),
        on(near, OCTOBER, venue="Актовый зал, Школа близкая"),
        on(far, date(2026, 10, 13), venue="Школа дальняя"),
    )
    assert goes(found) == {"а": ("1",)}
    assert any(remark.startswith("Часы не указаны") for remark in found.remarks)


def test_only_those_whom_an_event_is_for() -> None:
    young = LESSON.model_copy(update={"participants": "молодые педагоги"})
    people = town(
        asks("а", Topic.METHODICAL, category=MenteeCategory.YOUNG),
        asks("б", Topic.METHODICAL, category=MenteeCategory.AFTER_BREAK),
    )
    found = routes(people, roadmap(young), on(young, OCTOBER))
    assert goes(found) == {"а": ("1",), "б": ()}
    assert why(found, "б", "methodical") == {"audience": "для других участников: «Семинар „Урок“»"}


def test_an_event_of_a_list_is_for_its_members() -> None:
    people = town(asks("а", Topic.METHODICAL), asks("б", Topic.METHODICAL))
    own = LESSON.model_copy(update={"participants": "Актив"})
    of = roadmap(own, ListMember(name="Актив", member="б"), *people.people)
    found = routes(people, of, on(own, OCTOBER))
    assert goes(found) == {"а": (), "б": ("1",)}
    assert "audience" in why(found, "а", "methodical")


def test_words_may_narrow_an_event_to_schools_in_need() -> None:
    people = town(
        School(id="s", name="Школа s", low_results=True),
        School(id="t", name="Школа t"),
        Person(id="б", name="Человек б", school="t"),
        asks("а", Topic.METHODICAL),
        asks("б", Topic.METHODICAL),
    )
    own = LESSON.model_copy(update={"participants": "наставляемые школ с НОР"})
    found = routes(people, roadmap(own), on(own, OCTOBER))
    assert goes(found) == {"а": ("1",), "б": ()}
    assert "school" in why(found, "б", "methodical")


def test_terms_absence_and_other_organisations_are_kept() -> None:
    people = town(
        asks("а", Topic.METHODICAL, starts=date(2026, 11, 1), months=3),
        asks("б", Topic.METHODICAL),
        Person(id="б", name="Человек б", school="s", status=Status.ABSENT),
    )
    found = routes(people, roadmap(LESSON), on(LESSON, OCTOBER))
    assert "term" in why(found, "а", "methodical")
    assert "away" in why(found, "б", "methodical")
    elsewhere = routes(
        town(asks("а", Topic.METHODICAL)), roadmap(LESSON), on(LESSON, OCTOBER, schools=("другая",))
    )
    assert "school" in why(elsewhere, "а", "methodical")


def test_who_declined_and_what_is_over_are_left_alone() -> None:
    people = town(asks("а", Topic.METHODICAL, declined=True), asks("б", Topic.METHODICAL))
    over = routes(people, roadmap(LESSON), on(LESSON, OCTOBER, state="history"))
    assert goes(over) == {"б": ()}


def test_mentors_and_curators_without_training_go_to_courses() -> None:
    course = SCHOOL_OF_MENTORS.model_copy(update={"attendance": 1})
    both = seminar("4", "Второй курс", trains=frozenset(Trainee), hours=8)
    people = town(
        School(id="s", name="Школа s", curator="в"),
        asks("а", Topic.ICT),
        Mentor(person="б", willing=Willing.YES, places=1),
        Mentor(person="в", willing=Willing.YES, trained_on=date(2025, 1, 1)),
        Mentor(person="г", willing=Willing.NO),
        Mentor(person="д", willing=Willing.YES),
    )
    found = routes(people, roadmap(course), on(course, OCTOBER))
    assert [one.person for one in found.training] == ["б"] or [
        one.person for one in found.training
    ] == ["д"]
    assert len([one for one in found.left if one.what == "mentors"]) == 1
    more = routes(people, roadmap(course, both), on(course, OCTOBER), on(both, NOVEMBER))
    assert {one.person for one in more.training} == {"б", "д"}
    assert {one.hours for one in more.training} <= {8, 16}
    curator = town(
        School(id="s", name="Школа s", curator="в"),
        Person(id="в", name="Человек в", school="s"),
        Mentor(person="б", trained_on=date(2025, 1, 1)),
        asks("а", Topic.ICT),
    )
    found = routes(curator, roadmap(both), on(both, NOVEMBER))
    assert [(one.person, one.roles) for one in found.training] == [("в", ("curators",))]
    assert why(routes(curator, roadmap(), []), "в", "curators") == {
        "no_course": "в плане-графике нет курса"
    }


def test_the_mentors_of_pairs_are_trained_first_and_named_in_routes() -> None:
    course = SCHOOL_OF_MENTORS.model_copy(update={"attendance": 1})
    people = town(
        asks("а", Topic.ICT, category=MenteeCategory.YOUNG),
        Person(id="а", name="Человек а", school="s", experience_teaching=3),
        Mentor(person="б", willing=Willing.UNKNOWN),
        Mentor(person="в", willing=Willing.YES, places=1, ict=3),
        Person(id="в", name="Человек в", school="s", experience_teaching=200),
    )
    plan = match(people).record
    assert [pair.mentor for pair in plan.pairs] == ["в"]
    found = routes(people, roadmap(course), on(course, OCTOBER), plan=plan)
    assert found.routes[0].mentors == ("в",)
    assert [one.person for one in found.training] == ["в"]


def test_words_of_a_row_propose_topics_and_a_column_goes_before_them() -> None:
    def proposed(title: str, **facts: object) -> tuple[set[str], set[str], bool]:
        topics, trains, guessed = teaches(seminar("1", title, **facts))
        return {one.value for one in topics}, {one.value for one in trains}, guessed

    assert proposed("Семинар «Работа с родителями детей с ОВЗ»") == (
        {"parents", "inclusion"},
        set(),
        True,
    )
    assert proposed("Курсы повышения квалификации для наставников") == (set(), {"mentors"}, True)
    assert proposed("Семинар о родителях", topics=frozenset({Topic.LEGAL})) == (
        {"legal"},
        set(),
        False,
    )
    assert proposed("Праздник открытия года") == (set(), set(), False)


def test_papers_of_others_are_refused() -> None:
    people = town(asks("а", Topic.ICT))
    of = roadmap(LESSON)
    with pytest.raises(InputError):
        study_routes(people, of, timetable("Другой город", of))
    strange = Event(plan="Дорожная карта", number="1", title="Совсем другое")
    with pytest.raises(InputError):
        routes(people, of, on(strange, OCTOBER))
    changed = study_routes(people, roadmap(TALK), timetable("Городок", of))
    assert any("изменилась" in remark for remark in changed.remarks)


def test_the_same_tables_give_the_same_bytes() -> None:
    rows = [asks(key, Topic.METHODICAL, Topic.PARENTS) for key in "абвгд"]
    of = roadmap(LESSON, TALK)
    held = on(LESSON, OCTOBER, NOVEMBER), on(TALK, date(2027, 1, 20))
    one = routes(town(*rows), of, *held)
    other = routes(town(*reversed(rows)), of, *held)
    assert one.to_json() == other.to_json()
    assert Routes.model_validate_json(one.to_json()) == one
    assert one.period == PERIOD
