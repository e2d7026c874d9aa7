"""What came of a command goes in; words on standard output and standard error come out.

What was asked for (files made, a schema) goes to standard output, everything else to standard
error. The only place that prints.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

import typer

from careerkit.cli.standard_streams import UnfailingStream
from careerkit.content.characters import show_hidden

if TYPE_CHECKING:
    from careerkit.build.executor import Executor
    from careerkit.build.session import Result, Run
    from careerkit.content.problem import Problem
    from careerkit.project.bug_report import Bug
    from careerkit.project.folders import Folders

_Shower: TypeAlias = Callable[[str], None]


def say(message: str, hint: str = "") -> None:
    """Say something, and what to do about it."""
    print(message, file=sys.stderr, flush=True)
    if hint:
        print(f"  hint: {hint}", file=sys.stderr, flush=True)


def print_result(line: str) -> None:
    """Print a line of what was asked for."""
    print(line, flush=True)


def show_problems(problems: Iterable[Problem], *, as_json: bool) -> None:
    """Report problems; as JSON they are what was asked for as well."""
    from careerkit.cli.summary import problem_fields

    for problem in problems:
        print(problem, file=sys.stderr)
        if as_json:
            print_result(json.dumps(problem_fields(problem)))


def mention_examples(folders: Folders) -> None:
    """Say that content is read from what came with careerkit, if it is."""
    if not folders.has_own_source:
        from careerkit.project.folders import HOW_TO_BEGIN

        told = "no folder source here: these are the examples that came with careerkit"
        say(told, HOW_TO_BEGIN)


def do(
    run: Run, executor: Executor, total: int, *, copies: int | None, as_json: bool, quiet: bool
) -> list[Result]:
    """Have the files made, and print each as it is."""
    from careerkit.build.session import Failed, Made
    from careerkit.cli.summary import as_line, result_fields

    done: list[Result] = []
    with _progress(total, quiet=quiet) as (advance, show):
        for result in run.results(executor):
            done.append(result)
            advance(result.job.target.name)
            if isinstance(result, Failed):
                say(f"{result.job.target.as_posix()}: {result.message}", result.hint)
            if as_json:
                show(json.dumps(result_fields(result, copies)))
            elif not quiet and isinstance(result, Made):
                show(as_line(result))
    show_bugs(done, as_json=False)
    return done


@contextmanager
def _progress(total: int, *, quiet: bool) -> Iterator[tuple[_Shower, _Shower]]:
    """Yield a way to say that a file is done, and a way to print a result.

    If standard error is a terminal, a bar is shown there, and results are printed after it: the
    two may be the same terminal.
    """
    if quiet or not total or not sys.stderr.isatty():
        yield (lambda _: None), print_result
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    terminal = sys.stderr.drawing if isinstance(sys.stderr, UnfailingStream) else sys.stderr
    columns = BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False)
    console = Console(file=terminal)
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
            bar.update(task, advance=1, description=show_hidden(name), refresh=True)

        bar.refresh()
        yield advance, results.append
    for result in results:
        print_result(result)


def show_remarks(done: Iterable[Result], *, copies: int | None, quiet: bool) -> None:
    """Say of each file made what whoever prints or hands it out should know."""
    from careerkit.build.session import Made
    from careerkit.cli.summary import remarks_on

    for result in () if quiet else done:
        if isinstance(result, Made):
            for words in remarks_on(result, copies):
                say(f"{result.job.target.as_posix()}: {words}")


def show_leftovers(run: Run, *, as_json: bool, quiet: bool) -> None:
    """Report which files are left over, and which of them were taken away. Neither is a failure."""
    for leftover in run.leftovers:
        file = leftover.file.as_posix()
        is_pruned = leftover in run.pruned
        if as_json:
            event = "pruned" if is_pruned else "left over"
            fields = {"file": file, "message": leftover.reason, "changed": leftover.is_changed}
            print_result(json.dumps({"event": event, **fields}))
        elif is_pruned and not quiet:
            print_result(f"{file}: taken away, for {leftover.reason}")
        if quiet or is_pruned:
            continue
        if leftover.is_changed:
            hint = "it was changed since it was made: take it away yourself if nobody needs it"
        else:
            hint = "`build --prune` takes it away"
        say(f"{file}: note: left over, for {leftover.reason}", hint)


def show_bugs(done: Iterable[Result], *, as_json: bool) -> None:
    """Report which files were not made for a bug, and where it is written down."""
    from careerkit.build.session import Crashed
    from careerkit.cli.summary import result_fields

    first: dict[Bug, str] = {}
    for result in done:
        if isinstance(result, Crashed):
            job, file = result.job, result.job.target.as_posix()
            about = f"{file} ({job.career}, {job.tag}, {job.edition})"
            if first.setdefault(result.bug, file) == file:
                report_bug(result.bug, about)
            else:
                say(f"{about}: the same bug as in {first[result.bug]}")
            if as_json:
                print_result(json.dumps(result_fields(result)))


def report_bug(bug: Bug, about: str = "") -> None:
    """Report a bug in a line, and put its traceback into a file."""
    from careerkit.project.bug_report import write_bug_report

    what = f"{about}: this is" if about else "this is"
    say(f"{what} a bug in careerkit, not in your files: {bug.words}")
    try:
        path = write_bug_report(bug, about)
    except OSError:
        say(bug.trace)
    else:
        say(f"  report: {path}", "please send this file to whoever looks after careerkit")


def open_what_was_made(done: Iterable[Result]) -> None:
    """Have the system show the one file that was made, or the folder that all of them lie in."""
    from os.path import commonpath

    from careerkit.build.session import Made

    made = [result.job.target for result in done if isinstance(result, Made)]
    if made and typer.launch(commonpath(made)) != 0:
        say(f"{commonpath(made)}: cannot be opened from here", "open it by hand")
