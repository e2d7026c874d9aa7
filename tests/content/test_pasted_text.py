"""What another program left in a text is told with its line and the text that was meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from careerkit.content import ContentError, Profile, read_catalogue, read_locale, read_profile
from tests.content.conftest import Explain
from tests.content.test_explain import HEAD

Read = Callable[[str], Profile]

OUT = "take the signs out: there is no bold or slanted text, and no code"
LINK = "write the words alone; the address of a link belongs in a url: field"
SIGNS = "has signs of Markdown, which are printed"
OVERRIDE = "take it out: it turns the direction of writing, and cannot be seen"
HEADING = "take it out: a section has a heading of its own, and a comment stands outside of text"
ALONE = "stands in a text without a letter that runs from right to left"
MARKS = [
    ("You **must** read", 5, f'"**must**" {SIGNS}', OUT),
    ("You __must__ read", 5, f'"__must__" {SIGNS}', OUT),
    ("You *must not* read", 5, f'"*must not*" {SIGNS}', OUT),
    ("You _must_ read", 5, f'"_must_" {SIGNS}', OUT),
    ("You ~~must~~ read", 5, f'"~~must~~" {SIGNS}', OUT),
    ("Use `code` here", 5, f'"`code`" {SIGNS}', OUT),
    ("Read [this](https://a.org) now", 6, f'"[this](https://a.org)" {SIGNS}', LINK),
    ("See ![a](./b.png)", 5, f'"![a](./b.png)" {SIGNS}', LINK),
    ("# The work", 1, f'"# The work" {SIGNS}', HEADING),
    ("### Work", 1, f'"### Work" {SIGNS}', HEADING),
    ("> He said", 1, f'"> He said" {SIGNS}', 'take out the ">", and put quotation marks'),
    ("---", 1, f'"---" {SIGNS}', "take it out: an empty line parts paragraphs"),
    (
        "| a | b |",
        1,
        f'"| a | b |" {SIGNS}',
        "write it in sentences, or in fields: text has no tables",
    ),
    ("A <b>bold</b> word", 3, '"<b>" is a tag of HTML, which is printed', None),
    ("One<br/>two", 4, '"<br/>" is a tag of HTML, which is printed', None),
    ('<a href="x">A</a>', 1, '"<a href="x">" is a tag of HTML, which is printed', None),
    (
        "Salt &amp; bread",
        6,
        '"&amp;" is a code of HTML, which is printed',
        'write "&" in its place',
    ),
    (
        "Salt&nbsp;bread",
        5,
        '"&nbsp;" is a code of HTML, which is printed',
        "write a space in its place",
    ),
    ("Donâ€™t", 1, '"Donâ€™t" is "Don’t", read in a wrong encoding', None),
    ("A cafÃ© there", 3, '"cafÃ©" is "café", read in a wrong encoding', None),
    ("A cafÃƒÂ© there", 3, '"cafÃƒÂ©" is "café", read in a wrong encoding', None),
    ("DonвЂ™t", 1, '"DonвЂ™t" is "Don’t", read in a wrong encoding', None),
    ("à¶´à·œà¶½à·“", 1, '"à¶´à·œà¶½à·“" is "පොලී", read in a wrong encoding', None),
    ("It is 5 Â°C", 9, '"Â°C" is "°C", read in a wrong encoding', None),
    (
        "He is ??? ????? there",
        7,
        '"??? ?????" stands where another program lost the letters',
        "type again what stood there",
    ),
    (
        "A caf\ufffd",
        6,
        "the character U+FFFD (replacement character) stands where another program lost a letter",
        "type again what stood there",
    ),
    (
        "A \u202eb\u202c",
        3,
        "the character U+202E (right-to-left override) turns letters round",
        OVERRIDE,
    ),
    ("A \u202db", 3, "the character U+202D (left-to-right override) turns letters round", OVERRIDE),
    ("A \u2066b\u2069", 3, f"the character U+2066 (left-to-right isolate) {ALONE}", OVERRIDE),
    ("A \u202ab\u202c", 3, f"the character U+202A (left-to-right embedding) {ALONE}", OVERRIDE),
    (
        "\u05d0 \u2067b",
        3,
        "the character U+2067 (right-to-left isolate) begins what is not ended",
        OVERRIDE,
    ),
    (
        "\u05d0 b\u2069",
        4,
        "the character U+2069 (pop directional isolate) ends what was not begun",
        OVERRIDE,
    ),
]
SOUND = [
    "C#, F# and #1 are words; 5*3*2 is 30, 5 * 3 * 2 too",
    "Grades A* and B*, or A*A*A; * is a star",
    "snake_case, x_1 and y_2, file_name_",
    "R&D, AT&T; salt & pepper; <3 years, a < b > c, x<y",
    "[1] and [sic] (see note), [a] (b), f(x)[0](1)",
    "> 100 hours, -5 to 5, -- and ---, a | b | c",
    "Really?? Why ?! ?? or",
    "O’Brien doesn't `tick",
    "Café, naïve, “Spaß”, CAFÉ’S, Škoda, İstanbul, Ål, £5, ±5 °C, «Ça va ?», ½",
    "ශ්‍රී ලංකාව, கல்வி, ประเทศไทย, Việt Nam, Привет, её, Ελλάδα, 日本語",
    "\u05d0 \u2067b\u2069 \u202ac\u202c",
    "👩🏽‍❤️‍💋‍👨🏿 👨‍👩‍👧‍👦 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f 🇱🇰",
]


@pytest.mark.parametrize(("text", "column", "message", "hint"), MARKS, ids=lambda v: str(v)[:20])
def test_what_was_pasted_is_told(
    read: Read, text: str, column: int, message: str, hint: str | None
) -> None:
    """If signs of another program stand in a text, then they are told where they stand."""
    profile = read(f"{HEAD}work:\n  hours: |\n    At work.\n\n    {text}\n")
    (told,) = profile.warnings
    assert (told.place.line, told.place.column, told.field) == (10, 4 + column, "work.hours")
    assert (told.message, told.severity) == (message, "warning")
    if hint is not None:
        assert told.hint == hint


def test_each_kind_is_told_once(read: Read) -> None:
    """If a text has signs of several kinds, then each is told, the first of its kind."""
    text = "**a** and **b**, `c`, \u202ed\u202c, \u2066e\u2069, \u2066f\u2069"
    profile = read(f"{HEAD}work:\n  hours: |\n    {text}\n")
    assert [(one.place.column, one.message.split(" has")[0][:20]) for one in profile.warnings] == [
        (5, '"**a**"'),
        (22, '"`c`"'),
        (27, "the character U+202E"),
        (32, "the character U+2066"),
    ]


@pytest.mark.parametrize("text", SOUND)
def test_what_only_looks_like_it_is_not_told(read: Read, text: str) -> None:
    """If a text has such signs as part of its words, then nothing is said."""
    profile = read(f"{HEAD}work:\n  hours: |\n    At work. {text}.\n")
    assert profile.warnings == ()


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "mac_roman", "cp437", "cp1250"])
@pytest.mark.parametrize(
    "meant", ["Don’t say “café” – ever", "විදුලි කාර්මිකයා වැඩ කරයි", "மின் பணியாளர்", "ශ්‍රී ලංකාව"]
)
def test_text_in_a_wrong_encoding(tmp_path: Path, meant: str, encoding: str) -> None:
    """If UTF-8 was read as something else, once or twice, then the text that was meant is told."""
    once = _read_wrongly(meant, encoding)
    for text in (once, _read_wrongly(once, "cp1252") if encoding == "cp1252" else once):
        path = tmp_path / "baker.yaml"
        path.write_text(f"{HEAD}work:\n  hours: |\n    {text}\n", encoding="utf-8")
        try:
            told = read_profile(path, tmp_path).warnings
        except ContentError as error:  # there are controls among the letters
            told = error.problems
        assert [one.message.partition(", ")[2] for one in told] == ["read in a wrong encoding"]
        assert told[0].hint == f'write "{meant}", or copy it anew from a file opened as UTF-8'


def _read_wrongly(text: str, encoding: str) -> str:
    """Read UTF-8 byte by byte in an encoding."""
    return "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("b" + "\u0301" * 200, "201 characters are piled up into one letter, beginning with the"),
        ("\U0001f468" + "\u200d\U0001f469" * 59, "119 characters are piled up"),
        ("\u1100" * 200, "200 characters are piled up"),
        ("\u0600" * 200 + "1", "200 characters are piled up"),
        ("ක්" * 100, "200 characters are piled up"),
        ("a" + "\u200d" * 99, "100 characters are piled up"),
        ("b" + "\u0301" * 30, "31 characters are piled up"),
    ],
)
def test_crowded_letter_is_an_error(explain: Explain, text: str, told: str) -> None:
    """If more stands on a letter than any script needs, then it is an error at its place."""
    found = explain(f"{HEAD}work:\n  hours: |\n    A day {text}\n")
    assert [one for one in found if one.startswith(f"baker.yaml:8:11: work.hours: {told}")] == found
    assert found[0].endswith("\n  hint: leave at most 30 together: no language needs more")


def test_thirty_marks_are_taken(read: Read) -> None:
    """If a letter has what Unicode's stream-safe text format allows, then nothing is said."""
    assert read(f"{HEAD}suits: [b{chr(0x301) * 29}]\n").warnings == ()


def test_catalogue_and_locale_are_looked_through(tmp_path: Path) -> None:
    """If a translation or a label has such signs, they are told; what repeats a profile is not."""
    folder = tmp_path / "locales" / "si"
    folder.mkdir(parents=True)
    (folder / "nurse.yaml").write_text(
        "career: nurse\nentries:\n  - source: a **b**\n    target: එ **බී** # සී\n", encoding="utf-8"
    )
    told = [str(one).split("\n")[0] for one in read_catalogue(folder / "nurse.yaml").warnings]
    assert [one.split(":", 1)[1] for one in told] == [
        '4:22: warning: entries[0].target: "# සී" is a comment and is not read',
        '4:15: warning: entries[0].target: "**බී**" has signs of Markdown, which are printed',
    ]
    (tmp_path / "locales" / "si.yaml").write_text(
        "name: සිංහල\nenglish_name: Sinhala\nfonts: [A]\ndeck_fonts: [A]\n"
        "labels:\n  work: “වැඩ”\n  pay:\n    other: '{count} <b>'\n",
        encoding="utf-8",
    )
    told = [
        str(one).split("\n")[0] for one in read_locale(tmp_path / "locales" / "si.yaml").warnings
    ]
    assert [one.split(":", 1)[1] for one in told] == [
        (
            "6:9: warning: labels.work: the quotation marks “ ” are printed: YAML knows straight"
            " ones only"
        ),
        '8:21: warning: labels.pay.other: "<b>" is a tag of HTML, which is printed',
    ]
