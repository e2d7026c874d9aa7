"""An error that is nobody's but this program's goes in; a file for whoever mends it comes out."""

from __future__ import annotations

import platform
import sys
import traceback
from hashlib import sha256
from pathlib import Path

import platformdirs

from careerkit import __version__
from careerkit.whole_file import write_whole


def write_bug_report(error: Exception) -> Path:
    """Write an error's traceback, and what ran, into the user's folder for such; return its path.

    Raises OSError if it cannot be written.
    """
    trace = "".join(traceback.format_exception(error))
    words = [
        f"careerkit {__version__}, Python {platform.python_version()}, {platform.platform()}",
        f"arguments: {sys.argv[1:]}",
        trace,
    ]
    name = f"bug-{sha256(trace.encode()).hexdigest()[:12]}.txt"
    path = platformdirs.user_log_path("careerkit", appauthor=False) / name
    write_whole(path, "\n".join(words).encode())
    return path
