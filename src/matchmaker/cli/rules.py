"""``matchmaker rules``: the catalogue of rules, or one with its settings."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Any

import typer

from matchmaker.cli import render
from matchmaker.cli.options import Json
from matchmaker.messages import cli as say

if TYPE_CHECKING:
    from matchmaker.rules import Rule


def command(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help=say.RULE_NAME())] = None,
    json: Json = False,
) -> int:
    """List the rules, or explain one."""
    from matchmaker.errors import InputError, Issue, Place
    from matchmaker.rules import catalogue

    if name is not None and name not in catalogue:
        close = get_close_matches(name, list(catalogue), n=1)
        mend = say.PERHAPS_RULE(guess=close[0]) if close else ", ".join(sorted(catalogue))
        raise InputError([Issue(Place(), say.NO_SUCH_RULE(), mend, name)])
    chosen = [catalogue[name]] if name else [catalogue[key] for key in sorted(catalogue)]
    if json:
        facts = [_facts(rule) for rule in chosen]
        render.data(facts[0] if name else facts)
    elif name:
        _one(chosen[0])
    else:
        render.table(
            (say.COLUMN_RULE(), "", say.COLUMN_CONCERNS(), say.COLUMN_SAYS()),
            [
                (rule.name, rule.title(), say.CONCERNS[rule.concerns](), rule.about())
                for rule in chosen
            ],
        )
    return 0


def _facts(rule: type[Rule]) -> dict[str, Any]:
    return {
        "name": rule.name,
        "title": rule.title(),
        "about": rule.about(),
        "concerns": rule.concerns,
        "doc": rule.__doc__,
        "measures": rule.measure is not _base().measure,
        "quotas": rule.quotas is not _base().quotas,
        "schema": rule.model_json_schema(),
    }


def _base() -> type[Rule]:
    from matchmaker.rules import Rule

    return Rule


def _one(rule: type[Rule]) -> None:
    render.line(f"{rule.name}: {rule.title()}")
    render.line(rule.about())
    render.line(f"  {say.COLUMN_CONCERNS()}: {say.CONCERNS[rule.concerns]()}")
    if rule.measure is not _base().measure:
        render.line(f"  {say.PAIR_RULE()}")
    if rule.quotas is not _base().quotas:
        render.line(f"  {say.QUOTA_RULE()}")
    if rule.options:
        render.line(say.OPTIONS())
        for option, text in rule.options.items():
            field = rule.model_fields[option]
            default = field.get_default()
            plain = not field.is_required() and not isinstance(default, tuple)
            known = f" ({say.DEFAULT(value=default)})" if plain else ""
            render.line(f"  {option}: {text()}{known}")
