"""``init``: a folder goes in; source/ and layouts/ to begin with are laid out in it."""

from __future__ import annotations

from pathlib import Path

from careerkit.cli.console import print_result
from careerkit.cli.failures import explain_failures
from careerkit.cli.options import Folder


@explain_failures
def init(
    folder: Folder = Path(),
) -> int:
    """Lay out source/ and layouts/ for a school that begins."""
    from careerkit.cli.scaffold import lay_out_folder

    for path in lay_out_folder(folder):
        print_result(path.as_posix())
    return 0
