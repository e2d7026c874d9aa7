"""The setter of the list of contents: titles that are links, page numbers at the right."""

from __future__ import annotations

from dataclasses import replace

from careerkit.document.blocks import Contents, Inline, Span
from careerkit.pages.setting import ContentsEntry, Setting, line_slugs, set_block
from careerkit.pdf.pen import Pen
from careerkit.pdf.slug import Draw, Slug, keep_together
from careerkit.pdf.structure import StructureElement

_NUMBER_WIDTH_EM = 2.4


@set_block.register
def set_contents(_: Contents, setting: Setting, parent: StructureElement) -> list[Slug]:
    """Set the list of contents (``TOC``, ``TOCI``); the numbers are looked up when it is drawn."""
    style = setting.scale.body
    width = setting.width - _NUMBER_WIDTH_EM * style.size_pt
    table = parent.add("TOC")
    slugs: list[Slug] = []
    for entry in setting.contents:
        element = table.add("TOCI")
        title = _as_link(entry)
        *lines, last = line_slugs(title, style, width, element)
        last = last._replace(draw=_with_number(last.draw, entry, setting, element))
        rule = Slug(0.5 * setting.scale.grid_pt, _hairline(setting.width), keep=True)
        slugs += [*keep_together([*lines, last]), rule]
    return slugs


def _as_link(entry: ContentsEntry) -> Inline:
    """Return a title as one link, or one for each language in it.

    A label's sentence comes in several spans; a reader should be stopped by one link, not by each.
    """
    linked: list[Span] = []
    for span in entry.title:
        if linked and linked[-1].language == span.language:
            linked[-1] = replace(linked[-1], text=linked[-1].text + span.text)
        else:
            linked.append(replace(span, strong=False, emphasis=False, link=f"#{entry.name}"))
    return tuple(linked)


def _with_number(
    draw_line: Draw, entry: ContentsEntry, setting: Setting, element: StructureElement
) -> Draw:
    def draw(pen: Pen, x: float, top: float) -> None:
        draw_line(pen, x, top)
        number = setting.numeral(setting.page_numbers[entry.name])
        text = (Span(number, element.language, strong=True),)
        style = setting.scale.body
        for slug in line_slugs(
            text, style, setting.width, element, colour="accent", align_right=True
        ):
            slug.draw(pen, x, top)

    return draw


def _hairline(width: float) -> Draw:
    def draw(pen: Pen, x: float, top: float) -> None:
        pen.rectangle(x=x, top=top + 3.0, width=width, height=0.5, fill="accent_soft")

    return draw
