"""The plans of a deck's slides go in; what is said of a deck that is too long comes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from careerkit.content.problem import Place, Problem
from careerkit.deck.plan import SlidePlan
from careerkit.layout.blocks import NOWHERE, Document, Section, plain_text, spans

# A talk of a school hour has time for as many; README.md names both.
LONGEST_TALK = 60
# More slides than anybody can mean: the deck is not made.
MOST_SLIDES = 300
_SHOWN = 3


def check_length(document: Document, plans: Sequence[SlidePlan]) -> Iterator[Problem]:
    """Give a warning for a deck over ``LONGEST_TALK`` slides, an error over ``MOST_SLIDES``.

    It names the parts that make it long, and stands at the first words of the longest.
    """
    count = len(plans)
    if count <= LONGEST_TALK:
        return
    parts = Counter(plan.section for plan in plans).most_common(_SHOWN)
    named = ", ".join(f'{slides} for "{_title(document, plans, name)}"' for name, slides in parts)
    limit = MOST_SLIDES if count > MOST_SLIDES else LONGEST_TALK
    yield Problem(
        _place(document, parts[0][0]),
        parts[0][0],
        f"the deck has {count} slides, more than {limit}: {named}",
        "shorten these parts, or keep what need not be shown for the booklet",
        "error" if count > MOST_SLIDES else "warning",
    )


def _title(document: Document, plans: Sequence[SlidePlan], name: str) -> str:
    section = _section(document, name)
    first = next(plan.title for plan in plans if plan.section == name)
    return plain_text(section.title or first)


def _section(document: Document, name: str) -> Section:
    return next(section for section in document.sections if section.name == name)


def _place(document: Document, name: str) -> Place:
    """Return where the words of a section begin in the file that most of the deck is from."""
    files = Counter(span.place.file for span in spans(document) if span.place != NOWHERE)
    for file, _ in files.most_common(1):
        for span in spans(_section(document, name)):
            if span.place.file == file:
                return span.place
    return NOWHERE
