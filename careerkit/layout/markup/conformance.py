"""A tree of nodes goes in, every departure from the table of elements comes out as a problem."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careerkit.content.nearest import nearest
from careerkit.content.problem import Place, Problem
from careerkit.document.section_kinds import Medium
from careerkit.layout.markup.elements import ELEMENTS, INLINE, Attribute, Element
from careerkit.layout.markup.homes import find_homeless
from careerkit.layout.markup.inline import read_plain
from careerkit.layout.markup.parser import Node

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COUNT = re.compile("[0-9]{1,6}")
_NUMBER = re.compile(r"-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
MOST_NUMBER = 10**15
# What roots were called when a template was one edition's alone.
_FORMER_ROOTS = ("booklet", "deck")


def find_departures(root: Node, medium: Medium) -> list[Problem]:
    """Check a whole tree whose root is to be the element named as the medium is."""
    if root.name != medium:
        hint = f"put everything inside one <{medium}>"
        if root.name in _FORMER_ROOTS:
            hint = f"write <{medium}> and </{medium}> in place of <{root.name}> and </{root.name}>"
        message = f"<{root.name}> stands where <{medium}> has to begin"
        return [Problem(root.place, root.name, message, hint)]
    return list(_check(root)) or list(find_homeless(root, medium))


def _check(node: Node) -> Iterator[Problem]:
    element = ELEMENTS[node.name]
    yield from _check_attributes(node, element)
    blocks_begun = False
    for child in node.children:
        if isinstance(child, str):
            if element.holds in ("nothing", "parts", "blocks") or blocks_begun:
                yield from _check_loose_words(node, element, child, blocks_begun)
            continue
        if child.name not in ELEMENTS:
            yield Problem(
                child.place,
                child.name,
                f"unknown element <{child.name}>",
                nearest(child.name, ELEMENTS) or "the elements are listed in layouts/README.md",
            )
            continue
        if child.name not in element.parts:
            yield Problem(
                child.place,
                child.name,
                f"<{child.name}> may not stand in <{node.name}>",
                _allowed(node.name, element),
            )
        elif blocks_begun and child.name in INLINE:
            yield Problem(
                child.place,
                child.name,
                f"<{child.name}> comes after a block in <{node.name}>",
                "put words that follow a block into <p>",
            )
        blocks_begun = blocks_begun or (
            element.holds == "words, then blocks" and child.name not in INLINE
        )
        yield from _check(child)


def _check_loose_words(
    node: Node, element: Element, words: str, blocks_begun: bool
) -> Iterator[Problem]:
    shown = read_plain(words)
    if not shown:
        return
    shown = shown if len(shown) <= 40 else shown[:40] + "…"
    if blocks_begun:
        message = f"words come after a block in <{node.name}>: {shown!r}"
        hint = "put words that follow a block into <p>"
    else:
        message = f"words may not stand in <{node.name}>: {shown!r}"
        hint = "put them into <p>" if "p" in element.parts else _allowed(node.name, element)
    yield Problem(_place_of_words(node, words), node.name, message, hint)


def _place_of_words(node: Node, words: str) -> Place:
    """Find the line of the nearest tag before the words."""
    place = node.place
    for child in node.children:
        if child is words:
            break
        if isinstance(child, Node):
            place = child.place
    return place


def _check_attributes(node: Node, element: Element) -> Iterator[Problem]:
    for name in node.attributes:
        if name not in element.attributes:
            yield Problem(
                node.place,
                f"{node.name}.{name}",
                f"<{node.name}> has no attribute {name!r}",
                nearest(name, element.attributes) or _attributes(element),
            )
    for name, attribute in element.attributes.items():
        field = f"{node.name}.{name}"
        value = read_plain(node.attributes.get(name, ""))
        if value:
            yield from _check_value(node.place, field, value, attribute)
        elif attribute.required:
            found = "is empty" if name in node.attributes else "is missing"
            yield Problem(node.place, field, f"{name!r} {found} in <{node.name}>")


def _check_value(place: Place, field: str, value: str, attribute: Attribute) -> Iterator[Problem]:
    choices = attribute.choices
    if attribute.kind == "choice":
        if value not in choices:
            allowed = ", ".join(choices)
            hint = nearest(value, choices) or f"it is one of: {allowed}"
            yield Problem(place, field, f"{value!r} is not known here", hint)
    elif attribute.kind == "flag":
        if value not in ("true", "false"):
            yield Problem(place, field, f"{value!r} is neither true nor false")
    elif attribute.kind in ("number", "count"):
        yield from _check_number(place, field, value, attribute)
    elif attribute.kind == "name" and not _NAME.fullmatch(value):
        yield Problem(
            place,
            field,
            f"{value!r} is not a name",
            "a name is small letters a to z, digits, and hyphens between them",
        )


def _check_number(place: Place, field: str, value: str, attribute: Attribute) -> Iterator[Problem]:
    choices = attribute.choices
    if attribute.kind == "number":
        if not _NUMBER.fullmatch(value):
            yield Problem(place, field, f"{value!r} is not a number", "write it in digits: 12000")
        elif abs(float(value)) > MOST_NUMBER:
            yield Problem(
                place, field, f"{value!r} is too large", f"{MOST_NUMBER:,} is the most there can be"
            )
    elif value not in choices:
        if not _COUNT.fullmatch(value):
            other = "".join(f", or {choice}" for choice in choices)
            yield Problem(
                place, field, f"{value!r} is not a whole number", f"write it in digits{other}"
            )
        elif int(value) > attribute.most:
            yield Problem(
                place, field, f"{value!r} is too large", f"{attribute.most:,} is the most"
            )


def _allowed(name: str, element: Element) -> str:
    if not element.parts:
        what = "words" if element.holds == "words" else "nothing"
        return f"<{name}> holds {what}"
    elements = ", ".join(f"<{part}>" for part in element.parts)
    words = "words, " if element.holds in ("words", "words, then blocks") else ""
    return f"<{name}> holds {words}{elements}"


def _attributes(element: Element) -> str:
    names = ", ".join(element.attributes)
    return f"it has: {names}" if names else "it has none"
