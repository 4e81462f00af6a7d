"""Invented municipalities, one file each: whatever they hold, nobody real is meant."""

from matchmaker.scenarios.base import Scenario, Size, catalogue, generate, names, scenario

__all__ = ["Scenario", "Size", "catalogue", "generate", "names", "scenario"]
