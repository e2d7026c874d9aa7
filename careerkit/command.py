"""Arguments go in; an exit code comes out. The only place that prints.

What was asked for (files made, a schema) goes to standard output, everything else to standard
error. Exit codes: 0 made; 1 the content has problems; 2 wrong arguments; 3 could not read or write;
70 a bug; 128 and a signal's number if one stopped it, so 130 after Ctrl-C. A reader that leaves
changes neither the work nor its exit code.
"""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ParamSpec, TypeAlias

import typer

from careerkit import __version__
from careerkit.arguments import COMMANDS, check_date, complete, split
from careerkit.options import (
    Careers,
    Editions,
    EmbedFonts,
    Folder,
    Jobs,
    Json,
    LayoutName,
    Layouts,
    Locales,
    Output,
    Quiet,
    Source,
    Strict,
)
from careerkit.stopping import EXIT_SIGNALLED, stopped_by
from careerkit.streams import Outlet

if TYPE_CHECKING:
    from careerkit.bug_report import Bug
    from careerkit.build import Result, Run
    from careerkit.content.problem import Problem
    from careerkit.drawers import Drawers
    from careerkit.folders import Folders


EXIT_PROBLEMS, EXIT_ARGUMENTS, EXIT_FILES, EXIT_BUG = 1, 2, 3, 70

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
    if isinstance(sys.stdout, Outlet) and (failure := sys.stdout.failure):
        from careerkit.content.problem import reason_of

        _say(f"standard output: {reason_of(failure)}")
        return code or EXIT_FILES
    return code


_Parameters = ParamSpec("_Parameters")
_Shower: TypeAlias = Callable[[str], None]


def _answering(action: Callable[_Parameters, int]) -> Callable[_Parameters, None]:
    """Turn what a command raises into words on standard error and an exit code."""

    @wraps(action)
    def answer(*args: _Parameters.args, **options: _Parameters.kwargs) -> None:
        from careerkit.content.problem import CannotReadError, ContentError, reason_of
        from careerkit.jobs import WrongArgument
        from careerkit.write_failure import CannotWriteError

        try:
            check_date()
            code = action(*args, **options)
        except WrongArgument as error:
            _say(error.message, error.hint)
            code = EXIT_ARGUMENTS
        except ContentError as error:  # of a command that does one thing, or nothing
            from careerkit.summary import count_problems

            _show_problems(error.problems, as_json=options.get("as_json") is True)
            _say(f"{count_problems(error.problems)}; nothing was made")
            code = EXIT_FILES if isinstance(error, CannotReadError) else EXIT_PROBLEMS
        except CannotWriteError as error:
            _say(str(error), error.hint)
            code = EXIT_FILES
        except OSError as error:
            file = "" if error.filename is None else f"{error.filename}: "
            _say(f"{file}{reason_of(error)}")
            code = EXIT_FILES
        except KeyboardInterrupt:
            code = _tell_stopped()
        except Exception as error:  # noqa: BLE001  # a teacher is never shown a traceback
            code = _report_bug(error) if stopped_by() is None else _tell_stopped()
        raise typer.Exit(code)

    return answer


def _print_version(wanted: bool) -> None:  # Typer's own calling convention
    if wanted:
        print(f"careerkit {__version__}")
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
@_answering
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
    embed_fonts: EmbedFonts = False,
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
    """Make booklets and decks: all of them, or those of the careers named."""
    from careerkit.folders import find_folders
    from careerkit.jobs import choose_layout, plan

    folders = find_folders(source, layouts, output)
    _tell_of_examples(folders)
    names = careers or (), split(locales), split(editions)
    wanted = plan(folders, *names, embed_fonts=embed_fonts, pseudo=pseudo, commands=COMMANDS)
    layout = choose_layout(folders, layout)
    from careerkit.drawers import Drawers

    with context.obj or Drawers() as drawers:
        drawers.engage(wanted, jobs)  # before the rest: they load while content is read
        from careerkit.build import Run
        from careerkit.summary import sum_up

        run = Run(folders, wanted, layout, force=force, strict=strict, prune=prune)
        done = _do(run, drawers, len(wanted), as_json=as_json, quiet=quiet)
    _show_problems(run.problems, as_json=as_json)
    for file, message, hint in run.unkept:
        _say(f"{file.as_posix()}: {message}", hint)
    _show_leftovers(run, as_json=as_json, quiet=quiet)
    if not quiet:
        _say(sum_up(done, run.problems, strict=strict))
    if show:
        _open(done)
    return _exit_code(run, done, strict=strict)


@_app.command()
@_answering
def check(
    context: typer.Context,
    careers: Careers = None,
    locales: Locales = None,
    editions: Editions = None,
    source: Source = None,
    layouts: Layouts = None,
    layout: LayoutName = "classic",
    jobs: Jobs = None,
    embed_fonts: EmbedFonts = False,
    listing: Annotated[
        bool, typer.Option("--list", help="Tell each text that is not translated.")
    ] = False,
    strict: Strict = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> int:
    """Tell every problem that a build would have; make nothing."""
    from careerkit.folders import find_folders
    from careerkit.jobs import choose_layout, plan

    folders = find_folders(source, layouts)
    _tell_of_examples(folders)
    names = careers or (), split(locales), split(editions)
    wanted = plan(folders, *names, embed_fonts=embed_fonts)
    layout = choose_layout(folders, layout)
    from careerkit.drawers import Drawers

    with context.obj or Drawers() as drawers:
        drawers.engage(wanted, jobs)
        from careerkit.build import Run
        from careerkit.summary import sum_up_check

        run = Run(folders, wanted, layout, strict=strict, listing=listing, is_check=True)
        done = list(run.results(drawers))
    _show_bugs(done, as_json=as_json)
    _show_problems(run.problems, as_json=as_json)
    _show_leftovers(run, as_json=as_json, quiet=quiet)
    if not quiet:
        _say(sum_up_check(done, run.problems, strict=strict))
    return _exit_code(run, done, strict=strict)


@_app.command()
@_answering
def new(
    title: Annotated[str, typer.Argument(help='The career, such as "Marine Biologist".')],
    locale: Annotated[
        str, typer.Option("--locale", metavar="TAG", help="The language it is written in.")
    ] = "en",
    source: Source = None,
) -> int:
    """Begin a profile: a commented file to fill in."""
    from careerkit.starter import begin_profile

    print(begin_profile(title, (source or Path("source")) / "careers", locale).as_posix())
    return 0


@_app.command()
@_answering
def schema() -> int:
    """Print the JSON Schema of a profile, for editors."""
    from careerkit.content.schema import write_profile_schema

    print(write_profile_schema(), end="")
    return 0


@_app.command()
@_answering
def init(
    folder: Folder = Path(),
) -> int:
    """Lay out source/ and layouts/ for a school that begins."""
    from careerkit.starter import lay_out_folder

    for path in lay_out_folder(folder):
        print(path.as_posix())
    return 0


def _do(run: Run, drawers: Drawers, total: int, *, as_json: bool, quiet: bool) -> list[Result]:
    """Have the files made, and print each as it is."""
    from careerkit.build import Failed, Made
    from careerkit.summary import as_line, result_fields

    done: list[Result] = []
    with _progress(total, quiet=quiet) as (advance, show):
        for result in run.results(drawers):
            done.append(result)
            advance(result.job.target.name)
            if isinstance(result, Failed):
                _say(f"{result.job.target.as_posix()}: {result.message}", result.hint)
            if as_json:
                show(json.dumps(result_fields(result)))
            elif not quiet and isinstance(result, Made):
                show(as_line(result))
    _show_bugs(done, as_json=False)
    return done


def _open(done: Iterable[Result]) -> None:
    """Have the system show the one file that was made, or the folder that all of them lie in."""
    from os.path import commonpath

    from careerkit.build import Made

    made = [result.job.target for result in done if isinstance(result, Made)]
    if made and typer.launch(commonpath(made)) != 0:
        _say(f"{commonpath(made)}: cannot be opened from here", "open it by hand")


def _show_leftovers(run: Run, *, as_json: bool, quiet: bool) -> None:
    """Tell which files are left over, and which of them were taken away. Neither is a failure."""
    for leftover in run.leftovers:
        file = leftover.file.as_posix()
        is_pruned = leftover in run.pruned
        if as_json:
            event = "pruned" if is_pruned else "left over"
            fields = {"file": file, "message": leftover.reason, "changed": leftover.is_changed}
            _print_result(json.dumps({"event": event, **fields}))
        elif is_pruned and not quiet:
            _print_result(f"{file}: taken away, for {leftover.reason}")
        if quiet or is_pruned:
            continue
        if leftover.is_changed:
            hint = "it was changed since it was made: take it away yourself if nobody needs it"
        else:
            hint = "`build --prune` takes it away"
        _say(f"{file}: note: left over, for {leftover.reason}", hint)


def _exit_code(run: Run, done: Sequence[Result], *, strict: bool) -> int:
    """Return what a run ends with: where several codes meet, the first of 70, 3 and 1."""
    from careerkit.build import Crashed, Failed

    if any(isinstance(result, Crashed) for result in done):
        return EXIT_BUG
    if run.cannot_read or run.unkept or any(isinstance(result, Failed) for result in done):
        return EXIT_FILES
    failing = [each for each in run.problems if strict or each.severity == "error"]
    return EXIT_PROBLEMS if failing else 0


@_app.command()
@_answering
def translate(
    errand: Annotated[
        str, typer.Argument(metavar="begin|status|update|export|import|pseudo", help="What to do.")
    ],
    names: Careers = None,
    locales: Locales = None,
    source: Source = None,
    layouts: Layouts = None,
    output: Output = None,
    force: Annotated[
        bool,
        typer.Option("--force", help="Write over an edited PO file, or a reviewed translation."),
    ] = False,
    as_json: Json = False,
) -> int:
    """Help translators: begin a language, tell the status, update files, exchange PO files.

    ``pseudo`` builds in two pseudo-languages, to try out a layout.
    """
    from careerkit.folders import find_folders
    from careerkit.translators import run_errand

    folders = find_folders(source, layouts, output)
    if errand in ("status", "export"):
        _tell_of_examples(folders)
    report = run_errand(errand, folders, names or (), split(locales), force=force)
    _show_problems((*report.problems, *report.unwritten), as_json=as_json)
    for line in map(json.dumps, report.fields) if as_json else report.lines:
        _print_result(line)
    if report.unwritten:
        return EXIT_FILES
    return EXIT_PROBLEMS if report.failed else 0


def _tell_of_examples(folders: Folders) -> None:
    if not folders.has_own_source:
        from careerkit.folders import HOW_TO_BEGIN

        told = "no folder source here: these are the examples that came with careerkit"
        _say(told, HOW_TO_BEGIN)


def _say(message: str, hint: str = "") -> None:
    print(message, file=sys.stderr, flush=True)
    if hint:
        print(f"  hint: {hint}", file=sys.stderr, flush=True)


def _print_result(line: str) -> None:
    print(line, flush=True)


def _show_problems(problems: Iterable[Problem], *, as_json: bool) -> None:
    from careerkit.summary import problem_fields

    for problem in problems:
        print(problem, file=sys.stderr)
        if as_json:
            _print_result(json.dumps(problem_fields(problem)))


@contextmanager
def _progress(total: int, *, quiet: bool) -> Iterator[tuple[_Shower, _Shower]]:
    """Give a way to say that a file is done, and a way to print a result.

    If standard error is a terminal, a bar is shown there, and results are printed after it: the
    two may be the same terminal.
    """
    if quiet or not total or not sys.stderr.isatty():
        yield (lambda _: None), _print_result
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False)
    console = Console(stderr=True)
    results: list[str] = []
    with Progress(
        *columns,
        console=console,
        transient=True,
        redirect_stdout=False,
        auto_refresh=False,  # a thread that does it would keep the drawing in one process
    ) as bar:
        task = bar.add_task("", total=total)

        def advance(name: str) -> None:
            bar.update(task, advance=1, description=name, refresh=True)

        bar.refresh()
        yield advance, results.append
    for result in results:
        _print_result(result)


def _tell_stopped() -> int:
    _say("stopped; every file is whole, or as it was")
    return EXIT_SIGNALLED + signal.SIGINT


def _show_bugs(done: Iterable[Result], *, as_json: bool) -> None:
    """Tell which files were not made for a bug, and where it is written down."""
    from careerkit.build import Crashed
    from careerkit.summary import result_fields

    first: dict[Bug, str] = {}
    for result in done:
        if isinstance(result, Crashed):
            job, file = result.job, result.job.target.as_posix()
            about = f"{file} ({job.career}, {job.tag}, {job.edition})"
            if first.setdefault(result.bug, file) == file:
                _tell_bug(result.bug, about)
            else:
                _say(f"{about}: the same bug as in {first[result.bug]}")
            if as_json:
                _print_result(json.dumps(result_fields(result)))


def _report_bug(error: Exception) -> int:
    """Tell of a bug that ended the whole run."""
    from careerkit.bug_report import Bug

    _tell_bug(Bug.of(error))
    return EXIT_BUG


def _tell_bug(bug: Bug, about: str = "") -> None:
    """Tell of a bug in a line, and put its traceback into a file."""
    from careerkit.bug_report import write_bug_report

    what = f"{about}: this is" if about else "this is"
    _say(f"{what} a bug in careerkit, not in your files: {bug.words}")
    try:
        path = write_bug_report(bug, about)
    except OSError:
        _say(bug.trace)
    else:
        _say(f"  report: {path}", "please send this file to whoever looks after careerkit")
