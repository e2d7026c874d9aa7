"""Composed pages and inks go in, the bytes of a PDF file come out.

The pages are read and never changed: the same pages give the same bytes, as often as they are
written, and others in other inks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import partial
from typing import Any, BinaryIO

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from careerkit.content.pictures.clean_picture import DrawnSizes, clean_picture
from careerkit.content.pictures.picture import reading_picture
from careerkit.document.inks import SRGB, Inks
from careerkit.document.theme import Colour, Role
from careerkit.pages.links import Link
from careerkit.pages.marks import NamedPlace, OutlineEntry, PictureMark
from careerkit.pages.page import Box, ComposedPages, Page
from careerkit.pdf.colours import make_colour_table, make_graphics_states
from careerkit.pdf.conformance import PDF_UA_1, Conformance
from careerkit.pdf.content_stream import ContentStream
from careerkit.pdf.destinations import NamedDestinations
from careerkit.pdf.metadata import write_packet
from careerkit.pdf.object_streams import write_packed
from careerkit.pdf.output_intent import add_output_intent
from careerkit.pdf.picture import add_picture
from careerkit.pdf.shown_text import TextShower
from careerkit.pdf.structure import RawObject, StructureWriter

_DOTS_PER_INCH = 300  # of pictures: as many as an office printer shows
_LONGEST_DESCRIPTION = 300  # characters of a link's words, repeated on each of its lines


def write_pdf(
    composed: ComposedPages,
    target: BinaryIO,
    *,
    colours: Mapping[Role, Colour],
    inks: Inks = SRGB,
    conformance: Conformance = PDF_UA_1,
) -> None:
    """Write composed pages as a PDF file, in a theme's colours.

    Nothing is written to ``target`` before all pages are. Raises ContentError for a picture that
    cannot be read.
    """
    writer = _Writer(composed, target, colours, inks, conformance)
    for page in composed.pages:
        writer.write_page(page)
    writer.finish()


class _BareCanvas(Canvas):  # type: ignore[misc]  # ReportLab 5.1 has no types
    """A canvas that starts no page in Helvetica, which would come unembedded into every file."""

    def _make_preamble(self) -> None:
        self._preamble = ""


class _Writer:
    """One file as far as it is written."""

    def __init__(
        self,
        composed: ComposedPages,
        target: BinaryIO,
        colours: Mapping[Role, Colour],
        inks: Inks,
        conformance: Conformance,
    ) -> None:
        self._composed = composed
        self._conformance = conformance
        self._inks = inks
        self._page: Page | None = None
        self._page_index = 0
        self._canvas = _BareCanvas(target, pageCompression=1, invariant=1, pdfVersion=(1, 7))
        self._document = self._canvas._doc
        self._colours = make_colour_table(colours, inks)
        self._structure = (
            StructureWriter(composed.tree, conformance) if conformance.is_tagged else None
        )
        self._destinations: NamedDestinations | None = None
        if conformance.part == 2:
            self._destinations = self._canvas._destinations = NamedDestinations()
        self._text = TextShower(self._document)
        self._picture_sizes = _largest_pictures(composed)
        self._document.format = partial(write_packed, self._document, conformance.pdf_version)
        add_page = self._document.addPage
        self._document.addPage = lambda page: add_page(self._complete(page))

    # --- pages --------------------------------------------------------------------------------

    def write_page(self, page: Page) -> None:
        """Write one page after those that are written."""
        canvas, media = self._canvas, page.boxes.media
        canvas.setPageSize((media.width, media.height))
        self._page = page
        stream = ContentStream(
            self._page_index,
            media.height,
            colours=self._colours,
            text=self._text,
            structure=self._structure,
            right_to_left=self._composed.direction == "rtl",
            add_link=self._add_link,
            add_picture=self._add_picture,
        )
        for mark in page.marks:
            if isinstance(mark, NamedPlace | OutlineEntry) and self._structure is None:
                continue  # nobody is led anywhere on paper
            if isinstance(mark, NamedPlace):
                canvas.bookmarkHorizontalAbsolute(mark.name, media.height - mark.top)
            elif isinstance(mark, OutlineEntry):
                canvas.addOutlineEntry(mark.title, mark.name, mark.level)
            else:
                stream.draw(mark)
        stream.end()
        canvas._code.extend(stream.operators or [""])
        canvas.showPage()
        self._page_index += 1

    def _add_link(self, link: Link, key: int) -> str:
        height = self._canvas._pagesize[1]
        rectangle = (link.left, height - link.bottom, link.right, height - link.top)
        span = link.span
        entries = {
            "Type": pdfdoc.PDFName("Annot"),
            "Subtype": pdfdoc.PDFName("Link"),
            "Rect": pdfdoc.PDFArray([round(value, 3) for value in rectangle]),
            "Border": pdfdoc.PDFArray([0, 0, 0]),
            "F": 4,  # to be printed, as PDF/UA asks of annotations (ISO 14289-1, 7.18)
            "Contents": pdfdoc.PDFString(span.text.strip()[:_LONGEST_DESCRIPTION]),
            "StructParent": key,
        }
        if span.link.startswith("#"):
            entries["Dest"] = self._canvas._bookmarkReference(span.link[1:])
        else:
            action = {"S": pdfdoc.PDFName("URI"), "URI": pdfdoc.PDFString(span.link)}
            entries["A"] = pdfdoc.PDFDictionary(action)
        self._canvas._addAnnotation(pdfdoc.PDFDictionary(entries))
        name: str = self._canvas._annotationrefs[-1].name
        return name

    def _add_picture(self, mark: PictureMark) -> str:
        with reading_picture(mark.place, "figure.src"):
            picture = clean_picture(mark.path, *self._picture_sizes.most_pixels(mark.path))
            name = add_picture(self._document, picture, self._inks.space)
        self._canvas._formsinuse.append(name)
        resource_name: str = self._document.getXObjectName(name)
        return resource_name

    def _complete(self, page: Any) -> Any:
        page.Trans = None
        page.ExtGState = make_graphics_states(self._inks.space)
        if self._structure is not None:
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = self._page_index
            page.Tabs = pdfdoc.PDFName("S")  # tab order follows the structure (ISO 14289-1, 7.18.3)
        # ReportLab would wrap the page in ASCII85 as well: a quarter more bytes for nothing.
        page.Contents = pdfdoc.PDFStream(content=page.stream, filters=[pdfdoc.PDFZCompress])
        if self._page is not None:
            boxes = self._page.boxes
            page.TrimBox = boxes.trim and _box_array(boxes.trim, boxes.media)
            page.BleedBox = boxes.bleed and _box_array(boxes.bleed, boxes.media)
        return page

    # --- the file -----------------------------------------------------------------------------

    def finish(self) -> None:
        """Write the document, its properties and its structure to the target."""
        canvas, catalog, composed = self._canvas, self._document.Catalog, self._composed
        canvas.setTitle(composed.title)
        canvas.setAuthor(", ".join(composed.authors) or "careerkit")
        canvas.setSubject(composed.description)
        canvas.setCreator("careerkit")
        catalog.Lang = pdfdoc.PDFString(composed.language)
        direction = pdfdoc.PDFName("R2L" if composed.direction == "rtl" else "L2R")
        preferences = {"DisplayDocTitle": "true", "Direction": direction}
        catalog.ViewerPreferences = pdfdoc.PDFDictionary(preferences)
        packet = write_packet(
            title=composed.title,
            authors=composed.authors,
            description=composed.description,
            language=composed.language,
            # SOURCE_DATE_EPOCH or, as the document is invariant, a fixed day: never the clock's.
            date=dt.datetime.fromtimestamp(self._document._timeStamp.t, dt.UTC),
            conformance=self._conformance,
        )
        metadata = pdfdoc.PDFStream(content=packet)
        metadata.dictionary["Type"] = pdfdoc.PDFName("Metadata")
        metadata.dictionary["Subtype"] = pdfdoc.PDFName("XML")
        catalog.Metadata = self._document.Reference(metadata, "Metadata")
        if self._structure is not None:
            self._write_structure(self._structure)
        if self._conformance.condition is not None:
            add_output_intent(self._document, self._conformance.condition)
        # `save` would open one more, empty page for whatever is left in the canvas.
        canvas._code.clear()
        canvas.save()

    def _write_structure(self, structure: StructureWriter) -> None:
        """Write the tags, and what leads from one place to another."""
        document, catalog = self._document, self._document.Catalog
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        catalog.PageMode = pdfdoc.PDFName("UseOutlines")
        structure.write(document)
        if self._destinations is not None:
            names = RawObject(partial(self._destinations.write, element_of=structure.find_named))
            catalog.Names = pdfdoc.PDFDictionary({"Dests": document.Reference(names, "Names")})


def _largest_pictures(composed: ComposedPages) -> DrawnSizes:
    sizes = DrawnSizes(_DOTS_PER_INCH)
    for page in composed.pages:
        for mark in page.marks:
            if isinstance(mark, PictureMark):
                sizes.note(mark.path, mark.width, mark.height)
    return sizes


def _box_array(box: Box, media: Box) -> Any:
    """Return a box as PDF has it: its lower left and its upper right corner."""
    bottom = media.height - box.top - box.height
    corners = (box.left, bottom, box.left + box.width, bottom + box.height)
    return pdfdoc.PDFArray([round(number, 3) for number in corners])
