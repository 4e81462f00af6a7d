"""The tables of a municipality and its roadmap as files: read, write, begin with empty ones.

::

    municipality = read("таблицы.xlsx")     # or a folder
    write(municipality, "копия.xlsx")
    init("новый проект")
    roadmap = read_roadmap("папка")         # or its workbook

Whatever is wrong with the files is told at once, each problem with its file, sheet,
row and column.
"""

from __future__ import annotations

from matchmaker.io.beginning import init
from matchmaker.io.reading import read
from matchmaker.io.roadmap_files import read_roadmap, roadmap_beside, write_roadmap
from matchmaker.io.writing import write

__all__ = ["init", "read", "read_roadmap", "roadmap_beside", "write", "write_roadmap"]
