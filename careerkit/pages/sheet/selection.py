"""A sheet's sections go in; what may be left out of them, in the order of importance, comes out.

What stays or goes as a whole is a *portion*: a paragraph, an item of a list, a code with its words.
A template gives elements a priority, 1 for what matters most to 9 for what only fills room; what is
inside another has at least the other's number. Of portions with one number the first of every list
come before all second ones, and what stands earlier in the template before what stands later.

Four things are no portions, since they go with others: a heading stays where something below it
does, the source of figures where something of what stands above it does, a list with its items, and
the printed address of a code with the code: without a telephone, it is all there is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, TypeAlias, assert_never

from careerkit.document import blocks as b
from careerkit.document.spans import plain_text
from careerkit.document.traversal import lines_of, spans

MOST_IMPORTANT = 1
LAST_WANTED = 5
"""Portions up to this priority are wanted: if need be, in smaller type.

The others are said where room is left, and of their lists the first few items together or none:
one name of seven says less than no name does.
"""

_FEW = 3

PortionPath: TypeAlias = tuple[int, ...]
"""Where a portion stands: the number of its section, of its block in it, of its part in that."""

_Part: TypeAlias = b.Block | b.ListItem | b.Step | b.Fact | b.Stage | b.Definition
# Of an element's parts some come out: of the same kinds as went in, which no type here says.
_Chosen: TypeAlias = tuple[Any, ...]

# The lines of a cover, each of which may go alone, the most important first; and the logo.
_COVER_LINES = ("title", "promise", "tagline", "eyebrow", "foot", "logo")


class Portion(NamedTuple):
    """What stays or goes as a whole: one part, or the first few items of a list.

    ``rank`` is its number in the list it is in, ``group`` that list: it grows from its first item
    on, and so does what is said of its items. What is in no list is a group of its own.
    """

    priority: int
    rank: int
    paths: tuple[PortionPath, ...]
    group: PortionPath


class LeftOut(NamedTuple):
    """Words that found no room, and the section they are from: its title, or else its name."""

    section: str
    text: str


def list_portions(sections: Sequence[b.Section]) -> tuple[Portion, ...]:
    """Return all portions, the most important first; what is inside another comes after it."""
    found: list[Portion] = []
    for index, section in enumerate(sections):
        priority = section.priority or MOST_IMPORTANT
        found += _portions_among(section.blocks, (index,), priority)
    return tuple(sorted(found, key=lambda portion: portion[:2]))


def _portions_among(
    parts: Sequence[_Part],
    path: PortionPath,
    least: int,
    rank: int = 0,
    group: PortionPath | None = None,
) -> list[Portion]:
    found: list[Portion] = []
    is_list = group is not None and len(group) == len(path)
    for index, part in enumerate(parts):
        if isinstance(part, b.Heading) or _is_attached(parts, index):
            continue
        here = (*path, index)
        priority = max(least, part.priority or least)
        own_rank = rank + index if is_list else rank
        if isinstance(part, b.Cover):
            filled = [number for number, name in enumerate(_COVER_LINES) if getattr(part, name)]
            for number in filled:
                line = (*here, number)
                found.append(Portion(priority, own_rank, (line,), line))
            continue
        inner = group or (here if _is_list(part) else None)
        inside = _portions_among(_parts_of(part), here, priority, own_rank, inner)
        if not _is_carrier(part):
            paths = [here]
            if isinstance(part, b.QRCode):
                address = [each for each in inside if _is_address(part, each, here)]
                paths += [path for each in address for path in each.paths]
                inside = [each for each in inside if each not in address]
            found.append(Portion(priority, own_rank, tuple(paths), group or here))
        found += inside
    return _join_first(found, path) if is_list else found


def _is_address(code: b.QRCode, portion: Portion, path: PortionPath) -> bool:
    """Say whether a portion beside a code, which stands at a path, is where it leads, printed."""
    block = code.blocks[portion.paths[0][len(path)]]
    return any(span.link == code.url for span in spans(block))


def _join_first(portions: Sequence[Portion], path: PortionPath) -> list[Portion]:
    """Join the first few items of a list that are only said where there is room."""
    items = [each for each in portions if len(each.paths[0]) == len(path) + 1][:_FEW]
    first = [each for each in items if each.priority == items[0].priority > LAST_WANTED]
    if len(first) < 2:
        return list(portions)
    joined = first[0]._replace(paths=tuple(each.paths[0] for each in first))
    return [joined, *(each for each in portions if each not in first)]


def select(section: b.Section, index: int, kept: Collection[PortionPath]) -> b.Section | None:
    """Return a section with the portions that are kept; None if none are.

    ``index`` is its number in the document.
    """
    blocks = _select_among(section.blocks, (index,), kept)
    return replace(section, blocks=blocks) if blocks else None


def _select_among(
    parts: Sequence[_Part], path: PortionPath, kept: Collection[PortionPath]
) -> _Chosen:
    chosen: list[_Part] = []
    headings: list[b.Heading] = []  # under which nothing has been kept yet
    has_matter = False  # that a source may be of
    for index, part in enumerate(parts):
        if isinstance(part, b.Heading):
            headings = [*(each for each in headings if each.level < part.level), part]
            has_matter = False
            continue
        if _is_attached(parts, index):
            chosen += [part] if has_matter else []
            continue
        if index and _is_attached(parts, index - 1):
            has_matter = False
        selected = _select_in(part, (*path, index), kept)
        if selected is not None:
            chosen += [*headings, selected]
            headings = []
            has_matter = True
    return tuple(chosen)


def _select_in(part: _Part, path: PortionPath, kept: Collection[PortionPath]) -> _Part | None:
    if isinstance(part, b.Cover):
        gone: dict[str, Any] = {
            name: None if name == "logo" else ()
            for number, name in enumerate(_COVER_LINES)
            if (*path, number) not in kept
        }
        return replace(part, **gone)
    is_carrier = _is_carrier(part)
    if not is_carrier and path not in kept:
        return None
    inside = _parts_of(part)
    chosen = _select_among(inside, path, kept)
    if is_carrier and not chosen:
        return None
    return part if len(chosen) == len(inside) and chosen == inside else _with_parts(part, chosen)


def list_left_out(
    sections: Sequence[b.Section], selected: Sequence[b.Section | None]
) -> tuple[LeftOut, ...]:
    """Return all words of sections that are not in what was selected of them, as they come."""
    found: list[LeftOut] = []
    for section, rest in zip(sections, selected, strict=True):
        name = plain_text(section.title) or section.name
        said = Counter(_words_of_section(rest) if rest else ())
        for words in _words_of_section(section):
            if said[words]:
                said[words] -= 1
            else:
                found.append(LeftOut(name, words))
    return tuple(found)


def _words_of_section(section: b.Section) -> Iterator[str]:
    yield from filter(None, [plain_text(section.title).strip()])
    yield from _words_among(section.blocks)


def _words_among(parts: Sequence[_Part]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, b.Cover):
            lines = (part.title, part.promise, part.tagline, part.eyebrow, part.foot)
            texts = [plain_text(line).strip() for line in lines]
            texts += [plain_text(part.logo.alt).strip()] if part.logo else []
        else:
            inside = _parts_of(part)
            own = lines_of(_with_parts(part, ()) if inside else part)
            texts = [" ".join(plain_text(line).strip() for line in own)]
        yield from filter(None, texts)
        yield from _words_among(_parts_of(part))


def _is_attached(parts: Sequence[_Part], index: int) -> bool:
    """Say whether a part is the source of what stands above it."""
    part = parts[index]
    if not isinstance(part, b.Paragraph) or part.role != "source" or not index:
        return False
    return not isinstance(parts[index - 1], b.Heading)


def _is_list(part: _Part) -> bool:
    return isinstance(part, b.BulletList | b.Steps | b.FactGrid | b.Definitions | b.Roadmap)


def _is_carrier(part: _Part) -> bool:
    """Say whether a part is nothing without what is in it."""
    return _is_list(part) or isinstance(part, b.Callout | b.Notes)


def _parts_of(part: _Part) -> tuple[_Part, ...]:
    """Return what may be left out of a part. The rows of a chart or a table are compared: none."""
    match part:
        case b.BulletList() | b.Steps() | b.FactGrid() | b.Definitions():
            return part.items
        case b.ListItem() | b.Stage() | b.Callout() | b.QRCode() | b.Notes():
            return part.blocks
        case b.Roadmap():
            return part.stages
        case (
            b.Heading()
            | b.Paragraph()
            | b.Step()
            | b.Fact()
            | b.Definition()
            | b.RangeChart()
            | b.Picture()
            | b.WritingLines()
            | b.Table()
            | b.Cover()
            | b.Contents()
            | b.StampBox()
        ):
            return ()
        case _:
            assert_never(part)


def _with_parts(part: _Part, parts: _Chosen) -> _Part:  # noqa: C901  # one case for each kind
    """Return a part that has only some of what was in it."""
    match part:
        case b.BulletList():
            return replace(part, items=parts)
        case b.Steps():
            return replace(part, items=parts)
        case b.FactGrid():
            return replace(part, items=parts)
        case b.Definitions():
            return replace(part, items=parts)
        case b.Roadmap():
            # The headings say the order of what is left; the alternative text spoke of the whole.
            return replace(part, stages=parts, alt=())
        case b.ListItem():
            return replace(part, blocks=parts)
        case b.Stage():
            return replace(part, blocks=parts)
        case b.Callout():
            return replace(part, blocks=parts)
        case b.QRCode():
            return replace(part, blocks=parts)
        case b.Notes():
            return replace(part, blocks=parts)
        case _:
            return part
