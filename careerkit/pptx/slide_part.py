"""The plan of a slide goes in; a slide of an open presentation comes out, with its notes page."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import quoteattr

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.parts.chart import ChartPart
from pptx.parts.embeddedpackage import EmbeddedXlsxPart
from pptx.parts.slide import BaseSlidePart, NotesMasterPart, NotesSlidePart, SlidePart

from careerkit.document.theme import Role, Theme
from careerkit.pptx.art import Stroke, draw_art, draw_icon
from careerkit.pptx.chart import chart_xml
from careerkit.pptx.chart_workbook import lay_out_columns, workbook
from careerkit.pptx.master_text import slide_number_field
from careerkit.pptx.notes_master import notes_page_xml
from careerkit.pptx.pictures import DeckPictures, whole_in_box
from careerkit.pptx.qr_code import draw_code
from careerkit.pptx.shapes import NAMESPACES, TREE_HEAD, Numbers, non_visual, transform
from careerkit.pptx.table import grid_xml
from careerkit.pptx.text_frame import FITS_ITSELF, text_body
from careerkit.pptx.trail import draw_trail
from careerkit.slides.frames import ICON_PT, MEDIA, SLIDE_NUMBER, SOURCE, TITLE, Box, Frame
from careerkit.slides.paragraphs import SlideParagraph
from careerkit.slides.plan import Art, Chart, Code, Drawing, FilledFrame, Grid, Picture, SlidePlan
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
        theme: Theme,
        pictures: DeckPictures,
        is_rtl: bool = False,
    ) -> None:
        self._theme, self._is_rtl = theme, is_rtl
        self._part, self._number, self._language = part, number, language
        self._targets, self._pictures = targets, pictures
        self._numbers = Numbers()

    def write(
        self, plan: SlidePlan, notes_master: NotesMasterPart, charts: list[ChartPart]
    ) -> None:
        """Fill the slide: title, texts and drawings as they are read, source, number; notes."""
        title = FilledFrame(TITLE, (SlideParagraph(plan.title, 0, ""),))
        shapes = [
            self._text(plan, each) if isinstance(each, FilledFrame) else self._drawing(each, charts)
            for each in put_in_reading_order(plan, title)
        ]
        shapes += [self._icon(plan)]
        shapes += [self._text(plan, each) for each in plan.texts if each.index == SOURCE]
        shapes.append(self._slide_number())
        xml = (
            f"<p:sld {NAMESPACES}><p:cSld><p:spTree>{TREE_HEAD}{''.join(shapes)}</p:spTree>"
            "</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
        )
        self._part.slide.element.extend(parse_xml(xml))
        self._write_notes(plan, notes_master)

    # --- texts -----------------------------------------------------------------------------

    def _text(self, plan: SlidePlan, filled: FilledFrame) -> str:
        frame = plan.layout.frame(filled.index)
        body = text_body(filled.share, frame.levels, self._link, FITS_ITSELF)
        return self._placeholder(frame, body, filled.box)

    def _placeholder(self, frame: Frame, body: str, box: Box | None) -> str:
        index = "" if frame.index == TITLE else f' idx="{frame.index}"'
        where = transform(box) if box else ""
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self._numbers.next()}" name={quoteattr(frame.name)}/>'
            f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{frame.kind}"'
            f"{index}/></p:nvPr></p:nvSpPr><p:spPr>{where}</p:spPr>{body}</p:sp>"
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

    def _icon(self, plan: SlidePlan) -> str:
        """Draw the section's icon beside the title; a theme without it draws none."""
        data = self._theme.icons.get(plan.icon)
        if not data:
            return ""
        title = plan.layout.frame(TITLE).box
        beside = title.x - 20 - ICON_PT if self._is_rtl else title.x + title.width + 20
        small = Box(beside, title.y + title.height - ICON_PT - 4, ICON_PT, ICON_PT)
        role: Role = "accent_soft" if plan.layout.icon else "accent"
        if plan.layout.bar == "accent3":
            role = "signal"
        stroke: Stroke = (role, self._theme.icon_stroke)
        return draw_icon(data, stroke, plan.layout.icon or small, self._numbers)

    # --- drawings --------------------------------------------------------------------------

    def _drawing(self, drawing: Drawing, charts: list[ChartPart]) -> str:
        match drawing:
            case Art():
                return draw_art(drawing, self._numbers)
            case Code():
                return draw_code(drawing, self._numbers, self._link, is_rtl=self._is_rtl)
            case Chart():
                return self._chart(drawing, charts)
            case Picture():
                return self._picture(drawing)
            case Grid():
                number = self._numbers.next()
                return grid_xml(drawing, MEDIA, number, self._link, is_rtl=self._is_rtl)
            case _:
                return draw_trail(drawing, self._language, self._numbers, is_rtl=self._is_rtl)

    def _chart(self, chart: Chart, charts: list[ChartPart]) -> str:
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
            '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr>'
            f'<p:ph type="chart" idx="{MEDIA}"/></p:nvPr></p:nvGraphicFramePr>'
            f'{transform(chart.box, "p")}<a:graphic><a:graphicData uri="{_CHART_URI}">'
            f'<c:chart xmlns:c="{_CHART_URI}" r:id="{relation}"/></a:graphicData></a:graphic>'
            "</p:graphicFrame>"
        )

    def _picture(self, picture: Picture) -> str:
        """Place a picture whole, in its proportions, in the middle of its placeholder."""
        content = BytesIO(self._pictures.file_of(picture))
        _, relation = self._part.get_or_add_image_part(content)
        box = whole_in_box(picture, is_rtl=self._is_rtl)
        name = non_visual(self._numbers.next(), "Picture", picture.alt)
        return (
            f'<p:pic><p:nvPicPr>{name}<p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/>'
            f'</p:cNvPicPr><p:nvPr><p:ph type="pic" idx="{MEDIA}"/></p:nvPr></p:nvPicPr>'
            f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
            f"</p:blipFill><p:spPr>{transform(box)}</p:spPr></p:pic>"
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
        xml = notes_page_xml(plan.notes, lambda address: self._link_from(part, address))
        part.notes_slide.element.extend(parse_xml(xml))
