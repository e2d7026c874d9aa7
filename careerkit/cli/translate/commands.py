"""``translate begin``, ``status``, ``update``, ``export``, ``import``, ``pseudo``: as commands.

Each loads what it needs when it is run, so that none costs another time, or the help.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ParamSpec

import typer

from careerkit.cli.arguments import split
from careerkit.cli.commands.build import build
from careerkit.cli.console import mention_examples, print_result, show_problems
from careerkit.cli.exit_codes import EXIT_FILES, EXIT_PROBLEMS
from careerkit.cli.failures import explain_failures
from careerkit.cli.options import Careers, Json, Layouts, Locales, Output, Source

if TYPE_CHECKING:
    from careerkit.cli.translate.result import CommandResult
    from careerkit.project.folders import Folders

_Parameters = ParamSpec("_Parameters")

translate = typer.Typer(
    help="Begin and update translations, exchange PO files.",
    rich_markup_mode=None,
)

Languages = Annotated[
    list[str] | None,
    typer.Option("--locale", metavar="TAG", help="A language to begin. May be given again."),
]
PoFiles = Annotated[list[str] | None, typer.Argument(metavar="FILE", help="The path of a PO file.")]
OverPo = Annotated[bool, typer.Option("--force", help="Write over an edited PO file.")]
OverReviewed = Annotated[
    bool, typer.Option("--force", help="Write over a translation that was reviewed.")
]
# Every command of `translate` once took the options of all: they are read still, and not shown.
NoFolder = Annotated[Path | None, typer.Option(hidden=True)]
NoForce = Annotated[bool, typer.Option("--force", hidden=True)]


@translate.command(context_settings={"allow_extra_args": True})  # to be refused in plain words
@explain_failures
def begin(
    context: typer.Context,
    locales: Languages = None,
    source: Source = None,
    layouts: Layouts = None,
    output: NoFolder = None,
    force: NoForce = False,
    as_json: Json = False,
) -> int:
    """Begin a language: write its file.

    It has what CLDR and the fonts know of the language, and the labels to translate.
    """
    from careerkit.cli.translate.begin import begin_languages

    folders = _find_folders(source, layouts, output, writes_source=True)
    _refuse_force("begin", force)
    return _finish(begin_languages(folders, context.args, split(locales)), as_json=as_json)


@translate.command()
@explain_failures
def status(
    names: Careers = None,
    locales: Locales = None,
    source: Source = None,
    layouts: NoFolder = None,
    output: NoFolder = None,
    force: NoForce = False,
    as_json: Json = False,
) -> int:
    """Report how far each translation is, and the labels."""
    from careerkit.cli.translate.status import report_status

    folders = _find_folders(source, layouts, output)
    _refuse_force("status", force)
    return _finish(report_status(folders, names or (), split(locales)), as_json=as_json)


@translate.command()
@explain_failures
def update(
    names: Careers = None,
    locales: Locales = None,
    source: Source = None,
    layouts: NoFolder = None,
    output: NoFolder = None,
    force: NoForce = False,
    as_json: Json = False,
) -> int:
    """Add the texts that a translation does not have yet.

    Run again after a profile has changed, it keeps what is done.
    """
    from careerkit.cli.translate.update import update_translations

    folders = _find_folders(source, layouts, output, writes_source=True)
    _clear_source(folders)
    _refuse_force("update", force)
    return _finish(update_translations(folders, names or (), split(locales)), as_json=as_json)


@translate.command()
@explain_failures
def export(
    names: Careers = None,
    locales: Locales = None,
    source: Source = None,
    layouts: NoFolder = None,
    output: Output = None,
    force: OverPo = False,
    as_json: Json = False,
) -> int:
    """Write PO files, for translators' programs.

    Each lies in the output folder of its language.
    """
    from careerkit.cli.translate.po_export import export_po_files  # Babel takes 25 ms to load
    from careerkit.project.folders import list_folders
    from careerkit.project.temporary_files import clear_temporary_files

    folders = _find_folders(source, layouts, output)
    clear_temporary_files(list_folders(folders.output))
    result = export_po_files(folders, names or (), split(locales), force=force)
    return _finish(result, as_json=as_json)


@translate.command("import")
@explain_failures
def import_(
    files: PoFiles = None,
    locales: Locales = None,
    source: Source = None,
    layouts: NoFolder = None,
    output: NoFolder = None,
    force: OverReviewed = False,
    as_json: Json = False,
) -> int:
    """Take over the translations of PO files."""
    from careerkit.cli.translate.po_import import import_po_files

    folders = _find_folders(source, layouts, output, writes_source=True)
    _clear_source(folders)
    result = import_po_files(folders, files or (), split(locales), force=force)
    return _finish(result, as_json=as_json)


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


def _find_folders(
    source: Path | None, layouts: Path | None, output: Path | None, *, writes_source: bool = False
) -> Folders:
    """Return the folders; without a source of its own there are the examples, never written to."""
    from careerkit.project.choice import WrongArgument
    from careerkit.project.folders import HOW_TO_BEGIN, find_folders

    folders = find_folders(source, layouts, output)
    if writes_source and not folders.has_own_source:
        raise WrongArgument("no folder source here", HOW_TO_BEGIN)
    mention_examples(folders)
    return folders


def _clear_source(folders: Folders) -> None:
    from careerkit.project.folders import list_folders
    from careerkit.project.temporary_files import clear_temporary_files

    clear_temporary_files([folders.locales, *list_folders(folders.locales)])


def _refuse_force(command: str, force: bool) -> None:
    from careerkit.project.choice import WrongArgument

    if force:
        raise WrongArgument(f"{command} has no --force", "only export and import write over work")


def _finish(result: CommandResult, *, as_json: bool) -> int:
    """Print what a command has to say; return its exit code."""
    show_problems((*result.problems, *result.unwritten), as_json=as_json)
    for line in map(json.dumps, result.fields) if as_json else result.lines:
        print_result(line)
    if result.unwritten:
        return EXIT_FILES
    return EXIT_PROBLEMS if result.failed else 0
