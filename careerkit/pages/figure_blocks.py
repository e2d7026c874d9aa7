"""Setters of what is drawn as much as written: facts, charts, pictures, QR codes, ruled lines."""

from __future__ import annotations

from itertools import chain

from careerkit.art.qr_code import FEWEST_MODULES, QUIET_MODULES, qr_modules
from careerkit.content.pictures.picture import measure_picture, reading_picture
from careerkit.document.blocks import (
    Fact,
    FactGrid,
    Figure,
    QRCode,
    Range,
    RangeChart,
    StampBox,
    WritingLines,
)
from careerkit.document.shapes import PathCommands, polygon, rounded_rectangle
from careerkit.pages.marks import CodeMark, PathMark, PictureMark, StripMark, TextMark
from careerkit.pages.setting import (
    Setting,
    baseline_in,
    line_strips,
    plain,
    set_blocks,
    text_strips,
)
from careerkit.pages.strip import (
    Strip,
    beside,
    indent,
    keep_ends,
    keep_first,
    keep_together,
    rather_whole,
    stack,
    with_space_before,
)
from careerkit.pages.structure import StructureElement
from careerkit.pages.type_scale import MM
from careerkit.typography import break_text

_BAR_PT = 9.0
# A telephone at arm's length tells modules of this width apart, as an office printer prints them.
_LEAST_MODULE_MM = 0.5
_LEAST_WORDS_BESIDE = 0.4  # of the column, beside a code; below it where less is left
_WITHIN_A_CHART = 150.0  # the cost of a page break between rows that are to be compared


# --- facts -----------------------------------------------------------------------------------


def set_facts(block: FactGrid, setting: Setting, parent: StructureElement) -> list[Strip]:
    """Set large figures, two abreast where both are short enough, with what they count."""
    gap = 1.6 * setting.scale.body.size_pt
    half = (setting.width - gap) / 2
    strips: list[Strip] = []
    facts = list(block.items)
    while facts:
        if len(facts) > 1 and all(_is_short(fact, setting, half) for fact in facts[:2]):
            left, right = (_fact(fact, setting, half, parent) for fact in facts[:2])
            strips += _snap_first([beside([(0.0, left), (half + gap, right)])], setting)
            del facts[:2]
            continue
        alone = _fact(facts.pop(0), setting, setting.width, parent)
        if sum(strip.height for strip in alone) < setting.column_height / 3:
            alone = keep_together(alone)
        strips += _snap_first(alone, setting)
    return strips


def _is_short(fact: Fact, setting: Setting, width: float) -> bool:
    """Say whether a figure fits on one line of a width, and its words on a few."""
    scale = setting.scale
    height = sum(
        len(break_text(text, style, width)) * style.leading_pt
        for text, style in (
            (fact.label, scale.body),
            (fact.note, scale.caption),
            (fact.source, scale.caption),
        )
    )
    return (
        len(break_text(fact.figure, scale.display, width)) == 1
        and height < setting.column_height / 4
    )


def _fact(fact: Fact, setting: Setting, width: float, parent: StructureElement) -> list[Strip]:
    scale = setting.scale
    element = parent.add("Div")
    figure = text_strips(fact.figure, scale.display, width, element.add("P"), colour="accent")
    label = keep_ends(text_strips(fact.label, scale.body, width, element.add("P")))
    captions = [
        keep_ends(text_strips(words, scale.caption, width, element.add("P")))
        for words in (fact.note, fact.source)
    ]
    below = [keep_first(each, 1) for each in (label, *captions)]
    return [*keep_together(figure), *chain.from_iterable(below)]


def _snap_first(strips: list[Strip], setting: Setting) -> list[Strip]:
    first = strips[0]._replace(snap=True, space_before=0.75 * setting.scale.grid_pt)
    return [first, *strips[1:]]


# --- charts ----------------------------------------------------------------------------------


def set_range_chart(block: RangeChart, setting: Setting, parent: StructureElement) -> list[Strip]:
    """Draw ranges to one scale from nought, their figures at their ends (``Figure``)."""
    scale = setting.scale
    element = parent.add("Figure", alt=plain(block.alt))
    head = text_strips(block.title, scale.strong, setting.width, element)
    head += text_strips(block.unit, scale.caption, setting.width, element)
    end = max(max(row.low, row.high or 0.0) for row in block.rows) or 1.0
    if any(row.open_ended for row in block.rows):
        end *= 1.06  # room for the arrows
    strips = keep_together(head)
    last = len(block.rows) - 1
    for index, row in enumerate(block.rows):
        # Where it has to be parted, no row stands alone.
        keep = bool(head) if index == 0 else index in (1, last)
        strips += _range_row(row, end, setting, element, keep=keep)
    return _snap_first(rather_whole(strips, _WITHIN_A_CHART), setting)


def _range_row(
    row: Range, end: float, setting: Setting, element: StructureElement, *, keep: bool
) -> list[Strip]:
    scale = setting.scale
    width = setting.width
    left = width * row.low / end
    right = width * (row.high if row.high is not None else row.low) / end
    label = text_strips(row.label, scale.body, width, element)
    note = text_strips(row.note, scale.caption, width, element)
    track = rounded_rectangle(0, 0, width, 3, 1.5)
    middle = _BAR_PT / 2 + 2
    marks: tuple[StripMark, ...] = (
        PathMark(0.0, middle - 1.5, track, fill="accent_soft", element=element),
        _bar(row, left, right, middle, width, element),
    )
    bar = Strip(_BAR_PT + 4, marks, keep=True)
    figures = _range_figures(row, left, right, setting, element)
    strips = [*keep_together(label), bar, *figures, *keep_together(note)]
    if note:
        strips[-len(note)] = strips[-len(note)]._replace(keep=True)
    strips[0] = strips[0]._replace(space_before=0.6 * scale.grid_pt, keep=keep)
    return strips


def _bar(
    row: Range,
    left: float,
    right: float,
    middle: float,
    width: float,
    element: StructureElement,
) -> PathMark:
    """Return a row's bar, an arrow where the range goes on, a dot where there is one figure."""
    half = _BAR_PT / 2
    top = middle - half
    if row.high is None:
        dot = rounded_rectangle(0, 0, _BAR_PT, _BAR_PT, half)
        dot_left = min(max(0.0, left - half), width - _BAR_PT)
        return PathMark(dot_left, top, dot, fill="accent", element=element)
    length = max(right - left, 2.0)
    if row.open_ended:
        arrow = polygon(
            (0, 0), (length, 0), (length + half * 1.4, half), (length, 2 * half), (0, 2 * half)
        )
        return PathMark(left, top, arrow, fill="accent", element=element)
    bar = rounded_rectangle(0, 0, length, _BAR_PT, 2)
    return PathMark(left, top, bar, fill="accent", element=element)


def _range_figures(
    row: Range, left: float, right: float, setting: Setting, element: StructureElement
) -> list[Strip]:
    """Write the figures under the bar's ends, or the whole range where the two would touch."""
    style = setting.scale.caption_strong
    width = setting.width
    low = break_text(row.low_text, style, width)
    high = break_text(row.high_text, style, width) if row.high is not None else ()
    gap = style.size_pt
    if len(low) == 1 and len(high) == 1:
        high_left = min(max(right - high[0].width_pt, 0.0), width - high[0].width_pt)
        low_left = min(left, high_left - gap - low[0].width_pt)
        if low_left >= 0 and high_left >= low_left + low[0].width_pt + gap:
            baseline = baseline_in(style)
            marks = tuple(
                TextMark(distance, baseline, line, style.size_pt, "ink", element)
                for line, distance in ((low[0], low_left), (high[0], high_left))
            )
            return [Strip(style.leading_pt, marks, keep=True)]
    text = row.summary if row.high is not None else row.low_text
    lines = break_text(text, style, width)
    widest = max((line.width_pt for line in lines), default=0.0)
    strips = line_strips(lines, style, element)
    strips = indent(strips, min(left, width - widest))
    return [strip._replace(keep=True) for strip in strips]


# --- pictures --------------------------------------------------------------------------------


def set_figure(block: Figure, setting: Setting, parent: StructureElement) -> list[Strip]:
    """Set a picture as wide as the column, or as high as three fifths of it (``Figure``)."""
    with reading_picture(block.place, "figure.src"):
        pixels_wide, pixels_high = measure_picture(block.path)
    factor = min(setting.width / pixels_wide, 0.6 * setting.column_height / pixels_high)
    width, height = pixels_wide * factor, pixels_high * factor
    element = parent.add("Figure", alt=plain(block.alt)) if block.alt else None
    picture = PictureMark(0.0, 0.0, width, height, block.path, block.place, element)
    caption = text_strips(
        block.caption, setting.scale.caption, setting.width, parent.add("Caption")
    )
    caption = with_space_before(keep_together(caption), 4.0)
    if caption:
        caption[0] = caption[0]._replace(keep=True)
    return [Strip(height, (picture,), space_before=0.75 * setting.scale.grid_pt), *caption]


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


# --- writing ---------------------------------------------------------------------------------


def set_writing_lines(
    block: WritingLines, setting: Setting, parent: StructureElement
) -> list[Strip]:
    """Set a prompt and ruled lines below it, as far apart as a pen needs."""
    scale = setting.scale
    prompt = keep_together(text_strips(block.prompt, scale.body, setting.width, parent.add("P")))
    line = _ruled_line(setting)
    lines = [
        line._replace(stretches=True, keep=index > 0 or bool(prompt))
        for index in range(max(1, block.count))
    ]
    strips = [*prompt, *lines]
    if sum(strip.height for strip in strips) > setting.column_height / 2:
        # Long sets of lines may be parted over pages, but not one line from its prompt.
        for index in range(3, len(lines)):
            at = len(prompt) + index
            strips[at] = strips[at]._replace(keep=index == len(lines) - 1)
    strips[0] = strips[0]._replace(snap=True, space_before=0.5 * scale.grid_pt)
    return strips


def _ruled_line(setting: Setting) -> Strip:
    height = setting.sizes.writing_line_mm * MM
    line: PathCommands = (("M", (0.0, 0.0)), ("L", (setting.width, 0.0)))
    mark = PathMark(0.0, height - 1.0, line, stroke="ink", stroke_width=0.5, dash=(0.5, 2.0))
    return Strip(height, (mark,))


def set_stamp_box(block: StampBox, setting: Setting, parent: StructureElement) -> list[Strip]:
    """Set room for a stamp, and lines to fill in a name and a number."""
    scale = setting.scale
    height = 34 * MM
    element = parent.add("P")
    title = text_strips(block.title, scale.caption, setting.width - 16, element)
    outline = rounded_rectangle(0, 0, setting.width, height, 5)
    border = PathMark(0.0, 0.0, outline, stroke="accent", stroke_width=0.9, dash=(2.5, 2.5))
    words, _ = stack(title, 8.0, 5.0)
    box_height = max(height, sum(strip.height for strip in title) + 10)
    strips = [Strip(box_height, (border, *words), space_before=0.75 * scale.grid_pt)]
    for text in block.lines:
        label = text_strips(text, scale.caption, setting.width, parent.add("P"))
        ruled = _ruled_line(setting)._replace(keep=True)
        strips += [strip._replace(keep=True) for strip in label]
        strips[-len(label)] = strips[-len(label)]._replace(space_before=9.0)
        strips.append(ruled._replace(height=0.8 * ruled.height))
    return strips
