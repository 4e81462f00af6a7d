"""Generate an invented municipality: its tables and its policy, in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from matchmaker.io.policy_file import default_policy
from matchmaker.policy import Policy
from matchmaker.rulebook import Use

if TYPE_CHECKING:
    from matchmaker.scenarios.base import Scenario


def generate(
    name: str,
    out: Path | str,
    *,
    seed: int = 1,
    mentees: int | None = None,
    mentors: int | None = None,
    schools: int | None = None,
    form: str = "xlsx",
) -> Scenario:
    """Write the tables, the policy and the roadmap of an invented municipality into a folder.

    Raises
    ------
    InputError
        if there is no such scenario, a size makes no sense, or the folder is in use.
    """
    from matchmaker import scenarios
    from matchmaker.io import write, write_roadmap
    from matchmaker.io.policy_file import NAME, write_policy
    from matchmaker.messages.io import WORKBOOK_NAME
    from matchmaker.messages.roadmap_import import ROADMAP_NAME

    scenario = scenarios.generate(
        name, seed=seed, mentees=mentees, mentors=mentors, schools=schools
    )
    folder = Path(out)
    write(scenario.municipality, folder / WORKBOOK_NAME() if form == "xlsx" else folder, form)
    if scenario.roadmap is not None and form == "xlsx":
        write_roadmap(scenario.roadmap, folder / ROADMAP_NAME())
    elif scenario.roadmap is not None:
        write_roadmap(scenario.roadmap, folder, form)
    write_policy(scenario_policy(scenario), folder / NAME, fictional=True)
    return scenario


def scenario_policy(scenario: Scenario) -> Policy:
    """The default policy with the changes a scenario asks for."""
    changes = scenario.policy_changes
    uses = [Use.from_plain(dict(plain)) for plain in changes.get("rules", [])]
    policy = default_policy().replace_rules(uses, changes.get("drop", []))
    return policy.model_copy(update={"first": changes.get("first", policy.first)})
