"""The policy file: TOML in, documented TOML out."""

from __future__ import annotations

import textwrap
import tomllib
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import tomlkit

from matchmaker.errors import InputError, Issue, Place
from matchmaker.io.files import replace_files
from matchmaker.messages import plans, validation
from matchmaker.messages import policy_file as say
from matchmaker.policy import SCHOOL_KINDS, Policy
from matchmaker.rulebook import Use
from matchmaker.rules import Rule, catalogue

NAME = "policy.toml"
"""The policy file that stands beside the tables."""

ADDED = {"serves_programme", "group_size", "agree_once", "stays"}
"""Rules that come of themselves: with programmes, or when a plan is made again."""

ANY_KIND = "…"
"""Stands for the section into which a rule about schools may be put."""

DEFAULT = "default_policy.toml"


def default_policy() -> Policy:
    """The policy the product comes with: all programmes, sensible rules."""
    return Policy.from_plain(_default(), DEFAULT)


def _default() -> dict[str, Any]:
    return tomllib.loads(files("matchmaker").joinpath(DEFAULT).read_text("utf-8"))


def read_policy(path: Path | str) -> Policy:
    """Read a policy file. A section about schools that it does not have is the default's.

    Raises
    ------
    InputError
        if the file is missing or not TOML, or with every problem of its contents.
    """
    file = Path(path)
    try:
        plain = tomllib.loads(file.read_text("utf-8-sig"))
    except OSError as error:
        raise InputError(
            [Issue(Place(file.name), validation.NO_POLICY(), value=str(path))]
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError([Issue(Place(file.name), validation.NOT_TOML(why=error))]) from error
    default = _default()
    return Policy.from_plain({kind: default[kind] for kind in SCHOOL_KINDS} | plain, file.name)


def policy_beside(source: Path | str) -> Policy:
    """The policy that stands beside the tables, or the default one if there is none."""
    place = Path(source)
    file = (place if place.is_dir() else place.parent) / NAME
    return read_policy(file) if file.exists() else default_policy()


def write_policy(policy: Policy, path: Path | str, *, fictional: bool = False) -> None:
    """Write a policy with every rule explained, the unused ones as comments.

    Parameters
    ----------
    fictional : whether the file belongs to an invented municipality and says so on top.
    """
    banner = f"{_comment(plans.FICTIONAL())}\n" if fictional else ""
    replace_files({Path(path): (banner + policy_text(policy)).encode()})


def policy_text(policy: Policy) -> str:
    """A policy as documented TOML, in the current language."""
    plain = policy.to_plain()
    explained: set[str] = set()
    parts = [
        _comment(say.HEAD()),
        "",
        _comment(say.FIRST()),
        _line("first", plain["first"]),
        "",
        _comment(say.TRAVEL()),
        _line("kilometres_per_hour", plain["kilometres_per_hour"]),
        _line("road_factor", plain["road_factor"]),
        "",
        _comment(say.YOUNG()),
        "[young]",
        *(_line(key, value) for key, value in plain["young"].items()),
        "",
        _comment(say.TIERS()),
        *(_table("tier", tier) for tier in plain["tier"]),
        _comment(say.PROGRAMMES()),
        *(_table("programme", programme) for programme in plain["programme"]),
        _comment(say.RULES()),
        "",
        *_rules("rule", policy.uses, explained),
        *_unused("rule", policy.uses, {"people", "both"}, say.UNUSED(), explained),
        _comment(say.SCHOOLS()),
        "",
    ]
    for kind in SCHOOL_KINDS:
        section = plain[kind]
        parts += [
            _comment(say.SECTIONS[kind]()),
            f"[{kind}]",
            *(_line(key, section[key]) for key in section if key not in {"tier", "rule"}),
            "",
            *(_table(f"{kind}.tier", tier) for tier in section["tier"]),
            *_rules(f"{kind}.rule", policy.book(kind).uses, explained),
        ]
    everywhere = [use for kind in SCHOOL_KINDS for use in policy.book(kind).uses]
    parts += _unused(
        f"{ANY_KIND}.rule", everywhere, {"schools"}, say.UNUSED_SCHOOLS(kind=ANY_KIND), explained
    )
    return "\n".join(parts).rstrip() + "\n"


def _rules(table: str, uses: Iterable[Use], explained: set[str]) -> Iterator[str]:
    """Uses of rules; a rule is explained where the file names it first."""
    for use in uses:
        yield from _explained(type(use.rule), explained)
        yield _table(table, use.to_plain())


def _unused(
    table: str, uses: Iterable[Use], concerns: set[str], head: str, explained: set[str]
) -> Iterator[str]:
    """The other rules that concern these, as comments."""
    hidden = {use.rule.name for use in uses} | ADDED
    rules = [
        rule
        for name, rule in sorted(catalogue.items())
        if rule.concerns in concerns and name not in hidden
    ]
    if rules:
        yield from (_comment(head), "")
    for rule in rules:
        yield from _explained(rule, explained)
        yield from (_comment(_table(table, _example(rule)).rstrip()), "")


def _explained(rule: type[Rule], explained: set[str]) -> Iterator[str]:
    if rule.name not in explained:
        explained.add(rule.name)
        yield _comment(_about(rule))


def _example(kind: type[Rule]) -> dict[str, Any]:
    required = [name for name, field in kind.model_fields.items() if field.is_required()]
    return {"must": kind.name, **dict.fromkeys(required, "…")}


def _about(kind: type[Rule]) -> str:
    lines = [f"{kind.name}: {kind.title()}. {kind.about()}"]
    for name, text in kind.options.items():
        field = kind.model_fields[name]
        default = field.get_default()
        short = "" if field.is_required() or isinstance(default, tuple) else f" ({default})"
        lines.append(f"  {name}{short}: {text()}")
    return "\n".join(lines)


def _table(name: str, content: dict[str, Any]) -> str:
    lines = [f"[[{name}]]"]
    lines += [_line(key, value) for key, value in content.items()]
    return "\n".join(lines) + "\n"


def _line(key: str, value: Any) -> str:
    if isinstance(value, dict):
        inner = tomlkit.inline_table()
        inner.update(value)
        return f"{key} = {inner.as_string()}"
    return f"{key} = {tomlkit.item(value).as_string()}"


def _comment(text: str) -> str:
    lines: list[str] = []
    for line in text.splitlines():
        indent = line[: len(line) - len(line.lstrip())]
        lines += textwrap.wrap(line, 92, subsequent_indent=indent + "  ") or [""]
    return "\n".join(f"# {line}".rstrip() for line in lines)
