"""Named places of a PDF 2.0 file go in; its tree of named destinations comes out.

PDF/UA-2 (ISO 14289-2, 8.8) asks that links and bookmarks lead to an element of the tag tree
(*structure destination*, ISO 32000-2, 12.3.2.3). Readers of PDF 1.7 know pages alone. So each name
stands for a go-to action with both: ``D`` is the place on a page, ``SD`` the element.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportlab.pdfbase import pdfdoc


class _NamedDestination(pdfdoc.Destination):  # type: ignore[misc]  # ReportLab 5.1 has no types
    """A place that is written as its name wherever something leads to it."""

    def format(self, _document: Any) -> bytes:
        return _key(self.name).encode("ascii")

    def write_target(self, document: Any, element: str) -> str:
        """Write the action that leads to the place, and to an element by its object's number."""
        place = super().format(document).decode("ascii")
        _, _, position = place.partition(" R")  # what stands behind the page
        return f"<</S/GoTo/D{place}/SD[{element}{position}>>"


class NamedDestinations(dict[str, _NamedDestination]):
    """The named places of one file; stands in for what a ReportLab canvas keeps them in."""

    def __missing__(self, name: str) -> _NamedDestination:
        """Make a place that something leads to before it is known."""
        made = self[name] = _NamedDestination(name)
        return made

    def write(self, document: Any, element_of: Callable[[str], str]) -> bytes:
        """Return the source of the name tree (ISO 32000-2, 7.9.6); ``element_of`` gives numbers."""
        entries = [
            f"{_key(name)}{place.write_target(document, element_of(name))}"
            for name, place in sorted(self.items(), key=lambda entry: entry[0].encode())
        ]
        return ("<</Names[" + "\n".join(entries) + "]>>").encode("ascii")


def _key(name: str) -> str:
    return f"<{name.encode().hex().upper()}>"
