"""Two headed texts go in; the slide on which they stand side by side, or nothing, comes out."""

from __future__ import annotations

from dataclasses import replace

from careerkit.slides.contents import ColumnsContent
from careerkit.slides.flow import pour
from careerkit.slides.paragraphs import HEAD, SlideParagraph
from careerkit.slides.plan import PlacedText, SlidePlan
from careerkit.slides.planner import Planner


def plan_columns(planner: Planner, content: ColumnsContent) -> SlidePlan | None:
    """Set two texts side by side; None where they need more than one slide."""
    layout = next(iter(planner.layouts("two columns")), None)
    if layout is None or len(layout.find_all("heading")) < len(content.heads):
        return None
    items = sum(each.is_item for side in content.sides for each in side)
    most = planner.most if items <= planner.most else max(1, planner.most // 2)
    texts: list[PlacedText] = []
    columns = zip(
        content.heads,
        content.sides,
        layout.find_all("heading"),
        layout.find_all("body"),
        strict=True,
    )
    for head, side, above, body in columns:
        shown, *more = planner.fit((SlideParagraph(head, 0, ""),), above)
        rest = tuple(replace(each, level=HEAD, strong=True) for share in more for each in share)
        shares = pour((*rest, *side), body, planner.measure, most)
        if len(shares) > 1:
            return None
        texts.append(PlacedText(above, shown))
        texts += (PlacedText(body, share) for share in shares if share)
    return planner.plan(layout, texts)
