"""The setter of the list of contents: titles that are links, page numbers at the right."""

from __future__ import annotations

from dataclasses import replace

from careerkit.document.blocks import Contents
from careerkit.document.spans import Inline, Span
from careerkit.pages.marks import PageReference, RectangleMark
from careerkit.pages.setting import ContentsEntry, Setting, baseline_in, text_strips
from careerkit.pages.strip import Strip, keep_together
from careerkit.pages.structure import StructureElement

_NUMBER_WIDTH_EM = 2.4


def set_contents(_: Contents, setting: Setting, parent: StructureElement) -> list[Strip]:
    """Set the list of contents (``TOC``, ``TOCI``); the numbers come in once pages are known."""
    style = setting.scale.body
    width = setting.width - _NUMBER_WIDTH_EM * style.size_pt
    table = parent.add("TOC")
    strips: list[Strip] = []
    for entry in setting.contents:
        element = table.add("TOCI", stands_for=entry.name)
        title = _as_link(entry)
        *lines, last = text_strips(title, style, width, element)
        number = PageReference(
            0.0, baseline_in(style), setting.width, entry.name, style, "accent", element
        )
        last = last._replace(marks=(*last.marks, number))
        hairline = RectangleMark(0.0, 3.0, setting.width, 0.5, "accent_soft")
        rule = Strip(setting.below_entry * setting.scale.grid_pt, (hairline,), keep=True)
        strips += [*keep_together([*lines, last]), rule]
    return strips


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
