"""The setter of the roadmap: a path down the page with a node for each stage."""

from __future__ import annotations

from careerkit.document.blocks import Callout, Roadmap, Stage
from careerkit.document.shapes import circle
from careerkit.document.spans import Span
from careerkit.pages.marks import PathMark, RectangleMark, StripMark, TextMark
from careerkit.pages.setting import Setting, baseline_in, plain, set_blocks, text_strips
from careerkit.pages.strip import Strip, behind, hold_last, in_front, indent, keep_together, solid
from careerkit.pages.structure import StructureElement
from careerkit.typography import break_text

_RAIL_PT = 2.2
# The cost of a page break before the callout that ends a stage: at the head of a page nobody sees
# what it belongs to, least of all where no other stage follows.
_BEFORE_A_LAST, _BEFORE_THE_LAST = 50.0, 1_000.0


def set_roadmap(block: Roadmap, setting: Setting, parent: StructureElement) -> list[Strip]:
    """Set the stages along a path, in the order they are walked (``Div``, ``H2``).

    The path is a ``Figure``, read out where it begins: its first node stands for all of it.
    """
    element = parent.add("Div")
    figure = element.add("Figure", alt=plain(block.alt)) if block.alt else None
    strips: list[Strip] = []
    last = len(block.stages) - 1
    for index, stage in enumerate(block.stages):
        node = figure if index == 0 else None  # the order of the headings says the same
        strips += _set_stage(stage, index + 1, node, setting, element, is_last=index == last)
    return strips


def _set_stage(
    stage: Stage,
    number: int,
    node: StructureElement | None,
    setting: Setting,
    parent: StructureElement,
    *,
    is_last: bool,
) -> list[Strip]:
    scale = setting.scale
    # No larger than the line it stands in: the path is drawn behind line after line.
    radius = scale.sub.leading_pt / 2
    distance = 2 * radius + 1.1 * scale.body.size_pt
    inner = setting.narrower(distance)
    title_element = parent.add("H2")
    title = text_strips(stage.title, scale.sub, inner.width, title_element, colour="accent")
    ages = text_strips(stage.ages, scale.caption, inner.width, parent.add("P"))
    body = set_blocks(stage.blocks, inner, parent)
    if stage.blocks and isinstance(stage.blocks[-1], Callout):
        body = hold_last(body, _BEFORE_THE_LAST if is_last else _BEFORE_A_LAST)
    if body:
        body[0] = body[0]._replace(keep=True)
    content = [*keep_together([*title, *ages]), *(strip._replace(snap=False) for strip in body)]
    strips = indent(solid(content), distance)
    if not strips:
        return []
    middle = strips[0].height / 2

    def make_rail(height: float, top: float = 0.0) -> tuple[StripMark, ...]:
        left = radius - _RAIL_PT / 2
        return (RectangleMark(left, top, _RAIL_PT, height + 0.25, "accent_soft"),)

    marks: list[StripMark] = [] if is_last else [*make_rail(middle, middle)]
    marks.append(PathMark(0.0, middle, circle(radius, 0, radius), fill="accent", element=node))
    style = scale.caption_strong
    baseline = middle - style.leading_pt / 2 + baseline_in(style)
    numeral = (Span(setting.numeral(number), parent.language),)
    for line in break_text(numeral, style, setting.width):
        left = radius - line.width_pt / 2
        marks.append(TextMark(left, baseline, line, style.size_pt, "paper", node))
    first = in_front(strips[0], *marks)._replace(snap=True, heads=bool(title))
    if is_last:
        return [first, *strips[1:]]
    space_below = Strip(0.9 * scale.grid_pt, keep=True)
    return [first, *behind([*strips[1:], space_below], make_rail)]
