"""Prints how long a booklet and a deck take, as ratios to floors measured in the same run.

``python tests/benchmarks/run.py [ROUNDS]``. Nothing is asserted: a time is a fact about a machine.

- *Cold*: a new process for ``generate.py build CAREER --locale en``, against the two floors of
  ``floors.py``, each a new process, run one after the other; also with ``--jobs 1``. Peak memory
  is that of the largest process of a build.
- *Warm*: one process that has made both files once. ``blocks to bytes`` starts from the laid out
  document as the floor starts from its texts; ``profile to bytes`` lays it out as well.

What is measured takes turns with its floor, round by round, and the median counts, so that a busy
machine slows both alike.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from careerkit.build.jobs import Job, plan
from careerkit.build.outcome import Drawn
from careerkit.build.reading import Readers
from careerkit.build.render import draw, render
from careerkit.document import blocks
from careerkit.document.spans import Span, plain_text
from careerkit.editions import EDITIONS
from careerkit.editions.task import RenderTask
from careerkit.project.folders import Folders
from careerkit.typography import FontLibrary
from tests.benchmarks import floors
from tests.school import prepare_sheets

CAREER = "ai-ml-engineer"


def main(rounds: int) -> None:
    """Measure and print."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folders = Folders(ROOT / "source", ROOT / "layouts", folder / "output")
        jobs = plan(folders, [CAREER], ["en"])

        def lay_out() -> dict[str, RenderTask]:
            sheets = prepare_sheets(folders, jobs)
            return {sheet.edition: sheet for sheet in sheets}

        sheets = lay_out()
        texts = {
            "booklet": booklet_texts(sheets["booklet"].document),
            "deck": deck_texts(sheets["deck"].document),
        }
        for kind, words in texts.items():
            (folder / f"{kind}.json").write_text(json.dumps(words), encoding="utf-8")
        letters = {kind: sum(map(len, strings_in(words))) for kind, words in texts.items()}
        print(
            f"{CAREER}: {letters['booklet']} letters in the booklet, {letters['deck']} in the deck"
        )
        cold(folder, rounds)
        warm("booklet", sheets, texts, lay_out, rounds)
        warm("deck", sheets, texts, lay_out, rounds)
        warm_in_script(folders, "si", "NotoSansSinhala", rounds)
        every_pdf_edition(folders, rounds)
        load_fonts(rounds)
        weigh_tags(draw(sheets["booklet"]).content)


def cold(folder: Path, rounds: int) -> None:
    """Measure new processes: the build, and the floors one after the other."""
    build = ["generate.py", "build", CAREER, "--locale", "en", "--force", "--output", str(folder)]
    script = str(Path(floors.__file__))
    scripts = [
        [script, kind, str(folder / f"{kind}.json"), str(folder / f"floor.{kind}")]
        for kind in ("booklet", "deck")
    ]
    alone = [*build, "--jobs", "1"]
    run_process(build)
    times: list[float] = []
    times_alone: list[float] = []
    floor_times: list[float] = []
    peaks: list[float] = []
    for _ in range(rounds):
        seconds, peak = run_process(build)
        times.append(seconds)
        seconds, peak_alone = run_process(alone)
        times_alone.append(seconds)
        peaks.append(max(peak, peak_alone))
        floor_times.append(sum(run_process(script)[0] for script in scripts))
    show("cold build", times, floor_times)
    show("cold build, in one process", times_alone, floor_times)
    print(f"{'peak memory of any process':36} {median(peaks):7.1f} MiB")


def warm(
    kind: str,
    sheets: dict[str, RenderTask],
    texts: dict[str, Any],
    lay_out: Callable[[], dict[str, RenderTask]],
    rounds: int,
) -> None:
    """Measure one edition in this process, from its blocks and from its profile."""
    floor = floors.write_booklet if kind == "booklet" else floors.write_deck
    draw(sheets[kind])
    floor(texts[kind])
    times: list[float] = []
    longer_times: list[float] = []
    floor_times: list[float] = []
    for _ in range(rounds):
        sheet = anew(sheets[kind])
        times.append(time_of(partial(draw, sheet)))
        floor_times.append(time_of(lambda: floor(texts[kind])))
        longer_times.append(time_of(lambda: draw(lay_out()[kind])))
    show(f"warm {kind}, blocks to bytes", times, floor_times)
    show(f"warm {kind}, profiles to bytes", longer_times, floor_times)


def warm_in_script(folders: Folders, tag: str, font: str, rounds: int) -> None:
    """Measure a shaped booklet against a floor of the same text that is not shaped."""
    (job,) = plan(folders, [CAREER], [tag], ["booklet"])
    (sheet,) = prepare_sheets(folders, [job])
    words = booklet_texts(sheet.document)
    draw(sheet)
    floors.write_booklet(words, font)
    times: list[float] = []
    floor_times: list[float] = []
    for _ in range(rounds):
        times.append(time_of(partial(draw, anew(sheet))))
        floor_times.append(time_of(lambda: floors.write_booklet(words, font)))
    show(f"warm booklet in {tag}, blocks to bytes", times, floor_times)


def anew(task: RenderTask) -> RenderTask:
    """Return a task for whose document nothing is kept."""
    return replace(task, document=replace(task.document))


def every_pdf_edition(folders: Folders, rounds: int) -> None:
    """Measure all PDF editions of a career in a language against its booklet alone.

    In one process that has made them once; what is read is read anew.
    """
    names = [edition.name for edition in EDITIONS if edition.suffix == "pdf"]
    for tag in ("en", "ta"):
        alone = plan(folders, [CAREER], [tag], ["booklet"])
        every = plan(folders, [CAREER], [tag], names)

        def make(jobs: tuple[Job, ...]) -> None:
            readers = Readers()
            for job in jobs:
                assert isinstance(render(job, readers).end, Drawn)

        make(every)
        times: list[float] = []
        times_alone: list[float] = []
        for _ in range(rounds):
            times_alone.append(time_of(partial(make, alone)))
            times.append(time_of(partial(make, every)))
        ours, booklet = median(times) * 1000, median(times_alone) * 1000
        print(f"{f'warm, {len(names)} PDF editions in {tag}':36} {ours:7.0f} ms ", end="")
        print(f"booklet {booklet:6.0f} ms   ratio {ours / booklet:5.2f}")


def load_fonts(rounds: int) -> None:
    """Measure what it takes to find the fonts and open two faces of each of three scripts."""

    def load() -> None:
        families = ["Noto Sans", "Noto Sans Sinhala", "Noto Sans Tamil"]
        stack = FontLibrary(ROOT / "layouts" / "fonts").stack(families)
        for bold in (False, True):
            assert all(face.characters for face in stack.faces(bold=bold))

    seconds = median([time_of(load) for _ in range(rounds)])
    print(f"{'fonts of three scripts, loaded':36} {seconds * 1000:7.1f} ms")


def weigh_tags(booklet: bytes) -> None:
    """Print how much larger a booklet is for its tags, both packed alike."""
    import pikepdf

    sizes = []
    for tagged in (True, False):
        with pikepdf.open(BytesIO(booklet)) as pdf:
            if not tagged:
                for key in ("/StructTreeRoot", "/MarkInfo"):
                    del pdf.Root[key]
                for page in pdf.pages:
                    unmarked = [
                        instruction
                        for instruction in pikepdf.parse_content_stream(page)
                        if str(instruction.operator) not in ("BDC", "BMC", "EMC")
                    ]
                    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(unmarked))
            target = BytesIO()
            packed = pikepdf.ObjectStreamMode.generate
            pdf.save(target, object_stream_mode=packed, recompress_flate=True)
            sizes.append(len(target.getvalue()))
    print(f"{'tagged booklet':36} {sizes[0]:7} B    untagged {sizes[1]} B   ", end="")
    print(f"ratio {sizes[0] / sizes[1]:5.2f}")


def show(name: str, times: list[float], floor_times: list[float]) -> None:
    """Print one measurement beside its floor."""
    ours, floor = median(times) * 1000, median(floor_times) * 1000
    print(f"{name:36} {ours:7.0f} ms   floor {floor:6.0f} ms   ratio {ours / floor:5.2f}")


def time_of(action: Callable[[], object]) -> float:
    """Return how many seconds an action takes."""
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


def run_process(arguments: list[str]) -> tuple[float, float]:
    """Run Python with these arguments; return its seconds and its peak memory in MiB.

    It may keep compiled modules, as it does for a user: those of the libraries are kept already.
    """
    keeping = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    begin = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=keeping,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{arguments} failed: {process.returncode}")
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux KiB
    return seconds, usage.ru_maxrss / unit


def booklet_texts(document: blocks.Document) -> list[str]:
    """Return the text of a booklet, a paragraph a line of text in it."""
    return [text for text in lines_in(document.sections) if text]


def deck_texts(document: blocks.Document) -> list[dict[str, Any]]:
    """Return the text of a deck by slide."""
    return [
        {
            "title": plain_text(section.title),
            "lines": lines_in(
                tuple(block for block in section.blocks if not isinstance(block, blocks.Notes))
            ),
            "notes": lines_in(
                tuple(block for block in section.blocks if isinstance(block, blocks.Notes))
            ),
        }
        for section in document.sections
    ]


def lines_in(node: object) -> list[str]:
    """Return every line of text below a block: the words of its spans, joined."""
    from dataclasses import fields, is_dataclass

    if isinstance(node, tuple):
        if node and all(isinstance(part, Span) for part in node):
            return [plain_text(node)]
        return [line for part in node for line in lines_in(part)]
    if is_dataclass(node) and not isinstance(node, type):
        return [line for slot in fields(node) for line in lines_in(getattr(node, slot.name))]
    return []


def strings_in(words: object) -> list[str]:
    """Return every string of nested lists and mappings."""
    if isinstance(words, str):
        return [words]
    if isinstance(words, dict):
        return strings_in(list(words.values()))
    return [text for part in words for text in strings_in(part)] if isinstance(words, list) else []


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
