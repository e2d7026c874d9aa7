"""``check``: names of careers, languages and editions go in; what is wrong with them comes out."""

from __future__ import annotations

from typing import Annotated

import typer

from careerkit.cli.arguments import split
from careerkit.cli.console import (
    mention_examples,
    say,
    show_bugs,
    show_leftovers,
    show_problems,
)
from careerkit.cli.exit_codes import exit_code_of
from careerkit.cli.failures import explain_failures
from careerkit.cli.options import (
    Careers,
    Editions,
    EmbedFonts,
    InkName,
    Jobs,
    Json,
    LayoutName,
    Layouts,
    Locales,
    PaperName,
    PdfUAPart,
    Quiet,
    Source,
    Strict,
    read_variant,
)


@explain_failures
def check(
    careers: Careers = None,
    locales: Locales = None,
    editions: Editions = None,
    source: Source = None,
    layouts: Layouts = None,
    layout: LayoutName = "classic",
    jobs: Jobs = None,
    paper: PaperName = "a4",
    ink: InkName = "colour",
    pdf_ua: PdfUAPart = "1",
    embed_fonts: EmbedFonts = False,
    listing: Annotated[
        bool, typer.Option("--list", help="Name each text that is not translated.")
    ] = False,
    strict: Strict = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> int:
    """Report every problem that a build would have; make nothing."""
    from careerkit.build.jobs import find_passed_over, plan
    from careerkit.project.choice import choose_layout
    from careerkit.project.folders import find_folders

    folders = find_folders(source, layouts)
    mention_examples(folders)
    names = careers or (), split(locales), split(editions)
    variant = read_variant(paper, ink, pdf_ua, embed_fonts=embed_fonts)
    wanted = plan(folders, *names, variant=variant, layout=layout, listing=listing, is_check=True)
    choose_layout(folders, layout)
    for told, hint in () if quiet else find_passed_over(folders, wanted, *names[:2]):
        say(told, hint)
    from careerkit.build.session import Run
    from careerkit.build.worker_pool import choose_executor
    from careerkit.cli.summary import sum_up_check

    with choose_executor(len(wanted), jobs) as executor:
        run = Run(folders, wanted, strict=strict)
        done = list(run.results(executor))
    show_bugs(done, as_json=as_json)
    show_problems(run.problems, as_json=as_json)
    show_leftovers(run, as_json=as_json, quiet=quiet)
    if not quiet:
        say(sum_up_check(done, run.problems, strict=strict))
    return exit_code_of(run, done, strict=strict)
