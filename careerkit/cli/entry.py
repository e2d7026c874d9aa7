"""The program: what a process is made ready with before it reads its arguments."""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import suppress

from careerkit.cli.exit_codes import EXIT_SIGNALLED
from careerkit.cli.signals import heed_signals
from careerkit.cli.standard_streams import open_streams


def run() -> None:
    """Be the program: ``generate.py``, or the ``careerkit`` command."""
    # What is loaded stays: to look for garbage in it, until a first file is drawn, takes 60 ms.
    gc.disable()
    # Looking for plug-ins in every installed package takes pydantic 15 ms.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    open_streams()
    heed_signals()
    code = EXIT_SIGNALLED + signal.SIGINT
    with suppress(KeyboardInterrupt):  # before there is a command to say so
        from careerkit.cli.command import main

        code = main(sys.argv[1:])
    # Every file is closed. To take a hundred modules apart again would take 40 ms.
    os._exit(code)
