"""Font files in, faces and stacks out: what a stack has, what it lacks, what it says of that."""

from __future__ import annotations

from pathlib import Path
from shutil import copyfile

import pytest

from careerkit.content import ContentError
from careerkit.typography import FontLibrary, FontStack
from tests.typography.conftest import FONTS


def test_first_family_with_the_character_sets_it(stack: FontStack) -> None:
    """If two families have a character, then the one named first sets it."""
    regular = stack.faces(bold=False)
    assert [face.postscript_name for face in regular] == [
        "NotoSansSinhala-Regular",
        "NotoSans-Regular",
        "NotoSansTamil-Regular",
    ]
    assert stack.first.name == "Noto Sans Sinhala"


def test_bold_is_a_face_of_its_own(stack: FontStack) -> None:
    """If bold is asked for, then the bold files answer, not the regular ones."""
    assert [face.postscript_name for face in stack.faces(bold=True)] == [
        "NotoSansSinhala-Bold",
        "NotoSans-Bold",
        "NotoSansTamil-Bold",
    ]


def test_same_families_give_the_same_stack(library: FontLibrary) -> None:
    """If a stack is asked for again, under a name written otherwise, then it is the one there."""
    assert library.stack(["Noto Sans"]) is library.stack(["notosans"])


@pytest.mark.parametrize(
    "text",
    [
        "Docker/Kubernetes",
        "₨ 2,500–3,000",
        "කෘත්‍රිම බුද්ධිය",
        "செயற்கை நுண்ணறிவு",
        "“•” … ’",
        "Łódź, Việt Nam, Ελλάς, Київ",
        "a\u00a0b\u200bc\u00add\u2060e\ufe0f\tf\n",
    ],
)
def test_what_the_fonts_have_is_not_missing(stack: FontStack, text: str) -> None:
    """If the shipped fonts can set a text, then nothing of it is missing, nor is what is unseen."""
    assert stack.missing(text) == ()


def test_missing_names_each_character_once_in_order(stack: FontStack) -> None:
    """If a text has characters that no font has, then each is named once, as they come."""
    assert stack.missing("b 😀 ก a 😀 漢 ก") == ("😀", "ก", "漢")


def test_unknown_families_are_all_named(library: FontLibrary) -> None:
    """If families have no files, then each is named, with the files to put where."""
    with pytest.raises(ContentError) as caught:
        library.stack(["Noto Sans", "Noto Sans Thai", "Comic"])
    folder = FONTS.as_posix()
    licence = "into this folder, with their licence"
    comic, thai = map(str, caught.value.problems)
    assert comic.splitlines() == [
        f'{folder}: no font files for the family "Comic"',
        f"  hint: put Comic-Regular.ttf and Comic-Bold.ttf {licence}",
    ]
    assert thai.splitlines() == [
        f'{folder}: no font files for the family "Noto Sans Thai"',
        f"  hint: put NotoSansThai-Regular.ttf and NotoSansThai-Bold.ttf {licence}",
    ]


def test_family_without_bold_is_regular_in_both(tmp_path: Path) -> None:
    """If a family has no bold file, then its regular one sets bold words too, with a warning."""
    copyfile(FONTS / "NotoSans-Regular.ttf", tmp_path / "NotoSans-Regular.ttf")
    stack = FontLibrary(tmp_path).stack(["Noto Sans"])
    assert stack.faces(bold=True)[0].path.name == "NotoSans-Regular.ttf"
    assert [str(warning) for warning in stack.warnings] == [
        (
            f'{tmp_path.as_posix()}/NotoSans-Regular.ttf: warning: the family "Noto Sans" has no '
            "bold face: nothing in it stands out as bold\n"
            "  hint: put NotoSans-Bold.ttf beside it"
        )
    ]


def test_shipped_fonts_are_whole(stack: FontStack) -> None:
    """If the shipped fonts are looked at, then there is nothing to warn of."""
    assert stack.warnings == ()


WHOLE = (FONTS / "NotoSansTamil-Regular.ttf").read_bytes()
BROKEN = {
    "empty": (b"", "the file is empty"),
    "short": (b"a", "this is not a font file"),
    "text": (b"this is no font at all", "this is not a font file"),
    "cut off": (WHOLE[:20_000], "the font is cut off"),
    "cut off early": (WHOLE[:100], "the font is cut off"),
    "of another kind": (
        b"OTTO" + WHOLE[4:],
        "this is an OpenType font with PostScript outlines, which cannot be used here",
    ),
    "without characters": (
        WHOLE.replace(b"cmap", b"xxxx", 1).replace(b"maxp", b"yyyy", 1),
        "the font lacks what it has to have: cmap, maxp",
    ),
}


@pytest.mark.parametrize(("content", "message"), BROKEN.values(), ids=BROKEN.keys())
def test_broken_files_are_all_named(tmp_path: Path, content: bytes, message: str) -> None:
    """If font files cannot be used, then each is named, and what is to be in its place."""
    (tmp_path / "NotoSans-Regular.ttf").write_bytes(content)
    (tmp_path / "NotoSans-Bold.ttf").mkdir()
    with pytest.raises(ContentError) as caught:
        FontLibrary(tmp_path).stack(["Noto Sans", "Comic"])
    folder, bold, regular = map(str, caught.value.problems)
    assert folder.startswith(f'{tmp_path.as_posix()}: no font files for the family "Comic"')
    for told, weight, what in (
        (bold, "Bold", "this is a folder, not a font file"),
        (regular, "Regular", message),
    ):
        assert told == (
            f"{tmp_path.as_posix()}/NotoSans-{weight}.ttf: {what}\n  hint: put a whole "
            f"NotoSans-{weight}.ttf into its place, a TrueType font, as its maker gives it"
        )


def test_folder_without_regular_has_no_family(tmp_path: Path) -> None:
    """If only the bold file is there, then the family is as good as absent."""
    copyfile(FONTS / "NotoSans-Bold.ttf", tmp_path / "NotoSans-Bold.ttf")
    with pytest.raises(ContentError, match='no font files for the family "Noto Sans"'):
        FontLibrary(tmp_path).stack(["Noto Sans"])


def test_faces_state_their_measures(library: FontLibrary) -> None:
    """If a face is opened, then its metrics are those its designer wrote into it."""
    face = library.stack(["Noto Sans"]).faces(bold=False)[0]
    assert (face.units_per_em, face.ascent, face.descent, face.cap_height) == (
        1000,
        1069,
        -293,
        714,
    )
    glyph = face.glyph_of("H")
    assert glyph is not None
    assert face.advance_of(glyph) == 741
    assert face.glyph_of("😀") is None
