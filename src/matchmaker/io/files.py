"""Files written whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import io as say


def replace_files(contents: Mapping[Path, bytes]) -> None:
    """Write files so that each is either the old one or the new one, never half of it.

    All are written beside their places first; only when every one is on the disk do
    they take the places.

    Raises
    ------
    InputError
        if the disk refuses; nothing is changed then, or only whole files are.
    """
    ready: dict[Path, Path] = {}
    path = Path()
    try:
        for path, content in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
            ready[path] = beside
            with beside.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        for path, beside in ready.items():
            beside.replace(path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        issue = Issue(Place(path.name), say.CANNOT_WRITE(reason=reason), say.CANNOT_WRITE_MEND())
        raise InputError([issue]) from error
    finally:
        for beside in ready.values():
            beside.unlink(missing_ok=True)
