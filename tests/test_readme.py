"""Every command and every line of code of the READMEs runs."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document

ROOT = Path(__file__).parent.parent
SMALLER = {
    "python benchmarks/routes.py": "leninsk-kuznetsky",
    "python benchmarks/timetables.py": "--seconds 5 benchmarks/data/mspsp/easy_05.dzn",
    "python benchmarks/partnerships.py": "--seconds 5 --mentees 30 --mentors 30 --schools 8",
}
"""Benchmarks run on a small town here."""


ROADMAP = (
    ("№", "Мероприятие", "Сроки", "Ответственные"),
    ("1.", "Семинар для наставников", "16.10.2025", "Орлова В.П., методист"),
    ("2.", "Приказ о закреплении наставников", "до 1 октября 2025 г.", "УО, ОО"),
    ("3.", "Сопровождение молодых педагогов", "ежегодно, сентябрь-октябрь", "ОО"),
)
"""The document that the READMEs bring in."""


def write_roadmap(path: Path) -> None:
    document = Document()
    document.add_paragraph("План мероприятий (дорожная карта) на 2025-2028 годы")
    table = document.add_table(len(ROADMAP), len(ROADMAP[0]))
    for line, cells in zip(table.rows, ROADMAP, strict=True):
        for cell, text in zip(line.cells, cells, strict=True):
            cell.text = text
    document.save(str(path))


def blocks(file: str, kind: str) -> list[str]:
    text = (ROOT / file).read_text("utf-8")
    found = re.findall(rf"^( *)```{kind}\n(.*?)^ *```", text, re.MULTILINE | re.DOTALL)
    return [re.sub(rf"^{indent}", "", body, flags=re.MULTILINE) for indent, body in found]


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("file", ["README.md", "README.ru.md"])
def test_every_command_runs(file: str, tmp_path: Path) -> None:
    commands = [line for block in blocks(file, "sh") for line in block.splitlines() if line]
    assert any(command.startswith("matchmaker match") for command in commands)
    for name in ("roadmap.docx", "карта.docx"):
        write_roadmap(tmp_path / name)
    for command in commands:
        if command.startswith("make "):
            # The recipes: the demo's commands are run by the next test, the tests by this run.
            done = run(f"make -n {command.removeprefix('make ')}", ROOT)
        elif command in SMALLER:
            done = run(f"{command} {SMALLER[command]}", ROOT)
        else:
            done = run(command, tmp_path)
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
        if command.startswith("matchmaker match"):
            plan = json.loads((tmp_path / command.split()[-1] / "plan.json").read_text("utf-8"))
            (tmp_path / "mentee.txt").write_text(plan["pairs"][0]["mentee"], encoding="utf-8")


def test_the_demo_runs_as_the_makefile_says() -> None:
    done = run("make demo", ROOT)
    assert done.returncode == 0, done.stderr
    for name in ("plan.json", "pairs.xlsx", "methodist.xlsx", "run.json"):
        assert (ROOT / "out" / "kemerovo" / name).exists()
    for name in ("plan.json", "partners.xlsx", "curator.xlsx", "links.svg", "links-by-role.png"):
        assert (ROOT / "out" / "leninsk-city" / name).exists()


def test_the_python_of_the_readme_runs() -> None:
    (code,) = blocks("README.md", "python")
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "proved" in done.stdout
