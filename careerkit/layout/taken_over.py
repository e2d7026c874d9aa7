"""A template that takes over another goes in; a problem for each part of it that is lost comes out.

Of such a template Jinja2 prints only the blocks that the other has, and says nothing of the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from jinja2 import Environment, TemplateNotFound, nodes

from careerkit.content.nearest import nearest
from careerkit.content.problem import Place, Problem

_EXTENDS = re.compile(r"\{%[-+]?\s*extends\b")
_COMMENT = re.compile("<!--.*?-->", re.DOTALL)


def find_lost_parts(environment: Environment, name: str) -> list[Problem]:
    """Check a template, and each that it takes over in turn, against those above it.

    Raises TemplateSyntaxError for one that is not well written.
    """
    problems: list[Problem] = []
    blocks: set[str] = set()
    try:
        for file, tree, above in reversed(_read_chain(environment, name)):
            blocks |= environment.get_template(above).blocks.keys()
            problems += _find_lost_blocks(tree, file, above, blocks)
            problems += _find_lost_words(tree, file, above)
    except TemplateNotFound:
        return []  # whoever fills the template in is told, with the line
    return problems


def _read_chain(environment: Environment, name: str) -> list[tuple[str, nodes.Template, str]]:
    """Return each template that takes over another: its file, its tree, and the other's name."""
    chain: list[tuple[str, nodes.Template, str]] = []
    assert environment.loader is not None
    while name not in [above for _, _, above in chain[:-1]]:
        source, file, _ = environment.loader.get_source(environment, name)
        if not _EXTENDS.search(source):
            break
        tree = environment.parse(source, name, file)
        extends = next((node for node in tree.body if isinstance(node, nodes.Extends)), None)
        if extends is None or not isinstance(extends.template, nodes.Const):
            break  # which template that is, is known only when it is filled in
        above = environment.join_path(str(extends.template.value), name)
        chain.append((str(file), tree, above))
        name = above
    return chain


def _find_lost_blocks(
    tree: nodes.Template, file: str, above: str, blocks: Set[str]
) -> Iterator[Problem]:
    for block in _outer_blocks(tree):
        if block.name not in blocks:
            yield Problem(
                Place(file, block.lineno),
                "",
                f"{above} has no block {block.name!r}, and what stands in this one is lost",
                nearest(block.name, blocks) or "its blocks are: " + ", ".join(sorted(blocks)),
            )


def _outer_blocks(node: nodes.Node) -> Iterator[nodes.Block]:
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Block):
            yield child
        else:
            yield from _outer_blocks(child)


def _find_lost_words(tree: nodes.Template, file: str, above: str) -> Iterator[Problem]:
    for node in _outer_outputs(tree):
        for part in node.nodes:
            words = "x"
            if isinstance(part, nodes.TemplateData):
                words = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), part.data)
            if words.strip():
                blank = words[: len(words) - len(words.lstrip())]
                yield Problem(
                    Place(file, part.lineno + blank.count("\n")),
                    "",
                    "what stands outside of all blocks is lost",
                    f"put it into one of the blocks of {above}",
                )
                return  # one part of what is lost is enough to find the rest


def _outer_outputs(node: nodes.Node) -> Iterator[nodes.Output]:
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Output):
            yield child
        elif not isinstance(child, nodes.Block | nodes.Macro | nodes.AssignBlock):
            yield from _outer_outputs(child)
