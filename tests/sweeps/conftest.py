"""The command line and a cluster, for tests of sweeps."""

from __future__ import annotations

from tests.cli.conftest import say
from tests.workers.cluster import cluster

__all__ = ["cluster", "say"]
