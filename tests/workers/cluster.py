"""A cluster of two workers, each a process of its own."""

from __future__ import annotations

from collections.abc import Iterator

import dask
import pytest
from distributed import LocalCluster


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    # A result whose worker died is fetched in vain for so long.
    with (
        dask.config.set({"distributed.comm.timeouts.connect": "5s"}),
        LocalCluster(
            processes=True,
            n_workers=2,
            threads_per_worker=1,
            dashboard_address="127.0.0.1:0",  # without one a port of its own is taken all the same
            silence_logs="CRITICAL",
        ) as found,
    ):
        yield found
