"""The verb ``roadmap status``: how plans are carried out as of a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from matchmaker.domain.roadmap import Roadmap
from matchmaker.engine.roadmaps import check_plans
from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import roadmap_status as say
from matchmaker.roadmap.execution import Status, status_of
from matchmaker.roadmap.rows import read_plans


def status(roadmap: Roadmap, on: date, plans: Sequence[str] = ()) -> Status:
    """Show how plans are carried out as of a day: what is done, due, overdue and ahead.

    A row is one position, what comes again one for each of its times; results to be published
    are positions of their own, on the authority's and on the schools' sites.

    Parameters
    ----------
    plans : only these plans, by their IDs; all if empty but those for comparison only.

    Raises
    ------
    InputError
        if there is no such plan, no plan is carried out, or the day lies in a year whose
        working days are not known.
    """
    check_plans(roadmap, plans)
    if not plans and all(plan.reference for plan in roadmap.plans):
        raise InputError([Issue(Place(), say.NO_PLANS(), say.NO_PLANS_MEND())])
    return status_of(read_plans(roadmap), on, plans)
