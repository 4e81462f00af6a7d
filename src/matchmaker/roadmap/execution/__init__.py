"""How a plan is carried out: on a day, what of it is done, due, overdue or ahead."""

from matchmaker.roadmap.execution.positions import Part, Position, State
from matchmaker.roadmap.execution.status import Status, status_of
from matchmaker.roadmap.execution.tally import Tally

__all__ = ["Part", "Position", "State", "Status", "Tally", "status_of"]
