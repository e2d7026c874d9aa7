"""Tags of languages go in; locale files with what CLDR and the fonts know of them come out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from careerkit.cli.translate.language_fonts import choose_fonts
from careerkit.cli.translate.result import CommandResult, Fields
from careerkit.content import read_locale
from careerkit.content.language_tag import lineage
from careerkit.content.problem import Place, Problem
from careerkit.content.yaml.source_text import read_source
from careerkit.project.atomic_file import write_new
from careerkit.project.choice import WrongArgument
from careerkit.project.folders import Folders, shipped_folder
from careerkit.translation.language_tags import LAST_LANGUAGE
from careerkit.translation.locales.new_locale import (
    UnknownLanguageError,
    check_tag,
    write_locale,
)


def begin_languages(
    folders: Folders, names: Sequence[str], locales: Sequence[str]
) -> CommandResult:
    """Write a locale file for each language, none over one that is there.

    Raises WrongArgument for a language that CLDR does not know or that is there, before any is
    written, ContentError for an English file that cannot be read, and OSError.
    """
    if names or not locales:
        hint = "name it by its tag: `translate begin --locale ur`; careers begin with `update`"
        raise WrongArgument("begin is for a language" if names else "no language was named", hint)
    paths = {tag: folders.locales / f"{tag}.yaml" for tag in map(_check, locales)}
    for path in paths.values():
        if path.exists():
            raise WrongArgument(
                f"{path.as_posix()} is there already, and is left as it is",
                "`translate update labels` adds the labels that it lacks",
            )
    source = _find_english(folders)
    english_text = read_source(source, source.parent)
    english = read_locale(source, english_text)
    lines: list[str] = []
    fields: list[Fields] = []
    problems: list[Problem] = []
    for tag, path in paths.items():
        fonts = choose_fonts(tag, folders.fonts)
        inherits = any((path.with_name(f"{one}.yaml")).exists() for one in lineage(tag)[1:])
        text = write_locale(tag, english, english_text, fonts, inherits=inherits)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_new(path, text.encode())
        lines.append(path.as_posix())
        fields.append({"event": "begun", "file": path.as_posix()})
        if fonts.missing:
            place = Place(path.as_posix(), text[: text.index("\nfonts:")].count("\n") + 2)
            name = fonts.missing.replace(" ", "")
            message = f"no font in {folders.fonts.as_posix()} has the letters of {tag}"
            hint = (
                f"put {name}-Regular.ttf and {name}-Bold.ttf there, with their licence, and name"
                f" {fonts.missing} here"
            )
            problems.append(Problem(place, "fonts", message, hint, "warning"))
    return CommandResult(tuple(lines), tuple(fields), tuple(problems))


def _check(name: str) -> str:
    try:
        return check_tag(name)
    except UnknownLanguageError as error:
        raise WrongArgument(str(error), error.hint) from error


def _find_english(folders: Folders) -> Path:
    """Return the English file: the school's own, or the one that came with careerkit."""
    own = folders.locales / f"{LAST_LANGUAGE}.yaml"
    return own if own.exists() else shipped_folder() / "source" / "locales" / own.name
