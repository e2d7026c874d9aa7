"""``new``: a title goes in, or a career and a country; a file to fill in comes out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from careerkit.cli.console import print_result, say
from careerkit.cli.failures import explain_failures
from careerkit.cli.options import Source


@explain_failures
def new(
    title: Annotated[
        str,
        typer.Argument(help='The career, such as "Marine Biologist"; with --country, its name.'),
    ],
    locale: Annotated[
        str | None,
        typer.Option(
            "--locale", metavar="TAG", help="The language it is written in.  [default: en]"
        ),
    ] = None,
    country: Annotated[
        str | None,
        typer.Option("--country", metavar="CODE", help="Begin a country's part of a career."),
    ] = None,
    source: Source = None,
) -> int:
    """Begin a profile to fill in, or a country's part of one."""
    from careerkit.cli.scaffold import begin_part, begin_profile
    from careerkit.content.career_name import CareerName
    from careerkit.project.choice import WrongArgument

    careers = (source or Path("source")) / "careers"
    if country is None:
        path = begin_profile(title, careers, locale or "en")
    elif locale is not None:
        raise WrongArgument(
            "a part is written in the language of its career",
            "leave --locale out; `languages:` says in which languages it is made",
        )
    else:
        path = begin_part(title, country, careers)
    print_result(path.as_posix())
    name = CareerName.of(path).made
    hint = f"`check {name}` tells what is left to do, `build {name}` makes its files"
    say("write your words in it", hint)
    return 0
