"""Files to make go in; a digest of all that goes into each of them comes out.

**Why.** Whoever mends one sentence should not wait for fifty careers, and must never be handed a
file from before the change. So nothing is inferred from clocks: a file is up to date only if a
digest of everything that went into it and a digest of its own bytes are the ones that were written
down when it was made (``manifest``).
"""

from __future__ import annotations

import hashlib
import os
import platform
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from careerkit.build.jobs import Job
from careerkit.build.stray_translations import TERMS_FILE
from careerkit.content.career_name import find_rival, layer_paths
from careerkit.project.folders import Folders, is_hidden, list_folder, list_yaml

# A newer release of one of these may draw the same input otherwise.
_DRAWING_LIBRARIES = frozenset(
    [
        *("babel", "icu4py", "jinja2", "lxml", "pillow", "pydantic", "python_bidi"),
        *("python_pptx", "pyyaml", "regex", "reportlab", "segno", "uharfbuzz", "xlsxwriter"),
    ]
)
_PIECE_BYTES = 1 << 20  # a folder of photographs and films is read through in little memory


def digest_of_file(path: Path) -> str:
    """Return the SHA-256 of a file, empty for what is none or cannot be read."""
    digest = hashlib.sha256()
    length = add_content(digest, path)
    return "" if length is None or length < 0 else digest.hexdigest()


def digest_ingredients(folders: Folders, jobs: Iterable[Job]) -> dict[Job, str]:
    """Return for each job a digest of all that goes into its file.

    What goes into every file alike is taken whole: the engine and the libraries it draws with, the
    layouts and fonts, the languages, the pictures, the school, the date asked for. A file made once
    too often costs less than a stale one.
    """
    shared = hashlib.sha256()
    date = os.environ.get("SOURCE_DATE_EPOCH", "")
    words = [platform.python_version(), *sorted(_library_versions()), date]
    shared.update("\n".join(words).encode())
    _add_files(shared, Path(__file__).resolve().parents[1])
    _add_files(shared, folders.layouts)
    _add_files(shared, folders.images)
    if not folders.fonts.is_relative_to(folders.layouts):
        _add_files(shared, folders.fonts)
    _add_file(shared, folders.school.name, folders.school)
    for file in list_yaml(folders.locales):
        _add_file(shared, file.name, file)
    languages = list_folder(folders.locales)
    for language in languages:
        _add_file(shared, language.name, language / TERMS_FILE)
    return {job: _digest_job(shared.copy(), languages, job) for job in jobs}


def _digest_job(digest: hashlib._Hash, languages: Iterable[Path], job: Job) -> str:
    digest.update(os.fsencode(f"\n{job.tag}\n{job.edition}\n{job.variant}\n{job.layout}"))
    rival = find_rival(job.profile)
    digest.update(os.fsencode(f"\n{rival.name if rival else ''}"))
    for file in layer_paths(job.profile):
        _add_file(digest, file.name, file)
        for language in languages:
            _add_file(digest, language.name, language / file.name)
    return digest.hexdigest()


def _library_versions() -> Iterator[str]:
    # importlib.metadata would cost 50 ms of every run; the folders' names say as much.
    for entry in sys.path:
        folder = Path(entry)
        if folder.name in {"site-packages", "dist-packages"} and folder.is_dir():
            for installed in folder.glob("*.dist-info"):
                library = installed.name.partition("-")[0].lower().replace(".", "_")
                if library in _DRAWING_LIBRARIES:
                    yield installed.name


def _add_files(digest: hashlib._Hash, folder: Path) -> None:
    # os.walk: Path.rglob takes three times as long, and this is done before each build.
    for where, folders, names in os.walk(folder):
        passed_over = {"__pycache__", "_shipped", *filter(is_hidden, folders)}
        folders[:] = sorted(set(folders) - passed_over)
        inside = where[len(str(folder)) :].replace(os.sep, "/")
        for name in sorted(names):
            if not is_hidden(name):
                _add_file(digest, f"{inside}/{name}", Path(f"{where}/{name}"))


def _add_file(digest: hashlib._Hash, name: str, file: Path) -> None:
    # A name on Linux is bytes, and not always in UTF-8.
    own = hashlib.sha256()
    length = add_content(own, file)
    if length is not None:
        digest.update(b"\n%b\n%d\n%b" % (os.fsencode(name), length, own.digest()))


def add_content(digest: hashlib._Hash, path: Path) -> int | None:
    """Add the bytes of a file, a piece at a time, and return how many they are.

    None for what is no file: a pipe would be waited for for ever. A file that cannot be read to
    its end has no length.
    """
    length = 0
    try:
        if not path.is_file():
            return None
        with path.open("rb", buffering=0) as file:
            while piece := file.read(_PIECE_BYTES):
                digest.update(piece)
                length += len(piece)
    except OSError:
        return -1  # whatever is made of it will tell; what is not is none the worse for it
    return length
