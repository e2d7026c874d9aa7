"""A ReportLab document goes in, the bytes of a PDF file come out, its small objects packed.

A tagged booklet has a thousand small objects, one for each element of its tag tree. ReportLab 5.1
writes each of them plainly; an *object stream* (ISO 32000-1, 7.5.7) holds many, compressed
together, and a *cross-reference stream* (7.5.8) says where all of them are. Files come out at
about half the size, and as quickly.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase import pdfdoc

# Readers unpack a whole object stream to get at one object of it.
_OBJECTS_IN_A_STREAM = 200
_NO_TEXT = b"%\xe2\xe3\xcf\xd3\n"  # four high bytes: not a text file (7.5.2)


@dataclass(slots=True)
class _File:
    """The file as far as it is written, and where each object of it lies.

    ``entries`` maps an object's number to the fields of its cross-reference entry: type 1 with its
    offset, or type 2 with the number of its object stream and its place there.
    """

    body: bytearray
    entries: dict[int, tuple[int, int, int]] = field(default_factory=dict)

    def add(self, number: int, source: bytes) -> None:
        """Write an object plainly."""
        self.entries[number] = (1, len(self.body), 0)
        self.body += b"%d 0 obj\n%s\nendobj\n" % (number, source.rstrip(b"\n"))


def write_packed(document: Any, pdf_version: str = "1.7") -> bytes:
    """Return the whole file of a document whose objects are all registered.

    Stands in for ``PDFDocument.format``: as there, objects may be added while others are written.
    """
    document.encrypt.prepare(document)
    file = _File(bytearray(b"%%PDF-%s\n" % pdf_version.encode("ascii") + _NO_TEXT))
    small: list[tuple[int, bytes]] = []
    number = 1
    while number in document.numberToId:
        content = document.idToObject[document.numberToId[number]]
        source = pdfdoc.format(content, document, toplevel=1)
        if source.rstrip().endswith(b"endstream"):
            file.add(number, source)
        else:
            small.append((number, source.strip()))
        number += 1
    for start in range(0, len(small), _OBJECTS_IN_A_STREAM):
        _add_object_stream(file, number, small[start : start + _OBJECTS_IN_A_STREAM])
        number += 1
    _add_cross_references(file, number, document)
    return bytes(file.body)


def _add_object_stream(file: _File, number: int, objects: list[tuple[int, bytes]]) -> None:
    index = []
    content = bytearray()
    for place, (own_number, source) in enumerate(objects):
        file.entries[own_number] = (2, number, place)
        index.append(f"{own_number} {len(content)}")
        content += source + b"\n"
    head = (" ".join(index) + "\n").encode("ascii")
    entries = f"/Type/ObjStm/N {len(objects)}/First {len(head)}"
    file.add(number, _stream(entries, head + bytes(content)))


def _add_cross_references(file: _File, number: int, document: Any) -> None:
    start = len(file.body)
    file.entries[number] = (1, start, 0)
    table = bytearray(b"\0" + b"\0" * 4 + b"\xff\xff")  # object 0 is always free
    for each in range(1, number + 1):
        kind, place, index = file.entries[each]
        table += kind.to_bytes(1, "big") + place.to_bytes(4, "big") + index.to_bytes(2, "big")
    identity = hashlib.sha256(bytes(file.body)).hexdigest()[:32].upper()
    numbers = document.idToObjectNumberAndVersion
    root = numbers[document.Reference(document.Catalog).name][0]
    info = numbers[document.Reference(document.info).name][0]
    entries = (
        f"/Type/XRef/Size {number + 1}/W[1 4 2]/Root {root} 0 R/Info {info} 0 R"
        f"/ID[<{identity}><{identity}>]"
    )
    file.body += b"%d 0 obj\n%s\nendobj\n" % (number, _stream(entries, bytes(table)))
    file.body += b"startxref\n%d\n%%%%EOF\n" % start


def _stream(entries: str, content: bytes) -> bytes:
    packed = zlib.compress(content, 9)
    head = f"<<{entries}/Filter/FlateDecode/Length {len(packed)}>>\nstream\n"
    return head.encode("ascii") + packed + b"\nendstream"
