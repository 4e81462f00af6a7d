"""Projects with skills: proven shortest, and counted anew from the project itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from matchmaker.bench.mspsp import compile_project, makespan, read_project, run_project
from matchmaker.bench.mspsp.run import run_versatile
from matchmaker.errors import InputError
from matchmaker.events import nobody
from matchmaker.limits import Limits

DATA = Path(__file__).parents[2] / "benchmarks" / "data" / "mspsp"
SHORTEST = {"easy_01": 26, "easy_02": 35, "easy_03": 26, "easy_05": 28}


@pytest.mark.parametrize("name", SHORTEST)
def test_easy_projects_are_proven(name: str) -> None:
    found = run_project(DATA / f"{name}.dzn", Limits(effort=20), nobody)
    assert found.makespan == SHORTEST[name]
    assert found.raw.levels[-1].bound == SHORTEST[name]
    assert found.to_json()["optimal"] is True


VERSATILE = {"easy_01": 26, "easy_02": 35, "easy_03": 21, "easy_04": 98, "easy_05": 28}


@pytest.mark.parametrize("name", VERSATILE)
def test_easy_projects_are_proven_by_the_rule_of_their_model(name: str) -> None:
    found = run_versatile(DATA / f"{name}.dzn", Limits(effort=20), nobody)
    assert found.makespan == found.raw.levels[-1].bound == VERSATILE[name]


SMALL = """% two tasks, tied by one that takes no time
n_skills = 2; n_workers = 2; n_tasks = 3;
has_skills = [{1}, 1..2];
d = [2, 0, 3];
rr = [| 1, 0, 1 | 0, 0, 1 |];
suc = [{2}, {3}, {}];
"""


def _file(folder: Path, text: str) -> Path:
    path = folder / "p.dzn"
    path.write_text(text, "utf-8")
    return path


def test_tasks_that_take_no_time_only_tie_others(tmp_path: Path) -> None:
    project = read_project(_file(tmp_path, SMALL))
    assert project.lasting == (0, 2)
    assert [(after.first, after.then) for after in compile_project(project).afters] == [(0, 1)]
    found = run_project(tmp_path / "p.dzn", Limits(effort=5), nobody)
    assert found.makespan == 5 and found.raw.status == "optimal"


@pytest.mark.parametrize(
    "spoiled",
    [
        {0: (0, ((0, 0),)), 2: (1, ((0, 0), (1, 1)))},  # begins too early
        {0: (0, ((0, 0),)), 2: (2, ((0, 0),))},  # a skill is missing
        {0: (0, ((0, 0),)), 2: (2, ((1, 0), (1, 1)))},  # one person, two skills
        {0: (0, ((0, 0),)), 2: (2, ((1, 0), (0, 1)))},  # a skill nobody taught him
        {0: (0, ((0, 0),))},  # a task is missing
    ],
)
def test_a_spoiled_answer_has_no_makespan(
    tmp_path: Path, spoiled: dict[int, tuple[int, tuple[tuple[int, int], ...]]]
) -> None:
    project = read_project(_file(tmp_path, SMALL))
    assert makespan(project, {0: (0, ((0, 0),)), 2: (2, ((0, 0), (1, 1)))}) == 5
    assert makespan(project, spoiled) is None


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (SMALL.replace("d = [", "d = ("), "MiniZinc"),
        (SMALL.replace("suc = ", "then = "), "suc"),
        (SMALL.replace("d = [2, 0, 3]", "d = [2, 0]"), "d "),
        (SMALL.replace("{3}", "{4}"), "suc"),
        (SMALL.replace("suc = [{2}, {3}, {}]", "suc = [{2}, {3}, {1}]"), "по кругу"),
    ],
)
def test_what_is_wrong_in_a_file_is_named(tmp_path: Path, text: str, wrong: str) -> None:
    with pytest.raises(InputError, match=wrong):
        compile_project(read_project(_file(tmp_path, text)))
