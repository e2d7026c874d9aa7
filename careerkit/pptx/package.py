"""An open presentation goes in; a file with the same bytes on every machine comes out.

python-pptx 1.0.2 stamps each member of the zip with the time of day; here all carry the earliest
date that a zip can hold.
"""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Mapping
from typing import Any, BinaryIO
from xml.sax.saxutils import escape, quoteattr

from pptx.opc.package import OpcPackage, Part

from careerkit.content.source_date import source_date

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONS_HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OUTSIDE = ' TargetMode="External"'
_QUOTE = {'"': "&quot;"}
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "bmp": "image/bmp",
    "fntdata": "application/x-fontdata",
}


def file_date() -> dt.datetime:
    """Return the date that a file carries: SOURCE_DATE_EPOCH where it is set, else a fixed one."""
    if moment := source_date():
        return moment.replace(tzinfo=None)
    return dt.datetime(*_EARLIEST)  # noqa: DTZ001 (python-pptx writes naive dates as UTC)


def write_package(package: OpcPackage, target: BinaryIO) -> None:
    """Write all parts of a package that can be reached from its root."""
    parts = sorted(package.iter_parts(), key=lambda part: str(part.partname))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        _write(archive, "[Content_Types].xml", _content_types(parts).encode())
        # The package's own relations are the one thing python-pptx 1.0.2 has no public name for.
        _write(archive, "_rels/.rels", _relations(package._rels))  # noqa: SLF001
        for part in parts:
            _write(archive, part.partname.membername, part.blob)
            if len(part.rels):
                _write(archive, part.partname.rels_uri.membername, _relations(part.rels))


def _write(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _EARLIEST)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    entry.create_system = 0  # the same on Windows as elsewhere
    archive.writestr(entry, content)


def _relations(relations: Mapping[str, Any]) -> bytes:
    """Write what a part is related to, in the order of the numbers ("rId10" after "rId9").

    python-pptx 1.0.2 parses a piece of XML for each relation, which takes a tenth of a deck's time.
    """
    written = "".join(
        f'<Relationship Id="{each.rId}" Type="{each.reltype}" '
        f'Target="{escape(each.target_ref, _QUOTE)}"'
        f"{_OUTSIDE if each.is_external else ''}/>"
        for each in sorted(relations.values(), key=lambda each: int(each.rId.removeprefix("rId")))
    )
    return (
        f'{_RELATIONS_HEAD}<Relationships xmlns="{_RELATIONS}">{written}</Relationships>'.encode()
    )


def _content_types(parts: list[Part]) -> str:
    used = {part.partname.ext for part in parts}
    defaults = "".join(
        f'<Default Extension="{extension}" ContentType="{kind}"/>'
        for extension, kind in _DEFAULTS.items()
        if extension == "rels" or extension in used
    )
    overrides = "".join(
        f"<Override PartName={quoteattr(str(part.partname))} "
        f"ContentType={quoteattr(part.content_type)}/>"
        for part in parts
        if _DEFAULTS.get(part.partname.ext) != part.content_type
    )
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f"{defaults}{overrides}</Types>"
    )
