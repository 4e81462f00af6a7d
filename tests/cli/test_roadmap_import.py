"""The verb ``roadmap import``, as a curator types it."""

from __future__ import annotations

from pathlib import Path

from matchmaker.cli.app import choose_language
from matchmaker.text import set_language
from tests.cli.conftest import Say, refused

DATA = Path(__file__).parents[1] / "roadmap" / "data"


def test_the_report_in_words(say: Say, tmp_path: Path) -> None:
    assert say("roadmap", "import", DATA / "plans.csv", "-o", tmp_path).code == 0
    said = say("roadmap", "import", DATA / "events.csv", "-o", tmp_path)
    assert said.code == 0
    for words in (
        "План «LKO-дорожная карта»: внесено 41 строка",
        "Ответственные: «resp»",
        "Не внесены столбцы: «seed»",
        "дорожная карта.xlsx",
    ):
        assert words in said.out
    again = say("roadmap", "import", DATA / "events.csv", "-o", tmp_path)
    refused(again, "у плана уже есть 41 строка", "--replace")
    assert say("roadmap", "import", DATA / "events.csv", "-o", tmp_path, "--replace").code == 0


def test_the_report_as_data(say: Say, tmp_path: Path) -> None:
    plan = tmp_path / "план.csv"
    plan.write_text("№;Мероприятие;Срок\n1;Конкурс;май\n;для всех;\n", "utf-8")
    said = say("roadmap", "import", plan, "-o", tmp_path / "о", "--plan", "П", "--json")
    assert said.data["plans"] == [{"plan": "П", "rows": 1, "head": {}}]
    assert said.data["joined_rows"] == 1
    assert said.data["columns"]["dates"] == ["Срок"]
    assert [issue["severity"] for issue in said.data["warnings"]] == ["warning"]


def test_refusals(say: Say, tmp_path: Path) -> None:
    refused(say("roadmap", "import", tmp_path / "нет.docx", "-o", tmp_path), "не найдены")
    (tmp_path / "файл").write_text("")
    said = say("roadmap", "import", DATA / "events.csv", "-o", tmp_path / "файл")
    refused(said, "файл")


def test_in_english(say: Say, tmp_path: Path) -> None:
    try:
        choose_language(["--lang", "en"])
        said = say("roadmap", "import", DATA / "events.csv", "-o", tmp_path)
    finally:
        set_language("ru")
    assert "41 rows brought in" in said.out
    assert (tmp_path / "roadmap.xlsx").exists()


def test_help(say: Say) -> None:
    assert "import" in say("roadmap", "--help").out
    assert "--replace" in say("roadmap", "import", "--help").out


def test_a_name_no_folder_can_have_is_refused(say: Say, tmp_path: Path) -> None:
    plan = tmp_path / "план.csv"
    plan.write_text("№;Мероприятие;Срок\n1;Конкурс;май\n", "utf-8")
    refused(say("roadmap", "import", plan, "-o", tmp_path / ("о" * 300)), "такой папки быть")
