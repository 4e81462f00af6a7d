"""Tables read into a municipality: checked by column and row by row, from CSV and Parquet.

Run: ``python benchmarks/tables.py [MENTEES MENTORS SCHOOLS]``. The city is made once, in a folder
of its own; each reading is a process of its own, so that its memory is its own. Seconds are
those of the processor; the last column is a ratio to Parquet by column in the same run.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import matchmaker as mm
from matchmaker.io import sheets
from matchmaker.program.encode import encode

WAYS = ("parquet by column", "parquet by row", "csv by column", "csv by row")


def main(sizes: Sequence[str]) -> None:
    names = ("--mentees", "--mentors", "--schools")
    pairs = zip(names, sizes or ("20000", "10000", "800"), strict=True)
    size = [word for pair in pairs for word in pair]
    with tempfile.TemporaryDirectory() as folder:
        for form in ("parquet", "csv"):
            out = ["--form", form, "-o", str(Path(folder) / form)]
            command = [sys.executable, "-m", "matchmaker", "generate", "city", *size, *out]
            subprocess.run(command, capture_output=True, check=True)
        print(f"{'way':18} {'read':>7} {'MB':>6} {'sign':>6} {'encode':>7} {'MB':>6} {'ratio':>6}")
        unit = 0.0
        for way in WAYS:
            command = [sys.executable, __file__, "--one", way, str(Path(folder) / way.split()[0])]
            done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
            found = json.loads(done.stdout)
            unit = unit or found["read"]
            print(
                f"{way:18} {found['read']:7.1f} {found['read_mb']:6} {found['sign']:6.1f} "
                f"{found['encode']:7.1f} {found['encode_mb']:6} {found['read'] / unit:6.1f}"
            )


def one(way: str, folder: str) -> None:
    """Read once; tell seconds and the most memory until then."""
    if way.endswith("by row"):
        sheets.sound_rows = _nothing_known
    found: dict[str, Any] = {}
    started = time.process_time()
    town = mm.read(folder)
    found["read"], started = time.process_time() - started, time.process_time()
    found["read_mb"] = _megabytes()
    assert town.fingerprint
    found["sign"], started = time.process_time() - started, time.process_time()
    encode(town, mm.default_policy())
    found["encode"] = time.process_time() - started
    found["encode_mb"] = _megabytes()
    print(json.dumps(found))


def _nothing_known(*arguments: Sequence[object]) -> list[None]:
    """Leave every row to the reader of single rows."""
    return [None] * len(arguments[-1])


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(*sys.argv[2:])
    else:
        main(sys.argv[1:])
