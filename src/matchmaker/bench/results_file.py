"""Reading files of results."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from matchmaker.bench.family import problems
from matchmaker.bench.record import Results
from matchmaker.errors import InputError, Issue, Place
from matchmaker.messages import bench as say


def read_results(files: Sequence[Path]) -> list[Results]:
    """Read files of results.

    Raises
    ------
    InputError
        with every problem of every file.
    """
    found, issues = [], []
    for file in files:
        try:
            found.append(Results.model_validate(json.loads(file.read_text("utf-8"))))
        except OSError:
            issues.append(Issue(Place(file.name), say.NO_FILE()))
        except (json.JSONDecodeError, UnicodeDecodeError):
            issues.append(Issue(Place(file.name), say.NOT_RESULTS(), say.NOT_RESULTS_MEND()))
        except ValidationError as error:
            issues += problems(error, file.name)
    if issues:
        raise InputError(issues)
    return found
