"""Standard output and error go in as the system gives them; streams that never fail come out.

They are safe to look at, too: a file's words, in a message, cannot work on the terminal. Whatever
is printed goes through here, so here is the one place that sees to it.

**Why.** Whoever reads the output may leave, and the disk it is sent to may be full: the files asked
for are made all the same. So what cannot be delivered is dropped, and why is kept to be told.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from pathlib import Path
from typing import Any

from careerkit.content.characters import show_hidden

# Windows says EINVAL of a pipe that nobody reads any more.
_READER_HAS_LEFT = {errno.EPIPE, errno.EINVAL}


class UnfailingStream(io.TextIOWrapper):
    """A text stream that takes all it is given, and shows what would be hidden (``show_hidden``).

    What its encoding lacks is put as escapes. ``drawing`` is the same stream for who moves the
    cursor on purpose.
    """

    def __init__(self, stream: io.TextIOWrapper) -> None:
        """Stand in for a stream, which is not to be written to any more."""
        self._end = _End(stream)
        buffer = io.BufferedWriter(self._end)
        # A console without Sinhala must not stop a build that has nothing to do with it.
        errors = "backslashreplace"
        # Python's option -u asks for no buffer at all; a line at a time is soon enough.
        by_line = stream.line_buffering or stream.write_through
        super().__init__(buffer, stream.encoding, errors, line_buffering=by_line)
        self.drawing = io.TextIOWrapper(buffer, stream.encoding, errors, write_through=True)

    def write(self, text: str, /) -> int:
        """Write a text, with what is hidden in it shown."""
        super().write(show_hidden(text))
        return len(text)

    @property
    def failure(self) -> OSError | None:
        """Why something was not delivered; None as well if the reader has left."""
        return self._end.failure


class _End(io.RawIOBase):
    """The last layer of a stream: after the first failure it drops what it is given."""

    def __init__(self, stream: io.TextIOWrapper) -> None:
        super().__init__()
        self._stream = stream  # which would close what it writes to, were it dropped
        # Python's option -u leaves the middle one of the three layers out.
        buffer: Any = stream.buffer
        self._raw: io.RawIOBase = getattr(buffer, "raw", buffer)
        self._is_lost = False
        self.failure: OSError | None = None

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self._raw.isatty()

    def fileno(self) -> int:
        return self._raw.fileno()

    # Any buffer is meant; Python 3.11 has no name for it.
    def write(self, data: Any, /) -> int | None:  # noqa: ANN401
        if not self._is_lost:
            try:
                return self._raw.write(data)
            except OSError as error:
                self._is_lost = True
                if error.errno not in _READER_HAS_LEFT:
                    self.failure = error
        return len(data)


def open_streams() -> None:
    """Put streams that never fail in the place of standard output and error.

    One that was closed before the program began is opened, to nowhere: or the next file opened
    would get its number, and with it what is printed.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            stream = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115  # it stays open
        if mode == "w" and isinstance(stream, io.TextIOWrapper):
            stream = UnfailingStream(stream)
        setattr(sys, name, stream)
