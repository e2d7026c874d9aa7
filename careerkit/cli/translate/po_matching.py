"""Paths of PO files go in; what was read of each, and the translation that it is for, come out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from careerkit.cli.translate.find_translations import (
    find_languages,
    find_translation,
    require_translations,
)
from careerkit.cli.translate.translations import Translation
from careerkit.content import read_career_files
from careerkit.content.language_tag import lineage
from careerkit.content.problem import CannotReadError, ContentError, Problem, cannot_read
from careerkit.project.choice import ALL, WrongArgument, near_names
from careerkit.project.folders import Folders, list_yaml
from careerkit.translation.catalogues.progress import LABELS
from careerkit.translation.language_tags import as_tag, script_of_language
from careerkit.translation.po.decoding import read_po_bytes
from careerkit.translation.po.label_writing import name_of
from careerkit.translation.po.reading import PoFile, read_po
from careerkit.translation.po.script_check import keep_own_script


def read_po_files(
    folders: Folders, files: Sequence[str], locales: Sequence[str]
) -> list[tuple[PoFile, Translation]]:
    """Read PO files and what each is a translation of.

    Raises ContentError with what is wrong with any, and WrongArgument.
    """
    matched: list[tuple[PoFile, Translation]] = []
    warnings: list[Problem] = []
    problems: list[Problem] = []
    kind: type[ContentError] = ContentError
    for path in map(Path, files):
        try:
            po = read_po(read_po_bytes(path), path.as_posix())
            warnings += po.problems
            one = _find_translation(po, path, folders, locales)
            others = sorted(each.stem for each in list_yaml(folders.locales))
            matched.append((keep_own_script(po, one.locale.tag, str(one.locale.name), others), one))
        except ContentError as error:
            problems += error.problems
        except OSError as error:
            kind = CannotReadError
            hint = "give the path of a PO file that you may read"
            problems.append(cannot_read(path.as_posix(), error, hint))
    if problems:
        raise kind([*warnings, *problems])
    return matched


def find_tag(name: str, languages: Sequence[str]) -> str | None:
    """Return the most specific of the languages there are that a name stands for.

    ``ta_LK`` is ``ta-LK`` where there is that, else ``ta``; ``zh_TW`` is ``zh-Hant``; ``ta`` is
    ``ta-LK`` where there is no other Tamil.
    """
    tag = as_tag(name)
    script = script_of_language(tag)
    language = tag.partition("-")[0]
    wanted = [*lineage(tag)[:-1], f"{language}-{script}", language]
    same = [one for one in languages if script_of_language(one) == script]
    found = next((one for one in wanted if one in same), None)
    near = [one for one in same if one.partition("-")[0] == language]
    return found or (
        near[0] if len(near) == 1 and tag in (language, f"{language}-{script}") else None
    )


def _find_translation(
    po: PoFile, path: Path, folders: Folders, locales: Sequence[str]
) -> Translation:
    """Return what a PO file is a translation of."""
    careers = [one.stem for one in list_yaml(folders.careers)]
    named = po.header.get("project-id-version", "").split(" ")[0]
    career = named if named in careers else path.stem
    if any(name_of(one.context) for one in po.messages):
        careers, career = [*careers, LABELS], LABELS
    written = [one for one in list_yaml(folders.careers) if one.stem == career]
    read = [read_career_files(one, folders.source)[-1] for one in written]
    sources = {str(file.language) for file in read}
    languages = find_languages(folders, sources)
    problems: list[Problem] = []
    tag = ""
    try:
        tag = _find_language(po, path, languages, locales)
    except ContentError as error:
        problems += error.problems
    if career not in careers:
        hint = near_names(career, careers)
        problems.append(Problem(po.place, "", f'no career "{career}"', hint))
    if problems:
        raise ContentError(problems)
    if not written:
        (labels,) = require_translations(folders, [career], [tag])
        return labels
    return find_translation(written[0], tag, folders)


def _find_language(po: PoFile, path: Path, languages: Sequence[str], locales: Sequence[str]) -> str:
    """Return the language of a PO file: what was asked for, what it says, its folder's name."""
    asked = [_find_asked(name, languages) for name in locales if name != ALL]
    said = find_tag(po.language, languages) if po.language else None
    folder = path.parent.name
    if not po.language and len(asked) == 1:
        return asked[0]
    if not po.language:
        said = find_tag(folder, languages)
        if said is None:
            message = "the file does not say which language it is in"
            hint = (
                f"say which with --locale ({', '.join(languages)}), or in its header by a line such"
                f' as "Language: {languages[0]}\\n"'
            )
            raise ContentError([Problem(po.place, "", message, hint)])
    own = [tag for tag in asked if find_tag(po.language or folder, [tag])]
    if len(own) == 1:
        return own[0]
    if said is None and len(asked) == 1:
        return asked[0]  # many programs write the language of the source there, or a name
    if said is None:
        message = f'no language to translate into "{po.language}"'
        hint = near_names(as_tag(po.language), languages)
        raise ContentError([Problem(po.place, "", message, hint)])
    if asked and said not in asked:
        raise WrongArgument(
            f"{path.as_posix()} is in {said}", "leave --locale out, or name that language"
        )
    return said


def _find_asked(name: str, languages: Sequence[str]) -> str:
    found = find_tag(name, languages)
    if found is None:
        message = f'no language to translate into "{name}"'
        raise WrongArgument(message, near_names(name, languages))
    return found
