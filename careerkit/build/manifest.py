"""What was made and of what, kept beside the files: which are up to date, and which are left over.

The manifest is ``output/.made.json``. It may be older than the files, where the program was killed:
what it says of a file holds only if the file still has the bytes that it speaks of.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from careerkit.build.findings import NOTHING, Findings
from careerkit.build.fingerprint import digest_of_file
from careerkit.build.jobs import Job, read_target
from careerkit.build.manifest_file import MadeFile, read_manifest, write_manifest
from careerkit.content.career_name import parts_beside, possible_files
from careerkit.content.problem import Problem
from careerkit.editions.edition import Remark
from careerkit.project.atomic_file import write_whole
from careerkit.project.folders import Folders
from careerkit.translation.language_tags import PSEUDO_TAGS

MANIFEST_NAME = ".made.json"


@dataclass(frozen=True, slots=True)
class Leftover:
    """A file made once, of something that is gone; ``is_changed`` by somebody since it was made."""

    file: Path
    reason: str
    is_changed: bool


class Manifest:
    """What is known of the files made so far."""

    def __init__(self, output: Path) -> None:
        """Read the manifest of an output folder. One that cannot be read counts as empty."""
        self.path = output / MANIFEST_NAME
        self._output = output
        self._entries = read_manifest(self.path)
        self._problems: dict[Problem, Problem] = {}  # each is held once, however often it is told
        self._written = self.text() if self._entries else ""

    def recall(self, job: Job, ingredients: str) -> MadeFile | None:
        """Return what is known of an up-to-date file, None for one that must be made.

        Where something was told of it, the files have to be called now as they were called then.
        For a check it is enough that the file was made of the same, wherever it is now.
        """
        name = self._name(job)
        made = self._entries.get(name)
        if made is None or not ingredients or made.ingredients != ingredients:
            return None
        if made.findings and made.called != _names_of(job):
            return None
        if not job.is_check:
            if not self._is_as_made(name):
                return None
            profile, locale = self._origin(job)  # the same content may have been moved elsewhere
            made = self._entries[name] = replace(made, profile=profile, locale=locale)
        return made

    def remember(
        self,
        job: Job,
        ingredients: str,
        content: bytes,
        count: int,
        findings: Findings = NOTHING,
        remarks: tuple[Remark, ...] = (),
    ) -> None:
        """Note a file that has just been made, and what was told of it.

        If a file could not be read, that may be otherwise next time: then it is made again.
        """
        if findings.cannot_read:
            ingredients, findings = "", NOTHING
        problems = tuple(self._problems.setdefault(each, each) for each in findings.problems)
        digest = hashlib.sha256(content).hexdigest()
        self._entries[self._name(job)] = MadeFile(
            ingredients,
            digest,
            count,
            *self._origin(job),
            _names_of(job) if findings else "",
            replace(findings, problems=problems),
            remarks,
        )

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
        """Put the manifest beside the files, if it has changed. Raises OSError."""
        text = self.text()
        if text != self._written and (self._entries or self._written):
            write_whole(self.path, text.encode())
            self._written = text

    def text(self) -> str:
        """Write the manifest as JSON, one file a line, the same for the same files."""
        return write_manifest(self._entries)

    def _find_reason(self, name: str, made: MadeFile, folders: Folders) -> str:
        """Return what is gone of what a file was made of; empty if nothing is."""
        parts = read_target(name)
        if parts is None:
            return "its edition is not made any more"
        tag, career = parts
        there = possible_files(folders.careers, career)
        profiles = [path for path in (self._output / made.profile, *there) if not _is_gone(path)]
        if not profiles:
            return f'there is no career "{career}" any more'
        if all(map(parts_beside, profiles)):
            return f'"{career}" is made in parts now'
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


def _names_of(job: Job) -> str:
    """Return a digest of how the files are called that a problem may name."""
    folders = job.folders
    paths = folders.source, folders.layouts, folders.fonts, job.profile, job.locale, job.target
    return hashlib.sha256(os.fsencode("\n".join(map(str, paths)))).hexdigest()[:16]


def _is_gone(path: Path) -> bool:
    """Say whether there is surely no such file; a folder that cannot be looked into may have it."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False
