"""Pseudo-languages: English goes in, what shows the faults of a layout comes out.

As on Android and in Chrome, ``en-XA`` is accented, 40 % longer and in brackets, so that what is cut
off and what was never translated can be seen; ``ar-XB`` is English that runs from right to left.
Neither has a file: they are made when they are asked for.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import cycle
from string import Formatter

from careerkit.content.models.credit import TranslationCredit
from careerkit.content.models.locale import Locale
from careerkit.content.models.profile import Profile
from careerkit.content.text import Text
from careerkit.translation.catalogues.profile_texts import change_texts
from careerkit.translation.catalogues.units import Unit
from careerkit.translation.language_tags import ACCENTED, RIGHT_TO_LEFT

_PLAIN = "AaBbCcDdEeFfGgHhIiJjKkLlNnOoPpRrSsTtUuWwYyZz"
_ACCENTS = str.maketrans(_PLAIN, "ÅåƁƀÇçĐđÉéƑƒĜĝĤĥÎîĴĵĶķĻļÑñÖöÞþŔŕŠšŢţÛûŴŵÝýŽž")
_PADDING = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LONGER = 1.4
_RIGHT_TO_LEFT_MARK, _OVERRIDE, _POP = "\u200f", "\u202e", "\u202c"
_NAMES = {ACCENTED: "English, accented", RIGHT_TO_LEFT: "English, right to left"}


def pseudo_locale(tag: str, english: Locale) -> Locale:
    """Return the locale of a pseudo-language, made from that of English."""
    labels = {
        name: _change(label, tag)
        if isinstance(label, Text)
        else {category: _change(form, tag) for category, form in label.items()}
        for name, label in english.labels.items()
    }
    changed = {
        "name": Text(_NAMES[tag], "en"),
        "english_name": Text(_NAMES[tag], "en"),
        "direction": "rtl" if tag == RIGHT_TO_LEFT else "ltr",
        "habits": english.habits or Text("en"),
        "labels": labels,
    }
    return english.model_copy(update=changed).tagged(tag)


def pseudo_profile(tag: str, profile: Profile) -> Profile:
    """Return a profile in a pseudo-language; what is verbatim and what is a name stays as it is."""

    def change(unit: Unit) -> Text:
        if unit.is_name:
            return unit.text
        return Text(pseudo_text(unit.text, tag), tag, unit.place)

    credit = TranslationCredit("draft", (), (), 0)
    return change_texts(profile, change).credited(credit)


def pseudo_text(text: str, tag: str) -> str:
    """Return a text in a pseudo-language. One without letters stays as it is."""
    if not any(map(str.isalpha, text)):
        return text
    if tag == RIGHT_TO_LEFT:
        return _turn(text)
    return _bracket(text.translate(_ACCENTS), len(text))


def _change(label: Text, tag: str) -> Text:
    """Change the words of a label around its holes."""
    parts = list(_parts_of(label))
    words = "".join(literal for literal, _ in parts)
    if not any(map(str.isalpha, words)):
        return Text(label, tag, label.place)
    one: Callable[[str], str] = _turn if tag == RIGHT_TO_LEFT else _accent
    made = "".join(
        one(literal).replace("{", "{{").replace("}", "}}") + (f"{{{hole}}}" if hole else "")
        for literal, hole in parts
    )
    return Text(_bracket(made, len(words)) if tag == ACCENTED else made, tag, label.place)


def _parts_of(label: Text) -> Iterator[tuple[str, str | None]]:
    """Yield the words between holes, and the hole after them; the parser breaks at ``{{`` too."""
    words = ""
    for literal, hole, _, _ in Formatter().parse(label):
        words += literal
        if hole is not None:
            yield words, hole
            words = ""
    yield words, None


def _accent(text: str) -> str:
    return text.translate(_ACCENTS)


def _bracket(text: str, length: int) -> str:
    """Put brackets around a text, and so many words behind it as make it two fifths longer."""
    lacking = math.ceil(length * (_LONGER - 1)) - 2
    padding = ""
    for word in cycle(_PADDING):
        if len(padding) >= lacking:
            break
        padding += f" {word}"
    return f"[{text}{padding}]"


def _turn(text: str) -> str:
    """Let each word run from right to left; the spaces stay between them."""
    return " ".join(
        f"{_RIGHT_TO_LEFT_MARK}{_OVERRIDE}{word}{_POP}{_RIGHT_TO_LEFT_MARK}" if word else ""
        for word in text.split(" ")
    )
