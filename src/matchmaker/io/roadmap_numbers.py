"""Numbers of rows that a spreadsheet has taken for decimal fractions: 1.10 became 1.1."""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from dataclasses import dataclass

_PARTS = re.compile(r"(?P<section>\d+)\.(?P<number>\d+)\.?")


@dataclass(slots=True)
class Zeros:
    """Puts back the zero at the end of a number, where the row before tells that it was there.

    After 1.9 comes 1.10, and after 1.19 comes 1.20; a spreadsheet keeps 1.1 and 1.2.
    """

    section: str = ""
    last: int = 0

    def restore(self, values: MutableMapping[str, str]) -> bool:
        """Mend the number of the next row, if it lost its zero."""
        parts = _PARTS.fullmatch(values.get("number", "").strip())
        if parts is None:
            return False
        section, number = parts["section"], int(parts["number"])
        lost = section == self.section and self.last >= 9 and number * 10 == self.last + 1
        if lost:
            number *= 10
            values["number"] = f"{section}.{number}"
        self.section, self.last = section, number
        return lost
