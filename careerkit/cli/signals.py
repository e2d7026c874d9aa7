"""A signal to stop comes in; an exception that ends the work goes out, and the signal is kept.

**Why.** The exception alone can be lost: pydantic 2.14, building a model, turns one into an error
of its own that does not lead back to it.
"""

from __future__ import annotations

import signal

from careerkit.cli.exit_codes import EXIT_SIGNALLED

_received: list[int] = []


def heed_signals() -> None:
    """Let Ctrl-C, ``kill`` and a terminal that is closed end the work in order."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):  # Windows has no SIGHUP
        number = getattr(signal, name, None)
        # `nohup` has it ignored, and means it.
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def stopped_by() -> int | None:
    """Return the number of the signal that asked to stop, if one did."""
    return _received[0] if _received else None


def _stop(number: int, _frame: object) -> None:
    _received.append(number)
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    raise SystemExit(EXIT_SIGNALLED + number)
