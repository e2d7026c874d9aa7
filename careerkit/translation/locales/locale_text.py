"""The text of a locale file and changes to its labels go in; the changed text comes out.

What is not changed stays as it was written: comments, order, line breaks. A label that was not
there is put after the one that is before it in English.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence

import yaml

from careerkit.translation.yaml_fields import change_fields

_HEAD = ("name", "english_name", "fallback", "same_as_english", "labels")


class LocaleText:
    """A locale file's text while its labels are changed."""

    def __init__(self, text: str, order: Sequence[str]) -> None:
        """Take a file's text, and the names of all labels in their usual order.

        Raises ValueError if labels stand between braces, where no line is one label.
        """
        self._original = text
        self._newline = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
        self._order = order
        self._text = text.replace("\r\n", "\n")
        if not self._text.endswith("\n"):
            self._text += "\n"
        self._changed = False
        self._find_labels()

    def change(self, labels: Mapping[str, Mapping[str, str] | None]) -> None:
        """Set labels: each is its plural forms, or has the one form "" if it has none.

        One that is None is taken out.
        """
        if not labels:
            return
        self._changed = True
        start, end = self._find_labels()
        lines = self._text.splitlines(keepends=True)
        if start == end:
            written = [
                line for name, one in labels.items() if one for line in write_label(name, one)
            ]
            lines[start - 1] = re.sub(r"\{\s*\}", "", lines[start - 1]).rstrip() + "\n"
            new = [f"  {line}" for line in written]
            self._text = "".join([*lines[:start], *new, *lines[start:]])
            return
        order = dict.fromkeys([*self._order, *labels])
        changed = change_fields(
            "".join(lines[start:end]),
            {name: write_label(name, one) if one else None for name, one in labels.items()},
            tuple(order),
        )
        assert changed is not None, "labels between braces have been refused"
        self._text = "".join(lines[:start]) + changed + "".join(lines[end:])

    def name_same_as_english(self, names: Iterable[str], before: Sequence[str]) -> None:
        """Add labels to those that are meant to read as in English."""
        added = [name for name in names if name not in before]
        if not added:
            return
        line = f"same_as_english: [{', '.join([*before, *added])}]\n"
        changed = change_fields(self._text, {"same_as_english": [line]}, _HEAD)
        assert changed is not None, "a file between braces has been refused"
        self._text = changed
        self._changed = True

    def text(self) -> str:
        """Return the text, the very same if nothing was changed."""
        return self._text.replace("\n", self._newline) if self._changed else self._original

    def labels_text(self) -> str:
        """Return the part with the labels, the line ``labels:`` above it."""
        start, end = self._find_labels()
        return "labels:\n" + "".join(self._text.splitlines(keepends=True)[start:end])

    def _find_labels(self) -> tuple[int, int]:
        """Return the line below ``labels:``, counted from 0, and the one after the last label.

        The two are the same where there are no labels.
        """
        node = yaml.compose(self._text, Loader=yaml.SafeLoader)
        assert isinstance(node, yaml.MappingNode), "it has been read as a locale"
        ((key, value),) = [(key, value) for key, value in node.value if key.value == "labels"]
        start = key.start_mark.line + 1
        if not node.flow_style and isinstance(value, yaml.MappingNode) and not value.value:
            return start, start
        if node.flow_style or not isinstance(value, yaml.MappingNode) or value.flow_style:
            raise ValueError("labels between braces")
        return start, value.end_mark.line + (value.end_mark.column > 0)


def write_label(name: str, forms: Mapping[str, str]) -> list[str]:
    """Return the lines of a label, without a margin."""
    if set(forms) == {""}:
        return [f"{name}: {quote_scalar(forms[''])}\n"]
    return [
        f"{name}:\n",
        *(f"  {category}: {quote_scalar(text)}\n" for category, text in forms.items()),
    ]


def quote_scalar(text: str) -> str:
    r"""Return a text in double quotes; a no-break space is written as ``\_``, which can be seen."""
    return json.dumps(text, ensure_ascii=False).replace("\u00a0", "\\_")
