"""Decks without a fault, and decks broken on purpose: what preflight says of each."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from careerkit.build.render import draw
from careerkit.preflight.pptx.file import preflight_pptx
from tests.preflight.conftest import lay_out

OURS = "; this is a defect of careerkit, please report it"
SLIDE = "ppt/slides/slide2.xml"
BODY = '<p:ph type="body" idx="1"/>'


def broken(content: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """Change a part of a deck behind its writer's back; it has to change."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as package, zipfile.ZipFile(target, "w") as copy:
        for name in package.namelist():
            data = package.read(name)
            if name == part:
                changed = change(data.decode("utf-8")).encode("utf-8")
                assert changed != data
                data = changed
            copy.writestr(name, data)
    return target.getvalue()


def read(content: bytes, part: str) -> str:
    """Give the text of a part."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(part).decode("utf-8")


def found(content: bytes) -> set[tuple[str, str]]:
    """Give what preflight says, each with its slide."""
    problems = preflight_pptx(content, file="a.pptx")
    for problem in problems:
        assert problem.severity == "error"
        assert str(problem.place) == "a.pptx"
        assert problem.message.endswith(OURS)
    return {(problem.field, problem.message.removesuffix(OURS)) for problem in problems}


def with_shape(xml: str, shape: str) -> str:
    """Put one more shape at the end of a slide."""
    return xml.replace("</p:spTree>", shape + "</p:spTree>")


def box(x: int, y: int, width: int, height: int, *, words: str = ' descr="A box"') -> str:
    """Write a shape without text."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="9001" name="Box"{words}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        "</p:spPr></p:sp>"
    )


def text_box(run: str, body: str = "<a:bodyPr/>") -> str:
    """Write a shape with text that is no placeholder."""
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="9002" name="Words"/><p:cNvSpPr txBox="1"/><p:nvPr/>'
        '</p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="5900000"/><a:ext cx="9000000" cy="900000"/>'
        "</a:xfrm></p:spPr>"
        f"<p:txBody>{body}<a:lstStyle/><a:p>{run}</a:p></p:txBody></p:sp>"
    )


def without_words_in(xml: str, mark: str) -> str:
    """Take all runs out of the shape with a mark."""
    head, tail = xml.split(mark, 1)
    body, rest = tail.split("</p:txBody>", 1)
    body = re.sub(r"<a:p>.*</a:p>", "<a:p/>", body, flags=re.DOTALL)
    return f"{head}{mark}{body}</p:txBody>{rest}"


def test_a_good_deck_has_no_defect(career: str, tmp_path: Path) -> None:
    """If a deck of a career that ships is made, then nothing is found."""
    assert found(draw(lay_out(tmp_path, [career], "deck")).content) == set()


def test_a_path_is_read_and_named(deck: bytes, tmp_path: Path) -> None:
    """If a path is given, then its file is read, and named in what is found."""
    path = tmp_path / "torn.pptx"
    path.write_bytes(deck)
    assert preflight_pptx(path) == ()
    path.write_bytes(b"torn")
    (problem,) = preflight_pptx(path)
    assert problem.place.file == path.as_posix()
    assert problem.message.startswith("the file cannot be read as a presentation")


def test_a_part_that_is_no_xml(deck: bytes) -> None:
    """If a slide is torn, then the deck cannot be read."""
    ((where, what),) = found(broken(deck, SLIDE, lambda xml: xml[:-9]))
    assert where == ""
    assert what.startswith("the file cannot be read as a presentation")


def test_a_deck_without_slides(deck: bytes) -> None:
    """If the presentation lists no slide, then that is told."""

    def change(xml: str) -> str:
        return re.sub(r"<p:sldIdLst>.*</p:sldIdLst>", "", xml, flags=re.DOTALL)

    assert found(broken(deck, "ppt/presentation.xml", change)) == {("", "the deck has no slides")}


def test_an_empty_placeholder(deck: bytes) -> None:
    """If a placeholder has no words, then its name is told, and nothing else of it."""
    name = re.findall(r'name="([^"]*)"', read(deck, SLIDE).split(BODY)[0])[-1]
    content = broken(deck, SLIDE, lambda xml: without_words_in(xml, BODY))
    assert found(content) == {("slide 2", f'the placeholder "{name}" is empty')}


def test_an_empty_title(deck: bytes) -> None:
    """If the title has no words, then the slide has no title."""
    content = broken(deck, SLIDE, lambda xml: without_words_in(xml, '<p:ph type="title"/>'))
    assert found(content) == {
        ("slide 2", 'the placeholder "Title" is empty'),
        ("slide 2", "the slide has no title"),
    }


def test_no_title_at_all(deck: bytes) -> None:
    """If no shape is the title, then the slide has none."""
    content = broken(
        deck, SLIDE, lambda xml: xml.replace('<p:ph type="title"/>', '<p:ph type="body" idx="77"/>')
    )
    assert found(content) == {("slide 2", "the slide has no title")}


@pytest.mark.parametrize(
    ("shape", "size"),
    [
        (text_box('<a:r><a:rPr lang="en" sz="1300"/><a:t>small</a:t></a:r>'), "13"),
        (
            text_box(
                '<a:r><a:rPr lang="en" sz="2000"/><a:t>shrunk</a:t></a:r>',
                '<a:bodyPr><a:normAutofit fontScale="62500"/></a:bodyPr>',
            ),
            "12.5",
        ),
        (text_box('<a:r><a:rPr lang="en" sz="1400"/><a:t>a source</a:t></a:r>'), ""),
        (
            text_box(
                '<a:r><a:rPr lang="en" sz="900"/><a:t> </a:t></a:r>'
                '<a:r><a:rPr lang="en" sz="1800"/><a:t>after a small space</a:t></a:r>'
            ),
            "",
        ),
        (text_box('<a:r><a:rPr lang="en"/><a:t>by default</a:t></a:r>'), ""),
    ],
)
def test_small_text(deck: bytes, shape: str, size: str) -> None:
    """If text is smaller than a source line, as it stands or shrunk to fit, its size is told."""
    content = broken(deck, SLIDE, lambda xml: with_shape(xml, shape))
    what = f'text in "Words" is {size} pt, less than 14'
    assert found(content) == ({("slide 2", what)} if size else set())


def test_small_text_of_a_layout(deck: bytes) -> None:
    """If a layout makes the text of its placeholder small, then the slides' text is."""
    relations = read(deck, "ppt/slides/_rels/slide2.xml.rels")
    layout = re.findall(r"slideLayouts/slideLayout\d+\.xml", relations)[0]

    def change(xml: str) -> str:
        head, tail = xml.split(BODY, 1)
        body, rest = tail.split("</p:sp>", 1)
        return head + BODY + re.sub(r'sz="\d+"', 'sz="1250"', body) + "</p:sp>" + rest

    whats = found(broken(deck, f"ppt/{layout}", change))
    assert ("slide 2", "is 12.5 pt, less than 14") in {
        (where, what.partition('" ')[2]) for where, what in whats
    }


def test_small_text_of_a_master(deck: bytes) -> None:
    """If the master makes titles small, then every title that its layout leaves alone is."""

    def change(xml: str) -> str:
        head, tail = xml.split("<p:titleStyle>", 1)
        return head + "<p:titleStyle>" + re.sub(r'sz="\d+"', 'sz="1000"', tail, count=1)

    whats = found(broken(deck, "ppt/slideMasters/slideMaster1.xml", change))
    assert ("slide 2", 'text in "Title" is 10 pt, less than 14') in whats


def test_small_text_of_a_chart(deck: bytes) -> None:
    """If text in a chart is small, then the chart's slide is named."""
    content = broken(
        deck,
        "ppt/charts/chart1.xml",
        lambda xml: re.sub(r'sz="\d+"', 'sz="1000"', xml, count=1),
    )
    ((where, what),) = found(content)
    number = where.removeprefix("slide ")
    assert "charts/chart1.xml" in read(deck, f"ppt/slides/_rels/slide{number}.xml.rels")
    assert what == "text in a chart is 10 pt, less than 14"


def test_missing_notes(deck: bytes) -> None:
    """If a slide has empty notes, or none, then that is told."""
    what = {("slide 2", "the slide has no notes for the speaker")}
    empty = broken(
        deck,
        "ppt/notesSlides/notesSlide2.xml",
        lambda xml: re.sub(r"<a:t>.*?</a:t>", "<a:t/>", xml, flags=re.DOTALL),
    )
    assert found(empty) == what
    gone = broken(
        deck,
        "ppt/slides/_rels/slide2.xml.rels",
        lambda xml: re.sub(r"<Relationship [^>]*notesSlide[^>]*/>", "", xml),
    )
    assert found(gone) == what


def test_notes_without_a_language(deck: bytes) -> None:
    """If the notes do not say their language, then that is told."""
    content = broken(
        deck,
        "ppt/notesSlides/notesSlide2.xml",
        lambda xml: re.sub(r'<a:rPr lang="[^"]*"', "<a:rPr", xml, count=1),
    )
    assert found(content) == {("slide 2", "some text of the notes does not say its language")}


def test_text_without_a_language(deck: bytes) -> None:
    """If a run of text does not say its language, then that is told."""
    content = broken(
        deck, SLIDE, lambda xml: re.sub(r'<a:rPr lang="[^"]*"', "<a:rPr", xml, count=1)
    )
    assert found(content) == {("slide 2", "some text does not say its language")}


def test_a_shape_without_words(deck: bytes) -> None:
    """If a shape has neither text nor words for it, and is no decoration, then it is named."""
    content = broken(deck, SLIDE, lambda xml: with_shape(xml, box(0, 0, 9, 9, words="")))
    assert found(content) == {("slide 2", '"Box" has no words for those who do not see it')}
    decorative = (
        '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec='
        '"http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
    )
    shape = box(0, 0, 9, 9, words="").replace('name="Box"/>', f'name="Box">{decorative}</p:cNvPr>')
    assert found(broken(deck, SLIDE, lambda xml: with_shape(xml, shape))) == set()


def test_a_chart_without_words(deck: bytes) -> None:
    """If a chart loses its words, then it is named."""
    with zipfile.ZipFile(io.BytesIO(deck)) as package:
        part = next(
            name
            for name in package.namelist()
            if name.startswith("ppt/slides/slide") and b"c:chart" in package.read(name)
        )
    content = broken(
        deck, part, lambda xml: re.sub(r'(name="Chart") descr="[^"]*"', r"\1", xml, count=1)
    )
    number = re.findall(r"slide(\d+)\.xml", part)[0]
    what = '"Chart" has no words for those who do not see it'
    assert found(content) == {(f"slide {number}", what)}


@pytest.mark.parametrize(
    ("x", "y", "is_off"),
    [
        (-20_000, 0, True),
        (0, -20_000, True),
        (12_192_000 - 80_000, 0, True),
        (0, 6_858_000 - 80_000, True),
        (0, 0, False),
        (12_192_000 - 100_000, 6_858_000 - 100_000, False),
        (-4000, 0, False),
    ],
)
def test_a_shape_off_the_slide(deck: bytes, x: int, y: int, *, is_off: bool) -> None:
    """If a shape reaches beyond an edge, then it is named; half a point is rounding."""
    content = broken(deck, SLIDE, lambda xml: with_shape(xml, box(x, y, 100_000, 100_000)))
    assert found(content) == ({("slide 2", '"Box" reaches beyond the slide')} if is_off else set())


def test_a_shape_of_a_group_off_the_slide(deck: bytes) -> None:
    """If a group's measure carries a member off the slide, then the member is named."""
    group = (
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="9003" name="Group"/><p:cNvGrpSpPr/><p:nvPr/>'
        '</p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="6096000" y="0"/><a:ext cx="6096000" '
        'cy="6858000"/><a:chOff x="0" y="0"/><a:chExt cx="1000" cy="1000"/></a:xfrm></p:grpSpPr>'
        "{}</p:grpSp>"
    )
    within = with_shape(read(deck, SLIDE), group.format(box(900, 900, 100, 100)))
    assert found(broken(deck, SLIDE, lambda _: within)) == set()
    beyond = with_shape(read(deck, SLIDE), group.format(box(950, 900, 100, 100)))
    content = broken(deck, SLIDE, lambda _: beyond)
    assert found(content) == {("slide 2", '"Box" reaches beyond the slide')}


def test_a_layout_with_a_frame_off_the_slide(deck: bytes) -> None:
    """If a layout's own frame reaches beyond the slide, then the layout is named."""
    relations = read(deck, "ppt/slides/_rels/slide2.xml.rels")
    layout = re.findall(r"slideLayouts/slideLayout\d+\.xml", relations)[0]
    name = re.findall(r'<p:cSld name="([^"]*)"', read(deck, f"ppt/{layout}"))[0]

    def change(xml: str) -> str:
        head, tail = xml.split(BODY, 1)
        return head + BODY + re.sub(r'<a:off x="\d+"', '<a:off x="9999999"', tail, count=1)

    whats = found(broken(deck, f"ppt/{layout}", change))
    assert {where for where, _ in whats} == {f"layout {name}"}
    assert all(what.endswith('" reaches beyond the slide') for _, what in whats)


def test_two_shapes_of_one_number(deck: bytes) -> None:
    """If two shapes have one number, then the number is told."""
    shape = box(0, 0, 9, 9)
    content = broken(deck, SLIDE, lambda xml: with_shape(with_shape(xml, shape), shape))
    assert found(content) == {("slide 2", "two shapes have the same number: 9001")}


# --- what a reader would notice --------------------------------------------------------------


def test_two_slides_with_one_title(deck: bytes) -> None:
    """If two slides have the same title, then the second is told, with the first one's number."""
    title = re.compile('(<p:ph type="title"/>.*?)<a:p>.*?</a:p>', re.DOTALL)
    first = title.search(read(deck, SLIDE))
    assert first is not None
    paragraph = first[0][len(first[1]) :]

    def change(xml: str) -> str:
        return title.sub(lambda match: match[1] + paragraph, xml, count=1)

    content = broken(deck, "ppt/slides/slide4.xml", change)
    assert found(content) == {("slide 4", "the slide has the same title as slide 2")}


def test_text_far_out_of_its_shape(deck: bytes) -> None:
    """If a text needs far more room than its shape has, then both heights are told."""
    run = f'<a:r><a:rPr lang="en"/><a:t>{"much too long a text " * 60}</a:t></a:r>'
    content = broken(deck, SLIDE, lambda xml: with_shape(xml, text_box(run)))
    ((where, what),) = found(content)
    assert where == "slide 2"
    assert re.fullmatch(r'text in "Words" needs at least \d+ pt of height, its shape has 71', what)


def test_text_a_little_out_of_its_shape_is_none_of_it(deck: bytes) -> None:
    """If a text is as long as its shape by a guess, then nothing is told: no font was asked."""
    run = f'<a:r><a:rPr lang="en"/><a:t>{"as long as that " * 16}</a:t></a:r>'
    assert found(broken(deck, SLIDE, lambda xml: with_shape(xml, text_box(run)))) == set()


def test_a_title_read_last(deck: bytes) -> None:
    """If the title is the last shape of a slide, then what is read before it is named."""

    def change(xml: str) -> str:
        shapes = re.findall(r"<p:sp>.*?</p:sp>", xml, flags=re.DOTALL)
        title = next(shape for shape in shapes if '<p:ph type="title"/>' in shape)
        return with_shape(xml.replace(title, ""), title)

    assert found(broken(deck, SLIDE, change)) == {("slide 2", 'the title is read after "Text"')}


def test_what_stands_above_is_read_before(deck: bytes) -> None:
    """If a text stands above another and comes after it in the file, then both are named."""
    low = text_box('<a:r><a:rPr lang="en"/><a:t>A line</a:t></a:r>')
    high = low.replace('name="Words"', 'name="High"').replace("9002", "9003")
    high = high.replace('y="5900000"', 'y="10"').replace('cy="900000"', 'cy="190000"')
    what = '"High" is read after "Title", which stands below it'
    content = broken(deck, SLIDE, lambda xml: with_shape(xml, low + high))
    assert found(content) == {("slide 2", what)}
    beside = high.replace('off x="0"', 'off x="11500000"').replace('cx="9000000"', 'cx="600000"')
    assert found(broken(deck, SLIDE, lambda xml: with_shape(xml, low + beside))) == set()


@pytest.mark.parametrize(
    ("size", "colour", "ratio", "least"),
    [
        (1800, '<a:srgbClr val="EEEEEE"/>', "1.0", "3"),
        (1800, '<a:schemeClr val="bg2"/>', "1.0", "3"),
        (1600, '<a:srgbClr val="7A7A7A"/>', "3.8", "4.5"),
        (1800, '<a:srgbClr val="7A7A7A"/>', "", ""),
        (1600, '<a:schemeClr val="accent1"/>', "", ""),
    ],
)
def test_text_too_like_its_ground(
    deck: bytes, size: int, colour: str, ratio: str, least: str
) -> None:
    """If a text's colour is too near to its ground's, then the ratio is told; large text may be."""
    run = f'<a:r><a:rPr lang="en" sz="{size}"><a:solidFill>{colour}</a:solidFill></a:rPr>'
    shape = text_box(f"{run}<a:t>words</a:t></a:r>")
    content = broken(deck, SLIDE, lambda xml: with_shape(xml, shape))
    what = f'text in "Words" has a contrast of {ratio} to its ground, less than {least}'
    assert found(content) == ({("slide 2", what)} if ratio else set())


def test_a_ground_changed_below_the_text(deck: bytes) -> None:
    """If a layout's ground is set in the colour of the text, then its slides are told."""
    relations = read(deck, "ppt/slides/_rels/slide2.xml.rels")
    layout = re.findall(r"slideLayouts/slideLayout\d+\.xml", relations)[0]

    def change(xml: str) -> str:
        return re.sub(r'<a:schemeClr val="bg2"/>', '<a:schemeClr val="tx1"/>', xml, count=1)

    whats = found(broken(deck, f"ppt/{layout}", change))
    assert ("slide 2", 'text in "Text" has a contrast of 1.0 to its ground, less than 3') in whats
