"""One of the theme's icons and a place go in; a drawn icon comes out."""

from __future__ import annotations

from careerkit.art.icons import icon_shape
from careerkit.document.theme import Role, Theme
from careerkit.pdf.pen import Pen


def draw_icon(
    pen: Pen,
    theme: Theme,
    name: str,
    *,
    x: float,
    top: float,
    size: float,
    colour: Role = "accent",
) -> None:
    """Draw an icon as decoration; a theme without it draws none."""
    data = theme.icons.get(name)
    if data is None:
        return
    path = icon_shape(data, size, 0.0, 0.0)
    pen.path(
        path,
        x=x,
        top=top,
        stroke=colour,
        stroke_width=theme.icon_stroke * size / 24,
        upright_width=size,
    )
