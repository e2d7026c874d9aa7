"""The setter of each kind of block."""

from __future__ import annotations

from typing import assert_never

from careerkit.document.blocks import (
    Block,
    BulletList,
    Callout,
    Contents,
    Cover,
    Definitions,
    FactGrid,
    Heading,
    Notes,
    Paragraph,
    Picture,
    QRCode,
    RangeChart,
    Roadmap,
    StampBox,
    Steps,
    Table,
    WritingLines,
)
from careerkit.pages.contents import set_contents
from careerkit.pages.cover import set_cover
from careerkit.pages.facts import set_facts
from careerkit.pages.lists import set_definitions, set_list, set_steps
from careerkit.pages.pictures import set_picture
from careerkit.pages.qr_code import set_qr_code
from careerkit.pages.range_chart import set_range_chart
from careerkit.pages.roadmap import set_roadmap
from careerkit.pages.setting import Setting, set_blocks
from careerkit.pages.strip import Strip
from careerkit.pages.structure import StructureElement
from careerkit.pages.table import set_table
from careerkit.pages.text_blocks import set_callout, set_heading, set_paragraph
from careerkit.pages.writing import set_stamp_box, set_writing_lines


def set_block(block: Block, setting: Setting, parent: StructureElement) -> list[Strip]:  # noqa: C901, PLR0912  # one case for each kind
    """Set one block under an element of the tag tree."""
    match block:
        case Heading():
            return set_heading(block, setting, parent)
        case Paragraph():
            return set_paragraph(block, setting, parent)
        case BulletList():
            return set_list(block, setting, parent)
        case Steps():
            return set_steps(block, setting, parent)
        case FactGrid():
            return set_facts(block, setting, parent)
        case RangeChart():
            return set_range_chart(block, setting, parent)
        case Callout():
            return set_callout(block, setting, parent)
        case Roadmap():
            return set_roadmap(block, setting, parent)
        case Picture():
            return set_picture(block, setting, parent)
        case QRCode():
            return set_qr_code(block, setting, parent)
        case WritingLines():
            return set_writing_lines(block, setting, parent)
        case Definitions():
            return set_definitions(block, setting, parent)
        case Table():
            return set_table(block, setting, parent)
        case Cover():
            return set_cover(block, setting, parent)
        case Contents():
            return set_contents(block, setting, parent)
        case StampBox():
            return set_stamp_box(block, setting, parent)
        case Notes():  # a speaker's words, should a booklet ask for them
            return set_blocks(block.blocks, setting, parent)
    assert_never(block)
