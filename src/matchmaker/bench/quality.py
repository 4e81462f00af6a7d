"""How good answers are, tier by tier, against the best known of the same case."""

from __future__ import annotations

from collections.abc import Sequence

from matchmaker.bench.record import Run


class Quality:
    """Holds every answer of a set of runs against the best of its case.

    The best is one that is proved; where there is none, the best of the answers, and then
    nothing is said to be lost against an optimum.
    """

    def __init__(self, runs: Sequence[Run]) -> None:
        self._best: dict[object, Run] = {}
        for run in runs:
            if not run.answered:
                continue
            best = self._best.get(run.case)
            if best is None or _worth(run) > _worth(best):
                self._best[run.case] = run

    def best(self, run: Run) -> Run | None:
        """The best answer to the same case."""
        return self._best.get(run.case)

    def loss(self, run: Run) -> tuple[str, int] | None:
        """The first tier in which an answer is worse than the best, and by how much.

        An empty name if it is as good in every tier; nothing if there is no answer. Tiers after
        the first that differs cannot be compared.
        """
        best = self.best(run)
        if best is None or not run.answered:
            return None
        for tier, value in best.tiers.items():
            if run.tiers[tier] != value:
                return (tier, value - run.tiers[tier]) if run.tiers[tier] < value else ("", 0)
        return "", 0

    def beaten(self, run: Run) -> bool:
        """Whether an answer is better than one that is proved best: then something is wrong."""
        best = self.best(run)
        if best is None or best.status != "proved" or not run.answered:
            return False
        return tuple(run.tiers.values()) > tuple(best.tiers.values())

    def share(self, run: Run, tier: str) -> float | None:
        """The part of the best value of a tier; more than 1 is at the cost of another tier."""
        best = self.best(run)
        if best is None or not run.answered or best.tiers.get(tier, 0) <= 0:
            return None
        return run.tiers[tier] / best.tiers[tier]


def _worth(run: Run) -> tuple[bool, tuple[int, ...]]:
    return run.status == "proved", tuple(run.tiers.values())
