"""What independent readers find on a booklet's pages, and what they ought to find there."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pypdfium2
from pdfminer.converter import TextConverter
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from careerkit.document.blocks import Block, Document, Range, RangeChart, Section
from careerkit.document.spans import Span, plain_text
from careerkit.document.theme import BookletSizes
from careerkit.document.traversal import spans

_MM = 72 / 25.4
# pdfium writes one of these where a line ends with a hyphen.
_HYPHEN_AT_LINE_END = re.compile("[\x02\ufffe]")


def folded(text: str) -> str:
    """Return a text in NFC with each stretch of white space as one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def squeezed(text: str) -> str:
    """Return a text in NFC without white space: for texts that lines may end in anywhere."""
    return "".join(unicodedata.normalize("NFC", text).split())


def printed_spans(document: Document, pdf: pypdfium2.PdfDocument) -> Iterator[Span]:
    """Give what a booklet prints of a document: all of it but alternatives to pictures.

    Of the spare sections, those that came into the booklet, which its bookmarks tell.
    """
    titles = {bookmark.get_title() for bookmark in pdf.get_toc()}
    for section in document.sections:
        if section.kind == "spare" and plain_text(section.title) not in titles:
            continue
        yield from section.title
        for block in section.blocks:
            yield from _printed(block)


def _printed(node: Section | Block | Any) -> Iterator[Span]:
    if isinstance(node, Range):
        # The summary stands in where the two figures would touch.
        yield from spans((node.label, node.note))
    elif isinstance(node, Span):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from _printed(part)
    elif hasattr(node, "__dataclass_fields__"):
        for slot in fields(node):
            if slot.name not in {"alt", "place"}:
                yield from _printed(getattr(node, slot.name))


def ranges(document: Document) -> list[Range]:
    """Give the rows of all charts."""
    return [
        row
        for section in document.sections
        for block in section.blocks
        if isinstance(block, RangeChart)
        for row in block.rows
    ]


def read_with_pdfium(pdf: pypdfium2.PdfDocument, sizes: BookletSizes) -> str:
    """Return the text areas of all pages as pdfium reads them; heads and numbers are outside."""
    texts = []
    for number in range(len(pdf)):
        width, height = pdf[number].get_size()
        is_cover = number in {0, len(pdf) - 1}
        top = height if is_cover else height - (sizes.margin_top_mm - 2) * _MM
        bottom = 0 if is_cover else (sizes.margin_bottom_mm - 3) * _MM
        page = pdf[number].get_textpage()
        texts.append(page.get_text_bounded(left=0, bottom=bottom, right=width, top=top))
    return _HYPHEN_AT_LINE_END.sub("-", "\n".join(texts))


class _ReadingOrder(TextConverter):
    """Gives characters as they come, without artifacts: what a screen reader is given."""

    artifact = False

    def begin_tag(self, tag: Any, props: Any = None) -> None:  # noqa: ARG002
        self.artifact = tag.name == "Artifact"

    def end_tag(self) -> None:
        self.artifact = False

    def render_char(self, *arguments: Any, **named: Any) -> float:
        width = super().render_char(*arguments, **named)
        if self.artifact:
            self.cur_item._objs.pop()
        return float(width)


def read_with_pdfminer(content: bytes) -> str:
    """Return the text of all pages in the order of their content, as pdfminer reads it."""
    manager, text = PDFResourceManager(), io.StringIO()
    interpreter = PDFPageInterpreter(manager, _ReadingOrder(manager, text, laparams=None))
    for page in PDFPage.get_pages(io.BytesIO(content)):
        interpreter.process_page(page)
    return text.getvalue()
