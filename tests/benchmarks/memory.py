"""Prints the memory that a build of many careers takes. Nothing is asserted.

``python tests/benchmarks/memory.py [PROFILES [COUNT ...]]``. So many copies of the profiles in a
folder are built in one language, each once; the peak of the first process and that of the largest
of the others are told. Linux alone tells the peak of another process.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent.parent
_PAUSE_SECONDS = 0.05


def main(profiles: Path, counts: list[int]) -> None:
    """Measure and print."""
    for count in counts:
        with TemporaryDirectory() as name:
            lay_out(Path(name), profiles, count)
            first, largest, seconds = build(Path(name))
        print(
            f"{count:5} careers: first process {first:6.1f} MiB,"
            f" largest other {largest:6.1f} MiB, {seconds:6.1f} s",
            flush=True,
        )


def lay_out(folder: Path, profiles: Path, count: int) -> None:
    """Write so many profiles under names of their own, and the languages there are."""
    source = folder / "source"
    for part in ("locales", "images"):
        shutil.copytree(ROOT / "source" / part, source / part)
    (source / "careers").mkdir()
    texts = [path.read_bytes() for path in sorted(profiles.glob("*.yaml"))]
    for number, text in enumerate(islice(cycle(texts), count)):
        (source / "careers" / f"career-{number:04}.yaml").write_bytes(text)


def build(folder: Path) -> tuple[float, float, float]:
    """Make the booklets; return the peaks in MiB of the first process and the others, seconds."""
    command = [sys.executable, str(ROOT / "generate.py"), "--locale", "en"]
    command += ["--edition", "booklet", "--quiet", "--source", str(folder / "source")]
    command += ["--layouts", str(ROOT / "layouts"), "--output", str(folder / "output")]
    begin = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    first, largest = 0.0, 0.0
    while process.poll() is None:
        first = max(first, peak_of(process.pid))
        largest = max([largest, *map(peak_of, children_of(process.pid))])
        time.sleep(_PAUSE_SECONDS)
    return first, largest, time.perf_counter() - begin


def children_of(process: int) -> list[int]:
    """Return the processes that a process has started."""
    try:
        words = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [int(word) for word in words.split()]


def peak_of(process: int) -> float:
    """Return the most memory in MiB that a process had in use; 0 if it is gone."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    for line in status.splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "source" / "careers"
    main(folder.resolve(), [int(word) for word in sys.argv[2:]] or [30, 300, 900])
