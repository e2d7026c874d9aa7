"""A profile and the languages there are go in; a warning if it is in another script comes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from careerkit.content.models.content_model import walk_texts
from careerkit.content.models.profile import Profile
from careerkit.content.problem import Problem
from careerkit.content.profile_template import is_placeholder
from careerkit.translation.words.script_names import script_name, script_of_letter

# So many letters are more than a name; so small a part of them is what names make in a text.
_FEWEST_LETTERS = 20
_MOST_NAMES = 0.2
_MAIN_SCRIPT = 0.6


def lint_language(profile: Profile, tags: Sequence[str]) -> Iterator[Problem]:
    """Yield a warning if a career's text is plainly not in the script of its language.

    ``tags`` are the languages there are, of which one may be meant.
    """
    counted: Counter[str] = Counter()
    for _, text, stays in walk_texts(profile):
        if not stays and not is_placeholder(text):
            counted.update(filter(None, map(script_of_letter, text)))
    total = counted.total()
    if total < _FEWEST_LETTERS:
        return
    ((script, count),) = counted.most_common(1)
    wanted = script_name(profile.language)
    if script == wanted or count < _MAIN_SCRIPT * total or counted[wanted] > _MOST_NAMES * total:
        return
    written = script.capitalize()
    near = [tag for tag in tags if script_name(tag) == script]
    hint = "say in language: which it is, by the tag of a file in source/locales"
    if near:
        hint = f"say in the file {' or '.join(f'`language: {tag}`' for tag in near)}"
    message = f'the text is in {written} letters, but is taken for "{profile.language}"'
    yield Problem(profile.place_of("language"), "language", message, hint, "warning")
