"""The rules, one file each. A file dropped here is a rule at once.

Rules of other packages join through the entry-point group ``matchmaker.rules``; each
entry names a module.
"""

from __future__ import annotations

import importlib
import pkgutil
from importlib.metadata import entry_points

from matchmaker.rules.base import Rule, catalogue

for _module in pkgutil.walk_packages(__path__, f"{__name__}."):
    importlib.import_module(_module.name)
for _entry in entry_points(group="matchmaker.rules"):
    _entry.load()

__all__ = ["Rule", "catalogue"]
