"""What a section's slides are to show is composed of its blocks, whatever layouts there are."""

from __future__ import annotations

from typing import get_args

import pytest

from careerkit.content.problem import ContentError
from careerkit.document import blocks as b
from careerkit.document.section_kinds import SlideKind
from careerkit.slides.compose import compose_slides, text_role
from careerkit.slides.contents import (
    CodesContent,
    ColumnsContent,
    Content,
    FactsContent,
    RoadmapContent,
    SetApartContent,
    TextContent,
    Topic,
)
from careerkit.slides.paragraphs import PLAIN
from tests.slides.documents import document, item, pay, say, section

SOURCE = b.Paragraph(say("Source: the guild"), "source")


def topics(kind: SlideKind, *blocks: b.Block) -> tuple[Topic, ...]:
    """Compose one section of a kind."""
    (composed,) = compose_slides(document(section("one", kind, "One", *blocks)))
    return composed.topics


def words(content: Content) -> list[str]:
    """Give the words of running text."""
    assert isinstance(content, TextContent)
    return ["".join(span.text for span in each.text) for each in content.paragraphs]


def code(name: str) -> b.QRCode:
    """Make a code with a line beside it."""
    return b.QRCode(f"https://example.org/{name}", say(f"Opens {name}"), (b.Paragraph(say(name)),))


def test_text_and_codes_are_gathered_until_something_else_comes() -> None:
    """If blocks of one sort follow each other, then they are one topic, in the order of all."""
    text = b.Paragraph(say("Bread"))
    found = topics("list", text, text, code("a"), code("b"), text, code("c"))
    assert [type(each.content) for each in found] == [
        TextContent,
        CodesContent,
        TextContent,
        CodesContent,
    ]
    assert words(found[0].content) == ["Bread", "Bread"]


def test_a_source_belongs_to_what_stands_before_it() -> None:
    """If a source follows a block, then it is at its foot; with nothing before it is text."""
    callout = b.Callout("caution", (), (b.Paragraph(say("Hot!")),))
    before, after = topics("list", SOURCE, callout, SOURCE, SOURCE)
    assert words(before.content) == ["Source: the guild"]
    assert isinstance(before.content, TextContent)
    assert before.content.paragraphs[0].level == PLAIN
    assert isinstance(after.content, SetApartContent)
    assert after.content.role == "caution"
    assert len(after.sources) == 2


def test_a_source_after_a_roadmap_is_at_the_foot_of_all_its_slides() -> None:
    """If a stage has slides of its own, then a source after the roadmap is for those before too."""
    callout = b.Callout("tip", (), (b.Paragraph(say("Ask")),))
    stages = (b.Stage(say("School"), (), (callout,)), b.Stage(say("Master"), (), ()))
    (topic,) = topics("path", b.Roadmap(stages, say("Two stages")), SOURCE)
    assert isinstance(topic.content, RoadmapContent)
    assert len(topic.sources) == 1
    (inner,) = topic.content.stages[0].topics
    assert isinstance(inner.content, SetApartContent)


def test_two_headed_parts_are_columns_and_what_cannot_stand_in_one_follows() -> None:
    """If a section of columns has two headings, then both parts are one topic, a code another."""
    blocks = (
        b.Paragraph(say("First")),
        b.Heading(2, say("Yes")),
        b.BulletList((item("Mornings"),), "yes"),
        code("a"),
        b.Heading(2, say("No")),
        b.BulletList((item("Sleep"),), "no"),
    )
    found = topics("columns", *blocks)
    assert [type(each.content) for each in found] == [TextContent, ColumnsContent, CodesContent]
    assert [type(each.content) for each in topics("list", *blocks)] == [
        TextContent,
        CodesContent,
        TextContent,
    ]


def test_one_figure_alone_is_no_chart() -> None:
    """If a chart has one row with one figure, then it is a figure with its words and its source."""
    (topic,) = topics("chart", pay(("Master", 90_000, None)))
    assert isinstance(topic.content, FactsContent)
    (fact,) = topic.content.facts
    assert ["".join(span.text for span in each.text) for each in fact.paragraphs] == [
        "LKR 90,000 and up",
        "Master",
        "Pay at home",
    ]
    assert fact.source == say("Source: a survey")


def test_a_kind_names_the_layout_of_its_text() -> None:
    """If a kind has no layout of its own for running text, then it is set as a list."""
    roles = {kind: text_role(kind) for kind in get_args(SlideKind)}
    own = ("statement", "closing", "sources")
    assert roles == {kind: kind if kind in own else "list" for kind in get_args(SlideKind)}


def test_a_kind_of_page_is_no_kind_of_slide() -> None:
    """If sections are of kinds that slides do not know, then all of them are told."""
    doc = document(section("one", "spare", "One"), section("two", "back", "Two"))
    with pytest.raises(ContentError) as told:
        compose_slides(doc)
    assert [(each.field, each.message) for each in told.value.problems] == [
        ("one", '"spare" is not a kind of slide'),
        ("two", '"back" is not a kind of slide'),
    ]
    assert told.value.problems[0].hint.startswith("the kinds are title, statement, list, ")
