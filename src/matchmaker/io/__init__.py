"""The tables of a municipality as files: read them, write them, begin with empty ones.

::

    municipality = read("таблицы.xlsx")     # or a folder
    write(municipality, "копия.xlsx")
    init("новый проект")

Whatever is wrong with the files is told at once, each problem with its file, sheet,
row and column.
"""

from __future__ import annotations

from matchmaker.io.reading import read
from matchmaker.io.writing import init, write

__all__ = ["init", "read", "write"]
