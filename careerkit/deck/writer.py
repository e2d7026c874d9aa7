"""A document, a theme and a language's style go in; a PPTX file comes out, and how long it is."""

from __future__ import annotations

import io
from typing import BinaryIO

from careerkit.deck.compose import compose
from careerkit.deck.faces import choose_faces
from careerkit.deck.measure import Measurer
from careerkit.deck.mirror import mirror_plans, mirror_slides
from careerkit.deck.slide_layouts import make_layouts
from careerkit.layout.blocks import Cover, Document, spans
from careerkit.layout.theme import Theme
from careerkit.typography import FontLibrary, LocaleStyle
from careerkit.typography.embeddable import CarriedFamily, choose_carried

# What python-pptx takes, after the limit of ECMA-376 part 2, clause 11.1.
_LONGEST_PROPERTY = 255


def write_deck(
    document: Document,
    theme: Theme,
    style: LocaleStyle,
    library: FontLibrary,
    target: BinaryIO,
    *,
    embed_fonts: bool = False,
) -> int:
    """Write the deck and return how many slides it has.

    ``embed_fonts`` puts the fonts it is measured with into it. Raises ContentError where a picture
    cannot be read, or a font's licence does not let it be embedded. The same arguments give the
    same bytes.
    """
    slides = make_layouts(theme.deck, style)
    is_rtl = document.direction == "rtl"
    measure = Measurer(theme.deck, style, library, is_rtl=is_rtl, is_embedded=embed_fonts)
    seed = _seed(document)
    plans = compose(document, slides, measure, theme.deck.items_on_a_slide, seed)
    if is_rtl:
        slides = mirror_slides(slides)
        plans = mirror_plans(plans, slides)
    carried = fonts_to_embed(document, theme, style, library) if embed_fonts else ()

    # python-pptx takes 160 ms to import, which a document that cannot be planned need not wait for.
    from pptx import Presentation
    from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from pptx.opc.packuri import PackURI
    from pptx.oxml import parse_xml
    from pptx.parts.chart import ChartPart
    from pptx.parts.slide import SlidePart

    from careerkit.deck.embedded_fonts import put_fonts_into
    from careerkit.deck.master import Language, template
    from careerkit.deck.package import file_date, write_package
    from careerkit.deck.shapes import NAMESPACES
    from careerkit.deck.slide_part import SlideWriter

    language = Language(document.language, is_rtl)
    faces = choose_faces(theme.deck.face, style, carried)
    empty = template(theme, faces, slides, language, seed)
    presentation = Presentation(io.BytesIO(empty))
    layouts = {each.name: each.part for each in presentation.slide_layouts}
    root = presentation.part
    put_fonts_into(root, carried)
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
    notes_master = root.notes_master_part
    for number, (plan, part) in enumerate(zip(plans, parts, strict=True), start=1):
        writer = SlideWriter(
            part, number, document.language, targets=targets, theme=theme, is_rtl=is_rtl
        )
        writer.write(plan, notes_master, charts)
    properties = presentation.core_properties
    properties.title = document.title[:_LONGEST_PROPERTY]
    properties.author = "; ".join(document.authors)[:_LONGEST_PROPERTY]
    properties.last_modified_by = properties.author
    properties.subject = document.description[:_LONGEST_PROPERTY]
    properties.language = document.language
    properties.created = properties.modified = file_date()
    properties.revision = 1
    write_package(root.package, target)
    return len(plans)


def fonts_to_embed(
    document: Document, theme: Theme, style: LocaleStyle, library: FontLibrary
) -> tuple[CarriedFamily, ...]:
    """Return the families that set a document's words. Raises ContentError; see write_deck."""
    text = "".join(span.text for span in spans(document))
    return choose_carried(text, (theme.deck.measured_with, *style.families), library)


def _seed(document: Document) -> str:
    """Return what the art grows from: the cover's seed, or the title where there is no cover."""
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Cover):
                return block.seed
    return document.title
