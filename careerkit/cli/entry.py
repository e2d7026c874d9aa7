"""The program: what a process is made ready with before it reads its arguments.

Nothing here is heavy: a build or a check has the drawing loaded beside the reading.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import suppress

from careerkit.cli.arguments import complete
from careerkit.cli.exit_codes import EXIT_SIGNALLED
from careerkit.cli.signals import heed_signals
from careerkit.cli.standard_streams import open_streams


def run() -> None:
    """Be the program: ``generate.py``, or the ``careerkit`` command."""
    # What is made until the first file is drawn stays: collecting garbage would take 60 ms.
    gc.disable()
    # Looking for plug-ins in every installed package takes pydantic 15 ms.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    open_streams()
    heed_signals()
    code = EXIT_SIGNALLED + signal.SIGINT
    with suppress(KeyboardInterrupt):  # before there is a command to say so
        code = _do(complete(sys.argv[1:]))
    # Every file is closed. To take a hundred modules apart again would take 40 ms.
    os._exit(code)


def _do(arguments: list[str]) -> int:
    if arguments[0] not in {"build", "check"}:
        from careerkit.cli.command import main

        return main(arguments)
    from careerkit.build.worker_pool import WorkerPool

    with WorkerPool() as pool:
        pool.start_early()  # Typer and pydantic take 130 ms to load
        from careerkit.cli.command import main

        return main(arguments, pool)
