"""The command line as a curator uses it: answers, exit codes, files."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

from matchmaker.cli.app import choose_language, run
from matchmaker.domain import TABLES
from matchmaker.io import read, write
from tests.cli.conftest import Said, Say, refused

CITY = ("city", "--mentees", "12", "--mentors", "6", "--schools", "4")
"""Six mentors for twelve: some stay without one."""


@pytest.fixture
def city(tmp_path: Path) -> Path:
    assert run(["generate", *CITY, "-o", str(tmp_path / "city")]) == 0
    return tmp_path / "city"


def matchmaker(*arguments: object) -> Said:
    """Run the command line in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "matchmaker", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env={name: value for name, value in os.environ.items() if name != "MATCHMAKER_LANG"},
        check=False,
    )
    return Said(done.returncode, done.stdout, done.stderr)


# What each verb answers.


def test_help_imports_nothing_heavy() -> None:
    program = (
        "import sys\n"
        "from matchmaker.cli.app import run\n"
        "code = run(['--help'])\n"
        "heavy = {'ortools', 'pandas', 'numpy', 'pydantic', 'networkx'} & set(sys.modules)\n"
        "print(code, sorted(heavy), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stderr.split("\n")[-2] == "0 []"
    assert all(verb in done.stdout for verb in ("match", "verify", "explain", "check", "rules"))


def test_the_verbs_one_after_the_other(say: Say, city: Path, tmp_path: Path) -> None:
    found = say("check", city, "--json")
    assert found.code == 0
    assert {"mentees", "mentors", "pairs", "candidates", "alone", "to_ask"} <= set(found.data)
    assert found.data["mentees"] == 12

    out = tmp_path / "out"
    made = say("match", city, "-o", out, "--json")
    assert made.code == 0
    assert {"status", "route", "route_reason", "mentees", "mentors", "paired"} <= set(made.data)
    assert {"unpaired", "tiers", "gap", "certificate", "seconds"} <= set(made.data)
    assert made.data["status"] == "optimal"
    assert made.data["gap"] == 0
    assert made.data["paired"] + made.data["unpaired"] == 12
    assert all({"name", "value", "bound"} <= set(tier) for tier in made.data["tiers"])
    assert set(made.data["certificate"]) == {"prices", "bound", "conflict"}
    assert made.data["certificate"]["prices"] is True
    assert made.data["certificate"]["bound"] == {t["name"]: t["value"] for t in made.data["tiers"]}
    assert made.err.strip()
    assert sorted(file.name for file in out.iterdir()) == [
        "methodist.xlsx",
        "pairs.xlsx",
        "plan.json",
        "run.json",
    ]

    plan = json.loads((out / "plan.json").read_text("utf-8"))
    assert len(plan["pairs"]) == made.data["pairs"]
    for pair in plan["pairs"]:
        assert {"mentee", "mentor", "programme", "points", "status"} <= set(pair)
        assert pair["status"] == "proposed"
    assert len(plan["unpaired"]) == made.data["unpaired"] > 0
    for left in plan["unpaired"]:
        assert set(left) == {"mentee", "reason", "words"} and left["words"]

    checked = say("verify", out / "plan.json", city, "--json")
    assert checked.code == 0
    assert checked.data["valid"] is True
    assert checked.data["optimal"] == "proved"
    assert checked.data["issues"] == []

    chosen = plan["pairs"][0]
    for asked in ((chosen["mentee"],), (chosen["mentee"], chosen["mentor"])):
        told = say("explain", out / "plan.json", city, *asked, "--json")
        assert told.code == 0
        assert {"mentee", "mentor", "chosen", "eligible", "rules"} <= set(told.data)
        assert (told.data["mentee"], told.data["mentor"]) == (chosen["mentee"], chosen["mentor"])
        assert told.data["chosen"] is True and told.data["eligible"] is True
        keys = {"rule", "mood", "tier", "measure", "points", "words"}
        assert all(keys <= set(rule) and rule["words"] for rule in told.data["rules"])
        points = dict.fromkeys(chosen["points"], 0)
        for rule in told.data["rules"]:
            if rule["mood"] == "prefer":
                points[rule["tier"]] += rule["points"]
        assert points == chosen["points"]

    left = plan["unpaired"][0]
    told = say("explain", out / "plan.json", city, left["mentee"], "--json")
    assert told.code == 0
    assert told.data["mentor"] is None and told.data["chosen"] is False
    assert told.data["words"] == left["words"]


def test_the_verbs_for_people(say: Say, city: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert say("check", city).code == 0
    made = say("match", city, "-o", out)
    assert made.code == 0
    assert "Проект. Решение принимает руководитель" in made.out
    assert str(out / "plan.json") in made.out
    assert "доказано ценами" in say("verify", out / "plan.json", city).out
    plan = json.loads((out / "plan.json").read_text("utf-8"))
    told = say("explain", out / "plan.json", city, plan["pairs"][0]["mentee"])
    assert told.code == 0
    assert "пара предложена в плане" in told.out
    told = say("explain", out / "plan.json", city, plan["unpaired"][0]["mentee"])
    assert plan["unpaired"][0]["words"] in told.out


def test_a_person_is_found_by_full_name(say: Say, city: Path, tmp_path: Path) -> None:
    assert say("match", city, "-o", tmp_path, "--json").code == 0
    pair = json.loads((tmp_path / "plan.json").read_text("utf-8"))["pairs"][0]
    name = {person.id: person.name for person in read(city).people}
    told = say(
        "explain",
        tmp_path / "plan.json",
        city,
        name[pair["mentee"]].upper(),
        name[pair["mentor"]],
        "--json",
    )
    assert (told.data["mentee"], told.data["mentor"]) == (pair["mentee"], pair["mentor"])
    assert told.data["chosen"] is True


def test_a_process_of_its_own_says_the_same(city: Path, tmp_path: Path) -> None:
    made = matchmaker("match", city, "-o", tmp_path / "out", "--json")
    assert made.code == 0
    assert made.data["status"] == "optimal"
    assert "Метод flow" in made.err
    bad = matchmaker("match", tmp_path / "nothing.xlsx", "-o", tmp_path / "bad")
    assert (bad.code, bad.out) == (2, "")
    assert "nothing.xlsx" in bad.err and "Traceback" not in bad.err


def test_what_cannot_all_be_kept_exits_1(say: Say, tmp_path: Path) -> None:
    folder = tmp_path / "impossible"
    assert say("generate", "impossible", "-o", folder).code == 0
    made = say("match", folder, "-o", tmp_path / "out", "--json")
    assert made.code == 1
    assert made.data["status"] == "infeasible"
    assert len(made.data["certificate"]["conflict"]) >= 4
    assert say("verify", tmp_path / "out" / "plan.json", folder, "--json").code == 0


def test_verify_of_a_changed_plan_exits_1(say: Say, city: Path, tmp_path: Path) -> None:
    assert say("match", city, "-o", tmp_path, "--json").code == 0
    file = tmp_path / "plan.json"
    plan = json.loads(file.read_text("utf-8"))
    gone = plan["pairs"].pop()
    file.write_text(json.dumps(plan), "utf-8")
    checked = say("verify", file, city, "--json")
    assert checked.code == 1
    assert checked.data["valid"] is False
    assert any(gone["mentee"] in issue for issue in checked.data["issues"])
    assert gone["mentee"] in say("verify", file, city).out


def test_rules_lists_and_explains(say: Say) -> None:
    listed = say("rules", "--json")
    assert listed.code == 0
    assert {"willing", "places", "subject"} <= {rule["name"] for rule in listed.data}
    concerns = {rule["name"]: rule["concerns"] for rule in listed.data}
    assert (concerns["willing"], concerns["fewest"], concerns["travel"]) == (
        "people",
        "schools",
        "both",
    )
    assert "о школах" in say("rules", "fewest").out
    assert "о парах и школах" in say("rules", "travel").out
    one = say("rules", "places", "--json")
    assert one.data["name"] == "places"
    assert one.data["schema"]["properties"]["default_places"]["default"] == 2
    assert "default_places" in say("rules", "places").out


def test_init_makes_the_files_and_overwrites_nothing(say: Say, tmp_path: Path) -> None:
    assert say("init", tmp_path).code == 0
    before = {file: file.read_bytes() for file in tmp_path.iterdir()}
    names = {file.name for file in before}
    changes = "таблица изменений.xlsx"
    assert names == {"policy.toml", "таблицы.xlsx", "дорожная карта.xlsx", changes}
    again = say("init", tmp_path)
    assert again.code == 2
    assert all(name in again.err for name in names)
    assert {file: file.read_bytes() for file in tmp_path.iterdir()} == before


@pytest.mark.parametrize(
    "verb",
    [
        ("check",),
        ("roadmap", "audit"),
        ("roadmap", "status", "--on", "2025-10-01"),
        ("schedule", "-o", "out"),
        ("match", "-o", "out"),
        ("meetings", "--interviews", "-o", "out"),
    ],
)
def test_what_init_made_is_refused_in_words(
    say: Say, tmp_path: Path, verb: tuple[str, ...]
) -> None:
    say("init", tmp_path / "новый")
    words = [tmp_path / word if word == "out" else word for word in verb]
    refused(say(*words, tmp_path / "новый"), "нет ни")
    assert not (tmp_path / "out").exists()


# Input that is no good.


def test_a_missing_source_is_refused(say: Say, tmp_path: Path) -> None:
    missing = tmp_path / "нет.xlsx"
    refused(say("check", missing), "нет.xlsx")
    refused(say("match", missing, "-o", tmp_path / "out"), "нет.xlsx")
    refused(say("verify", tmp_path / "plan.json", missing), "plan.json")
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_name_is_refused(say: Say, city: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    refused(say("match", city, "-o", out, "--solver", "magic"), "magic", "flow", "cpsat")
    assert not out.exists()
    refused(say("rules", "willling"), "willling", "willing")
    refused(say("generate", "atlantis", "-o", out), "atlantis", "city")
    refused(say("nonsense"), "nonsense")
    refused(say("match", city, "-o", out, "--nonsense"), "--nonsense")
    assert not out.exists()
    assert say("match", city, "-o", out, "--json").code == 0
    refused(say("explain", out / "plan.json", city, "Никто Н. Н."), "Никто Н. Н.")
    mentee = json.loads((out / "plan.json").read_text("utf-8"))["pairs"][0]["mentee"]
    refused(say("explain", out / "plan.json", city, mentee, "Никто Н. Н."), "Никто Н. Н.")


def test_a_bad_language_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        choose_language(["check", "--lang", "fr"])
    assert stop.value.code == 2
    assert "fr" in capsys.readouterr().err
    said = matchmaker("--lang=fr", "rules")
    refused(said, "fr", "ru, en")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("first = ", ("policy.toml",)),
        ('[[rule]]\nmust = "wiling"\n', ("policy.toml", "wiling", "willing")),
        ('[[rule]]\nprefer = "served"\ntier = "nowhere"\n', ("policy.toml", "nowhere")),
        ('[[rule]]\nmust = "places"\ndefault_places = "many"\n', ("default_places", "many")),
        ('first = "luck"\n', ("first", "luck")),
    ],
)
def test_a_broken_policy_is_refused(
    say: Say, city: Path, tmp_path: Path, text: str, words: tuple[str, ...]
) -> None:
    out = tmp_path / "out"
    (city / "policy.toml").write_text(text, "utf-8")
    refused(say("match", city, "-o", out), *words)
    refused(say("check", city), *words)
    assert not out.exists()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pairs": []}', "\x00\xff"])
def test_a_file_that_is_no_plan_is_refused(say: Say, city: Path, tmp_path: Path, text: str) -> None:
    plan = tmp_path / "plan.json"
    plan.write_bytes(text.encode("latin-1"))
    refused(say("verify", plan, city), "plan.json")
    refused(say("explain", plan, city, "x"), "plan.json")


def test_bad_input_as_data(say: Say, tmp_path: Path) -> None:
    said = say("check", tmp_path / "none.xlsx", "--json")
    assert said.code == 2
    (issue,) = said.data["issues"]
    assert "none.xlsx" in json.dumps(issue, ensure_ascii=False)


def test_old_results_stay_when_the_run_fails(say: Say, city: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert say("match", city, "-o", out, "--json").code == 0
    (out / "notes.txt").write_text("мои заметки", "utf-8")
    before = {file.name: file.read_bytes() for file in out.iterdir()}
    good = (city / "policy.toml").read_text("utf-8")
    (city / "policy.toml").write_text("first = ", "utf-8")
    assert say("match", city, "-o", out).code == 2
    (city / "policy.toml").write_text(good, "utf-8")
    assert say("match", city, "-o", out, "--solver", "magic").code == 2
    assert say("match", tmp_path / "none", "-o", out).code == 2
    assert {file.name: file.read_bytes() for file in out.iterdir()} == before
    assert say("match", city, "-o", out).code == 0
    assert (out / "notes.txt").read_text("utf-8") == "мои заметки"


# The same facts give the same papers.


def test_the_same_input_gives_the_same_bytes(say: Say, city: Path, tmp_path: Path) -> None:
    for out in ("one", "two"):
        assert say("match", city, "-o", tmp_path / out).code == 0
    for name in ("plan.json", "pairs.xlsx", "methodist.xlsx"):
        one, two = ((tmp_path / out / name).read_bytes() for out in ("one", "two"))
        assert one == two, name


def test_the_order_of_rows_and_the_kind_of_file_do_not_matter(
    say: Say, city: Path, tmp_path: Path
) -> None:
    municipality = read(city)
    policy = city / "policy.toml"
    shuffled = tmp_path / "shuffled"
    write(municipality, shuffled, "csv")
    lines_moved = 0
    for table in TABLES[1:]:
        file = shuffled / f"{table.sheet()}.csv"
        text = file.read_bytes().decode("utf-8-sig")
        lines = text.splitlines(keepends=True)
        head = len(lines) - len(municipality.rows(table))
        body = lines[head:]
        random.Random(7).shuffle(body)
        lines_moved += body != lines[head:]
        file.write_bytes("".join(lines[:head] + body).encode("utf-8-sig"))
    assert lines_moved >= 4
    write(municipality, tmp_path / "csv", "csv")
    (tmp_path / "book").mkdir()
    write(municipality, tmp_path / "book" / "таблицы.xlsx")
    plans = set()
    for source in ("shuffled", "csv", "book"):
        out = tmp_path / f"{source} out"
        assert say("match", tmp_path / source, "-o", out, "--policy", policy).code == 0
        plans.add((out / "plan.json").read_bytes())
    assert say("match", city, "-o", tmp_path / "out").code == 0
    assert plans == {(tmp_path / "out" / "plan.json").read_bytes()}


# English.


@pytest.mark.usefixtures("english")
def test_a_report_in_english(say: Say, city: Path, tmp_path: Path) -> None:
    made = say("match", city, "-o", tmp_path / "out")
    assert made.code == 0
    assert "Draft. The head of the organisation decides" in made.out
    assert "Fictional data" in made.out
    name = read(city).about.name
    head = made.out.partition("Without a mentor:")[0].replace(name, "")
    assert not re.search("[а-яё]", head, re.IGNORECASE), head
    assert not re.search("[а-яё]", made.err, re.IGNORECASE), made.err
    data = say("match", city, "-o", tmp_path / "out", "--json").data
    assert not re.search("[а-яё]", data["route_reason"], re.IGNORECASE)
    checked = say("verify", tmp_path / "out" / "plan.json", city)
    assert not re.search("[а-яё]", checked.out, re.IGNORECASE)
    unknown = say("rules", "nonsense")
    assert unknown.code == 2
    assert "there is no such rule" in unknown.err


def test_the_language_may_stand_anywhere(tmp_path: Path) -> None:
    for arguments in (("--lang", "en", "rules"), ("rules", "--lang=en")):
        said = matchmaker(*arguments)
        assert said.code == 0
        assert "Willing to take part" in said.out
        assert not re.search("[а-яё]", said.out, re.IGNORECASE)
