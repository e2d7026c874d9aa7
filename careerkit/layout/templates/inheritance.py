"""A template that takes over another goes in; a problem for each part of it that is lost comes out.

Of such a template Jinja2 prints only the blocks that the other has, where they are printed, and
says nothing of the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinja2 import Environment, TemplateNotFound, nodes

from careerkit.content.nearest import nearest
from careerkit.content.problem import ContentError, Place, Problem

_EXTENDS = re.compile(r"\{%[-+]?\s*extends\b")
_COMMENT = re.compile("<!--.*?-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Level:
    """One template of a chain: its name, its file, its tree and its blocks."""

    name: str
    file: str
    tree: nodes.Template
    blocks: dict[str, nodes.Block]


def refuse_lost_parts(environment: Environment, name: str) -> list[str]:
    """Check a template, and each that it takes over in turn, against those above it.

    Returns the names of those that it takes over.

    Raises ContentError for all that is lost, TemplateSyntaxError for one that is not well written.
    """
    try:
        chain = _read_chain(environment, name)
    except TemplateNotFound:
        return []  # filling the template in reports it, with the line
    if len(chain) < 2:  # one that takes over none
        return []
    problems: list[Problem] = []
    for below, above in zip(reversed(chain[:-1]), reversed(chain[1:]), strict=True):
        higher = chain[chain.index(above) :]
        problems += _find_unknown_blocks(below, above, higher)
        problems += _find_lost_words(below, above)
    if not problems:
        problems = _find_unprinted_blocks(chain)
    if problems:
        raise ContentError(problems)
    return [level.name for level in chain[1:]]


def _read_chain(environment: Environment, name: str) -> list[_Level]:
    """Return a template and, in order, those that it takes over, the last of which takes none."""
    chain: list[_Level] = []
    assert environment.loader is not None
    while name not in [level.name for level in chain]:
        source, file, _ = environment.loader.get_source(environment, name)
        if not chain and not _EXTENDS.search(source):
            return []
        tree = environment.parse(source, name, file)
        blocks = {block.name: block for block in tree.find_all(nodes.Block)}
        chain.append(_Level(name, str(file), tree, blocks))
        extends = next(tree.find_all(nodes.Extends), None)
        if extends is None:
            return chain
        if extends not in tree.body or not isinstance(extends.template, nodes.Const):
            # Which template that is, and what of this one is lost, would be known to nobody.
            raise ContentError([_unclear(Place(str(file), extends.lineno))])
        name = environment.join_path(str(extends.template.value), name)
    return []  # a ring, which filling the template in reports


def _unclear(place: Place) -> Problem:
    return Problem(
        place,
        "",
        "which template is taken over must not hang on anything",
        'write its name: {% extends "classic/booklet.xml" %}, and that in no {% if %}',
    )


def _find_unknown_blocks(
    below: _Level, above: _Level, higher: Sequence[_Level]
) -> Iterator[Problem]:
    known = {name for level in higher for name in level.blocks}
    for block in _outer_blocks(below.tree):
        if block.name not in known:
            yield Problem(
                Place(below.file, block.lineno),
                "",
                f"{above.name} has no block {block.name!r}, and what stands in this one is lost",
                nearest(block.name, known) or "its blocks are: " + ", ".join(sorted(known)),
            )


def _outer_blocks(node: nodes.Node) -> Iterator[nodes.Block]:
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Block):
            yield child
        else:
            yield from _outer_blocks(child)


def _find_lost_words(below: _Level, above: _Level) -> Iterator[Problem]:
    for node in _outer_outputs(below.tree):
        for part in node.nodes:
            words = "x"
            if isinstance(part, nodes.TemplateData):
                words = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), part.data)
            if words.strip():
                blank = words[: len(words) - len(words.lstrip())]
                yield Problem(
                    Place(below.file, part.lineno + blank.count("\n")),
                    "",
                    "what stands outside of all blocks is lost",
                    f"put it into one of the blocks of {above.name}",
                )
                return  # one part of what is lost is enough to find the rest


def _outer_outputs(node: nodes.Node) -> Iterator[nodes.Output]:
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Output):
            yield child
        elif not isinstance(child, nodes.Block | nodes.Macro | nodes.AssignBlock):
            yield from _outer_outputs(child)


# --- blocks that are there, and printed nowhere ------------------------------------------------


def _find_unprinted_blocks(chain: Sequence[_Level]) -> list[Problem]:
    """Find blocks whose place was replaced, and blocks that are moved and emptied at once."""
    printed: set[tuple[str, int]] = set()
    emptied: dict[tuple[str, int], Problem] = {}
    waiting = [_uses_of(chain[-1].tree, chain, "", len(chain) - 1)]
    while waiting:
        for name, depth, user in waiting.pop():
            level = _level_of(name, depth, chain)
            if level is None:
                continue
            block = chain[level].blocks[name]
            if user.call and not _gives_something(block):
                place = Place(chain[user.level].file, user.line)
                emptied[place.file, place.line] = _emptied(name, place, block, chain, level)
            if (name, level) not in printed:
                printed.add((name, level))
                waiting.append(_uses_of(block, chain, name, level))
    lost = [
        _unprinted(block, level)
        for number, level in enumerate(chain[:-1])
        for name, block in level.blocks.items()
        if (name, number) not in printed
        and number == _level_of(name, 0, chain)
        and _gives_something(block)
    ]
    return [*emptied.values(), *lost]


@dataclass(frozen=True, slots=True)
class _User:
    """Where a block is printed: the template of the chain and the line; by a call, or in place."""

    level: int
    line: int
    call: bool


def _uses_of(
    node: nodes.Node, chain: Sequence[_Level], name: str, level: int
) -> list[tuple[str, int, _User]]:
    """Return the blocks that stand in a node or are called there, each with where to look for it.

    That is the first template of the chain that may have it: 0 where the lowest one counts.
    """
    found: list[tuple[str, int, _User]] = []
    waiting = list(node.iter_child_nodes())
    while waiting:
        child = waiting.pop()
        if isinstance(child, nodes.Block):
            found.append((child.name, 0, _User(level, child.lineno, call=False)))
            continue
        if isinstance(child, nodes.Getattr | nodes.Getitem):
            called = list(_called(child, chain, level))
            found += called
            if called:  # self.name stands inside self.name.super, and prints nothing by itself
                continue
        if isinstance(child, nodes.Name) and child.name == "super" and name:
            found.append((name, level + 1, _User(level, child.lineno, call=False)))
        waiting += child.iter_child_nodes()
    return found


def _called(
    node: nodes.Getattr | nodes.Getitem, chain: Sequence[_Level], level: int
) -> Iterator[tuple[str, int, _User]]:
    """Return what ``self.name`` prints, and what ``self.name.super`` does."""
    name, steps = _name_asked_for(node), 0
    inner: nodes.Node = node.node
    while name == "super" and isinstance(inner, nodes.Getattr | nodes.Getitem):
        steps += 1
        name, inner = _name_asked_for(inner), inner.node
    if not (isinstance(inner, nodes.Name) and inner.name == "self"):
        return
    depth = _level_of(name, 0, chain)
    for _ in range(steps):
        depth = None if depth is None else _level_of(name, depth + 1, chain)
    if depth is not None:
        yield name, depth, _User(level, node.lineno, call=True)


def _name_asked_for(node: nodes.Getattr | nodes.Getitem) -> str:
    if isinstance(node, nodes.Getattr):
        return node.attr
    return str(node.arg.value) if isinstance(node.arg, nodes.Const) else ""


def _level_of(name: str, depth: int, chain: Sequence[_Level]) -> int | None:
    """Return the first template from ``depth`` on that has a block."""
    return next((at for at in range(depth, len(chain)) if name in chain[at].blocks), None)


def _gives_something(block: nodes.Block) -> bool:
    """Say whether a block prints anything but white space, for some career at least."""
    for node in block.body:
        if isinstance(node, nodes.Macro | nodes.Assign | nodes.AssignBlock):
            continue
        for output in [node] if isinstance(node, nodes.Output) else node.find_all(nodes.Output):
            if any(
                not isinstance(part, nodes.TemplateData) or _COMMENT.sub("", part.data).strip()
                for part in output.nodes
            ):
                return True
        if any(True for _ in node.find_all((nodes.Include, nodes.Block, nodes.CallBlock))):
            return True
        if isinstance(node, nodes.Include | nodes.Block | nodes.CallBlock):
            return True
    return False


def _emptied(
    name: str, place: Place, block: nodes.Block, chain: Sequence[_Level], level: int
) -> Problem:
    return Problem(
        place,
        "",
        f"self.{name}() gives nothing: {chain[level].name} empties the block {name!r} "
        f"in line {block.lineno}",
        f"self.{name}.super() gives what stood in it before",
    )


def _unprinted(block: nodes.Block, level: _Level) -> Problem:
    return Problem(
        Place(level.file, block.lineno),
        "",
        f"the block {block.name!r} is printed nowhere, and what stands in it is lost",
        "the block it stood in was replaced: let that one have super(), or "
        f"{{% block {block.name} %}}{{% endblock %}}",
    )
