"""A title stands whole, or the label of its section stands in its place."""

from __future__ import annotations

from dataclasses import replace

from careerkit.document import blocks as b
from tests.pptx.reading import placeholder_text, titles
from tests.slides.conftest import Opener
from tests.slides.documents import document, item, say, section

# As many words as two lines hold, with no room for a number after them.
CLAIM = "Nobody has to bake at night who does not want to, and that is all there is"
ITEMS = b.BulletList(tuple(item(f"Loaf {count}") for count in range(20)))


def labelled(title: str, *blocks: b.Block) -> b.Document:
    """Make a document of one section that has a label."""
    return document(replace(section("work", "list", title, *blocks), label=say("The work")))


def test_a_claim_without_room_for_its_number_gives_way_to_the_label(opened: Opener) -> None:
    """If a claim and "(2 of 4)" have no room, then the slide has the label, not half a claim."""
    found = titles(opened(labelled(CLAIM, ITEMS)))
    assert found[0] == CLAIM
    assert found[1:] == [f"The work ({part} of 4)" for part in range(2, 5)]


def test_a_claim_longer_than_a_title_is_whole_below_the_label(opened: Opener) -> None:
    """If a claim is longer than a title may be, then it heads the text, and nothing parts it."""
    claim = f"{CLAIM}, and {CLAIM}"
    deck = opened(labelled(claim, b.Paragraph(say("Bread."))))
    assert titles(deck) == ["The work"]
    assert placeholder_text(deck.slides[0], 1).split("\n") == [claim, "Bread."]


def test_the_title_of_a_caution_is_not_parted(opened: Opener) -> None:
    """If a caution's title is too long, then it heads the text below that of its stage."""
    title = f"Apprentice: {CLAIM}"
    caution = b.Callout("caution", say(title), (b.Paragraph(say("Ovens are hot.")),))
    stages = (b.Stage(say("Helper"), (), ()), b.Stage(say("Apprentice"), (), (caution,)))
    deck = opened(document(section("path", "path", "The path", b.Roadmap(stages, say("A path")))))
    assert titles(deck)[-1] == "Apprentice"
    assert placeholder_text(deck.slides[-1], 1).split("\n") == [title, "Ovens are hot."]


def test_a_long_figure_stands_with_its_words(opened: Opener) -> None:
    """If a figure has many words, then it is set smaller, on one slide with what it says."""
    figure = say("For every month no less than LKR 154,920.00 or more than that by far in all")
    fact = b.Fact(figure, say("Basic pay of a baker in a bakery of the state, from 2027 on"))
    deck = opened(document(section("pay", "facts", "Pay", b.FactGrid((fact,)))))
    assert len(deck.slides) == 1
