"""How many pages or slides a file has, by section, goes in; what is to be said of it comes out.

Nothing is cut and nothing is shrunk, so a file can become as long as its words make it. What is
longer than anybody uses is told, with what makes it long; what cannot be meant is refused.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerkit.content.problem import ContentError, Place, Problem

if TYPE_CHECKING:
    from careerkit.document.blocks import Section
    from careerkit.editions.task import RenderTask

_SECTIONS_TOLD, _WORTH_TELLING = 3, 0.1  # of all pages
_LONGEST_TITLE = 60  # characters of a section's title that are repeated


@dataclass(frozen=True, slots=True)
class LengthLimits:
    """An edition's limits: ``usual`` may be passed with a warning, ``most`` may not.

    ``unit`` is what is counted, ``reason`` why nobody wants more than usual.
    """

    unit: str
    usual: int
    most: int
    reason: str


def check_length(
    task: RenderTask, total: int, by_section: Mapping[str, int], limits: LengthLimits
) -> tuple[Problem, ...]:
    """Return a warning where a file is longer than usual. Raises ContentError where it is too long.

    ``by_section`` counts the pages or slides of each section, by its name. What is said names the
    line where the words of the longest begin.
    """
    if total <= limits.usual:
        return ()
    from careerkit.document.spans import plain_text

    by_length = sorted(by_section.items(), key=lambda one: (-one[1], one[0]))
    longest = [one for one in by_length[:_SECTIONS_TOLD] if one[1] >= _WORTH_TELLING * total]
    longest = longest or by_length[:1]
    sections = {section.name: section for section in task.document.sections}
    named = [
        f'{count} are "{shorten_title(plain_text(sections[name].title) or name)}"'
        for name, count in longest
    ]
    told = f"of which {' and '.join(named)}"
    name = f"the {task.edition} in {task.tag}"
    place = _find_beginning(sections[longest[0][0]]) or Place(task.profile.as_posix())
    if total > limits.most:
        message = f"{name} would have {total} {limits.unit}s, {told}; the most is {limits.most}"
        hint = "look for what came in by mistake, or make two careers of it"
        raise ContentError([Problem(place, "", message, hint)])
    message = f"{name} has {total} {limits.unit}s, {told}"
    hint = f"{limits.reason}: shorten what is longest, or leave it out"
    return (Problem(place, "", message, hint, "warning"),)


def _find_beginning(section: Section) -> Place | None:
    """Return where a section's words begin, in the file that most of them are from."""
    from careerkit.document.traversal import spans

    written = [span for span in spans(section) if span.place.line]
    letters: Counter[str] = Counter()
    for span in written:
        letters[span.place.file] += len(span.text)
    if not letters:
        return None
    file = max(letters, key=letters.__getitem__)
    return min(span.place for span in written if span.place.file == file)


def shorten_title(title: str) -> str:
    """Return as much of a section's title as a message repeats."""
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"
