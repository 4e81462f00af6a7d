"""What makes each scenario what it is."""

from __future__ import annotations

from collections import Counter, defaultdict

from matchmaker import scenarios
from matchmaker.domain import (
    DecisionKind,
    Leads,
    LinkKind,
    LinkState,
    MenteeCategory,
    Mentor,
    MentorKind,
    Municipality,
    OrganisationKind,
    Status,
    Verdict,
    Willing,
)

SCHOOL, KINDERGARTEN = OrganisationKind.SCHOOL, OrganisationKind.KINDERGARTEN


def town(name: str) -> Municipality:
    return scenarios.generate(name).municipality


def kind_of(made: Municipality, person: str) -> OrganisationKind:
    return made.school[made.person[person].school].kind


def able(made: Municipality) -> list[Mentor]:
    return [
        row
        for row in made.mentors
        if row.willing is Willing.YES
        and row.interview is not Verdict.DECLINED
        and made.person[row.person].status is Status.WORKING
    ]


def test_kemerovo_has_the_sizes_of_the_notes() -> None:
    made = town("kemerovo")
    assert Counter(school.kind for school in made.schools) == {
        SCHOOL: 70,
        KINDERGARTEN: 135,
        OrganisationKind.EXTRA: 15,
    }
    where = Counter(kind_of(made, row.person) for row in made.mentees)
    assert where == {SCHOOL: 300, KINDERGARTEN: 185, OrganisationKind.EXTRA: 35}
    months = [made.person[row.person].experience_teaching or 0 for row in made.mentees]
    assert sum(m <= 12 for m in months) == 110
    flagged = [s for s in made.schools if s.kind is SCHOOL]
    counts = [
        sum(bool(getattr(s, flag)) for s in flagged)
        for flag in ("low_results", "hard_context", "stably_high", "resilient")
    ]
    assert counts == [6, 10, 9, 3]
    assert 1500 <= len(made.people) <= 2500


def test_kemerovo_has_groups_and_young_heads() -> None:
    made = town("kemerovo")
    grouped = [row for row in made.mentees if row.programme == "group"]
    assert len(grouped) == 40
    assert {kind_of(made, row.person) for row in grouped} == {KINDERGARTEN}
    places = sum(row.places or 0 for row in able(made) if "group" in row.programmes)
    assert places >= 40
    young = [row for row in made.mentees if row.category is MenteeCategory.YOUNG_HEAD]
    assert len(young) == 12
    for row in young:
        head = made.person[row.person]
        assert head.leads is Leads.HEAD and (head.experience_post or 0) < 36
    heads = [row for row in able(made) if row.kind is MentorKind.HEAD]
    assert sum(row.places or 0 for row in heads) >= 12


def test_kemerovo_mentees_are_heavy_tailed_over_organisations() -> None:
    made = town("kemerovo")
    per_school = Counter(made.person[row.person].school for row in made.mentees)
    counts = [per_school[school.id] for school in made.schools]
    assert max(counts) == 12
    assert 0.28 <= counts.count(0) / len(counts) <= 0.40


def test_kemerovo_can_reach_its_coverage() -> None:
    made = town("kemerovo")
    helped, helping = {r.person for r in made.mentees}, {r.person for r in able(made)}
    young = [p for p in made.people if (p.age_on(made.reference_date) or 0) < 35]
    served = [p for p in young if p.id not in helped and (p.other_support or p.id in helping)]
    mentees = [p for p in young if p.id in helped]
    still_needed = 0.7 * len(young) - len(served)
    assert 0 < still_needed < 0.75 * len(mentees)
    others = [p for p in young if p.id not in helped and p.id not in helping]
    assert len(served) + 0.5 * len(others) < len(young)  # the pairs do matter
    ordinary = [r for r in able(made) if not r.programmes]
    assert sum(r.places or 0 for r in ordinary) > still_needed


def test_the_villages_have_one_physicist_and_three_lonely_schools() -> None:
    made = town("leninsk-kuznetsky")
    physicists = [p.id for p in made.people if "физика" in p.subjects]
    assert len(physicists) == 1
    assert physicists[0] in {row.person for row in made.mentors}
    assert [row.needed_subject for row in made.mentees if row.needed_subject] == ["физика"]
    mentees = Counter(made.person[row.person].school for row in made.mentees)
    mentors = Counter(made.person[row.person].school for row in made.mentors)
    lonely = [s.id for s in made.schools if s.kind is SCHOOL and mentees[s.id] == 1]
    assert sum(mentors[school] == 0 for school in lonely) == 3
    categories = Counter(row.category for row in made.mentees)
    assert categories[MenteeCategory.STUDENT] == 5
    assert categories[MenteeCategory.YOUNG_HEAD] == 2
    assert Counter(row.kind for row in made.mentors) == {
        MentorKind.TEACHER: 22,
        MentorKind.EMPLOYER: 5,
        MentorKind.HEAD: 2,
    }
    deputies = [
        row
        for row in made.mentors
        if row.kind is MentorKind.TEACHER and made.person[row.person].leads is Leads.DEPUTY
    ]
    assert len(deputies) == 6


def test_students_have_a_year_of_interaction() -> None:
    for name in ("leninsk-kuznetsky", "surgut"):
        made = town(name)
        for row in made.mentees:
            student = row.category is MenteeCategory.STUDENT
            assert (row.programme == "employer-student") == student
            assert (row.year_of_interaction is not None) == student
        employers = [row for row in made.mentors if row.kind is MentorKind.EMPLOYER]
        assert all("employer-student" in row.programmes for row in employers)


def test_the_town_of_partnerships() -> None:
    made = town("leninsk-city")
    assert sum(bool(school.low_results) for school in made.schools) == 4
    assert sum(school.strong for school in made.schools) == 5
    assert not any(school.priority and school.strong for school in made.schools)
    assert len(made.people) > 700
    assert Counter((link.kind, link.state) for link in made.links) == {
        (LinkKind.COOPERATION, LinkState.IN_FORCE): 2,
        (LinkKind.PARTNERSHIP, LinkState.IN_FORCE): 1,
        (LinkKind.COOPERATION, LinkState.ENDED): 1,
        (LinkKind.COOPERATION, LinkState.PIN): 1,
        (LinkKind.COOPERATION, LinkState.FORBID): 1,
    }
    in_force = [link for link in made.links if link.in_force(made.reference_date)]
    assert len(in_force) == 3
    settled = [link for link in made.links if link.state is LinkState.PIN] + in_force
    for link in made.links:
        assert made.school[link.helping].strong
        if link.kind is LinkKind.COOPERATION:
            assert made.school[link.helped].low_results
        assert made.profile[link.helping].consent is made.profile[link.helped].consent
    helped = [link.helped for link in settled if link.kind is LinkKind.COOPERATION]
    assert len(helped) == len(set(helped))
    for link in settled:
        sides = made.profile[link.helping], made.profile[link.helped]
        assert sides[0].legal_entity != sides[1].legal_entity
        assert sides[0].consent is Willing.YES


def test_a_school_with_low_results_is_a_branch_of_a_strong_one() -> None:
    made = town("leninsk-city")
    strong = {made.profile[s.id].legal_entity for s in made.schools if s.strong}
    low = {made.profile[s.id].legal_entity for s in made.schools if s.low_results}
    assert len(strong & low) == 1


def test_the_northern_town_has_newcomers_with_long_experience() -> None:
    made = town("kogalym")
    ours = [row for row in made.mentees if row.programme is None]
    assert len(ours) == 60 and len(made.mentees) == 68
    people = [made.person[row.person] for row in ours]
    assert all((p.experience_school or 0) <= 36 for p in people)
    assert all((p.age_on(made.reference_date) or 99) < 35 for p in people)
    assert sum((p.experience_teaching or 0) > 36 for p in people) == 15
    assert all(row.months in {3, 6, 9, 12} for row in made.mentees)


def test_the_city_with_five_roles() -> None:
    made = town("surgut")
    roles = Counter(row.programme for row in made.mentees)
    assert roles == {
        None: 190,
        "head-teacher": 20,
        "employer-student": 25,
        "lecturer-teacher": 15,
        "partner-teacher": 10,
    }
    outside = [school for school in made.schools if school.kind.outside]
    assert Counter(school.kind.value for school in outside) == {
        "university": 2,
        "college": 2,
        "partner": 4,
    }
    assert sum(not school.agreement_holds(made.reference_date) for school in outside) == 1
    assert all(1_500 <= (row.pay or 0) <= 4_000 for row in made.mentors)
    assert all(s.pay_budget is not None for s in made.schools if not s.kind.outside)
    own = [school for school in made.schools if not school.kind.outside]
    assert 0.15 <= sum(school.model_order is None for school in own) / len(own) <= 0.25


def test_villages_are_far_apart_and_some_subjects_are_rare() -> None:
    made = town("rural")
    km = [row.kilometres or 0 for row in made.distances]
    assert (min(km), max(km)) == (5.0, 60.0)
    assert len({school.settlement for school in made.schools}) == 25
    offered = Counter(s for row in able(made) for s in made.person[row.person].subjects)
    wanted = {s for row in made.mentees for s in made.person[row.person].subjects}
    assert any(offered[subject] <= 1 for subject in wanted)


def test_the_shortage_is_of_30_per_cent() -> None:
    made = town("shortage")
    assert sum(row.places or 0 for row in able(made)) == round(0.7 * len(made.mentees))


def test_the_limits_cross() -> None:
    made = town("crossed")
    assert sum(school.outside_limit is not None for school in made.schools) > 12
    assert all(row.hours_per_week is not None for row in made.mentors)
    assert len({row.programme for row in made.mentees}) >= 4


def test_the_planted_conflicts_are_there_and_apart() -> None:
    made = town("impossible")
    rows = {row.person: row for row in made.mentors}
    pinned: dict[str, list[str]] = defaultdict(list)
    for decision in made.decisions:
        if decision.kind is DecisionKind.PIN:
            pinned[decision.mentor].append(decision.mentee)
    crowded = [m for m, who in pinned.items() if len(who) > (rows[m].places or 0)]
    assert [(len(pinned[m]), rows[m].places) for m in crowded] == [(3, 2)]
    doubted = [d for d in made.decisions if d.kind is DecisionKind.FORBID]
    assert len(doubted) == 1 and doubted[0].mentee in pinned[doubted[0].mentor]
    closed = [school for school in made.schools if school.outside_limit is not None]
    assert [school.outside_limit for school in closed] == [2]
    strangers = [
        mentee
        for mentor, who in pinned.items()
        for mentee in who
        if made.person[mentor].school == closed[0].id and made.person[mentee].school != closed[0].id
    ]
    assert len(strangers) == len(set(strangers)) == 4
    cost: Counter[str] = Counter()
    for mentor, who in pinned.items():
        cost[made.person[mentor].school] += (rows[mentor].pay or 0) * len(who)
    poor = [s.id for s in made.schools if cost[s.id] > (s.pay_budget or 0)]
    assert len(poor) == 1
    crowded_school = made.person[crowded[0]].school
    doubted_school = made.person[doubted[0].mentor].school
    apart = {crowded_school, doubted_school, closed[0].id, *poor}
    assert len(apart) == 4


def test_pinned_pairs_of_the_impossible_town_are_otherwise_eligible() -> None:
    made = town("impossible")
    rows = {row.person: row for row in made.mentors}
    for decision in made.decisions:
        mentor, mentee = made.person[decision.mentor], made.person[decision.mentee]
        assert mentor.subjects == mentee.subjects and mentor.levels == mentee.levels
        assert (mentor.experience_teaching or 0) >= 60
        assert mentor.status is mentee.status is Status.WORKING
        row = rows[mentor.id]
        assert row.willing is Willing.YES and len(row.formats) == 2 and row.max_minutes is None
        assert mentor.leads is Leads.NOT and not mentor.attests
