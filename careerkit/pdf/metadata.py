"""A file's title, authors and language go in; its XMP packet comes out (ISO 16684-1).

The packet of a tagged file carries the mark of PDF/UA (ISO 14289-1, 5; ISO 14289-2, 5), that of a
press file the mark of PDF/X-4 and what goes with it (ISO 15930-7, 6.9 and 6.10), by which a reader
knows what to expect.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from html import escape

from careerkit.pdf.conformance import PDF_UA_1, Conformance


def write_packet(
    *,
    title: str,
    authors: Sequence[str],
    description: str,
    language: str,
    date: dt.datetime,
    conformance: Conformance = PDF_UA_1,
) -> bytes:
    """Return the packet; a booklet without authors is by careerkit."""
    written = date.isoformat()
    mark = _write_mark(conformance) + _write_exchange(conformance, written, f"{title}\0{language}")
    creators = "".join(f"<rdf:li>{escape(name)}</rdf:li>" for name in authors or ["careerkit"])
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
{mark}<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq>{creators}</rdf:Seq></dc:creator>
<dc:description><rdf:Alt>
 <rdf:li xml:lang="x-default">{escape(description)}</rdf:li>
</rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>careerkit</xmp:CreatorTool>
<xmp:CreateDate>{written}</xmp:CreateDate><xmp:ModifyDate>{written}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>""".encode()


def _write_mark(conformance: Conformance) -> str:
    if not conformance.is_tagged:
        return ""
    year = f"<pdfuaid:rev>{conformance.year}</pdfuaid:rev>\n" if conformance.year else ""
    return f"<pdfuaid:part>{conformance.part}</pdfuaid:part>\n{year}"


def _write_exchange(conformance: Conformance, date: str, name: str) -> str:
    """Return what a print shop asks of the packet of a document with a name."""
    if conformance.condition is None:
        return ""
    identity = hashlib.sha256(f"{name}\0{date}".encode()).hexdigest()
    parts = (identity[:8], identity[8:12], identity[12:16], identity[16:20], identity[20:32])
    return f"""<pdfxid:GTS_PDFXVersion xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">PDF/X-4</pdfxid:GTS_PDFXVersion>
<pdf:Trapped xmlns:pdf="http://ns.adobe.com/pdf/1.3/">False</pdf:Trapped>
<xmpMM:DocumentID xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">uuid:{"-".join(parts)}</xmpMM:DocumentID>
<xmpMM:VersionID xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">1</xmpMM:VersionID>
<xmpMM:RenditionClass xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">default</xmpMM:RenditionClass>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
"""
