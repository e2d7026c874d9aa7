"""Arguments go in; an exit code comes out.

Exit codes: 0 made; 1 the content has problems; 2 wrong arguments; 3 could not read or write; 70 a
bug; 128 and a signal's number if one stopped it, so 130 after Ctrl-C. A reader that leaves changes
neither the work nor its exit code.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from careerkit import __version__
from careerkit.cli.arguments import complete
from careerkit.cli.commands.build import build
from careerkit.cli.commands.check import check
from careerkit.cli.commands.init import init
from careerkit.cli.commands.new import new
from careerkit.cli.commands.preflight import preflight
from careerkit.cli.commands.schema import schema
from careerkit.cli.console import print_result, say
from careerkit.cli.exit_codes import EXIT_FILES, EXIT_SIGNALLED
from careerkit.cli.signals import stopped_by
from careerkit.cli.standard_streams import UnfailingStream
from careerkit.cli.translate.commands import translate

_app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,  # help in plain words: rich costs 60 ms
    pretty_exceptions_enable=False,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments say and return the exit code."""
    command = typer.main.get_command(_app)
    program = Path(sys.argv[0]).name
    if program == "__main__.py":
        program = "python -m careerkit"
    code = 0
    try:
        command(args=complete(arguments), prog_name=program)
    except SystemExit as exit_:
        code = exit_.code if isinstance(exit_.code, int) else 0
    number = stopped_by()
    return _deliver(code if number is None else EXIT_SIGNALLED + number)


def _deliver(code: int) -> int:
    """See that what was printed is on its way; return the exit code, which is 3 if it is lost."""
    sys.stdout.flush()
    sys.stderr.flush()
    if isinstance(sys.stdout, UnfailingStream) and (failure := sys.stdout.failure):
        from careerkit.content.problem import reason_of

        say(f"standard output: {reason_of(failure)}")
        return code or EXIT_FILES
    return code


def _print_version(wanted: bool) -> None:  # Typer's own calling convention
    if wanted:
        print_result(f"careerkit {__version__}")
        raise typer.Exit


@_app.callback()
def _careerkit(
    version: Annotated[  # its callback has answered already
        bool,
        typer.Option(
            "--version", is_eager=True, callback=_print_version, help="Print the version."
        ),
    ] = False,
) -> None:
    """Career profiles in, booklets and slide decks out. No subcommand means build."""


for _command in (build, check, new, init, schema, preflight):
    _app.command()(_command)
_app.add_typer(translate, name="translate")
