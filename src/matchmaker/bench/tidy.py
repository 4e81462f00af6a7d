"""Results as one table: a row for each run."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from matchmaker.bench.quality import Quality
from matchmaker.bench.record import Results, Run


def rows_of(results: Results) -> list[dict[str, Any]]:
    """One row for each run: case, solver, answer, loss, seconds by phase, memory."""
    quality = Quality(results.runs)
    return [_row(results, run, quality) for run in results.runs]


def _row(results: Results, run: Run, quality: Quality) -> dict[str, Any]:
    case = run.case
    tier, lost = quality.loss(run) or ("", None)
    return {
        "family": results.family,
        "scenario": case.scenario,
        "mentees": case.mentees,
        "mentors": case.mentors,
        "pairs": case.pairs,
        "tightness": case.tightness,
        "correlation": case.correlation,
        "deficits": case.deficits,
        "seed": case.seed,
        "solver": run.solver,
        "status": run.status,
        "reason": run.reason,
        "candidates": run.candidates,
        "columns": run.columns,
        "rounds": run.rounds,
        "dropped": run.dropped,
        "exact": run.exact,
        "first_tier_lost": tier,
        "lost": lost,
        "base_mb": run.base_mb,
        "peak_mb": run.peak_mb,
        "wall_total": round(run.seconds("wall"), 4) if run.wall else None,
        "cpu_total": round(run.seconds("cpu"), 4) if run.cpu else None,
        **{f"tier_{name}": value for name, value in run.tiers.items()},
        **{f"wall_{name}".replace(" ", "_"): spent for name, spent in run.wall.items()},
        **{f"cpu_{name}".replace(" ", "_"): spent for name, spent in run.cpu.items()},
    }


def csv_of(results: Results) -> bytes:
    """The table as CSV; a column that some runs do not have is empty there."""
    rows = rows_of(results)
    columns: Sequence[str] = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()
