"""Workbooks made of a plan: for the head of a school, for the methodist, and of changes.

The head sees pairs, changes and neutral reasons; requests, points and prices stand only in
the methodist's workbook.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from matchmaker.messages import changes, plans
from matchmaker.messages import plan_workbooks as say
from matchmaker.results.changes import why
from matchmaker.rules import catalogue
from matchmaker.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matchmaker.explain import RuleWords
    from matchmaker.results.diff import Change, Diff
    from matchmaker.results.plan import Plan

LINE = 15
"""Height of one line of text. Unit: points."""

REASONS = 3
"""So many reasons stand beside a pair."""


def director_workbook(plan: Plan) -> bytes:
    """Pairs, mentees without a mentor, and what the plan says in sum; no requests, no points."""
    book = _Book(plan)
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
    book = _Book(plan)
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
    book.sheet(
        say.TIERS(),
        [(say.TIER(), 34), (say.VALUE(), 14), (say.BOUND(), 18), (say.CLOSED(), 18)],
        [
            [
                t.title,
                t.value,
                say.UNKNOWN() if t.bound is None else t.bound,
                say.CLOSED_WORDS[t.closed](),
            ]
            for t in plan.record.tiers
        ],
    )
    return book.bytes()


def changes_workbook(plan: Plan, diff: Diff) -> bytes:
    """Who has another mentor than in the former plan, who joined, whose pair ends, and why."""
    book = _Book(plan)
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
        [_change(plan, change, n) for n, change in enumerate(diff.changes, start=1)],
    )
    return book.bytes()


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


def neutral_reasons(plan: Plan, mentee: str, mentor: str) -> list[str]:
    """The weightiest reasons of a pair that may be shown to anyone at the school."""
    good = [
        one
        for one in plan.rules(mentee, mentor)
        if (one.points or 0) > 0
        and one.tier not in {"coverage", "priority"}
        and not catalogue[one.rule].private
        and not _tells_nothing(one)
    ]
    good.sort(key=lambda one: -(one.points or 0))
    return list(dict.fromkeys(one.words for one in good))[:REASONS]


def _points(plan: Plan) -> list[list[Any]]:
    rows = []
    for n, pair in enumerate(plan.record.pairs, start=1):
        said = [
            f"{one.title}: {one.words} ({one.points:+d})"
            for one in plan.rules(pair.mentee, pair.mentor)
            if one.points and one.tier not in {"coverage", "wishes"} and not _tells_nothing(one)
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


def _tells_nothing(one: RuleWords) -> bool:
    """Whether a rule only says that it lacks the data to tell."""
    unknown = getattr(catalogue[one.rule], "unknown", None)
    return isinstance(unknown, Text) and unknown.begins(one.words)


def _unit(plan: Plan, key: str) -> Any:
    roster = plan.program.roster
    return roster.mentee.units[roster.mentee.position[key]]


def _mentor(plan: Plan, key: str) -> Any:
    roster = plan.program.roster
    return roster.mentor.units[roster.mentor.position[key]]


def _name(plan: Plan, key: str) -> str:
    return str(_unit(plan, key).person.name)


class _Book:
    """A workbook whose sheets all begin with the notice that this is a draft."""

    def __init__(self, plan: Plan) -> None:
        import xlsxwriter

        self._plan = plan
        self._stream = BytesIO()
        # Text is never read as a formula or a link, whatever it begins with.
        self._book = xlsxwriter.Workbook(
            self._stream,
            {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
        )
        self._book.set_properties({"created": datetime(2026, 1, 1)})
        self._notice = self._book.add_format({"bold": True, "font_size": 12})
        self._plain = self._book.add_format({"italic": True})
        self._head = self._book.add_format(
            {
                "bold": True,
                "bg_color": "#E7E6E6",
                "border": 1,
                "text_wrap": True,
                "valign": "vcenter",
            }
        )
        self._cell = self._book.add_format({"border": 1, "text_wrap": True, "valign": "top"})

    def sheet(
        self, title: str, columns: Sequence[tuple[str, int]], rows: Sequence[Sequence[Any]]
    ) -> None:
        """Add a sheet: notice, municipality, header, rows; ready to print."""
        record = self._plan.record
        sheet = self._book.add_worksheet(title)
        sheet.write_string(0, 0, record.notice, self._notice)
        about = say.ABOUT(name=record.municipality, day=_day(record.reference_date))
        sheet.write_string(1, 0, about, self._plain)
        top = 3
        if record.fictional:
            sheet.write_string(2, 0, plans.FICTIONAL(), self._notice)
        for place, (header, width) in enumerate(columns):
            sheet.set_column(place, place, width)
            sheet.write_string(top, place, header, self._head)
        for at, row in enumerate(rows, start=top + 1):
            # Not every program fits the height of a row to wrapped text by itself.
            sheet.set_row(at, LINE * _lines(row, columns))
            for place, value in enumerate(row):
                if isinstance(value, int):
                    sheet.write_number(at, place, value, self._cell)
                else:
                    sheet.write_string(at, place, str(value), self._cell)
        sheet.set_row(top, LINE * _lines([header for header, _ in columns], columns))
        sheet.freeze_panes(top + 1, 0)
        if rows:
            sheet.autofilter(top, 0, top + len(rows), len(columns) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(top)

    def bytes(self) -> bytes:
        """The finished workbook."""
        self._book.close()
        return self._stream.getvalue()


def _lines(row: Sequence[Any], columns: Sequence[tuple[str, int]]) -> int:
    """How many lines the fullest cell of a row takes."""
    return max(
        sum(max(1, -(-len(part) // width)) for part in str(value).split("\n"))
        for value, (_, width) in zip(row, columns, strict=True)
    )


def _day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{day}.{month}.{year}"
