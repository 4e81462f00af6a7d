"""Files of results: read with their problems named, written a run to a line."""

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


def results_text(results: Results) -> str:
    """A file of results. What is not known of a run is left out."""
    head = json.dumps(results.model_dump(mode="json", exclude={"runs"}), indent=1)
    runs = [run.model_dump_json(exclude_defaults=True) for run in results.runs]
    lines = ",\n".join(f"  {run}" for run in runs)
    return f'{head[:-2]},\n "runs": [\n{lines}\n ]\n}}\n'
