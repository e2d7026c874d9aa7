"""A PPTX just made goes in; the defects in it, each with its slide, come out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile

from lxml.etree import XMLSyntaxError

from careerkit.content.problem import Problem
from careerkit.preflight.defect import defect
from careerkit.preflight.pptx.presentation import read_presentation
from careerkit.preflight.pptx.slides import find_slide_faults, find_strays, title_of
from careerkit.preflight.pptx.text_sizes import TextSizes


def preflight_pptx(source: Path | bytes, *, file: str = "") -> tuple[Problem, ...]:
    """Return the defects of a deck, sorted; each is this program's own.

    ``file`` is the name to report under, by default the path. Raises OSError if the file cannot
    be read.
    """
    name = file or (source.as_posix() if isinstance(source, Path) else "")
    content = source.read_bytes() if isinstance(source, Path) else source
    return tuple(sorted(set(_find(content, name))))


def _find(content: bytes, file: str) -> Iterator[Problem]:
    try:
        presentation = read_presentation(content)
    except (BadZipFile, KeyError, XMLSyntaxError) as error:
        yield defect(file, "", f"the file cannot be read as a presentation ({error})")
        return
    if not presentation.slides:
        yield defect(file, "", "the deck has no slides")
    sizes = TextSizes(presentation.root)
    for layout in presentation.layouts:
        for what in find_strays(layout, presentation.size):
            yield defect(file, f"layout {layout[0].get('name', '')}", what)
    titled: dict[str, int] = {}
    for number, slide in enumerate(presentation.slides, start=1):
        title = title_of(slide)
        if title and titled.setdefault(title, number) != number:
            what = f"the slide has the same title as slide {titled[title]}"
            yield defect(file, f"slide {number}", what)
        for what in (
            *find_slide_faults(slide, sizes),
            *find_strays(slide.root, presentation.size),
        ):
            yield defect(file, f"slide {number}", what)
