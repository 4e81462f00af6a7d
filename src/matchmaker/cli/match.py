"""``matchmaker match``: choose the pairs and write the papers."""

from __future__ import annotations

import json as json_module
import time
from typing import TYPE_CHECKING, Annotated, Any

import typer

from matchmaker.cli import render
from matchmaker.cli.options import Json, Out, PolicyFile, Source
from matchmaker.messages import cli as say
from matchmaker.messages import plans
from matchmaker.messages.plan_workbooks import CLOSED_WORDS, REASON

if TYPE_CHECKING:
    from matchmaker.events import Event
    from matchmaker.program.record import PlanRecord

SHOWN = 10
"""So many people are listed on the screen; the files list all."""


def command(
    source: Source,
    out: Out,
    policy: PolicyFile = None,
    solver: Annotated[str, typer.Option("--solver", help=say.SOLVER())] = "auto",
    seconds: Annotated[float | None, typer.Option("--seconds", min=0.1, help=say.SECONDS())] = None,
    json: Json = False,
) -> int:
    """Match, then write ``plan.json``, ``run.json`` and the two workbooks."""
    started = time.monotonic()
    from matchmaker import engine
    from matchmaker.io.files import replace_files
    from matchmaker.io.plan_workbooks import director_workbook, methodist_workbook
    from matchmaker.limits import Limits

    municipality, rules = engine.load(source, policy)
    events: list[Event] = []

    def watch(event: Event) -> None:
        events.append(event)
        _progress(event)

    plan = engine.match(
        municipality, rules, solver=solver, limits=Limits(seconds=seconds), watch=watch
    )
    files = {
        out / "plan.json": plan.to_json().encode(),
        out / "pairs.xlsx": director_workbook(plan),
        out / "methodist.xlsx": methodist_workbook(plan),
    }
    run = engine.run_record(started, events)
    files[out / "run.json"] = json_module.dumps(run, ensure_ascii=False, indent=1).encode()
    replace_files(files)
    record = plan.record
    if json:
        render.data(summary(record, time.monotonic() - started))
    else:
        _report(record, {unit.key: unit.person.name for unit in plan.program.roster.mentee.units})
        render.line(say.FILES(files=", ".join(str(path) for path in files)))
    return {"infeasible": 1, "timeout": 3}.get(record.status, 0)


def summary(record: PlanRecord, seconds: float) -> dict[str, Any]:
    """The answer of a run in one object."""
    paired = len({pair.mentee for pair in record.pairs})
    return {
        "status": record.status,
        "route": record.route,
        "route_reason": record.route_reason,
        "mentees": record.mentees,
        "mentors": record.mentors,
        "candidate_pairs": record.candidate_pairs,
        "pairs": len(record.pairs),
        "paired": paired,
        "unpaired": record.mentees - paired,
        "tiers": [
            {
                "name": t.name,
                "title": t.title,
                "value": t.value,
                "bound": t.bound,
                "closed": t.closed,
            }
            for t in record.tiers
        ],
        "gap": record.gap,
        "certificate": {
            "prices": bool(record.proof)
            and all(t.closed in {"prices", "rounding"} for t in record.tiers),
            "bound": {t.name: t.bound for t in record.tiers},
            "conflict": [list(conflict.musts) for conflict in record.conflicts],
        },
        "seconds": round(seconds, 3),
    }


def _progress(event: Event) -> None:
    from matchmaker.events import Compiled, Routed, TierClosed

    match event:
        case Compiled():
            render.note(
                say.PROGRESS_COMPILED(
                    mentees=event.mentees, mentors=event.mentors, pairs=event.pairs, rows=event.rows
                )
            )
        case Routed():
            render.note(say.PROGRESS_ROUTE(route=event.route, reason=event.reason))
        case TierClosed():
            bound = say.NO_BOUND() if event.bound is None else event.bound
            render.note("  " + say.PROGRESS_TIER(tier=event.tier, value=event.value, bound=bound))


def _report(record: PlanRecord, names: dict[str, str]) -> None:
    if record.fictional:
        render.line(plans.FICTIONAL())
    render.line(record.notice)
    render.line(record.municipality)
    status = {
        "optimal": say.STATUS_OPTIMAL,
        "feasible": say.STATUS_FEASIBLE,
        "infeasible": say.STATUS_INFEASIBLE,
        "timeout": say.STATUS_TIMEOUT,
    }[record.status]
    paired = len({pair.mentee for pair in record.pairs})
    render.line(
        say.REPORT_PAIRS(
            pairs=len(record.pairs),
            paired=paired,
            mentees=record.mentees,
            unpaired=record.mentees - paired,
        )
    )
    render.line(f"{status()}. {record.route_reason}")
    render.table(
        (say.COLUMN_TIER(), say.COLUMN_VALUE(), say.COLUMN_BOUND(), say.COLUMN_CLOSED()),
        [
            (
                t.title,
                t.value,
                say.NO_BOUND() if t.bound is None else t.bound,
                CLOSED_WORDS[t.closed](),
            )
            for t in record.tiers
        ],
    )
    if record.unpaired:
        render.line(say.LEFT_HEAD())
        for one in record.unpaired[:SHOWN]:
            name = "" if names[one.mentee] == one.mentee else f" {names[one.mentee]}"
            render.line(f"  {one.mentee}{name}: {REASON[one.reason]()}")
        if len(record.unpaired) > SHOWN:
            render.line("  " + say.MORE(n=len(record.unpaired) - SHOWN, file="plan.json"))
    for conflict in record.conflicts:
        render.line(say.CONFLICT_HEAD())
        for must in conflict.musts:
            render.line(f"  • {must}")
