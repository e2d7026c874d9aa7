"""A slide layout goes in; where a chart, a picture or a table stands on it, and its caption."""

from __future__ import annotations

from dataclasses import dataclass, replace

from careerkit.document.spans import Inline
from careerkit.slides.measure import leading
from careerkit.slides.paragraphs import SMALL, SlideParagraph
from careerkit.slides.plan import PlacedText
from careerkit.slides.slide_layout import Area, Placeholder, SlideLayout
from careerkit.slides.slide_master import SlideMaster

_BELOW_CAPTION_PT = 8.0


@dataclass(frozen=True, slots=True)
class MediaRoom:
    """Where a medium stands; ``placeholder`` is what it fills, None where there is none for it."""

    box: Area
    placeholder: Placeholder | None
    texts: tuple[PlacedText, ...]


def find_media_room(layout: SlideLayout, master: SlideMaster, caption: Inline) -> MediaRoom:
    """Return the room for a medium and its caption, () for none.

    A layout without a placeholder for a medium has it over its body, with the caption above it.
    """
    media, below = layout.find("media"), layout.find("caption")
    words = SlideParagraph(caption, 0, "")
    if media and below:
        return MediaRoom(media.box, media, (PlacedText(below, (words,)),) if caption else ())
    body = layout.body
    if not caption:
        return MediaRoom(body.box, None, ())
    line = leading(master.small) + 2
    above = replace(body.box, height=line)
    top = line + _BELOW_CAPTION_PT
    box = replace(body.box, y=body.box.y + top, height=body.box.height - top)
    text = PlacedText(body, (replace(words, level=SMALL),), above)
    return MediaRoom(box, None, (text,))
