"""A slide master is a set of slide layouts; the role of a slide goes in, its layouts come out.

The layouts may come from anywhere: this project draws its own, and a reader of a presentation may
give others. Of all roles only a list has to be there. Where a role has no layout, another's take
its place, and what they have no room for goes on as text, into the notes, or without its form.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from careerkit.slides.slide_layout import Area, LayoutRole, Placeholder, SlideLayout, TextLevel


def fall_backs(role: LayoutRole) -> tuple[LayoutRole, ...]:  # one case for each chain
    """Return the roles whose layouts stand in for those of a role, the nearest first.

    With none of them, what asks for the role does without: facts stand alone, columns below one
    another, codes one to a slide, and a roadmap is told in words.
    """
    match role:
        case "long statement":
            return ("statement", "list")
        case "fact" | "callout":
            return ("statement", "list")
        case "caution":
            return ("callout", "statement", "list")
        case "title" | "statement" | "steps" | "stage" | "closing" | "sources":
            return ("list",)
        case "chart" | "picture" | "table" | "one code":
            return ("list",)
        case "two facts":
            return ("two columns",)
        case "list" | "three facts" | "two codes" | "three codes":
            return ()
        case "roadmap" | "two columns" | "blank":
            return ()
        case _:
            assert_never(role)


@dataclass(frozen=True, slots=True, eq=False)
class SlideMaster:
    """The slide's size in points, the styles of its text, and all layouts in their order.

    Of one role the layout with the largest text comes first; the last takes anything. ``title``
    and ``body`` are the placeholders that the layouts say their difference from; ``small`` is the
    text of captions and numbers. ``is_rtl`` says that they are for a language read from right to
    left. Two masters are never equal, so that what is made of one can be remembered by it.

    Raises ValueError without a layout for lists, or where two layouts have one name.
    """

    width: float
    height: float
    title: Placeholder
    body: Placeholder
    small: TextLevel
    layouts: tuple[SlideLayout, ...]
    is_rtl: bool = False

    def __post_init__(self) -> None:
        """See that any slide can be made."""
        lists = [each for each in self.layouts if each.role == "list"]
        if not lists or any(not each.find("title") or not each.find("body") for each in lists):
            raise ValueError("a slide master needs a layout with a title and a body, for lists")
        if len({each.name for each in self.layouts}) < len(self.layouts):
            raise ValueError("two layouts have one name")

    @property
    def body_box(self) -> Area:
        """The area below the title in which most slides have their text."""
        return self.body.box

    @property
    def plain(self) -> SlideLayout:
        """The layout that takes any running text."""
        return self.find("list")[-1]

    def find(self, role: LayoutRole) -> tuple[SlideLayout, ...]:
        """Return the layouts of a role, or of the first of its fall-backs that has any."""
        for each in (role, *fall_backs(role)):
            if found := tuple(layout for layout in self.layouts if layout.role == each):
                return found
        return ()
