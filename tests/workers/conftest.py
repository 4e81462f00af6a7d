"""A cluster, for tests of what is handed out to it."""

from __future__ import annotations

from tests.workers.cluster import cluster

__all__ = ["cluster"]
