"""Careers and languages, or PO files, go in; PO files, or files with their work, come out.

Nothing that a person did is written over unless it is forced: a translator's work in a PO file that
was exported before, or a translation that was reviewed.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from careerkit.cli.translate.po_arrivals import read_arrivals
from careerkit.cli.translate.work import Fields, Piece, Report, find_sound_work, put_file
from careerkit.content.problem import ContentError, Place, Problem, cannot_read
from careerkit.editions.jobs import WrongArgument
from careerkit.project.folders import Folders
from careerkit.translation.po.reading import read_po
from careerkit.translation.po.source import read_po_bytes


def export(
    folders: Folders, careers: Sequence[str], locales: Sequence[str], *, force: bool
) -> Report:
    """Write each translation as a PO file into the output folder of its language.

    One that holds a translator's work which the catalogue lacks is left as it is, and told.
    """
    lines: list[str] = []
    found = find_sound_work(folders, careers, locales)
    problems, unwritten = [*found.problems], [*found.unread]
    for one in found.work:
        path = folders.output / one.locale.tag / f"{one.name}.po"
        try:
            before = read_po_bytes(path) if path.is_file() else None
        except ContentError as error:
            problems += error.problems
            continue
        except OSError as error:
            unwritten.append(cannot_read(path.as_posix(), error, "take it away, and export again"))
            continue
        if before is not None and not force and (held := _find_work_in(path, before, one)):
            problems.append(held)
            continue
        if left := put_file(path, one.write_po(), before):
            unwritten.append(left)
            continue
        lines.append(path.as_posix())
    fields: list[Fields] = [{"event": "exported", "file": line} for line in lines]
    return Report(tuple(lines), tuple(fields), tuple(problems), tuple(unwritten))


def _find_work_in(path: Path, data: bytes, one: Piece) -> Problem | None:
    """Return what is wrong with writing over a PO file, if anything."""
    told = "it cannot be read whole"
    try:
        po = read_po(data, path.as_posix())
    except ContentError as error:
        told = f"it cannot be read ({error.problems[0].message})"
    else:
        merged = one.merge(po, one.start)
        count = merged.taken + merged.kept
        if not count and not po.problems:
            return None
        if not po.problems:
            changes = f"{count} change{'' if count == 1 else 's'}"
            told = f"it holds {changes} that {one.path.as_posix()} lacks"
    hint = f"take it over with `translate import {path.as_posix()}`, or write over it with --force"
    return Problem(Place(path.as_posix()), "", f"{told}, and is left as it is", hint)


def import_(
    folders: Folders, files: Sequence[str], locales: Sequence[str], *, force: bool
) -> Report:
    """Take over the translations of PO files, named by their paths.

    A file says which language it is in; its name, or the first line of its header, which career.
    Nothing is written before all have been read. Raises ContentError with what is wrong with any.
    """
    if not files:
        raise WrongArgument("no file was named", "give the paths of PO files")
    told: list[tuple[Path, str, Fields]] = []
    problems: list[Problem] = []
    texts: dict[Path, str] = {}
    before: dict[Path, str | None] = {}
    for po, one in read_arrivals(folders, files, locales):
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
        told.append((one.path, line, {"event": "imported", "file": target, **counts}))
    left = {path: put_file(path, text, before[path]) for path, text in texts.items()}
    done = [(line, fields) for path, line, fields in told if not left.get(path)]
    return Report(
        tuple(line for line, _ in done),
        tuple(fields for _, fields in done),
        tuple(problems),
        tuple(filter(None, left.values())),
    )
