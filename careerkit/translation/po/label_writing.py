"""A locale and the English one go in; a gettext PO file of the labels comes out.

Each label is a message whose context is its name, each plural form one of its own: gettext counts
the forms of a language otherwise than CLDR does. A label that still is English has no translation.
"""

from __future__ import annotations

from collections.abc import Iterator

from careerkit.content.models.locale import Locale
from careerkit.translation.catalogues.progress import LABELS
from careerkit.translation.locales.label_forms import has_words, is_english, wanted_forms
from careerkit.translation.po.writing import (
    MARK,
    join_blocks,
    mark_of,
    write_header,
    write_keyword,
    write_place,
)
from careerkit.translation.words.labels import Label, forms_of, holes_of
from careerkit.translation.words.plural_forms import plural_examples

_PREFIX = "label:"


def context_of(name: str, category: str) -> str:
    """Return the context of a label's message: ``label:minutes.one``."""
    return f"{_PREFIX}{name}" + (f".{category}" if category else "")


def name_of(context: str) -> tuple[str, str] | None:
    """Return the label and the plural category that a context stands for; None if it is none."""
    if not context.startswith(_PREFIX):
        return None
    name, _, category = context.removeprefix(_PREFIX).partition(".")
    return name, category


def write_label_po(locale: Locale, english: Locale) -> str:
    """Return the PO file of a language's labels."""
    blocks = [write_header(LABELS, locale.tag, str(locale.english_name), english.tag)]
    for name, label in english.labels.items():
        if has_words(label):
            blocks += _messages(name, label, locale)
    return join_blocks(blocks)


def _messages(name: str, english: Label, locale: Locale) -> Iterator[list[str]]:
    own = locale.labels.get(name)
    there = forms_of(own) if own is not None else {}
    examples = plural_examples(locale.tag)
    for category, source in wanted_forms(own, english, locale.tag).items():
        text = there.get(category)
        is_meant = name in locale.same_as_english
        done = text is not None and (is_meant or not is_english(text, category, english))
        target = str(text) if done else ""
        lines = [f"#. {MARK}{mark_of(target, None, None, fuzzy=False)}"]
        if category:
            numbers = ", ".join(map(str, examples.get(category, ())))
            lines.append(f"#. plural form: {category}, for {numbers or 'other numbers'}")
        if holes := dict.fromkeys(holes_of(name, source)):
            listed = ", ".join(f"{{{hole}}}" for hole in holes)
            lines.append(f"#. filled in by the program, to be kept as they are: {listed}")
        yield [
            *lines,
            write_place(source.place),
            *write_keyword("msgctxt", context_of(name, category)),
            *write_keyword("msgid", str(source)),
            *write_keyword("msgstr", target),
        ]
