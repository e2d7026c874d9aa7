"""The strips a column is built of: what each is high, may be parted from, and shows.

A *strip* is a piece of the column that no page break goes through, such as a line of text (a line
box, in the words of CSS) or a row of a chart; ``pagination`` stacks strips on pages. Heights and
positions are points, y runs down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, cycle
from typing import NamedTuple, TypeAlias

from careerkit.pages.marks import StripMark, move_marks


class Strip(NamedTuple):
    """A strip of the column; a named tuple, as a booklet changes thousands of them.

    ``marks`` stand where they are measured from the strip's upper left corner. ``grounds`` lie
    behind: below anything else on the page, so that no strip's ground cuts off letters that hang
    down from the one above. ``space_before`` is left out at the head of a page. ``snap`` puts the
    upper edge on the next line of the baseline grid. ``keep`` forbids a page break before it;
    ``break_cost`` makes one dear. ``starts`` names the section that begins with it; ``heads`` marks
    the first line of a heading, a section's or one in it. ``stretches`` marks a strip that may be
    repeated to fill its page (ruled lines).
    """

    height: float
    marks: tuple[StripMark, ...] = ()
    grounds: tuple[StripMark, ...] = ()
    space_before: float = 0.0
    snap: bool = False
    keep: bool = False
    break_cost: float = 0.0
    starts: str = ""
    heads: bool = False
    stretches: bool = False


def keep_together(strips: Sequence[Strip]) -> list[Strip]:
    """Forbid page breaks between these."""
    return [*strips[:1], *(strip._replace(keep=True) for strip in strips[1:])]


def rather_whole(strips: Sequence[Strip], cost: float) -> list[Strip]:
    """Make page breaks between these dearer by a cost."""
    return [
        *strips[:1],
        *(strip._replace(break_cost=strip.break_cost + cost) for strip in strips[1:]),
    ]


def keep_first(strips: Sequence[Strip], count: int) -> list[Strip]:
    """Hold the first few to what stands above them."""
    return [
        strip._replace(keep=True) if index < count else strip for index, strip in enumerate(strips)
    ]


def hold_last(strips: Sequence[Strip], cost: float) -> list[Strip]:
    """Make a page break dearer before the last of these that are kept together."""
    first = max((index for index, strip in enumerate(strips) if not strip.keep), default=0)
    return [
        strip._replace(break_cost=strip.break_cost + cost) if index == first else strip
        for index, strip in enumerate(strips)
    ]


def keep_ends(strips: Sequence[Strip]) -> list[Strip]:
    """Forbid a single line of a paragraph at the foot of a page or at the head of the next."""
    last = len(strips) - 1
    return [
        strip._replace(keep=True) if index == 1 or (index == last and index) else strip
        for index, strip in enumerate(strips)
    ]


def keep_with_next(heading: Sequence[Strip], following: Sequence[Strip]) -> list[Strip]:
    """Hold a heading, whole, to the first two of what it stands over."""
    return [*keep_together(heading), *(keep_first(following, 2) if heading else following)]


def with_space_before(strips: Sequence[Strip], space: float) -> list[Strip]:
    """Set the space above the first."""
    return [
        strip._replace(space_before=space) if index == 0 else strip
        for index, strip in enumerate(strips)
    ]


def snap_to_grid(strips: Sequence[Strip], space_before: float) -> list[Strip]:
    """Begin on the baseline grid, after at least a space."""
    return [
        strip._replace(snap=True, space_before=space_before) if index == 0 else strip
        for index, strip in enumerate(strips)
    ]


def indent(strips: Iterable[Strip], distance: float) -> list[Strip]:
    """Move strips to the right."""
    return [
        strip._replace(
            marks=tuple(move_marks(strip.marks, distance, 0.0)),
            grounds=tuple(move_marks(strip.grounds, distance, 0.0)),
        )
        for strip in strips
    ]


def solid(strips: Sequence[Strip]) -> list[Strip]:
    """Turn the spaces between strips into strips, so that what lies behind has no gaps.

    The space above the first stays a space.
    """
    filled: list[Strip] = []
    for index, strip in enumerate(strips):
        if index and strip.space_before:
            filled.append(Strip(strip.space_before, keep=strip.keep, break_cost=strip.break_cost))
            # The strip of space goes with what it stands above.
            filled.append(strip._replace(space_before=0.0, keep=True))
        else:
            filled.append(strip)
    return filled


MakeGround: TypeAlias = Callable[[float], tuple[StripMark, ...]]
"""Makes what lies behind a strip of a height, measured from the strip's corner."""


def behind(strips: Iterable[Strip], make_ground: MakeGround) -> list[Strip]:
    """Lay something behind each strip, below what is there."""
    return [
        strip._replace(grounds=(*make_ground(strip.height), *strip.grounds)) for strip in strips
    ]


def in_front(strip: Strip, *marks: StripMark) -> Strip:
    """Put marks on a strip that are drawn and read before its own."""
    return strip._replace(marks=(*marks, *strip.marks))


def beside(cells: Sequence[tuple[float, Sequence[Strip]]]) -> Strip:
    """Set columns side by side, each at its distance from the left, as one strip."""
    marks: list[StripMark] = []
    grounds: list[StripMark] = []
    highest = 0.0
    for distance, strips in cells:
        top = bottom = 0.0
        for index, strip in enumerate(strips):
            top += strip.space_before if index else 0.0
            marks += move_marks(strip.marks, distance, top)
            grounds += move_marks(strip.grounds, distance, top)
            top += strip.height
            bottom += strip.space_before + strip.height
        highest = max(highest, bottom)
    return Strip(highest, tuple(marks), tuple(grounds))


def stack(strips: Sequence[Strip], x: float, top: float) -> tuple[list[StripMark], float]:
    """Stack strips from a place downwards; return their marks and the lower edge of the last.

    All grounds come before all that stands on them. The space above the first strip is left out.
    """
    marks: list[StripMark] = []
    grounds: list[StripMark] = []
    for index, strip in enumerate(strips):
        top += strip.space_before if index else 0.0
        grounds += move_marks(strip.grounds, x, top)
        marks += move_marks(strip.marks, x, top)
        top += strip.height
    return grounds + marks, top


def grow(strips: Sequence[Strip], fits: Callable[[list[Strip]], bool]) -> list[Strip]:
    """Repeat the strips that stretch, each set of them in turn, as long as the whole fits.

    A set is a run of stretching strips, the lines below one prompt.
    """
    sets: list[list[Strip]] = []
    for strip in strips:
        if sets and not (sets[-1][-1].stretches and not strip.stretches):
            sets[-1].append(strip)
        else:
            sets.append([strip])
    growing = cycle([group for group in sets if group[-1].stretches])
    for group in growing:
        group.append(group[-1])
        if not fits(list(chain.from_iterable(sets))):
            group.pop()
            break
    return list(chain.from_iterable(sets))
