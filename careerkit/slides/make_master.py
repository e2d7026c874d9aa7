"""A theme's measures and a language's style go in; the slide master with its layouts comes out."""

from __future__ import annotations

from functools import lru_cache

from careerkit.document.theme import DeckSizes
from careerkit.slides.faces import is_set_by_latin
from careerkit.slides.graphic_layouts import (
    make_chart,
    make_codes,
    make_facts,
    make_pictures,
    make_roadmap,
)
from careerkit.slides.slide_layout import LINE_HEIGHT, TALL_LINE_HEIGHT
from careerkit.slides.slide_master import SlideMaster
from careerkit.slides.slide_measures import SlideMeasures
from careerkit.slides.text_layouts import (
    make_columns,
    make_endings,
    make_lists,
    make_openings,
    make_set_apart,
    make_stages,
    make_statements,
)
from careerkit.typography import LocaleStyle

_LANGUAGES_REMEMBERED = 16  # all careers of a language have one master


@lru_cache(maxsize=_LANGUAGES_REMEMBERED)
def make_master(
    sizes: DeckSizes, style: LocaleStyle, least_line_height: float = 0.0
) -> SlideMaster:
    """Draw the slides. Sizes grow with the language's scale and never below the theme's.

    ``least_line_height`` is that of the face they are drawn with, where it is known.
    """
    # 13.333 in the theme stands for the 13 1/3 inches of PowerPoint's own 16:9 slide.
    width, height = (round(inches * 6) * 12.0 for inches in sizes.size_in)
    own = TALL_LINE_HEIGHT if style.line_height or not is_set_by_latin(style) else LINE_HEIGHT
    line_height = max(own, least_line_height)
    slide = SlideMeasures(width, height, sizes, style.size_scale, line_height)
    layouts = (
        *make_openings(slide),
        *make_statements(slide),
        *make_lists(slide),
        *make_facts(slide),
        *make_chart(slide),
        *make_stages(slide),
        *make_roadmap(slide),
        *make_codes(slide),
        *make_columns(slide),
        *make_pictures(slide),
        *make_set_apart(slide),
        *make_endings(slide),
    )
    body = slide.text("body", "Text", slide.body_box, slide.levels(sizes.body_pt, "bullets"))
    small = slide.level(sizes.small_pt)
    return SlideMaster(width, height, slide.title(), body, small, layouts)
