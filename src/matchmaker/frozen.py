"""The base of everything that is stated once: immutable, and a misspelt name is an error."""

from __future__ import annotations

from typing import Self

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """Facts or settings that never change; a change is a copy."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    def __copy__(self) -> Self:
        """Copy what was stated, but not what was derived: a copy may be changed."""
        copied = super().__copy__()
        for derived in set(copied.__dict__) - set(type(self).model_fields):
            del copied.__dict__[derived]
        return copied
