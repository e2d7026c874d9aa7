"""The bytes of a PPTX file go in; its slides come out, each with its layout, notes and charts.

A PPTX is a zip of XML parts (ECMA-376, part 2); beside each part a ``.rels`` part names those that
belong to it.
"""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass
from io import BytesIO

from lxml.etree import _Element as Element  # lxml has no other name for it
from lxml.etree import fromstring

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PRESENTATION = "ppt/presentation.xml"


__all__ = ["A", "Element", "P", "Presentation", "Slide", "read_presentation"]


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide as it stands in the file: the roots of its own part and of those it leans on."""

    root: Element
    layout: Element
    master: Element
    theme: Element
    notes: Element | None
    charts: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Presentation:
    """A deck as it stands in the file, its slides in the order they are shown in."""

    root: Element
    slides: tuple[Slide, ...]

    @property
    def layouts(self) -> tuple[Element, ...]:
        """Return the layouts that are used, each once."""
        return tuple({slide.layout: None for slide in self.slides})

    @property
    def size(self) -> tuple[int, int]:
        """Return the width and height of a slide in EMU."""
        size = self.root.find(f"{P}sldSz")
        assert size is not None
        return int(size.get("cx", "0")), int(size.get("cy", "0"))


def read_presentation(content: bytes) -> Presentation:
    """Read a deck. Raises BadZipFile, KeyError or XMLSyntaxError for what is not one."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        return _Reader(package).read()


class _Reader:
    """Reads the parts of one package, each once."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        self._package = package
        self._roots: dict[str, Element] = {}
        self._related: dict[str, list[tuple[str, str, str]]] = {}

    def read(self) -> Presentation:
        root = self._part(_PRESENTATION)
        by_id = {number: target for number, _, target in self._relations(_PRESENTATION)}
        return Presentation(
            root,
            tuple(self._slide(by_id[each.get(f"{_R}id", "")]) for each in root.iter(f"{P}sldId")),
        )

    def _slide(self, name: str) -> Slide:
        related: dict[str, list[str]] = {}
        for _, kind, target in self._relations(name):
            related.setdefault(kind, []).append(target)
        layout = related["slideLayout"][0]
        master = next(
            target for _, kind, target in self._relations(layout) if kind == "slideMaster"
        )
        theme = next(target for _, kind, target in self._relations(master) if kind == "theme")
        notes = related.get("notesSlide")
        return Slide(
            self._part(name),
            self._part(layout),
            self._part(master),
            self._part(theme),
            self._part(notes[0]) if notes else None,
            tuple(self._part(chart) for chart in related.get("chart", ())),
        )

    def _part(self, name: str) -> Element:
        if name not in self._roots:
            self._roots[name] = fromstring(self._package.read(name))
        return self._roots[name]

    def _relations(self, name: str) -> list[tuple[str, str, str]]:
        """Return a part's relations as (id, last word of the kind, name of the part)."""
        if name not in self._related:
            folder, base = posixpath.split(name)
            self._related[name] = [
                (
                    each.get("Id", ""),
                    each.get("Type", "").rpartition("/")[2],
                    posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))[1:],
                )
                for each in self._part(f"{folder}/_rels/{base}.rels")
                if each.get("TargetMode") != "External"
            ]
        return self._related[name]
