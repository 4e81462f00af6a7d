"""``roadmap parse``, ``audit`` and ``derive`` as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from matchmaker.cli.app import run
from matchmaker.io import read_roadmap

SCENARIOS = Path(__file__).parents[2] / "scenarios"


def parsed(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    assert run(["roadmap", "parse", *arguments, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert isinstance(data, dict)
    return data


def test_a_recurrence_has_windows_within_the_period(capsys: pytest.CaptureFixture[str]) -> None:
    found = parsed(capsys, "Ежегодно, сентябрь-октябрь", "--period", "2025..2026")
    assert found["kind"] == "recurring"
    assert found["windows"] == [
        {"start": "2025-09-01", "end": "2025-10-31"},
        {"start": "2026-09-01", "end": "2026-10-31"},
    ]
    assert found["recurrence"] == {"freq": "yearly", "interval": 1, "months": [9, 10]}


def test_without_a_period_a_recurrence_has_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert parsed(capsys, "Ежемесячно")["windows"] == []


def test_periods_of_days(capsys: pytest.CaptureFixture[str]) -> None:
    found = parsed(capsys, "Ежемесячно", "--period", "2021-09-01..2022-05-31")
    windows = found["windows"]
    assert isinstance(windows, list)
    assert len(windows) == 9


def test_what_is_unclear_is_an_answer(capsys: pytest.CaptureFixture[str]) -> None:
    found = parsed(capsys, "31 сентября")
    assert found["kind"] == "unclear"
    assert found["verbatim"] == "31 сентября"


def test_settings_of_reading(capsys: pytest.CaptureFixture[str]) -> None:
    ends = parsed(capsys, "2024-2025 учебный год", "--school-year-end", "08-31")
    assert ends["windows"] == [{"start": "2024-09-01", "end": "2025-08-31"}]
    by = parsed(capsys, "до 1 ноября 2025 г.", "--exclusive")
    assert by["windows"] == [{"start": None, "end": "2025-10-31"}]


@pytest.mark.parametrize("period", ["2024", "2028..2024", "2024..весна", "1500..1501", ".."])
def test_a_bad_period_is_refused(period: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["roadmap", "parse", "ежегодно", "--period", period]) == 2
    assert "2024..2028" in capsys.readouterr().err


def test_the_report_of_a_phrase(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["roadmap", "parse", "К 1 октября ежегодно", "--period", "2024..2025"]) == 0
    out = capsys.readouterr().out
    assert "повторяется" in out
    assert "до 01.10.2024" in out
    assert "не включая" in out


def test_an_audit_with_errors_ends_with_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["roadmap", "audit", str(SCENARIOS / "kemerovo"), "--json"]) == 1
    findings = json.loads(capsys.readouterr().out)
    assert {"rule", "severity", "rows", "words", "mend"} <= set(findings[0])
    assert [f["rows"] for f in findings if f["rule"] == "person-clash"] == [["К1", "К10"]]


def test_an_audit_without_errors_ends_with_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["roadmap", "audit", str(SCENARIOS / "kogalym")]) == 0
    assert "ошибок 0" in capsys.readouterr().out


def test_one_plan_is_audited_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    source = str(SCENARIOS / "kemerovo")
    assert run(["roadmap", "audit", source, "--plan", "План 2021–2023"]) == 0
    assert "Стартуем" not in capsys.readouterr().out
    assert run(["roadmap", "audit", source, "--plan", "нет"]) == 2
    assert "План 2021–2023" in capsys.readouterr().err


def test_a_folder_without_a_roadmap_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["roadmap", "audit", str(SCENARIOS / "rural")]) == 2
    assert "roadmap import" in capsys.readouterr().err


def test_a_school_derives_its_plan_and_the_audit_compares(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = str(SCENARIOS / "leninsk-kuznetsky"), tmp_path / "школа"
    assert run(["roadmap", "derive", source, "--school", "ш201", "-o", str(out), "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert sum(made["rows"].values()) > 30
    own = read_roadmap(out)
    assert {plan.reference for plan in own.plans} == {True, False}
    run(["roadmap", "audit", str(out), "--json"])
    rules = {finding["rule"] for finding in json.loads(capsys.readouterr().out)}
    assert not rules & {"missing-row", "later-deadline", "wider-period", "unknown-row"}


def test_an_unknown_school_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = str(SCENARIOS / "leninsk-kuznetsky")
    assert run(["roadmap", "derive", source, "--school", "ш999", "-o", str(tmp_path / "ш")]) == 2
    assert "ш999" in capsys.readouterr().err
    assert not (tmp_path / "ш").exists()


def test_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["roadmap", "derive", str(SCENARIOS / "kogalym"), "--school", "ш201"]
    assert run([*command, "-o", str(tmp_path)]) == 0
    assert run([*command, "-o", str(tmp_path)]) == 2
    assert "уже есть" in capsys.readouterr().err
