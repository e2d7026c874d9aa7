"""A file's new text goes in; it is written, or the reason comes out why the file was left."""

from __future__ import annotations

from pathlib import Path

from careerkit.content.problem import Place, Problem
from careerkit.content.yaml.source_text import MAXIMUM_BYTES
from careerkit.project.atomic_file import LeftAsItIs, replace_whole
from careerkit.project.write_failure import explain_failure


def replace_file(path: Path, content: str, before: str | bytes | None) -> Problem | None:
    """Replace a file that is as it was read, ``before``; return why it was left, if it was.

    One that could not be read again is left, too.
    """
    if isinstance(before, str):
        before = before.encode()
    after = content.encode()
    if path.suffix == ".yaml" and len(after) > MAXIMUM_BYTES:
        message = f"it would become larger than is read: 1 MiB ({MAXIMUM_BYTES:,} bytes)"
        hint = "look for a text that is much longer than what it translates"
        return Problem(Place(path.as_posix()), "", message, hint)
    try:
        replace_whole(path, after, before)
    except LeftAsItIs as error:
        return Problem(Place(path.as_posix()), "", error.message, error.hint)
    except OSError as error:
        message, _ = explain_failure(error, path)
        hint = "put that right, and run the same command again"
        return Problem(Place(path.as_posix()), "", f"cannot be written: {message}", hint)
    return None
