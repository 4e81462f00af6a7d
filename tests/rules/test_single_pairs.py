"""Rules of one pair, each in the cases in which it could go wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from matchmaker.domain import Category as Rank
from matchmaker.domain import Format as Way
from matchmaker.domain import MenteeCategory, Status, Topic, Verdict
from matchmaker.rules import Rule
from matchmaker.rules.active import Active
from matchmaker.rules.age_gap import AgeGap
from matchmaker.rules.agreement import Agreement
from matchmaker.rules.category import Category
from matchmaker.rules.consent_351_8 import Consent_351_8
from matchmaker.rules.contest import Contest
from matchmaker.rules.different_person import DifferentPerson
from matchmaker.rules.experience import Experience
from matchmaker.rules.format import Format
from matchmaker.rules.free_load import FreeLoad
from matchmaker.rules.interview import Interview
from matchmaker.rules.keep import Keep
from matchmaker.rules.main_request import MainRequest
from matchmaker.rules.not_attesting import NotAttesting
from matchmaker.rules.not_head import NotHead
from matchmaker.rules.place import Place
from matchmaker.rules.priority import Priority
from matchmaker.rules.requests import Requests
from matchmaker.rules.school_level import SchoolLevel
from matchmaker.rules.seniority import Seniority
from matchmaker.rules.shift import Shift
from matchmaker.rules.student_school import StudentSchool
from matchmaker.rules.subject import Subject
from matchmaker.rules.travel import Travel
from matchmaker.rules.votes import Votes
from matchmaker.rules.wishes import Wishes
from matchmaker.units import MenteeUnit, MentorUnit
from tests.rules.town import SEPTEMBER, mentee, mentor, roster, team, topics


def found(rule: Rule, one: MenteeUnit, other: MentorUnit, **ledgers: int) -> tuple[int | None, str]:
    """What a rule measures of a pair, and says of it."""
    books = {name: {(0, 0): value} for name, value in ledgers.items()}
    pair = roster([one], [other], books).pair(0, 0)
    return rule.measure_of(pair), rule.words(pair)


def who(**facts: Any) -> dict[str, Any]:
    """Facts of the person."""
    return {"person_facts": facts}


@pytest.mark.parametrize(
    ("facts", "good"),
    [
        ({}, True),
        ({"status": Status.LEAVING}, False),
        ({"status": Status.ABSENT}, False),
        ({"status": Status.ABSENT, "absent_until": date(2026, 12, 31)}, True),
        ({"status": Status.ABSENT, "absent_until": date(2027, 1, 1)}, False),
    ],
)
def test_active(facts: dict[str, Any], good: bool) -> None:
    start = SEPTEMBER + 3
    measured, words = found(Active(), mentee("a", first=start, **who(**facts)), mentor("k"))
    assert bool(measured) is good
    assert ("наставляемого" in words) is not good
    k = mentor("k", **who(**facts))
    measured, words = found(Active(), mentee("a", first=start), team("t", mentor("l"), k))
    assert bool(measured) is good
    assert ("наставника" in words) is not good


def test_nobody_mentors_himself_even_in_a_team() -> None:
    assert not found(DifferentPerson(), mentee("a"), mentor("a"))[0]
    assert not found(DifferentPerson(), mentee("a"), team("t", mentor("k"), mentor("a")))[0]
    assert found(DifferentPerson(), mentee("a"), mentor("k"))[0]


def test_heads_and_deputies() -> None:
    head, deputy = who(position="Директор"), who(position="Заместитель директора по УВР")
    a = mentee("a", "s1")
    assert not found(NotHead(), a, mentor("k", "s1", **head))[0]
    assert found(NotHead(), a, mentor("k", "s2", **head))[0]
    assert found(NotHead(), a, mentor("k", "s1", **deputy))[0]
    assert not found(NotHead(deputies=True), a, mentor("k", "s1", **deputy))[0]
    assert "заместителем" in found(NotHead(deputies=True), a, mentor("k", "s1", **deputy))[1]


def test_a_team_is_barred_by_its_head_of_this_school_only() -> None:
    elsewhere = mentor("k", "s2", **who(position="директор"))
    here = mentor("m", "s1")
    assert found(NotHead(), mentee("a", "s1"), team("t", here, elsewhere))[0]
    assert not found(NotHead(), mentee("a", "s2"), team("t", here, elsewhere))[0]


def test_attestation_experts() -> None:
    expert = mentor("k", "s2", **who(attests={"s1"}))
    assert not found(NotAttesting(), mentee("a", "s1"), expert)[0]
    assert found(NotAttesting(), mentee("a", "s2"), expert)[0]
    assert not found(NotAttesting(), mentee("a", "s1"), team("t", mentor("m"), expert))[0]


@pytest.mark.parametrize(
    ("school", "first", "months", "whole", "good"),
    [
        ("u", 0, 3, False, True),
        ("u", 0, 9, False, True),
        ("u", 0, 9, True, False),
        ("u", 0, 4, True, True),
        ("u", 4, 3, False, False),
        ("x", 0, 3, False, False),
        ("s1", 0, 9, True, True),
    ],
)
def test_agreements(school: str, first: int, months: int, whole: bool, good: bool) -> None:
    a = mentee("a", first=SEPTEMBER + first, months=months)
    rule = Agreement(whole_term=whole)
    measured, words = found(rule, a, mentor("k", school))
    assert bool(measured) is good
    assert words.startswith("нет действующего") is not good
    assert bool(found(rule, a, team("t", mentor("m"), mentor("k", school)))[0]) is good


def test_a_programme_does_not_begin_before_the_reference_date() -> None:
    there = roster([mentee("a")], [mentor("k", "u")])
    late = there.schools["u"].model_copy(update={"agreement_from": date(2026, 9, 10)})
    for day, good in ((date(2026, 9, 15), True), (date(2026, 9, 9), False)):
        moved = replace(there, reference_date=day, schools={"u": late}, _tables={})
        assert bool(Agreement().measure_of(moved.pair(0, 0))) is good


def test_experience_and_gaps_in_it() -> None:
    def mentor_of(months: int | None) -> MentorUnit:
        return mentor("k", **who(experience_teaching=months))

    a = mentee("a")
    assert found(Experience(), a, mentor_of(36))[0]
    assert not found(Experience(), a, mentor_of(35))[0]
    assert found(Experience(), a, mentor_of(None)) == (1, "стаж наставника не указан")
    assert not found(Experience(), a, team("t", mentor_of(None), mentor_of(12)))[0]
    assert found(Experience(), a, mentor_of(27 * 12 + 3))[1] == "стаж наставника: 27 лет"


@pytest.mark.parametrize(
    ("own", "theirs", "points", "years"),
    [
        (10, 34, 1, 2),
        (10, 33, 0, 0),
        (100, 119, 0, 0),
        (100, 120, 1, 1),
        (None, 5, 1, 1),
        (5, None, 1, 1),
        (0, 300, 1, 10),
    ],
)
def test_seniority(own: int | None, theirs: int | None, points: int, years: int) -> None:
    a = mentee("a", **who(experience_teaching=own))
    k = mentor("k", **who(experience_teaching=theirs))
    assert found(Seniority(), a, k)[0] == points
    assert found(Seniority(count_years=True), a, k)[0] == years


def test_age_is_never_named() -> None:
    young, old = mentor("k", **who(age=29)), mentor("k", **who(age=30))
    a = mentee("a", **who(age=25))
    assert not found(AgeGap(), a, young)[0]
    assert found(AgeGap(), a, old)[0]
    assert found(AgeGap(), mentee("a"), young)[0]


def test_levels_and_shifts() -> None:
    a = mentee("a", **who(levels={"primary"}, shifts={"1"}))
    b = mentor("b", **who(levels={"primary", "lower"}, shifts={"2", "1"}))
    c = mentor("c", **who(levels={"upper"}, shifts={"2"}))
    assert found(SchoolLevel(), a, b) == (1, "общий уровень образования: НОО")
    assert not found(SchoolLevel(), a, c)[0]
    assert found(SchoolLevel(), a, mentor("d"))[0]
    assert found(Shift(), a, b) == (1, "работают в одну смену: 1")
    assert not found(Shift(), a, c)[0]
    assert found(Shift(), a, mentor("d")) == (1, "смена указана не у всех")
    remote = mentee("a", **who(shifts={"1"}), unit={"remote": True})
    assert found(Shift(), remote, c) == (1, "смены не важны: встречи дистанционные")
    person_only = mentor("c", **who(shifts={"2"}), formats={Way.IN_PERSON})
    assert not found(Shift(), remote, person_only)[0]


def test_requests_add_severity_times_level() -> None:
    a = mentee("a", unit={"deficits": topics(methodical=3, ict=1, parents=2)})
    k = mentor("k", methodical=2, ict=3, legal=3)
    assert found(Requests(), a, k) == (9, "отвечает на запросы: методический, ИКТ")
    assert found(Requests(cap=7), a, k)[0] == 7
    assert found(Requests(), a, mentor("m", legal=3))[0] == 0
    assert found(Requests(), mentee("b"), k) == (1, "запросы наставляемого не указаны")


def test_main_request() -> None:
    a = mentee("a", main_request=Topic.ICT, requests={Topic.PARENTS, Topic.ICT})
    k, m = mentor("k", ict=2, parents=1), mentor("m", parents=3)
    assert found(MainRequest(), a, k)[0] == 2
    assert found(MainRequest(), a, m)[0] == 0
    assert found(MainRequest(others=True), a, k)[0] == 3
    assert found(MainRequest(others=True), a, m) == (
        3,
        "помогает в других запросах: работа с родителями",
    )
    assert found(MainRequest(), a, team("t", m, k))[0] == 2
    assert found(MainRequest(), mentee("b"), k)[0] == 1


@pytest.mark.parametrize(
    ("here", "there", "points", "word"),
    [
        ("s1", "s1", 3, "одной"),
        ("s1", "s2", 2, "школа-партнёр"),
        ("s2", "s1", 2, "школа-партнёр"),
        ("s2", "s3", 1, "Юг"),
        ("s1", "s3", 0, "в другом районе"),
        ("s1", "s4", 1, "указан не у всех"),
    ],
)
def test_place(here: str, there: str, points: int, word: str) -> None:
    a, k = mentee("a", here), mentor("k", there)
    measured, words = found(Place(), a, k)
    assert measured == points
    assert word in words
    assert found(Place(at_least=2), a, k)[0] == (points if points >= 2 else 0)


@pytest.mark.parametrize(
    ("there", "facts", "unit", "points", "words"),
    [
        ("s1", {}, {}, 7, "дорога не нужна: одна организация"),
        ("s2", {}, {}, 5, "в пути 20 мин"),
        ("s2", {"max_minutes": 20}, {}, 5, "в пути 20 мин"),
        ("s2", {"max_minutes": 19}, {}, 0, "в пути 20 мин, предел 19 мин"),
        ("s5", {}, {}, 0, "в пути 300 мин, предел 90 мин"),
        ("s5", {}, {"remote": True}, 7, "встречи дистанционные"),
        ("s5", {"formats": {Way.REMOTE}}, {"remote": True}, 7, "встречи дистанционные"),
        ("s5", {"formats": {Way.IN_PERSON}}, {"remote": True}, 0, "в пути 300 мин, предел 90 мин"),
        ("s4", {}, {}, 4, "время в пути не указано, считается 45 мин"),
        ("s4", {"max_minutes": 10}, {}, 4, "время в пути не указано, считается 45 мин"),
    ],
)
def test_travel(
    there: str, facts: dict[str, Any], unit: dict[str, Any], points: int, words: str
) -> None:
    assert found(Travel(), mentee("a", unit=unit), mentor("k", there, **facts)) == (points, words)


def test_travel_of_a_team_is_that_of_its_farthest_member() -> None:
    near, far = mentor("k", "s1"), mentor("l", "s3")
    assert found(Travel(), mentee("a"), team("t", near, far)) == (3, "в пути 60 мин")


def test_roads_may_matter_to_remote_pairs_too() -> None:
    remote = mentee("a", unit={"remote": True})
    assert found(Travel(except_remote=False), remote, mentor("k", "s5"))[0] == 0


def test_formats() -> None:
    wish = mentee("a", format=Way.IN_PERSON)
    assert not found(Format(), wish, mentor("k", formats={Way.REMOTE}))[0]
    assert found(Format(), wish, mentor("k"))[0]
    assert found(Format(), mentee("a"), mentor("k", formats={Way.REMOTE}))[0]
    remote = mentee("a", unit={"remote": True})
    assert not found(Format(), remote, mentor("k", formats={Way.IN_PERSON}))[0]


def test_what_is_written_of_mentors() -> None:
    a = mentee("a")
    assert found(Contest(), a, mentor("k", wins=2))[0] == 2
    assert found(Contest(), a, team("t", mentor("k", wins=0), mentor("m", wins=3)))[0] == 3
    assert found(Category(), a, mentor("k", **who(category=Rank.METHODIST)))[0] == 4
    assert found(Category(at_least=3), a, mentor("k", **who(category=Rank.FIRST)))[0] == 0
    assert found(Category(at_least=3), a, mentor("k"))[0] == 1
    assert not found(Consent_351_8(), a, mentor("k"))[0]
    assert found(Consent_351_8(), a, mentor("k", in_job_function=True)) == (
        1,
        "наставничество входит в трудовую функцию",
    )


@pytest.mark.parametrize(
    ("hours", "class_teacher", "points"),
    [
        (20, None, 2),
        (19.5, True, 1),
        (27, False, 1),
        (25.5, True, 0),
        (30, None, 0),
        (None, True, 1),
    ],
)
def test_load(hours: float | None, class_teacher: bool | None, points: int) -> None:
    k = mentor("k", **who(load_hours=hours, class_teacher=class_teacher))
    assert found(FreeLoad(), mentee("a"), k)[0] == points


def test_interviews_and_votes() -> None:
    for own in (None, *Verdict):
        for theirs in (None, *Verdict):
            a, k = mentee("a", interview=own), mentor("k", interview=theirs)
            points, _ = found(Interview(), a, k)
            assert (points == 0) == (Verdict.DECLINED in (own, theirs))
            assert (points == 2) == (own is theirs is Verdict.ADMITTED)
    a, k = mentee("a"), mentor("k")
    assert found(Votes(), a, k)[0] == 1
    assert found(Votes(), a, k, vote_mentee=1)[0] == 2
    assert found(Votes(), a, k, vote_mentee=1, vote_mentor=1)[0] == 3
    assert found(Votes(), a, k, vote_mentee=1, vote_mentor=-1)[0] == 0


def test_decisions_and_history() -> None:
    a, k = mentee("a"), mentor("k")
    assert found(Wishes(), a, k)[0] == 1
    assert found(Wishes(), a, k, prefer=1)[0] == 2
    assert found(Wishes(), a, k, avoid=1)[0] == 0
    assert found(Wishes(), a, k, prefer=1, avoid=1)[0] == 0
    assert found(Keep(), a, k)[0] == 0
    assert found(Keep(), a, k, unfinished=1)[0] == 1
    assert found(Keep(), a, k, unfinished=1, keep=1)[0] == 2


def test_priority_adds_up() -> None:
    k = mentor("k")
    assert found(Priority(), mentee("a", **who(experience_teaching=12)), k)[0] == 3
    assert found(Priority(), mentee("a", **who(experience_teaching=13)), k)[0] == 0
    assert found(Priority(), mentee("a"), k)[0] == 0
    first = mentee("a", "s2", priority=True, **who(experience_teaching=3))
    measured, words = found(Priority(), first, k)
    assert measured == 7
    assert words.endswith("первый год работы, школа-участник проекта, отмечено куратором")


def test_schools_for_students() -> None:
    a = mentee("a", target_school="s1", finished_school="s2", category=MenteeCategory.STUDENT)
    for school, points in (("s1", 3), ("s2", 2), ("s3", 1), ("s4", 0)):
        assert found(StudentSchool(), a, mentor("k", school))[0] == points


@pytest.mark.parametrize(
    ("own", "theirs", "points"),
    [
        (("математика",), ("физика", "математика"), 10),
        (("литература",), ("русский язык",), 9),
        (("русский язык",), ("литература",), 9),
        (("химия",), ("история",), 0),
        (("педагог доп / хор",), ("педагог доп / изо",), 5),
        (("учитель-логопед",), ("учитель-дефектолог",), 8),
    ],
)
def test_subjects(own: tuple[str, ...], theirs: tuple[str, ...], points: int) -> None:
    a = mentee("a", unit={"taught": own})
    k = mentor("k", **who(subjects=set(theirs)))
    assert found(Subject(), a, k)[0] == points
    assert found(Subject(at_least=6), a, k)[0] == (points if points >= 6 else 0)
