"""PDF files made by hand, small enough to see what is in them."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

import pikepdf

MM = 72 / 25.4
A5_MM = (148.0, 210.0)
SHEET_MARGIN_MM = 10.0  # of a press page, around its trimmed page
ICC_HEAD = b"\0" * 12 + b"prtrCMYKLab " + b"\0" * 104  # all of a profile that is looked at


def mm(*values: float) -> list[float]:
    """Return millimetres as points."""
    return [round(value * MM, 3) for value in values]


def make_pdf(
    *pages: str,
    size_mm: tuple[float, float] = A5_MM,
    resources: dict[str, Any] | None = None,
    change: Callable[[pikepdf.Pdf], None] | None = None,
) -> bytes:
    """Make a file whose pages have these operators; ``change`` is done at the end."""
    pdf = pikepdf.Pdf.new()
    for operators in pages or ("",):
        page = pdf.add_blank_page()
        page.mediabox = pikepdf.Array([0, 0, *mm(*size_mm)])
        page.obj.Contents = pdf.make_stream(operators.encode("latin-1"))
        page.obj.Resources = pikepdf.Dictionary(resources or {})
    if change is not None:
        change(pdf)
    target = io.BytesIO()
    pdf.save(target, deterministic_id=True)
    return target.getvalue()


def make_press(
    *pages: str,
    bleed_mm: float = 3.0,
    resources: dict[str, Any] | None = None,
    change: Callable[[pikepdf.Pdf], None] | None = None,
) -> bytes:
    """Make a file that keeps the rules of PDF/X-4: A5 on a larger sheet, 3 mm bleed.

    The operators are measured in points from the trimmed page's corner.
    """
    margin = SHEET_MARGIN_MM
    width, height = A5_MM

    def finish(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            page.obj.TrimBox = mm(margin, margin, margin + width, margin + height)
            edge = margin - bleed_mm
            far = margin + bleed_mm
            page.obj.BleedBox = mm(edge, edge, far + width, far + height)
        profile = pdf.make_stream(ICC_HEAD, {"/N": 4})
        intent = {
            "/Type": pikepdf.Name.OutputIntent,
            "/S": pikepdf.Name("/GTS_PDFX"),
            "/OutputConditionIdentifier": pikepdf.String("FOGRA39"),
            "/DestOutputProfile": profile,
        }
        pdf.Root.OutputIntents = [pikepdf.Dictionary(intent)]
        pdf.docinfo["/Trapped"] = pikepdf.Name("/False")
        pdf.docinfo["/Title"] = pikepdf.String("Nurse")
        pdf.Root.Metadata = pdf.make_stream(PACKET, {"/Type": pikepdf.Name.Metadata})
        pdf.Root.Lang = pikepdf.String("en")
        pdf.Root.ViewerPreferences = pikepdf.Dictionary({"/DisplayDocTitle": True})
        if change is not None:
            change(pdf)

    origin = " ".join(f"{value:g}" for value in mm(margin, margin))
    return make_pdf(
        *(f"q 1 0 0 1 {origin} cm {operators} Q" for operators in pages or ("",)),
        size_mm=(width + 2 * margin, height + 2 * margin),
        resources=resources,
        change=finish,
    )


PACKET = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Nurse</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>2026-01-01T00:00:00Z</xmp:CreateDate>
<xmp:ModifyDate>2026-01-01T00:00:00Z</xmp:ModifyDate>
<xmp:MetadataDate>2026-01-01T00:00:00Z</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:1</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description></rdf:RDF></x:xmpmeta>"""


def helvetica() -> dict[str, Any]:
    """Give resources with a font that is not embedded, ``/F1``."""
    font = pikepdf.Dictionary(
        {
            "/Type": pikepdf.Name.Font,
            "/Subtype": pikepdf.Name.Type1,
            "/BaseFont": pikepdf.Name.Helvetica,
        }
    )
    return {"/Font": pikepdf.Dictionary({"/F1": font})}


def make_picture(
    pdf: pikepdf.Pdf, width: int, height: int, colours: Sequence[int] = (0, 0, 0)
) -> pikepdf.Object:
    """Make a picture of one colour: of one, three or four numbers up to 255."""
    space = {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}[len(colours)]
    return pdf.make_stream(
        bytes(colours) * (width * height),
        {
            "/Type": pikepdf.Name.XObject,
            "/Subtype": pikepdf.Name.Image,
            "/Width": width,
            "/Height": height,
            "/BitsPerComponent": 8,
            "/ColorSpace": pikepdf.Name(space),
        },
    )


def add_object(pdf: pikepdf.Pdf, kind: str, name: str, value: pikepdf.Object) -> None:
    """Put something among the resources of each page."""
    for page in pdf.pages:
        page.add_resource(value, pikepdf.Name(kind), pikepdf.Name(name))
