"""A PDF goes in; what it says of itself for print exchange, and what PDF/X-4 lacks, come out.

The rules are those of ISO 15930-7:2010 (PDF/X-4) that concern a file as a whole and its
annotations; those of boxes, fonts and colours stand with these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

from careerkit.preflight.pdf.metadata import read_packet

_VERSION = re.compile(rb"GTS_PDFXVersion(?:>|\s*=\s*[\"'])\s*([^<\"']+)")
_PACKET_PARTS = {
    b"dc:title": "the XMP metadata has no dc:title",
    b"xmp:CreateDate": "the XMP metadata has no xmp:CreateDate",
    b"xmp:ModifyDate": "the XMP metadata has no xmp:ModifyDate",
    b"xmp:MetadataDate": "the XMP metadata has no xmp:MetadataDate",
    b"xmpMM:DocumentID": "the XMP metadata has no xmpMM:DocumentID",
    b"xmpMM:RenditionClass": "the XMP metadata has no xmpMM:RenditionClass",
    b"xmpMM:VersionID": "the XMP metadata has no xmpMM:VersionID",
}
_OUTPUT_DEVICE = b"prtr"  # the device class of an ICC profile (ICC.1:2010, 7.2.5)
_INKS_OF_SIGNATURE = {b"GRAY": "grey", b"RGB ": "RGB", b"CMYK": "CMYK"}


@dataclass(frozen=True, slots=True)
class PrintExchange:
    """What a file says of itself to a print shop; "" for what it does not say.

    ``intent`` is the printing condition that it was made for, ``profile`` the colours of the ICC
    profile that goes with it.
    """

    version: str
    intent: str
    profile: str
    trapped: str


def read_print_exchange(pdf: pikepdf.Pdf) -> PrintExchange:
    """Read what a file says of itself to a print shop."""
    stated = _VERSION.search(read_packet(pdf))
    version = stated[1].decode("latin-1").strip() if stated else ""
    intent = next(_intents(pdf), pikepdf.Dictionary())
    profile = intent.get("/DestOutputProfile")
    return PrintExchange(
        version=version or str(pdf.docinfo.get("/GTS_PDFXVersion", "")),
        intent=str(intent.get("/OutputConditionIdentifier", "")),
        profile=_colours_of_profile(profile) if isinstance(profile, pikepdf.Stream) else "",
        trapped=str(pdf.docinfo.get("/Trapped", "")).removeprefix("/"),
    )


def _intents(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for intent in pdf.Root.get("/OutputIntents", pikepdf.Array()):
        if intent.get("/S") == "/GTS_PDFX":
            yield intent


def _colours_of_profile(profile: pikepdf.Stream) -> str:
    head = profile.read_bytes()[:20]
    return _INKS_OF_SIGNATURE.get(head[16:20], "unknown")


def find_exchange_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Give what a file lacks to be PDF/X-4."""
    stated = read_print_exchange(pdf)
    if stated.version != "PDF/X-4":
        yield f"GTS_PDFXVersion is {stated.version or 'absent'}, not PDF/X-4"
    if pdf.pdf_version.startswith("2"):
        yield f"the file is of PDF {pdf.pdf_version}, not 1.x"
    if pdf.is_encrypted:
        yield "the file is encrypted"
    if "/ID" not in pdf.trailer:
        yield "the file has no identity (ID) in its trailer"
    yield from _find_intent_faults(pdf)
    packet = read_packet(pdf)
    yield from (f"{what}" for part, what in _PACKET_PARTS.items() if part not in packet)
    if stated.trapped not in ("True", "False"):
        yield "it is not said whether the file is trapped"
    yield from _find_action_faults(pdf)


def _find_intent_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    intents = list(_intents(pdf))
    if len(intents) != 1:
        yield f"there are {len(intents)} output intents for PDF/X, not one"
    for intent in intents:
        if not str(intent.get("/OutputConditionIdentifier", "")):
            yield "the output intent has no OutputConditionIdentifier"
        profile = intent.get("/DestOutputProfile")
        if not isinstance(profile, pikepdf.Stream):
            yield "the output intent has no ICC profile"
        elif profile.read_bytes()[12:16] != _OUTPUT_DEVICE:
            yield "the ICC profile of the output intent is not one of an output device"


def _find_action_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    names = root.get("/Names", pikepdf.Dictionary())
    if "/JavaScript" in names or "/OpenAction" in root or "/AA" in root:
        yield "the file holds an action"
    if "/EmbeddedFiles" in names:
        yield "the file holds other files"
    if "/AcroForm" in root:
        yield "the file holds a form to fill in"


def find_annotation_faults(page: pikepdf.Page) -> Iterator[str]:
    """Give what stands on a page and is not for printing."""
    boxes = [page.obj.get(name) for name in ("/BleedBox", "/TrimBox", "/MediaBox")]
    area = [float(value) for value in next(box for box in boxes if box is not None)]
    for annotation in page.obj.get("/Annots", pikepdf.Array()):
        if annotation.get("/Subtype") in ("/PrinterMark", "/TrapNet"):
            continue
        left, bottom, right, top = (float(value) for value in annotation["/Rect"])
        if left < area[2] and right > area[0] and bottom < area[3] and top > area[1]:
            yield "a link or another annotation lies on the page"
