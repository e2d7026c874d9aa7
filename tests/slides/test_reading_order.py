"""What a screen reader reads on a slide comes in the order in which the eye finds it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from careerkit.document import blocks as b
from careerkit.preflight.pptx.file import preflight_pptx
from tests.pptx.reading import titles
from tests.slides.conftest import Opener, Writer
from tests.slides.documents import document, draw_picture, every_block, say, section


def names(slide: Any) -> list[str]:
    """The names of a slide's shapes, as they stand in the file."""
    return [shape.name for shape in slide.shapes]


@pytest.fixture(scope="module")
def slides(opened: Opener, tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """The slides of a deck with every block."""
    return list(opened(every_block(draw_picture(tmp_path_factory.mktemp("images")))).slides)


def slide_with(slides: list[Any], name: str) -> list[str]:
    """The names of the first slide that has a shape with a name."""
    return next(found for found in map(names, slides) if name in found)


def test_the_line_above_the_title_is_read_before_it(slides: list[Any]) -> None:
    """If a cover has a small line above the title, then it is read before the title."""
    found = names(slides[0])
    assert found.index("Eyebrow") < found.index("Title") < found.index("Subtitle")


def test_a_code_is_read_before_the_words_below_it(slides: list[Any]) -> None:
    """If a code stands above its words, then it is read before them, and after the code before."""
    found = [
        name for name in slide_with(slides, "Link 1") if name in {"QR code", "Link 1", "Link 2"}
    ]
    assert found == ["QR code", "Link 1", "QR code", "Link 2"]


def test_a_picture_is_read_before_its_caption(slides: list[Any]) -> None:
    """If a picture has its caption below it, then it is read before it; a chart's comes before."""
    found = slide_with(slides, "Picture")
    assert found.index("Title") < found.index("Picture") < found.index("Caption")
    found = slide_with(slides, "Chart")
    assert found.index("Caption") < found.index("Chart") < found.index("Source")


def test_a_path_is_read_before_its_stages(slides: list[Any]) -> None:
    """If a path stands above what is said of its stages, then it is read before that."""
    for found in map(names, slides):
        if "Path" in found:
            texts = [name for name in found if name.startswith(("Stage", "Text"))]
            assert all(found.index("Path") < found.index(each) for each in texts)


def test_no_two_slides_have_one_title(opened: Opener, tmp_path: Path) -> None:
    """If sections have the same title, then their slides are numbered as one another's."""
    figure = b.Picture(draw_picture(tmp_path), say("A loaf"), ())
    deck = opened(
        document(
            section("one", "list", "Bread", b.Paragraph(say("Rye."))),
            section("other", "list", "Cakes", b.Paragraph(say("Sweet."))),
            section("two", "list", "Bread", figure),
        )
    )
    assert titles(deck) == ["Bread", "Cakes", "Bread (2 of 2)"]


def test_preflight_finds_nothing_in_every_block(write: Writer, tmp_path: Path) -> None:
    """If a deck of every block is looked through, then no order, room or contrast is told."""
    assert preflight_pptx(write(every_block(draw_picture(tmp_path)))) == ()
