"""The command line: verbs, language, exit codes. Nothing heavy is imported at start."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

from matchmaker.text import LANGUAGES, Language, set_language

OK, NO, USAGE, LIMIT, BUG = range(5)
"""Exit codes: answered; answered «no»; usage or input; limit without an answer; our bug."""
_STOPPED = 130
"""What the command-line library returns, and says nothing, when the user stops a command."""


def main() -> None:
    """Run the command line; never shows a traceback unless ``MATCHMAKER_DEBUG`` is set."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console in another code page must not stop a report in Russian.
        getattr(stream, "reconfigure", lambda **_: None)(encoding="utf-8", errors="replace")
    arguments = choose_language(sys.argv[1:])
    sys.exit(run(arguments))


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    from matchmaker.cli.render import problem, report_issues
    from matchmaker.errors import (
        InputError,
        MatchmakerError,
        NoSolverError,
        SolverError,
        WorkersError,
    )
    from matchmaker.messages import cli as say

    as_json = "--json" in arguments
    try:
        return _answer(arguments)
    except InputError as error:
        report_issues(error.issues, as_json=as_json)
        return USAGE
    except NoSolverError as error:
        problem(str(error), as_json=as_json)
        return USAGE
    except WorkersError as error:
        problem(str(error), as_json=as_json)
        return LIMIT
    except KeyboardInterrupt:
        problem(say.INTERRUPTED(), as_json=as_json)
        return LIMIT
    except Exception as error:
        shown = getattr(error, "show", None)
        if shown is not None:  # a usage error of the command-line library
            shown()
            return USAGE
        if type(error).__name__ == "Abort":
            problem(say.INTERRUPTED(), as_json=as_json)
            return LIMIT
        if os.environ.get("MATCHMAKER_DEBUG"):
            raise
        if isinstance(error, SolverError):
            problem(say.SOLVER_FAILED(what=error), as_json=as_json)
        else:
            detail = str(error) if isinstance(error, MatchmakerError) else ""
            problem(say.INTERNAL(what=f"{type(error).__name__} {detail}".strip()), as_json=as_json)
        return BUG


def _answer(arguments: list[str]) -> int:
    """Run the command; that the user has stopped it is an exception, not a code like others."""
    code = int(build()(args=arguments, standalone_mode=False) or OK)
    if code == _STOPPED:
        raise KeyboardInterrupt
    return code


def choose_language(arguments: list[str]) -> list[str]:
    """Set the language from ``--lang`` (anywhere) or the environment; return the rest.

    The language must be known before the help texts are made, so it is read first.
    """
    from matchmaker.messages import cli as say

    rest: list[str] = []
    wanted = os.environ.get("MATCHMAKER_LANG", "ru")
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--lang":
            wanted = next(waiting, "")
        elif argument.startswith("--lang="):
            wanted = argument.removeprefix("--lang=")
        else:
            rest.append(argument)
    if wanted not in LANGUAGES:
        print(say.BAD_LANG(name=wanted, known=", ".join(LANGUAGES)), file=sys.stderr)
        sys.exit(USAGE)
    language: Language = "en" if wanted == "en" else "ru"
    set_language(language)
    return rest


def build() -> Callable[..., Any]:
    """Put the verbs together, with help in the current language."""
    import typer
    import typer.main

    from matchmaker.cli import (
        bench,
        calendar,
        check,
        diff,
        doctor,
        explain,
        generate,
        init,
        match,
        meetings,
        options,
        partner,
        rematch,
        reschedule,
        roadmap,
        routes,
        rules,
        schedule,
        sweep,
        verify,
    )
    from matchmaker.messages import cli as say
    from matchmaker.messages.bench import BENCH
    from matchmaker.messages.calendar import CALENDAR
    from matchmaker.messages.meetings import MEETINGS
    from matchmaker.messages.partner import PARTNER
    from matchmaker.messages.reschedule import RESCHEDULE
    from matchmaker.messages.roadmap_import import ROADMAP
    from matchmaker.messages.schedule import SCHEDULE
    from matchmaker.messages.study_routes import ROUTES
    from matchmaker.messages.sweep import SWEEP

    app = typer.Typer(
        help=f"{say.APP()}\n\n{say.EXIT_CODES()}",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )

    app.callback()(options.shared)
    for verb, text in (
        (check, say.CHECK),
        (match, say.MATCH),
        (partner, PARTNER),
        (rematch, say.REMATCH),
        (diff, say.DIFF),
        (verify, say.VERIFY),
        (explain, say.EXPLAIN),
        (schedule, SCHEDULE),
        (reschedule, RESCHEDULE),
        (rules, say.RULES),
        (meetings, MEETINGS),
        (calendar, CALENDAR),
        (routes, ROUTES),
        (init, say.INIT),
        (generate, say.GENERATE),
        (doctor, say.DOCTOR),
    ):
        name = verb.__name__.rpartition(".")[2]
        app.command(name=name, help=text())(verb.command)
    app.command(name="sweep", help=SWEEP(), no_args_is_help=True)(sweep.command)
    app.add_typer(roadmap.app(), name="roadmap", help=ROADMAP())
    app.add_typer(bench.app(), name="bench", help=BENCH())
    return typer.main.get_command(app)
