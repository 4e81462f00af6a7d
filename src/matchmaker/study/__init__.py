"""Individual educational routes: who goes to which event, and who to the courses for mentors.

People with requests and events that answer them become a :class:`RouteProgram` of whole
numbers; a solver reads that, and the checker and the reasons read the same and no solver.
"""

from matchmaker.study.check import check_answer
from matchmaker.study.program import Answer, RouteProgram

__all__ = ["Answer", "RouteProgram", "check_answer"]
