"""A deck goes in; what a reader of the file finds comes out, by python-pptx and by plain XML."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree
from pptx.presentation import Presentation as Deck

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def parts(deck: bytes, pattern: str) -> dict[str, etree._Element]:
    """Give the XML parts whose names match, by name."""
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        return {
            name: etree.fromstring(archive.read(name))
            for name in sorted(archive.namelist())
            if re.fullmatch(pattern, name)
        }


def slide_parts(deck: bytes) -> list[etree._Element]:
    """Give the slides' XML in order."""
    found = parts(deck, r"ppt/slides/slide\d+\.xml")
    return [found[name] for name in sorted(found, key=lambda name: int(re.sub(r"\D", "", name)))]


def all_text(deck: bytes) -> str:
    """Give everything a person can read or hear: slides, notes, charts, alt texts."""
    heard: list[str] = []
    for root in parts(deck, r"ppt/(slides|notesSlides|charts)/[^/]+\.xml").values():
        for node in root.iter():
            if node.tag in (f"{A}t", f"{C}v"):
                heard.append(node.text or "")
            if node.tag == f"{C}v" and (node.text or "").isdigit():
                heard.append(f"{int(node.text or 0):,}")  # as the formats of the labels show it
            if node.get("descr"):
                heard.append(node.get("descr", ""))
            if node.get("formatCode"):
                heard.append(node.get("formatCode", ""))
    return "".join(heard)


def squeezed(text: str) -> str:
    """Leave out white space, which lines and slides may swallow where they end."""
    return "".join(text.split())


def titles(deck: Deck) -> list[str]:
    """Give the slides' titles."""
    return [slide.shapes.title.text_frame.text for slide in deck.slides]


def leaves(shapes: Any) -> Iterator[Any]:
    """Give all shapes, those in groups too."""
    for shape in shapes:
        yield shape
        if shape.shape_type is not None and hasattr(shape, "shapes"):
            yield from leaves(shape.shapes)


def placeholder_text(slide: Any, index: int) -> str:
    """Give the text of a slide's placeholder by its number."""
    for shape in slide.placeholders:
        if shape.placeholder_format.idx == index:
            return str(shape.text_frame.text)
    raise AssertionError(f"no placeholder {index}")
