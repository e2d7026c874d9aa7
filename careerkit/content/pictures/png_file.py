"""A PNG file goes in; what is wrong with its parts, or its parts without words, comes out.

A PNG file is a row of chunks (ISO 15948, clause 5), each with the sum of its bytes.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from careerkit.content.pictures.unusable_picture import UnusablePicture

_SIGNATURE_BYTES = 8
_PLACE_OF_DEPTH = 24
_PIECE_BYTES = 1 << 16
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # by colour type (11.2.2)
# First column, first row, and steps of the seven passes of an interlaced picture (8.2).
_PASSES = (
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
    (0, 1, 1, 2),
)
_WORDS = frozenset([b"tEXt", b"zTXt", b"iTXt"])


def leave_out_words(data: bytes) -> bytes:
    """Return a file without its texts, which may be long. Raises UnusablePicture."""
    kept = [whole for kind, _, whole in _chunks(data) if kind not in _WORDS]
    return b"".join([data[:_SIGNATURE_BYTES], *kept])


def depth_of(data: bytes) -> int:
    """Return how many bits each sample of a picture has."""
    return data[_PLACE_OF_DEPTH]


def code_of(data: bytes) -> bytes:
    """Return the coded picture (ISO 15948, 10.3), in one piece. Raises UnusablePicture."""
    return b"".join(body for kind, body, _ in _chunks(data) if kind == b"IDAT")


def check_png(data: bytes) -> None:
    """Raise UnusablePicture unless the coded picture is all there.

    It is unpacked a piece at a time and thrown away: readers leave what is missing black.
    """
    header = b""
    packed: list[bytes] = []
    for kind, body, _ in _chunks(data):
        if kind == b"IHDR":
            header = header or body
        elif kind == b"IDAT":
            packed.append(body)
    if len(header) != 13 or header[9] not in _CHANNELS:
        raise UnusablePicture("the picture is damaged: it does not say how it is made")
    _check_length(header, packed)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Yield kind, content and all bytes of each chunk up to the last, which has to be there."""
    position = _SIGNATURE_BYTES
    while position + 12 <= len(data):
        end = position + 12 + int.from_bytes(data[position : position + 4])
        if end > len(data):
            break
        whole = data[position:end]
        if zlib.crc32(whole[4:-4]) != int.from_bytes(whole[-4:]):
            raise UnusablePicture("the picture is damaged: a sum in it is wrong")
        yield whole[4:8], whole[8:-4], whole
        if whole[4:8] == b"IEND":
            return
        position = end
    raise UnusablePicture("the picture is cut off: its end is missing")


def _check_length(header: bytes, packed: list[bytes]) -> None:
    width, height = int.from_bytes(header[:4]), int.from_bytes(header[4:8])
    wanted = _bytes_unpacked(width, height, header[8] * _CHANNELS[header[9]], header[12])
    try:
        found = sum(_unpacked_lengths(packed, wanted))
    except zlib.error as error:
        raise UnusablePicture("the picture is damaged: it cannot be unpacked") from error
    if found < wanted:
        raise UnusablePicture(
            f"the picture is cut off: {found:,} bytes are too few for {width:,} by {height:,}"
            " pixels"
        )


def _unpacked_lengths(packed: list[bytes], wanted: int) -> Iterator[int]:
    """Yield the lengths of the unpacked pieces until all are, or as many bytes as are wanted."""
    unpacker = zlib.decompressobj()
    for piece in packed:
        left, length = piece, _PIECE_BYTES
        # What comes of the last bytes may be more than one piece.
        while (left or length == _PIECE_BYTES) and not unpacker.eof and wanted > 0:
            length = len(unpacker.decompress(left, _PIECE_BYTES))
            left = unpacker.unconsumed_tail
            wanted -= length
            yield length


def _bytes_unpacked(width: int, height: int, bits: int, interlaced: int) -> int:
    """Return how many bytes the rows take, each with one for its filter (clause 9)."""
    passes = _PASSES if interlaced else ((0, 0, 1, 1),)
    total = 0
    for left, top, across, down in passes:
        columns, rows = -(-(width - left) // across), -(-(height - top) // down)
        if columns > 0 and rows > 0:
            total += rows * (1 + -(-columns * bits // 8))
    return total
