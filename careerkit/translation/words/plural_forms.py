"""A language's tag goes in; its plural forms, with numbers that take each, come out (CLDR)."""

from __future__ import annotations

from careerkit.translation.words.cldr_formats import CldrFormats

_TRIED = range(201)
_SHOWN = 4


def plural_examples(tag: str) -> dict[str, tuple[int, ...]]:
    """Return the categories of a language in CLDR's order, each with the first whole numbers.

    What only numbers with a point take has none of them; ``other`` is always there.
    """
    formats = CldrFormats(tag, None, None)
    found: dict[str, list[int]] = {"zero": [], "one": [], "two": [], "few": [], "many": []}
    found["other"] = []
    for number in _TRIED:
        found[formats.plural_category(number)].append(number)
    tags = formats.cldr.plural_form.tags
    return {
        category: tuple(numbers[:_SHOWN])
        for category, numbers in found.items()
        if numbers or category in tags or category == "other"
    }
