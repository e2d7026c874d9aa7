"""The setter of the roadmap: a path down the page with a node for each stage."""

from __future__ import annotations

from careerkit.document.blocks import Roadmap, Span, Stage
from careerkit.document.shapes import circle
from careerkit.pages.setting import (
    Setting,
    baseline_of,
    line_slugs,
    plain,
    set_block,
    set_blocks,
)
from careerkit.pdf.pen import Pen
from careerkit.pdf.slug import Slug, behind, indent, keep_together, solid
from careerkit.pdf.structure import StructureElement
from careerkit.typography import break_text

_RAIL_PT = 2.2


@set_block.register
def set_roadmap(block: Roadmap, setting: Setting, parent: StructureElement) -> list[Slug]:
    """Set the stages along a path, in the order they are walked (``Div``, ``H2``).

    The path is a ``Figure``, read out where it begins: its first node stands for all of it.
    """
    element = parent.add("Div")
    figure = element.add("Figure", alt=plain(block.alt)) if block.alt else None
    slugs: list[Slug] = []
    last = len(block.stages) - 1
    for index, stage in enumerate(block.stages):
        node = figure if index == 0 else None  # the order of the headings says the same
        slugs += _set_stage(stage, index + 1, node, setting, element, is_last=index == last)
    return slugs


def _set_stage(
    stage: Stage,
    number: int,
    node: StructureElement | None,
    setting: Setting,
    parent: StructureElement,
    *,
    is_last: bool,
) -> list[Slug]:
    scale = setting.scale
    # No larger than the line it stands in: the path is drawn behind line after line.
    radius = scale.sub.leading_pt / 2
    distance = 2 * radius + 1.1 * scale.body.size_pt
    inner = setting.narrower(distance)
    title_element = parent.add("H2")
    title = line_slugs(stage.title, scale.sub, inner.width, title_element, colour="accent")
    ages = line_slugs(stage.ages, scale.caption, inner.width, parent.add("P"))
    body = set_blocks(stage.blocks, inner, parent)
    if body:
        body[0] = body[0]._replace(keep=True)
    content = [*keep_together([*title, *ages]), *(slug._replace(snap=False) for slug in body)]
    slugs = indent(solid(content), distance)
    if not slugs:
        return []
    draw_title = slugs[0].draw
    middle_of_node = slugs[0].height / 2

    def draw_rail(pen: Pen, x: float, top: float, height: float) -> None:
        left = x + radius - _RAIL_PT / 2
        pen.rectangle(x=left, top=top, width=_RAIL_PT, height=height + 0.25, fill="accent_soft")

    def draw_first(pen: Pen, x: float, top: float) -> None:
        middle = top + middle_of_node
        if not is_last:
            draw_rail(pen, x, middle, middle_of_node)
        pen.path(circle(radius, 0, radius), x=x, top=middle, fill="accent", element=node)
        style = scale.caption_strong
        for line in break_text(
            (Span(setting.numeral(number), parent.language),), style, setting.width
        ):
            pen.line(
                line,
                x=x + radius - line.width_pt / 2,
                baseline=baseline_of(middle - style.leading_pt / 2, style),
                size_pt=style.size_pt,
                colour="paper",
                element=node,
            )
        draw_title(pen, x, top)

    first = slugs[0]._replace(draw=draw_first, snap=True, heads=bool(title))
    if is_last:
        return [first, *slugs[1:]]
    space_below = Slug(0.9 * scale.grid_pt, keep=True)
    return [first, *behind([*slugs[1:], space_below], draw_rail)]
