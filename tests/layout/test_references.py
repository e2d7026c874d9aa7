"""The numbers of sources in a template: what ``<cite>`` gives, and where it leads."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from careerkit.content import ContentError
from careerkit.document.blocks import Document, Paragraph
from careerkit.document.traversal import spans

Render = Callable[..., Document]

CITED = '<p>Bread.&#160;<cite to="source-1">[{{ 1 }},</cite> <cite to="source-9">9]</cite></p>'
LISTED = '<p class="source" name="source-1">1. A book</p>'
PAGES = (
    '<pages title="T"><section name="a"><h1>A</h1>{}</section>'
    '<section name="b" kind="{}"><h1>B</h1>{}</section></pages>'
)


def references(document: Document) -> list[tuple[str, str]]:
    """Give the text of each number of a source, and where it leads."""
    return [(span.text, span.link) for span in spans(document) if span.reference]


def test_a_number_leads_to_its_source(render: Render) -> None:
    """If a paragraph has the name that a number gives, then it leads there, as one link."""
    document = render(PAGES.format(CITED, "chapter", LISTED))
    assert references(document) == [("[1,", "#source-1"), ("9]", "")]
    named = [block for block in document.sections[1].blocks if isinstance(block, Paragraph)]
    assert [block.name for block in named] == ["source-1"]


def test_a_number_leads_nowhere_that_may_not_be_there(render: Render) -> None:
    """If the paragraph stands on a page that may be left out, then no link leads to it."""
    document = render(PAGES.format(CITED, "spare", LISTED))
    assert references(document) == [("[1,", ""), ("9]", "")]


def test_on_slides_a_number_is_words(render: Render) -> None:
    """If a document is of slides, then a number is there and leads nowhere."""
    markup = (
        '<slides title="T"><section name="a" kind="list"><h1>A</h1><aside class="notes">'
        f"{CITED}{LISTED}</aside></section></slides>"
    )
    assert references(render(markup, "slides")) == [("[1,", ""), ("9]", "")]


def test_a_name_is_given_once(render: Render) -> None:
    """If two paragraphs, or a section and a paragraph, have one name, then that is told."""
    with pytest.raises(ContentError) as caught:
        render(PAGES.format(LISTED + LISTED + '<p name="b">c</p>', "chapter", "<p>d</p>"))
    told = [f"{problem.field}: {problem.message}" for problem in caught.value.problems]
    assert told == [
        "p.name: a paragraph named 'source-1' stands already in line 1",
        "section.name: a paragraph named 'b' stands already in line 1",
    ]
