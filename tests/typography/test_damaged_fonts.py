"""A damaged font is named with what is wrong; none is replaced by another without a word."""

from __future__ import annotations

import random
import struct
from pathlib import Path

import pytest

from careerkit.content import ContentError
from careerkit.pdf.font_program import Outline, _read_tables, _write_tables, build_font_program
from careerkit.typography import FontLibrary, shape_word
from careerkit.typography.font_tables import NEEDED_TABLES, find_damage, sum_of_words
from tests.typography.conftest import FONTS

LATIN = (FONTS / "NotoSans-Regular.ttf").read_bytes()
TAMIL = (FONTS / "NotoSansTamil-Regular.ttf").read_bytes()


def with_entry(font: bytes, tag: str, **changes: int) -> bytes:
    """Give a font with the offset or length of a table changed in the list of tables."""
    data = bytearray(font)
    at = data.index(tag.encode(), 12)
    for name, value in changes.items():
        struct.pack_into(">L", data, at + {"offset": 8, "length": 12}[name], value)
    return bytes(data)


def with_table(font: bytes, tag: str, change: dict[int, bytes], cut: int | None = None) -> bytes:
    """Give a font with bytes of a table changed, or its end cut off, and all its sums right."""
    tables = _read_tables(font)
    table = bytearray(tables[tag])
    for at, value in change.items():
        table[at : at + len(value)] = value
    return _write_tables({**tables, tag: bytes(table[:cut])})


@pytest.mark.parametrize("length", [0, 2, 4, 10])
@pytest.mark.parametrize("tag", sorted(NEEDED_TABLES))
def test_a_table_without_its_end(tag: str, length: int) -> None:
    """If the list of tables gives a table a few bytes, then the font is named with that table."""
    assert tag in find_damage(with_entry(LATIN, tag, length=length))


DAMAGES = {
    "the font's unitsPerEm is 0, and has to be from 16 to 16384": with_table(
        TAMIL, "head", {18: b"\0\0"}
    ),
    "the font's unitsPerEm is 20000, and has to be from 16 to 16384": with_table(
        TAMIL, "head", {18: b"\x4e\x20"}
    ),
    "the font's table head is damaged": with_table(TAMIL, "head", {12: b"\0"}),
    "the font's table head is damaged: it does not say how glyphs are found": with_table(
        TAMIL, "head", {50: b"\0\7"}
    ),
    "the font has no glyphs": with_table(TAMIL, "maxp", {4: b"\0\0"}),
    "the font's table hhea is damaged: 0 advances of 531 glyphs": with_table(
        TAMIL, "hhea", {34: b"\0\0"}
    ),
    "the font's table hmtx is cut off: it lacks advances of its 531 glyphs": with_table(
        TAMIL, "hmtx", {}, 100
    ),
    "the font's table loca is cut off: it lacks places of its 531 glyphs": with_table(
        TAMIL, "loca", {}, 100
    ),
    "the font's table loca is damaged: a glyph ends before it begins": with_table(
        TAMIL, "loca", {20: b"\0\0"}
    ),
    "the font's table glyf is cut off: 100 bytes": with_table(TAMIL, "glyf", {}, 100),
    "the font's table OS/2 is cut off: 20 of 78 bytes": with_table(TAMIL, "OS/2", {}, 20),
    "the font is cut off": with_entry(TAMIL, "glyf", offset=1 << 31),
    "the font is not as it was made: what it says of GSUB has changed": TAMIL.replace(
        _read_tables(TAMIL)["GSUB"][:400], _read_tables(TAMIL)["GSUB"][:399] + b"\xff"
    ),
}


@pytest.mark.parametrize("message", DAMAGES)
def test_what_is_wrong_is_said(message: str) -> None:
    """If a font's measures or outlines make no sense, then it is said which."""
    assert find_damage(DAMAGES[message]) == message


def test_a_font_without_a_character(tmp_path: Path) -> None:
    """If the list of characters is there and cannot be read, then no other font sets the words."""
    path = tmp_path / "NotoSans-Regular.ttf"
    path.write_bytes(with_table(LATIN, "cmap", {2: b"\0\0"}))
    with pytest.raises(ContentError, match="table cmap is damaged: there is no character in it"):
        FontLibrary(tmp_path).stack(["Noto Sans"])


def test_the_sum_of_a_table() -> None:
    """If the words of a table are added side by side, then the sum is that of one by one."""
    for length in (0, 1, 4, 7, 8, 12, 16, 20, 4096, 60_001):
        table = random.Random(length).randbytes(length)  # noqa: S311  # not a secret
        padded = table + b"\0" * (-length % 4)
        words = struct.unpack(f">{len(padded) // 4}L", padded)
        assert sum_of_words(table) == sum(words) & 0xFFFFFFFF


def damage(chance: random.Random) -> bytes:
    """Give a font with some bytes changed, cut off or moved; in half of them the sums are right."""
    if chance.random() < 0.5:
        tables = _read_tables(TAMIL)
        for _ in range(chance.randint(1, 3)):
            tag = chance.choice(sorted(tables))
            table = bytearray(tables[tag])
            for _ in range(chance.randint(1, 6)):
                if table:
                    table[chance.randrange(min(len(table), 4000))] = chance.randrange(256)
            tables[tag] = bytes(table[: chance.choice([len(table), len(table), len(table) // 2])])
            if len(tables["head"]) < 54:
                return TAMIL[: chance.randrange(len(TAMIL))]
        return _write_tables(tables)
    data = bytearray(TAMIL)
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(chance.choice([300, len(data)]))] = chance.randrange(256)
    return bytes(data[: chance.choice([len(data), chance.randrange(len(data))])])


def test_any_damage_is_told_or_harmless(tmp_path: Path) -> None:
    """If any bytes of a font are changed, then it is named, or sets words and can be embedded."""
    chance = random.Random(5)  # noqa: S311  # the same damage each time
    path = tmp_path / "Tamil-Regular.ttf"
    told = 0
    for _ in range(300):
        path.write_bytes(damage(chance))
        library = FontLibrary(tmp_path)
        try:
            stack = library.stack(["Tamil"])
        except ContentError as error:
            told += str(error).startswith(f"{path.as_posix()}: ")
            continue
        stack.missing("கொமிய் ")
        stack.space_width(bold=False)
        clusters = shape_word("கொமிய்", stack, bold=True, language="ta").clusters
        outlines = [Outline(cluster.glyphs, cluster.advance) for cluster in clusters]
        build_font_program(clusters[0].face, outlines)
    assert 150 < told < 300


def test_changed_bytes_never_pass_without_a_word() -> None:
    """If a byte of any table but ``head`` is another than its maker's, then the font is named."""
    chance = random.Random(6)  # noqa: S311  # the same damage each time
    start = TAMIL.index(_read_tables(TAMIL)["GSUB"])
    for _ in range(100):
        data = bytearray(TAMIL)
        at = chance.randrange(start, start + 1000)
        data[at] ^= chance.randrange(1, 256)
        assert find_damage(bytes(data)) == (
            "the font is not as it was made: what it says of GSUB has changed"
        )
    assert not find_damage(TAMIL)


def variable(font: bytes) -> bytes:
    """Give a font that says of itself that it holds many weights."""
    return _write_tables({**_read_tables(font), "fvar": b"\0\1\0\0\0\x10\0\2\0\0\0\x14\0\0\0\4"})


BOLD = (FONTS / "NotoSans-Bold.ttf").read_bytes()
NO_BOLD = 'the family "Noto Sans" has no bold face: the file for bold'
DOUBTS = {
    "variable twice": (
        variable(LATIN),
        variable(LATIN),
        [f"{NO_BOLD} is a variable font, whose weight is that of the regular"],
    ),
    "the same twice": (LATIN, LATIN, [f"{NO_BOLD} has a weight of 400"]),
    "variable and bold": (
        variable(LATIN),
        BOLD,
        ["this is a variable font: it is set in its weight of 400 alone"],
    ),
    "as they should be": (LATIN, BOLD, []),
}


@pytest.mark.parametrize(("regular", "bold", "told"), DOUBTS.values(), ids=DOUBTS)
def test_a_family_without_weights_of_its_own(
    tmp_path: Path, regular: bytes, bold: bytes, told: list[str]
) -> None:
    """If nothing will stand out as bold, or a variable font is there, then that is told."""
    (tmp_path / "NotoSans-Regular.ttf").write_bytes(regular)
    (tmp_path / "NotoSans-Bold.ttf").write_bytes(bold)
    warnings = FontLibrary(tmp_path).stack(["Noto Sans"]).warnings
    assert [warning.message for warning in warnings] == told


def test_files_that_are_not_named_as_fonts_are(tmp_path: Path) -> None:
    """If fonts lie there under other names, or two under one, then that is told."""
    (tmp_path / "Noto Sans.ttf").write_bytes(LATIN)
    (tmp_path / "NotoSans-Regular.otf").write_bytes(LATIN)
    (tmp_path / "-Regular.ttf").write_bytes(LATIN)
    with pytest.raises(ContentError) as caught:
        FontLibrary(tmp_path).stack(["Noto Sans"])
    assert caught.value.problems[0].hint == (
        "put NotoSans-Regular.ttf and NotoSans-Bold.ttf into this folder, with their licence;"
        " Noto Sans.ttf, NotoSans-Regular.otf is not named so, or of another kind"
    )
    double = "NotoSans-Regular.TTF"
    for name in ("Noto Sans-Regular.ttf", double):
        (tmp_path / name).write_bytes(LATIN)
    (tmp_path / "NotoSans-Bold.ttf").write_bytes(BOLD)
    warnings = FontLibrary(tmp_path).stack(["Noto Sans"]).warnings
    assert [warning.message for warning in warnings] == [
        f"Noto Sans-Regular.ttf and {double} are files for the same face: the first is used"
    ]
