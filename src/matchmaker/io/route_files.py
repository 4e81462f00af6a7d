"""All files of individual routes in one folder."""

from __future__ import annotations

from pathlib import Path

from matchmaker.domain import Municipality
from matchmaker.io.files import replace_files
from matchmaker.io.route_workbook import lists_workbook, route_workbook
from matchmaker.messages import study_routes as say
from matchmaker.study.record import Routes

FILE = "routes.json"


def write_routes(routes: Routes, municipality: Municipality, out: Path | str) -> list[Path]:
    """Write the files of routes and say where; all of them or none.

    ``routes.json`` and the workbook of routes tell requests and stay with the methodist; the
    lists of participants have names only.

    Raises
    ------
    InputError
        if the disk refuses.
    """
    contents = {
        FILE: routes.to_json().encode(),
        say.WORKBOOK_FILE(): route_workbook(routes, municipality),
        say.LISTS_FILE(): lists_workbook(routes, municipality),
    }
    files = {Path(out) / name: content for name, content in contents.items()}
    replace_files(files)
    return list(files)
