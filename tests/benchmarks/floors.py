"""The least a booklet and a deck of a given text can cost: plain scripts, as anyone would write.

``python floors.py booklet|deck TEXTS.json TARGET`` writes one of them. ``TEXTS.json`` holds for
``booklet`` a list of paragraphs, for ``deck`` a list of slides: title, lines, notes.
"""

from __future__ import annotations

import json
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

FONTS = Path(__file__).parent.parent.parent / "layouts" / "fonts"


def write_booklet(paragraphs: list[str], font: str = "NotoSans") -> bytes:
    """Write paragraphs on A5 pages with platypus in one embedded font, unshaped and untagged."""
    from xml.sax.saxutils import escape

    from reportlab.lib.pagesizes import A5
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    pdfmetrics.registerFont(TTFont(font, str(FONTS / f"{font}-Regular.ttf")))
    style = ParagraphStyle("body", fontName=font, fontSize=12, leading=17)
    target = BytesIO()
    document = SimpleDocTemplate(target, pagesize=A5)
    document.build([Paragraph(escape(text), style) for text in paragraphs])
    return target.getvalue()


def write_deck(slides: list[dict[str, Any]]) -> bytes:
    """Write titles, lines and notes into the placeholders of python-pptx's own template."""
    from pptx import Presentation

    presentation = Presentation()
    for words in slides:
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = words["title"]
        slide.placeholders[1].text_frame.text = "\n".join(words["lines"])
        if words["notes"]:
            slide.notes_slide.notes_text_frame.text = "\n".join(words["notes"])
    target = BytesIO()
    presentation.save(target)
    return target.getvalue()


if __name__ == "__main__":
    kind, texts, target = sys.argv[1:]
    words = json.loads(Path(texts).read_text(encoding="utf-8"))
    Path(target).write_bytes(write_booklet(words) if kind == "booklet" else write_deck(words))
