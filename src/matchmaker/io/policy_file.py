"""The policy file: TOML in, documented TOML out."""

from __future__ import annotations

import textwrap
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import tomlkit

from matchmaker.errors import InputError, Issue, Place
from matchmaker.io.files import replace_files
from matchmaker.messages import plans, validation
from matchmaker.messages import policy_file as say
from matchmaker.policy import Policy
from matchmaker.rules import Rule, catalogue

NAME = "policy.toml"
"""The policy file that stands beside the tables."""

ADDED = {"serves_programme", "group_size", "stays"}
"""Rules that come of themselves: with programmes, or when a plan is made again."""


def default_policy() -> Policy:
    """The policy the product comes with: all programmes, sensible rules."""
    text = files("matchmaker").joinpath("default_policy.toml").read_text("utf-8")
    return Policy.from_plain(tomllib.loads(text), "default_policy.toml")


def read_policy(path: Path | str) -> Policy:
    """Read a policy file.

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
    return Policy.from_plain(plain, file.name)


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
    ]
    used = set()
    for use in policy.uses:
        if use.rule.name not in used:
            parts.append(_comment(_about(type(use.rule))))
        used.add(use.rule.name)
        parts.append(_table("rule", use.to_plain()))
    unused = [
        kind for name, kind in sorted(catalogue.items()) if name not in used and name not in ADDED
    ]
    if unused:
        parts += [_comment(say.UNUSED()), ""]
    for kind in unused:
        parts += [_comment(_about(kind)), _comment(_table("rule", _example(kind)).rstrip()), ""]
    return "\n".join(parts).rstrip() + "\n"


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
