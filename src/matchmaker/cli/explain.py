"""``matchmaker explain``: why this pair, why not that one, why nobody; why this day."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from matchmaker.cli import explain_event, render
from matchmaker.cli.options import Json, Source
from matchmaker.messages import cli as say
from matchmaker.messages import partner

if TYPE_CHECKING:
    from matchmaker.results.plan import MenteeReasons, PairReasons, Plan


def command(
    plan: Annotated[Path, typer.Argument(metavar="PLAN", help=say.EXPLAINED())],
    source: Source,
    mentee: Annotated[str, typer.Argument(metavar="MENTEE", help=say.MENTEE())],
    mentor: Annotated[str | None, typer.Argument(metavar="[MENTOR]", help=say.MENTOR())] = None,
    json: Json = False,
) -> int:
    """Say what each rule says and is worth, and what another choice would cost."""
    from matchmaker.io.timetable_json import is_timetable

    if is_timetable(plan):
        return explain_event.command(plan, source, mentee, mentor, json=json)
    from matchmaker.domain.town import check_town
    from matchmaker.engine import read_plan
    from matchmaker.io import read
    from matchmaker.results.plan import MenteeReasons, PairReasons, Plan

    record, town = read_plan(plan), read(source)
    check_town(town.about.name, {plan.name: record.municipality})
    read_again = Plan(record, town)
    reasons = read_again.explain(mentee, mentor)
    if json:
        facts = asdict(reasons)
        if isinstance(reasons, MenteeReasons):
            pair = reasons.pair
            facts["chosen"] = pair is not None
            facts["eligible"] = reasons.candidates > 0
            facts["rules"] = asdict(pair)["rules"] if pair else []
        render.data(facts)
        return 0
    named = _Names(read_again)
    if isinstance(reasons, PairReasons):
        _pair(reasons, named)
    else:
        _mentee(reasons, named)
    return 0


class _Names:
    """What people and tiers are called, by their keys."""

    def __init__(self, plan: Plan) -> None:
        self.of = plan.called
        self.tiers = {tier.name: tier.words() for tier in plan.program.tiers}


def _pair(reasons: PairReasons, named: _Names) -> None:
    render.line(say.HEAD_PAIR(mentee=named.of(reasons.mentee), mentor=named.of(reasons.mentor)))
    render.line(reasons.verdict)
    rows = []
    for one in reasons.rules:
        if one.mood == "must":
            worth = say.MUST() if one.measure else say.BROKEN()
        else:
            worth = f"{named.tiers[one.tier or '']}: {one.points:+d}"
        rows.append((one.title, one.words, worth))
    render.table((say.COLUMN_RULE(), say.COLUMN_SAYS(), say.COLUMN_POINTS()), rows)


def _mentee(reasons: MenteeReasons, named: _Names) -> None:
    if reasons.pair:
        _pair(reasons.pair, named)
    else:
        alone = partner.NOBODY if reasons.about == "schools" else say.HEAD_NOBODY
        render.line(alone(mentee=named.of(reasons.mentee)))
        render.line(reasons.words)
    fit = partner.ELIGIBLE if reasons.about == "schools" else say.CANDIDATES
    render.line(fit(n=reasons.candidates))
    if reasons.removals:
        render.line(say.NARROWED())
        for one in reasons.removals:
            text = say.NARROW_ALONE if one.rescued else say.NARROW_LINE
            render.line("  " + text(rule=one.title, n=one.removed, rescued=one.rescued))
    if reasons.others:
        render.line(say.OTHERS())
        for other in reasons.others:
            render.line(f"  {named.of(other.mentor)}: {other.verdict}")
