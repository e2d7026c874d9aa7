"""A folder goes in; temporary files that writers left in it when they were killed are removed.

A writer has a part of a file beside its place while it writes, and a lock on the place. What no
living process holds will be needed by none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from careerkit.project.file_lock import hold_file

_TEMPORARY_NAME = re.compile(
    r"\.(?P<target>\.?[^.].*\.(?:json|pdf|po|pptx|yaml))\.(?:\d+\.part|lock)"
)


def clear_temporary_files(folders: Iterable[Path]) -> None:
    """Remove parts of files, and locks, that no process holds; what cannot be removed stays."""
    for folder in folders:
        targets: dict[Path, list[Path]] = {}
        with suppress(OSError):
            for path in folder.iterdir():
                if found := _TEMPORARY_NAME.fullmatch(path.name):
                    targets.setdefault(folder / found["target"], []).append(path)
        for target, paths in targets.items():
            # A lock is taken away by letting it go.
            with suppress(OSError), hold_file(target, patience_seconds=0):
                for path in paths:
                    if path.name.endswith(".part"):
                        path.unlink(missing_ok=True)
