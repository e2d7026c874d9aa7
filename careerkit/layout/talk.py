"""A talk and the slides laid out from it go in; a warning for each cue that no slide has comes out.

A cue is spoken if its words stand in a slide's notes: whatever names a layout's template asks for,
what is lost is what did not arrive.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from careerkit.content.nearest import nearest
from careerkit.content.problem import Place, Problem
from careerkit.content.text import Text
from careerkit.document.blocks import Document, Notes
from careerkit.document.traversal import spans

if TYPE_CHECKING:
    from careerkit.content.models.materials import Cue


_BESIDE_SPEECH = {
    "ask": "the question",
    "do": "what the speaker does",
    "if_asked": "what the speaker answers",
}


def find_unspoken(talk: Iterable[Cue], document: Document) -> Iterator[Problem]:
    """Yield a warning at the section's name of each cue whose words are in no slide's notes."""
    names = [section.name for section in document.sections]
    # A profile says "skills" where a layout makes a slide of each kind of them: "skills-soft".
    stems = dict.fromkeys(name.partition("-")[0] for name in names)
    blocks = (block for section in document.sections for block in section.blocks)
    spoken = {span.place for block in blocks if isinstance(block, Notes) for span in spans(block)}
    there = {span.place for span in spans(document)}
    for index, cue in enumerate(talk):
        if _is_spoken(cue.say, spoken):
            yield from _find_left_out(f"talk[{index}]", cue, there)
            continue
        name = str(cue.section)
        if name in names:
            message = f"the layout leaves out what is said at the slide {name!r}"
            hint = "let the notes of that section go through profile.talk: see layouts/README.md"
        else:
            message = f"no slide is called {name!r}, and what is said there is lost"
            hint = nearest(name, (*names, *stems)) or "the slides are: " + ", ".join(names)
        yield Problem(cue.section.place, f"talk[{index}].section", message, hint, "warning")


def _find_left_out(path: str, cue: Cue, there: set[Place]) -> Iterator[Problem]:
    """Warn of what else a cue has and no slide or notes have: a layout may be older."""
    for field, what in _BESIDE_SPEECH.items():
        words: Text | None = getattr(cue, field)
        if words is not None and not _is_spoken(words, there):
            message = f"the layout leaves out {what} at the slide {str(cue.section)!r}"
            hint = f"print cue.{field} beside cue.say: see layouts/README.md"
            yield Problem(words.place, f"{path}.{field}", message, hint, "warning")


def _is_spoken(words: Text, spoken: set[Place]) -> bool:
    return any(paragraph.place in spoken for paragraph in words.paragraphs)
