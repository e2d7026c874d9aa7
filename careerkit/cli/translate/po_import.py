"""PO files go in; files with the translations taken over from them come out.

What was reviewed, or changed since the export, is written over only if that is forced.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from careerkit.cli.translate.file_replacement import replace_file
from careerkit.cli.translate.po_matching import read_po_files
from careerkit.cli.translate.result import CommandResult, Fields
from careerkit.content.problem import Problem
from careerkit.project.choice import WrongArgument
from careerkit.project.folders import Folders


def import_po_files(
    folders: Folders, files: Sequence[str], locales: Sequence[str], *, force: bool
) -> CommandResult:
    """Take over the translations of PO files, named by their paths.

    A file says which language it is in; its name, or the first line of its header, which career.
    Nothing is written before all have been read. Raises ContentError with what is wrong with any.
    """
    if not files:
        raise WrongArgument("no file was named", "give the paths of PO files")
    reports: list[tuple[Path, str, Fields]] = []
    problems: list[Problem] = []
    texts: dict[Path, str] = {}
    before: dict[Path, str | None] = {}
    for po, one in read_po_files(folders, files, locales):
        before.setdefault(one.path, one.before)
        text = texts.get(one.path, one.start)  # another of the files may have changed it
        merged = one.merge(po, text, force=force)
        if merged.text != text:
            texts[one.path] = merged.text
        problems += merged.problems
        target = one.path.as_posix()
        kept = f", {merged.kept} kept as before" if merged.kept else ""
        line = f"{target}: {merged.taken} taken over from {po.place.file}{kept}"
        counts = {"taken": merged.taken, "kept": merged.kept}
        reports.append((one.path, line, {"event": "imported", "file": target, **counts}))
    left = {path: replace_file(path, text, before[path]) for path, text in texts.items()}
    done = [(line, fields) for path, line, fields in reports if not left.get(path)]
    return CommandResult(
        tuple(line for line, _ in done),
        tuple(fields for _, fields in done),
        tuple(problems),
        tuple(filter(None, left.values())),
    )
