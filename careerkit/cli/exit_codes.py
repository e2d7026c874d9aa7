"""What a command ends with, beside 0 for done.

Where several meet, the first of 70, 3 and 1.
"""

from __future__ import annotations

EXIT_PROBLEMS = 1  # the content of something has problems
EXIT_ARGUMENTS = 2
EXIT_FILES = 3  # could not read or write
EXIT_BUG = 70  # EX_SOFTWARE of sysexits.h
EXIT_SIGNALLED = 128  # and the signal's number, as shells have it: 130 after Ctrl-C
