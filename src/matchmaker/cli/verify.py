"""``matchmaker verify``: check a plan without trusting any solver."""

from __future__ import annotations

from matchmaker.cli import render
from matchmaker.cli.options import Json, PlanFile, Source
from matchmaker.messages import cli as say


def command(plan: PlanFile, source: Source, json: Json = False) -> int:
    """Recompute everything the plan says; exit 1 if it is not valid."""
    from matchmaker.domain.town import check_town
    from matchmaker.engine import read_plan, verify
    from matchmaker.io import read

    record, town = read_plan(plan), read(source)
    check_town(town.about.name, {plan.name: record.municipality})
    verdict = verify(record, town)
    if json:
        render.data(
            {
                "valid": verdict.valid,
                "optimal": verdict.optimal,
                "issues": verdict.issues,
                "bounds": verdict.bounds,
                "values": verdict.values,
                "pairs": verdict.pairs,
            }
        )
    elif verdict.valid:
        render.line(say.VALID())
        titles = {tier.name: tier.title for tier in record.tiers}
        gaps = [
            say.GAP_LINE(tier=titles[name], value=verdict.values[name], bound=bound)
            for name, bound in verdict.bounds.items()
            if bound != verdict.values[name]
        ]
        render.line(
            {
                "proved": say.PROVED(pairs=verdict.pairs),
                "bound": say.BOUND(gaps="; ".join(gaps)),
                "unproved": say.UNPROVED(),
            }[verdict.optimal]
        )
    else:
        render.line(say.INVALID())
        for issue in verdict.issues:
            render.line(f"  • {issue}")
    return 0 if verdict.valid else 1
