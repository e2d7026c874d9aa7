"""What was made and of what, kept beside the files: which are up to date, and which are left over.

The record is ``output/.made.json``. It may be older than the files, where the program was killed:
what it says of a file holds only if the file still has the bytes that it speaks of.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from careerkit.build.fingerprint import digest_of_file
from careerkit.build.jobs import Job, read_target
from careerkit.project.atomic_file import write_whole
from careerkit.project.folders import Folders
from careerkit.translation.language_tags import PSEUDO_TAGS

RECORD_NAME = ".made.json"

# A record may come from a stranger, and a file that it names may be taken away.
_NAME = re.compile(r"(?!\.)[^/\\:]+/(?!\.)[^/\\:]+\.(pdf|pptx)")


@dataclass(frozen=True, slots=True)
class _Made:
    """A file made: the digests of what went in and of what came out, its pages or slides.

    ``profile`` and ``locale`` are the files it was made from, as seen from the output folder.
    """

    ingredients: str
    content: str
    count: int
    profile: str
    locale: str

    def fields(self) -> list[str | int]:
        """Return all of it in the order of the record."""
        return [self.ingredients, self.content, self.count, self.profile, self.locale]


@dataclass(frozen=True, slots=True)
class Leftover:
    """A file made once, of something that is gone; ``is_changed`` by somebody since it was made."""

    file: Path
    reason: str
    is_changed: bool


class Record:
    """What is known of the files made so far."""

    def __init__(self, output: Path) -> None:
        """Read the record of an output folder. One that cannot be read counts as empty."""
        self.path = output / RECORD_NAME
        self._output = output
        self._entries = _read(self.path)
        self._written = self.text() if self._entries else ""

    def count_if_fresh(self, job: Job, ingredients: str) -> int | None:
        """Return the pages or slides of an up-to-date file, None for one that must be made."""
        count = self.count_if_known(job, ingredients)
        if count is None or not self._is_as_made(self._name(job)):
            return None
        made = self._entries[self._name(job)]
        profile, locale = self._origin(job)  # the same content may have been moved elsewhere
        self._entries[self._name(job)] = replace(made, profile=profile, locale=locale)
        return count

    def count_if_known(self, job: Job, ingredients: str) -> int | None:
        """Return the pages or slides that were made of these ingredients, wherever they are now."""
        entry = self._entries.get(self._name(job))
        return entry.count if entry and ingredients and entry.ingredients == ingredients else None

    def remember(self, job: Job, ingredients: str, content: bytes, count: int) -> None:
        """Note a file that has just been made. Without ingredients it is not fresh next time."""
        digest = hashlib.sha256(content).hexdigest()
        self._entries[self._name(job)] = _Made(ingredients, digest, count, *self._origin(job))

    def forget(self, job: Job) -> None:
        """Note that a file must be made again next time."""
        self._entries.pop(self._name(job), None)

    def find_leftovers(self, folders: Folders) -> Iterator[Leftover]:
        """Give the files whose career, language or edition is gone, sorted by name.

        Gone is a career whose file is neither where it was nor in the folder of the careers, and
        a language likewise: another folder's files may be made into the same place. Files that are
        not there any more are forgotten; where a link leads out of the output folder, nothing of
        what lies there is taken for left over.
        """
        for name, made in sorted(self._entries.items()):
            reason = self._find_reason(name, made, folders)
            if not os.path.lexists(self._output / name):
                del self._entries[name]
            elif reason and self._lies_here(name):
                yield Leftover(self._output / name, reason, not self._is_as_made(name))

    def take_away(self, leftover: Leftover) -> None:
        """Delete a file that is left over, and its folder if that is empty then. Raises OSError."""
        leftover.file.unlink(missing_ok=True)
        self._entries.pop(leftover.file.relative_to(self._output).as_posix(), None)
        with suppress(OSError):  # something else is in it
            leftover.file.parent.rmdir()

    def write(self) -> None:
        """Put the record beside the files, if it has changed. Raises OSError."""
        text = self.text()
        if text != self._written and (self._entries or self._written):
            write_whole(self.path, text.encode())
            self._written = text

    def text(self) -> str:
        """Write the record as JSON, one file a line, the same for the same files."""
        lines = [
            f"{json.dumps(name)}: {json.dumps(made.fields())}"
            for name, made in sorted(self._entries.items())
        ]
        return "{\n" + ",\n".join(lines) + "\n}\n"

    def _find_reason(self, name: str, made: _Made, folders: Folders) -> str:
        """Return what is gone of what a file was made of; empty if nothing is."""
        parts = read_target(name)
        if parts is None:
            return "its edition is not made any more"
        tag, career = parts
        if all(map(_is_gone, (self._output / made.profile, folders.careers / f"{career}.yaml"))):
            return f'there is no career "{career}" any more'
        languages = (self._output / made.locale, folders.locales / f"{tag}.yaml")
        if tag not in PSEUDO_TAGS and all(map(_is_gone, languages)):
            return f'there is no language "{tag}" any more'
        return ""

    def _is_as_made(self, name: str) -> bool:
        return digest_of_file(self._output / name) == self._entries[name].content

    def _lies_here(self, name: str) -> bool:
        path = Path(os.path.realpath(self._output / name))
        return path.is_relative_to(os.path.realpath(self._output))

    def _origin(self, job: Job) -> tuple[str, str]:
        return self._seen_from_here(job.profile), self._seen_from_here(job.locale)

    def _seen_from_here(self, path: Path) -> str:
        try:
            return Path(os.path.relpath(path, self._output)).as_posix()
        except ValueError:  # it is on another drive of Windows
            return path.absolute().as_posix()

    def _name(self, job: Job) -> str:
        return job.target.relative_to(self._output).as_posix()


def _read(path: Path) -> dict[str, _Made]:
    try:
        raw = json.loads(path.read_bytes() if path.is_file() else b"{}")
        return {
            name: _Made(str(ingredients), str(content), int(count), str(profile), str(locale))
            for name, (ingredients, content, count, profile, locale) in raw.items()
            if _NAME.fullmatch(name)
        }
    except (OSError, ValueError, TypeError, AttributeError, RecursionError, OverflowError):
        return {}  # everything is made again, which is always right


def _is_gone(path: Path) -> bool:
    """Say whether there is surely no such file; a folder that cannot be looked into may have it."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False
