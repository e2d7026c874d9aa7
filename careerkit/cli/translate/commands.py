"""A translator's errands: folders and names go in, files brought up to date and counts come out."""

from __future__ import annotations

from collections.abc import Sequence

from careerkit.cli.translate.work import Fields, Report, find_sound_work, put_file
from careerkit.editions.jobs import WrongArgument
from careerkit.project.folders import HOW_TO_BEGIN, Folders, list_folders
from careerkit.project.remains import clear_remains
from careerkit.translation.catalogues.progress import as_table

_ERRANDS = ("begin", "status", "update", "export", "import", "pseudo")


def run_errand(
    errand: str,
    folders: Folders,
    names: Sequence[str],
    locales: Sequence[str],
    *,
    force: bool = False,
) -> Report:
    """Do what is asked for by name. Raises WrongArgument, ContentError and OSError.

    ``force`` writes over what a person did: an edited PO file, a reviewed translation.
    """
    if errand in ("begin", "update", "import") and not folders.has_own_source:
        raise WrongArgument("no folder source here", HOW_TO_BEGIN)
    if errand in ("update", "import"):
        clear_remains([folders.locales, *list_folders(folders.locales)])
    elif errand == "export":
        clear_remains(list_folders(folders.output))
    if errand in ("export", "import"):
        # Babel takes 25 ms to import, and only these two errands need it.
        from careerkit.cli.translate.po_exchange import export, import_

        exchange = export if errand == "export" else import_
        return exchange(folders, names, locales, force=force)
    if errand not in ("begin", "status", "update"):
        raise WrongArgument(f'no errand "{errand}"', f"there are: {', '.join(_ERRANDS)}")
    if force:
        raise WrongArgument(f"{errand} has no --force", "only export and import write over work")
    if errand == "begin":
        # The fonts' letters are looked up, for which there is no need elsewhere.
        from careerkit.cli.translate.new_language import begin

        return begin(folders, names, locales)
    return (tell_status if errand == "status" else update)(folders, names, locales)


def tell_status(folders: Folders, careers: Sequence[str], locales: Sequence[str]) -> Report:
    """Tell how far each translation has come, by language and career, and the labels."""
    found = find_sound_work(folders, careers, locales)
    rows = [one.measure() for one in found.work]
    rows.sort(key=lambda row: (row.language, row.career))
    fields = tuple(row.fields() for row in rows)
    return Report(tuple(as_table(rows)) if rows else (), fields, found.problems, found.unread)


def update(folders: Folders, careers: Sequence[str], locales: Sequence[str]) -> Report:
    """Add to each translation the texts it lacks."""
    lines: list[str] = []
    fields: list[Fields] = []
    found = find_sound_work(folders, careers, locales)
    unwritten = [*found.unread]
    for one in found.work:
        updated = one.update()
        changed = updated.text != one.before
        if changed and (left := put_file(one.path, updated.text, one.before)):
            unwritten.append(left)
            continue
        file = one.path.as_posix()
        told = f"{updated.added} added, {updated.stale} stale"
        lines.append(f"{file}: {told if changed else 'nothing to add'}")
        counts = {"added": updated.added, "stale": updated.stale}
        fields.append({"event": "updated", "file": file, **counts})
    return Report(tuple(lines), tuple(fields), found.problems, tuple(unwritten))
