"""A language's tag goes in; the text of its locale file comes out, with what CLDR knows in it.

The labels are those of the English file with their English text, which says that they are still to
be translated, its comments between them, and the plural forms that the language has.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careerkit.content.models.locale import Locale
from careerkit.content.models.values import TAG_PATTERN
from careerkit.translation.language_tags import as_tag, runs_right_to_left
from careerkit.translation.locales.label_check import is_optional
from careerkit.translation.locales.label_forms import wanted_forms
from careerkit.translation.locales.locale_text import LocaleText, quote_scalar, write_label
from careerkit.translation.words.cldr_formats import CldrFormats
from careerkit.translation.words.labels import forms_of
from careerkit.translation.words.script_names import script_name, script_of_letter

_SHOWN_NAMES = 3


class UnknownLanguageError(ValueError):
    """A tag that CLDR does not know; ``hint`` says what may have been meant."""

    def __init__(self, message: str, hint: str) -> None:
        """Keep what is wrong with it, and what to write instead."""
        self.hint = hint
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class LocaleFonts:
    """The fonts of a new language; ``missing`` is a family to put there, empty if none is."""

    families: tuple[str, ...]
    deck_families: tuple[str, ...]
    missing: str


def check_tag(name: str) -> str:
    """Return the tag that a name stands for: ``ur``, ``zh-Hant``, as gettext ``ur_PK``.

    Raises UnknownLanguageError unless CLDR knows the language, the script and the region.
    """
    tag = as_tag(name)
    from babel import Locale as CldrLocale

    english = CldrLocale("en")
    codes: dict[str, str] = dict(english.languages)
    if TAG_PATTERN.fullmatch(tag):
        language, *others = tag.split("-")
        known = {**english.scripts, **english.territories}
        unknown = [part for part in others if len(part) < 5 and part not in known]
        if language in codes and not unknown:
            return tag
        if language in codes:
            hint = f"leave it out: {language} ({codes[language]})"
            raise UnknownLanguageError(f'CLDR has no script or region "{unknown[0]}"', hint)
    raise UnknownLanguageError(f'CLDR knows no language "{name}"', _suggest(name, codes))


def language_names(tag: str) -> tuple[str, str]:
    """Return what a language calls itself, with a capital, and its English name (CLDR)."""
    cldr = CldrFormats(tag, None, None).cldr
    if cldr.language != tag.partition("-")[0]:
        from babel import Locale as CldrLocale

        name = str(CldrLocale("en").languages[tag.partition("-")[0]])
        return name, name
    own = str(cldr.get_display_name() or tag)
    return own[0].upper() + own[1:], str(cldr.get_display_name("en") or tag)


def letters_of(tag: str) -> frozenset[str]:
    """Return the letters of a language that CLDR's names of languages and countries are made of."""
    cldr = CldrFormats(tag, None, None).cldr
    texts = (*cldr.languages.values(), *cldr.territories.values(), *cldr.scripts.values())
    wanted = script_name(tag)
    return frozenset(
        each for text in texts for each in str(text) if script_of_letter(each) == wanted
    )


def write_locale(
    tag: str, english: Locale, english_text: str, fonts: LocaleFonts, *, inherits: bool
) -> str:
    """Return the text of a language's file.

    ``english_text`` is what the English locale was read from; ``inherits`` says that the labels are
    another file's, of the same language.
    """
    name, english_name = language_names(tag)
    how_it_runs = "from right to left" if runs_right_to_left(tag) else "from left to right"
    families, deck = _list(fonts.families), _list(fonts.deck_families)
    head = [
        "# yaml-language-server: $schema=../locale.schema.json",
        f"# The words of the {english_name} edition; {{holes}} are filled in.",
        f"# What is not said here is CLDR's: {how_it_runs}, digits, numbers, money, dates, lists.",
        f"name: {quote_scalar(name)}",
        f"english_name: {quote_scalar(english_name)}",
    ]
    if fonts.missing:
        file = fonts.missing.replace(" ", "")
        wanted = _list(dict.fromkeys((*fonts.families, fonts.missing)))
        head += [
            f"# No font in layouts/fonts has its letters: put {file}-Regular.ttf and",
            f"# {file}-Bold.ttf there, with their licence, and write:",
            f"# fonts: {wanted}",
        ]
    head += [
        f"fonts: {families}",
        "# What the presenter's machine is likely to have, the best first.",
        f"deck_fonts: {deck}",
        "",
    ]
    if inherits:
        head += ["# Only the labels that differ stand here.", "labels: {}", ""]
        return "\n".join(head)
    head += [
        "# A label that reads as in English is still to be translated, here or in the PO file that",
        f"# `translate export labels --locale {tag}` writes. If it is to stay so, name it:",
        "# same_as_english: [contents]",
        "",
    ]
    return "\n".join(head) + _write_labels(tag, english, english_text)


def _write_labels(tag: str, english: Locale, text: str) -> str:
    """Return the English labels as they stand in their file, with the plural forms of a language.

    Names of countries and patterns of dates, which CLDR has, are left out.
    """
    changed = {
        name: None
        if is_optional(name)
        else {category: str(form) for category, form in wanted_forms(None, label, tag).items()}
        for name, label in english.labels.items()
        if is_optional(name) or "" not in forms_of(label)
    }
    try:
        written = LocaleText(text, list(english.labels))
    except ValueError:  # labels between braces
        kept = {name: forms_of(label) for name, label in english.labels.items()} | changed
        lines = [line for name, one in kept.items() if one for line in write_label(name, one)]
        return "labels:\n" + "".join(f"  {line}" for line in lines)
    written.change(changed)
    return written.labels_text()


def _suggest(wrong: str, codes: dict[str, str]) -> str:
    """Return a hint at the tags that may have been meant, by tag or by name."""
    from difflib import get_close_matches

    from babel import Locale as CldrLocale
    from babel import localedata

    by_name = {name.casefold(): code for code, name in codes.items()}
    for code in localedata.locale_identifiers():
        if "_" not in code and (own := CldrLocale(code).get_display_name()):
            by_name.setdefault(own.casefold(), code)
    folded = wrong.casefold()
    near = [by_name[folded]] if folded in by_name else []
    near += [by_name[name] for name in get_close_matches(folded, by_name, n=2, cutoff=0.75)]
    near += get_close_matches(folded.partition("-")[0], codes, n=_SHOWN_NAMES, cutoff=0.6)
    found = [f'"{code}" ({codes.get(code, code)})' for code in dict.fromkeys(near)][:_SHOWN_NAMES]
    if found:
        return f"did you mean {' or '.join(found)}?"
    return "give the tag of a language by BCP 47, such as ur for Urdu"


def _list(names: Sequence[str] | dict[str, None]) -> str:
    return f"[{', '.join(names)}]"
