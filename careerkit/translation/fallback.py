"""A language's tag goes in; the languages to ask for what it lacks come out, in order.

``si-LK`` asks ``si``, then what either names as its ``fallback``, and at last ``en``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from difflib import get_close_matches

from careerkit.content.locale import Locale
from careerkit.content.problem import ContentError, Problem
from careerkit.translation.tags import LAST_LANGUAGE, lineage, same_language

_INHERITED = ("fallback", "habits", "line_height", "digits", "money")


def find_chain(
    tag: str, there: Collection[str], read: Callable[[str], Locale | None]
) -> tuple[Locale, ...]:
    """Return the locales to ask, that of ``tag`` first.

    ``there`` are the tags that have a file, ``read`` reads one or gives None. Raises ContentError
    for a ``fallback`` that has none.
    """
    chain: dict[str, Locale] = {}
    wanted = [tag]
    while wanted:
        family = [one for one in lineage(wanted.pop(0)) if one in there and one not in chain]
        for locale in filter(None, map(read, family)):
            chain[locale.tag] = locale
            if locale.fallback is not None:
                _check_fallback(locale, there)
                wanted.append(str(locale.fallback))
        if not wanted and LAST_LANGUAGE in there and LAST_LANGUAGE not in chain:
            last = read(LAST_LANGUAGE)
            if last is not None:
                chain[LAST_LANGUAGE] = last
    return tuple(chain.values())


def merge_family(chain: Sequence[Locale]) -> Locale:
    """Return the first locale, completed by the others of its language: ``si-LK`` from ``si``."""
    first = chain[0]
    family = [locale for locale in chain if same_language(locale.tag, first.tag)]
    if len(family) == 1:
        return first
    labels = {name: label for one in reversed(family) for name, label in one.labels.items()}
    changed: dict[str, object] = {"labels": labels}
    for name in _INHERITED:
        given = [getattr(locale, name) for locale in family]
        changed[name] = next((value for value in given if value is not None), None)
    return first.model_copy(update=changed)


def _check_fallback(locale: Locale, there: Collection[str]) -> None:
    fallback = locale.fallback
    if fallback is None or fallback in there:
        return
    near = get_close_matches(fallback, sorted(there), n=1)
    hint = f'did you mean "{near[0]}"?' if near else f"there are: {', '.join(sorted(there))}"
    message = f'there is no language "{fallback}"'
    raise ContentError([Problem(fallback.place, "fallback", message, hint)])
