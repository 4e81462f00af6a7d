"""Tables and pairs as Parquet on the command line."""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest
from pyarrow import parquet

import matchmaker as mm
from tests.cli.conftest import Say

SMALL = ("city", "--mentees", "12", "--mentors", "6", "--schools", "4")


@pytest.fixture
def city(say: Say, tmp_path: Path) -> Path:
    assert say("generate", *SMALL, "--form", "parquet", "-o", tmp_path / "т").code == 0
    return tmp_path / "т"


def test_every_verb_reads_a_folder_of_parquet(say: Say, city: Path, tmp_path: Path) -> None:
    assert (city / "Педагоги.parquet").is_file()
    assert not list(city.glob("*.xlsx"))
    csv = tmp_path / "csv"
    assert say("generate", *SMALL, "--form", "csv", "-o", csv).code == 0
    assert say("check", city).out == say("check", csv).out
    for folder, out in ((city, "1"), (csv, "2")):
        assert say("match", folder, "-o", tmp_path / out).code == 0
    plans = [(tmp_path / out / "plan.json").read_bytes() for out in ("1", "2")]
    assert plans[0] == plans[1]
    assert say("verify", tmp_path / "1" / "plan.json", csv).code == 0
    assert say("roadmap", "audit", city).out == say("roadmap", "audit", csv).out


def test_pairs_as_parquet(say: Say, city: Path, tmp_path: Path) -> None:
    for form in ("parquet", "arrow"):
        said = say("match", city, "-o", tmp_path / "план", "--form", form)
        assert said.code == 0
        assert f"pairs.{form}" in said.out
    written = parquet.read_table(tmp_path / "план" / "pairs.parquet")
    plan = mm.match(mm.read(city), mm.read_policy(city / "policy.toml"))
    frame = plan.to_frame()
    assert written.column_names == list(frame.columns)
    assert written.to_pylist() == frame.to_dict("records")
    assert len(written) == len(plan.pairs) > 0
    kinds = {name: written.schema.field(name).type for name in written.column_names}
    assert kinds["mentee"] == pa.string()
    assert kinds["points_fit"] == pa.int64()
    assert list(written.schema.metadata) == [b"note"]
    feather = pa.ipc.open_file(tmp_path / "план" / "pairs.arrow").read_all()
    assert feather.equals(written)


def test_text_of_frames_does_not_depend_on_what_is_installed(city: Path) -> None:
    plan = mm.match(mm.read(city), mm.read_policy(city / "policy.toml"))
    dtype = plan.to_frame()["mentee"].dtype
    assert isinstance(dtype, pd.StringDtype)
    assert dtype.storage == "python"


def test_a_form_is_refused_before_anything_is_solved(
    say: Say, city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = say("match", city, "-o", tmp_path / "план", "--form", "csv")
    assert said.code == 2
    assert "Допустимо: parquet, arrow" in said.err
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    said = say("match", city, "-o", tmp_path / "план", "--form", "parquet")
    assert said.code == 2
    assert "matchmaker[parquet]" in said.err
    assert not (tmp_path / "план").exists()
    said = say("check", city)
    assert said.code == 2
    assert said.err.count("pip install") == 1  # not once for each file


def test_a_plan_too_long_for_a_sheet_is_written_without(
    say: Say, city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("matchmaker.io.layout.MOST_LINES", 2)
    said = say("match", city, "-o", tmp_path / "план", "--form", "parquet")
    assert said.code == 0
    assert "не помещаются на лист книги: на нём их не больше 2" in said.err
    names = {file.name for file in (tmp_path / "план").iterdir()}
    assert names == {"plan.json", "run.json", "pairs.parquet"}
