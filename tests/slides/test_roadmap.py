"""A path has as many nodes to a slide as carry their words whole."""

from __future__ import annotations

import pytest

from careerkit.document import blocks as b
from careerkit.slides.flow import share_out
from tests.pptx.reading import placeholder_text
from tests.slides.conftest import Opener
from tests.slides.documents import document, say, section

LONG = "Bakehousemanager"


def path_of(*titles: str) -> b.Document:
    """Make a document with a path of so many stages."""
    stages = tuple(b.Stage(say(title), (), ()) for title in titles)
    return document(section("path", "path", "The path", b.Roadmap(stages, say("A path"))))


def on_slides(opened: Opener, *titles: str) -> list[list[str]]:
    """Return the titles under the nodes of each slide."""
    return [
        [
            placeholder_text(slide, each.placeholder_format.idx)
            for each in slide.placeholders
            if 1 <= each.placeholder_format.idx <= 5
        ]
        for slide in opened(path_of(*titles)).slides
    ]


def test_a_word_too_wide_for_its_column_takes_fewer_columns(opened: Opener) -> None:
    """If a word is wider than a fifth of the slide, then three stages and two have slides."""
    short = ["Helper", "Apprentice", "Baker", "Master"]
    assert on_slides(opened, *short, "Owner") == [[*short, "Owner"]]
    assert on_slides(opened, *short, LONG) == [short[:3], [short[3], LONG]]


def test_a_word_too_wide_for_a_slide_still_has_its_node(opened: Opener) -> None:
    """If a word is wider than the slide, then it stands alone under its node, broken."""
    assert on_slides(opened, "Helper", "w" * 90)[:2] == [["Helper"], ["w" * 90]]


def test_a_roadmap_without_room_is_told_in_words_and_its_drawing_in_the_notes(
    opened: Opener,
) -> None:
    """If a step fills more than a slide, then no line is drawn, and nothing of it is lost."""
    long = " ".join(f"word{count}" for count in range(300))
    steps = b.Steps((b.Step(say(long), say("Mind the oven.")),))
    roadmap = b.Roadmap((b.Stage(say("Helper"), (), (steps,)),), say("One stage of one step"))
    slides = opened(document(section("path", "path", "The path", roadmap))).slides
    assert not [shape for slide in slides for shape in slide.shapes if shape.name == "Path"]
    shown = " ".join(placeholder_text(slide, 1) for slide in slides)
    assert shown.split() == ["Helper", *long.split()]
    notes = slides[0].notes_slide.notes_text_frame.text
    assert "Mind the oven." in notes
    assert notes.endswith("One stage of one step")


def stage_slides(opened: Opener, actions: int) -> list[tuple[str, str]]:
    """Return layout and text of the slides of a stage with so many actions and a choice."""
    steps = b.Steps(tuple(b.Step(say(f"Bake loaf number {n}"), ()) for n in range(actions)))
    choice = (b.Heading(2, say("Choose")), b.Paragraph(say("Bread or cake?")))
    stages = (b.Stage(say("Helper"), (), (steps, *choice)), b.Stage(say("Baker"), (), ()))
    roadmap = b.Roadmap(stages, say("A path"))
    _, *slides = opened(document(section("path", "path", "The path", roadmap))).slides
    return [(slide.slide_layout.name, placeholder_text(slide, 1)) for slide in slides]


def test_a_long_stage_is_parted_at_its_choice(opened: Opener) -> None:
    """If a stage needs two slides, then its choice has the second, both set as large as may be."""
    ((_, whole),) = stage_slides(opened, 5)
    assert whole.endswith("Choose\nBread or cake?")
    (actions, first), (choice, second) = stage_slides(opened, 6)
    assert first.count("\n") == 5
    assert second == "Choose\nBread or cake?"
    assert (actions, choice) == ("Path", "Short path")


@pytest.mark.parametrize(
    ("count", "most", "shares"),
    [(1, 5, (1,)), (5, 5, (5,)), (5, 4, (3, 2)), (7, 3, (3, 2, 2)), (4, 3, (2, 2))],
)
def test_things_are_shared_out_evenly(count: int, most: int, shares: tuple[int, ...]) -> None:
    """If things take several slides, then no slide has two more than another."""
    assert share_out(count, most) == shares
