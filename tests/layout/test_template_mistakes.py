"""Every mistake in a template is explained with the template's file and line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from careerkit.art.qr_code import qr_modules
from careerkit.content import ContentError, Place, Text
from careerkit.document.blocks import Document, Paragraph
from careerkit.document.spans import plain_text
from careerkit.layout import Layout, load_layout, render_document
from careerkit.layout.markup.parser import MOST_DEPTH
from careerkit.translation.words.locale_words import Words
from tests.layout.conftest import Profile, wrap

Explain = Callable[..., list[str]]
Render = Callable[..., Document]

BOOKLET = "classic/booklet.xml"

# What stands in the section, whose inside begins in line 2, and what is said about it.
MISTAKES = {
    "unknown element": (
        "<p>a</p>\n<stampbox/>",
        ['3: stampbox: unknown element <stampbox>\n  hint: did you mean "stamp-box"?'],
    ),
    "element far from any": (
        "<wwww/>",
        ["2: wwww: unknown element <wwww>\n  hint: the elements are listed in layouts/README.md"],
    ),
    "two at once": (
        "<pp/>\n<qrr/>",
        [
            '2: pp: unknown element <pp>\n  hint: did you mean "p"?',
            '3: qrr: unknown element <qrr>\n  hint: did you mean "qr"?',
        ],
    ),
    "unknown attribute": (
        '<p clas="lead">a</p>',
        ["2: p.clas: <p> has no attribute 'clas'\n  hint: did you mean \"class\"?"],
    ),
    "attribute where there is none": (
        '<h1 id="x">a</h1>',
        ["2: h1.id: <h1> has no attribute 'id'\n  hint: it has none"],
    ),
    "attributes that are there": (
        '<qr url="https://a.lk" alt="a" zoom="2"/>',
        ["2: qr.zoom: <qr> has no attribute 'zoom'\n  hint: it has: url, alt, priority"],
    ),
    "missing attribute": (
        '<qr url="https://a.lk"/>',
        ["2: qr.alt: 'alt' is missing in <qr>"],
    ),
    "empty attribute": (
        '<steps>\n<step short=" ">a</step></steps>',
        ["3: step.short: 'short' is empty in <step>"],
    ),
    "unknown choice": (
        '<p class="leed">a</p>',
        ["2: p.class: 'leed' is not known here\n  hint: did you mean \"lead\"?"],
    ),
    "choice far from any": (
        '<p class="zzz">a</p>',
        ["2: p.class: 'zzz' is not known here\n  hint: it is one of: lead, caption, source"],
    ),
    "flag": (
        '<figure src="line.png" decorative="yes"/>',
        ["2: figure.decorative: 'yes' is neither true nor false"],
    ),
    "number": (
        (
            '<range-chart alt="a"><range label="l" low="1,000" low-text="t" '
            'summary="s"/></range-chart>'
        ),
        ["2: range.low: '1,000' is not a number\n  hint: write it in digits: 12000"],
    ),
    "endless number": (
        '<range-chart alt="a"><range label="l" low="nan" low-text="t" summary="s"/></range-chart>',
        ["2: range.low: 'nan' is not a number\n  hint: write it in digits: 12000"],
    ),
    "number without end": (
        (
            '<range-chart alt="a"><range label="l" low="-1000000000000001" high="1e308" '
            'low-text="t" high-text="t" summary="s"/></range-chart>'
        ),
        [
            (
                "2: range.high: '1e308' is too large\n"
                "  hint: 1,000,000,000,000,000 is the most there can be"
            ),
            (
                "2: range.low: '-1000000000000001' is too large\n"
                "  hint: 1,000,000,000,000,000 is the most there can be"
            ),
        ],
    ),
    "number as Python writes it": (
        (
            '<range-chart alt="a"><range label="l" low="1_000" low-text="t" summary="s"/>'
            "</range-chart>"
        ),
        ["2: range.low: '1_000' is not a number\n  hint: write it in digits: 12000"],
    ),
    "large count": (
        '<writing-lines count="501">a</writing-lines>',
        ["2: writing-lines.count: '501' is too large\n  hint: 500 is the most"],
    ),
    "count": (
        '<writing-lines count="many">a</writing-lines>',
        [
            (
                "2: writing-lines.count: 'many' is not a whole number\n"
                "  hint: write it in digits, or fill"
            )
        ],
    ),
    "seconds": (
        '<aside class="notes" seconds="1.5"><p>a</p></aside>',
        ["2: aside.seconds: '1.5' is not a whole number\n  hint: write it in digits"],
    ),
    "name": (
        '</section><section name="Two Words">',
        [
            (
                "2: section.name: 'Two Words' is not a name\n"
                "  hint: a name is small letters a to z, digits, and hyphens between them"
            )
        ],
    ),
    "words among blocks": (
        "<p>a</p>\nloose words",
        ["2: section: words may not stand in <section>: 'loose words'\n  hint: put them into <p>"],
    ),
    "words among parts": (
        "<ul>loose<li>a</li></ul>",
        ["2: ul: words may not stand in <ul>: 'loose'\n  hint: <ul> holds <li>"],
    ),
    "words in an element that holds nothing": (
        "<contents>loose</contents>",
        [
            (
                "2: contents: words may not stand in <contents>: 'loose'\n"
                "  hint: <contents> holds nothing"
            )
        ],
    ),
    "words after a block": (
        "<ul><li>a<ul>\n<li>b</li></ul>loose</li></ul>",
        [
            (
                "2: li: words come after a block in <li>: 'loose'\n"
                "  hint: put words that follow a block into <p>"
            )
        ],
    ),
    "bold after a block": (
        "<ul><li>a<ul><li>b</li></ul>\n<strong>c</strong></li></ul>",
        [
            (
                "3: strong: <strong> comes after a block in <li>\n"
                "  hint: put words that follow a block into <p>"
            )
        ],
    ),
    "element out of place": (
        "<p>a\n<h2>b</h2></p>",
        [
            (
                "3: h2: <h2> may not stand in <p>\n"
                "  hint: <p> holds words, <strong>, <em>, <a>, <cite>"
            ),
        ],
    ),
    "title out of place": (
        '<aside class="tip"><h1>b</h1></aside>',
        [
            (
                "2: h1: <h1> may not stand in <aside>\n  hint: <aside> holds <h2>, "
                "<h3>, <p>, <ul>, "
                "<ol>, <steps>, <facts>, <range-chart>, <aside>, <roadmap>, <figure>, <qr>, "
                "<writing-lines>, <dl>, <table>, <stamp-box>"
            )
        ],
    ),
    "second title": (
        "<h1>a</h1>\n<h1>b</h1>",
        ["3: h1: section 'one' has a title already\n  hint: write <h2> here"],
    ),
    "notes out of place": (
        '<aside class="tip">\n<aside class="notes"><p>a</p></aside></aside>',
        [('3: aside.class: no page shows <aside class="notes">\n  hint: leave it out')],
    ),
    "name given twice": (
        '</section>\n<section name="one">',
        [
            (
                "3: section.name: a section named 'one' stands already in line 1\n"
                "  hint: give each section its own name"
            )
        ],
    ),
    "link to nowhere": (
        '<p>\n<a href="#ones">a</a></p>',
        ["3: a.href: no section is named 'ones'\n  hint: did you mean \"one\"?"],
    ),
    "address in part": (
        '<p><a href="example.org">a</a></p>',
        [
            (
                "2: a.href: 'example.org' is not a full address\n  hint: begin it with https:// or "
                "http://, mailto: or tel:, or with # and the name of a section"
            )
        ],
    ),
    "address that leads nowhere": (
        '<p>\n<a href="https://example">a</a></p>',
        [
            (
                '3: a.href: "example" cannot be the name of a website\n'
                "  hint: a name has a dot, with letters and digits around it; copy it from the "
                "browser's address bar; it begins with https:// and has no spaces"
            )
        ],
    ),
    "more on a letter than a font can set": (
        f"<p>a\n<strong>b{chr(0x301) * 200}</strong></p>",
        [
            (
                "3: 201 characters are piled up into one letter, beginning with the character "
                "U+0062 (latin small letter b)\n"
                "  hint: leave at most 30 together: no language needs more"
            )
        ],
    ),
    "address of a script": (
        '<qr url="javascript:alert(1)" alt="a"/>',
        [
            (
                "2: qr.url: 'javascript:alert(1)' is not a full address\n"
                "  hint: begin it with https:// or http://"
            )
        ],
    ),
    "picture without words": (
        '<figure src="line.png"/>',
        [
            (
                "2: figure.alt: 'alt' is missing in <figure>\n"
                '  hint: say what the picture shows, or write decorative="true"'
            )
        ],
    ),
    "range backwards": (
        (
            '<range-chart alt="a"><range label="l" low="2" high="1" low-text="t" high-text="t"'
            ' summary="s"/></range-chart>'
        ),
        ["2: range.high: the range ends below its beginning"],
    ),
    "range half written": (
        (
            '<range-chart alt="a"><range label="l" low="1" high="2" low-text="t" summary="s"/>'
            "</range-chart>"
        ),
        [
            (
                "2: range.high-text: 'high-text' is missing in <range>\n"
                "  hint: the figure of 'high' as it is written out"
            )
        ],
    ),
    "term without meaning": (
        "<dl><dt>a</dt>\n<dt>b</dt><dd>c</dd>\n<dd>d</dd>\n<dt>e</dt></dl>",
        [
            "2: dt: <dt> has no <dd>\n  hint: each <dt> is followed by one <dd>",
            "4: dd: <dd> has no <dt>\n  hint: each <dt> is followed by one <dd>",
            "5: dt: <dt> has no <dd>\n  hint: each <dt> is followed by one <dd>",
        ],
    ),
    "ragged table": (
        "<table><tr><td>a</td><td>b</td></tr>\n<tr><td>c</td></tr></table>",
        [
            (
                "3: tr: the row has 1 cells where the first has 2\n"
                "  hint: give every row the same number of cells"
            )
        ],
    ),
    "heading inside a table": (
        "<table><tr><td>a</td></tr>\n<tr><th>c</th></tr></table>",
        ["3: th: <th> stands outside a first row of column headings\n  hint: write <td>"],
    ),
    "unknown icon": (
        '</section>\n<section name="two" icon="no-such-icon-at-all">',
        ["3: section.icon: the theme has no icon 'no-such-icon-at-all'"],
    ),
    "unknown icon beside an item": (
        '<ul>\n<li icon="no-such-icon-at-all">a</li></ul>',
        ["3: li.icon: the theme has no icon 'no-such-icon-at-all'"],
    ),
    "unknown icon beside a task": (
        '<steps>\n<step icon="no-such-icon-at-all" short="a"/></steps>',
        ["3: step.icon: the theme has no icon 'no-such-icon-at-all'"],
    ),
    "icon beside a tick": (
        '<ul class="ticks">\n<li icon="heart">a</li></ul>',
        [
            (
                "3: li.icon: an icon stands in place of a bullet, and this list has other marks\n"
                "  hint: leave icon out, or write a <ul> without a class"
            )
        ],
    ),
    "icon beside a number": (
        '<ol>\n<li icon="heart">a</li></ol>',
        [
            (
                "3: li.icon: an icon stands in place of a bullet, and this list has other marks\n"
                "  hint: leave icon out, or write a <ul> without a class"
            )
        ],
    ),
    "crossed tags": (
        "<p>a <strong>b</p>\n</strong>",
        [
            (
                "2: strong: </p> comes before <strong> of line 2 is closed\n"
                "  hint: write </strong> first"
            )
        ],
    ),
    "bare ampersand": (
        "<p>a</p>\n<p>b & c</p>",
        [
            (
                "3: p: this is not well-formed markup, here or soon after\n"
                "  hint: write &amp; for &, &lt; for <, and put quotes around every "
                "attribute's value"
            )
        ],
    ),
    "attribute twice": (
        '<p class="lead" class="lead">a</p>',
        ["2: an attribute is given twice in one tag"],
    ),
    "unknown character name": (
        "<p>a &nosuchname; b</p>",
        ["2: unknown character name after &\n  hint: write the character itself"],
    ),
    "undefined name": ("<p>\n{{ tittle }}</p>", ["3: nothing is called 'tittle' here"]),
    "undefined field": (
        "<p>{{ profile.tittle }}</p>",
        ["2: profile has nothing called 'tittle'\n  hint: did you mean \"title\"?"],
    ),
    "undefined label": (
        '<p>a</p>\n<p>{{ _("contentz") }}</p>',
        ["3: label 'contentz': no such label in this language\n  hint: did you mean \"contents\"?"],
    ),
    "syntax": ("<p>\n{% if %}</p>", ["3: expected an expression, got 'end of statement block'"]),
    "unclosed block": (
        "{% for x in (1,) %}\n<p>a</p>",
        [
            (
                "3: unexpected end of template. Jinja was looking for the following tags: "
                "'endfor' or 'else'. The innermost block that needs to be closed is 'for'"
            )
        ],
    ),
    "unknown filter": ("<p>{{ 1|uper }}</p>", ["2: no filter named 'uper'"]),
    "wrong type": (
        "<p>{{ 1 + 'a' }}</p>",
        ["2: this cannot be worked out: unsupported operand type(s) for +: 'int' and 'str'"],
    ),
    "printed list": (
        "<p>\n{{ profile.tasks }}</p>",
        [
            (
                "3: this cannot be worked out: "
                "a list cannot be printed as it is; go through it with {% for %}"
            )
        ],
    ),
    "printed function": (
        "<p>{{ money }}</p>",
        ["2: this cannot be worked out: a function cannot be printed; call it with ()"],
    ),
    "money of no currency": (
        "<p>a</p>\n{{ money(1, 'foo') }}",
        [
            (
                "3: this cannot be worked out: "
                "'foo' is not a currency: write three capital letters, as in LKR"
            )
        ],
    ),
    "printed part": (
        "<p>\n{{ profile }}</p>",
        ["3: this cannot be worked out: profile is not a text; name one of its fields"],
    ),
    "looped over a part": (
        "<p>\n{% for a in profile %}{% endfor %}</p>",
        ["3: this cannot be worked out: profile is not a list; name one of its fields"],
    ),
    "place of a text": (
        "<p>{{ profile.title.place }}</p>",
        ["2: a text has nothing called 'place'\n  hint: did you mean \"replace\"?"],
    ),
    "path of a picture": (
        '<figure src="{{ profile.image_path(profile) }}"/>',
        [
            (
                "2: profile has nothing called 'image_path'\n  hint: write "
                'src="{{ image.file }}": a picture is named by its file in source/images'
            )
        ],
    ),
    "private attribute": (
        "<p>{{ ''.__class__.__mro__ }}</p>",
        ["2: a text has nothing called '__class__'"],
    ),
    "changed list": (
        "{% set a = [1] %}\n{{ a.append(2) }}",
        ["3: a list has nothing called 'append'"],
    ),
    "called text": (
        "<p>{{ profile.title() }}</p>",
        ["2: a template may not do this: calling a text"],
    ),
    "method of before": (
        "{{ '{:.2f}'.format(2) }}",
        ["2: a text has nothing called 'format'\n  hint: use the filter: '%.2f'|format(number)"],
    ),
    "filling words": ("{{ lipsum(1000000) }}", ["2: nothing is called 'lipsum' here"]),
    "missing include": (
        "\n{% include 'classic/foot.xml' %}",
        [
            (
                "3: there is no template 'classic/foot.xml'\n  hint: a template is a file of this "
                "layout or, as layout/file.xml, of one it extends"
            )
        ],
    ),
    "include of another file": (
        "{% include '../../secret.txt' %}",
        [
            (
                "2: there is no template '../../secret.txt'\n  hint: a template is a file of this "
                "layout or, as layout/file.xml, of one it extends"
            )
        ],
    ),
    "cut text": (
        "<p>{{ (profile.title ~ '')[3:] }}</p>",
        [
            (
                "2: a filter has cut or changed a text after it was put together\n"
                "  hint: use the text whole, or filter its parts before they are joined"
            )
        ],
    ),
}


@pytest.mark.parametrize(("body", "expected"), MISTAKES.values(), ids=MISTAKES.keys())
def test_mistake(explain: Explain, body: str, expected: list[str]) -> None:
    """If a template has a mistake, then it is said what and in which line."""
    assert explain(body) == [f"{BOOKLET}:{line}" for line in expected]


def test_place_of_a_profile_address(explain: Explain) -> None:
    """If an address from a profile is not a full one, then the profile's place is named."""
    address = Text("example.org", "en", Place("baker.yaml", 7, 10))
    assert explain('<qr url="{{ profile.note }}" alt="a"/>', note=address) == [
        (
            "baker.yaml:7:10: qr.url: 'example.org' is not a full address\n"
            "  hint: begin it with https:// or http://"
        )
    ]


def test_address_too_long_for_a_code(explain: Explain) -> None:
    """If no QR code holds an address, then the place it was written at and the limit are told."""
    told = (
        "qr.url: the address is too long for a QR code: 2,332 bytes, and 2,331 are the most\n"
        '  hint: give a shorter address; often the part before "?" leads to the same page'
    )
    long = "https://example.org/" + "a" * 2312
    address = Text(long, "en", Place("baker.yaml", 7, 10))
    assert explain('<qr url="{{ profile.note }}" alt="a"/>', note=address) == [
        f"baker.yaml:7:10: {told}"
    ]
    assert explain(f'<p>a</p>\n<qr url="{long}" alt="a"/>') == [f"{BOOKLET}:3: {told}"]


def test_the_longest_address_has_a_code() -> None:
    """If an address is as long as may be, then there is a code of it, whatever it is made of."""
    for end in ("a" * 2311, "é" * 1155, "අ" * 770):
        assert len(qr_modules("https://example.org/" + end)) <= 177


def test_character_that_cannot_be_printed(explain: Explain) -> None:
    """If a text brings in a control character, then its place in the profile is named."""
    text = Text("a\x07b", "en", Place("baker.yaml", 7, 10))
    assert explain("<p>{{ profile.note }}</p>", note=text) == [
        (
            "baker.yaml:7:10: the character U+0007 cannot be printed\n"
            "  hint: take it out; it came in unseen, often with copied text"
        )
    ]


def test_steps_of_a_common_size(render: Render) -> None:
    """If a template repeats, fills in and joins as one does, then nothing is refused."""
    steps = (
        "{{ 'ab' * 3 }}|{{ 'x'.ljust(3) }}|{{ '%02d of 1000000' % 7 }}|{{ '%s'|format(1000000) }}|"
        "{{ 'a-b'|replace('-', '+') }}|{{ ['a', 'b']|join(', ') }}|{{ '%.2f'|format(2) }}|"
        "{{ [1, 2, 3]|batch(2)|list|length }}|{{ 1000000 % 7 }}|{{ 'a,b'.split(',')|join }}"
    )
    (section,) = render(wrap(f"<p>{steps}</p>")).sections
    (paragraph,) = section.blocks
    assert isinstance(paragraph, Paragraph)
    assert plain_text(paragraph.text) == ("ababab|x |07 of 1000000|1000000|a+b|a, b|2.00|2|1|ab")


@pytest.mark.parametrize(
    "src", ["/etc/passwd", "../../../../../../../../etc/passwd", "../secret.png"]
)
def test_picture_from_elsewhere(explain: Explain, images: Path, src: str) -> None:
    """If a template shows what does not lie below source/images, then its line is named."""
    shown = (images / src).as_posix()
    shown = shown if len(shown) <= 40 else shown[:37] + "..."
    assert explain(f'<p>a</p>\n<figure src="{src}" decorative="true"/>') == [
        (
            f'{BOOKLET}:3: figure.src: "{shown}" does not lie in {images.as_posix()}\n'
            "  hint: put the picture there, and name it as it is called there: ward.jpg"
        )
    ]


def test_picture_that_is_not_there(explain: Explain, images: Path) -> None:
    """If a template shows a picture that is not there, then its line and the near name are told."""
    assert explain('<figure src="Oven.JPG" decorative="true"/>') == [
        (
            f"{BOOKLET}:2: figure.src: there is no file {images.as_posix()}/Oven.JPG\n"
            '  hint: did you mean "oven.jpg"? capitals count'
        )
    ]


# A whole template, and what is said about it.
WHOLE = {
    "empty": (
        "{# nothing #}",
        ":1: the template gives no element\n  hint: begin with <pages> or <slides>",
    ),
    "never closed": (
        '<pages title="T">\n<section name="a">',
        ":2: section: <section> of line 2 is never closed\n  hint: write </section>",
    ),
    "other root": (
        '<slides title="T"/>',
        (
            ":1: slides: <slides> stands where <pages> has to begin\n"
            "  hint: put everything inside one <pages>"
        ),
    ),
    "root of before": (
        '{# the booklet #}\n<booklet title="T"/>',
        (
            ":2: booklet: <booklet> stands where <pages> has to begin\n"
            "  hint: write <pages> and </pages> in place of <booklet> and </booklet>"
        ),
    ),
    "two documents": (
        '<pages title="T"/>\n<pages title="T"/>',
        (
            ":2: something stands after the end of the document\n"
            "  hint: put everything inside one <pages> or <slides>"
        ),
    ),
    "doctype": (
        '<!DOCTYPE booklet [<!ENTITY a "b">]>\n<pages title="T"/>',
        ":1: a layout has no <!DOCTYPE>\n  hint: leave the line out",
    ),
    "no title": ("<pages/>", ":1: pages.title: 'title' is missing in <pages>"),
    "itself": ('{% extends "booklet.xml" %}', ":1: the template uses itself without end"),
    "runaway": (
        (
            "{% for i in range(1000) %}{% for j in range(1000) %}"
            "<p>more and more and more and more</p>{% endfor %}{% endfor %}"
        ),
        (
            ":1: the template gives more than 8 MiB of markup\n"
            "  hint: look for a loop that runs too often"
        ),
    ),
    "too deep": (
        '<pages title="T"><section name="a">\n' + "<ul><li>" * 40,
        f":2: ul: more than {MOST_DEPTH} elements stand inside one another",
    ),
}


@pytest.mark.parametrize(("template", "expected"), WHOLE.values(), ids=WHOLE.keys())
def test_whole_template(render: Render, layouts_dir: Path, template: str, expected: str) -> None:
    """If a template as a whole is wrong, then it is said what."""
    with pytest.raises(ContentError) as caught:
        render(template)
    assert str(caught.value) == f"{layouts_dir}/{BOOKLET}{expected}"


def test_template_in_another_encoding(layouts_dir: Path, profile: Profile, words: Words) -> None:
    """If a template is not UTF-8, then the line is named."""
    (layouts_dir / "classic" / "deck.xml").write_bytes(b"<slides\n title='\xe9'/>")
    told = r"deck\.xml:2:9: not UTF-8: byte 17 of the file is 0xE9\n  hint: save the file again"
    with pytest.raises(ContentError, match=told):
        render_document(load_layout("classic", layouts_dir), "deck", "slides", profile, words)


def test_template_that_is_too_large(layouts_dir: Path, profile: Profile, words: Words) -> None:
    """If a template has more than 1 MiB, then it is not read."""
    (layouts_dir / "classic" / "deck.xml").write_bytes(b" " * (1024 * 1024 + 1))
    told = r"deck\.xml: larger than 1 MiB \(1,048,576 bytes\)\n  hint: a template is a few pages"
    with pytest.raises(ContentError, match=told):
        render_document(load_layout("classic", layouts_dir), "deck", "slides", profile, words)


def test_template_that_is_a_picture(layouts_dir: Path, profile: Profile, words: Words) -> None:
    """If a template is a file of another kind, then it is said of which."""
    (layouts_dir / "classic" / "deck.xml").write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(ContentError, match=r"deck\.xml: a picture \(PNG\), not plain text"):
        render_document(load_layout("classic", layouts_dir), "deck", "slides", profile, words)


def test_no_template(layouts_dir: Path, profile: Profile, words: Words) -> None:
    """If a layout has no template for an edition, then that is said."""
    layout: Layout = load_layout("classic", layouts_dir)
    with pytest.raises(ContentError) as caught:
        render_document(layout, "deck", "slides", profile, words)
    assert str(caught.value) == (
        f"{layouts_dir}/classic: the layout has no deck.xml\n"
        "  hint: write one, or let theme.yaml extend a layout that has it"
    )


def test_template_that_leads_out(
    layouts_dir: Path, profile: Profile, words: Words, tmp_path: Path
) -> None:
    """If a template is a link that leads out of the layouts' folder, then it is refused."""
    outside = tmp_path / "outside.xml"
    outside.write_text('<slides title="T"/>', encoding="utf-8")
    (layouts_dir / "classic" / "deck.xml").symlink_to(outside)
    with pytest.raises(ContentError, match=r"classic/deck\.xml: leads out of the \w+ folder"):
        render_document(load_layout("classic", layouts_dir), "deck", "slides", profile, words)
