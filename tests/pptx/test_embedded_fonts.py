"""Fonts inside a deck: the file reopened, its header read by hand, its font opened by HarfBuzz."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import openxml_audit
import pytest
import uharfbuzz as hb
from pptx import Presentation

from careerkit.content.problem import ContentError
from careerkit.document import blocks as b
from careerkit.document.theme import Theme
from careerkit.typography import FontLibrary, LocaleStyle
from tests import shipped
from tests.deck import write_deck
from tests.pptx.reading import A, P, parts
from tests.shipped import ROOT
from tests.slides.documents import document, say, section
from tests.typography.test_damaged_fonts import with_table

FONTS = ROOT / "layouts" / "fonts"
SINHALA = "කෘත්‍රිම බුද්ධිය"
STYLE = LocaleStyle(
    ("Noto Sans", "Noto Sans Sinhala", "Noto Sans Tamil"),
    ("Nirmala UI",),
    line_height=1.65,
    script="Sinh",
)
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RESTRICTED, READ_ONLY, EDITABLE, BOTH, PIXELS, WHOLE = 0x2, 0x4, 0x8, 0xC, 0x208, 0x100


def written(theme: Theme, fonts: Path) -> bytes:
    """Write a deck in Sinhala with its fonts inside."""
    text = b.Paragraph((*say(SINHALA, "si"), *say(" AI", "en")))
    target = io.BytesIO()
    write_deck(
        document(section("work", "list", "AI", text), language="si"),
        theme,
        STYLE,
        FontLibrary(fonts),
        target,
        embed_fonts=True,
    )
    return target.getvalue()


@pytest.fixture(scope="module")
def deck(theme: Theme) -> bytes:
    """A deck in Sinhala with the fonts that ship inside."""
    return written(theme, FONTS)


def names_after(eot: bytes, offset: int) -> tuple[list[str], int]:
    """Read the five strings of a header, each after its length and before two bytes of padding."""
    found = []
    for number in range(5):
        (length,) = struct.unpack_from("<H", eot, offset)
        offset += 2
        found.append(eot[offset : offset + length].decode("utf-16-le"))
        offset += length + (2 if number < 4 else 0)
    return found, offset


def test_each_font_is_whole_inside_its_header(deck: bytes) -> None:
    """If a deck carries fonts, then each is the shipped file behind a header that describes it."""
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if "/fonts/" in name}
    assert sorted(files) == [f"ppt/fonts/font{number}.fntdata" for number in (1, 2, 3, 4)]
    fonts = {path.read_bytes(): path.stem for path in shipped.FONTS}
    seen = []
    for eot in files.values():
        size, font_size, version, flags = struct.unpack_from("<4I", eot)
        assert (size, version, flags) == (len(eot), 0x00020001, 0)
        weight, rights, magic = struct.unpack_from("<IHH", eot, 28)
        assert (rights, magic) == (0, 0x504C)
        assert eot[64:82] == bytes(18)  # four words kept for later, and padding
        (family, style, _version, full, root), end = names_after(eot, 82)
        assert root == ""
        assert end == len(eot) - font_size
        font = eot[end:]
        assert full.replace(" Regular", "") == f"{family} {style}".replace(" Regular", "")
        assert weight == (700 if style == "Bold" else 400)
        ranges = struct.unpack_from(">4I", font, os2(font) + 42)
        assert struct.unpack_from("<4I", eot, 36) == ranges
        seen.append(fonts[font])
    assert seen == [
        "Arimo-Regular",
        "Arimo-Bold",
        "NotoSansSinhala-Regular",
        "NotoSansSinhala-Bold",
    ]


def os2(font: bytes) -> int:
    """Find the table of a font that says what it is for."""
    (count,) = struct.unpack_from(">H", font, 4)
    for number in range(count):
        tag, _, offset, _ = struct.unpack_from(">4s3I", font, 12 + 16 * number)
        if tag == b"OS/2":
            return int(offset)
    raise AssertionError("no OS/2 table")


def test_a_font_that_is_inside_sets_the_words(deck: bytes) -> None:
    """If another program opens a font of the deck, then it has every letter of the deck's words."""
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        eot = archive.read("ppt/fonts/font3.fntdata")
    _, end = names_after(eot, 82)
    buffer = hb.Buffer()
    buffer.add_str(SINHALA.replace(" ", ""))
    buffer.guess_segment_properties()
    hb.shape(hb.Font(hb.Face(eot[end:])), buffer)
    assert buffer.glyph_infos
    assert all(glyph.codepoint for glyph in buffer.glyph_infos)


def test_the_presentation_lists_its_fonts_and_the_theme_names_them(deck: bytes) -> None:
    """If fonts are inside, then PowerPoint finds them by name, after the size of the notes."""
    root = parts(deck, r"ppt/presentation\.xml")["ppt/presentation.xml"]
    order = [child.tag for child in root]
    assert order.index(f"{P}embeddedFontLst") == order.index(f"{P}notesSz") + 1
    relations = Presentation(io.BytesIO(deck)).part.rels
    found = {}
    for font in root.iter(f"{P}embeddedFont"):
        name, *weights = font
        inside = [relations[each.get(f"{R}id", "")].target_part for each in weights]
        assert [each.content_type for each in inside] == ["application/x-fontdata"] * 2
        found[name.get("typeface")] = [str(each.partname) for each in inside]
    assert found == {
        "Arimo": ["/ppt/fonts/font1.fntdata", "/ppt/fonts/font2.fntdata"],
        "Noto Sans Sinhala": ["/ppt/fonts/font3.fntdata", "/ppt/fonts/font4.fntdata"],
    }
    theme = parts(deck, r"ppt/theme/theme1\.xml")["ppt/theme/theme1.xml"]
    minor = theme.find(f".//{A}minorFont")
    assert minor is not None
    faces = {font.get("script", font.tag): font.get("typeface") for font in minor}
    assert (faces[f"{A}latin"], faces[f"{A}cs"]) == ("Arimo", "Noto Sans Sinhala")
    assert (faces["Sinh"], faces["Taml"]) == ("Noto Sans Sinhala", "Nirmala UI")


def test_openxml_audit_finds_nothing(deck: bytes, tmp_path: Path) -> None:
    """If fonts are inside, then an independent validator finds no fault in the file."""
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck)
    assert [str(error) for error in openxml_audit.validate_pptx(str(path)).errors] == []


def test_the_same_deck_gives_the_same_bytes(deck: bytes, theme: Theme) -> None:
    """If a deck is written again with its fonts, then no byte differs."""
    assert written(theme, FONTS) == deck


def with_rights(folder: Path, rights: int) -> Path:
    """Copy the shipped fonts, one of them with other licence bits."""
    for path in shipped.FONTS:
        font = path.read_bytes()
        if path.stem == "NotoSansSinhala-Bold":
            font = with_table(font, "OS/2", {8: struct.pack(">H", rights)})
        (folder / path.name).write_bytes(font)
    return folder


@pytest.mark.parametrize("rights", [RESTRICTED, READ_ONLY, PIXELS])
def test_a_licence_that_forbids_it_is_told(theme: Theme, tmp_path: Path, rights: int) -> None:
    """If a font's licence bits forbid it, then its file is named and nothing is written."""
    with pytest.raises(ContentError) as raised:
        written(theme, with_rights(tmp_path, rights))
    (problem,) = raised.value.problems
    assert str(problem).splitlines()[0] == (
        f"{tmp_path.as_posix()}/NotoSansSinhala-Bold.ttf:"
        ' the font "Noto Sans Sinhala" does not allow to be embedded in a deck'
        f" (fsType 0x{rights:04X})"
    )


@pytest.mark.parametrize("rights", [EDITABLE, BOTH, WHOLE])
def test_a_licence_that_allows_it_is_taken(theme: Theme, tmp_path: Path, rights: int) -> None:
    """If a font may be embedded for editing, or only whole, then it is."""
    with zipfile.ZipFile(io.BytesIO(written(theme, with_rights(tmp_path, rights)))) as archive:
        assert "ppt/fonts/font4.fntdata" in archive.namelist()
