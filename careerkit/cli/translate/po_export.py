"""Careers and languages go in; a PO file for each translation comes out.

A translator's work in a PO file that was exported before is written over only if that is forced.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from careerkit.cli.translate.file_replacement import replace_file
from careerkit.cli.translate.find_translations import find_translations
from careerkit.cli.translate.result import CommandResult, Fields
from careerkit.cli.translate.translations import Translation
from careerkit.content.problem import ContentError, Place, Problem, cannot_read
from careerkit.project.folders import Folders
from careerkit.translation.po.decoding import read_po_bytes
from careerkit.translation.po.reading import read_po


def export_po_files(
    folders: Folders, careers: Sequence[str], locales: Sequence[str], *, force: bool
) -> CommandResult:
    """Write each translation as a PO file into the output folder of its language.

    One that holds a translator's work which the catalogue lacks is left as it is, and reported.
    """
    lines: list[str] = []
    found = find_translations(folders, careers, locales)
    problems, unwritten = [*found.problems], [*found.unread]
    for one in found.translations:
        path = folders.output / one.locale.tag / f"{one.name}.po"
        try:
            before = read_po_bytes(path) if path.is_file() else None
        except ContentError as error:
            problems += error.problems
            continue
        except OSError as error:
            unwritten.append(cannot_read(path.as_posix(), error, "take it away, and export again"))
            continue
        if before is not None and not force and (held := _find_unsaved_work(path, before, one)):
            problems.append(held)
            continue
        if left := replace_file(path, one.write_po(), before):
            unwritten.append(left)
            continue
        lines.append(path.as_posix())
    fields: list[Fields] = [{"event": "exported", "file": line} for line in lines]
    return CommandResult(tuple(lines), tuple(fields), tuple(problems), tuple(unwritten))


def _find_unsaved_work(path: Path, data: bytes, one: Translation) -> Problem | None:
    """Return what is wrong with writing over a PO file, if anything."""
    reason = "it cannot be read whole"
    try:
        po = read_po(data, path.as_posix())
    except ContentError as error:
        reason = f"it cannot be read ({error.problems[0].message})"
    else:
        merged = one.merge(po, one.start)
        count = merged.taken + merged.kept
        if not count and not po.problems:
            return None
        if not po.problems:
            changes = f"{count} change{'' if count == 1 else 's'}"
            reason = f"it holds {changes} that {one.path.as_posix()} lacks"
    hint = f"take it over with `translate import {path.as_posix()}`, or write over it with --force"
    return Problem(Place(path.as_posix()), "", f"{reason}, and is left as it is", hint)
