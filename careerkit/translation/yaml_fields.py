"""A YAML mapping and new lines for some of its fields go in; the changed text comes out.

What is not changed stays as it was written. A comment on what is changed stays at the end of its
line, or stands in a line of its own above where there is no longer one line to stand in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import yaml

_COMMENT = re.compile(r"[ \t]*#[^\n]*")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*([ \t]+#[^\n]*)")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment with the blanks before it, where it stands, and whether it has a line to itself.

    ``line`` and ``column`` count from 0, the column that of the sign it begins with.
    """

    written: str
    line: int
    column: int
    alone: bool

    @property
    def words(self) -> str:
        """The comment without the blanks around it."""
        return self.written.strip()


def find_comments(text: str) -> Iterator[Comment]:
    """Yield the comments of a YAML text, in their order; a sign inside a text begins none."""
    end = 0
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        start = token.start_mark.index
        for found in _COMMENT.finditer(text, end, max(start, end)):
            yield _comment_at(text, found.start(), found[0])
        end = max(end, token.end_mark.index)
        if isinstance(token, yaml.ScalarToken) and (head := _BLOCK_HEADER.match(text, start)):
            yield _comment_at(text, head.start(1), head[1])


def change_fields(
    text: str, changes: Mapping[str, Sequence[str] | None], order: Sequence[str]
) -> str | None:
    """Set fields of a mapping, or of the one item of a list; a field that is None is taken out.

    Lines are without their margin; ``order`` says where a field goes that is not there. Returns
    None where the mapping stands between braces, or would lose the field it begins with.
    """
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    if isinstance(node, yaml.SequenceNode):
        node = node.value[0]
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        return None
    lines = text.splitlines(keepends=True)
    comments = list(find_comments(text))
    first = node.value[0][0].start_mark
    margin = " " * first.column
    spans = {key.value: _lines_of(key, value, lines) for key, value in node.value}
    if any(
        value is None and spans.get(name, (-1,))[0] == first.line for name, value in changes.items()
    ):
        return None
    edits: list[tuple[int, int, list[str]]] = []
    for name, written in changes.items():
        new = [margin + line if line.strip() else line for line in written or ()]
        if name not in spans:
            at = _find_room(name, spans, order)
            edits.append((at, at, new))
            continue
        start, end = spans[name]
        before = lines[start][: first.column]
        here = [comment for comment in comments if start <= comment.line < end]
        if new:
            new[0] = before + new[0][first.column :]
        if len(new) == len(here) == 1 and not here[0].alone:
            new[0] = new[0].rstrip("\n") + here[0].written.rstrip() + "\n"
        else:
            indent = before.partition("-")[0]
            new = [f"{indent}{comment.words}\n" for comment in here] + new
        edits.append((start, end, new))
    # From the last to the first, so that the numbers of the lines above stay true.
    edits.sort(key=lambda edit: edit[:2])
    for start, end, new in reversed(edits):
        lines[start:end] = new
    return "".join(lines)


def _comment_at(text: str, start: int, written: str) -> Comment:
    line_start = text.rfind("\n", 0, start) + 1
    before = text[line_start:start]
    column = start - line_start + len(written) - len(written.lstrip())
    return Comment(written, text.count("\n", 0, start), column, not before.strip())


def _lines_of(key: yaml.Node, value: yaml.Node, lines: Sequence[str]) -> tuple[int, int]:
    """Return the first line of a field and the one after its last."""
    start = key.start_mark.line
    # A list or a mapping over several lines ends where what follows it begins.
    is_block = isinstance(value, yaml.CollectionNode) and not value.flow_style
    end = value.end_mark.line + (value.end_mark.column > 0 and not is_block)
    end = min(max(end, start + 1), len(lines))
    margin = key.start_mark.column
    while end > start + 1 and _is_between(lines[end - 1], margin, value):
        end -= 1
    return start, end


def _is_between(line: str, margin: int, value: yaml.Node) -> bool:
    """Return whether the last line of a value is not its own.

    PyYAML ends a list at what follows it.
    """
    words = line.lstrip(" ")
    comment = words.startswith("#") and len(line) - len(words) <= margin
    return not words.strip() or (comment and isinstance(value, yaml.CollectionNode))


def _find_room(name: str, spans: Mapping[str, tuple[int, int]], order: Sequence[str]) -> int:
    """Return the line for a new field: after the one before it in the order, of those there are."""
    at = order.index(name)
    former = [spans[one][1] for one in order[:at] if one in spans]
    if former:
        return former[-1]
    latter = [spans[one][0] for one in order[at:] if one in spans]
    return latter[0] if latter else max(end for _, end in spans.values())
