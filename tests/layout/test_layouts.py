"""Layouts are found, extended and kept inside their folder; themes are read strictly."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from careerkit.content import ContentError, Place, Text
from careerkit.document.traversal import outline
from careerkit.layout import load_layout, render_document
from careerkit.layout.theme.contrast import PAIRS, contrast_ratio, grey_ratio
from careerkit.translation.words.locale_words import Words
from tests.layout.conftest import CLASSIC, SCHOOL, SCHOOL_THEME, Profile, Write


@pytest.fixture
def complain(layouts_dir: Path) -> Callable[[str], list[str]]:
    """Load a layout and give what is wrong with it."""

    def complain_about(name: str) -> list[str]:
        with pytest.raises(ContentError) as caught:
            load_layout(name, layouts_dir)
        return [str(found).replace(f"{layouts_dir}", "layouts") for found in caught.value.problems]

    return complain_about


def test_classic_theme(layouts_dir: Path) -> None:
    """If the shipped layout is loaded, then its theme holds what its file says."""
    layout = load_layout("classic", layouts_dir)
    assert layout.chain == ("classic",)
    assert layout.theme.name == "classic"
    assert layout.theme.colours["accent"].srgb == "#0b4f52"
    assert layout.theme.colours["accent"].cmyk == (90, 35, 50, 45)
    assert layout.theme.booklet.page_mm == (148, 210)
    assert layout.theme.booklet.heading_pt == (34, 20, 13.5)
    assert layout.theme.deck.face == "Arial"
    assert layout.theme.deck.items_on_a_slide == 6
    assert isinstance(layout.theme.deck.items_on_a_slide, int)


@pytest.mark.parametrize(("line", "size"), [("", 9), ("  reference_pt: 8\n", 8)])
def test_size_that_a_theme_may_leave_out(
    write: Write, layouts_dir: Path, line: str, size: float
) -> None:
    """If a theme says nothing of the numbers of sources, then they have 9 pt, else its own size."""
    classic = (layouts_dir / "classic" / "theme.yaml").read_text(encoding="utf-8")
    (own,) = [each for each in classic.splitlines(keepends=True) if "reference_pt" in each]
    write("alone", "theme.yaml", classic.replace(own, line))
    assert load_layout("alone", layouts_dir).theme.booklet.reference_pt == size


def test_school_layout(write: Write, layouts_dir: Path, profile: Profile, words: Words) -> None:
    """If a layout extends another and changes a block and two colours, all else stays."""
    write("classic", "booklet.xml", CLASSIC)
    write("school", "theme.yaml", SCHOOL_THEME)
    write("school", "booklet.xml", SCHOOL)
    school = load_layout("school", layouts_dir)
    classic = load_layout("classic", layouts_dir)
    assert school.chain == ("school", "classic")
    assert school.theme.name == "school"
    assert school.theme.colours["accent"].srgb == "#5a1846"
    assert school.theme.colours["tint"].srgb == "#f4f4f4"
    assert school.theme.colours["tint"].cmyk == classic.theme.colours["tint"].cmyk
    assert school.theme.colours["ink"] == classic.theme.colours["ink"]
    assert school.theme.booklet == classic.theme.booklet
    document = render_document(school, "booklet", "pages", profile, words)
    assert outline(document) == (
        "Document en ltr 'Baker'\n"
        "  Section name=front kind=chapter\n"
        '    Paragraph text="classic front" role=body\n'
        "  Section name=back kind=chapter\n"
        '    Paragraph text="school back" role=body\n'
    )
    front, back = document.sections
    assert front.place == Place(f"{layouts_dir}/classic/booklet.xml", 3)
    assert back.place == Place(f"{layouts_dir}/school/booklet.xml", 4)


def test_template_of_the_parent(
    write: Write, layouts_dir: Path, profile: Profile, words: Words
) -> None:
    """If a layout has no template of its own, then its parent's is used."""
    write("classic", "booklet.xml", CLASSIC)
    write("school", "theme.yaml", SCHOOL_THEME)
    document = render_document(
        load_layout("school", layouts_dir), "booklet", "pages", profile, words
    )
    assert [section.name for section in document.sections] == ["front", "back"]


def test_mistake_in_an_overridden_block(
    write: Write, layouts_dir: Path, profile: Profile, words: Words
) -> None:
    """If a mistake stands in a child's block, then the child's file and line are named."""
    write("classic", "booklet.xml", CLASSIC)
    write("school", "theme.yaml", SCHOOL_THEME)
    for mistake, message in (
        ("<pp/>", 'pp: unknown element <pp>\n  hint: did you mean "p"?'),
        ("{{ nothing }}", "nothing is called 'nothing' here"),
        (
            "<strong>",
            "strong: </p> comes before <strong> of line 5 is closed\n  hint: write </strong> first",
        ),
    ):
        write("school", "booklet.xml", SCHOOL.replace("school back", mistake))
        layout = load_layout("school", layouts_dir)
        with pytest.raises(ContentError) as caught:
            render_document(layout, "booklet", "pages", profile, words)
        assert str(caught.value) == f"{layouts_dir}/school/booklet.xml:5: {message}"


def test_template_outside_the_chain(
    write: Write, layouts_dir: Path, profile: Profile, words: Words
) -> None:
    """If a template takes over one of a layout that is not extended, then it is not found."""
    write("other", "theme.yaml", "extends: classic\n")
    write("other", "booklet.xml", CLASSIC)
    write("school", "theme.yaml", "extends: classic\n")
    write("school", "booklet.xml", '{% extends "other/booklet.xml" %}')
    with pytest.raises(ContentError, match=r"there is no template 'other/booklet\.xml'"):
        render_document(load_layout("school", layouts_dir), "booklet", "pages", profile, words)


def test_accent(layouts_dir: Path) -> None:
    """If a career names an accent, then accent and accent_soft change, and nothing else."""
    layout = load_layout("classic", layouts_dir)
    assert layout.theme_for(None) is layout.theme
    plum = layout.theme_for("plum")
    assert plum.colours["accent"].srgb == "#662653"
    assert plum.colours["accent_soft"].srgb == "#ecd8e4"
    assert plum.colours["ink"] == layout.theme.colours["ink"]


def test_unknown_accent(layouts_dir: Path) -> None:
    """If a career names an accent that the theme has not, then its place is named."""
    layout = load_layout("classic", layouts_dir)
    with pytest.raises(ContentError) as caught:
        layout.theme_for(Text("plumm", "en", Place("source/careers/nurse.yaml", 4, 9)))
    assert str(caught.value) == (
        "source/careers/nurse.yaml:4:9: accent: the theme has no accent 'plumm'\n"
        '  hint: did you mean "plum"?; the accents are: teal, indigo, plum, forest, rust'
    )


def test_missing_layout(complain: Callable[[str], list[str]]) -> None:
    """If there is no such layout, then those that are there are named."""
    assert complain("clasic") == [
        "layouts: there is no layout 'clasic'\n  hint: did you mean \"classic\"?"
    ]
    assert complain("zzz") == [
        "layouts: there is no layout 'zzz'\n  hint: the layouts are: classic"
    ]


def test_layout_outside_the_folder(complain: Callable[[str], list[str]], tmp_path: Path) -> None:
    """If a layout's name leads out of the folder, then there is no such layout."""
    (tmp_path / "theme.yaml").write_text("name: outside\n", encoding="utf-8")
    for name in ("..", "../layouts/classic", "/etc", ""):
        assert complain(name)[0].startswith(f"layouts: there is no layout {name!r}")


def test_extends_a_missing_layout(write: Write, complain: Callable[[str], list[str]]) -> None:
    """If a layout extends one that is not there, then the line says so."""
    write("school", "theme.yaml", "name: school\nextends: clasic\n")
    assert complain("school") == [
        (
            "layouts/school/theme.yaml:2:10: extends: there is no layout 'clasic'\n"
            '  hint: did you mean "classic"?'
        )
    ]


def test_ring(write: Write, complain: Callable[[str], list[str]]) -> None:
    """If layouts extend one another in a ring, then the ring is named."""
    write("one", "theme.yaml", "extends: two\n")
    write("two", "theme.yaml", "extends: one\n")
    assert complain("one") == [
        (
            "layouts/two/theme.yaml:1:10: extends: "
            "the layouts extend one another in a ring: one extends two extends one"
        )
    ]


THEMES = {
    "unknown field": (
        "colors: {}\n",
        ['1:1: colors: unknown field\n  hint: did you mean "colours"?'],
    ),
    "unknown role": (
        "colours:\n  acent: {srgb: '#000000'}\n",
        ['2:3: colours.acent: unknown field\n  hint: did you mean "accent"?'],
    ),
    "unknown size": (
        "deck:\n  title_size: 3\n",
        ['2:3: deck.title_size: unknown field\n  hint: did you mean "title_pt"?'],
    ),
    "no colour": (
        "colours:\n  ink: {srgb: black}\n",
        [
            (
                "2:15: colours.ink.srgb: 'black' is not a colour\n"
                '  hint: write it as "#" and six digits of 0 to 9 and a to f, in quotes: "#0b4f52"'
            )
        ],
    ),
    "too much ink": (
        "colours:\n  ink: {cmyk: [0, 0, 0, 101]}\n",
        ["2:25: colours.ink.cmyk[3]: 101 is out of bounds\n  hint: 0 to 100 is allowed"],
    ),
    "too few inks": (
        "colours:\n  ink: {cmyk: [0, 0, 0]}\n",
        [
            (
                "2:15: colours.ink.cmyk: 4 figures are expected here\n"
                "  hint: write four percentages, for example [80, 20, 40, 0]"
            )
        ],
    ),
    "no number": (
        "booklet:\n  body_pt: twelve\n",
        ["2:12: booklet.body_pt: 'twelve' is not a number\n  hint: write it in digits: 12.5"],
    ),
    "no size": (
        "booklet:\n  body_pt: 0\n",
        ["2:12: booklet.body_pt: 0 is out of bounds\n  hint: 7 to 24 is allowed"],
    ),
    "sizes of no page": (
        (
            "booklet:\n  page_mm: [148, 1000]\n  leading_pt: 1000\n  margin_inner_mm: 1000\n"
            "  body_pt: 1\ndeck:\n  source_pt: 1\nicon_stroke: 100\n"
        ),
        [
            "2:18: booklet.page_mm[1]: 1000 is out of bounds\n  hint: 100 to 450 is allowed",
            "3:15: booklet.leading_pt: 1000 is out of bounds\n  hint: 7 to 40 is allowed",
            "4:20: booklet.margin_inner_mm: 1000 is out of bounds\n  hint: 5 to 60 is allowed",
            "5:12: booklet.body_pt: 1 is out of bounds\n  hint: 7 to 24 is allowed",
            "7:14: deck.source_pt: 1 is out of bounds\n  hint: 14 to 24 is allowed",
            "8:14: icon_stroke: 100 is out of bounds\n  hint: 0.25 to 5 is allowed",
        ],
    ),
    "lines in one another": (
        "booklet:\n  body_pt: 18\n  lead_leading_pt: 10\n",
        [
            (
                "2:12: booklet.body_pt: text of 18 pt does not fit into lines of 17 pt\n"
                "  hint: for body_pt: 18, leading_pt: 25.2 reads well"
            ),
            (
                "3:20: booklet.lead_leading_pt: text of 14 pt does not fit into lines of 10 pt\n"
                "  hint: for lead_pt: 14, lead_leading_pt: 19.6 reads well"
            ),
        ],
    ),
    "all margin": (
        (
            "booklet:\n  margin_inner_mm: 60\n  margin_outer_mm: 30\n  margin_top_mm: 60\n"
            "  margin_bottom_mm: 60\n"
        ),
        [
            (
                "2:20: booklet.margin_inner_mm: the margins leave 58 mm of the page's width for "
                "text\n  hint: at least 70 mm are needed: make the margins narrower or the page "
                "larger"
            ),
            (
                "4:18: booklet.margin_top_mm: the margins leave 90 mm of the page's height for "
                "text\n  hint: at least 100 mm are needed: make the margins narrower or the page "
                "larger"
            ),
        ],
    ),
    "nothing after a field": (
        "icon_stroke:\n",
        ["1:13: icon_stroke: left empty\n  hint: write a number from 0.25 to 5"],
    ),
    "a colour that is a comment": (
        "colours:\n  ink:\n    srgb: #1f2430\n",
        [
            (
                "3:10: colours.ink.srgb: left empty\n"
                '  hint: put quotes around text that begins with "#", as colours do'
            )
        ],
    ),
    "a list for fields": (
        "deck: [1]\n",
        ["1:7: deck: fields are expected here"],
    ),
    "a list for a text": (
        "deck:\n  face: [Arial]\n",
        [
            (
                "2:9: deck.face: a text is expected here\n"
                '  hint: write the name of a font family, for example "Arial"'
            )
        ],
    ),
    "less than nothing": (
        "icon_stroke: -1\ncolours:\n  ink: {grey: \u221250}\n",
        [
            (
                "1:14: icon_stroke: -1 is less than nothing\n"
                "  hint: take the minus out: 0.25 to 5 is allowed"
            ),
            (
                "3:15: colours.ink.grey: \u221250 is less than nothing\n"
                "  hint: take the minus out: 0 to 100 is allowed"
            ),
        ],
    ),
    "two at once": (
        "icon_stroke: x\ncolours:\n  ink: {grey: y}\n",
        [
            "1:14: icon_stroke: 'x' is not a number\n  hint: write it in digits: 12.5",
            "3:15: colours.ink.grey: 'y' is not a number\n  hint: write it in digits: 12.5",
        ],
    ),
    "name of an accent": (
        (
            'accents:\n  Sea Blue: {accent: {srgb: "#0b4f52", cmyk: [1, 1, 1, 1], grey: 78},'
            ' accent_soft: {srgb: "#cfe2dd", cmyk: [1, 1, 1, 1], grey: 18}}\n'
        ),
        [
            (
                "2:3: accents.Sea Blue: 'Sea Blue' is not a name\n"
                "  hint: a name is small letters a to z, digits, and hyphens between them"
            )
        ],
    ),
    "half an accent": (
        'accents:\n  sea: {accent: {srgb: "#0b4f52", cmyk: [1, 1, 1, 1], grey: 1}}\n',
        [("2:8: accents.sea.accent_soft: missing\n  hint: give it these fields: srgb, cmyk, grey")],
    ),
    "a colour without inks": (
        (
            'accents:\n  sea: {accent: {srgb: "#0b4f52"}, '
            "accent_soft: {cmyk: [1, 1, 1, 1], grey: 1}}\n"
        ),
        [
            (
                "2:17: accents.sea.accent.cmyk: missing\n"
                "  hint: write four percentages, for example [80, 20, 40, 0]"
            ),
            (
                "2:17: accents.sea.accent.grey: missing\n"
                "  hint: write a percentage: 0 is white, 100 is black"
            ),
            (
                "2:49: accents.sea.accent_soft.srgb: missing\n"
                '  hint: write it as "#" and six digits of 0 to 9 and a to f, in quotes: "#0b4f52"'
            ),
        ],
    ),
    "icon": (
        'icons:\n  book: "m 1 2"\n',
        [
            (
                "2:9: icons.book: 'm' is not one of M, L, H, V, C and Z\n"
                "  hint: an icon is drawn with M, L, H, V, C and Z in absolute figures from 0 to 24"
            )
        ],
    ),
    "weak text": (
        'colours:\n  ink: {srgb: "#777777"}\n',
        [
            (
                "2:15: colours.ink.srgb: ink on accent_soft has a contrast of 3.3:1, "
                "and text needs "
                "7:1\n  hint: make ink darker or accent_soft lighter"
            ),
            (
                "2:15: colours.ink.srgb: ink on paper has a contrast of 4.4:1, and text needs 7:1\n"
                "  hint: make ink darker or paper lighter"
            ),
            (
                "2:15: colours.ink.srgb: ink on tint has a contrast of 4.0:1, and text needs 7:1\n"
                "  hint: make ink darker or tint lighter"
            ),
        ],
    ),
    "weak ground": (
        'colours:\n  accent_soft: {srgb: "#2f6f6f"}\n',
        [
            (
                "2:23: colours.accent_soft.srgb: accent on accent_soft has a "
                "contrast of 1.6:1, and "
                "text needs 4.5:1\n  hint: make accent darker or accent_soft lighter"
            ),
            (
                "2:23: colours.accent_soft.srgb: ink on accent_soft has a contrast of 2.6:1, and "
                "text needs 7:1\n  hint: make ink darker or accent_soft lighter"
            ),
        ],
    ),
    "weak accent": (
        (
            'accents:\n  sky: {accent: {srgb: "#3377aa", cmyk: [1, 1, 1, 1], grey: 78},'
            ' accent_soft: {srgb: "#f8fcff", cmyk: [1, 1, 1, 1], grey: 18}}\n'
        ),
        [
            (
                "2:24: accents.sky.accent.srgb: accent on paper has a contrast of 4.8:1, and text "
                "needs 7:1\n  hint: make accent darker or paper lighter"
            ),
            (
                "2:24: accents.sky.accent.srgb: accent on tint has a contrast of 4.3:1, and text "
                "needs 7:1\n  hint: make accent darker or tint lighter"
            ),
            (
                "2:24: accents.sky.accent.srgb: paper on accent has a contrast of 4.8:1, and text "
                "needs 7:1\n  hint: make paper lighter or accent darker"
            ),
        ],
    ),
    "weak text in grey": (
        "colours:\n  ink: {grey: 80}\n  tint: {grey: 40}\n",
        [
            (
                "2:15: colours.ink.grey: in grey, ink and accent are 2 percent of black apart, "
                "and to be told apart they need 10\n"
                "  hint: give ink more black or accent less"
            ),
            (
                "2:15: colours.ink.grey: in grey, ink on tint has a contrast of 4.4:1, "
                "and text needs 7:1\n  hint: give ink more black or tint less"
            ),
            (
                "3:16: colours.tint.grey: in grey, accent on tint has a contrast of 4.1:1, "
                "and text needs 7:1\n  hint: give accent more black or tint less"
            ),
            (
                "3:16: colours.tint.grey: in grey, signal on tint has a contrast of 2.5:1, "
                "and text needs 4.5:1\n  hint: give signal more black or tint less"
            ),
        ],
    ),
    "neighbours of one grey": (
        "colours:\n  tint: {grey: 4}\n  signal: {grey: 75}\n",
        [
            (
                "2:16: colours.tint.grey: in grey, tint and paper are 4 percent of black apart, "
                "and to be told apart they need 5\n  hint: give tint more black or paper less"
            ),
            (
                "3:18: colours.signal.grey: in grey, accent and signal are 3 percent of black "
                "apart, and to be told apart they need 10\n"
                "  hint: give accent more black or signal less"
            ),
        ],
    ),
    "more ink than dries": (
        "colours:\n  ink: {cmyk: [80, 70, 60.5, 95]}\n",
        [
            (
                "2:15: colours.ink.cmyk: the four inks add up to 305.5 percent, "
                "and paper takes 300 at most\n"
                "  hint: take some away from the first three: black alone is dark"
            )
        ],
    ),
    "a tab": (
        "colours:\n\tink: {}\n",
        [
            (
                "2:1: a tab is used for indentation\n"
                "  hint: use spaces; most editors can replace all tabs at once"
            )
        ],
    ),
}


@pytest.mark.parametrize(("theme", "expected"), THEMES.values(), ids=THEMES.keys())
def test_theme_mistake(
    write: Write, complain: Callable[[str], list[str]], theme: str, expected: list[str]
) -> None:
    """If a theme has a mistake, then it is said what, where, and what to do."""
    if "\t" not in theme:
        theme += "extends: classic\n"
    write("school", "theme.yaml", theme)
    assert complain("school") == [f"layouts/school/theme.yaml:{line}" for line in expected]


def test_theme_that_says_too_little(write: Write, complain: Callable[[str], list[str]]) -> None:
    """If a theme extends nothing, then all that it leaves out is named."""
    write("bare", "theme.yaml", "name: bare\n")
    *groups, stroke = complain("bare")
    assert stroke == (
        "layouts/bare/theme.yaml:1:1: icon_stroke: missing\n  hint: write a number from 0.25 to 5"
    )
    for field, told in zip(("booklet", "colours", "deck"), groups, strict=True):
        begin = f"layouts/bare/theme.yaml:1:1: {field}: missing\n  hint: give it these fields: "
        assert told.startswith(begin)


def test_theme_that_is_no_mapping(write: Write, complain: Callable[[str], list[str]]) -> None:
    """If a theme is a list, then it is said how to begin."""
    write("list", "theme.yaml", "- a\n")
    assert complain("list") == [
        "layouts/list/theme.yaml:1:1: fields are expected here\n  hint: begin with name:"
    ]
    write("list", "theme.yaml", "")
    assert complain("list") == [
        "layouts/list/theme.yaml: the file is empty\n  hint: begin with a name: line"
    ]


@pytest.mark.parametrize(
    ("path", "mistake"),
    [
        ("M 2 2 L 3 3 4 4 H 5 V 6 C 1 1 2 2 3 3 Z M 1,1 L2.5,3", ""),
        (" ", "the path is empty"),
        ("L 1 2", "the path does not begin with M"),
        ("1 2", "the path does not begin with M"),
        ("M 1 2 A 1 1", "'A' is not one of M, L, H, V, C and Z"),
        ("M 1", "M takes 2 figures, not 1"),
        ("M 1 2 C 1 2 3 4", "C takes 6 figures, not 4"),
        ("M 1 2 L", "L takes 2 figures, not 0"),
        ("M 1 2 Z 3", "Z takes no figures"),
        ("M 1 25", "25 lies outside the grid of 24 by 24"),
        ("M 1 -2", "-2 lies outside the grid of 24 by 24"),
        ("M 1 ; 2", "';' has no meaning in an icon's path"),
    ],
)
def test_icon_path(
    write: Write,
    layouts_dir: Path,
    complain: Callable[[str], list[str]],
    path: str,
    mistake: str,
) -> None:
    """If an icon's path is not what both writers can draw, then it is said what is wrong."""
    write("school", "theme.yaml", f'extends: classic\nicons:\n  book: "{path}"\n')
    if mistake:
        assert complain("school")[0].splitlines()[0].endswith(f"icons.book: {mistake}")
    else:
        assert load_layout("school", layouts_dir).theme.icons["book"] == path


def test_contrast_ratio() -> None:
    """If two colours are compared, then the ratio is that of WCAG."""
    assert contrast_ratio("#000000", "#ffffff") == pytest.approx(21)
    assert contrast_ratio("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)
    assert contrast_ratio("#336699", "#336699") == 1
    assert grey_ratio(100, 0) == pytest.approx(21)
    assert grey_ratio(53, 0) == pytest.approx(contrast_ratio("#787878", "#ffffff"), abs=0.02)


def test_pairs_of_every_accent(layouts_dir: Path) -> None:
    """If a shipped accent is chosen, then every pair is as far apart as it has to be."""
    layout = load_layout("classic", layouts_dir)
    for accent in (None, *layout.accents):
        colours = layout.theme_for(accent).colours
        for text, ground, least in PAIRS:
            assert contrast_ratio(colours[text].srgb, colours[ground].srgb) >= least
            assert grey_ratio(colours[text].grey, colours[ground].grey) >= least


def test_weak_pair_with_an_accent_of_the_parent(
    write: Write, complain: Callable[[str], list[str]]
) -> None:
    """If a layout's ground is too weak for an accent it took over, then its own line is named."""
    write("school", "theme.yaml", 'extends: classic\ncolours:\n  tint: {srgb: "#e0d8c4"}\n')
    assert complain("school") == [
        (
            "layouts/school/theme.yaml:3:16: colours.tint.srgb: accent on tint has a contrast of "
            "6.5:1, and text needs 7:1\n  hint: make accent darker or tint lighter"
        )
    ]


def test_changed_template(write: Write, layouts_dir: Path, profile: Profile, words: Words) -> None:
    """If a template is changed on disk, then the next document is made from what it says now."""
    layout = load_layout("classic", layouts_dir)
    for title in ("one", "three"):
        write("classic", "booklet.xml", CLASSIC.replace("{{ profile.title }}", title))
        assert render_document(layout, "booklet", "pages", profile, words).title == title
