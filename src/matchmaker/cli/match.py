"""``matchmaker match``: choose the pairs and write the papers."""

from __future__ import annotations

import json as json_module
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from matchmaker.cli import render
from matchmaker.cli.options import Json, Out, PolicyFile, Seconds, Solver, Source, check_folder
from matchmaker.errors import InputError
from matchmaker.messages import cli as say
from matchmaker.messages import plans
from matchmaker.messages.plan_workbooks import CLOSED_WORDS, PAIRS, REASON
from matchmaker.text import Text

if TYPE_CHECKING:
    from matchmaker.events import Event
    from matchmaker.program.record import PlanRecord
    from matchmaker.results.plan import Plan

SHOWN = 10
"""So many people are listed on the screen; the files list all."""


def command(
    source: Source,
    out: Out,
    policy: PolicyFile = None,
    solver: Solver = "auto",
    seconds: Seconds = None,
    form: Annotated[str | None, typer.Option("--form", help=say.PAIRS_FORM())] = None,
    json: Json = False,
) -> int:
    """Match, then write ``plan.json``, ``run.json`` and the two workbooks."""
    check_folder(out)
    run = Run()
    from matchmaker import engine
    from matchmaker.io.plan_table import check_form

    if form is not None:
        check_form(form)
    from matchmaker.limits import Limits

    municipality, rules = engine.load(source, policy)
    plan = engine.match(
        municipality, rules, solver=solver, limits=Limits(seconds=seconds), watch=run.watch
    )
    files = run.write(out, papers(plan, form))
    if json:
        render.data(summary(plan.record, time.monotonic() - run.started))
    else:
        report(plan)
        tell_files(files)
    return exit_code(plan.record)


class Run:
    """A run of a solver: it is watched, and ends with files."""

    def __init__(self, listed: Text = say.PROGRESS_COMPILED) -> None:
        """``listed`` says how many candidates there are."""
        self.started = time.monotonic()
        self._listed = listed
        self._events: list[Event] = []

    def watch(self, event: Event) -> None:
        """Keep an event, and show it."""
        self._events.append(event)
        _progress(event, self._listed)

    def write(self, out: Path, papers: Mapping[str, bytes]) -> list[Path]:
        """Write papers and the record of the run into a folder; say which files."""
        from matchmaker import engine
        from matchmaker.io.files import replace_files

        run = engine.run_record(self.started, self._events)
        text = json_module.dumps(run, ensure_ascii=False, indent=1)
        files = {out / name: content for name, content in papers.items()}
        files[out / "run.json"] = text.encode()
        replace_files(files)
        return list(files)


def papers(plan: Plan, form: str | None = None) -> dict[str, bytes]:
    """The plan and its two workbooks, by the names of their files.

    Parameters
    ----------
    form : a form in which the pairs are written as one table besides.
    """
    from matchmaker.io.layout import check_height
    from matchmaker.io.plan_table import pairs_bytes
    from matchmaker.io.plan_workbooks import director_workbook, methodist_workbook

    files = {"plan.json": plan.to_json().encode()}
    if form is not None:
        files[f"pairs.{form}"] = pairs_bytes(plan, form)
    try:
        check_height(PAIRS(), len(plan.record.pairs))
        files["pairs.xlsx"] = director_workbook(plan)
        files["methodist.xlsx"] = methodist_workbook(plan)
    except InputError as error:  # the plan is there, though no sheet holds it
        render.note(str(error))
    return files


def tell_files(files: Iterable[Path]) -> None:
    """Print where the papers are."""
    render.line(say.FILES(files=", ".join(str(path) for path in files)))


def exit_code(record: PlanRecord) -> int:
    """The exit code that goes with the status of a plan."""
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
        "tiers": tiers_of(record),
        "gap": record.gap,
        "certificate": {
            "prices": bool(record.proof)
            and all(t.closed in {"prices", "rounding"} for t in record.tiers),
            "bound": {t.name: t.bound for t in record.tiers},
            "conflict": [list(conflict.musts) for conflict in record.conflicts],
        },
        "seconds": round(seconds, 3),
    }


def tiers_of(record: PlanRecord) -> list[dict[str, Any]]:
    """The tiers of a plan as plain data."""
    return [tier.model_dump() for tier in record.tiers]


def _progress(event: Event, listed: Text) -> None:
    from matchmaker.events import Compiled, Routed, TierClosed

    match event:
        case Compiled():
            render.note(
                listed(
                    mentees=event.mentees, mentors=event.mentors, pairs=event.pairs, rows=event.rows
                )
            )
        case Routed():
            render.note(say.PROGRESS_ROUTE(route=event.route, reason=event.reason))
        case TierClosed():
            bound = say.NO_BOUND() if event.bound is None else event.bound
            render.note("  " + say.PROGRESS_TIER(tier=event.tier, value=event.value, bound=bound))


def report(plan: Plan) -> None:
    """Print what a plan reaches, how that is proved, and who has no mentor."""
    record, names = plan.record, plan.names
    head(record)
    paired = len({pair.mentee for pair in record.pairs})
    render.line(
        say.REPORT_PAIRS(
            pairs=len(record.pairs),
            paired=paired,
            mentees=record.mentees,
            unpaired=record.mentees - paired,
        )
    )
    proof(record)
    if record.unpaired:
        render.line(say.LEFT_HEAD())
        for one in record.unpaired[:SHOWN]:
            name = "" if names[one.mentee] == one.mentee else f" {names[one.mentee]}"
            render.line(f"  {one.mentee}{name}: {REASON[one.reason]()}")
        if len(record.unpaired) > SHOWN:
            render.line("  " + say.MORE(n=len(record.unpaired) - SHOWN, file="plan.json"))
    conflicts(record)


def head(record: PlanRecord) -> None:
    """Print whose plan it is, and that somebody has to decide."""
    if record.fictional:
        render.line(plans.FICTIONAL())
    render.line(record.notice)
    render.line(record.municipality)


def proof(record: PlanRecord) -> None:
    """Print what a plan reaches in each tier, and how that is proved."""
    status = {
        "optimal": say.STATUS_OPTIMAL,
        "feasible": say.STATUS_FEASIBLE,
        "infeasible": say.STATUS_INFEASIBLE,
        "timeout": say.STATUS_TIMEOUT,
    }[record.status]
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


def conflicts(record: PlanRecord) -> None:
    """Print the musts that cannot hold together."""
    for conflict in record.conflicts:
        several = len(conflict.musts) > 1
        render.line((say.CONFLICT_HEAD if several else say.CONFLICT_ALONE)())
        for must in conflict.musts:
            render.line(f"  • {must}")
