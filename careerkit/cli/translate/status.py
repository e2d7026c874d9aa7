"""Careers and languages go in; how far each translation has come is what comes out."""

from __future__ import annotations

from collections.abc import Sequence

from careerkit.cli.translate.find_translations import find_translations
from careerkit.cli.translate.result import CommandResult
from careerkit.project.folders import Folders
from careerkit.translation.catalogues.progress import as_table


def report_status(
    folders: Folders, careers: Sequence[str], locales: Sequence[str]
) -> CommandResult:
    """Report how far each translation has come, by language and career, and the labels."""
    found = find_translations(folders, careers, locales)
    rows = [one.measure() for one in found.translations]
    rows.sort(key=lambda row: (row.language, row.career))
    fields = tuple(row.fields() for row in rows)
    lines = tuple(as_table(rows)) if rows else ()
    return CommandResult(lines, fields, found.problems, found.unread)
