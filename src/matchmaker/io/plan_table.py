"""The pairs of a plan as one Parquet or Arrow file, for programs rather than for paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matchmaker.errors import InputError, Issue, Place
from matchmaker.io.arrow_tables import FORMS, library, table_bytes
from matchmaker.messages import io as say
from matchmaker.messages import plans

if TYPE_CHECKING:
    from matchmaker.results.plan import Plan


def check_form(form: str) -> None:
    """Refuse, before anything is solved, a form in which pairs cannot be written.

    Raises
    ------
    InputError
        if there is no such form, or what writes it is not installed.
    """
    if form not in FORMS:
        wrong, right = say.UNKNOWN_FORM(form=form), say.ALLOWED(names=", ".join(FORMS))
        raise InputError([Issue(Place(), wrong, right)])
    library(f"pairs.{form}")


def pairs_bytes(plan: Plan, form: str) -> bytes:
    """The columns of :meth:`Plan.to_frame`, typed; the same plan, the same bytes.

    Raises
    ------
    InputError
        see :func:`check_form`.
    """
    check_form(form)
    pa = library(f"pairs.{form}")
    table = pa.table(
        {
            name: pa.array(cells, pa.int64() if name.startswith("points_") else pa.string())
            for name, cells in plan.columns().items()
        }
    )
    note = plan.record.notice + (f" {plans.FICTIONAL()}" if plan.record.fictional else "")
    return table_bytes(table, form, note)
