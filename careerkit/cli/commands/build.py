"""``build``: names of careers, languages and editions go in; their files are made."""

from __future__ import annotations

from typing import Annotated

import typer

from careerkit.cli.arguments import COMMANDS, split
from careerkit.cli.console import (
    do,
    mention_examples,
    open_what_was_made,
    say,
    show_leftovers,
    show_problems,
    show_remarks,
)
from careerkit.cli.exit_codes import exit_code_of
from careerkit.cli.failures import explain_failures
from careerkit.cli.options import (
    Careers,
    Copies,
    Editions,
    EmbedFonts,
    InkName,
    Jobs,
    Json,
    LayoutName,
    Layouts,
    Locales,
    Output,
    PaperName,
    PdfUAPart,
    Quiet,
    Source,
    Strict,
    read_variant,
)


@explain_failures
def build(
    careers: Careers = None,
    locales: Locales = None,
    editions: Editions = None,
    source: Source = None,
    layouts: Layouts = None,
    layout: LayoutName = "classic",
    output: Output = None,
    jobs: Jobs = None,
    paper: PaperName = "a4",
    ink: InkName = "colour",
    pdf_ua: PdfUAPart = "1",
    embed_fonts: EmbedFonts = False,
    copies: Copies = None,
    force: Annotated[bool, typer.Option("--force", help="Make what is up to date again.")] = False,
    prune: Annotated[
        bool,
        typer.Option("--prune", help="Take away files whose career, language or edition is gone."),
    ] = False,
    show: Annotated[
        bool, typer.Option("--open", help="Open what was made: the file, or the folder of several.")
    ] = False,
    pseudo: Annotated[bool, typer.Option("--pseudo", hidden=True)] = False,
    strict: Strict = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> int:
    """Make the files of all careers, or of those named."""
    from careerkit.build.jobs import find_passed_over, plan
    from careerkit.project.choice import choose_layout
    from careerkit.project.folders import find_folders

    folders = find_folders(source, layouts, output)
    mention_examples(folders)
    names = careers or (), split(locales), split(editions)
    variant = read_variant(paper, ink, pdf_ua, embed_fonts=embed_fonts)
    wanted = plan(folders, *names, variant=variant, layout=layout, pseudo=pseudo, commands=COMMANDS)
    choose_layout(folders, layout)
    for told, hint in () if quiet else find_passed_over(folders, wanted, *names[:2]):
        say(told, hint)
    from careerkit.build.session import Run
    from careerkit.build.worker_pool import choose_executor
    from careerkit.cli.summary import sum_up

    with choose_executor(len(wanted), jobs) as executor:
        run = Run(folders, wanted, force=force, strict=strict, prune=prune)
        done = do(run, executor, len(wanted), copies=copies, as_json=as_json, quiet=quiet)
    show_problems(run.problems, as_json=as_json)
    for file, message, hint in run.unkept:
        say(f"{file.as_posix()}: {message}", hint)
    show_leftovers(run, as_json=as_json, quiet=quiet)
    show_remarks(done, copies=copies, quiet=quiet)
    if not quiet:
        say(sum_up(done, run.problems, strict=strict))
    if show:
        open_what_was_made(done)
    return exit_code_of(run, done, strict=strict)
