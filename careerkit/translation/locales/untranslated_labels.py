"""A locale and the English one go in; the labels that still are English, and warnings, come out.

A label whose text is its English source is not translated, unless the file says that it is meant.
One without words, such as "{label}: {range}", is the same in many languages.
"""

from __future__ import annotations

from collections.abc import Iterator

from careerkit.content.excerpt import quote
from careerkit.content.models.locale import Locale
from careerkit.content.nearest import nearest
from careerkit.content.problem import Place, Problem
from careerkit.translation.language_tags import LAST_LANGUAGE, same_language
from careerkit.translation.locales.label_check import is_optional
from careerkit.translation.locales.label_forms import has_words, is_english
from careerkit.translation.words.labels import forms_of


def find_untranslated(locale: Locale, english: Locale) -> tuple[str, ...]:
    """Return the names of the labels of a locale that still are English, in their order."""
    if english.tag != LAST_LANGUAGE or same_language(locale.tag, english.tag):
        return ()
    return tuple(
        name
        for name, label in locale.labels.items()
        if not is_optional(name)
        and name not in locale.same_as_english
        and (known := english.labels.get(name)) is not None
        and has_words(known)
        and any(is_english(form, category, known) for category, form in forms_of(label).items())
    )


def warn_of_untranslated(locale: Locale, english: Locale, *, listing: bool) -> Iterator[Problem]:
    """Yield a warning for labels that still are English, one for all; ``listing`` names each."""
    names = find_untranslated(locale, english)
    language = str(locale.english_name)
    if listing:
        for name in names:
            form = next(iter(forms_of(locale.labels[name]).values()))
            message = f"missing translation: {quote(form)} is not translated into {language}"
            hint = "translate it there, or name it under same_as_english: if it is to stay"
            yield Problem(form.place, f"labels.{name}", message, hint, "warning")
    elif names:
        needed = (label for name, label in english.labels.items() if not is_optional(name))
        total = sum(map(has_words, needed))
        message = f"{len(names)} of {total} labels are not translated into {language}"
        hint = (
            "`check --list` gives each, `translate export labels` sends them to translators; those"
            " that are to stay are named under same_as_english:"
        )
        place = Place(locale.place.file, locale.place_of("labels").line)
        yield Problem(place, "labels", message, hint, "warning")
    for name in locale.same_as_english:
        if name not in english.labels and name not in locale.labels:
            hint = nearest(name, english.labels) or "take it out"
            yield Problem(name.place, "same_as_english", f'no label "{name}"', hint, "warning")
