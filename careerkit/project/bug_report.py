"""An error that is nobody's but this program's goes in; a file for the maintainers comes out."""

from __future__ import annotations

import platform
import sys
import traceback
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Self

from careerkit import __version__
from careerkit.project.atomic_file import write_whole


@dataclass(frozen=True, slots=True)
class Bug:
    """An error of this program's own as plain data: in a line, and with its traceback."""

    words: str
    trace: str

    @classmethod
    def of(cls, error: Exception) -> Self:
        """Keep what is known of an error."""
        words = " ".join(f"{type(error).__name__}: {error}".split())
        return cls(words, "".join(traceback.format_exception(error)))


def write_bug_report(bug: Bug, about: str = "") -> Path:
    """Write a traceback, and what ran, into the user's folder for such; return the file's path.

    ``about`` is what the program was at. Raises OSError if it cannot be written.
    """
    import platformdirs

    words = [
        f"careerkit {__version__}, Python {platform.python_version()}, {platform.platform()}",
        f"arguments: {sys.argv[1:]}",
        *([f"while making: {about}"] if about else []),
        bug.trace,
    ]
    name = f"bug-{sha256((about + bug.trace).encode()).hexdigest()[:12]}.txt"
    path = platformdirs.user_log_path("careerkit", appauthor=False) / name
    write_whole(path, "\n".join(words).encode())
    return path
