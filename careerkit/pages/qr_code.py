"""The setter of QR codes, with the words beside them."""

from __future__ import annotations

from careerkit.art.qr_code import FEWEST_MODULES, QUIET_MODULES, qr_modules
from careerkit.document.blocks import QRCode
from careerkit.pages.marks import CodeMark
from careerkit.pages.setting import Setting, plain, set_blocks
from careerkit.pages.strip import Strip, beside, indent, keep_together, with_space_before
from careerkit.pages.structure import StructureElement
from careerkit.pages.type_scale import MM

# A telephone at arm's length tells modules of this width apart, as an office printer prints them.
_LEAST_MODULE_MM = 0.5
_LEAST_WORDS_BESIDE = 0.4  # of the column, beside a code; below it where less is left


def set_qr_code(block: QRCode, setting: Setting, parent: StructureElement) -> list[Strip]:
    """Set a QR code as large as its modules need, its words beside it, or below a wide one."""
    rows = qr_modules(block.url)
    usual = setting.sizes.qr_mm * MM
    size = min(max(usual, len(rows) * _LEAST_MODULE_MM * MM), setting.width)
    module = size / len(rows)
    element = parent.add("Figure", alt=plain(block.alt))
    code = CodeMark(0.0, 0.0, rows, size, element)
    above = QUIET_MODULES * module + 2.0
    # The quiet zone reaches into the space around: only what is printed near it must keep off.
    # It is widest for the code of fewest modules; all words keep that distance, to stand in line.
    widest = QUIET_MODULES * usual / FEWEST_MODULES
    distance = max(usual + widest, size + QUIET_MODULES * module)
    distance += 0.4 * setting.scale.body.size_pt
    if setting.width - distance < _LEAST_WORDS_BESIDE * setting.width:
        below = with_space_before(set_blocks(block.blocks, setting, parent), above)
        first = Strip(size, (code,), space_before=above)
        return [first, *(strip._replace(keep=True) for strip in below[:1]), *below[1:]]
    inner = setting.narrower(distance)
    words = set_blocks(block.blocks, inner, parent)
    words = with_space_before([strip._replace(snap=False) for strip in words], 0.0)
    beside_code: list[Strip] = []
    height = 0.0
    while words and height < size:
        strip = words.pop(0)
        if beside_code:
            height += strip.space_before
        height += strip.height
        beside_code.append(strip)
    column = indent(beside_code, distance)
    both = beside([(0.0, [Strip(size, (code,))]), (0.0, column)])
    first = both._replace(space_before=above)
    rest = indent(words, distance)
    if both.height + sum(strip.space_before + strip.height for strip in rest) < (
        setting.column_height / 3
    ):
        return keep_together([first, *rest])
    return [first, *rest]
