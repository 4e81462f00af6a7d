"""Work handed out: to processes of this machine, or to a cluster of several."""

from matchmaker.workers.base import Shared, Workers, threads
from matchmaker.workers.choice import workers

__all__ = ["Shared", "Workers", "threads", "workers"]
