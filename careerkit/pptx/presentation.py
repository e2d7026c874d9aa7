"""Plans of slides and an empty presentation go in; the PPTX file comes out.

The one module of the room, with those it imports, that needs python-pptx.
"""

from __future__ import annotations

import io
from typing import BinaryIO

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.parts.chart import ChartPart
from pptx.parts.coreprops import CorePropertiesPart
from pptx.parts.slide import SlidePart

from careerkit.document.blocks import Document
from careerkit.pptx.embedded_fonts import put_fonts_into
from careerkit.pptx.package import file_date, write_package
from careerkit.pptx.pictures import DeckPictures
from careerkit.pptx.shapes import NAMESPACES
from careerkit.pptx.slide_part import SlideWriter
from careerkit.slides.plan_deck import PlannedDeck

# What python-pptx takes, after the limit of ECMA-376 part 2, clause 11.1.
_LONGEST_PROPERTY = 255


def write_presentation(empty: bytes, planned: PlannedDeck, target: BinaryIO) -> None:
    """Write each planned slide on the layouts of an empty presentation.

    Raises ContentError where a picture cannot be read.
    """
    document, plans = planned.document, planned.plans
    presentation = Presentation(io.BytesIO(empty))
    layouts = {each.name: each.part for each in presentation.slide_layouts}
    root = presentation.part
    put_fonts_into(root, planned.carried)
    parts: list[SlidePart] = []
    targets: dict[str, SlidePart] = {}
    ids = presentation.element.get_or_add_sldIdLst()
    for number, plan in enumerate(plans, start=1):
        part = SlidePart(
            PackURI(f"/ppt/slides/slide{number}.xml"),
            CONTENT_TYPE.PML_SLIDE,
            root.package,
            parse_xml(f"<p:sld {NAMESPACES}/>"),
        )
        part.relate_to(layouts[plan.layout.name], RELATIONSHIP_TYPE.SLIDE_LAYOUT)
        ids.add_sldId(root.relate_to(part, RELATIONSHIP_TYPE.SLIDE))
        targets.setdefault(plan.section, part)
        parts.append(part)
    charts: list[ChartPart] = []
    pictures = DeckPictures(plans)
    notes_master = root.notes_master_part
    for number, (plan, part) in enumerate(zip(plans, parts, strict=True), start=1):
        writer = SlideWriter(
            part,
            number,
            document.language,
            targets=targets,
            icon_stroke=planned.theme.icon_stroke,
            pictures=pictures,
            is_rtl=planned.master.is_rtl,
        )
        writer.write(plan, notes_master, charts)
    _describe(presentation.core_properties, document)
    write_package(root.package, target)


def _describe(properties: CorePropertiesPart, document: Document) -> None:
    properties.title = document.title[:_LONGEST_PROPERTY]
    properties.author = "; ".join(document.authors)[:_LONGEST_PROPERTY]
    properties.last_modified_by = properties.author
    properties.subject = document.description[:_LONGEST_PROPERTY]
    properties.language = document.language
    properties.created = properties.modified = file_date()
    properties.revision = 1
