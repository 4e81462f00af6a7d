"""``matchmaker sweep``: policies compared over scenarios, sizes and seeds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from matchmaker.cli import render
from matchmaker.cli.options import ClusterAddress, Json, WorkerCount, check_folder
from matchmaker.messages import cli
from matchmaker.messages import sweep as say

if TYPE_CHECKING:
    from matchmaker.engine.sweeps import Sweep
    from matchmaker.results.sweep_run import Run


def command(
    spec: Annotated[Path, typer.Argument(metavar="SPEC", help=say.SPEC())],
    out: Annotated[Path, typer.Option("-o", "--out", help=say.OUT())],
    workers: WorkerCount = None,
    cluster: ClusterAddress = None,
    seconds: Annotated[float | None, typer.Option("--seconds", min=0.1, help=say.SECONDS())] = None,
    json: Json = False,
) -> int:
    """Make what is not made yet, then write the frame and the picture."""
    check_folder(out)
    from matchmaker.engine.sweeps import sweep
    from matchmaker.io.files import replace_files
    from matchmaker.workers import workers as hands

    with hands(workers, cluster) as found:
        made = sweep(spec, out, found, seconds=seconds, told=_told)
    contents = made.files()
    replace_files({out / name: content for name, content in contents.items()})
    if json:
        render.data(summary(made) | {"files": sorted(contents)})
    else:
        report(made)
        render.line(cli.FILES(files=", ".join(str(out / name) for name in sorted(contents))))
    return 1 if made.refused else 0


def summary(made: Sweep) -> dict[str, Any]:
    """The answer in one object."""
    from matchmaker.io.sweep_files import plain_rows

    return {
        "runs": len(made.runs),
        "kept": made.kept,
        "made": len(made.runs) - made.kept - made.refused,
        "refused": made.refused,
        "rows": plain_rows(made.runs),
    }


def report(made: Sweep) -> None:
    """How each policy does on the whole."""
    from matchmaker.results.sweep_run import on_front

    counts = {"n": len(made.runs), "kept": made.kept, "refused": made.refused}
    render.line(say.KEPT(**counts, made=len(made.runs) - made.kept - made.refused))
    unsound = sum(1 for run in made.runs if run.measured and run.measured.goods is None)
    if unsound:
        render.line(say.UNSOUND(n=unsound))
    if made.damaged:
        render.line(say.DAMAGED(n=made.damaged))
    by_policy: dict[str, list[tuple[Run, bool | None]]] = {}
    for run, front in zip(made.runs, on_front(made.runs), strict=True):
        by_policy.setdefault(run.policy, []).append((run, front))
    rows = []
    for policy, runs in by_policy.items():
        goods = [good for run, _ in runs if run.measured and (good := run.measured.goods)]
        means = [float(sum(column) / len(goods)) for column in zip(*goods, strict=True)]
        shown = [say.UNMEASURED()] * 3
        if goods:
            shown = [f"{100 * means[0]:.1f}", f"{-means[1]:.1f}", f"{means[2]:.1f}"]
        rows.append((policy, len(runs), *shown, sum(front is True for _, front in runs)))
    columns = (
        say.COLUMN_POLICY(),
        say.COLUMN_RUNS(),
        say.COLUMN_COVERAGE(),
        say.COLUMN_TRAVEL(),
        say.COLUMN_FIT(),
        say.COLUMN_FRONT(),
    )
    render.table(columns, rows)


def _told(run: Run, done: int, total: int) -> None:
    status = run.measured.status if run.measured else "refused"
    render.note(
        say.PROGRESS(
            done=done,
            total=total,
            scenario=run.scenario,
            size=say.SIZE(size=run.size) if run.size else "",
            seed="" if run.seed is None else say.SEED(seed=run.seed),
            policy=run.policy,
            status=say.STATUS[status](why=run.why),
        )
    )
