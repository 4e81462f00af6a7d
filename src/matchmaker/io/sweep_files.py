"""The files of a sweep: finished runs, kept one by one, and the frame of all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from matchmaker.frozen import Frozen
from matchmaker.io.files import replace_files
from matchmaker.results.sweep_run import Measured, Run, on_front

if TYPE_CHECKING:
    import pandas as pd

RUNS = "runs"
"""The folder of finished runs, within that of the sweep."""

PLACES = 4
"""Means are rounded to so many places."""


class _Kept(Frozen):
    """What is kept of a finished run."""

    measured: Measured
    seconds: float


class KeptRuns:
    """Finished runs of a folder, by the digest of what determines them.

    Attributes
    ----------
    damaged : how many could not be read.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / RUNS
        self.damaged = 0
        for half in self._folder.glob(".*.tmp"):  # left by a sweep that was killed
            half.unlink(missing_ok=True)

    def find(self, key: str) -> tuple[Measured, float] | None:
        """The run of this digest, if it is finished, and its seconds."""
        try:
            kept = _Kept.model_validate_json((self._folder / f"{key}.json").read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValidationError):
            self.damaged += 1
            return None
        return kept.measured, kept.seconds

    def keep(self, key: str, measured: Measured, seconds: float) -> None:
        """Keep a finished run: whole, or not at all."""
        kept = _Kept(measured=measured, seconds=seconds)
        text = kept.model_dump_json(indent=1) + "\n"
        replace_files({self._folder / f"{key}.json": text.encode()})


def frame(runs: Sequence[Run]) -> pd.DataFrame:
    """One row for each run; the same runs, the same frame."""
    import pandas as pd

    tiers = dict.fromkeys(name for run in runs if run.measured for name in run.measured.values)
    rows = [_row(run, front, list(tiers)) for run, front in zip(runs, on_front(runs), strict=True)]
    found = pd.DataFrame(rows)
    whole = [name for name in found if name in _WHOLE or str(name).startswith(("value_", "bound_"))]
    return found.astype(
        dict.fromkeys(whole, "Int64")
        | dict.fromkeys(_REAL, "Float64")
        | dict.fromkeys(("proved", "on_front"), "boolean")
    )


_WHOLE = {
    "seed",
    "mentees",
    "mentors",
    "candidate_pairs",
    "pairs",
    "served",
    "placed",
    "minutes",
    "farthest",
    "fit",
}
_REAL = ("gap", "coverage", "travel_mean", "fit_mean")


def _row(run: Run, front: bool | None, tiers: Sequence[str]) -> dict[str, Any]:
    found = run.measured
    facts = (
        found.model_dump(exclude={"values", "bounds"})
        if found
        else dict.fromkeys(set(Measured.model_fields) - {"values", "bounds"})
        | {"status": "refused"}
    )
    values: Mapping[str, int | None] = found.values if found else {}
    bounds = found.bounds if found else {}
    return {
        "scenario": run.scenario,
        "size": run.size,
        "seed": run.seed,
        "policy": run.policy,
        "solver": run.solver,
        **{name: facts[name] for name in ("status", "route", "proved", "gap")},
        "why": run.why,
        "coverage": _mean(found.served, found.mentees) if found else None,
        "travel_mean": _mean(found.minutes, found.placed) if found else None,
        "fit_mean": _mean(found.fit, found.pairs) if found else None,
        "on_front": front,
        **{name: facts[name] for name in Measured.model_fields if name in _WHOLE},
        **{f"value_{tier}": values.get(tier) for tier in tiers},
        **{f"bound_{tier}": bounds.get(tier) for tier in tiers},
        **{name: facts[name] for name in ("input", "version")},
        "key": run.key,
    }


def _mean(total: int, count: int) -> float | None:
    return round(total / count, PLACES) if count else None


def plain_rows(runs: Sequence[Run]) -> list[dict[str, Any]]:
    """The rows of the frame as plain data."""
    found = frame(runs).astype(object)
    return [
        {str(name): value for name, value in row.items()}
        for row in found.where(found.notna(), None).to_dict("records")
    ]


def sweep_files(runs: Sequence[Run]) -> dict[str, bytes]:
    """The frame as CSV, as Parquet too where pyarrow is installed, and how long runs took."""
    import pandas as pd

    found = frame(runs)
    seconds = pd.DataFrame(
        {"key": [run.key for run in runs], "seconds": [run.seconds for run in runs]}
    )
    contents = {"sweep.csv": _csv(found), "seconds.csv": _csv(seconds)}
    if find_spec("pyarrow") is None:
        return contents
    held = BytesIO()
    found.to_parquet(held, index=False)
    return contents | {"sweep.parquet": held.getvalue()}


def _csv(found: pd.DataFrame) -> bytes:
    return found.to_csv(index=False, lineterminator="\n").encode()
