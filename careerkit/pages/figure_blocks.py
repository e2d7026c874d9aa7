"""Setters of what is drawn as much as written: facts, charts, pictures, QR codes, ruled lines."""

from __future__ import annotations

from itertools import chain

from careerkit.art.qr_code import FEWEST_MODULES, QUIET_MODULES, qr_modules
from careerkit.content.pictures.clean_picture import clean_picture
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
from careerkit.document.shapes import polygon, rounded_rectangle
from careerkit.pages.setting import (
    Setting,
    baseline_of,
    line_slugs,
    plain,
    set_block,
    set_blocks,
)
from careerkit.pages.type_scale import MM
from careerkit.pdf.pen import Pen
from careerkit.pdf.slug import (
    Slug,
    beside,
    indent,
    keep_ends,
    keep_first,
    keep_together,
    rather_whole,
    with_space_before,
)
from careerkit.pdf.structure import StructureElement
from careerkit.typography import break_text

_BAR_PT = 9.0
# A telephone at arm's length tells modules of this width apart, as an office printer prints them.
_LEAST_MODULE_MM = 0.5
_LEAST_WORDS_BESIDE = 0.4  # of the column, beside a code; below it where less is left
_WITHIN_A_CHART = 150.0  # the cost of a page break between rows that are to be compared


# --- facts -----------------------------------------------------------------------------------


@set_block.register
def set_facts(block: FactGrid, setting: Setting, parent: StructureElement) -> list[Slug]:
    """Set large figures, two abreast where both are short enough, with what they count."""
    gap = 1.6 * setting.scale.body.size_pt
    half = (setting.width - gap) / 2
    slugs: list[Slug] = []
    facts = list(block.items)
    while facts:
        if len(facts) > 1 and all(_is_short(fact, setting, half) for fact in facts[:2]):
            left, right = (_fact(fact, setting, half, parent) for fact in facts[:2])
            slugs += _snap_first([beside([(0.0, left), (half + gap, right)])], setting)
            del facts[:2]
            continue
        alone = _fact(facts.pop(0), setting, setting.width, parent)
        if sum(slug.height for slug in alone) < setting.column_height / 3:
            alone = keep_together(alone)
        slugs += _snap_first(alone, setting)
    return slugs


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
        len(break_text(fact.figure, scale.figure, width)) == 1
        and height < setting.column_height / 4
    )


def _fact(fact: Fact, setting: Setting, width: float, parent: StructureElement) -> list[Slug]:
    scale = setting.scale
    element = parent.add("Div")
    figure = line_slugs(fact.figure, scale.figure, width, element.add("P"), colour="accent")
    label = keep_ends(line_slugs(fact.label, scale.body, width, element.add("P")))
    captions = [
        keep_ends(line_slugs(words, scale.caption, width, element.add("P")))
        for words in (fact.note, fact.source)
    ]
    below = [keep_first(each, 1) for each in (label, *captions)]
    return [*keep_together(figure), *chain.from_iterable(below)]


def _snap_first(slugs: list[Slug], setting: Setting) -> list[Slug]:
    first = slugs[0]._replace(snap=True, space_before=0.75 * setting.scale.grid_pt)
    return [first, *slugs[1:]]


# --- charts ----------------------------------------------------------------------------------


@set_block.register
def set_range_chart(block: RangeChart, setting: Setting, parent: StructureElement) -> list[Slug]:
    """Draw ranges to one scale from nought, their figures at their ends (``Figure``)."""
    scale = setting.scale
    element = parent.add("Figure", alt=plain(block.alt))
    head = line_slugs(block.title, scale.strong, setting.width, element)
    head += line_slugs(block.unit, scale.caption, setting.width, element)
    end = max(max(row.low, row.high or 0.0) for row in block.rows) or 1.0
    if any(row.open_ended for row in block.rows):
        end *= 1.06  # room for the arrows
    slugs = keep_together(head)
    last = len(block.rows) - 1
    for index, row in enumerate(block.rows):
        # Where it has to be parted, no row stands alone.
        keep = bool(head) if index == 0 else index in (1, last)
        slugs += _range_row(row, end, setting, element, keep=keep)
    return _snap_first(rather_whole(slugs, _WITHIN_A_CHART), setting)


def _range_row(
    row: Range, end: float, setting: Setting, element: StructureElement, *, keep: bool
) -> list[Slug]:
    scale = setting.scale
    width = setting.width
    left = width * row.low / end
    right = width * (row.high if row.high is not None else row.low) / end
    label = line_slugs(row.label, scale.body, width, element)
    note = line_slugs(row.note, scale.caption, width, element)

    def draw_bar(pen: Pen, x: float, top: float) -> None:
        middle = top + _BAR_PT / 2 + 2
        track = rounded_rectangle(0, 0, width, 3, 1.5)
        pen.path(track, x=x, top=middle - 1.5, fill="accent_soft", element=element)
        if row.high is None:
            dot = rounded_rectangle(0, 0, _BAR_PT, _BAR_PT, _BAR_PT / 2)
            dot_left = min(max(0.0, left - _BAR_PT / 2), width - _BAR_PT)
            pen.path(dot, x=x + dot_left, top=middle - _BAR_PT / 2, fill="accent", element=element)
            return
        length = max(right - left, 2.0)
        if row.open_ended:
            half = _BAR_PT / 2
            arrow = polygon(
                (0, 0), (length, 0), (length + half * 1.4, half), (length, 2 * half), (0, 2 * half)
            )
            pen.path(arrow, x=x + left, top=middle - half, fill="accent", element=element)
            return
        bar = rounded_rectangle(0, 0, length, _BAR_PT, 2)
        pen.path(bar, x=x + left, top=middle - _BAR_PT / 2, fill="accent", element=element)

    bar = Slug(_BAR_PT + 4, draw_bar, keep=True)
    figures = _range_figures(row, left, right, setting, element)
    slugs = [*keep_together(label), bar, *figures, *keep_together(note)]
    if note:
        slugs[-len(note)] = slugs[-len(note)]._replace(keep=True)
    slugs[0] = slugs[0]._replace(space_before=0.6 * scale.grid_pt, keep=keep)
    return slugs


def _range_figures(
    row: Range, left: float, right: float, setting: Setting, element: StructureElement
) -> list[Slug]:
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

            def draw(pen: Pen, x: float, top: float) -> None:
                for line, distance in ((low[0], low_left), (high[0], high_left)):
                    pen.line(
                        line,
                        x=x + distance,
                        baseline=baseline_of(top, style),
                        size_pt=style.size_pt,
                        colour="ink",
                        element=element,
                    )

            return [Slug(style.leading_pt, draw, keep=True)]
    text = row.summary if row.high is not None else row.low_text
    lines = break_text(text, style, width)
    widest = max((line.width_pt for line in lines), default=0.0)
    slugs = line_slugs(lines, style, width, element)
    slugs = indent(slugs, min(left, width - widest))
    return [slug._replace(keep=True) for slug in slugs]


# --- pictures --------------------------------------------------------------------------------


@set_block.register
def set_figure(block: Figure, setting: Setting, parent: StructureElement) -> list[Slug]:
    """Set a picture as wide as the column, or as high as three fifths of it (``Figure``)."""
    with reading_picture(block.place, "figure.src"):
        pixels_wide, pixels_high = measure_picture(block.path)
    factor = min(setting.width / pixels_wide, 0.6 * setting.column_height / pixels_high)
    width, height = pixels_wide * factor, pixels_high * factor
    setting.pictures.note(block.path, width, height)
    element = parent.add("Figure", alt=plain(block.alt)) if block.alt else None

    def draw(pen: Pen, x: float, top: float) -> None:
        with reading_picture(block.place, "figure.src"):
            picture = clean_picture(block.path, *setting.pictures.most_pixels(block.path))
            pen.image(picture, x=x, top=top, width=width, height=height, element=element)

    caption = line_slugs(block.caption, setting.scale.caption, setting.width, parent.add("Caption"))
    caption = with_space_before(keep_together(caption), 4.0)
    if caption:
        caption[0] = caption[0]._replace(keep=True)
    return [Slug(height, draw, space_before=0.75 * setting.scale.grid_pt), *caption]


@set_block.register
def set_qr_code(block: QRCode, setting: Setting, parent: StructureElement) -> list[Slug]:
    """Set a QR code as large as its modules need, its words beside it, or below a wide one."""
    rows = qr_modules(block.url)
    usual = setting.theme.booklet.qr_mm * MM
    size = min(max(usual, len(rows) * _LEAST_MODULE_MM * MM), setting.width)
    module = size / len(rows)
    element = parent.add("Figure", alt=plain(block.alt))

    def draw_code(pen: Pen, x: float, top: float) -> None:
        pen.modules(rows, x=x, top=top, size=size, element=element)

    above = QUIET_MODULES * module + 2.0
    # The quiet zone reaches into the space around: only what is printed near it must keep off.
    # It is widest for the code of fewest modules; all words keep that distance, to stand in line.
    widest = QUIET_MODULES * usual / FEWEST_MODULES
    distance = max(usual + widest, size + QUIET_MODULES * module)
    distance += 0.4 * setting.scale.body.size_pt
    if setting.width - distance < _LEAST_WORDS_BESIDE * setting.width:
        below = with_space_before(set_blocks(block.blocks, setting, parent), above)
        code = Slug(size, draw_code, space_before=above)
        return [code, *(slug._replace(keep=True) for slug in below[:1]), *below[1:]]
    inner = setting.narrower(distance)
    words = set_blocks(block.blocks, inner, parent)
    words = with_space_before([slug._replace(snap=False) for slug in words], 0.0)
    beside_code: list[Slug] = []
    height = 0.0
    while words and height < size:
        slug = words.pop(0)
        if beside_code:
            height += slug.space_before
        height += slug.height
        beside_code.append(slug)
    column = indent(beside_code, distance)
    both = beside([(0.0, [Slug(size, draw_code)]), (0.0, column)])
    first = both._replace(space_before=above)
    rest = indent(words, distance)
    if both.height + sum(slug.space_before + slug.height for slug in rest) < (
        setting.column_height / 3
    ):
        return keep_together([first, *rest])
    return [first, *rest]


# --- writing ---------------------------------------------------------------------------------


@set_block.register
def set_writing_lines(
    block: WritingLines, setting: Setting, parent: StructureElement
) -> list[Slug]:
    """Set a prompt and ruled lines below it, as far apart as a pen needs."""
    scale = setting.scale
    prompt = keep_together(line_slugs(block.prompt, scale.body, setting.width, parent.add("P")))
    line = _ruled_line(setting)
    lines = [
        line._replace(stretches=True, keep=index > 0 or bool(prompt))
        for index in range(max(1, block.count))
    ]
    slugs = [*prompt, *lines]
    if sum(slug.height for slug in slugs) > setting.column_height / 2:
        # Long sets of lines may be parted over pages, but not one line from its prompt.
        for index in range(3, len(lines)):
            at = len(prompt) + index
            slugs[at] = slugs[at]._replace(keep=index == len(lines) - 1)
    slugs[0] = slugs[0]._replace(snap=True, space_before=0.5 * scale.grid_pt)
    return slugs


def _ruled_line(setting: Setting) -> Slug:
    height = setting.theme.booklet.writing_line_mm * MM

    def draw(pen: Pen, x: float, top: float) -> None:
        y = top + height - 1.0
        pen.path(
            (("M", (0.0, 0.0)), ("L", (setting.width, 0.0))),
            x=x,
            top=y,
            stroke="ink",
            stroke_width=0.5,
            dash=(0.5, 2.0),
        )

    return Slug(height, draw)


@set_block.register
def set_stamp_box(block: StampBox, setting: Setting, parent: StructureElement) -> list[Slug]:
    """Set room for a stamp, and lines to fill in a name and a number."""
    scale = setting.scale
    height = 34 * MM
    element = parent.add("P")
    title = line_slugs(block.title, scale.caption, setting.width - 16, element)

    def draw(pen: Pen, x: float, top: float) -> None:
        frame = rounded_rectangle(0, 0, setting.width, height, 5)
        pen.path(frame, x=x, top=top, stroke="accent", stroke_width=0.9, dash=(2.5, 2.5))
        y = top + 5
        for slug in title:
            slug.draw(pen, x + 8, y)
            y += slug.height

    box_height = max(height, sum(slug.height for slug in title) + 10)
    slugs = [Slug(box_height, draw, space_before=0.75 * scale.grid_pt)]
    for text in block.lines:
        words = line_slugs(text, scale.caption, setting.width, parent.add("P"))
        ruled = _ruled_line(setting)._replace(keep=True)
        slugs += [slug._replace(keep=True) for slug in words]
        slugs[-len(words)] = slugs[-len(words)]._replace(space_before=9.0)
        slugs.append(ruled._replace(height=0.8 * ruled.height))
    return slugs
