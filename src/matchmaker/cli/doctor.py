"""``matchmaker doctor``: versions and a self-test, for a bug report."""

from __future__ import annotations

from matchmaker.cli import render
from matchmaker.cli.options import Json
from matchmaker.messages import cli as say


def command(json: Json = False) -> int:
    """Show versions and solve a tiny problem with every exact solver."""
    from matchmaker.engine import doctor

    found = doctor()
    if json:
        render.data(found)
    else:
        rows: list[tuple[str, object]] = [
            ("matchmaker", found["matchmaker"]),
            ("Python", found["python"]),
            *((name, number) for name, number in found["packages"].items()),
            (say.CORES(), found["cores"]),
            (say.ENCODING(), found["encoding"]),
        ]
        for name, outcome in found["solvers"].items():
            works = say.WORKS() if outcome == "ok" else say.FAILS(what=outcome)
            rows.append((f"{say.SELF_TEST()} {name}", works))
        render.table(("", ""), rows)
    return 0 if all(outcome == "ok" for outcome in found["solvers"].values()) else 4
