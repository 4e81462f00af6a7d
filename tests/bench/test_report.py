"""A report says what the results say, the same each time."""

from __future__ import annotations

from pathlib import Path

import pytest

from matchmaker.bench.report import report
from matchmaker.bench.results_file import read_results, results_text
from matchmaker.errors import InputError
from tests.bench.made import case, results, run

RUNS = [
    one
    for n in (100, 200, 400)
    for seed in (1, 2)
    for one in (
        run("greedy", {"solve": 0.0002 * n}, case(n, seed), fit=80),
        run("columns", {"price": 0.0001 * n * seed}, case(n, seed)),
    )
]
MISSING = run("matching", {}, status="missing", reason="пакет matching не установлен", tiers={})


def test_no_picture_leaves_the_folder(tmp_path: Path) -> None:
    out = tmp_path / "out"
    files = report([results(*RUNS).model_copy(update={"family": "../made"})], out, "cpu")
    assert {file.parent for file in files} == {out}
    assert [file.name for file in tmp_path.iterdir()] == ["out"]


def test_tables_and_pictures(tmp_path: Path) -> None:
    files = report([results(*RUNS, MISSING)], tmp_path, "cpu")
    kinds = ("time", "memory", "quality-fit")
    expected = {f"made-{kind}.{form}" for kind in kinds for form in ("svg", "png")}
    assert {file.name for file in files} == expected | {"report.md"}
    text = (tmp_path / "report.md").read_text("utf-8")
    assert "| 100 × 100 | columns | лучший, доказано | 0.015 (0.01–0.02) | 0.75 (0.5–1) |" in text
    assert "| 200 × 200 | greedy | ответ без доказательства | 0.04 | 1 | 300 | fit −20" in text
    assert "пакет matching не установлен" in text
    assert "columns | price | 0.5 | 1 | 0.06 | 0.6 |" in text
    assert (tmp_path / "made-time.png").read_bytes().startswith(b"\x89PNG")
    again = {file.name: file.read_bytes() for file in files}
    report([results(*RUNS, MISSING)], tmp_path, "cpu")
    assert again == {file.name: file.read_bytes() for file in files}


def test_a_file_of_results_is_read_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "results.json"
    for made in (results(*RUNS, MISSING), results()):
        file.write_text(results_text(made), encoding="utf-8")
        assert read_results([file]) == [made]


def test_what_is_unfinished_or_wrong_is_said(tmp_path: Path) -> None:
    better = run("greedy", {"solve": 1.0}, fit=101)
    report([results(run("columns", {"price": 1.0}), better, planned=9)], tmp_path, "wall")
    text = (tmp_path / "report.md").read_text("utf-8")
    assert "2 из 9" in text and "лучше доказанного" in text


def test_what_differs_beside_the_size_is_drawn_too(tmp_path: Path) -> None:
    runs = [run("columns", {"price": 0.1 * n}, case(100, 1, n)) for n in (1, 2, 4)]
    names = {file.stem for file in report([results(*runs)], tmp_path, "cpu")}
    assert names == {"report", "made-time-by-deficits"}
    assert "запрос" in (tmp_path / "made-time-by-deficits.svg").read_text("utf-8")


def test_no_answers_make_no_pictures(tmp_path: Path) -> None:
    assert [file.name for file in report([results(MISSING)], tmp_path, "cpu")] == ["report.md"]


def test_one_family_stands_in_a_report_once(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="made"):
        report([results(*RUNS), results(*RUNS)], tmp_path, "cpu")
