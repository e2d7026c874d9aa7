"""QR codes with their words go in; plans of slides with three side by side, or one, come out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from careerkit.deck.flow import Share
from careerkit.deck.frames import BODY, CODE_PT, Box
from careerkit.deck.paragraphs import flatten
from careerkit.deck.plan import Code, FilledFrame, SlidePlan
from careerkit.deck.planner import Planner
from careerkit.layout import blocks as b

_SIDE_BY_SIDE = 3
_LARGE_CODE_PT = 270.0


def plan_codes(planner: Planner, codes: Sequence[b.QRCode]) -> list[SlidePlan]:
    """Set codes that stand together three to a slide; one with long words has its own."""
    frame = planner.layout("Links").frame(BODY)
    plans: list[SlidePlan] = []
    group: list[tuple[b.QRCode, Share]] = []
    for code in codes:
        words = _words(code)
        if len(codes) > 1 and len(planner.fit(words, frame)) == 1:
            group.append((code, words))
            if len(group) == _SIDE_BY_SIDE:
                plans.append(_columns(planner, group))
                group = []
            continue
        if group:
            plans.append(_columns(planner, group))
            group = []
        plans += _single(planner, code, words)
    if group:
        plans.append(_columns(planner, group))
    return plans


def _columns(planner: Planner, group: Sequence[tuple[b.QRCode, Share]]) -> SlidePlan:
    layout = planner.layout("Links")
    texts, drawings = [], []
    for place, (code, words) in enumerate(group):
        frame = layout.frame(BODY + place)
        box = Box(frame.box.x, planner.body.y, CODE_PT, CODE_PT)
        drawings.append(Code(code.url, box, b.plain_text(code.alt)))
        if words:
            texts.append(FilledFrame(BODY + place, words))
    return planner.plan(layout, texts, drawings)


def _single(planner: Planner, code: b.QRCode, words: Share) -> list[SlidePlan]:
    box = Box(planner.body.x, planner.body.y, _LARGE_CODE_PT, _LARGE_CODE_PT)
    drawing = Code(code.url, box, b.plain_text(code.alt))
    return planner.with_words(planner.layout("One link"), [drawing], [(BODY, words)])


def _words(code: b.QRCode) -> Share:
    """Write the words beside a code, the first of them as its title."""
    words = list(flatten(code.blocks))
    if words:
        words[0] = replace(words[0], level=0, bullet="", heading=False)
    return tuple(words)
