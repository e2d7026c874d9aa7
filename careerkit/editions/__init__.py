"""The editions: what can be made of a career, one file of this room for each.

To add one, write its file and put its value into this list.
"""

from careerkit.editions.booklet import BOOKLET
from careerkit.editions.deck import DECK
from careerkit.editions.duplex import DUPLEX
from careerkit.editions.edition import Edition
from careerkit.editions.handout import HANDOUT
from careerkit.editions.large_print import LARGE_PRINT
from careerkit.editions.press import PRESS

EDITIONS: tuple[Edition, ...] = (BOOKLET, HANDOUT, DUPLEX, LARGE_PRINT, PRESS, DECK)


def edition_named(name: str) -> Edition:
    """Return an edition. Raises KeyError where there is none of that name."""
    for edition in EDITIONS:
        if edition.name == name:
            return edition
    raise KeyError(name)
