"""What a result depends on beside the problem: versions and the machine, without names."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from matchmaker.bench.record import Machine

LIBRARIES = ("matchmaker", "ortools", "numpy", "scipy", "matching", "mentor-match")


def versions() -> dict[str, str | None]:
    """Versions of all that takes part; nothing for what is not installed."""
    found: dict[str, str | None] = {"python": platform.python_version()}
    for name in LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = None
    return found | {"commit": _commit()}


def machine() -> Machine:
    """Cores that may be used, memory, system."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return Machine(
        cores=cores, memory_mb=_memory(), system=platform.system(), processor=platform.machine()
    )


def peak_mb() -> float | None:
    """The largest memory of this process so far. Unit: MB."""
    try:
        import resource
    except ImportError:  # Windows does not tell
        return None
    found = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(found / (1024 * 1024 if sys.platform == "darwin" else 1024), 1)


def _memory() -> int | None:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20
    except (AttributeError, ValueError, OSError):  # not every system counts pages
        return None


def _commit() -> str | None:
    """The commit of the checkout that this code stands in, if it stands in one."""
    top = Path(__file__).parents[3]
    if not (top / ".git").exists():
        return None
    git = ["git", "-C", str(top), "describe", "--always", "--dirty", "--abbrev=12"]
    try:
        asked = subprocess.run(git, capture_output=True, text=True, timeout=10, check=True)  # noqa: S603 - our own words only
    except (OSError, subprocess.SubprocessError):
        return None
    return asked.stdout.strip() or None
