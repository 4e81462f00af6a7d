"""``matchmaker partner``: choose which schools help or join each other."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from matchmaker.cli import match, render
from matchmaker.cli.options import Json, Out, PolicyFile, Seconds, Solver, Source, check_folder
from matchmaker.messages import cli, partners
from matchmaker.messages import partner as say

if TYPE_CHECKING:
    from matchmaker.results.plan import Plan
    from matchmaker.results.two_step import TwoStep

Audience = Annotated[Literal["everyone", "curator"], typer.Option("--for", help=say.FOR())]


def command(
    source: Source,
    out: Out,
    kind: Annotated[
        Literal["cooperation", "partnership", "platform", "joint"],
        typer.Option("--kind", help=say.KIND()),
    ] = "cooperation",
    audience: Audience = "everyone",
    policy: PolicyFile = None,
    solver: Solver = "auto",
    seconds: Seconds = None,
    json: Json = False,
) -> int:
    """Choose links, then write ``plan.json``, ``run.json``, the workbook and the pictures."""
    check_folder(out)
    run = match.Run(cli.PROGRESS_COMPILED if kind == "joint" else say.LISTED)
    from matchmaker import engine
    from matchmaker.limits import Limits

    municipality, rules = engine.load(source, policy)
    plan = engine.partner(
        municipality,
        rules,
        kind=kind,
        solver=solver,
        limits=Limits(seconds=seconds),
        watch=run.watch,
    )
    baseline = engine.two_step(plan, Limits(seconds=seconds)) if kind == "joint" else None
    files = run.write(out, papers(plan, audience == "curator", baseline))
    if json:
        render.data(summary(plan, baseline, time.monotonic() - run.started))
    else:
        report(plan, baseline, audience == "curator")
        match.tell_files(files)
    return match.exit_code(plan.record)


def papers(plan: Plan, curator: bool, baseline: TwoStep | None = None) -> dict[str, bytes]:
    """The plan, its workbooks and pictures, by the names of their files."""
    from matchmaker.io.link_picture import link_pictures
    from matchmaker.io.school_workbooks import curator_workbook, partners_workbook

    people = match.papers(plan) if plan.people else {"plan.json": plan.to_json().encode()}
    contents = people | {"partners.xlsx": partners_workbook(plan)}
    if plan.record.kind != "platform":
        contents |= link_pictures(plan.municipality, plan.links, curator)
    if curator:
        contents["curator.xlsx"] = curator_workbook(plan, baseline)
    return contents


def summary(plan: Plan, baseline: TwoStep | None, seconds: float) -> dict[str, Any]:
    """The answer of a run in one object."""
    record = plan.record
    bounded = any(tier.bound is not None for tier in record.tiers)
    facts: dict[str, Any] = {
        "status": record.status,
        "route": record.route,
        "route_reason": record.route_reason,
        "kind": record.kind,
        "links": lines(plan),
        "tiers": match.tiers_of(record),
        "gap": record.gap,
        "bound_covers": "all pairs" if bounded else None,
        "unlinked": [
            {"school": one.mentee, "reason": one.reason, "words": one.words}
            for one in record.unlinked
        ],
        "conflicts": [list(conflict.musts) for conflict in record.conflicts],
        "candidates": record.candidate_pairs,
        "seconds": round(seconds, 3),
    }
    if record.kind == "partnership":
        facts["groups"] = [list(line.everyone) for line in record.links]
    if baseline is not None:
        values = {tier.name: tier.value for tier in record.tiers}
        facts["pairs"] = [
            {
                "mentee": pair.mentee,
                "mentor": pair.mentor,
                "programme": pair.programme,
                "points": pair.points,
            }
            for pair in record.pairs
        ]
        facts["unpaired"] = [one.model_dump() for one in record.unpaired]
        facts["two_step"] = {
            "pairs": baseline.pairs,
            "links": baseline.links,
            "tiers": baseline.tiers,
        }
        facts["wins"] = {
            "pairs": len(record.pairs) - baseline.pairs,
            "tiers": {name: value - baseline.tiers[name] for name, value in values.items()},
        }
    return facts


def lines(plan: Plan) -> list[dict[str, Any]]:
    """The links of a plan as plain data: who helps, who is helped, what the link is worth."""
    if plan.record.kind == "platform":
        return [
            {"from": line.mentor, "to": line.mentee, "kind": "platform", "points": line.points}
            for line in plan.record.links
        ]
    return [
        {
            "from": link.start,
            "to": link.end,
            "kind": link.kind,
            "points": dict(link.points),
            "in_force": link.in_force,
        }
        for link in plan.links
    ]


def report(plan: Plan, baseline: TwoStep | None, curator: bool) -> None:
    """Print what a plan reaches, its links, and which schools have none."""
    record, names = plan.record, plan.names
    match.head(record)
    if not plan.municipality.profiles:
        render.line(partners.NO_PROFILES())
    if record.kind == "platform":
        render.line(say.PLATFORM(n=len(record.links)))
    else:
        render.line(say.LINKS(n=len(plan.links), unlinked=len(record.unlinked)))
    match.proof(record)
    equal = record.kind == "partnership"
    for line in record.links[: match.SHOWN]:
        helping = ", ".join(names[key] for key in line.everyone[1:])
        shown = say.EQUALS if equal else say.MEMBER if record.kind == "platform" else say.HELPS
        render.line("  " + shown(helping=helping, helped=names[line.mentee]))
    if len(record.links) > match.SHOWN:
        render.line("  " + cli.MORE(n=len(record.links) - match.SHOWN, file="partners.xlsx"))
    if record.unlinked and not curator:
        render.line(say.WHY_UNLINKED())
    elif record.unlinked:
        render.line(say.UNLINKED())
        for one in record.unlinked:
            render.line(f"  {names[one.mentee]}: {one.words}")
    if record.kind == "joint":
        _people(plan, baseline)
    if curator and record.kind != "platform":
        _alone(plan)
    match.conflicts(record)


def _alone(plan: Plan) -> None:
    """Print what hangs on one school."""
    from matchmaker.results.link_graph import link_report

    found = link_report(plan.municipality, plan.links)
    sentences = [one.words(plan.names) for one in found.supports]
    sentences += [one.words(plan.names) for one in found.joints]
    if sentences:
        render.line(say.GRAPH())
    for sentence in sentences[: match.SHOWN]:
        render.line(f"  {sentence}")
    if len(sentences) > match.SHOWN:
        render.line("  " + cli.MORE(n=len(sentences) - match.SHOWN, file="curator.xlsx"))


def _people(plan: Plan, baseline: TwoStep | None) -> None:
    """Print the pairs of a joint plan in numbers, and what deciding together wins."""
    record = plan.record
    paired = len({pair.mentee for pair in record.pairs})
    render.line(
        cli.REPORT_PAIRS(
            pairs=len(record.pairs),
            paired=paired,
            mentees=record.mentees,
            unpaired=record.mentees - paired,
        )
    )
    if baseline is None:
        return
    render.line(say.AGAINST_TWO_STEP())
    values = {tier.name: tier for tier in record.tiers}
    render.table(
        (cli.COLUMN_TIER(), say.TOGETHER(), say.IN_TWO_STEPS()),
        [
            (say.PAIRS(), len(record.pairs), baseline.pairs),
            (say.LINKS_COLUMN(), len(record.links), baseline.links),
            *(
                (values[name].title, values[name].value, value)
                for name, value in baseline.tiers.items()
            ),
        ],
    )
