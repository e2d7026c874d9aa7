"""The setter of charts of ranges: bars to one scale, their figures at their ends."""

from __future__ import annotations

from careerkit.document.blocks import Range, RangeChart
from careerkit.document.shapes import polygon, rounded_rectangle
from careerkit.pages.marks import PathMark, RectangleMark, StripMark, TextMark
from careerkit.pages.setting import Setting, baseline_in, line_strips, plain, text_strips
from careerkit.pages.strip import Strip, indent, keep_together, rather_whole, snap_to_grid
from careerkit.pages.structure import StructureElement
from careerkit.typography import break_text

_BAR_PT, _TRACK_PT, _AROUND_BAR_PT = 9.0, 3.0, 2.0  # beside type of 12 pt
_CORNER_PT = 2.0
_GAP_PT = 2.5  # where the middle of a range is
_WITHIN_A_CHART = 150.0  # the cost of a page break between rows that are to be compared


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
    return snap_to_grid(rather_whole(strips, _WITHIN_A_CHART), 0.75 * scale.grid_pt)


def _range_row(
    row: Range, end: float, setting: Setting, element: StructureElement, *, keep: bool
) -> list[Strip]:
    scale = setting.scale
    width = setting.width
    left = width * row.low / end
    right = width * (row.high if row.high is not None else row.low) / end
    label = text_strips(row.label, scale.body, width, element)
    note = text_strips(row.note, scale.caption, width, element)
    larger = setting.sizes.ornament_scale
    thick, track_thick = _BAR_PT * larger, _TRACK_PT * larger
    around = _AROUND_BAR_PT * larger
    track = rounded_rectangle(0, 0, width, track_thick, track_thick / 2)
    middle = thick / 2 + around
    marks: tuple[StripMark, ...] = (
        PathMark(0.0, middle - track_thick / 2, track, fill="accent_soft", element=element),
        _bar(row, left, right, middle, thick, width, element),
    )
    if row.middle is not None and row.high is not None:
        # A gap in the bar, which a grey copier shows as well.
        gap = _GAP_PT * larger
        at = max(left, min(width * row.middle / end - gap / 2, right - gap))
        marks += (RectangleMark(at, 0.0, gap, thick + 2 * around, "paper", element),)
    bar = Strip(thick + 2 * around, marks, keep=True)
    figures = _range_figures(row, left, right, setting, element)
    said = [*text_strips(row.middle_text, scale.caption, width, element), *note]
    strips = [*keep_together(label), bar, *figures, *keep_together(said)]
    if said:
        strips[-len(said)] = strips[-len(said)]._replace(keep=True)
    strips[0] = strips[0]._replace(space_before=0.6 * scale.grid_pt, keep=keep)
    return strips


def _bar(
    row: Range,
    left: float,
    right: float,
    middle: float,
    thick: float,
    width: float,
    element: StructureElement,
) -> PathMark:
    """Return a row's bar, an arrow where the range goes on, a dot where there is one figure."""
    half = thick / 2
    top = middle - half
    if row.high is None:
        dot = rounded_rectangle(0, 0, thick, thick, half)
        dot_left = min(max(0.0, left - half), width - thick)
        return PathMark(dot_left, top, dot, fill="accent", element=element)
    length = max(right - left, 2.0)
    if row.open_ended:
        arrow = polygon(
            (0, 0), (length, 0), (length + half * 1.4, half), (length, 2 * half), (0, 2 * half)
        )
        return PathMark(left, top, arrow, fill="accent", element=element)
    bar = rounded_rectangle(0, 0, length, thick, _CORNER_PT)
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
        high_left = max(right - high[0].width_pt, 0.0)
        low_left = min(left, high_left - gap - low[0].width_pt)
        if low_left >= 0:
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
