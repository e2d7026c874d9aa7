"""Every element that a template may use, filled with words of its own; and the words of a file.

A word is one that nothing else says, so that it can be looked for: ``w07figure``.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import count

import pikepdf
import pypdfium2

from careerkit.document.block_kinds import BLOCKS
from careerkit.document.section_kinds import Medium
from careerkit.layout.markup.elements import ELEMENTS

WORD = re.compile("w[0-9]+[a-z]+")
# The figures of a range are there in one form or the other; the code says an address by itself;
# what is said of a drawing (and of its scale) is not needed where its words are all there is.
_OTHER_FORM = ("summary", "lowtext", "hightext", "url", "drawn")
# Attributes that are no words, and what stands in them here.
_GIVEN = {
    "seed": "baker",
    "low": "1",
    "high": "2",
    "middle": "1",
    "open-ended": "true",
    "count": "2",
    "seconds": "9",
    "decorative": "false",
    "src": "line.png",
    "logo": "line.png",
}
# The attribute that an aside has not, by whether it is notes.
_NOT_OF = {True: "title", False: "seconds"}
# What stands inside an element, where that is no word.
_PARTS = {
    "ul": ("li",),
    "ol": ("li",),
    "steps": ("step",),
    "facts": ("fact",),
    "range-chart": ("range", "range"),
    "roadmap": ("stage", "stage"),
    "dl": ("dt", "dd"),
    "table": ("tr", "tr"),
    "tr": ("td", "td"),
    "stamp-box": ("line",),
    "li": ("words", "p"),
    "stage": ("p",),
    "aside": ("p",),
    "qr": ("p",),
}


class Markup:
    """Writes elements for a medium, and remembers the words in them."""

    def __init__(self, medium: Medium) -> None:
        """Begin without words."""
        self._medium = medium
        self._numbers = count(10)

    def word(self, name: str) -> str:
        """Make a word up."""
        return f"w{next(self._numbers)}{re.sub('[^a-z]', '', name)}"

    def element(self, name: str, inside: str | None = None, **given: str) -> str:
        """Write an element with all of its attributes and with something inside."""
        rule = ELEMENTS[name]
        attributes = {
            each: self._value(each)
            for each, attribute in rule.attributes.items()
            if (attribute.kind not in ("choice", "name") or each in given)
            and attribute.medium in (None, self._medium)
            and not (name == "aside" and each == _NOT_OF[given.get("class") == "notes"])
        } | {each.rstrip("_"): value for each, value in given.items()}
        written = "".join(f' {each}="{value}"' for each, value in attributes.items() if value)
        if inside is None:
            inside = self._inside(name, rule.holds)
        return f"<{name}{written}>{inside}</{name}>"

    def _value(self, name: str) -> str:
        if name in ("href", "url"):
            return f"https://{self.word(name)}.example"
        return _GIVEN.get(name) or self.word(name)

    def _inside(self, name: str, holds: str) -> str:
        if name in _PARTS:
            return "".join(
                self.word(name) if part == "words" else self.element(part) for part in _PARTS[name]
            )
        return self.word(name) if holds == "words" else ""


def classes_of(name: str) -> tuple[str, ...]:
    """Return the classes that an element may have, with "" where it needs none."""
    attribute = ELEMENTS[name].attributes.get("class")
    if attribute is None:
        return ("",)
    return attribute.choices if attribute.required else ("", *attribute.choices)


def all_elements() -> Iterator[tuple[str, str]]:
    """Give each element that may stand in a section, with each of its classes."""
    for name in ("h1", "cover", "contents", *BLOCKS):
        for class_ in classes_of(name):
            yield name, class_


def find_lost(written: set[str], found: set[str]) -> set[str]:
    """Return the words that are not found, but for those that may be there in another form."""
    lost = written - found
    return {word for word in lost if not word.lstrip("w0123456789").startswith(_OTHER_FORM)}


def words_of_pdf(content: bytes) -> set[str]:
    """Return the words of a booklet: those on its pages, those read out, and its addresses."""
    pages = pypdfium2.PdfDocument(content)
    found = "\n".join(page.get_textpage().get_text_bounded() for page in pages)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Dictionary):
                action = each.get("/A", each)
                found += f"\n{action.get('/URI', '')}"
                found += "\n" + "\n".join(
                    str(each[key]) for key in ("/Alt", "/Contents") if _is_text(each, key)
                )
    return set(WORD.findall(found))


def _is_text(holder: pikepdf.Dictionary, key: str) -> bool:
    return isinstance(holder.get(key), pikepdf.String)


def words_of_pptx(content: bytes) -> set[str]:
    """Return the words of a deck: on its slides, in its notes and charts, and its addresses."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = [
            package.read(name).decode()
            for name in package.namelist()
            if re.match(r"ppt/(slides|notesSlides|charts)/", name)
            and name.endswith(("xml", "rels"))
        ]
    return set(WORD.findall("\n".join(parts)))
