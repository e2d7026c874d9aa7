"""QR codes with their words go in; plans of slides with some side by side, or one, come out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from careerkit.art.qr_code import QUIET_MODULES, qr_modules
from careerkit.document import blocks as b
from careerkit.slides.flow import Share, share_out
from careerkit.slides.frames import BODY, CODE_PT, SOURCE, Box, Frame
from careerkit.slides.plan import Code, FilledFrame, SlidePlan
from careerkit.slides.planner import Planner
from careerkit.slides.running_text import flatten

_LAYOUTS = (("Links", 3), ("Two links", 2))
_LARGE_CODE_PT = 270.0
LEAST_MODULE_PT = 2.7
"""A module on a slide 960 pt wide that a telephone reads from the last row.

It is then seen as one of 0.5 mm is at 0.6 m; the last row sits six times the picture's height away
from it (the 4/6/8 rule of projected text).
"""


def plan_codes(planner: Planner, codes: Sequence[b.QRCode]) -> list[SlidePlan]:
    """Set codes that stand together side by side, as many to a slide as have room for all words.

    Words that need it take the line of the source too. Where fewer are left for the last slide,
    they have the room of fewer: two wide apart, one large. A code of many modules stands alone.
    """
    return [
        plan
        for large, group in groupby(codes, _needs_room)
        for plan in (_plan_large if large else _plan_small)(planner, list(group))
    ]


def _needs_room(code: b.QRCode) -> bool:
    """Say whether a code has too many modules to stand beside others."""
    return (len(qr_modules(code.url)) + 2 * QUIET_MODULES) * LEAST_MODULE_PT > CODE_PT


def _plan_large(planner: Planner, codes: Sequence[b.QRCode]) -> list[SlidePlan]:
    return [plan for code in codes for plan in _single(planner, code, _words(code))]


def _plan_small(planner: Planner, codes: Sequence[b.QRCode]) -> list[SlidePlan]:
    words = [_words(code) for code in codes]
    for name, count in _LAYOUTS:
        frame = planner.layout(name).frame(BODY)
        if len(codes) < 2 or not all(planner.keeps_words_whole(each, frame) for each in words):
            continue
        for column in (frame, _to_the_foot(planner, name)):
            if all(len(planner.fit(each, column)) == 1 for each in words):
                pairs = list(zip(codes, words, strict=True))
                return _slides(
                    planner, name, share_out(len(pairs), count), pairs, column.box.height
                )
    return [
        plan
        for code, each in zip(codes, words, strict=True)
        for plan in _single(planner, code, each)
    ]


def _to_the_foot(planner: Planner, name: str) -> Frame:
    """Return the first column of words, let down over the line of the source."""
    layout = planner.layout(name)
    frame, source = layout.frame(BODY), layout.frame(SOURCE).box
    height = source.y + source.height - frame.box.y
    return replace(frame, box=replace(frame.box, height=height))


def _slides(
    planner: Planner,
    name: str,
    shares: Sequence[int],
    pairs: Sequence[tuple[b.QRCode, Share]],
    height: float,
) -> list[SlidePlan]:
    """Set so many codes on each slide, with words so high below them."""
    plans: list[SlidePlan] = []
    start = 0
    for share in shares:
        group = pairs[start : start + share]
        if share == 1:
            plans += _single(planner, *group[0])
        else:
            plans.append(_columns(planner, "Two links" if share == 2 else name, group, height))
        start += share
    return plans


def _columns(
    planner: Planner, name: str, group: Sequence[tuple[b.QRCode, Share]], height: float
) -> SlidePlan:
    layout = planner.layout(name)
    texts, drawings = [], []
    for place, (code, words) in enumerate(group):
        frame = layout.frame(BODY + place)
        box = Box(frame.box.x, planner.body.y, CODE_PT, CODE_PT)
        drawings.append(Code(code.url, box, b.plain_text(code.alt)))
        if words:
            area = None if height == frame.box.height else replace(frame.box, height=height)
            texts.append(FilledFrame(BODY + place, words, area))
    return planner.plan(layout, texts, drawings)


def _single(planner: Planner, code: b.QRCode, words: Share) -> list[SlidePlan]:
    box = Box(planner.body.x, planner.body.y, _LARGE_CODE_PT, _LARGE_CODE_PT)
    drawing = Code(code.url, box, b.plain_text(code.alt))
    return planner.with_words(planner.layout("One link"), [drawing], [(BODY, words)])


def _words(code: b.QRCode) -> Share:
    """Write the words beside a code, the first of them as its title."""
    words = list(flatten(code.blocks))
    if words:
        words[0] = replace(words[0], level=0, bullet="", strong=False)
    return tuple(words)
