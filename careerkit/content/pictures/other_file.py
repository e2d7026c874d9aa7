"""The kind of a file that is no picture which can be shown goes in; what to do comes out."""

from __future__ import annotations

from careerkit.content.file_kind import FileKind

_EXPORT = "export it as JPEG or PNG"
_OPEN = f"open it, and {_EXPORT}"
_OPEN_AS_PICTURE = f"open it in a picture program, and {_EXPORT}"
_TAKE_OUT = f"take the picture out of it, and {_EXPORT}"
_HINTS = {
    FileKind.AVIF: f"open it in a browser or a picture program, and {_EXPORT}",
    FileKind.HEIC: (
        "send it from the phone by e-mail, which makes a JPEG of it, or export it as JPEG on a"
        " computer"
    ),
    FileKind.PHOTOSHOP: _OPEN,
    FileKind.GIMP: f"open it in GIMP, and {_EXPORT}",
    FileKind.WMF: f"open it in an office program, and {_EXPORT}",
    FileKind.SVG: f"open it in a browser or a drawing program, and {_EXPORT}",
    FileKind.POSTSCRIPT: f"open it in a drawing program, and {_EXPORT}",
    FileKind.PDF: _OPEN,
    FileKind.WEB_PAGE: "save the picture itself: right click on it, then save image as",
    FileKind.RTF: _TAKE_OUT,
    FileKind.OLD_OFFICE: _TAKE_OUT,
    FileKind.WORD: _TAKE_OUT,
    FileKind.EXCEL: _TAKE_OUT,
    FileKind.POWERPOINT: _TAKE_OUT,
    FileKind.OPEN_TEXT: _TAKE_OUT,
    FileKind.OPEN_DOCUMENT: _TAKE_OUT,
    FileKind.IWORK: _TAKE_OUT,
    FileKind.ZIP: _TAKE_OUT,
    FileKind.GZIP: _TAKE_OUT,
}


def explain_other_file(kind: FileKind | None, data: bytes) -> tuple[str, str]:
    """Return what is wrong with a file that is of no kind which can be shown, and what to do."""
    if not data:
        return "the file is empty", "get the file again, or export it again"
    if kind is None:
        return "this is not a picture that can be shown", _OPEN_AS_PICTURE
    hint = _HINTS.get(kind, _OPEN_AS_PICTURE)
    return f"this is {kind.value}, which cannot be shown here", hint
