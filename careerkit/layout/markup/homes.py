"""A tree of nodes goes in; a problem for each that its medium would not show comes out.

What stands in a template is drawn or told: nothing is left out in silence. What a section of a kind
holds, and where a block has a home, is in the tables of ``careerkit.document``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from careerkit.content.nearest import nearest
from careerkit.content.problem import Problem
from careerkit.document.block_kinds import kind_of
from careerkit.document.section_kinds import DEFAULT_KIND, KINDS, Medium, SectionKind
from careerkit.layout.markup.elements import ELEMENTS, INLINE
from careerkit.layout.markup.inline import read_plain
from careerkit.layout.markup.parser import Node

PAGE_OF: Mapping[Medium, str] = MappingProxyType({"pages": "page", "slides": "slide"})
# Where a block that is drawn has the room for it.
DRAWN_IN = ("section", "stage")


def find_homeless(root: Node, medium: Medium) -> Iterator[Problem]:
    """Check a document whose elements are where the table of elements allows them."""
    seen: set[str] = set()
    for section in root.elements:
        name = read_plain(section.attributes.get("kind", "")) or DEFAULT_KIND
        kind = KINDS[medium].get(name)
        if kind is None:
            yield _unknown_kind(section, medium, name)
        else:
            yield from _check_section(section, kind)
            if kind.is_single and name in seen:
                yield Problem(
                    section.place,
                    "section.kind",
                    f"a sheet has a section of the kind {name!r} already",
                    "put what this one holds into a section of another kind",
                )
            seen.add(name)
            if medium == "pages" and not kind.is_chosen:
                yield from _check_priorities(section, kind)
        yield from _find_unused(section, medium)
        yield from _check_inside(section, medium)


def _unknown_kind(section: Node, medium: Medium, name: str) -> Problem:
    kinds = KINDS[medium]
    return Problem(
        section.place,
        "section.kind",
        f"{name!r} is not a kind of {PAGE_OF[medium]}",
        nearest(name, kinds) or f"the kinds are: {', '.join(kinds)}",
    )


def _check_section(section: Node, kind: SectionKind) -> Iterator[Problem]:
    page = PAGE_OF[kind.medium]
    seen = 0
    for child in section.elements:
        seen += child.name == kind.once
        if not _holds(kind, child) and child.name == "cover":
            home = _home_of_cover(kind)
            yield Problem(
                child.place,
                child.name,
                f"<cover> is drawn in a section of the kind {home!r}, and this one is "
                f"{kind.name!r}",
                f'give it a section of its own: <section name="{home}" kind="{home}">',
            )
        elif not _holds(kind, child):
            held = " or ".join("blocks" if each == "blocks" else f"<{each}>" for each in kind.holds)
            yield Problem(
                child.place,
                child.name,
                f"a {page} of the kind {kind.name!r} has no place for <{child.name}>",
                f"put it into another section; this one holds {held}",
            )
        elif child.name == kind.once and seen > 1:
            yield Problem(
                child.place,
                child.name,
                f"a section of the kind {kind.name!r} has a <{kind.once}> already",
            )
    if kind.once and not seen:
        yield Problem(
            section.place, "section", f"a section of the kind {kind.name!r} needs a <{kind.once}>"
        )
    if read_plain(section.attributes.get("icon", "")) and not kind.has_icon:
        yield Problem(
            section.place,
            "section.icon",
            f"no icon is drawn on a {page} of the kind {kind.name!r}",
            "leave icon out",
        )


def _holds(kind: SectionKind, child: Node) -> bool:
    """Say whether a section of a kind holds an element."""
    return (child.name if child.name in ("h1", "cover", "contents") else "blocks") in kind.holds


def _home_of_cover(kind: SectionKind) -> str:
    """Name the kind that holds a cover where those like this one stand."""
    return next(
        each.name
        for each in KINDS[kind.medium].values()
        if "cover" in each.holds and each.is_chosen == kind.is_chosen
    )


def _check_priorities(node: Node, kind: SectionKind) -> Iterator[Problem]:
    """See that no priority is given where all is printed."""
    if read_plain(node.attributes.get("priority", "")):
        yield Problem(
            node.place,
            f"{node.name}.priority",
            f"all is printed in a section of the kind {kind.name!r}, whatever its priority",
            "leave priority out",
        )
    for child in node.elements:
        yield from _check_priorities(child, kind)


def _check_inside(node: Node, medium: Medium) -> Iterator[Problem]:
    for child in node.elements:
        yield from _find_unused(child, medium)
        yield from _check_home(child, node, medium)
        if child.name == "aside":
            yield from _check_aside(child)
        if child.name == "li" and read_plain(node.attributes.get("class", "")) == "tags":
            yield from _check_tag(child)
        if child.name == "li":
            yield from _check_item_icon(child, node)
        yield from _check_inside(child, medium)


def _check_item_icon(item: Node, holder: Node) -> Iterator[Problem]:
    """See that an icon takes the place of a bullet, and of no other mark."""
    class_ = read_plain(holder.attributes.get("class", ""))
    if read_plain(item.attributes.get("icon", "")) and (holder.name == "ol" or class_):
        yield Problem(
            item.place,
            "li.icon",
            "an icon stands in place of a bullet, and this list has other marks",
            "leave icon out, or write a <ul> without a class",
        )


def _check_home(node: Node, holder: Node, medium: Medium) -> Iterator[Problem]:
    """See that a block has a home in the medium, and stands there."""
    class_ = read_plain(node.attributes.get("class", ""))
    kind = kind_of(node.name, class_)
    if kind is None:
        return
    field, shown = node.name, f"<{node.name}>"
    if kind.only_class:
        field, shown = f"{node.name}.class", f'<{node.name} class="{class_}">'
    home = kind.home(medium)
    if home is None:
        yield Problem(node.place, field, f"no {PAGE_OF[medium]} shows {shown}", "leave it out")
    elif home == "section" and holder.name != "section":
        yield Problem(
            node.place,
            field,
            f"{shown} may stand directly in <section> alone",
            "move it to the end of the section",
        )
    elif home == "drawn" and holder.name not in DRAWN_IN:
        yield Problem(
            node.place,
            field,
            f"{shown} in <{holder.name}> is not drawn on a {PAGE_OF[medium]}",
            f"put it directly into {' or '.join(f'<{each}>' for each in DRAWN_IN)}",
        )


def _check_tag(item: Node) -> Iterator[Problem]:
    """See that an item of tags has words alone; a ``p`` that comes first is its words."""
    has_words = any(read_plain(child) for child in item.children if isinstance(child, str))
    has_words = has_words or any(child.name in INLINE for child in item.elements)
    blocks = [child for child in item.elements if child.name not in INLINE]
    first_is_its_words = not has_words and blocks and blocks[0].name == "p"
    for block in blocks[1:] if first_is_its_words else blocks:
        yield Problem(
            block.place,
            block.name,
            f"<{block.name}> has no place in a list of the class 'tags', which has words alone",
            'take class="tags" away, or the rest of the item',
        )


def _check_aside(node: Node) -> Iterator[Problem]:
    is_notes = read_plain(node.attributes.get("class", "")) == "notes"
    if not is_notes and read_plain(node.attributes.get("seconds", "")):
        yield Problem(
            node.place, "aside.seconds", "only notes take 'seconds'", 'write class="notes"'
        )
    if is_notes and read_plain(node.attributes.get("title", "")):
        yield Problem(
            node.place, "aside.title", "notes have no title", "write <h2> into them instead"
        )


def _find_unused(node: Node, medium: Medium) -> Iterator[Problem]:
    for name, attribute in ELEMENTS[node.name].attributes.items():
        is_shown = attribute.medium in (None, medium)
        if not is_shown and read_plain(node.attributes.get(name, "")):
            yield Problem(
                node.place,
                f"{node.name}.{name}",
                f"a {PAGE_OF[medium]} has no use for {name!r}, "
                "and what stands in it would not be seen",
                f"leave {name} out",
            )
