"""Setters of running text: headings, paragraphs, words set apart."""

from __future__ import annotations

from careerkit.document.blocks import Callout, Heading, Paragraph
from careerkit.document.theme import Role
from careerkit.pages.icon import icon_marks
from careerkit.pages.marks import NamedPlace, RectangleMark
from careerkit.pages.setting import Setting, set_blocks, text_strips
from careerkit.pages.strip import (
    Strip,
    behind,
    in_front,
    indent,
    keep_ends,
    keep_together,
    snap_to_grid,
    solid,
    with_space_before,
)
from careerkit.pages.structure import StructureElement


def set_heading(block: Heading, setting: Setting, parent: StructureElement) -> list[Strip]:
    """Set a heading inside a section (``H2``, ``H3``; the section's own title is ``H1``)."""
    is_minor = block.level > 2
    strips = text_strips(
        block.text,
        setting.scale.strong if is_minor else setting.scale.sub,
        setting.width,
        parent.add("H3" if is_minor else "H2"),
        colour="ink" if is_minor else "accent",
    )
    strips = snap_to_grid(
        keep_together(strips), setting.scale.grid_pt * (0.5 if is_minor else 0.75)
    )
    if strips:
        cost = _BEFORE_WHAT_BELONGS if is_minor else 0.0
        strips[0] = strips[0]._replace(break_cost=cost, heads=True)
    return strips


def set_paragraph(block: Paragraph, setting: Setting, parent: StructureElement) -> list[Strip]:
    """Set a paragraph (``P``)."""
    scale = setting.scale
    styles = {
        "body": scale.body,
        "lead": scale.lead,
        "caption": scale.caption,
        "source": scale.caption,
    }
    style = styles[block.role]
    element = parent.add("P", name=block.name)
    strips = keep_ends(text_strips(block.text, style, setting.width, element))
    if block.name and strips:
        strips[0] = in_front(strips[0], NamedPlace(0.0, 0.0, block.name))
    if block.role in ("caption", "source"):
        return with_space_before(strips, 0.25 * scale.grid_pt)
    return snap_to_grid(strips, 0.5 * scale.grid_pt)


# The cost of a page break before what belongs to the text above it: a box, a heading inside a part.
_BEFORE_WHAT_BELONGS = 30.0
_CALLOUT_ICONS = {"caution": "caution", "decision": "decision", "tip": "facts", "note": "words"}


def set_callout(block: Callout, setting: Setting, parent: StructureElement) -> list[Strip]:
    """Set words apart on a tinted ground with a bar at its left edge (``Div``)."""
    scale = setting.scale
    grid = scale.grid_pt
    inset = 2.6 * scale.body.size_pt
    element = parent.add("Div")
    inner = setting.narrower(inset + scale.body.size_pt)
    colour: Role = "signal" if block.kind == "caution" else "accent"
    title = keep_together(
        text_strips(
            block.title,
            scale.strong,
            inner.width,
            element.add("P"),
            colour=colour,
        )
    )
    body = set_blocks(block.blocks, inner, element)
    if title and body:
        body[0] = body[0]._replace(keep=True, space_before=0.0)
    content = indent(solid([strip._replace(snap=False) for strip in [*title, *body]]), inset)
    if not content:
        return []
    size = 1.6 * scale.body.size_pt
    icon = icon_marks(
        setting.icons,
        _CALLOUT_ICONS[block.kind],
        x=0.65 * scale.body.size_pt,
        top=(scale.body.leading_pt - size) / 2,
        size=size,
        colour=colour,
    )

    def make_ground(height: float) -> tuple[RectangleMark, ...]:
        return (
            RectangleMark(0.0, 0.0, setting.width, height + 0.25, "tint"),
            RectangleMark(0.0, 0.0, 3.0, height + 0.25, colour),
        )

    content[0] = in_front(content[0], *icon)._replace(keep=True, space_before=0.0)
    padded = [Strip(grid / 2), *content, Strip(grid / 2, keep=True)]
    if sum(strip.height for strip in padded) < setting.column_height / 2:
        padded = keep_together(padded)
    strips = snap_to_grid(behind(padded, make_ground), 0.75 * grid)
    # It is about what stands above it.
    return [strips[0]._replace(break_cost=_BEFORE_WHAT_BELONGS), *strips[1:]]
