"""The strips a column is built of: what each is high, may be parted from, and draws.

A *slug* is what a compositor called a line of cast type: a strip across the column that no page
break goes through. A paragraph is one slug a line, a row of a chart one slug; ``pagination`` stacks
them on pages. Heights and positions are points, y runs down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from careerkit.pdf.pen import Pen

Draw: TypeAlias = Callable[[Pen, float, float], None]
"""Draws a slug with its left end at x and its upper edge at top."""


def _draw_nothing(pen: Pen, x: float, top: float) -> None:
    """Draw an empty strip."""


class Slug(NamedTuple):
    """A strip of the column; a named tuple, as a booklet changes thousands of them.

    ``space_before`` is left out at the head of a page. ``snap`` puts the upper edge on the next
    line of the baseline grid. ``keep`` forbids a page break before it; ``break_cost`` makes one
    dear. ``starts`` names the section that begins with it; ``heads`` marks the first line of a
    heading, a section's or one in it. ``stretches`` marks a strip that may be repeated to fill its
    page (ruled lines). ``ground`` draws what lies behind: before anything else on the page, so that
    no strip's ground cuts off letters that hang down from the one above.
    """

    height: float
    draw: Draw = _draw_nothing
    ground: Draw = _draw_nothing
    space_before: float = 0.0
    snap: bool = False
    keep: bool = False
    break_cost: float = 0.0
    starts: str = ""
    heads: bool = False
    stretches: bool = False


def keep_together(slugs: Sequence[Slug]) -> list[Slug]:
    """Forbid page breaks between these."""
    return [*slugs[:1], *(slug._replace(keep=True) for slug in slugs[1:])]


def rather_whole(slugs: Sequence[Slug], cost: float) -> list[Slug]:
    """Make page breaks between these dearer by a cost."""
    return [
        *slugs[:1],
        *(slug._replace(break_cost=slug.break_cost + cost) for slug in slugs[1:]),
    ]


def keep_first(slugs: Sequence[Slug], count: int) -> list[Slug]:
    """Hold the first few to what stands above them."""
    return [slug._replace(keep=True) if index < count else slug for index, slug in enumerate(slugs)]


def keep_ends(slugs: Sequence[Slug]) -> list[Slug]:
    """Forbid a single line of a paragraph at the foot of a page or at the head of the next."""
    last = len(slugs) - 1
    return [
        slug._replace(keep=True) if index == 1 or (index == last and index) else slug
        for index, slug in enumerate(slugs)
    ]


def keep_with_next(heading: Sequence[Slug], following: Sequence[Slug]) -> list[Slug]:
    """Hold a heading, whole, to the first two of what it stands over."""
    return [*keep_together(heading), *(keep_first(following, 2) if heading else following)]


def with_space_before(slugs: Sequence[Slug], space: float) -> list[Slug]:
    """Set the space above the first."""
    return [
        slug._replace(space_before=space) if index == 0 else slug
        for index, slug in enumerate(slugs)
    ]


def snap_to_grid(slugs: Sequence[Slug], space_before: float) -> list[Slug]:
    """Begin on the baseline grid, after at least a space."""
    return [
        slug._replace(snap=True, space_before=space_before) if index == 0 else slug
        for index, slug in enumerate(slugs)
    ]


def indent(slugs: Iterable[Slug], distance: float) -> list[Slug]:
    """Move slugs to the right."""

    def moved(slug: Slug) -> Slug:
        draw, ground = slug.draw, slug.ground
        return slug._replace(
            draw=lambda pen, x, top: draw(pen, x + distance, top),
            ground=lambda pen, x, top: ground(pen, x + distance, top),
        )

    return [moved(slug) for slug in slugs]


def solid(slugs: Sequence[Slug]) -> list[Slug]:
    """Turn the spaces between slugs into strips, so that what is drawn behind has no gaps.

    The space above the first stays a space.
    """
    filled: list[Slug] = []
    for index, slug in enumerate(slugs):
        if index and slug.space_before:
            filled.append(Slug(slug.space_before, keep=slug.keep, break_cost=slug.break_cost))
            # The strip of space goes with what it stands above.
            filled.append(slug._replace(space_before=0.0, keep=True))
        else:
            filled.append(slug)
    return filled


DrawBehind: TypeAlias = Callable[[Pen, float, float, float], None]
"""Draws behind one slug: pen, x, top, height."""


def behind(slugs: Iterable[Slug], draw_behind: DrawBehind) -> list[Slug]:
    """Draw something on the ground of each slug, below what is there."""

    def backed(slug: Slug) -> Slug:
        ground, height = slug.ground, slug.height

        def both(pen: Pen, x: float, top: float) -> None:
            draw_behind(pen, x, top, height)
            ground(pen, x, top)

        return slug._replace(ground=both)

    return [backed(slug) for slug in slugs]


def beside(cells: Sequence[tuple[float, Sequence[Slug]]]) -> Slug:
    """Set columns side by side, each at its distance from the left, as one slug."""
    heights = [sum(slug.space_before + slug.height for slug in slugs) for _, slugs in cells]

    def placed() -> Iterator[tuple[Slug, float, float]]:
        for distance, slugs in cells:
            y = 0.0
            for index, slug in enumerate(slugs):
                y += slug.space_before if index else 0.0
                yield slug, distance, y
                y += slug.height

    def draw(pen: Pen, x: float, top: float) -> None:
        for slug, distance, y in placed():
            slug.draw(pen, x + distance, top + y)

    def draw_ground(pen: Pen, x: float, top: float) -> None:
        for slug, distance, y in placed():
            slug.ground(pen, x + distance, top + y)

    return Slug(max(heights, default=0.0), draw, draw_ground)
