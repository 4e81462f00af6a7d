"""Which workers: those of a cluster if its address is given, else processes of this machine."""

from __future__ import annotations

import os

from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import workers as say
from matchmaker.workers.base import Workers


def workers(count: int | None = None, cluster: str | None = None) -> Workers:
    """Workers to hand out to; let them go with ``with``.

    Parameters
    ----------
    count : processes of this machine; as many as it has cores if not given.
    cluster : address of a Dask scheduler, such as ``tcp://10.0.0.5:8786``. Nothing is asked of
        the network without it.

    Raises
    ------
    InputError
        if both are given, the extra ``cluster`` is missing, or no scheduler answers.
    """
    if cluster is not None:
        if count is not None:
            raise InputError(
                [Issue(Place(setting="--workers"), say.BOTH(), say.ONE_OF(), str(count))]
            )
        from matchmaker.workers.cluster import Cluster

        return Cluster(cluster)
    from matchmaker.workers.processes import Processes

    return Processes(count or os.cpu_count() or 1)
