"""A tree of nodes goes in; a problem for each that its medium would not show comes out.

What stands in a template is drawn or told: nothing is left out in silence.
"""

from __future__ import annotations

from collections.abc import Iterator

from careerkit.content.nearest import nearest
from careerkit.content.problem import Problem
from careerkit.layout.markup.inline import read_plain
from careerkit.layout.markup.parser import Node
from careerkit.layout.markup.section_kinds import (
    DEFAULT_KIND,
    DRAWN,
    KINDS,
    UNUSED,
    WORDS_ON_A_SLIDE,
    SectionKind,
)

_PAGE_OF = {"booklet": "page", "handout": "part", "deck": "slide"}


def find_homeless(root: Node) -> Iterator[Problem]:
    """Check a document whose elements are where the table of elements allows them."""
    medium = root.name
    yield from _find_unused(root, medium)
    for section in root.elements:
        name = read_plain(section.attributes.get("kind", "")) or DEFAULT_KIND
        kind = KINDS[medium].get(name)
        if kind is None:
            yield _unknown_kind(section, medium, name)
        else:
            yield from _check_section(section, medium, name, kind)
        yield from _check_inside(section, medium)


def _unknown_kind(section: Node, medium: str, name: str) -> Problem:
    kinds = KINDS[medium]
    return Problem(
        section.place,
        "section.kind",
        f"{name!r} is not a kind of {_PAGE_OF[medium]} that a {medium} has",
        nearest(name, kinds) or f"the kinds are: {', '.join(kinds)}",
    )


def _check_section(section: Node, medium: str, name: str, kind: SectionKind) -> Iterator[Problem]:
    seen = 0
    for child in section.elements:
        seen += child.name == kind.once
        if child.name not in kind.holds and child.name == "cover":
            home = next(each for each, of in KINDS[medium].items() if "cover" in of.holds)
            yield Problem(
                child.place,
                child.name,
                f"<cover> is drawn in a section of the kind {home!r}, and this one is {name!r}",
                f'give it a section of its own: <section name="{home}" kind="{home}">',
            )
        elif child.name not in kind.holds:
            yield Problem(
                child.place,
                child.name,
                f"a {_PAGE_OF[medium]} of the kind {name!r} has no place for <{child.name}>",
                f"put it into another section; this one holds <{'>, <'.join(kind.holds)}>",
            )
        elif child.name == kind.once and seen > 1:
            yield Problem(
                child.place,
                child.name,
                f"a section of the kind {name!r} has a <{kind.once}> already",
            )
    if kind.once and not seen:
        yield Problem(
            section.place, "section", f"a section of the kind {name!r} needs a <{kind.once}>"
        )
    if read_plain(section.attributes.get("icon", "")) and not kind.has_icon:
        yield Problem(
            section.place,
            "section.icon",
            f"no icon is drawn on a {_PAGE_OF[medium]} of the kind {name!r}",
            "leave icon out",
        )


def _check_inside(node: Node, medium: str) -> Iterator[Problem]:
    for child in node.elements:
        yield from _find_unused(child, medium)
        yield from _check_notes(child, medium)
        if medium == "deck" and child.name in DRAWN and node.name in WORDS_ON_A_SLIDE:
            yield Problem(
                child.place,
                child.name,
                f"<{child.name}> in <{node.name}> is not drawn on a slide",
                "put it directly into <section> or <stage>",
            )
        if child.name == "li" and read_plain(node.attributes.get("class", "")) == "tags":
            yield from _check_tag(child)
        yield from _check_inside(child, medium)


def _check_tag(item: Node) -> Iterator[Problem]:
    """See that an item of tags has words alone; a ``p`` that comes first is its words."""
    has_words = any(read_plain(child) for child in item.children if isinstance(child, str))
    has_words = has_words or any(child.name in ("strong", "em", "a") for child in item.elements)
    blocks = [child for child in item.elements if child.name not in ("strong", "em", "a")]
    first_is_its_words = not has_words and blocks and blocks[0].name == "p"
    for block in blocks[1:] if first_is_its_words else blocks:
        yield Problem(
            block.place,
            block.name,
            f"<{block.name}> has no place in a list of the class 'tags', which has words alone",
            'take class="tags" away, or the rest of the item',
        )


def _check_notes(node: Node, medium: str) -> Iterator[Problem]:
    if node.name != "aside":
        return
    if read_plain(node.attributes.get("class", "")) != "notes":
        if read_plain(node.attributes.get("seconds", "")):
            yield Problem(
                node.place, "aside.seconds", "only notes take 'seconds'", 'write class="notes"'
            )
    elif medium != "deck":
        yield Problem(
            node.place,
            "aside.class",
            f"a {medium} has no speaker, and shows no notes",
            'leave them out, or write class="note" for words set apart',
        )
    elif read_plain(node.attributes.get("title", "")):
        yield Problem(
            node.place, "aside.title", "notes have no title", "write <h2> into them instead"
        )


def _find_unused(node: Node, medium: str) -> Iterator[Problem]:
    for name in UNUSED[medium].get(node.name, ()):
        if read_plain(node.attributes.get(name, "")):
            yield Problem(
                node.place,
                f"{node.name}.{name}",
                f"a {medium} has no use for {name!r}, and what stands in it would not be seen",
                f"leave {name} out",
            )
