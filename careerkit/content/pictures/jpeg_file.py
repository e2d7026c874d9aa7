"""A JPEG file goes in; its picture alone, without a word about it, comes out.

A JPEG file is a row of segments (ISO 10918-1, annex B). What makes the picture are its tables,
frame and scans. All else is about it: where it was taken, by whom and with what, small
pictures of it, comments, further pictures behind its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from careerkit.content.pictures.unusable_picture import UnusablePicture

_SOI, _EOI, _SOS, _DHT, _APP0, _APP14 = 0xD8, 0xD9, 0xDA, 0xC4, 0xE0, 0xEE
_WITHOUT_LENGTH = frozenset([0x01, _SOI, *range(0xD0, 0xD8)])
# Tables, frames and what belongs to them; the rest (APPn, COM) is about the picture.
_PICTURE = frozenset(range(0xC0, 0xE0))
_FRAMES = frozenset(range(0xC0, 0xD0)) - {_DHT, 0xC8, 0xCC}
_EVERYWHERE_READ = frozenset([0xC0, 0xC1, 0xC2])  # Huffman-coded, sequential or progressive
_PROGRESSIVE = 0xC2
# In the coded picture a byte FF is followed by 00 or by the number of a restart; a marker ends it.
_END_OF_CODE = re.compile(b"\xff+[\x01-\xcf\xd8-\xfe]")
_MARKER = re.compile(b"\xff+([^\0\xff])")
_MOST_SCANS = 200  # each goes over the whole picture; programs write up to twelve
_JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"  # without a thumbnail
_BYTES_OF_A_FRAME, _BYTES_OF_A_COMPONENT = 6, 3


@dataclass(frozen=True, slots=True)
class _Segment:
    """A marker, the bytes from it to its end, and the coded picture behind it, if there is one."""

    marker: int
    body: bytes
    code: bytes = b""


@dataclass(slots=True)
class JpegFile:
    """The picture of a JPEG file: ``kind`` is the number of its frame's marker.

    ``size`` is its width and height as the pixels lie.

    ``colour_transform`` says how its three components make a colour (1: YCbCr, 0: RGB).
    """

    kind: int = 0
    size: tuple[int, int] = (0, 0)
    components: int = 0
    has_jfif: bool = False
    colour_transform: int = 1
    segments: list[_Segment] = field(default_factory=list)

    @property
    def is_read_everywhere(self) -> bool:
        """Return whether page and slide may carry it: grey or three colours, Huffman-coded."""
        return self.kind in _EVERYWHERE_READ and self.components in (1, 3)

    def bare(self) -> bytes:
        """Return the file with nothing in it but the picture, whose code stays as it is.

        How its colours are meant is said by the shortest segment that says it.
        """
        adobe = b"\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00" + bytes([self.colour_transform])
        meaning = _JFIF if self.has_jfif or self.components == 1 else adobe
        written = [b"\xff\xd8", meaning]
        for segment in self.segments:
            length = (len(segment.body) + 2).to_bytes(2)
            written += [bytes([0xFF, segment.marker]), length, segment.body, segment.code]
        return b"".join([*written, b"\xff\xd9"])


def read_jpeg(data: bytes) -> JpegFile:
    """Go from marker to marker and return the picture. Raises UnusablePicture."""
    file = JpegFile()
    adobe_transform: int | None = None
    identifiers = b""
    scans = 0
    for segment in _segments(data):
        marker, body = segment.marker, segment.body
        if marker == _APP0 and body[:5] == b"JFIF\0" and len(body) >= len(_JFIF) - 4:
            file.has_jfif = True
        elif marker == _APP14 and body[:5] == b"Adobe" and len(body) >= 12:
            adobe_transform = body[11]
        if marker not in _PICTURE:
            continue
        if marker in _FRAMES:
            if file.kind or len(body) < _BYTES_OF_A_FRAME:
                raise UnusablePicture("the picture is damaged")
            file.kind, file.components = marker, body[5]
            file.size = int.from_bytes(body[3:5]), int.from_bytes(body[1:3])
            identifiers = body[_BYTES_OF_A_FRAME::_BYTES_OF_A_COMPONENT][: file.components]
        scans += marker == _SOS
        file.segments.append(segment)
    if not scans or not file.kind:
        raise UnusablePicture("the picture is damaged: there is nothing in it")
    if scans > _MOST_SCANS:
        raise UnusablePicture(f"the picture is damaged: it is written over {scans} times")
    # As libjpeg guesses where nothing is said (jdapimin.c, default_decompress_parms).
    if adobe_transform is None:
        adobe_transform = 0 if identifiers == b"RGB" else 1
    file.colour_transform = 1 if file.has_jfif else int(adobe_transform != 0)
    _check_length(file)
    return file


def _segments(data: bytes) -> Iterator[_Segment]:
    """Yield the segments before the picture's end, which has to be there."""
    position = 2
    while found := _MARKER.search(data, position):
        marker, position = found[1][0], found.end()
        if marker == _EOI:
            return
        if marker in _WITHOUT_LENGTH:
            continue
        end = position + int.from_bytes(data[position : position + 2])
        if end < position + 2 or end > len(data):
            break
        body, position = data[position + 2 : end], end
        code = b""
        if marker == _SOS:
            after = _END_OF_CODE.search(data, position)
            if after is None:
                break
            code, position = data[position : after.start()], after.start()
        yield _Segment(marker, body, code)
    raise UnusablePicture("the picture is cut off: its end is missing")


def _check_length(file: JpegFile) -> None:
    """Raise UnusablePicture if there is less code than any picture of that size takes.

    libjpeg draws the rest grey. Of each block of 8 by 8 at least two words of code are there, one
    for its mean and one that ends it; in a progressive file the second may be spared.
    """
    frame = next(segment.body for segment in file.segments if segment.marker in _FRAMES)
    if file.kind not in _EVERYWHERE_READ:
        return
    shortest = _shortest_words(file)
    bits = shortest[0] + (shortest[1] if file.kind != _PROGRESSIVE else 0)
    width, height = file.size
    sampling = frame[_BYTES_OF_A_FRAME + 1 :: _BYTES_OF_A_COMPONENT][: file.components]
    factors = [(each >> 4, each & 15) for each in sampling]
    widest = max((across for across, _ in factors), default=1) or 1
    highest = max((down for _, down in factors), default=1) or 1
    blocks = sum(
        -(-width * across // (8 * widest)) * -(-height * down // (8 * highest))
        for across, down in factors
    )
    coded = sum(len(segment.code) for segment in file.segments)
    if coded * 8 < blocks * bits:
        raise UnusablePicture(
            f"the picture is cut off: {coded:,} bytes are too few for {width:,} by {height:,}"
            " pixels"
        )


def _shortest_words(file: JpegFile) -> tuple[int, int]:
    """Return the lengths in bits of the shortest words for means (DC) and for the rest (AC)."""
    shortest = [16, 16]
    for segment in file.segments:
        if segment.marker != _DHT:
            continue
        body = segment.body
        while len(body) > 16:
            counts = body[1:17]
            length = next((bits for bits, count in enumerate(counts, start=1) if count), 16)
            kind = min(body[0] >> 4, 1)
            shortest[kind] = min(shortest[kind], length)
            body = body[17 + sum(counts) :]
    # Without tables of its own a file is read with the standard's, whose shortest have two bits.
    if not any(segment.marker == _DHT for segment in file.segments):
        return 2, 2
    return shortest[0], shortest[1]
