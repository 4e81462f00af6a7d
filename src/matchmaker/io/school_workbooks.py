"""Workbooks made of a plan about schools: one for everybody, one for the curator alone.

What everybody reads names who works with whom and why in neutral words; schools without a
link are not in it, since that would tell who asks. Points, requests, marks of schools and
findings stand only in the curator's workbook.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING, Any

from matchmaker.domain import LinkKind, SchoolLink, Technology, Willing
from matchmaker.io.plan_book import PlanBook
from matchmaker.messages import plan_workbooks as common
from matchmaker.messages import school_workbooks as say
from matchmaker.results.link_graph import Group, Joint, Support, link_report
from matchmaker.results.neutral import neutral_reasons, tells_nothing

if TYPE_CHECKING:
    from matchmaker.program.record import PairRecord
    from matchmaker.results.plan import Plan
    from matchmaker.results.two_step import TwoStep

Rows = list[list[Any]]

TOLD = frozenset({"travel", "agreement_goes_on", "link_cost"})
"""Rules whose words have columns of their own."""

SIDES = 68
"""Room for the schools of a link. Unit: characters."""


def partners_workbook(plan: Plan) -> bytes:
    """Who works with whom and why, and the links of each school; fit for everybody."""
    book = PlanBook(plan.record, say.ABOUT)
    sides = _sides(plan)
    schools = [(header, SIDES // len(sides)) for header in sides]
    if plan.record.kind == "platform":
        book.sheet(
            say.PLATFORM(),
            [(common.NUMBER(), 5), *schools, (say.TECHNOLOGIES(), 30), (common.WHY(), 40)],
            [
                [n, *_places(plan, line), _technologies(plan, line), _why(plan, line)]
                for n, line in enumerate(plan.record.links, start=1)
            ],
        )
        return book.bytes()
    over = _pairs_over(plan)
    book.sheet(
        say.LINKS(),
        [
            (common.NUMBER(), 5),
            *schools,
            (say.AGREEMENT(), 16),
            (say.STATE(), 14),
            (say.ROAD(), 14),
            (common.WHY(), 40),
        ],
        [
            [
                n,
                *_places(plan, line),
                _kind(plan).text(),
                _state(plan, line),
                _road(plan, line),
                _why(plan, line, over[line.mentee, line.mentor]),
            ]
            for n, line in enumerate(plan.record.links, start=1)
        ],
    )
    roles = _roles(plan)
    book.sheet(
        say.SCHOOLS(),
        [(common.NUMBER(), 5), (say.SCHOOL(), 40), *((role, 100 // len(roles)) for role in roles)],
        [
            [
                n,
                _placed(plan, school),
                *("\n".join(_names(plan, of[school])) for of in roles.values()),
            ]
            for n, school in enumerate(_linked(plan), start=1)
        ],
    )
    return book.bytes()


def curator_workbook(plan: Plan, two_step: TwoStep | None = None) -> bytes:
    """Points, rules, requests, loads, dependences, and who has no link; for the curator alone.

    Parameters
    ----------
    two_step : of a joint plan, what links first and pairs after them reach.
    """
    book = PlanBook(plan.record, say.ABOUT, say.FOR_CURATOR())
    sides = _sides(plan)
    platform = plan.record.kind == "platform"
    own = (say.TECHNOLOGIES, _technologies) if platform else (say.STATE, _state)
    book.sheet(
        say.PLATFORM() if platform else say.LINKS(),
        [
            (common.NUMBER(), 5),
            *((header, SIDES // len(sides)) for header in sides),
            (own[0](), 16),
            (say.POINTS(), 30),
            (say.RULES(), 56),
        ],
        [
            [n, *_profiles(plan, line), own[1](plan, line), _points(plan, line), _rules(plan, line)]
            for n, line in enumerate(plan.record.links, start=1)
        ],
    )
    if not platform:
        _loads(book, plan)
    book.sheet(
        say.UNLINKED(),
        [
            (common.NUMBER(), 5),
            (say.SCHOOL(), 34),
            (say.MARKS(), 26),
            (say.REQUESTS(), 34),
            (say.WHY_NOT(), 60),
        ],
        [
            [
                n,
                _placed(plan, one.mentee),
                _marks(plan, one.mentee),
                _asked(plan, one.mentee),
                one.words,
            ]
            for n, one in enumerate(plan.record.unlinked, start=1)
        ],
    )
    book.sheet(
        say.TO_ASK(),
        [
            (common.NUMBER(), 5),
            (say.SCHOOL(), 40),
            (say.MARKS(), 40),
            (say.WHY_ASK(), 60),
        ],
        [
            [n, _placed(plan, school), _marks(plan, school), why]
            for n, (school, why) in enumerate(_to_ask(plan), start=1)
        ],
    )
    book.tiers()
    if plan.record.conflicts:
        book.sheet(
            say.CONFLICTS(),
            [(common.NUMBER(), 5), (say.CONFLICT(), 120)],
            [
                [n, "\n".join(conflict.musts)]
                for n, conflict in enumerate(plan.record.conflicts, start=1)
            ],
        )
    if two_step is not None:
        book.sheet(
            say.COMPARED(),
            [(common.TIER(), 40), (say.TWO_STEP(), 30), (say.TOGETHER(), 30)],
            _compared(plan, two_step),
        )
    return book.bytes()


def _loads(book: PlanBook, plan: Plan) -> None:
    """Add what the links make of the schools: how many each has, and what hangs on one alone."""
    report = link_report(plan.municipality, plan.links)
    equals = plan.record.kind == "partnership"
    *_, partners = _roles(plan).values()
    counts = [say.AS_EQUAL] if equals else [say.AS_PARTNER, say.AS_PARTICIPANT]
    rows: Rows = []
    for load in report.loads:
        if not load.total:
            continue
        names = _names(plan, partners[load.school])
        depends = len(names) == 1 and not equals
        rows.append(
            [
                len(rows) + 1,
                _placed(plan, load.school),
                _marks(plan, load.school),
                plan.municipality.profile[load.school].consent.text(),
                *([load.partner] if equals else [load.helper, load.helped]),
                say.ONLY(school=names[0]) if depends else "\n".join(names),
            ]
        )
    book.sheet(
        say.SCHOOLS(),
        [
            (common.NUMBER(), 5),
            (say.SCHOOL(), 36),
            (say.MARKS(), 34),
            (say.CONSENT(), 14),
            *((header(), 16) for header in counts),
            (say.GROUP() if equals else say.DEPENDS(), 40),
        ],
        rows,
    )
    found: list[Support | Joint | Group] = [*report.supports, *report.joints, *report.groups]
    book.sheet(
        say.NOTICED(),
        [(common.NUMBER(), 5), (say.FINDING(), 140)],
        [[n, finding.words(report.names)] for n, finding in enumerate(found, start=1)],
    )


def _sides(plan: Plan) -> dict[str, slice]:
    """The columns of schools, and which schools of a line stand in each."""
    helped, others = slice(1), slice(1, None)
    if plan.record.kind == "platform":
        return {say.SCHOOL(): others}
    if plan.record.kind != "partnership":
        return {say.PARTNER(): others, say.PARTICIPANT(): helped}
    if plan.policy.partnership.largest_group > 2:
        return {say.GROUP(): slice(None)}
    return {say.SCHOOL(): helped, say.PARTNER(): others}


def _places(plan: Plan, line: PairRecord) -> Iterator[str]:
    """The schools of a line, column by column, each with its place."""
    for side in _sides(plan).values():
        yield "\n".join(_placed(plan, school) for school in line.everyone[side])


def _profiles(plan: Plan, line: PairRecord) -> Iterator[str]:
    """The same with marks, and what the school asks for or can show."""
    for header, side in _sides(plan).items():
        tell = _asks if header == say.PARTICIPANT() else _shows
        yield "\n".join(
            part
            for school in line.everyone[side]
            for part in (_placed(plan, school), _marks(plan, school), tell(plan, school))
            if part
        )


def _placed(plan: Plan, school: str) -> str:
    """The name of a school and, on a line of its own, where it is."""
    there = plan.municipality.school[school]
    where = ", ".join(dict.fromkeys(filter(None, (there.district, there.settlement))))
    return "\n".join(filter(None, (there.name, where)))


def _names(plan: Plan, schools: Iterable[str]) -> list[str]:
    return [plan.municipality.school[school].name for school in schools]


def _marks(plan: Plan, school: str) -> str:
    there = plan.municipality.school[school]
    return ", ".join(words() for flag, words in say.FLAGS.items() if getattr(there, flag))


def _asked(plan: Plan, school: str) -> str:
    """Topics and subjects of a school's request."""
    profile = plan.municipality.profile[school]
    return ", ".join([*sorted(profile.risk_profile), *sorted(profile.weak_subjects)])


def _asks(plan: Plan, school: str) -> str:
    what = _asked(plan, school)
    return say.ASKS(what=what) if what else ""


def _shows(plan: Plan, school: str) -> str:
    profile = plan.municipality.profile[school]
    what = ", ".join([*sorted(profile.strengths), *sorted(profile.strong_subjects)])
    return say.SHOWS(what=what) if what else ""


def _technologies(plan: Plan, line: PairRecord) -> str:
    had = plan.municipality.profile[line.mentor].technologies
    return ", ".join(technology.text() for technology in Technology if technology in had)


def _kind(plan: Plan) -> LinkKind:
    equals = plan.record.kind == "partnership"
    return LinkKind.PARTNERSHIP if equals else LinkKind.COOPERATION


def _state(plan: Plan, line: PairRecord) -> str:
    """Whether the schools of a line have an agreement already, and its number."""
    day, there = plan.municipality.reference_date, plan.municipality
    wanted = {
        SchoolLink(helping=helping, helped=helped, kind=_kind(plan)).parties
        for helped, helping in combinations(line.everyone, 2)
    }
    standing = [link for link in there.links if link.in_force(day) and link.parties in wanted]
    said = [
        say.AGREED_AS(number=link.number) if link.number else say.IN_FORCE() for link in standing
    ]
    return "\n".join(dict.fromkeys(said)) or say.NEW()


def _road(plan: Plan, line: PairRecord) -> str:
    """What the rule of travel says of the schools of a line."""
    said = [
        one.words
        for helped, helping in combinations(line.everyone, 2)
        for one in plan.rules(helped, helping, plan.schools)
        if one.rule == "travel" and not tells_nothing(one)
    ]
    return "\n".join(dict.fromkeys(said))


def _why(plan: Plan, line: PairRecord, over: int = 0) -> str:
    """Reasons of a line that everybody may read, first the pairs of people it is for."""
    said = [
        words
        for helped, helping in combinations(line.everyone, 2)
        for words in neutral_reasons(plan, helped, helping, plan.schools, but=TOLD)
    ]
    if over:
        said.insert(0, say.PAIRS_OVER(n=over))
    return "; ".join(dict.fromkeys(said))


def _pairs_over(plan: Plan) -> Counter[tuple[str, str]]:
    """How many pairs of people each link of a joint plan is for, by (helped, helping)."""
    people = plan.people
    if people is None:
        return Counter()
    roster = people.program.roster
    links = {(line.mentee, line.mentor) for line in plan.record.links}
    found: Counter[tuple[str, str]] = Counter()
    for pair in plan.record.pairs:
        here = roster.mentee.units[roster.mentee.position[pair.mentee]].school.id
        mentor = roster.mentor.units[roster.mentor.position[pair.mentor]]
        for there in {member.school.id for member in getattr(mentor, "members", ()) or (mentor,)}:
            # A link may serve both ways; then the pair may stand against it.
            found[(here, there) if (here, there) in links else (there, here)] += 1
    return found


def _roles(plan: Plan) -> dict[str, dict[str, list[str]]]:
    """With whom each school is linked, by what it is in the link."""
    helps: dict[str, list[str]] = {school: [] for school in _linked(plan)}
    helped: dict[str, list[str]] = {school: [] for school in helps}
    for link in plan.links:
        helps[link.start].append(link.end)
        helped[link.end].append(link.start)
    if plan.record.kind == "partnership":
        return {say.GROUP(): {school: [*helps[school], *helped[school]] for school in helps}}
    return {say.PARTNER_OF(): helps, say.PARTNERS(): helped}


def _linked(plan: Plan) -> list[str]:
    """The schools that the plan links, in the order of the tables."""
    ends = {school for line in plan.record.links for school in line.everyone}
    return [school for school in plan.municipality.school if school in ends]


def _points(plan: Plan, line: PairRecord) -> str:
    """Points of a line, tier by tier; tiers without are left out."""
    return "\n".join(
        say.POINTS_OF(tier=tier.title, points=line.points[tier.name])
        for tier in plan.record.tiers[1:]
        if line.points.get(tier.name)
    )


def _rules(plan: Plan, line: PairRecord) -> str:
    """What every rule says of the schools of a line: first what gives points, then the rest."""
    said: dict[str, int] = {}
    for helped, helping in combinations(line.everyone, 2):
        for one in plan.rules(helped, helping, plan.schools):
            said[one.words] = one.points or said.get(one.words, 0)
    ranked = sorted(said.items(), key=lambda item: -item[1])
    counted = [say.RULE(words=words, points=points) for words, points in ranked if points]
    return "\n".join([*counted, "; ".join(words for words, points in said.items() if not points)])


def _to_ask(plan: Plan) -> Iterator[tuple[str, str]]:
    """Schools whose heads were not asked yet, and what the answer decides."""
    linked, left = set(_linked(plan)), {one.mentee for one in plan.record.unlinked}
    for school, there in plan.municipality.school.items():
        if plan.municipality.profile[school].consent is not Willing.UNKNOWN:
            continue
        if school in linked:
            yield school, say.ASK_PROPOSED()
        elif school in left:
            yield school, say.ASK_WITHOUT()
        elif plan.record.kind == "cooperation" and there.strong:
            yield school, say.ASK_COULD_HELP()


def _compared(plan: Plan, two_step: TwoStep) -> Rows:
    """Joint plan and two steps side by side."""
    record = plan.record
    return [
        [say.ALL_LINKS(), two_step.links, len(record.links)],
        [say.ALL_PAIRS(), two_step.pairs, len(record.pairs)],
        *([tier.title, two_step.tiers[tier.name], tier.value] for tier in record.tiers),
    ]
