"""The first bytes of a file go in; the kind of picture it is comes out, or what it is instead.

A file's name says nothing certain: what a browser saved as ``ward.jpg`` may be WebP or a web page.
"""

from __future__ import annotations

import re
from types import MappingProxyType

HEAD_BYTES = 1024
"""How much of a file's beginning is looked at."""

_EXPORT = "export it as JPEG or PNG"
_FROM_A_PHONE = (
    "send it from the phone by e-mail, which makes a JPEG of it, or export it as JPEG on a computer"
)
_HEIF_BRANDS = frozenset(
    [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"heif"]
)
_AVIF_BRANDS = frozenset([b"avif", b"avis"])
_SIGNATURES = MappingProxyType(
    {
        b"\xff\xd8\xff": "JPEG",
        b"\x89PNG\r\n\x1a\n": "PNG",
        b"GIF87a": "GIF",
        b"GIF89a": "GIF",
        b"II*\0": "TIFF",
        b"MM\0*": "TIFF",
        b"BM": "BMP",
    }
)
# What people take for a picture file: how it begins, what it is called, what to do.
_OTHER = (
    (b"%PDF", "a PDF file", f"open it, and {_EXPORT}"),
    (b"%!PS", "a PostScript drawing", f"open it in a drawing program, and {_EXPORT}"),
    (b"8BPS", "a Photoshop file", f"open it, and {_EXPORT}"),
    (b"\0\0\0\x0cjP  ", "a JPEG 2000 picture", f"open it in a picture program, and {_EXPORT}"),
    (b"\0\0\0\x0cJXL ", "a JPEG XL picture", f"open it in a picture program, and {_EXPORT}"),
    (b"\xff\x0a", "a JPEG XL picture", f"open it in a picture program, and {_EXPORT}"),
    (b"\0\0\x01\0", "an icon file", f"open it in a picture program, and {_EXPORT}"),
    (b"gimp xcf", "a GIMP file", f"open it in GIMP, and {_EXPORT}"),
    (
        b"\xd7\xcd\xc6\x9a",
        "a Windows drawing (WMF)",
        f"open it in an office program, and {_EXPORT}",
    ),
    (
        b"PK\x03\x04",
        "an office document or packed folder",
        f"take the picture out of it, and {_EXPORT}",
    ),
    (
        b"\xd0\xcf\x11\xe0",
        "an old office document",
        f"take the picture out of it, and {_EXPORT}",
    ),
)
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:[?!]|svg|html|head|body)", re.IGNORECASE)


def kind_of(head: bytes) -> str:
    """Return which of the kinds that are shown a file is, as Pillow calls it; "" for none.

    They are JPEG, PNG, WEBP, GIF, TIFF, BMP and AVIF.
    """
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if _brands(head) & _AVIF_BRANDS:
        return "AVIF"
    return next((kind for start, kind in _SIGNATURES.items() if head.startswith(start)), "")


def explain_other_kind(head: bytes) -> tuple[str, str]:
    """Return what a file is that is no picture of a kind that is shown, and what to do."""
    if not head:
        return "the file is empty", "get the file again, or export it again"
    name, hint = _name_other_kind(head)
    if not name:
        return (
            "this is not a picture that can be shown",
            f"open it in a picture program, and {_EXPORT}",
        )
    return f"this is {name}, which cannot be shown here", hint


def explain_avif() -> tuple[str, str]:
    """Return what to say of an AVIF picture where Pillow was built without AVIF."""
    return (
        "this is an AVIF picture, which cannot be shown here",
        f"open it in a browser or a picture program, and {_EXPORT}",
    )


def _name_other_kind(head: bytes) -> tuple[str, str]:
    if _brands(head) & _HEIF_BRANDS:
        return "a HEIC picture", _FROM_A_PHONE
    if _MARKUP.match(head):
        if b"<svg" in head.lower():
            return "an SVG drawing", f"open it in a browser or a drawing program, and {_EXPORT}"
        return "a web page", "save the picture itself: right click on it, then save image as"
    for start, name, hint in _OTHER:
        if head.startswith(start):
            return name, hint
    return "", ""


def _brands(head: bytes) -> frozenset[bytes]:
    """Return the brands of a file of ISO base media (ISO 14496-12, 4.3), none for any other."""
    if head[4:8] != b"ftyp":
        return frozenset()
    box = head[8 : int.from_bytes(head[:4])]
    return frozenset(box[at : at + 4] for at in range(0, len(box), 4) if at != 4)
