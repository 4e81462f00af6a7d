"""The roadmaps of scenarios: rows of real municipal plans, with invented people.

Dates stand as in the documents, with every spelling and every contradiction; names of people
are invented and orders have no numbers. ``NAME.plans.csv`` holds the heads, ``NAME.events.csv``
the rows; their columns are the fields of the records.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib import resources

from matchmaker.domain.events import Event, RoadmapPlan
from matchmaker.domain.roadmap import Roadmap


def roadmap_of(scenario: str) -> Roadmap | None:
    """The roadmap that goes with a scenario, if one does."""
    plans = [RoadmapPlan.model_validate(row) for row in _rows(f"{scenario}.plans.csv")]
    if not plans:
        return None
    events = [Event.model_validate(row) for row in _rows(f"{scenario}.events.csv")]
    return Roadmap.build([*plans, *events])


def _rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a file of this package, without empty cells; none if there is no file."""
    file = resources.files(__package__).joinpath(name)
    if file.is_file():
        for row in csv.DictReader(file.read_text("utf-8").splitlines(keepends=True)):
            yield {field: cell for field, cell in row.items() if cell}
