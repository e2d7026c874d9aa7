"""An action goes in; a command comes out that says in words what went wrong, and exits by it."""

from __future__ import annotations

import signal
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import typer

from careerkit.cli.arguments import check_date
from careerkit.cli.console import report_bug, say, show_problems
from careerkit.cli.exit_codes import (
    EXIT_ARGUMENTS,
    EXIT_BUG,
    EXIT_FILES,
    EXIT_PROBLEMS,
    EXIT_SIGNALLED,
)
from careerkit.cli.signals import stopped_by

_Parameters = ParamSpec("_Parameters")


def explain_failures(action: Callable[_Parameters, int]) -> Callable[_Parameters, None]:
    """Turn what a command raises into words on standard error and an exit code."""

    @wraps(action)
    def command(*args: _Parameters.args, **options: _Parameters.kwargs) -> None:
        from careerkit.content.problem import CannotReadError, ContentError, reason_of
        from careerkit.project.choice import WrongArgument
        from careerkit.project.write_failure import CannotWriteError

        try:
            check_date()
            code = action(*args, **options)
        except WrongArgument as error:
            say(error.message, error.hint)
            code = EXIT_ARGUMENTS
        except ContentError as error:  # of a command that does one thing, or nothing
            from careerkit.cli.summary import count_problems

            show_problems(error.problems, as_json=options.get("as_json") is True)
            say(f"{count_problems(error.problems)}; nothing was made")
            code = EXIT_FILES if isinstance(error, CannotReadError) else EXIT_PROBLEMS
        except CannotWriteError as error:
            say(str(error), error.hint)
            code = EXIT_FILES
        except OSError as error:
            file = "" if error.filename is None else f"{error.filename}: "
            say(f"{file}{reason_of(error)}")
            code = EXIT_FILES
        except KeyboardInterrupt:
            code = _report_stop()
        except Exception as error:  # noqa: BLE001  # a teacher is never shown a traceback
            code = _report_end(error) if stopped_by() is None else _report_stop()
        raise typer.Exit(code)

    return command


def _report_stop() -> int:
    say("stopped; every file is whole, or as it was")
    return EXIT_SIGNALLED + signal.SIGINT


def _report_end(error: Exception) -> int:
    """Report a bug that ended the whole run."""
    from careerkit.project.bug_report import Bug

    report_bug(Bug.of(error))
    return EXIT_BUG
