"""Russian date phrases: from the words of a plan to windows of time, never by a silent guess.

``grammar.lark`` says what phrases there are and ``terminals.lark`` of what words; the rules in
``*_rules.py`` and ``meanings.py`` say what they mean.
"""

from matchmaker.roadmap.dates.reading import read_dates
from matchmaker.roadmap.dates.spots import Conventions

__all__ = ["Conventions", "read_dates"]
