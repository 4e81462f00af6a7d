"""What a function of two values comes to, worked out once for each two values that meet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from matchmaker.errors import RuleError
from matchmaker.sides import Ints

UNASKED = np.iinfo(np.int16).min
"""Stands where nobody has asked yet; smaller and larger values need a wider grid."""


class Grid:
    """A function of a value on either side, filled as it is asked.

    Most values of a large roster never meet: a school's mentees see the mentors of the schools
    around. So nothing is worked out before somebody asks.

    Attributes
    ----------
    left : number of the value of each mentee. Shape: (N,).
    right : numbers of the values of each mentor's members. Shape: (M, K).
    """

    def __init__(
        self,
        fn: Callable[[Any, Any], int],
        lefts: tuple[Any, ...],
        rights: tuple[Any, ...],
        left: Ints,
        right: Ints,
    ) -> None:
        self._fn, self._lefts, self._rights = fn, lefts, rights
        self.left, self.right = left, right
        self._known: npt.NDArray[Any] = np.full((len(lefts), len(rights)), UNASKED, dtype=np.int16)

    def read(self, i: Ints, j: Ints, member: int) -> Ints:
        """What it comes to for these mentees and this member of these mentors."""
        found = self._known[self.left[i], self.right[j, member]]
        while (unasked := found == UNASKED).any():  # another thread may have widened the grid
            left, right = np.broadcast_arrays(self.left[i], self.right[j, member])
            width = max(1, len(self._rights))
            for code in np.unique(left[unasked] * width + right[unasked]).tolist():
                self._ask(*divmod(code, width))
            found = self._known[self.left[i], self.right[j, member]]
        return np.asarray(found, dtype=np.int64)

    def _ask(self, left: int, right: int) -> None:
        value = int(self._fn(self._lefts[left], self._rights[right]))
        if value == UNASKED:
            raise RuleError(f"a rule compares two values as {UNASKED}, which is kept for no answer")
        if abs(value) >= -UNASKED and self._known.dtype == np.int16:
            self._known = self._known.astype(np.int64)
        self._known[left, right] = value
