"""A theme and a slide master go in; an empty presentation with that master comes out.

It is written as a package of XML parts, which python-pptx then opens like any template of a
user's.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from careerkit.document.theme import Theme
from careerkit.pptx.layout_part import layouts_xml
from careerkit.pptx.master import Language, master_xml, presentation_xml
from careerkit.pptx.notes_master import notes_master_xml
from careerkit.pptx.shapes import NAMESPACES
from careerkit.pptx.theme_part import theme_xml
from careerkit.slides.faces import Faces
from careerkit.slides.slide_master import SlideMaster

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_MIME = "application/vnd.openxmlformats-officedocument."
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def empty_presentation(
    theme: Theme, faces: Faces, master: SlideMaster, language: Language, seed: str
) -> bytes:
    """Write one master with its layouts, a notes master, a theme each; no slides."""
    layouts = {
        f"ppt/slideLayouts/slideLayout{number}.xml": layout
        for number, layout in enumerate(layouts_xml(master), start=1)
    }
    look = theme_xml(theme, faces)
    parts = {
        "ppt/presentation.xml": presentation_xml(master, language),
        "ppt/slideMasters/slideMaster1.xml": master_xml(master, language, seed),
        **layouts,
        "ppt/theme/theme1.xml": look,
        "ppt/notesMasters/notesMaster1.xml": notes_master_xml(language.tag, is_rtl=language.is_rtl),
        "ppt/theme/theme2.xml": look,
        "ppt/presProps.xml": f"<p:presentationPr {NAMESPACES}/>",
        "ppt/viewProps.xml": f"<p:viewPr {NAMESPACES}/>",
        "ppt/tableStyles.xml": '<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/'
        'drawingml/2006/main" def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>',
    }
    relations: dict[str, Sequence[tuple[str, str]]] = {
        "_rels/.rels": [("officeDocument", "ppt/presentation.xml")],
        "ppt/_rels/presentation.xml.rels": [
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("presProps", "presProps.xml"),
            ("viewProps", "viewProps.xml"),
            ("theme", "theme/theme1.xml"),
            ("tableStyles", "tableStyles.xml"),
        ],
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": [
            *(
                ("slideLayout", f"../slideLayouts/slideLayout{number}.xml")
                for number in range(1, len(layouts) + 1)
            ),
            ("theme", "../theme/theme1.xml"),
        ],
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": [("theme", "../theme/theme2.xml")],
    }
    for number in range(1, len(layouts) + 1):
        relations[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = [
            ("slideMaster", "../slideMasters/slideMaster1.xml")
        ]
    return _package(parts, relations)


def _package(parts: Mapping[str, str], relations: Mapping[str, Sequence[tuple[str, str]]]) -> bytes:
    kinds = {
        "presentation.xml": "presentationml.presentation.main+xml",
        "slideMaster1.xml": "presentationml.slideMaster+xml",
        "notesMaster1.xml": "presentationml.notesMaster+xml",
        "presProps.xml": "presentationml.presProps+xml",
        "viewProps.xml": "presentationml.viewProps+xml",
        "tableStyles.xml": "presentationml.tableStyles+xml",
        "theme1.xml": "theme+xml",
        "theme2.xml": "theme+xml",
    }
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_MIME}'
        f'{kinds.get(name.rpartition("/")[2], "presentationml.slideLayout+xml")}"/>'
        for name in parts
    )
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        f'package.relationships+xml"/>{overrides}</Types>',
        **parts,
    }
    for name, links in relations.items():
        inner = "".join(
            f'<Relationship Id="rId{number}" Type="{_OFFICE}{kind}" Target="{target}"/>'
            for number, (kind, target) in enumerate(links, start=1)
        )
        files[name] = f'<Relationships xmlns="{_RELS}">{inner}</Relationships>'
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, _EARLIEST), _HEAD + content)
    return written.getvalue()
