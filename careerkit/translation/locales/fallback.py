"""A language's tag goes in; the languages to ask for what it lacks come out, in order.

``si-LK`` asks ``si``, then what either names as its ``fallback``, and at last ``en``. No language
may come back to itself that way.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from careerkit.content.language_tag import lineage
from careerkit.content.models.locale import Locale
from careerkit.content.nearest import nearest_or_all
from careerkit.content.problem import ContentError, Problem
from careerkit.translation.language_tags import LAST_LANGUAGE, runs_right_to_left, same_language

_INHERITED = ("fallback", "habits", "direction", "line_height", "digits", "money")


def find_chain(
    tag: str, there: Collection[str], read: Callable[[str], Locale | None]
) -> tuple[Locale, ...]:
    """Return the locales to ask, that of ``tag`` first.

    ``there`` are the tags that have a file, ``read`` reads one or gives None. Raises ContentError
    for a ``fallback`` that has none, and for a ring of them.
    """
    chain: dict[str, Locale] = {}
    wanted = [tag]
    while wanted:
        family = [one for one in lineage(wanted.pop(0)) if one in there and one not in chain]
        for locale in filter(None, map(read, family)):
            chain[locale.tag] = locale
            if locale.fallback is not None:
                _check_fallback(locale, there)
                _check_ring(locale, there, read)
                wanted.append(str(locale.fallback))
        if not wanted and LAST_LANGUAGE in there and LAST_LANGUAGE not in chain:
            last = read(LAST_LANGUAGE)
            if last is not None:
                chain[LAST_LANGUAGE] = last
    return tuple(chain.values())


def merge_family(chain: Sequence[Locale]) -> Locale:
    """Return the first locale, completed by the others of its language: ``si-LK`` from ``si``.

    Where none of them says how its lines run, its script does.
    """
    first = chain[0]
    family = [locale for locale in chain if same_language(locale.tag, first.tag)]
    labels = {name: label for one in reversed(family) for name, label in one.labels.items()}
    changed: dict[str, object] = {"labels": labels}
    for name in _INHERITED:
        given = [getattr(one, name) for one in family if name in one.model_fields_set]
        changed[name] = next((value for value in given if value is not None), None)
    if changed["direction"] is None:
        changed["direction"] = "rtl" if runs_right_to_left(first.tag) else "ltr"
    return first.model_copy(update=changed)


def _check_fallback(locale: Locale, there: Collection[str]) -> None:
    fallback = locale.fallback
    # A school that writes in no English needs no English file, though all others fall back to it.
    if fallback is None or fallback in there or fallback == LAST_LANGUAGE:
        return
    hint = nearest_or_all(fallback, there)
    message = f'there is no language "{fallback}"'
    raise ContentError([Problem(fallback.place, "fallback", message, hint)])


def _check_ring(
    locale: Locale, there: Collection[str], read: Callable[[str], Locale | None]
) -> None:
    """Raise ContentError if a language comes back to itself, at its place in each run the same."""
    way = [locale]
    while way[-1].fallback is not None:
        family = [read(one) for one in lineage(way[-1].fallback) if one in there]
        following = [one for one in family if one is not None and one.fallback is not None]
        if locale in following:
            break
        if not following or following[0] in way:
            return  # the end, or a ring that this one is not part of
        way.append(following[0])
    else:
        return
    tags = [one.tag for one in way]
    start = tags.index(min(tags))
    ring = [*way[start:], *way[:start]]
    told = " to ".join([one.tag for one in ring] + [ring[0].tag])
    fallback = ring[0].fallback
    assert fallback is not None
    message = f"the languages fall back on one another in a ring: {told}"
    hint = "take the fallback out of one of them"
    raise ContentError([Problem(fallback.place, "fallback", message, hint)])
