"""A folder goes in; what writers that were killed have left in it is cleared away.

A writer has a part of a file beside its place while it writes, and a lock on the place: what no
living process holds is nobody's any more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from careerkit.project.file_lock import hold_file

_REMAINS = re.compile(r"\.(?P<target>\.?[^.].*\.(?:json|pdf|po|pptx|yaml))\.(?:\d+\.part|lock)")


def clear_remains(folders: Iterable[Path]) -> None:
    """Take away parts of files, and locks, that nobody holds; what cannot be, stays."""
    for folder in folders:
        targets: dict[Path, list[Path]] = {}
        with suppress(OSError):
            for path in folder.iterdir():
                if found := _REMAINS.fullmatch(path.name):
                    targets.setdefault(folder / found["target"], []).append(path)
        for target, remains in targets.items():
            # A lock is taken away by letting it go.
            with suppress(OSError), hold_file(target, patience_seconds=0):
                for path in remains:
                    if path.name.endswith(".part"):
                        path.unlink(missing_ok=True)
