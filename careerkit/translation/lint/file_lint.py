"""A profile, its translation and the language go in; warnings about suspicious words come out.

None of them says that a translation is wrong. A note at an entry answers for what is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from careerkit.content.models.catalogue import Catalogue, TermRule
from careerkit.content.models.content_model import walk_texts
from careerkit.content.models.locale import Locale
from careerkit.content.models.profile import CareerFile, Profile
from careerkit.content.problem import Place, Problem
from careerkit.content.text import Text
from careerkit.content.yaml.source_text import split_lines
from careerkit.translation.catalogues.comparison import Message, compare
from careerkit.translation.language_tags import runs_right_to_left, same_base
from careerkit.translation.lint.letters import (
    Suspicion,
    find_lost_joiners,
    find_mixed_scripts,
    find_names,
    find_old_font,
)
from careerkit.translation.lint.pairs import (
    find_other_digits,
    find_other_holes,
    find_other_numbers,
    find_other_terms,
    find_same,
)
from careerkit.translation.lint.signs import find_lone_signs
from careerkit.translation.locales.label_forms import has_words
from careerkit.translation.words.cldr_formats import CldrFormats
from careerkit.translation.words.script_names import script_name

_LONGEST_TEXT = 200  # lines


def lint_catalogue(
    profile: CareerFile,
    catalogue: Catalogue,
    locale: Locale,
    terms: Sequence[TermRule],
    text: str,
) -> Iterator[Problem]:
    """Yield a warning for each suspicious place of a translation; ``text`` is its file's."""
    lines = split_lines(text)
    for message in compare(profile, catalogue).translated:
        target = message.target
        if target is None:
            continue
        for suspicion in _suspicions(message, target, locale, terms):
            yield _problem(suspicion, target, "entries", lines)


def lint_locale(locale: Locale, text: str) -> Iterator[Problem]:
    """Yield a warning for each suspicious place of a language's file; ``text`` is what it holds."""
    lines = split_lines(text)
    yield from _lint_habits(locale)
    yield from _lint_direction(locale)
    for name, label in locale.labels.items():
        for form in (label,) if isinstance(label, Text) else label.values():
            if form.language == locale.tag and has_words(form):
                for suspicion in _letters(form, "", locale):
                    yield _problem(suspicion, form, f"labels.{name}", lines)


def _lint_habits(locale: Locale) -> Iterator[Problem]:
    habits, tag = locale.habits, locale.tag
    if habits is None or same_base(habits, tag) or not CldrFormats(tag, None, None).is_known:
        return
    message = f'"{habits}" is no form of "{tag}", whose dates and numbers it is to be for'
    hint = "take the line out, or name a country's form of this very language"
    yield Problem(habits.place, "habits", message, hint, "warning")


def _lint_direction(locale: Locale) -> Iterator[Problem]:
    own = "rtl" if runs_right_to_left(locale.tag) else "ltr"
    if "direction" not in locale.model_fields_set or locale.direction == own:
        return
    way = "right to left" if own == "rtl" else "left to right"
    message = f'"{locale.direction}" is not how its script is read: that is from {way}'
    hint = "take the line out: the script tells the direction"
    yield Problem(locale.place_of("direction"), "direction", message, hint, "warning")


def lint_profile(
    profile: Profile, texts: Mapping[str, str], digits: str | None = None
) -> Iterator[Problem]:
    """Yield a warning for each suspicious word of a profile itself.

    ``texts`` are those of its files by their names; ``digits`` is the digit system that its
    language has chosen, if it has.
    """
    lines = {file: split_lines(text) for file, text in texts.items()}
    script = script_name(profile.language)
    for path, written, stays in walk_texts(profile):
        if script == "LATIN" and written.isascii():
            continue  # as nearly every text in English: it has letters of one script
        suspicions = [*find_lost_joiners(written), *find_mixed_scripts(written)]
        suspicions += find_lone_signs(written)
        if script != "LATIN" and not stays:
            suspicions += find_old_font(written, " ".join(find_names(written)), script)
            suspicions += find_other_digits(written, digits) if digits else ()
        for suspicion in suspicions:
            yield _problem(suspicion, written, path, lines[written.place.file])


def _suspicions(
    message: Message, target: Text, locale: Locale, terms: Sequence[TermRule]
) -> Iterator[Suspicion]:
    source = str(message.units[0].text)
    yield from _letters(target, source, locale)
    yield from find_other_holes(source, target)
    if message.entry is not None and message.entry.note is None:
        yield from find_same(source, target, message.units[0].kind)
        yield from find_other_numbers(source, target)
        yield from find_other_terms(source, target, terms)


def _letters(target: Text, source: str, locale: Locale) -> Iterator[Suspicion]:
    script = script_name(locale.tag)
    if script == "SINHALA":
        yield from find_lost_joiners(target)
    if script != "LATIN":
        yield from find_old_font(target, source, script)
    yield from find_mixed_scripts(target)
    yield from find_lone_signs(target)
    if locale.digits is not None:
        yield from find_other_digits(target, locale.digits)


def _problem(suspicion: Suspicion, target: Text, field: str, lines: Sequence[str]) -> Problem:
    place = _locate(suspicion.word, target.place, lines) if suspicion.word else target.place
    return Problem(place, field, suspicion.message, suspicion.hint, "warning")


def _locate(word: str, place: Place, lines: Sequence[str]) -> Place:
    """Return where a word of a text stands, which may go over several lines of its file."""
    pattern = re.compile(rf"(?<!\w){re.escape(word)}")
    for number, line in _lines_from(place, lines):
        begin = place.column - 1 if number == place.line else 0
        found = pattern.search(line, begin)
        if found:
            return Place(place.file, number, found.start() + 1)
    return place


def _lines_from(place: Place, lines: Sequence[str]) -> Iterable[tuple[int, str]]:
    first = max(place.line, 1)
    return enumerate(lines[first - 1 : first - 1 + _LONGEST_TEXT], start=first)
