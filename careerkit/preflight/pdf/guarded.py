"""A PDF that anybody made goes in; a report comes out, or in words why there is none.

It is read in a process of its own. A file can make a library use all memory, never return or fall
over; then that process ends, and this one says so.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import traceback
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeAlias

from careerkit.preflight.pdf.report import PdfReport, UnreadablePdfError, read_report

MOST_BYTES = 500_000_000
MOST_SECONDS = 60.0
MOST_MEMORY_BYTES = 3_000_000_000

_Answer: TypeAlias = PdfReport | Exception


def read_guarded(
    path: Path,
    *,
    most_seconds: float = MOST_SECONDS,
    most_memory_bytes: int = MOST_MEMORY_BYTES,
) -> PdfReport:
    """Read a file within limits of size, time and memory. Raises UnreadablePdfError, and OSError.

    Memory is limited where the system can (not on Windows).
    """
    if not path.is_file():
        if path.is_dir() or not path.exists():
            path.open("rb").close()  # raises what the system says of it; a pipe would be waited for
        raise UnreadablePdfError("it is no file", "name a PDF file")
    if path.stat().st_size > MOST_BYTES:
        raise UnreadablePdfError(
            f"it is larger than {MOST_BYTES // 1_000_000} MB, the most that is looked through",
            "part it into several files, or save it with smaller pictures",
        )
    with path.open("rb") as file:
        content = file.read(MOST_BYTES)
    answer = _ask(content, most_seconds, most_memory_bytes)
    if isinstance(answer, Exception):
        raise answer
    return answer


def _ask(content: bytes, most_seconds: float, most_memory_bytes: int) -> _Answer:
    """Have another process read a file; the answer says if it never came back."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(
        target=_read_in_process, args=(theirs, most_memory_bytes), daemon=True
    )
    process.start()
    theirs.close()
    try:
        ours.send_bytes(content)
        if not ours.poll(most_seconds):
            return UnreadablePdfError(
                f"it took longer than {most_seconds:g} seconds to read, and was left",
                "part it into several files, or print it into a new PDF and try that",
            )
        answer: _Answer = ours.recv()
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return UnreadablePdfError(
            "reading it made the reader fail: it is damaged, or too large for this machine",
            "print it into a new PDF, and try that",
        )
    else:
        return answer
    finally:
        process.kill()
        process.join()
        ours.close()


def _read_in_process(pipe: Connection, most_memory_bytes: int) -> None:
    """Answer one question, then end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asked ends this process
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # where libraries complain of what is damaged
    _limit_memory(most_memory_bytes)
    content = pipe.recv_bytes()
    answer: _Answer
    try:
        answer = read_report(content)
    except UnreadablePdfError as error:
        answer = error
    except (MemoryError, RecursionError):
        answer = UnreadablePdfError(
            "it asks for more memory than is given to it",
            "print it into a new PDF, and try that",
        )
    except Exception as error:  # noqa: BLE001  # raised again by whoever asked
        error.add_note(traceback.format_exc())
        answer = error
    pipe.send(answer)


def _limit_memory(most_bytes: int) -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most_bytes, most_bytes))
