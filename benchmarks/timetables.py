"""Timetables of the public sets: what is reached in a given time, and what is proven.

Run: ``python benchmarks/timetables.py --seconds 120 [FILE ...]``; all files of ``data/`` if none is
named. A ``.xlsx`` is a file of meetings, a ``.dzn`` a project, which is solved by both of its
rules. One process, one worker.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from matchmaker.bench.public import run_public
from matchmaker.events import nobody
from matchmaker.limits import Limits

SHOWN = {
    "meeting": ("hard", "medium", "soft"),
    "mspsp": ("makespan", "bound", "optimal"),
    "mspsp-one-skill": ("makespan", "bound", "optimal"),
}


def main(seconds: float, files: list[Path]) -> None:
    print(f"{'file':42} {'set':15} {'result':44} {'seconds':>8} {'of CPU':>8}")
    for path in files:
        families = ("meeting",) if path.suffix == ".xlsx" else ("mspsp", "mspsp-one-skill")
        for family in families:
            limits, worked = Limits(seconds=seconds), time.process_time()
            found = run_public(family, path, limits, nobody).to_json()
            spent, worked = time.monotonic() - limits.started, time.process_time() - worked
            result = ", ".join(f"{name} {found[name]}" for name in SHOWN[family])
            print(f"{path.name:42} {family:15} {result:44} {spent:8.1f} {worked:8.1f}", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("files", type=Path, nargs="*")
    given = parser.parse_args()
    data = Path(__file__).parent / "data"
    main(given.seconds, given.files or sorted([*data.glob("*/*.xlsx"), *data.glob("*/*.dzn")]))
