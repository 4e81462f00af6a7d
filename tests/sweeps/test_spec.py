"""The file of a sweep: every problem at once, with its place and what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest

import matchmaker as mm
from matchmaker.engine.sweeps.plan import read_sweep
from matchmaker.errors import InputError
from matchmaker.policy import Policy
from tests.cli.conftest import Say
from tests.sweeps.small import SPEC, written

WRONG = """
seeds = [1, "два", 1]
solver = "flwo"
workers = 4
[[scenario]]
name = "rurall"
[[scenario]]
name = "rural"
size = [{ mentees = 8 }]
[[scenario]]
name = "city"
sizes = [{ mentees = 0 }]
[[scenario]]
folder = "nowhere"
[[policy]]
[[policy]]
name = "раз"
base = "none.toml"
[[policy]]
name = "два"
weights = { travel = "много" }
"""

NOT_HELD = """
fit_by = "четыре"
seeds = []
[[scenario]]
name = "rural"
[[policy]]
name = "раз"
base = "default"
weights = { travle = 3, willing = 2 }
drop = ["age_gap"]
tiers = ["coverage", "nearness"]
[[policy]]
name = "раз"
[[policy]]
name = "три"
[[policy.rule]]
prefer = "travel"
tier = "nearness"
[[policy.rule]]
must = "travel"
limit = "час"
[[policy.rule]]
must = "travle"
"""


def told(folder: Path, text: str) -> str:
    with pytest.raises(InputError) as error:
        read_sweep(written(folder, text))
    return str(error.value)


def changed(folder: Path, changes: str) -> tuple[Policy, Policy]:
    """The default policy, and with these changes."""
    text = f'[[scenario]]\nname = "rural"\n[[policy]]\nname = "х"\nbase = "default"\n{changes}\n'
    given, _ = read_sweep(written(folder, text))
    default = mm.default_policy()
    return default, given.variants[0].of(default)


def test_everything_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    said = told(tmp_path, WRONG)
    for line in (
        "spec.toml, seeds.2: нужно целое число",
        "spec.toml, workers: неизвестная настройка «4»",
        "spec.toml, [[scenario]] 1 rurall name: такого сценария нет «rurall». Возможно, «rural»",
        "spec.toml, [[scenario]] 2 rural size: неизвестная настройка. Возможно, «sizes»",
        "spec.toml, [[scenario]] 3 city sizes.1.mentees: слишком малое число «0». Нужно не меньше 1",
        "nowhere: файл или папка не найдены",
        "spec.toml, [[policy]] 1 name: не указано. Добавьте «name»",
        "none.toml: нет файла правил",
        "spec.toml, [[policy]] 3 два weights.travel: нужно целое число «много»",
    ):
        assert line in said, (line, said)


def test_numbers_that_no_frame_holds_are_told(tmp_path: Path) -> None:
    said = told(tmp_path, SPEC.replace("seeds = [1, 2]", f"seeds = [1, {2**63}]"))
    assert f"seeds.2: слишком большое число «{2**63}». Нужно не больше {2**63 - 1}" in said


def test_what_does_not_fit_together_is_told(tmp_path: Path) -> None:
    said = told(tmp_path, NOT_HELD)
    for line in (
        "spec.toml, seeds: список пуст",
        "spec.toml, fit_by: такой политики в файле нет «четыре»",
        "spec.toml, [[policy]] name: повторяется «раз». Дайте другое имя",
        "[[policy]] 1 раз weights: такого правила нет «travle». Возможно, «travel»",
        "[[policy]] 1 раз weights: в этой политике („default“) нет желательного правила с таким именем «willing»",
        "[[policy]] 1 раз drop: в этой политике („default“) нет такого правила «age_gap»",
        "[[policy]] 1 раз tiers: в этой политике („default“) нет такого уровня «nearness»",
        "[[policy]] 3 три [[rule]] 2 travel limit",
        "[[policy]] 3 три [[rule]] 3: такого правила нет «travle»",
    ):
        assert line in said or line.replace("„", "«").replace("“", "»") in said, (line, said)


def test_nothing_to_compare_is_told(tmp_path: Path) -> None:
    said = told(tmp_path, "seeds = [1]")
    assert "не назван ни один сценарий" in said and "не названа ни одна политика" in said
    assert "не читается как TOML" in told(tmp_path, "seeds = [1")
    with pytest.raises(InputError, match="нет такого файла"):
        read_sweep(tmp_path / "none.toml")
    size = 'sizes = [{ mentees = 3 }, { mentees = 3 }]\n[[policy]]\nname = "х"'
    assert "повторяется «3»" in told(tmp_path, f'[[scenario]]\nname = "rural"\n{size}')
    assert "Уберите sizes" in told(tmp_path, f'[[scenario]]\nfolder = "x"\n{size}')
    assert "[[scenario]]: неизвестная" not in said
    assert "Возможно, «[[policy]]»" in told(tmp_path, '[[policies]]\nname = "х"')
    assert "нужен список" in told(tmp_path, 'policy = "х"') and "нужен список" in told(
        tmp_path, "seeds = 1"
    )


def test_the_verb_says_it_and_makes_nothing(say: Say, tmp_path: Path) -> None:
    said = say("sweep", written(tmp_path, WRONG), "-o", tmp_path / "out", "--workers", 1)
    assert said.code == 2 and "Traceback" not in said.err and "rurall" in said.err
    assert not (tmp_path / "out").exists()
    spec = written(tmp_path)
    both = say("sweep", spec, "-o", tmp_path / "o", "--workers", 1, "--cluster", "tcp://x:1")
    assert both.code == 2 and "Оставьте одно из двух" in both.err
    nobody = say("sweep", spec, "-o", tmp_path / "o", "--cluster", "tcp://127.0.0.1:1", "--json")
    assert nobody.code == 2 and nobody.data["issues"][0]["value"] == "tcp://127.0.0.1:1"


def test_weights_are_those_given(tmp_path: Path) -> None:
    before, after = changed(tmp_path, "weights = { subject = 33, wishes = -2 }")
    assert {u.weight for u in after.uses if u.mood == "prefer" and u.rule.name == "subject"} == {33}
    assert [u.weight for u in after.uses if u.rule.name == "wishes"] == [-2]
    assert [u.rule for u in after.uses] == [u.rule for u in before.uses]


def test_dropped_rules_are_gone_and_stated_ones_replace(tmp_path: Path) -> None:
    rule = '[[policy.rule]]\nmust = "travel"\nlimit = 20'
    before, after = changed(tmp_path, f'drop = ["shift"]\n{rule}')
    names = [use.rule.name for use in after.uses]
    assert "shift" not in names and names.count("travel") == 1
    assert after.uses[-1].rule.model_dump()["limit"] == 20 and after.uses[-1].mood == "must"
    assert len(names) == len(before.uses) - 1 - 2 + 1


def test_tiers_named_come_first_in_this_order(tmp_path: Path) -> None:
    before, after = changed(tmp_path, 'tiers = ["travel", "coverage"]')
    names = [tier.name for tier in after.order]
    assert names[:3] == ["obligations", "travel", "coverage"]
    rest = [tier.name for tier in before.order[1:] if tier.name not in {"travel", "coverage"}]
    assert names[3:] == rest
    _, points = changed(tmp_path, 'first = "points"')
    assert [tier.name for tier in points.order][-2:] == ["priority", "coverage"]


def test_without_changes_it_is_the_policy_itself(tmp_path: Path) -> None:
    before, after = changed(tmp_path, "")
    assert after == before
    given, jobs = read_sweep(written(tmp_path, SPEC))
    assert len(jobs) == 12 and given.yardstick == 0
