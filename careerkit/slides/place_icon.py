"""The plan of a slide and an icon go in; the plan with the icon in its place comes out."""

from __future__ import annotations

from dataclasses import replace

from careerkit.document.theme import Role
from careerkit.slides.plan import PlacedIcon, SlidePlan
from careerkit.slides.slide_layout import ICON_PT, Area

_BESIDE_TITLE_PT, _ABOVE_ITS_FOOT_PT = 20.0, 4


def place_icon(plan: SlidePlan, path: str | None) -> SlidePlan:
    """Place an icon of the theme, None for none: large where there is room, or by the title.

    Where the art of the career stands there is none.
    """
    layout = plan.layout
    if not path or layout.art:
        return plan
    title = layout.title.box
    top = title.y + title.height - ICON_PT - _ABOVE_ITS_FOOT_PT
    small = Area(title.x + title.width + _BESIDE_TITLE_PT, top, ICON_PT, ICON_PT)
    stroke: Role = "accent_soft" if layout.icon else "accent"
    if layout.bar == "accent3":
        stroke = "signal"
    return replace(plan, icon=PlacedIcon(path, stroke, layout.icon or small))
