"""Which musts exclude a pair."""

from __future__ import annotations

from matchmaker.program.program import Program
from matchmaker.rulebook import Use


def refusals(program: Program, i: int, j: int) -> list[Use]:
    """The uses of rules that exclude this pair, in the order of the policy."""
    pair = program.roster.pair(i, j)
    found = []
    for use in program.policy.all_uses:
        if use.mood == "must" and use.holds_in(pair.programme):
            measure = use.rule.measure_of(pair)
            if measure is not None and measure <= 0:
                found.append(use)
    return found


def refusal_titles(program: Program, i: int, j: int) -> list[str]:
    """Titles of the rules that exclude this pair, each once."""
    return list(dict.fromkeys(use.rule.title() for use in refusals(program, i, j)))
