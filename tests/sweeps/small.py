"""A sweep of a few seconds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from matchmaker.engine.sweeps import Sweep, sweep
from matchmaker.io.sweep_files import sweep_files
from matchmaker.workers import workers

SPEC = """
seeds = [1, 2]
[[scenario]]
name = "rural"
sizes = [{ mentees = 8, mentors = 6 }, { mentees = 12, mentors = 5 }]
[[policy]]
name = "как есть"
[[policy]]
name = "дорога"
tiers = ["coverage", "travel"]
[[policy]]
name = "без смен"
drop = ["shift"]
weights = { place = 60 }
"""
RUNS = 12
HALF = SPEC.replace("seeds = [1, 2]", "seeds = [1]")
"""The same with one seed: half as many runs."""


def written(folder: Path, text: str = SPEC) -> Path:
    """A file of a sweep in this folder."""
    folder.mkdir(exist_ok=True)
    file = folder / "spec.toml"
    file.write_text(text, "utf-8")
    return file


def made(spec: Path, out: Path, **given: Any) -> Sweep:
    """The sweep of a file, without its picture, made by this process."""
    with workers(1) as hands:
        return sweep(spec, out, hands, **given)


def frames(found: Sweep) -> dict[str, bytes]:
    """The frames of a sweep, without the times."""
    return {name: text for name, text in sweep_files(found.runs).items() if name != "seconds.csv"}


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a finished sweep that are the same each time."""
    return {
        file.name: file.read_bytes()
        for file in folder.iterdir()
        if file.is_file() and file.name != "seconds.csv"
    }
