"""One sheet of paper: a document's panels go in, two sides come out, and what found no room.

``selection`` knows what may be left out, and in which order; ``columns`` parts strips into columns
of given heights; ``plan`` chooses the type size and what is said; ``panels`` sets the sections;
``compose`` is the way through.
"""

from careerkit.pages.sheet.compose import ComposedSheet, compose_sheet
from careerkit.pages.sheet.selection import LeftOut

__all__ = ["ComposedSheet", "LeftOut", "compose_sheet"]
