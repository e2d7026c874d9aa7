"""The plan of a slide goes in; a slide of an open presentation comes out, with its notes page."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import assert_never
from xml.sax.saxutils import quoteattr

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.parts.chart import ChartPart
from pptx.parts.embeddedpackage import EmbeddedXlsxPart
from pptx.parts.slide import BaseSlidePart, NotesMasterPart, NotesSlidePart, SlidePart

from careerkit.pptx.art import draw_art, draw_icon
from careerkit.pptx.chart import chart_xml
from careerkit.pptx.chart_workbook import lay_out_columns, workbook
from careerkit.pptx.foot import SLIDE_NUMBER
from careerkit.pptx.master_text import slide_number_field
from careerkit.pptx.notes_master import notes_page_xml
from careerkit.pptx.pictures import DeckPictures
from careerkit.pptx.qr_code import draw_code
from careerkit.pptx.roadmap import draw_roadmap
from careerkit.pptx.shapes import (
    NAMESPACES,
    TREE_HEAD,
    Numbers,
    non_visual,
    placeholder_mark,
    solid,
    transform,
)
from careerkit.pptx.table import table_xml
from careerkit.pptx.text_frame import FITS_ITSELF, text_body
from careerkit.slides.paragraphs import SlideParagraph
from careerkit.slides.plan import (
    PlacedArt,
    PlacedChart,
    PlacedCode,
    PlacedGraphic,
    PlacedPicture,
    PlacedRoadmap,
    PlacedTable,
    PlacedText,
    SlidePlan,
)
from careerkit.slides.reading_order import put_in_reading_order

_CHART_URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_JUMP = "ppaction://hlinksldjump"


class SlideWriter:
    """Writes one slide. ``targets`` are the first slides of the sections, for links to them."""

    def __init__(
        self,
        part: SlidePart,
        number: int,
        language: str,
        *,
        targets: Mapping[str, SlidePart],
        icon_stroke: float,
        pictures: DeckPictures,
        is_rtl: bool = False,
    ) -> None:
        self._icon_stroke, self._is_rtl = icon_stroke, is_rtl
        self._part, self._number, self._language = part, number, language
        self._targets, self._pictures = targets, pictures
        self._numbers = Numbers()

    def write(
        self, plan: SlidePlan, notes_master: NotesMasterPart, charts: list[ChartPart]
    ) -> None:
        """Fill the slide: title, texts and graphics as they are read, source, number; notes."""
        title = PlacedText(plan.layout.title, (SlideParagraph(plan.title, 0, ""),))
        shapes = [self._item(each, charts) for each in put_in_reading_order(plan, title)]
        if plan.icon:
            shapes.append(draw_icon(plan.icon, self._icon_stroke, self._numbers))
        shapes += [self._text(each) for each in plan.texts if each.placeholder.role == "source"]
        shapes.append(self._slide_number())
        xml = (
            f"<p:sld {NAMESPACES}><p:cSld><p:spTree>{TREE_HEAD}{''.join(shapes)}</p:spTree>"
            "</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
        )
        self._part.slide.element.extend(parse_xml(xml))
        self._write_notes(plan, notes_master)

    # --- texts -----------------------------------------------------------------------------

    def _text(self, text: PlacedText) -> str:
        placeholder = text.placeholder
        body = text_body(text.paragraphs, placeholder.levels, self._link, FITS_ITSELF)
        name = quoteattr(placeholder.name)
        where = transform(text.box) if text.box else ""
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self._numbers.next()}" name={name}/>'
            f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>{placeholder_mark(placeholder)}'
            f"</p:nvSpPr><p:spPr>{where}</p:spPr>{body}</p:sp>"
        )

    def _slide_number(self) -> str:
        field = slide_number_field(self._language, self._number)
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self._numbers.next()}" name="Slide Number"/><p:cNvSpPr>'
            '<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" '
            f'idx="{SLIDE_NUMBER}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>'
            f"<a:lstStyle/><a:p>{field}</a:p></p:txBody></p:sp>"
        )

    def _link(self, address: str) -> str:
        return self._link_from(self._part, address)

    def _link_from(self, part: BaseSlidePart, address: str) -> str:
        if not address:
            return ""
        if address.startswith("#"):
            target = self._targets.get(address[1:])
            if target is None or part is not self._part:
                return ""
            relation = part.relate_to(target, RELATIONSHIP_TYPE.SLIDE)
            return f'<a:hlinkClick r:id="{relation}" action="{_JUMP}"/>'
        relation = part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return f'<a:hlinkClick r:id="{relation}"/>'

    # --- graphics --------------------------------------------------------------------------

    def _item(self, item: PlacedText | PlacedGraphic, charts: list[ChartPart]) -> str:
        match item:
            case PlacedText():
                return self._text(item)
            case PlacedArt():
                return draw_art(item, self._numbers)
            case PlacedCode():
                return draw_code(item, self._numbers, self._link)
            case PlacedChart():
                return self._chart(item, charts)
            case PlacedPicture():
                return self._picture(item)
            case PlacedTable():
                return table_xml(item, self._numbers.next(), self._link, is_rtl=self._is_rtl)
            case PlacedRoadmap():
                return draw_roadmap(item, self._language, self._numbers, is_rtl=self._is_rtl)
            case _:
                assert_never(item)

    def _chart(self, chart: PlacedChart, charts: list[ChartPart]) -> str:
        package = self._part.package
        number = len(charts) + 1
        name = PackURI(f"/ppt/charts/chart{number}.xml")
        columns = lay_out_columns(chart)
        xml = chart_xml(chart, columns, is_rtl=self._is_rtl)
        part = ChartPart.load(name, CONTENT_TYPE.DML_CHART, package, xml)
        # The name that python-pptx gives by itself counts the parts already written.
        book = EmbeddedXlsxPart(
            PackURI(f"/ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx"),
            CONTENT_TYPE.SML_SHEET,
            package,
            workbook(chart, columns),
        )
        part.chart_workbook.xlsx_part = book
        charts.append(part)
        relation = self._part.relate_to(part, RELATIONSHIP_TYPE.CHART)
        return (
            f"<p:graphicFrame><p:nvGraphicFramePr>"
            f"{non_visual(self._numbers.next(), 'Chart', chart.alt or chart.names.high)}"
            '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
            f"{placeholder_mark(chart.placeholder)}</p:nvGraphicFramePr>"
            f'{transform(chart.box, "p")}<a:graphic><a:graphicData uri="{_CHART_URI}">'
            f'<c:chart xmlns:c="{_CHART_URI}" r:id="{relation}"/></a:graphicData></a:graphic>'
            "</p:graphicFrame>"
        )

    def _picture(self, picture: PlacedPicture) -> str:
        content = BytesIO(self._pictures.file_of(picture))
        _, relation = self._part.get_or_add_image_part(content)
        name = non_visual(self._numbers.next(), "Picture", picture.alt)
        shape = "" if picture.placeholder else '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        shape += solid("bg1") if picture.on_paper else ""
        return (
            f'<p:pic><p:nvPicPr>{name}<p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/>'
            f"</p:cNvPicPr>{placeholder_mark(picture.placeholder)}</p:nvPicPr>"
            f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
            f"</p:blipFill><p:spPr>{transform(picture.box)}{shape}</p:spPr></p:pic>"
        )

    # --- notes -----------------------------------------------------------------------------

    def _write_notes(self, plan: SlidePlan, notes_master: NotesMasterPart) -> None:
        name = PackURI(f"/ppt/notesSlides/notesSlide{self._number}.xml")
        part = NotesSlidePart(
            name,
            CONTENT_TYPE.PML_NOTES_SLIDE,
            self._part.package,
            parse_xml(f"<p:notes {NAMESPACES}/>"),
        )
        part.relate_to(notes_master, RELATIONSHIP_TYPE.NOTES_MASTER)
        part.relate_to(self._part, RELATIONSHIP_TYPE.SLIDE)
        self._part.relate_to(part, RELATIONSHIP_TYPE.NOTES_SLIDE)
        xml = notes_page_xml(
            (*plan.notes, *plan.asides), lambda address: self._link_from(part, address)
        )
        part.notes_slide.element.extend(parse_xml(xml))
