"""Rules about schools, each in the cases in which it could go wrong."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from matchmaker.constraints.quota import Quota
from matchmaker.domain import LinkKind, LinkState, School, Technology, Willing
from matchmaker.io.policy_file import default_policy
from matchmaker.limits import Limits
from matchmaker.pairs import Roster
from matchmaker.policy import Kind
from matchmaker.program.compile import compile_program
from matchmaker.program.program import Program
from matchmaker.rulebook import Rulebook, Tier, must, prefer
from matchmaker.rules import Rule, catalogue
from matchmaker.rules.schools.complement import Complement
from matchmaker.rules.schools.each_partnered import EachPartnered
from matchmaker.rules.schools.every_district import EveryDistrict
from matchmaker.rules.schools.every_technology import EveryTechnology
from matchmaker.rules.schools.every_topic import EveryTopic
from matchmaker.rules.schools.heads_agree import HeadsAgree
from matchmaker.rules.schools.helped_at_most import HelpedAtMost
from matchmaker.rules.schools.helpers_wanted import HelpersWanted
from matchmaker.rules.schools.lead_partner import LeadPartner
from matchmaker.rules.schools.link_cost import LinkCost
from matchmaker.rules.schools.link_forbidden import LinkForbidden
from matchmaker.rules.schools.link_pinned import LinkPinned
from matchmaker.rules.schools.links_at_most import LinksAtMost
from matchmaker.rules.schools.needs_met import NeedsMet
from matchmaker.rules.schools.new_partners import NewPartners
from matchmaker.rules.schools.partners_at_most import PartnersAtMost
from matchmaker.rules.schools.platform_size import PlatformSize
from matchmaker.rules.schools.practices import Practices
from matchmaker.rules.schools.results_shown import ResultsShown
from matchmaker.rules.schools.separate_entities import SeparateEntities
from matchmaker.rules.schools.similar_context import SimilarContext
from matchmaker.rules.schools.subjects_met import SubjectsMet
from matchmaker.rules.schools.support_asked import SupportAsked
from matchmaker.rules.travel import Travel
from matchmaker.solvers.auto import choose
from tests.rules.network import link, network, profile, school


def found(
    rule: Rule, here: dict[str, Any], there: dict[str, Any], kind: Kind = "joint"
) -> tuple[int | None, str]:
    """What a rule measures of h helping a, and says of it; facts of the profiles are given."""
    marks = {"stably_high": True} if kind == "partnership" else {}
    roster = network(
        kind,
        school("a", **marks),
        school("h", **marks),
        profile("a", **here),
        profile("h", **there),
    )
    pair = roster.pair(0, 1)
    measured = rule.measure_of(pair)
    if kind == "partnership":
        assert rule.measure_of(roster.pair(1, 0)) == measured
    return measured, rule.words(pair)


def at(roster: Roster, *links: tuple[str, str]) -> list[tuple[int, int]]:
    """Positions of links given as (helped, helping)."""
    return [(roster.mentee.position[a], roster.mentor.position[b]) for a, b in links]


def loads(quota: Quota, roster: Roster, *links: tuple[str, str]) -> dict[str, int]:
    """The load of each group that has any."""
    places = at(roster, *links)
    counted = quota.loads(roster.take([i for i, _ in places], [j for _, j in places]))
    return {k: v for k, v in zip(quota.labels, counted.tolist(), strict=True) if v}


def solved(program: Program) -> tuple[tuple[int, ...], set[tuple[str, str]]]:
    """The values of the tiers, and the links chosen as (helped, helping)."""
    raw = choose("auto", program).solver.solve(program, Limits(), lambda event: None)
    assert all(proof.closed != "open" for proof in raw.proof)
    side = program.roster.mentee.units, program.roster.mentor.units
    places = zip(program.i[raw.chosen].tolist(), program.j[raw.chosen].tolist(), strict=True)
    return program.values(raw.chosen), {(side[0][i].key, side[1][j].key) for i, j in places}


@pytest.mark.parametrize(
    ("marks", "shown", "asks"),
    [
        ({}, False, False),
        ({"stably_high": True}, True, False),
        ({"resilient": True, "hard_context": True}, True, False),
        ({"low_results": True}, False, True),
        ({"hard_context": True, "stably_high": False}, False, True),
        ({"low_results": True, "stably_high": True}, True, False),
    ],
)
def test_who_helps_and_who_asks(marks: dict[str, bool], shown: bool, asks: bool) -> None:
    assert School(id="s", name="Школа", **marks).asks is asks
    pair = network("joint", school("s", **marks), school("t")).pair(0, 0)
    assert bool(ResultsShown().measure_of(pair)) is shown
    assert bool(SupportAsked().measure_of(pair)) is asks


@pytest.mark.parametrize("kind", ["joint", "partnership"])
@pytest.mark.parametrize(
    ("here", "there", "agree", "lenient", "word"),
    [
        (Willing.YES, Willing.YES, True, True, "руководители согласны"),
        (Willing.YES, Willing.UNKNOWN, False, True, "ещё не спрошен: Школа h"),
        (Willing.UNKNOWN, Willing.YES, False, True, "ещё не спрошен: Школа a"),
        (Willing.YES, Willing.NO, False, False, "не получено"),
        (Willing.NO, Willing.UNKNOWN, False, False, "не получено"),
    ],
)
def test_consent(
    kind: Kind, here: Willing, there: Willing, agree: bool, lenient: bool, word: str
) -> None:
    facts = {"consent": here}, {"consent": there}
    measured, words = found(HeadsAgree(), *facts, kind)
    assert bool(measured) is agree
    assert word in words
    assert bool(found(HeadsAgree(not_asked_agrees=True), *facts, kind)[0]) is lenient


def test_the_platform_itself_need_not_be_asked() -> None:
    roster = network("platform")
    agreed = HeadsAgree().measure(roster.all())[0]
    who = {unit.key: bool(good) for unit, good in zip(roster.mentor.units, agreed, strict=True)}
    assert who["h1"]
    assert not (who["h4"] or who["h5"])
    assert "площадка" not in HeadsAgree().words(roster.pair(0, roster.mentor.position["h5"]))


@pytest.mark.parametrize(
    ("here", "there", "good", "word"),
    [
        ("4200", "4300", True, "разные"),
        ("4200 АБ", " 4200  аб ", False, "одно"),
        (None, "4200", True, "не у всех"),
        (None, None, True, "не у всех"),
    ],
)
def test_legal_entities(here: str | None, there: str | None, good: bool, word: str) -> None:
    facts = {"legal_entity": here}, {"legal_entity": there}
    measured, words = found(SeparateEntities(), *facts)
    assert bool(measured) is good
    assert word in words


def test_nobody_is_a_partner_of_its_own() -> None:
    roster = network("joint")
    assert not SeparateEntities().measure(roster.all()).diagonal().any()


def test_decisions_and_agreements_of_equals_hold_either_way_round() -> None:
    roster = network("partnership")
    (h1, h2), (h3, h5) = at(roster, ("h1", "h2"), ("h3", "h5"))
    for i, j in ((h1, h2), (h2, h1)):
        assert not NewPartners().measure_of(roster.pair(i, j))
        assert NewPartners().words(roster.pair(i, j)) == "школы уже партнёры"
    for i, j in ((h1, h5), (h5, h1)):
        assert not LinkForbidden().measure_of(roster.pair(i, j))
        assert NewPartners().measure_of(roster.pair(i, j))
    for i, j in ((h2, h3), (h3, h2)):
        assert LinkPinned().words(roster.pair(i, j)) == "договор закрепил куратор"


def test_a_pin_is_a_bound_of_one() -> None:
    roster = network("cooperation")
    (quota,) = LinkPinned().quotas(roster.all())
    assert quota.labels == ("Школа h2 – Школа a2",)
    assert loads(quota, roster, ("a2", "h1"), ("a1", "h2")) == {}
    assert loads(quota, roster, ("a2", "h2")) == {"Школа h2 – Школа a2": 1}
    assert list(LinkPinned().quotas(network("cooperation", school("a")).all())) == []


def test_how_many_partner_schools() -> None:
    roster = network("cooperation")
    (wanted,) = HelpersWanted().quotas(roster.all())
    (capped,) = HelpersWanted(at_most=2).quotas(roster.all())
    (helped,) = HelpedAtMost().quotas(roster.all())
    assert wanted.upper is not None and capped.upper is not None and helped.upper is not None
    assert dict(zip(wanted.labels, wanted.upper.tolist(), strict=True))["Школа a1"] == 3
    assert capped.upper.tolist() == [2, 1, 1]
    most = dict(zip(helped.labels, helped.upper.tolist(), strict=True))
    assert (most["Школа h1"], most["Школа h2"]) == (2, 1)
    assert loads(helped, roster, ("a1", "h1"), ("a2", "h1")) == {"Школа h1": 2}


def test_a_second_lead_partner_adds_nothing() -> None:
    """Also where any two organisations may be linked."""
    roster = network("joint")
    rule = LeadPartner()
    (quota,) = rule.quotas(roster.all())
    assert quota.labels == ("Школа a1", "Школа a2", "Школа a3")
    links = [("a1", "h1"), ("a1", "h2"), ("a1", "b"), ("b", "h1"), ("a2", "h1"), ("h1", "a1")]
    assert loads(quota, roster, *links) == {"Школа a1": 2, "Школа a2": 1}
    measured = [rule.measure_of(roster.pair(i, j)) for i, j in at(roster, *links)]
    assert measured == [1, 1, 0, 0, 1, 0]
    assert list(rule.quotas(network("joint", school("b")).all())) == []


def test_needs_are_compared_as_words() -> None:
    here = {"risk_profile": {"КАДРЫ", "Учёт  успехов", "режим"}}
    there = {"strengths": {"кадры", "учет успехов"}}
    assert found(NeedsMet(), here, there) == (2, "есть опыт по темам: КАДРЫ, Учёт успехов")
    assert found(NeedsMet(cap=1), here, there)[0] == 1
    assert found(NeedsMet(), {"risk_profile": {"режим"}}, there) == (
        0,
        "запрос и опыт школ в разных темах",
    )
    other = NeedsMet(answers=(("Режим", "Кадры"), ("режим", "учёт успехов")))
    assert found(other, here, there)[0] == 3
    none: dict[str, Any] = {}
    for one, two in ((here, none), (none, there), (none, none)):
        measured, words = found(NeedsMet(), one, two)
        assert measured == 0
        assert NeedsMet.unknown.begins(words)


def test_subjects_are_compared_as_words() -> None:
    here, there = {"weak_subjects": {"Химия", "физика"}}, {"strong_subjects": {"химия "}}
    assert found(SubjectsMet(), here, there) == (1, "есть опыт по предметам: Химия")
    assert found(SubjectsMet(), here, {"strong_subjects": {"пение"}})[0] == 0
    assert SubjectsMet.unknown.begins(found(SubjectsMet(), here, {})[1])


def test_what_tells_a_schools_needs_or_marks_is_private() -> None:
    schools = [rule for rule in catalogue.values() if rule.concerns == "schools"]
    needs, marks = {"needs_met", "subjects_met"}, {"lead_partner", "results_shown", "support_asked"}
    assert {rule.name for rule in schools if rule.private} == needs | marks


@pytest.mark.parametrize(
    ("here", "there", "points", "word"),
    [
        ({}, {}, 0, "не хватает сведений"),
        ({"pupils": 100}, {"social_index": 50}, 0, "не хватает сведений"),
        ({"pupils": 100}, {"pupils": 200}, 1, "близкая численность"),
        ({"pupils": 100}, {"pupils": 201}, 0, "условия школ разные"),
        ({"pupils": 0}, {"pupils": 0}, 1, "близкая численность"),
        ({"social_index": 12.3}, {"social_index": 27.3}, 2, "социальные условия"),
        ({"social_index": 12.3}, {"social_index": 27.4}, 0, "условия школ разные"),
        ({"special_needs": 2.3}, {"special_needs": 7.3}, 1, "состав"),
        ({"non_native": 12.3, "pupils": 1}, {"non_native": 2.3, "pupils": 9}, 1, "состав"),
    ],
)
def test_similar_context(
    here: dict[str, Any], there: dict[str, Any], points: int, word: str
) -> None:
    measured, words = found(SimilarContext(), here, there, "partnership")
    assert measured == points
    assert word in words


def test_villages_and_towns() -> None:
    rule = SimilarContext()
    for one, other, points in ((True, True, 2), (False, False, 2), (True, False, 0)):
        pair = network("joint", school("s", rural=one), school("t", rural=other)).pair(0, 1)
        assert rule.measure_of(pair) == points
    pair = network("joint", school("s", rural=True), school("t", rural=True)).pair(0, 1)
    assert rule.words(pair) == "похожие условия: сельские школы"
    assert rule.model_copy(update={"rural": 0}).measure_of(pair) == 0
    pair = network("joint", school("s", rural=True), school("t")).pair(0, 1)
    assert rule.words(pair) == rule.unknown()


def test_complement_counts_what_one_of_the_two_has_alone() -> None:
    here = {"strengths": {"Кадры", "климат"}, "strong_subjects": {"физика"}}
    there = {"strengths": {"кадры"}, "strong_subjects": {"химия", "климат"}}
    measured, words = found(Complement(), here, there, "partnership")
    assert measured == 4  # a topic and a subject of one name are two
    assert words == "опыт школ дополняет друг друга: климат, климат, физика"
    assert found(Complement(cap=2), here, there, "partnership")[0] == 2
    assert found(Complement(), here, here, "partnership") == (0, "опыт школ один и тот же")
    measured, words = found(Complement(), here, {}, "partnership")
    assert (measured, words) == (0, Complement.unknown())


def test_a_partnership_counts_for_both() -> None:
    roster = network("partnership")
    (most,) = PartnersAtMost().quotas(roster.all())
    (least,) = EachPartnered().quotas(roster.all())
    assert most.upper is not None and least.lower is not None
    assert most.upper.tolist() == [2, 1, 2, 2, 2]
    assert least.lower.tolist() == [1] * 5
    chosen = [("h1", "h2"), ("h1", "h3"), ("h2", "h3")]
    assert loads(most, roster, *chosen) == {"Школа h1": 2, "Школа h2": 2, "Школа h3": 2}
    places = at(roster, *chosen)
    said = list(most.check(roster.take([i for i, _ in places], [j for _, j in places])))
    assert said == ["Школа h2: не больше 1 партнёрства"]
    for rule in (PartnersAtMost(), EachPartnered()):
        assert list(rule.quotas(network("joint").all())) == []


def test_roads_between_equals_are_judged_either_way_round() -> None:
    roster = network("partnership")
    ((h1, h3),) = at(roster, ("h1", "h3"))
    for i, j in ((h1, h3), (h3, h1)):
        assert Travel().measure_of(roster.pair(i, j)) == 0  # h1 travels 30 minutes, not 40
        assert Travel().words(roster.pair(i, j)) == "в пути 40 мин, предел 30 мин"
    for one in ("h1", "h3", "h5"):
        ((i, j),) = at(roster, ("h2", one))
        assert Travel().words(roster.pair(i, j)) == Travel().words(roster.pair(j, i))
        assert Travel().words(roster.pair(j, i)) == "встречи дистанционные"


def test_the_school_helped_may_limit_the_road_too() -> None:
    roster = network("joint")
    ((i, j),) = at(roster, ("h1", "h3"))
    assert Travel().measure_of(roster.pair(i, j)) == 0
    assert roster.pair(i, j).minutes == 40


def test_links_are_limited_in_each_direction() -> None:
    roster = network("joint")
    helps, helped = LinksAtMost(each_way=1).quotas(roster.all())
    links = [("a1", "h1"), ("a2", "h1"), ("h1", "a1")]
    assert loads(helps, roster, *links) == {"Школа h1": 2, "Школа a1": 1}
    assert loads(helped, roster, *links) == {"Школа a1": 1, "Школа a2": 1, "Школа h1": 1}
    *_, together = LinksAtMost(together=3).quotas(roster.all())
    assert loads(together, roster, *links) == {"Школа h1": 3, "Школа a1": 2, "Школа a2": 1}
    assert "не больше 3 связей всего" in together.words(0)
    assert "помогает не больше чем 1 организации" in helps.words(0)
    assert "не больше чем от 1 организации" in helped.words(0)


def test_an_agreement_in_force_costs_nothing() -> None:
    roster = network("joint")
    places = at(roster, ("a1", "h1"), ("h1", "a1"), ("a3", "h3"))
    assert [LinkCost().measure_of(roster.pair(i, j)) for i, j in places] == [0, 1, 1]


def test_what_the_platform_must_have() -> None:
    roster = network("platform")
    (technologies,) = EveryTechnology().quotas(roster.all())
    assert technologies.labels == ("тьюторство", "менторство", "коучинг")
    assert loads(technologies, roster, ("platform", "h1"), ("platform", "h3")) == {
        "тьюторство": 2,
        "коучинг": 1,
    }
    (districts,) = EveryDistrict().quotas(roster.all())
    assert districts.labels == ("Восток", "Север", "Юг")
    assert loads(districts, roster, ("platform", "h1"), ("platform", "h4")) == {"Север": 1}
    (topics,) = EveryTopic().quotas(roster.all())
    assert topics.labels == ("кадры", "оснащение", "учебная мотивация", "школьный климат")
    assert loads(topics, roster, ("platform", "h1"), ("platform", "h3")) == {
        "кадры": 2,
        "учебная мотивация": 2,
    }
    bare = network("platform", school("s"))
    assert list(EveryDistrict().quotas(bare.all())) == list(EveryTopic().quotas(bare.all())) == []
    (none,) = EveryTechnology().quotas(bare.all())
    assert none.loads(bare.take([0], [0])).tolist() == [0, 0, 0]


def test_the_size_of_the_platform() -> None:
    roster = network("platform")
    (least,) = PlatformSize().quotas(roster.all())
    assert least.words(0) == "Сетевая площадка: не меньше 5 школ"
    assert not least.kept(least.loads(roster.take([0] * 4, [0, 1, 2, 3])))[0]
    _, most = PlatformSize(at_least=1, at_most=3).quotas(roster.all())
    assert not most.kept(most.loads(roster.take([0] * 4, [0, 1, 2, 3])))[0]


def test_practices_not_stated_count_nothing() -> None:
    roster = network("platform")
    told = {
        key: (Practices(cap=3).measure_of(pair), Practices().words(pair))
        for key, j in roster.mentor.position.items()
        if (pair := roster.pair(0, j))
    }
    assert told["h1"] == (3, "представлено практик: 4")
    assert told["h2"] == (0, "практики ещё не представлены")
    assert told["h3"] == (0, Practices.unknown())


def test_cooperation_as_it_comes() -> None:
    book = default_policy().cooperation
    values, links = solved(compile_program(network("cooperation"), book))
    # h1 has the only agreement in force; h2 is pinned to a2, and helps no other.
    assert links >= {("a1", "h1"), ("a2", "h2")}
    assert all(b in {"h1", "h2", "h3"} for _, b in links)
    assert dict(zip([tier.name for tier in book.order], values, strict=True)) | {
        "fit": 0,
        "travel": 0,
    } == {"obligations": 0, "coverage": 2, "continuity": 1, "fit": 0, "travel": 0}
    assert not {a for a, _ in links} & {"a3"}  # its head is not asked: no profile


def test_partnerships_as_they_come() -> None:
    roster = network(
        "partnership",
        *(school(f"p{n}", stably_high=True) for n in range(5)),
        *(profile(f"p{n}", strengths={f"тема {n % 2}"}, partners_at_most=1) for n in range(5)),
        link("p0", "p1", LinkKind.PARTNERSHIP),
        link("p2", "p3", LinkKind.PARTNERSHIP, LinkState.FORBID),
    )
    program = compile_program(roster, default_policy().partnership)
    assert (program.i < program.j).all()
    values, links = solved(program)
    assert values[:3] == (0, -1, 4)  # five schools in pairs: one is left
    assert len({key for both in links for key in both}) == 4
    assert not links & {("p0", "p1"), ("p2", "p3")}


def test_an_odd_number_of_equals_each_in_a_partnership() -> None:
    """Three schools can all be in one if one of them is ready for two."""
    roster = network(
        "partnership",
        *(school(f"p{n}", stably_high=True) for n in range(3)),
        profile("p0", partners_at_most=2),
        profile("p1", partners_at_most=1),
        profile("p2", partners_at_most=1),
    )
    values, links = solved(compile_program(roster, default_policy().partnership))
    assert values[1] == 0
    assert links == {("p0", "p1"), ("p0", "p2")}


def platform_of(*schools: tuple[set[Technology], int]) -> Roster:
    """A platform of schools with these technologies and practices."""
    rows = [
        row
        for n, (technologies, practices) in enumerate(schools)
        for row in (
            school(f"s{n}"),
            profile(f"s{n}", technologies=technologies, practices=practices),
        )
    ]
    return network("platform", *rows)


T, M, C = Technology.TUTORING, Technology.MENTORING, Technology.COACHING
SCHOOLS: tuple[tuple[set[Technology], int], ...] = (
    ({T}, 9),
    ({T}, 8),
    ({T, C}, 1),
    ({M}, 0),
    ({C}, 4),
    ({M, T}, 5),
    (set(), 30),
)


def test_the_platform_is_as_small_as_it_may_be_and_then_as_experienced() -> None:
    """Negative points are settled like others; brute force agrees."""
    values, links = solved(compile_program(platform_of(*SCHOOLS), default_policy().platform))
    best = max(
        (-len(some), sum(SCHOOLS[n][1] for n in some))
        for size in range(5, 7)
        for some in combinations(range(6), size)
        if set().union(*(SCHOOLS[n][0] for n in some)) == {T, M, C}
    )
    assert values == (0, *best)
    assert len(links) == 5


def test_the_platform_may_be_as_experienced_as_possible() -> None:
    book = default_policy().platform
    tiers = tuple(reversed(book.tiers))
    size = must(PlatformSize(at_least=5, at_most=5))
    ordered = book.replace_rules([size]).model_copy(update={"tiers": tiers})
    values, links = solved(compile_program(platform_of(*SCHOOLS), ordered))
    assert values == (0, 27, -5)
    assert {key for _, key in links} == {"s0", "s1", "s4", "s5", "s2"}


def test_a_platform_that_cannot_be_is_short_of_an_obligation() -> None:
    roster = platform_of(({T}, 1), ({C}, 1))
    values, links = solved(compile_program(roster, default_policy().platform))
    assert values[0] == -4  # three schools and one technology
    assert len(links) == 2


def test_lead_partners_are_counted_once_among_all_links() -> None:
    book = Rulebook(
        tiers=(Tier(name="partners", title="Партнёры"), Tier(name="fit", title="Баллы")),
        uses=(
            must(SeparateEntities()),
            must(LinksAtMost(each_way=1)),
            prefer(LeadPartner(), tier="partners"),
            prefer(LinkCost(), weight=-10, tier="fit"),
        ),
    )
    values, links = solved(compile_program(network("joint"), book))
    assert values == (0, 3, -20)  # the agreement in force costs nothing
    assert ("a1", "h1") in links
    assert len(links) == 3
