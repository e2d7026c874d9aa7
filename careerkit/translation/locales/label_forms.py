"""A label and its English source go in; the plural forms that it has, or is to have, come out."""

from __future__ import annotations

import re

from careerkit.content.text import Text, fold
from careerkit.translation.words.labels import Label, forms_of
from careerkit.translation.words.plural_forms import plural_examples

_HOLE = re.compile(r"\{[^{}]*\}")


def has_words(label: Label) -> bool:
    """Return whether there is something to translate in a label, its holes apart."""
    return any(any(map(str.isalpha, _HOLE.sub("", form))) for form in forms_of(label).values())


def english_form(known: Label, category: str) -> Text:
    """Return the English text that a plural form of a label is translated from."""
    forms = forms_of(known)
    return forms.get(category) or forms.get("other") or forms[""]


def is_english(text: str, category: str, known: Label) -> bool:
    """Return whether a form of a label has the English text that it is translated from."""
    return fold(text) == fold(english_form(known, category))


def wanted_forms(label: Label | None, english: Label, tag: str) -> dict[str, Text]:
    """Return the English text of each plural form that a label has, or would have, in a language.

    ``label`` is what the language has, None if there is none.
    """
    forms = forms_of(english)
    if label is not None and not isinstance(label, Text):
        categories = [*plural_examples(tag), *(one for one in label if one not in forms)]
    elif "" in forms:
        return dict(forms)
    else:
        categories = [*plural_examples(tag)]
    return {category: english_form(english, category) for category in dict.fromkeys(categories)}
