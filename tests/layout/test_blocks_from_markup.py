"""Every element of the table gives its block, with words as they were written."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path, PurePath

from hypothesis import given
from hypothesis import strategies as st

from careerkit.content import Place, Text
from careerkit.document.blocks import Document, Paragraph, Range
from careerkit.document.spans import plain_text
from careerkit.document.traversal import outline, spans
from careerkit.layout.markup.inline import read_inline
from careerkit.layout.markup.parser import parse_markup
from tests.layout.conftest import Profile

Render = Callable[..., Document]
RenderBody = Callable[..., str]
Golden = Callable[[str, str], None]

EVERYTHING = """\
<pages title="{{ profile.title }} guide" description="About {{ profile.title }}"
         author="Ann Perera; Ravi Kumar">
<section name="cover" kind="cover">
  <cover seed="{{ profile.id }}" title="{{ profile.title }}" tagline="{{ profile.tagline }}"
         eyebrow="Careers" foot="2026" alt="a drawing"/>
</section>
<section name="contents" kind="contents"><h1>{{ _("contents") }}</h1><contents/></section>
<section name="work">
  <h1>{{ _("daily_tasks", indefinite=profile.indefinite) }}</h1>
  <h2>Two</h2> <h3>Three</h3>
  <p class="lead">Some <strong>bold <em>both</em></strong> and <a href="#cover">a link</a>.</p>
  <p class="caption">c</p><p class="source">s</p>
  <ul class="ticks"><li>one</li><li>two <ul class="yes"><li>deep</li></ul></li></ul>
  <ul class="tags"><li>t</li></ul><ul class="no"><li><p>first</p><p>second</p></li></ul>
  <ol><li>1st</li></ol>
  <steps>
  {% for task in profile.tasks %}
    <step short="{{ task }}">in the morning</step>
  {% endfor %}
  </steps>
  <facts><fact figure="{{ money(1200, 'LKR') }}" label="a loaf" note="{{ profile.note }}"/></facts>
  <range-chart title="Pay" unit="LKR" alt="Pay in words">
    <range label="Start" low="100" high="200.5" low-text="100" high-text="200"
           summary="100 to 200"/>
    <range label="Top" low="300" open-ended="{{ true }}" low-text="300" summary="300 and more"
           high="" note="n"/>
  </range-chart>
  <aside class="caution" title="Mind"><p>the oven</p></aside>
  <roadmap alt="one stage"><stage title="School" ages="12"><p>learn</p></stage></roadmap>
  <figure src="oven.jpg" alt="an oven" caption="Oven"/>
  <figure src="line.png" decorative="true"/>
  <qr url="https://example.org/a?b=1&amp;c=2" alt="leads there"><p>there</p></qr>
  <writing-lines count="3">Why?</writing-lines><writing-lines count="fill"/>
  <dl><dt>Dough</dt><dd>Flour and water</dd></dl>
  <table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>
  <stamp-box title="Stamp"><line>Name</line><line>Telephone</line></stamp-box>
</section>
</pages>
"""


def test_every_element(render: Render, images: Path, golden: Golden) -> None:
    """If a template uses every element, then each gives its block."""
    document = render(EVERYTHING)
    golden("everything.txt", outline(document).replace(images.as_posix(), "images"))
    assert document.authors == ("Ann Perera", "Ravi Kumar")
    assert document.description == "About Baker"


def test_open_range(render: Render) -> None:
    """If a range has no high figure, then it has none, and says whether it goes on."""
    document = render(EVERYTHING)
    charts = [block for block in document.sections[2].blocks if hasattr(block, "rows")]
    top = charts[0].rows[1]
    assert isinstance(top, Range)
    assert (top.high, top.open_ended, top.high_text) == (None, True, ())


def test_deck(render: Render) -> None:
    """If a document is of slides, then it may have notes."""
    notes = '<aside class="notes" seconds="40"><p>Say it</p></aside>'
    slide = f'<section name="a" kind="title">{notes}</section>'
    document = render(f'<slides title="T">{slide}</slides>', "slides")
    assert outline(document) == (
        "Document en ltr 'T'\n  Section name=a kind=title\n    Notes seconds=40\n"
        '      Paragraph text="Say it" role=body\n'
    )


def test_white_space_folds(render_body: RenderBody) -> None:
    """If white space stands around and between words, then it folds as in HTML."""
    assert render_body(
        "<p>\n  a\t b <strong> c </strong> d  </p>"
    ) == 'Paragraph text="a b *c *d"' + (" role=body")


def test_special_spaces_stay(render_body: RenderBody) -> None:
    """If a text has non-breaking spaces or joiners, then they stay, at its ends too."""
    text = "\u00a0LKR\u00a0100 ක්‍ර\u200c"
    assert render_body("<p>{{ profile.note }}</p>", note=Text(text, "en")) == (
        f'Paragraph text="{text}" role=body'
    )


def test_names_of_characters(render_body: RenderBody) -> None:
    """If a template writes a character by its HTML name, then it is that character."""
    assert render_body("<p>a&nbsp;&ndash; b &amp; c &lt;</p>") == (
        'Paragraph text="a\u00a0\u2013 b & c <" role=body'
    )


def test_empty_elements_vanish(render_body: RenderBody) -> None:
    """If a profile lacks what an element would show, then the element gives nothing."""
    body = (
        "<p>{{ profile.note }}</p><h2> </h2><ul>{% for x in () %}<li>{{ x }}</li>{% endfor %}</ul>"
        '<ul><li> </li></ul><steps/><facts/><range-chart alt="a"/><dl/><table/><roadmap/>'
        '<aside class="tip"/>'
    )
    assert render_body(f"{body}<p>a</p>") == 'Paragraph text="a" role=body'


def test_text_that_looks_like_markup(render_body: RenderBody) -> None:
    """If a profile's text looks like markup or a template, then it is printed as it stands."""
    text = Text('<b>x</b> &amp; {{ 7*7 }} {% if %} " \' ]]> <!-- _place="a:1"', "en")
    body = '<p>{{ profile.note }}</p><aside class="tip" title="{{ profile.note }}"><p>x</p></aside>'
    assert render_body(body, note=text) == (
        f'Paragraph text="{text}" role=body\n'
        f'Callout kind=tip title="{text}"\n  Paragraph text="x" role=body'
    )


def test_language_and_place_are_kept(render: Render) -> None:
    """If texts of two languages meet in content and in an attribute, each keeps its own."""
    body = (
        '<pages title="T"><section name="a">\n'
        "<p>{{ profile.title }}: {{ profile.tagline }}</p>\n"
        '<aside class="tip" title="{{ profile.title }}: {{ profile.tagline }}"><p>x</p></aside>\n'
        "</section></pages>"
    )
    document = render(body)
    for number, block in ((2, document.sections[0].blocks[0]), (3, document.sections[0].blocks[1])):
        found = list(spans(block))[:3]
        assert [(span.text, span.language) for span in found] == [
            ("Baker", "en"),
            (": ", "en"),
            ("පාන් පුළුස්සයි", "si"),
        ]
        assert found[0].place == Place("baker.yaml", 2, 8)
        assert found[1].place.file.endswith("layouts/classic/booklet.xml")
        assert found[1].place.line == number
        assert found[2].place == Place("si/baker.yaml", 5, 11)


def test_hole_keeps_its_language(render: Render, profile: Profile) -> None:
    """If a label has a hole, then what fills it keeps its language and place."""
    template = (
        '<pages title="T"><section name="a">'
        '<h1>{{ _("daily_tasks", indefinite=profile.tagline) }}</h1></section></pages>'
    )
    title = render(template).sections[0].title
    assert [(span.text, span.language) for span in title] == [
        ("What ", "en"),
        ("පාන් පුළුස්සයි", "si"),
        (" does each day", "en"),
    ]
    assert title[1].place == profile.tagline.place
    assert title[0].place.file.endswith("en.yaml")


def test_marks_inside_marks(render_body: RenderBody) -> None:
    """If a marked text stands inside another, then the outer goes on after the inner."""

    class Nested(str):
        __slots__ = ()

        def __html__(self) -> str:
            outer = Text("before|after", "ta", Place("x.yaml", 1, 1)).__html__()
            return outer.replace("before|after", "before " + Text("in", "si").__html__() + " after")

    assert render_body("<p>{{ profile.note }}</p>", note=Nested("x")) == (
        'Paragraph text="{ta}before {si}in{ta} after" role=body'
    )


def test_joined_texts_keep_their_languages(render_body: RenderBody) -> None:
    """If texts are joined by a filter or a tilde, then each keeps its language."""
    body = "<p>{{ (profile.title, profile.tagline)|join(', ') }}; {{ profile.tagline ~ '!' }}</p>"
    assert render_body(body) == ('Paragraph text="Baker, {si}පාන් පුළුස්සයි; {si}පාන් පුළුස්සයි!" role=body')


def test_block_knows_its_line(render: Render) -> None:
    """If a block comes after comments, loops and long expressions, then its line holds."""
    template = (
        '<pages title="T">\n<!-- <p> {{ "a" }}\n <p> -->\n{# <p>\n #}\n<section\n name="{{\n'
        "'a' }}\">\n{% for x in (1, 2) -%}\n\n  <p>{{ x }}</p>\n{% endfor %}<p\n>z</p>\n"
        "</section></pages>"
    )
    section = render(template).sections[0]
    assert section.place.line == 6
    assert [block.place.line for block in section.blocks] == [11, 11, 12]


def test_long_field(render: Render) -> None:
    """If a field has 100 kB and a word of 20,000 letters, then nothing of it is lost."""
    text = "word " * 20_000 + "x" * 20_000
    document = render(
        '<pages title="T"><section name="a"><p>{{ profile.note }}</p></section></pages>',
        note=Text(text, "en"),
    )
    paragraph = document.sections[0].blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text[0].text == text


def test_space_between_two_languages(render: Render) -> None:
    """If a space of the template parts two texts, then it goes with the first."""
    document = render(
        '<pages title="T"><section name="a">'
        "<p> {{ profile.tagline }} {{ profile.title }} <em> </em> </p></section></pages>"
    )
    assert [(span.text, span.language) for span in spans(document)] == [
        ("පාන් පුළුස්සයි ", "si"),
        ("Baker", "en"),
    ]


@given(
    pieces=st.lists(
        st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\t\n")),
        max_size=4,
    )
)
def test_no_text_is_lost(pieces: list[str]) -> None:
    """If any texts come through markup, in content or in an attribute, then every word does."""
    marked = "".join(Text(piece, "ta", Place("x.yaml", 1, 1)).__html__() for piece in pieces)
    node = parse_markup(f'<p title="{marked}">{marked}</p>', PurePath("layouts"), "a/b.xml")
    wanted = re.sub("[ \t\n]+", " ", "".join(pieces)).strip(" ")
    assert plain_text(read_inline(node.attributes["title"], "en", node.place)) == wanted
    assert plain_text(read_inline("".join(map(str, node.children)), "en", node.place)) == wanted
