"""The theme's fonts: a face for each script, the language's own first, and nothing in the runs."""

from __future__ import annotations

import io

import pytest
from lxml import etree

from careerkit.document import blocks as b
from careerkit.document.theme import Theme
from careerkit.typography import FontLibrary, LocaleStyle
from tests.deck import write_deck
from tests.pptx.reading import A, parts, slide_parts
from tests.slides.documents import document, say, section

SINHALA = "කෘත්‍රිම බුද්ධිය"


def write(
    theme: Theme, library: FontLibrary, tag: str, *deck_fonts: str, script: str = "Latn"
) -> bytes:
    """Write a deck of one slide in a language."""
    style = LocaleStyle(("Noto Sans", "Noto Sans Sinhala"), deck_fonts, 1.65, script=script)
    target = io.BytesIO()
    text = b.Paragraph((*say(SINHALA, tag), *say(" AI", "en")))
    write_deck(
        document(section("work", "list", "AI", text), language=tag), theme, style, library, target
    )
    return target.getvalue()


def fonts(deck: bytes) -> dict[str, dict[str, str]]:
    """Give the faces of major and minor fonts by what they are for."""
    root = parts(deck, r"ppt/theme/theme1\.xml")["ppt/theme/theme1.xml"]
    return {
        which: {
            font.get("script", etree.QName(font).localname): font.get("typeface", "")
            for font in root.iter(f"{A}{which}").__next__()
        }
        for which in ("majorFont", "minorFont")
    }


@pytest.mark.parametrize(
    ("tag", "wanted", "script"),
    [
        ("si", "Iskoola Pota", "Sinh"),
        ("ta", "Latha", "Taml"),
        ("ar", "Tahoma", "Arab"),
        ("he", "David", "Hebr"),
        ("hi", "Mangal", "Deva"),
        ("th", "Tahoma", "Thai"),
    ],
)
def test_a_language_names_the_face_of_its_script(
    theme: Theme, library: FontLibrary, tag: str, wanted: str, script: str
) -> None:
    """If a locale names deck fonts, then the first is the theme's for complex scripts and its own.

    The face of Latin stays the theme's, and other scripts keep what every Windows has.
    """
    for found in fonts(write(theme, library, tag, wanted, "Other", script=script)).values():
        assert found["latin"] == found["ea"] == theme.deck.face
        assert found["cs"] == found[script] == wanted
        others = {"Sinh": "Nirmala UI", "Taml": "Nirmala UI", "Arab": "Arial", "Hebr": "Arial"}
        others |= {"Deva": "Nirmala UI", "Thai": "Leelawadee UI"}
        others.pop(script)
        assert {name: found[name] for name in others} == others


def test_an_east_asian_language_names_the_east_asian_face(
    theme: Theme, library: FontLibrary
) -> None:
    """If a language is written in Han characters, then the theme's East Asian face is its own."""
    found = fonts(write(theme, library, "zh-TW", "PMingLiU", script="Hant"))["minorFont"]
    assert found["ea"] == found["Hant"] == "PMingLiU"
    assert found["latin"] == theme.deck.face


def test_english_keeps_the_faces_of_windows(theme: Theme, library: FontLibrary) -> None:
    """If a language's deck fonts are the theme's face, then no script is given that face for it."""
    found = fonts(write(theme, library, "en", theme.deck.face))["minorFont"]
    assert (found["latin"], found["cs"], found["Sinh"]) == ("Arial", "Nirmala UI", "Nirmala UI")


def test_runs_name_a_language_and_no_face(theme: Theme, library: FontLibrary) -> None:
    """If a slide mixes languages, then each run says its own, and none says a face."""
    slides = slide_parts(write(theme, library, "si", "Nirmala UI", script="Sinh"))
    runs = [run for slide in slides for run in slide.iter(f"{A}rPr")]
    assert {run.get("lang") for run in runs} == {"si", "en"}
    assert not [child for run in runs for child in run if child.tag in (f"{A}latin", f"{A}cs")]
