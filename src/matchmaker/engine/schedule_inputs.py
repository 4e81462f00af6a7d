"""All that a timetable of events is made of, read from files; every problem at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from matchmaker.domain import Municipality
from matchmaker.domain.roadmap import Roadmap
from matchmaker.engine.reading import Readings, load, read_plan
from matchmaker.errors import InputError
from matchmaker.policy import Policy
from matchmaker.program.record import PlanRecord


@dataclass(frozen=True, slots=True)
class RoadmapSource:
    """A roadmap with the name of its municipality, as far as its folder tells it.

    Attributes
    ----------
    municipality, policy, plan : where a plan of pairs is given too.
    """

    roadmap: Roadmap
    name: str = ""
    fictional: bool = False
    municipality: Municipality | None = None
    policy: Policy | None = None
    plan: PlanRecord | None = None

    @property
    def stale(self) -> bool:
        """Whether the plan was made of other tables."""
        town = self.municipality
        return self.plan is not None and town is not None and self.plan.input != town.fingerprint


def load_roadmap(source: Path | str, plan: Path | str | None = None) -> RoadmapSource:
    """Read a roadmap and, where the folder has the municipality's tables too, its name.

    Parameters
    ----------
    plan : a plan of pairs; the folder must then have the tables it was made of.

    Raises
    ------
    InputError
        with every problem of the roadmap; with a plan those of the tables and the plan too.
    """
    from matchmaker.io import read, read_roadmap

    if plan is not None:
        return _with_plan(source, plan)
    roadmap = read_roadmap(source)
    try:
        about = read(source).about
    except InputError:  # a roadmap needs no other tables
        return RoadmapSource(roadmap)
    return RoadmapSource(roadmap, about.name, bool(about.fictional))


def _with_plan(source: Path | str, plan: Path | str) -> RoadmapSource:
    from matchmaker.io import read_roadmap

    files = Readings()
    loaded = files.tried(lambda: load(source))
    roadmap = files.tried(lambda: read_roadmap(source))
    pairs = files.tried(lambda: read_plan(plan))
    if loaded is None or roadmap is None or pairs is None:
        raise InputError(files.issues)
    town, policy = loaded
    return RoadmapSource(roadmap, town.about.name, bool(town.about.fictional), town, policy, pairs)
