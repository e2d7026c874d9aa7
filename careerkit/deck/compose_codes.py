"""QR codes with their words go in; plans of slides with some side by side, or one, come out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from careerkit.deck.flow import Share
from careerkit.deck.frames import BODY, CODE_PT, Box
from careerkit.deck.plan import Code, FilledFrame, SlidePlan
from careerkit.deck.planner import Planner
from careerkit.deck.running_text import flatten
from careerkit.layout import blocks as b

_LAYOUTS = (("Links", 3), ("Two links", 2))
_LARGE_CODE_PT = 270.0


def plan_codes(planner: Planner, codes: Sequence[b.QRCode]) -> list[SlidePlan]:
    """Set codes that stand together side by side, as many to a slide as have room for all words."""
    words = [_words(code) for code in codes]
    for name, count in _LAYOUTS:
        frame = planner.layout(name).frame(BODY)
        if len(codes) > 1 and all(len(planner.fit(each, frame)) == 1 for each in words):
            pairs = list(zip(codes, words, strict=True))
            return [
                _columns(planner, name, pairs[start : start + count])
                for start in range(0, len(pairs), count)
            ]
    return [
        plan
        for code, each in zip(codes, words, strict=True)
        for plan in _single(planner, code, each)
    ]


def _columns(planner: Planner, name: str, group: Sequence[tuple[b.QRCode, Share]]) -> SlidePlan:
    layout = planner.layout(name)
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
        words[0] = replace(words[0], level=0, bullet="", strong=False)
    return tuple(words)
