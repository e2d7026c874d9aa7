"""What a command ends with, beside 0 for done.

Where several meet, the first of 70, 3 and 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careerkit.build.session import Result, Run

EXIT_PROBLEMS = 1  # the content of something has problems
EXIT_ARGUMENTS = 2
EXIT_FILES = 3  # could not read or write
EXIT_BUG = 70  # EX_SOFTWARE of sysexits.h
EXIT_SIGNALLED = 128  # and the signal's number, as shells have it: 130 after Ctrl-C


def exit_code_of(run: Run, done: Sequence[Result], *, strict: bool) -> int:
    """Return what a run ends with: where several codes meet, the first of 70, 3 and 1."""
    from careerkit.build.session import Crashed, Failed

    if any(isinstance(result, Crashed) for result in done):
        return EXIT_BUG
    if run.cannot_read or run.unkept or any(isinstance(result, Failed) for result in done):
        return EXIT_FILES
    failing = [each for each in run.problems if strict or each.severity == "error"]
    return EXIT_PROBLEMS if failing else 0
