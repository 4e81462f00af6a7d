"""Sweeps: policies, seeds, sizes and scenarios, run over each other into one table."""

from matchmaker.engine.sweeps.sweep import Sweep, sweep

__all__ = ["Sweep", "sweep"]
