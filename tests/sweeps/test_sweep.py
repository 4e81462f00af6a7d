"""``matchmaker sweep``: one tidy frame, nothing made twice, nobody named."""

from __future__ import annotations

import csv
import json
import tomllib
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import matchmaker as mm
from matchmaker import scenarios
from matchmaker.engine import scenario_policy
from matchmaker.rules.travel import Travel
from tests.cli.conftest import Say
from tests.sweeps.small import HALF, RUNS, SPEC, contents, frames, made, written

EXAMPLE = Path(__file__).parents[2] / "benchmarks" / "sweeps" / "near.toml"


def rows_of(folder: Path) -> list[dict[str, str]]:
    with (folder / "sweep.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_columns_may_be_asked_for(tmp_path: Path) -> None:
    auto = made(written(tmp_path, HALF), tmp_path / "auto").runs
    asked = made(written(tmp_path, 'solver = "columns"\n' + HALF), tmp_path / "asked").runs
    assert {run.measured.route for run in asked if run.measured} == {"columns"}
    for one, other in zip(auto, asked, strict=True):
        assert one.measured and other.measured
        assert one.measured.route == "flow"
        assert (one.measured.values, one.measured.bounds) == (
            other.measured.values,
            other.measured.bounds,
        )


def test_every_policy_on_everything_in_one_frame(say: Say, tmp_path: Path) -> None:
    out = tmp_path / "out"
    said = say("sweep", written(tmp_path, HALF), "-o", out, "--workers", 2)
    assert said.code == 0
    assert "Прогонов 6: готовы с прошлого раза 0, посчитано 6, отказов 0." in said.out
    assert "[6 из 6] rural" in said.err
    rows = rows_of(out)
    assert [(r["size"], r["seed"], r["policy"]) for r in rows] == [
        (size, "1", policy)
        for size in ("8×6", "12×5")
        for policy in ("как есть", "дорога", "без смен")
    ]
    assert {r["status"] for r in rows} == {"optimal"} and {r["proved"] for r in rows} == {"True"}
    assert {r["on_front"] for r in rows} == {"True", "False"}
    assert pd.read_parquet(out / "sweep.parquet")["policy"].tolist() == [r["policy"] for r in rows]
    assert (out / "pareto.png").read_bytes().startswith(b"\x89PNG")
    picture = (out / "pareto.svg").read_text("utf-8")
    assert "дорога" in picture and "Время в пути, минут в одну сторону" in picture
    with (out / "seconds.csv").open(encoding="utf-8") as file:
        assert {r["key"] for r in csv.DictReader(file)} == {r["key"] for r in rows}
    # The same bytes whoever worked.
    assert say("sweep", tmp_path / "spec.toml", "-o", tmp_path / "alone", "--workers", 1).code == 0
    assert contents(out) == contents(tmp_path / "alone")


def test_a_row_says_of_a_plan_what_is_true(say: Say, tmp_path: Path) -> None:
    text = SPEC.replace("seeds = [1, 2]", "seeds = [2]").replace(
        "{ mentees = 8, mentors = 6 }, ", ""
    )
    said = say("sweep", written(tmp_path, text), "-o", tmp_path / "out", "--workers", 1, "--json")
    row = said.data["rows"][0]
    town = scenarios.generate("rural", seed=2, mentees=12, mentors=5)
    policy = scenario_policy(town)
    plan = mm.match(town.municipality, policy)
    assert row["served"] == row["pairs"] == len(plan.pairs) and row["mentees"] == 12
    assert row["coverage"] == round(len(plan.pairs) / 12, 4)
    assert row["value_fit"] == row["fit"] == sum(p.points["fit"] for p in plan.record.pairs)
    assert row["input"] == town.municipality.fingerprint
    units = plan.program.roster.mentee.position, [u.key for u in plan.program.roster.mentor.units]
    near = Travel(limit=1440, step=1, unknown_minutes=0)
    views = [
        plan.program.roster.pair(units[0][pair.mentee], units[1].index(pair.mentor)).view
        for pair in plan.record.pairs
    ]
    ways = [1441 - int(near.measure(view)[0]) for view in views]
    assert row["placed"] == len(ways)
    assert (row["minutes"], row["farthest"]) == (sum(ways), max(ways))
    assert row["travel_mean"] == round(sum(ways) / len(ways), 4)
    # All policies are measured by the rules of the first.
    third = said.data["rows"][2]
    assert third["policy"] == "без смен" and third["fit"] != third["value_fit"]


def test_nobody_is_named(say: Say, tmp_path: Path) -> None:
    say("sweep", written(tmp_path, HALF), "-o", tmp_path / "out", "--workers", 1)
    files = [
        file for file in (tmp_path / "out").rglob("*") if file.suffix in {".csv", ".json", ".svg"}
    ]
    said = "".join(file.read_text("utf-8") for file in files)
    town = scenarios.generate("rural", seed=1, mentees=8, mentors=6).municipality
    for person in town.people:
        assert person.name not in said and f'"{person.id}"' not in said


def test_what_is_there_is_not_made_again(tmp_path: Path) -> None:
    out, spec = tmp_path / "out", written(tmp_path)
    first = made(spec, out)
    again = made(spec, out)
    assert (first.kept, again.kept, len(again.runs)) == (0, RUNS, RUNS)
    assert frames(again) == frames(first)
    # Another policy, and another name of one that is there: only what is new is made.
    more = SPEC.replace('"дорога"', '"близко"') + '[[policy]]\nname = "места"\ndrop = ["place"]\n'
    changed = made(written(tmp_path, more), out)
    assert (changed.kept, len(changed.runs)) == (RUNS, RUNS + 4)
    assert made(spec, out, seconds=30.0).kept == 0


def test_a_damaged_record_is_made_again_and_half_a_file_is_gone(say: Say, tmp_path: Path) -> None:
    out, spec = tmp_path / "out", written(tmp_path)
    before = frames(made(spec, out))
    victim, *_ = sorted((out / "runs").iterdir())
    victim.write_bytes(victim.read_bytes()[:100])
    (out / "runs" / ".x.json.1234.tmp").write_text("{")
    said = say("sweep", spec, "-o", out, "--workers", 1)
    assert f"готовы с прошлого раза {RUNS - 1}, посчитано 1" in said.out
    assert "Повреждённых записей о прогонах 1" in said.out
    assert {name: text for name, text in contents(out).items() if name in before} == before
    assert len(list((out / "runs").iterdir())) == RUNS


def test_policies_that_come_to_the_same_are_made_once(say: Say, tmp_path: Path) -> None:
    twin = HALF + '[[policy]]\nname = "она же"\n'
    found = made(written(tmp_path, twin), tmp_path / "o").runs
    assert len(list((tmp_path / "o" / "runs").iterdir())) == 6 < len(found) == 8
    keys = {(run.policy, run.size): run.key for run in found}
    assert keys["она же", "8×6"] == keys["как есть", "8×6"] != keys["дорога", "8×6"]


def test_a_method_that_cannot_is_a_refusal_not_an_end(say: Say, tmp_path: Path) -> None:
    text = """
    solver = "flow"
    [[scenario]]
    name = "rural"
    sizes = [{ mentees = 8, mentors = 6 }]
    [[scenario]]
    name = "crossed"
    sizes = [{ mentees = 40, mentors = 36 }]
    [[policy]]
    name = "как есть"
    """
    said = say("sweep", written(tmp_path, text), "-o", tmp_path / "o", "--workers", 1)
    assert said.code == 1
    assert "отказов 1" in said.out and "отказ: Метод flow не подходит" in said.err
    good, bad = rows_of(tmp_path / "o")
    assert (good["status"], bad["status"]) == ("optimal", "refused")
    assert "Метод flow не подходит" in bad["why"] and bad["on_front"] == bad["pairs"] == ""
    assert len(list((tmp_path / "o" / "runs").iterdir())) == 1


def test_a_folder_with_tables_and_a_policy_file(say: Say, tmp_path: Path) -> None:
    say("generate", "rural", "-o", tmp_path / "town", "--mentees", 10, "--mentors", 8)
    mm.write_policy(mm.default_policy(), tmp_path / "plain.toml")
    text = """
    [[scenario]]
    folder = "town"
    [[policy]]
    name = "рядом"
    [[policy]]
    name = "из файла"
    base = "plain.toml"
    weights = { travel = 7 }
    """
    found = say(
        "sweep", written(tmp_path, text), "-o", tmp_path / "o", "--workers", 1, "--json"
    ).data
    assert [(r["scenario"], r["size"], r["seed"], r["policy"]) for r in found["rows"]] == [
        ("town", "", None, "рядом"),
        ("town", "", None, "из файла"),
    ]
    plan = mm.match(mm.read(tmp_path / "town"))
    values = {tier.name: tier.value for tier in plan.record.tiers}
    assert found["rows"][0]["value_travel"] == values["travel"]
    assert found["rows"][1]["value_travel"] == 7 * values["travel"]


def test_the_example_in_small(say: Say, tmp_path: Path) -> None:
    spec: dict[str, Any] = tomllib.loads(EXAMPLE.read_text("utf-8"))
    assert len(spec["policy"]) >= 3
    text = EXAMPLE.read_text("utf-8").replace(
        "../../scenarios", str(EXAMPLE.parents[2] / "scenarios")
    )
    for large, little in (
        ("seeds = [1, 2, 3]", "seeds = [3]"),
        ("= 80", "= 9"),
        ("= 45", "= 7"),
        ("= 40", "= 8"),
        ("= 30 }", "= 6 }"),
    ):
        assert large in text
        text = text.replace(large, little)
    text = text.replace(
        'name = "kogalym"', 'name = "kogalym"\nsizes = [{ mentees = 9, mentors = 9 }]'
    )
    said = say("sweep", written(tmp_path, text), "-o", tmp_path / "o", "--workers", 1, "--json")
    assert said.code == 0
    assert said.data["runs"] == 4 * len(spec["policy"])
    assert json.dumps(said.data["rows"]).count("optimal") == said.data["runs"]


def test_without_arguments_it_helps(say: Say, capsys: pytest.CaptureFixture[str]) -> None:
    said = say("sweep")
    assert "SPEC" in said.out + said.err and "--cluster" in said.out + said.err
