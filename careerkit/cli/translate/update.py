"""Careers and languages go in; files with every text there is to translate come out."""

from __future__ import annotations

from collections.abc import Sequence

from careerkit.cli.translate.file_replacement import replace_file
from careerkit.cli.translate.find_translations import find_translations
from careerkit.cli.translate.result import CommandResult, Fields
from careerkit.project.folders import Folders


def update_translations(
    folders: Folders, careers: Sequence[str], locales: Sequence[str]
) -> CommandResult:
    """Add to each translation the texts it lacks."""
    lines: list[str] = []
    fields: list[Fields] = []
    found = find_translations(folders, careers, locales)
    unwritten = [*found.unread]
    for one in found.translations:
        updated = one.update()
        changed = updated.text != one.before
        if changed and (left := replace_file(one.path, updated.text, one.before)):
            unwritten.append(left)
            continue
        file = one.path.as_posix()
        counted = f"{updated.added} added, {updated.stale} stale"
        lines.append(f"{file}: {counted if changed else 'nothing to add'}")
        counts = {"added": updated.added, "stale": updated.stale}
        fields.append({"event": "updated", "file": file, **counts})
    return CommandResult(tuple(lines), tuple(fields), found.problems, tuple(unwritten))
