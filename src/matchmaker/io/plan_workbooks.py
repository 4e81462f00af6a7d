"""Workbooks made of a plan: for the head of a school, for the methodist, and of changes.

The head sees pairs, changes and neutral reasons; requests, points and prices stand only in
the methodist's workbook.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matchmaker.io.plan_book import PlanBook
from matchmaker.messages import changes
from matchmaker.messages import plan_workbooks as say
from matchmaker.results.changes import why
from matchmaker.results.neutral import neutral_reasons, tells_nothing

if TYPE_CHECKING:
    from matchmaker.results.diff import Change, Diff
    from matchmaker.results.plan import Plan


def director_workbook(plan: Plan) -> bytes:
    """Pairs, mentees without a mentor, and what the plan says in sum; no requests, no points."""
    book = PlanBook(plan.record)
    book.sheet(
        say.PAIRS(),
        [
            (say.NUMBER(), 5),
            (say.SCHOOL(), 24),
            (say.MENTEE(), 30),
            (say.MENTOR(), 32),
            (say.PROGRAMME(), 24),
            (say.WHY(), 48),
        ],
        _pairs(plan),
    )
    book.sheet(
        say.LEFT(),
        [
            (say.NUMBER(), 5),
            (say.MENTEE(), 32),
            (say.POST(), 24),
            (say.SCHOOL(), 26),
            (say.WHY_NOT(), 20),
        ],
        _left(plan),
    )
    return book.bytes()


def methodist_workbook(plan: Plan) -> bytes:
    """The same pairs with points per tier and every rule, the funnel of those left out, tiers."""
    book = PlanBook(plan.record)
    tiers = plan.record.tiers[1:]
    book.sheet(
        say.POINTS(),
        [
            (say.NUMBER(), 5),
            (say.MENTEE(), 32),
            (say.MENTOR(), 32),
            (say.PROGRAMME(), 30),
            *((tier.title, 14) for tier in tiers),
            (say.WHY(), 90),
        ],
        _points(plan),
    )
    book.sheet(
        say.LEFT(),
        [(say.NUMBER(), 5), (say.MENTEE(), 32), (say.SCHOOL(), 26), (say.WHY_NOT(), 120)],
        [
            [n, _name(plan, one.mentee), _unit(plan, one.mentee).school.name, one.words]
            for n, one in enumerate(plan.record.unpaired, start=1)
        ],
    )
    book.tiers()
    return book.bytes()


def changes_workbook(plan: Plan, diff: Diff) -> bytes:
    """Who has another mentor than in the former plan, who joined, whose pair ends, and why."""
    book = PlanBook(plan.record)
    linked = plan.schools.program.roster.programmes[:1] if plan.schools else ()
    of_links = [change for change in diff.changes if change.programme in linked]
    if plan.schools:
        book.sheet(
            changes.LINKS_SHEET(),
            [
                (say.NUMBER(), 5),
                (say.SCHOOL(), 40),
                (changes.CHANGE(), 20),
                (changes.BEFORE(), 40),
                (changes.AFTER(), 40),
                (changes.WHY_LINK_ENDED(), 50),
            ],
            [_link_change(plan, change, n) for n, change in enumerate(of_links, start=1)],
        )
    if not plan.people:
        return book.bytes()
    of_people = [change for change in diff.changes if change not in of_links]
    book.sheet(
        changes.SHEET(),
        [
            (say.NUMBER(), 5),
            (say.SCHOOL(), 24),
            (say.MENTEE(), 30),
            (changes.CHANGE(), 18),
            (changes.BEFORE(), 28),
            (changes.AFTER(), 28),
            (changes.WHY_ENDED(), 40),
            (changes.WHY_NEW(), 40),
        ],
        [_change(plan, change, n) for n, change in enumerate(of_people, start=1)],
    )
    return book.bytes()


def _link_change(plan: Plan, change: Change, n: int) -> list[Any]:
    return [
        n,
        plan.names.get(change.mentee, change.mentee),
        changes.LINK_KIND[change.kind](),
        *(
            "\n".join(plan.names.get(helper, helper) for helper in helpers)
            for helpers in (change.before, change.after)
        ),
        why(plan, change) if change.before else "",
    ]


def _change(plan: Plan, change: Change, n: int) -> list[Any]:
    person = plan.municipality.person.get(change.person)
    reasons = [
        one for mentor in change.after for one in neutral_reasons(plan, change.mentee, mentor)
    ]
    return [
        n,
        plan.municipality.school[person.school].name if person else "",
        plan.names.get(change.person, change.person),
        changes.KIND[change.kind](),
        *(
            "\n".join(plan.names.get(mentor, mentor) for mentor in mentors)
            for mentors in (change.before, change.after)
        ),
        why(plan, change),
        "; ".join(dict.fromkeys(reasons)),
    ]


def _pairs(plan: Plan) -> list[list[Any]]:
    rows = []
    for n, pair in enumerate(plan.record.pairs, start=1):
        mentee, mentor = _unit(plan, pair.mentee), _mentor(plan, pair.mentor)
        programme = plan.policy.programme[pair.programme]
        months = say.MONTHS(n=mentee.last_month - mentee.first_month + 1)
        helpers = [_who(m.person) for m in mentor.everyone]
        if mentor.school.id != mentee.school.id:
            helpers.append(mentor.school.name)
        rows.append(
            [
                n,
                mentee.school.name,
                _who(mentee.person),
                "\n".join(helpers),
                "\n".join(filter(None, (programme.words(), programme.phase(mentee.year), months))),
                "; ".join(neutral_reasons(plan, pair.mentee, pair.mentor)),
            ]
        )
    return rows


def _who(person: Any) -> str:
    """A person for a table: name, then post and subjects on a line of their own."""
    subjects = ", ".join(sorted(person.subjects))
    return f"{person.name}\n{person.position}{', ' if subjects else ''}{subjects}"


def _points(plan: Plan) -> list[list[Any]]:
    rows = []
    for n, pair in enumerate(plan.record.pairs, start=1):
        said = [
            f"{one.title}: {one.words} ({one.points:+d})"
            for one in plan.rules(pair.mentee, pair.mentor)
            if one.points and one.tier not in {"coverage", "wishes"} and not tells_nothing(one)
        ]
        names = ", ".join(m.person.name for m in _mentor(plan, pair.mentor).everyone)
        rows.append(
            [
                n,
                _name(plan, pair.mentee),
                names,
                plan.policy.programme[pair.programme].words(),
                *pair.points.values(),
                "; ".join(said),
            ]
        )
    return rows


def _left(plan: Plan) -> list[list[Any]]:
    rows = []
    for n, one in enumerate(plan.record.unpaired, start=1):
        unit = _unit(plan, one.mentee)
        rows.append(
            [n, unit.person.name, unit.person.position, unit.school.name, say.REASON[one.reason]()]
        )
    return rows


def _unit(plan: Plan, key: str) -> Any:
    roster = plan.program.roster
    return roster.mentee.units[roster.mentee.position[key]]


def _mentor(plan: Plan, key: str) -> Any:
    roster = plan.program.roster
    return roster.mentor.units[roster.mentor.position[key]]


def _name(plan: Plan, key: str) -> str:
    return str(_unit(plan, key).person.name)
