"""QR codes with their words go in; plans of slides with some side by side, or one, come out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from careerkit.art.qr_code import QUIET_MODULES, qr_modules
from careerkit.slides.contents import CodeContent, CodesContent
from careerkit.slides.flow import share_out
from careerkit.slides.plan import PlacedCode, PlacedText, SlidePlan
from careerkit.slides.planner import Planner
from careerkit.slides.slide_layout import Area, Placeholder, SlideLayout

LEAST_MODULE_PT = 2.7
"""A module on a slide 960 pt wide that a telephone reads from the last row.

It is then seen as one of 0.5 mm is at 0.6 m; the last row sits six times the picture's height away
from it (the 4/6/8 rule of projected text).
"""
# Where a layout has no room of its own for a code, the body gives it so much beside its words.
_BESIDE_WORDS_PT, _GAP_PT = 270.0, 20.0
_MOST_OF_BODY = 0.5


def plan_codes(planner: Planner, content: CodesContent) -> list[SlidePlan]:
    """Set codes that stand together side by side, as many to a slide as have room for all words.

    Words that need it take the line of the source too. Where fewer are left for the last slide,
    they have the room of fewer: two wide apart, one large. A code of many modules stands alone.
    """
    side_by_side = [
        layout
        for layout in (*planner.layouts("three codes"), *planner.layouts("two codes"))
        if layout.codes
    ]

    def stands_alone(code: CodeContent) -> bool:
        return not side_by_side or _modules(code) * LEAST_MODULE_PT > side_by_side[0].codes[0].width

    return [
        plan
        for alone, group in groupby(content.codes, stands_alone)
        for plan in (
            _plan_alone(planner, list(group))
            if alone
            else _plan_together(planner, list(group), side_by_side)
        )
    ]


def _modules(code: CodeContent) -> int:
    """Count the modules of a code's side, its quiet zone included."""
    return len(qr_modules(code.url)) + 2 * QUIET_MODULES


def _plan_alone(planner: Planner, codes: Sequence[CodeContent]) -> list[SlidePlan]:
    return [plan for code in codes for plan in _plan_one(planner, code)]


def _plan_together(
    planner: Planner, codes: Sequence[CodeContent], layouts: Sequence[SlideLayout]
) -> list[SlidePlan]:
    words = [code.paragraphs for code in codes]
    for layout in layouts:
        body = layout.body
        if len(codes) < 2 or not all(planner.keeps_words_whole(each, body) for each in words):
            continue
        for column in (body, _down_to_the_foot(layout)):
            if all(len(planner.fit(each, column)) == 1 for each in words):
                shares = share_out(len(codes), len(layout.codes))
                return _plan_shares(planner, shares, codes, layouts, column.box.height)
    return _plan_alone(planner, codes)


def _down_to_the_foot(layout: SlideLayout) -> Placeholder:
    """Return the first column of words, let down over the line of the source."""
    body, source = layout.body, layout.find("source")
    if source is None:
        return body
    height = source.box.y + source.box.height - body.box.y
    return replace(body, box=replace(body.box, height=height))


def _plan_shares(
    planner: Planner,
    shares: Sequence[int],
    codes: Sequence[CodeContent],
    layouts: Sequence[SlideLayout],
    height: float,
) -> list[SlidePlan]:
    """Set so many codes on each slide, with words so high below them."""
    plans: list[SlidePlan] = []
    start = 0
    for share in shares:
        group = codes[start : start + share]
        if share == 1:
            plans += _plan_one(planner, group[0])
        else:
            layout = min(
                (each for each in layouts if len(each.codes) >= share),
                key=lambda each: len(each.codes),
            )
            plans.append(_plan_columns(planner, layout, group, height))
        start += share
    return plans


def _plan_columns(
    planner: Planner, layout: SlideLayout, group: Sequence[CodeContent], height: float
) -> SlidePlan:
    texts, graphics = [], []
    for code, area, body in zip(group, layout.codes, layout.find_all("body"), strict=False):
        graphics.append(_place_code(code, area))
        if code.paragraphs:
            box = None if height == body.box.height else replace(body.box, height=height)
            texts.append(PlacedText(body, code.paragraphs, box))
    return planner.plan(layout, texts, graphics)


def _plan_one(planner: Planner, code: CodeContent) -> list[SlidePlan]:
    """Set a code large, its words beside it."""
    layout = planner.layouts("one code")[-1]
    body, beside = layout.body, None
    if layout.codes:
        (area,) = layout.codes
    else:
        side = min(_BESIDE_WORDS_PT, body.box.height, body.box.width * _MOST_OF_BODY)
        area = Area(body.box.x, body.box.y, side, side)
        left = side + _GAP_PT
        beside = replace(body.box, x=body.box.x + left, width=body.box.width - left)
    words = PlacedText(body, code.paragraphs, beside)
    return planner.plan_with_words(layout, [_place_code(code, area)], [words])


def _place_code(code: CodeContent, area: Area) -> PlacedCode:
    """Let the dark part begin where the words below it do; the quiet zone lies in the margin."""
    quiet = area.width * QUIET_MODULES / _modules(code)
    return PlacedCode(code.url, replace(area, x=area.x - quiet), code.alt)
