"""Setters of running text: headings, paragraphs, words set apart."""

from __future__ import annotations

from careerkit.document.blocks import (
    Callout,
    Heading,
    Notes,
    Paragraph,
)
from careerkit.document.theme import Role
from careerkit.pages.icon import draw_icon
from careerkit.pages.setting import (
    Setting,
    line_slugs,
    set_block,
    set_blocks,
)
from careerkit.pdf.pen import Pen
from careerkit.pdf.slug import (
    Slug,
    behind,
    indent,
    keep_ends,
    keep_together,
    snap_to_grid,
    solid,
    with_space_before,
)
from careerkit.pdf.structure import StructureElement


@set_block.register
def set_heading(block: Heading, setting: Setting, parent: StructureElement) -> list[Slug]:
    """Set a heading inside a section (``H2``, ``H3``; the section's own title is ``H1``)."""
    is_minor = block.level > 2
    slugs = line_slugs(
        block.text,
        setting.scale.strong if is_minor else setting.scale.sub,
        setting.width,
        parent.add("H3" if is_minor else "H2"),
        colour="ink" if is_minor else "accent",
    )
    slugs = snap_to_grid(keep_together(slugs), setting.scale.grid_pt * (0.5 if is_minor else 0.75))
    if slugs:
        cost = _BEFORE_WHAT_BELONGS if is_minor else 0.0
        slugs[0] = slugs[0]._replace(break_cost=cost, heads=True)
    return slugs


@set_block.register
def set_paragraph(block: Paragraph, setting: Setting, parent: StructureElement) -> list[Slug]:
    """Set a paragraph (``P``)."""
    scale = setting.scale
    styles = {
        "body": scale.body,
        "lead": scale.lead,
        "caption": scale.caption,
        "source": scale.caption,
    }
    style = styles[block.role]
    slugs = keep_ends(line_slugs(block.text, style, setting.width, parent.add("P")))
    if block.role in ("caption", "source"):
        return with_space_before(slugs, 0.25 * scale.grid_pt)
    return snap_to_grid(slugs, 0.5 * scale.grid_pt)


# The cost of a page break before what belongs to the text above it: a box, a heading inside a part.
_BEFORE_WHAT_BELONGS = 30.0
_CALLOUT_ICONS = {"caution": "caution", "decision": "decision", "tip": "facts", "note": "words"}


@set_block.register
def set_callout(block: Callout, setting: Setting, parent: StructureElement) -> list[Slug]:
    """Set words apart on a tinted ground with a bar at its left edge (``Div``)."""
    scale = setting.scale
    grid = scale.grid_pt
    inset = 2.6 * scale.body.size_pt
    element = parent.add("Div")
    inner = setting.narrower(inset + scale.body.size_pt)
    colour: Role = "signal" if block.kind == "caution" else "accent"
    title = keep_together(
        line_slugs(
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
    content = indent(solid([slug._replace(snap=False) for slug in [*title, *body]]), inset)
    if not content:
        return []
    draw_content = content[0].draw

    def draw_first(pen: Pen, x: float, top: float) -> None:
        size = 1.6 * scale.body.size_pt
        icon = _CALLOUT_ICONS[block.kind]
        icon_top = top + (scale.body.leading_pt - size) / 2
        left = x + 0.65 * scale.body.size_pt
        draw_icon(pen, setting.theme, icon, x=left, top=icon_top, size=size, colour=colour)
        draw_content(pen, x, top)

    def draw_ground(pen: Pen, x: float, top: float, height: float) -> None:
        pen.rectangle(x=x, top=top, width=setting.width, height=height + 0.25, fill="tint")
        pen.rectangle(x=x, top=top, width=3.0, height=height + 0.25, fill=colour)

    content[0] = content[0]._replace(draw=draw_first, keep=True, space_before=0.0)
    padded = [Slug(grid / 2), *content, Slug(grid / 2, keep=True)]
    if sum(slug.height for slug in padded) < setting.column_height / 2:
        padded = keep_together(padded)
    slugs = snap_to_grid(behind(padded, draw_ground), 0.75 * grid)
    # It is about what stands above it.
    return [slugs[0]._replace(break_cost=_BEFORE_WHAT_BELONGS), *slugs[1:]]


@set_block.register
def set_notes(block: Notes, setting: Setting, parent: StructureElement) -> list[Slug]:
    """Set a speaker's words, should a booklet ask for them, as plain paragraphs."""
    return set_blocks(block.blocks, setting, parent)
