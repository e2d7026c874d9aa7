"""What stands in a template is in the file or is told: each element, in each kind and template."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from careerkit.content import ContentError
from careerkit.document.block_kinds import BLOCKS, kind_of
from careerkit.document.blocks import Document
from careerkit.document.section_kinds import KINDS, MEDIA, Medium, SectionPart
from careerkit.layout import Layout, load_layout
from careerkit.layout.markup.conformance import find_departures
from careerkit.layout.markup.document_reader import read_document
from careerkit.layout.markup.parser import parse_markup
from careerkit.pages import IconSet
from careerkit.pages.sheet import compose_sheet
from careerkit.pdf import write_pdf
from careerkit.typography import FontLibrary, LocaleStyle
from tests.booklet import write_booklet
from tests.deck import write_deck
from tests.homes import WORD, Markup, all_elements, find_lost, words_of_pdf, words_of_pptx
from tests.layout.conftest import TEMPLATE_OF, Render, short_messages
from tests.shipped import LAYOUTS

TEMPLATES: dict[str, Medium] = {"booklet": "pages", "handout": "pages", "deck": "slides"}
KINDS_OF = {
    template: [
        kind.name
        for kind in KINDS[medium].values()
        if medium == "slides" or kind.is_chosen == (template == "handout")
    ]
    for template, medium in TEMPLATES.items()
}


@cache
def _layout() -> Layout:
    return load_layout("classic", LAYOUTS)


@cache
def _library() -> FontLibrary:
    return FontLibrary(LAYOUTS / "fonts")


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with a picture in it."""
    folder = tmp_path_factory.mktemp("images")
    Image.new("RGB", (40, 30)).save(folder / "line.png")
    return folder


def read(template: str, markup: str, pictures: Path) -> Document:
    """Read a template's markup. Raises ContentError for what is told."""
    root = parse_markup(markup, LAYOUTS, f"classic/{template}.xml")
    medium = TEMPLATES[template]
    if departures := find_departures(root, medium):
        raise ContentError(departures)
    icons = _layout().theme.icons
    return read_document(root, medium, "en", "ltr", icons=icons, images=pictures)


def words_of(template: str, document: Document) -> set[str]:
    """Draw a document and return the words in its file."""
    target = io.BytesIO()
    theme, style = _layout().theme_for(None), LocaleStyle(("Noto Sans",))
    if template == "booklet":
        write_booklet(document, theme, style, _library(), target)
        return words_of_pdf(target.getvalue())
    if template == "handout":
        icons = IconSet(theme.icons, theme.icon_stroke)
        sheet = compose_sheet(
            document, theme.booklet, style, _library(), page_mm=(210.0, 297.0), icons=icons
        )
        write_pdf(sheet.pages, target, colours=theme.colours)
        told = "\n".join(each.text for each in sheet.left_out)
        return words_of_pdf(target.getvalue()) | set(WORD.findall(told))
    write_deck(document, theme, style, _library(), target)
    return words_of_pptx(target.getvalue())


def is_told(template: str, markup: str, pictures: Path) -> bool:
    """Say whether something in a template is told before anything is drawn."""
    try:
        read(template, markup, pictures)
    except ContentError:
        return True
    return False


def lost_words(template: str, markup: str, pictures: Path) -> set[str]:
    """Return the words that are neither in the file nor told; all are told if anything is."""
    if is_told(template, markup, pictures):
        return set()
    document = read(template, markup, pictures)
    return find_lost(set(WORD.findall(markup)), words_of(template, document))


def one_more(template: str) -> str:
    """Write a section that is drawn in any case."""
    kind = "panel" if template == "handout" else "chapter"
    return f'<section name="two" kind="{kind}"><h1>Two</h1><p>more</p></section>'


def wrap(template: str, *sections: tuple[str, str]) -> str:
    """Put blocks into sections, each of a kind."""
    root = TEMPLATES[template]
    written = "".join(
        f'<section name="s{number}" kind="{kind}">{body}</section>'
        for number, (kind, body) in enumerate(sections)
    )
    return f'<{root} title="T">{written}{one_more(template)}</{root}>'


def assert_all_is_shown(
    template: str, sections: Sequence[tuple[str, str]], told: Sequence[bool], pictures: Path
) -> None:
    """Check that of sections just these are told, each alone, and of the others no word is lost.

    A deck is made of all of them at once: to write one takes longer than to lay it out. A sheet has
    room for one of them at a time, and of spare pages as many are printed as there is room for.
    """
    alone = [wrap(template, section) for section in sections]
    assert [is_told(template, markup, pictures) for markup in alone] == list(told)
    shown = [section for section, tells in zip(sections, told, strict=True) if not tells]
    each_alone = [wrap(template, section) for section in shown]
    documents = [wrap(template, *shown)] if template == "deck" else each_alone
    for document in documents:
        assert lost_words(template, document, pictures) == set()


def holds(template: str, kind: str, name: str) -> bool:
    """Say whether the table has an element directly in a kind of section."""
    held = KINDS[TEMPLATES[template]][kind].holds
    return (name if name in ("h1", "cover", "contents") else "blocks") in held


@pytest.mark.parametrize(
    ("template", "kind"),
    [(template, kind) for template in TEMPLATES for kind in KINDS_OF[template]],
)
def test_each_element_in_each_kind(template: str, kind: str, pictures: Path) -> None:
    """If an element stands in a section of a kind, then its words are in the file or told."""
    markup = Markup(TEMPLATES[template])
    sections, told = [], []
    for name, class_ in all_elements():
        sections.append((kind, markup.element(name, **({"class": class_} if class_ else {}))))
        row = kind_of(name, class_)
        is_homeless = row is not None and row.home(TEMPLATES[template]) is None
        told.append(not holds(template, kind, name) or is_homeless or class_ == "tags")
    assert_all_is_shown(template, sections, told, pictures)


WORDS_IN = {
    **{name: f"<{name}>{{0}}</{name}>" for name in ("h1", "h2", "h3", "p")},
    **{
        f"p of the class {name}": f'<p class="{name}">{{0}}</p>'
        for name in ("lead", "caption", "source")
    },
    "li": "<ul><li>{0}</li></ul>",
    "tag": '<ul class="tags"><li>{0}</li></ul>',
    "numbered li": "<ol><li>{0}</li></ol>",
    "step": '<steps><step short="a">{0}</step></steps>',
    "writing-lines": '<writing-lines count="2">{0}</writing-lines>',
    "dt and dd": "<dl><dt>{0}</dt><dd>a</dd><dt>b</dt><dd>{0}</dd></dl>",
    "th and td": "<table><tr><th>{0}</th></tr><tr><td>{0}</td></tr></table>",
    "line": '<stamp-box title="a"><line>{0}</line></stamp-box>',
    "notes": '<aside class="notes"><p>{0}</p></aside>',
    "stage": '<roadmap><stage title="a"><ul><li>{0}</li></ul></stage></roadmap>',
    "step of a stage": (
        '<roadmap><stage title="a"><steps><step short="b">{0}</step></steps></stage></roadmap>'
    ),
}


@pytest.mark.parametrize("name", WORDS_IN)
@pytest.mark.parametrize("template", TEMPLATES)
def test_words_and_links_in_each_element(template: str, name: str, pictures: Path) -> None:
    """If words are bold or lead somewhere, then they and where they lead are in the file."""
    markup = Markup(TEMPLATES[template])
    sections, told = [], []
    for kind in KINDS_OF[template]:
        inline = (
            f"<strong>{markup.word('strong')}</strong> <em>{markup.word('em')}</em> "
            f'<a href="https://{markup.word("href")}.example">{markup.word("a")}</a> '
        )
        if template != "handout":  # to which no link can lead
            inline += f'<a href="#two">{markup.word("link")}</a>'
        body = WORDS_IN[name].format(inline)
        if template == "handout" and name in ("h1", "h2", "h3"):
            body += "<p>more</p>"  # a heading goes where nothing stands below it
        sections.append((kind, body))
        is_held = holds(template, kind, "h1" if name == "h1" else "blocks")
        told.append(not is_held or (name == "notes" and template != "deck"))
    assert_all_is_shown(template, sections, told, pictures)


@pytest.mark.parametrize("template", TEMPLATES)
def test_links_to_each_kind(template: str, pictures: Path) -> None:
    """If a link leads to a section of any kind, then it is there to be led to, or it is told."""
    for kind in KINDS_OF[template]:
        body = "<cover seed='a' title='w1cover'/>" if kind == "cover" else "<p>w1words</p>"
        for content in (body, ""):
            one = f'<section name="one" kind="{kind}">{content}</section>'
            two = '<section name="two"><p><a href="#one">w2link</a></p></section>'
            back = '<section name="three"><p>w3end <a href="#three">w4self</a></p></section>'
            document = f'<{TEMPLATES[template]} title="T">{two}{one}{back}</{TEMPLATES[template]}>'
            assert not lost_words(template, document, pictures), (kind, content)


HOLDERS = {
    "li": "<ul><li>{0}{1}</li></ul>",
    "li without words": "<ol><li>{1}</li><li>b</li></ol>",
    "li in li": "<ul><li>a<ul><li>{0}{1}</li></ul></li></ul>",
    "tip": '<aside class="tip" title="{0}">{1}</aside>',
    "caution": '<aside class="caution">{1}</aside>',
    "stage": '<roadmap><stage title="{0}">{1}</stage><stage title="b"><p>c</p></stage></roadmap>',
    "only stage": '<roadmap><stage title="{0}">{1}</stage></roadmap>',
    "only stage of steps": ('<roadmap><stage title="{0}"><ul><li>b</li></ul>{1}</stage></roadmap>'),
    "qr": '<qr url="https://example.org" alt="{0}">{1}</qr>',
    "notes": '<aside class="notes"><p>{0}</p>{1}</aside>',
    "columns": "<h2>a</h2><p>{0}</p>{1}<h2>b</h2><p>c</p>",
}


@pytest.mark.parametrize(
    ("template", "holder"), [(template, holder) for template in TEMPLATES for holder in HOLDERS]
)
def test_each_block_in_each_holder(template: str, holder: str, pictures: Path) -> None:
    """If a block stands in another, then its words are in the file or told."""
    kind = "panel" if template == "handout" else "chapter"
    if holder == "columns" and template == "deck":
        kind = "columns"
    markup = Markup(TEMPLATES[template])
    sections, told = [], []
    for name, class_ in all_elements():
        if name not in BLOCKS or class_ == "notes":
            continue
        block = markup.element(name, **({"class": class_} if class_ else {}))
        sections.append((kind, HOLDERS[holder].format(markup.word("holder"), block)))
        row = kind_of(name, class_)
        assert row is not None
        has_no_room = row.home(TEMPLATES[template]) == "drawn" and "stage" not in holder
        is_out_of_place = (has_no_room and holder != "columns") or class_ == "tags"
        told.append(is_out_of_place or (holder == "notes" and template != "deck"))
    assert_all_is_shown(template, sections, told, pictures)


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, str]:
    """Make a document of up to three sections of any kinds with any blocks."""
    template: str = draw(st.sampled_from(list(TEMPLATES)))
    markup = Markup(TEMPLATES[template])
    elements = st.sampled_from(list(all_elements()))
    kinds = st.sampled_from(list(KINDS_OF[template]))

    def sections() -> Iterator[str]:
        for number in range(draw(st.integers(1, 3))):
            body = [
                markup.element(name, **({"class": class_} if class_ else {}))
                for name, class_ in draw(st.lists(elements, max_size=4))
            ]
            yield f'<section name="s{number}" kind="{draw(kinds)}">{"".join(body)}</section>'

    root = TEMPLATES[template]
    body = "".join(sections()) + one_more(template)
    return template, f'<{root} title="T">{body}</{root}>'


@given(made=documents())
def test_any_document(made: tuple[str, str], pictures: Path) -> None:
    """If sections of any kinds hold any blocks, then no word is lost in silence."""
    template, markup = made
    spare = markup.count('kind="spare"')
    if spare <= 1:  # of several, those are printed for which the sheet has room
        assert not lost_words(template, markup, pictures)


# A medium, what stands in its document from line 2 on, and what is said.
TOLD: dict[str, tuple[Medium, str, str]] = {
    "unknown kind of slide": (
        "slides",
        '<section name="a" kind="colums"><p>b</p></section>',
        ("2: section.kind: 'colums' is not a kind of slide\n  hint: did you mean \"columns\"?"),
    ),
    "second masthead": (
        "pages",
        (
            '<section name="a" kind="masthead"><cover seed="s" title="b" tagline="c"/></section>\n'
            '<section name="d" kind="masthead"><cover seed="s" title="e" tagline="f"/></section>'
        ),
        (
            "3: section.kind: a sheet has a section of the kind 'masthead' already\n"
            "  hint: put what this one holds into a section of another kind"
        ),
    ),
    "unknown kind of page": (
        "pages",
        '<section name="a" kind="zzzzz"><p>b</p></section>',
        (
            "2: section.kind: 'zzzzz' is not a kind of page\n"
            "  hint: the kinds are: cover, contents, chapter, spare, back, masthead, panel, foot"
        ),
    ),
    "kind of the other medium": (
        "pages",
        '<section name="a" kind="statement"><p>b</p></section>',
        (
            "2: section.kind: 'statement' is not a kind of page\n"
            "  hint: the kinds are: cover, contents, chapter, spare, back, masthead, panel, foot"
        ),
    ),
    "words beside a cover": (
        "pages",
        '<section name="a" kind="cover"><cover seed="a" title="b"/>\n<p>c</p></section>',
        (
            "3: p: a page of the kind 'cover' has no place for <p>\n"
            "  hint: put it into another section; this one holds <cover>"
        ),
    ),
    "title beside a cover": (
        "pages",
        '<section name="a" kind="cover">\n<h1>c</h1><cover seed="a" title="b"/></section>',
        (
            "3: h1: a page of the kind 'cover' has no place for <h1>\n"
            "  hint: put it into another section; this one holds <cover>"
        ),
    ),
    "two covers": (
        "pages",
        (
            '<section name="a" kind="cover"><cover seed="a" title="b"/>\n'
            '<cover seed="a" title="c"/></section>'
        ),
        "3: cover: a section of the kind 'cover' has a <cover> already",
    ),
    "cover without a cover": (
        "pages",
        '<section name="a" kind="cover"></section>\n<section name="b"><p>c</p></section>',
        "2: section: a section of the kind 'cover' needs a <cover>",
    ),
    "cover in a chapter": (
        "pages",
        '<section name="a">\n<cover seed="a" title="b"/></section>',
        (
            "3: cover: <cover> is drawn in a section of the kind 'cover', "
            "and this one is 'chapter'\n"
            '  hint: give it a section of its own: <section name="cover" kind="cover">'
        ),
    ),
    "icon that is not drawn": (
        "pages",
        '<section name="a" kind="back" icon="work"><p>b</p></section>',
        "2: section.icon: no icon is drawn on a page of the kind 'back'\n  hint: leave icon out",
    ),
    "icon of a slide that is not drawn": (
        "slides",
        '<section name="a" kind="closing" icon="work"><p>b</p></section>',
        (
            "2: section.icon: no icon is drawn on a slide of the kind 'closing'\n"
            "  hint: leave icon out"
        ),
    ),
    "notes on pages": (
        "pages",
        '<section name="a"><p>b</p>\n<aside class="notes"><p>c</p></aside></section>',
        '3: aside.class: no page shows <aside class="notes">\n  hint: leave it out',
    ),
    "notes out of place": (
        "slides",
        (
            '<section name="a">\n<aside class="tip"><aside class="notes"><p>b</p></aside></aside>'
            "</section>"
        ),
        (
            '3: aside.class: <aside class="notes"> may stand directly in <section> alone\n'
            "  hint: move it to the end of the section"
        ),
    ),
    "title of notes": (
        "slides",
        '<section name="a"><p>b</p>\n<aside class="notes" title="c"><p>d</p></aside></section>',
        "3: aside.title: notes have no title\n  hint: write <h2> into them instead",
    ),
    "seconds of a tip": (
        "slides",
        '<section name="a">\n<aside class="tip" seconds="9"><p>d</p></aside></section>',
        "3: aside.seconds: only notes take 'seconds'\n  hint: write class=\"notes\"",
    ),
    "picture in a list on a slide": (
        "slides",
        '<section name="a"><ul><li>b\n<figure src="line.png" alt="c"/></li></ul></section>',
        (
            "3: figure: <figure> in <li> is not drawn on a slide\n"
            "  hint: put it directly into <section> or <stage>"
        ),
    ),
    "chart in notes": (
        "slides",
        (
            '<section name="a"><p>b</p><aside class="notes">\n<roadmap><stage title="c"><p>d</p>'
            "</stage></roadmap></aside></section>"
        ),
        (
            "3: roadmap: <roadmap> in <aside> is not drawn on a slide\n"
            "  hint: put it directly into <section> or <stage>"
        ),
    ),
    "words below a tag": (
        "pages",
        '<section name="a"><ul class="tags"><li>b\n<p>c</p></li></ul></section>',
        (
            "3: p: <p> has no place in a list of the class 'tags', which has words alone\n"
            '  hint: take class="tags" away, or the rest of the item'
        ),
    ),
    "words for a chart that is edited": (
        "pages",
        (
            '<section name="a">\n<range-chart alt="b" low-name="c">'
            '<range label="d" low="1" low-text="1" summary="e"/></range-chart></section>'
        ),
        (
            "3: range-chart.low-name: a page has no use for 'low-name', "
            "and what stands in it would not be seen\n  hint: leave low-name out"
        ),
    ),
    "words of a decorative picture": (
        "pages",
        '<section name="a">\n<figure src="line.png" alt="b" decorative="true"/></section>',
        (
            "3: figure.alt: a decorative picture is passed over when a page is read out, "
            "its 'alt' with it\n  hint: leave out 'alt', or decorative"
        ),
    ),
    "words of no figure": (
        "pages",
        (
            '<section name="a"><range-chart alt="b">\n<range label="c" low="1" low-text="1" '
            'high-text="2" summary="d"/></range-chart></section>'
        ),
        "3: range.high-text: 'high' is missing in <range>, and its text is not shown",
    ),
    "link to a page that may not be printed": (
        "pages",
        (
            '<section name="a"><p>\n<a href="#b">c</a></p></section>'
            '<section name="b" kind="spare"><p>d</p></section>'
        ),
        (
            "3: a.href: section 'b' is printed only where the sheet has room for it, "
            "and no link can lead to it\n"
            "  hint: take the link away, or let it lead to another section"
        ),
    ),
    "priority where all is printed": (
        "pages",
        '<section name="a"><ul>\n<li priority="2">b</li></ul></section>',
        (
            "3: li.priority: all is printed in a section of the kind 'chapter', "
            "whatever its priority\n  hint: leave priority out"
        ),
    ),
    "priority on a slide": (
        "slides",
        '<section name="a" priority="2"><p>b</p></section>',
        (
            "2: section.priority: a slide has no use for 'priority', "
            "and what stands in it would not be seen\n  hint: leave priority out"
        ),
    ),
    "link to a panel": (
        "pages",
        (
            '<section name="a" kind="foot"><p>\n<a href="#b">c</a></p></section>'
            '<section name="b" kind="panel"><p>d</p></section>'
        ),
        (
            "3: a.href: section 'b' may find no room on its sheet, and no link can lead to it\n"
            "  hint: take the link away, or let it lead to another section"
        ),
    ),
    "cover in a panel": (
        "pages",
        '<section name="a" kind="panel">\n<cover seed="a" title="b"/></section>',
        (
            "3: cover: <cover> is drawn in a section of the kind 'masthead', "
            "and this one is 'panel'\n"
            '  hint: give it a section of its own: <section name="masthead" kind="masthead">'
        ),
    ),
    "link to nothing": (
        "pages",
        '<section name="a"><p>\n<a href="#b">c</a></p></section><section name="b"/>',
        (
            "3: a.href: section 'b' is empty, and no link can lead to it\n"
            "  hint: take the link away, or let it lead to another section"
        ),
    ),
    "no section": (
        "slides",
        "",
        "1: slides: nothing stands on any slide\n  hint: write a <section>",
    ),
    "spare pages alone": (
        "pages",
        '<section name="a" kind="spare"><p>b</p></section>',
        "1: pages: nothing stands on any page\n  hint: write a <section>",
    ),
    "empty pages alone": (
        "pages",
        '<section name="a"><p></p></section>',
        "1: pages: nothing stands on any page\n  hint: write a <section>",
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_told(render: Render, layouts_dir: Path, images: Path, name: str) -> None:
    """If something in a template would not be shown, then that is told with its line."""
    medium, body, told = TOLD[name]
    assert images.is_dir()
    with pytest.raises(ContentError) as caught:
        render(f'<{medium} title="T">\n{body}\n</{medium}>', medium)
    assert short_messages(caught.value, layouts_dir) == [
        f"classic/{TEMPLATE_OF[medium]}.xml:{told}"
    ]


def test_what_goes_together(render_body: Callable[..., str]) -> None:
    """If an item of tags has its words in a paragraph, then they are its words."""
    assert render_body('<ul class="tags"><li><p>a</p></li><li><em>b</em></li></ul>') == (
        'BulletList style=tags\n  ListItem text="a"\n  ListItem text="_b_"'
    )


def test_kinds_hold_what_there_is() -> None:
    """If something may stand in a section, then each medium has a kind that holds it."""
    for medium in MEDIA:
        held = {part for kind in KINDS[medium].values() for part in kind.holds}
        assert held == set(get_args(SectionPart))
