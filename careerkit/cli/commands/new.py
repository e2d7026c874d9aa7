"""``new``: a title goes in; a profile to fill in comes out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from careerkit.cli.console import print_result
from careerkit.cli.failures import explain_failures
from careerkit.cli.options import Source


@explain_failures
def new(
    title: Annotated[str, typer.Argument(help='The career, such as "Marine Biologist".')],
    locale: Annotated[
        str, typer.Option("--locale", metavar="TAG", help="The language it is written in.")
    ] = "en",
    source: Source = None,
) -> int:
    """Begin a profile: a commented file to fill in."""
    from careerkit.cli.scaffold import begin_profile

    print_result(begin_profile(title, (source or Path("source")) / "careers", locale).as_posix())
    return 0
