"""Arguments go in; an exit code comes out.

Exit codes: 0 made; 1 the content has problems; 2 wrong arguments; 3 could not read or write; 70 a
bug; 128 and a signal's number if one stopped it, so 130 after Ctrl-C. A reader that leaves changes
neither the work nor its exit code.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ParamSpec

import typer

from careerkit import __version__
from careerkit.cli.arguments import COMMANDS, complete, split
from careerkit.cli.exit_codes import EXIT_BUG, EXIT_FILES, EXIT_PROBLEMS, EXIT_SIGNALLED
from careerkit.cli.failures import explain_failures
from careerkit.cli.options import (
    Careers,
    Copies,
    Editions,
    EmbedFonts,
    Folder,
    InkName,
    Jobs,
    Json,
    LayoutName,
    Layouts,
    Locales,
    Output,
    PaperName,
    PdfFiles,
    PdfUAPart,
    Quiet,
    Readers,
    Source,
    Strict,
    read_variant,
)
from careerkit.cli.report import (
    do,
    mention_examples,
    open_what_was_made,
    print_result,
    say,
    show_bugs,
    show_leftovers,
    show_problems,
    show_remarks,
)
from careerkit.cli.signals import stopped_by
from careerkit.cli.standard_streams import UnfailingStream
from careerkit.cli.translate.commands import translate

if TYPE_CHECKING:
    from careerkit.build.session import Result, Run
    from careerkit.build.worker_pool import Drawers


_Parameters = ParamSpec("_Parameters")

_app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,  # help in plain words: rich costs 60 ms
    pretty_exceptions_enable=False,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main(arguments: Sequence[str], drawers: Drawers | None = None) -> int:
    """Do what the arguments say and return the exit code; ``drawers`` may be loading already."""
    command = typer.main.get_command(_app)
    program = Path(sys.argv[0]).name
    if program == "__main__.py":
        program = "python -m careerkit"
    code = 0
    try:
        command(args=complete(arguments), prog_name=program, obj=drawers)
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


@_app.command()
@explain_failures
def build(
    context: typer.Context,
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
    """Make files for print and for a talk: of all careers, or of those named."""
    from careerkit.build.jobs import plan
    from careerkit.project.choice import choose_layout
    from careerkit.project.folders import find_folders

    folders = find_folders(source, layouts, output)
    mention_examples(folders)
    names = careers or (), split(locales), split(editions)
    variant = read_variant(paper, ink, pdf_ua, embed_fonts=embed_fonts)
    wanted = plan(folders, *names, variant=variant, pseudo=pseudo, commands=COMMANDS)
    layout = choose_layout(folders, layout)
    from careerkit.build.worker_pool import Drawers

    with context.obj or Drawers() as drawers:
        drawers.engage(wanted, jobs)  # before the rest: they load while content is read
        from careerkit.build.session import Run
        from careerkit.cli.summary import sum_up

        run = Run(folders, wanted, layout, force=force, strict=strict, prune=prune)
        done = do(run, drawers, len(wanted), copies=copies, as_json=as_json, quiet=quiet)
    show_problems(run.problems, as_json=as_json)
    for file, message, hint in run.unkept:
        say(f"{file.as_posix()}: {message}", hint)
    show_leftovers(run, as_json=as_json, quiet=quiet)
    show_remarks(done, copies=copies, quiet=quiet)
    if not quiet:
        say(sum_up(done, run.problems, strict=strict))
    if show:
        open_what_was_made(done)
    return _exit_code(run, done, strict=strict)


@_app.command()
@explain_failures
def check(
    context: typer.Context,
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
        bool, typer.Option("--list", help="Tell each text that is not translated.")
    ] = False,
    strict: Strict = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> int:
    """Report every problem that a build would have; make nothing."""
    from careerkit.build.jobs import plan
    from careerkit.project.choice import choose_layout
    from careerkit.project.folders import find_folders

    folders = find_folders(source, layouts)
    mention_examples(folders)
    names = careers or (), split(locales), split(editions)
    variant = read_variant(paper, ink, pdf_ua, embed_fonts=embed_fonts)
    wanted = plan(folders, *names, variant=variant)
    layout = choose_layout(folders, layout)
    from careerkit.build.worker_pool import Drawers

    with context.obj or Drawers() as drawers:
        drawers.engage(wanted, jobs)
        from careerkit.build.session import Run
        from careerkit.cli.summary import sum_up_check

        run = Run(folders, wanted, layout, strict=strict, listing=listing, is_check=True)
        done = list(run.results(drawers))
    show_bugs(done, as_json=as_json)
    show_problems(run.problems, as_json=as_json)
    show_leftovers(run, as_json=as_json, quiet=quiet)
    if not quiet:
        say(sum_up_check(done, run.problems, strict=strict))
    return _exit_code(run, done, strict=strict)


@_app.command()
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


@_app.command()
@explain_failures
def schema() -> int:
    """Print the JSON Schema of a profile, for editors."""
    from careerkit.content.schema import write_profile_schema

    print_result(write_profile_schema().removesuffix("\n"))
    return 0


@_app.command()
@explain_failures
def init(
    folder: Folder = Path(),
) -> int:
    """Lay out source/ and layouts/ for a school that begins."""
    from careerkit.cli.scaffold import lay_out_folder

    for path in lay_out_folder(folder):
        print_result(path.as_posix())
    return 0


@_app.command()
@explain_failures
def preflight(
    files: PdfFiles,
    readers: Readers = None,
    as_json: Json = False,
) -> int:
    """Report what a print shop or a screen reader would find in a PDF, whoever made it.

    It is held to what it is: with a bleed or PDF/X for a print shop, with tags for a screen reader.
    """
    from careerkit.cli.preflight import choose_readers, preflight_files

    return preflight_files(files, choose_readers(split(readers)), as_json=as_json)


def _exit_code(run: Run, done: Sequence[Result], *, strict: bool) -> int:
    """Return what a run ends with: where several codes meet, the first of 70, 3 and 1."""
    from careerkit.build.session import Crashed, Failed

    if any(isinstance(result, Crashed) for result in done):
        return EXIT_BUG
    if run.cannot_read or run.unkept or any(isinstance(result, Failed) for result in done):
        return EXIT_FILES
    failing = [each for each in run.problems if strict or each.severity == "error"]
    return EXIT_PROBLEMS if failing else 0


def _in_pseudo_languages(action: Callable[_Parameters, None]) -> Callable[_Parameters, None]:
    """Make of a build one in the pseudo-languages, with the same options."""

    @wraps(action)
    def command(*args: _Parameters.args, **options: _Parameters.kwargs) -> None:
        options["pseudo"] = True
        action(*args, **options)

    return command


translate.command("pseudo", help="Build in two pseudo-languages, to try out a layout.")(
    _in_pseudo_languages(build)
)
_app.add_typer(translate, name="translate")
