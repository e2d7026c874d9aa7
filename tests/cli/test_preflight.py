"""``preflight``: what is typed, and the print shop's words that are answered."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest

from careerkit.cli.command import main
from careerkit.cli.preflight_words import write_pages
from tests.preflight.made_pdf import add_object, helvetica, make_pdf, make_picture, make_press
from tests.school import found_school

FLYER = """\
flyer.pdf: 2 pages, PDF 1.3
  size           A5, 148 by 210 mm, upright (MediaBox 148 by 210), all pages alike
  bleed          none; art runs to the edge on page 1
  binding        one sheet, nothing to bind
  type           smallest 4.5 pt (page 2)
  lines          thinnest 0.1 pt (page 2)
  pictures       1 at their printed size: 1 under 300 dpi, 1 under 150 dpi
                 100 dpi: page 1, 100 by 100 pixels
  fonts          Helvetica (Type 1, not embedded)
  colours        RGB (device): page 1
                 transparency: none
                 overprint: none
  PDF/X          not said to be; no output intent; trapping not said
                 lacking: output intent, TrimBox, fonts embedded, no RGB
  tags           none; no language; no title
  office printer not fit
    - the font Helvetica is not embedded (page 2)
    - 1 picture under 150 dpi (page 1)
    note: art runs to the edge: an office printer leaves 5 mm of it white (page 1)
  print shop     not fit, and it does not claim to be
    - the font Helvetica is not embedded (page 2)
    - 1 picture under 150 dpi (page 1)
    - art runs to the cut and there is no bleed, of 3 mm (page 1)
    - RGB colours, where a press has CMYK (page 1)
    - a line of 0.1 pt, which may not print (page 2)
    - type of 4.5 pt, which may fill in (page 2)
  screen reader  not fit, and it does not claim to be
    - a picture without any text, as of a scan (page 1)
    - the language is not said
    - there is no title
    - there are no tags: what is read first is a guess

"""

PRESS = """\
book.pdf: 4 pages, PDF 1.3
  size           A5, 148 by 210 mm, upright (MediaBox 168 by 230, BleedBox 154 by 216, TrimBox 148 \
by 210), all pages alike
  bleed          3 mm; art reaches into it on pages 1 and 4
  binding        4 pages: 1 sheet folded once, for saddle stitch
  type           none
  lines          none
  pictures       none
  fonts          none
  colours        CMYK (device): pages 1 and 4
                 transparency: none
                 overprint: none
                 most ink in one colour: 240 %
  PDF/X          PDF/X-4; output intent FOGRA39, CMYK profile embedded; not trapped
                 there: output intent, TrimBox, fonts embedded, no RGB
  tags           none; language en; title "Nurse"
  office printer fit
    note: art runs to the edge: an office printer leaves 5 mm of it white (pages 1 and 4)
  print shop     fit
  screen reader  not fit, and it does not claim to be
    - there are no tags: what is read first is a guess

"""
ART = "0.9 0.7 0.5 0.3 k -8.6 20 100 100 re f"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with a flyer that is fit for nothing and a book made for a press."""
    monkeypatch.chdir(tmp_path)

    def change(pdf: pikepdf.Pdf) -> None:
        add_object(pdf, "/XObject", "/Photo", make_picture(pdf, 100, 100))

    picture = "q 72 0 0 72 0 9 cm /Photo Do Q"
    small = "BT /F1 4.5 Tf 40 40 Td (a) Tj ET 0.1 w 20 20 m 90 90 l S"
    flyer = make_pdf(picture, small, resources=helvetica(), change=change)
    (tmp_path / "flyer.pdf").write_bytes(flyer)
    (tmp_path / "book.pdf").write_bytes(make_press(ART, "", "", ART))
    return tmp_path


def test_a_file_that_is_fit_for_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """If a file has faults, then each is told in print-shop words, and the exit code is 1."""
    assert main(["preflight", "flyer.pdf"]) == 1
    assert capsys.readouterr() == (FLYER, "")


def test_a_file_made_for_a_press(capsys: pytest.CaptureFixture[str]) -> None:
    """If a file is fit for what it says it is for, then the exit code is 0."""
    assert main(["preflight", "book.pdf"]) == 0
    assert capsys.readouterr() == (PRESS, "")


def test_our_own_booklet(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """If a booklet of ours is looked through, then nothing is wrong with it."""
    school = found_school(folder)
    assert school.run("nurse", "--edition", "booklet").returncode == 0
    path = (school.output / "en" / "nurse.booklet.pdf").as_posix()
    assert main(["preflight", path]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith(f"{path}: ")
    assert [line for line in told if line.endswith(" fit")] == [
        "  office printer fit",
        "  screen reader  fit",
    ]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--for", "print-shop"], 0),
        (["--for", "screen-reader"], 1),
        (["--for", "print-shop,screen-reader"], 1),
        (["--for", "office", "--for", "print-shop"], 0),
    ],
)
def test_whose_problems_count(options: list[str], code: int) -> None:
    """If it is said whom a file is for, then theirs are the problems that count."""
    assert main(["preflight", "book.pdf", *options]) == code


def test_wrong_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    """If there is no such reader, or no file is named, then that is told with exit code 2."""
    assert main(["preflight", "book.pdf", "--for", "copier"]) == 2
    assert capsys.readouterr() == (
        "",
        '--for: there is no "copier"\n  hint: one of: office, print-shop, screen-reader\n',
    )
    assert main(["preflight"]) == 2


def test_several_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """If one of several files cannot be read, then the others are, and the exit code is 3."""
    (folder / "torn.pdf").write_bytes(b"torn")
    assert main(["preflight", "flyer.pdf", "torn.pdf", "none.pdf", "book.pdf"]) == 3
    shown = capsys.readouterr()
    assert shown.out == FLYER + PRESS
    assert shown.err == (
        "torn.pdf: cannot be read: it is no PDF\n"
        "  hint: name a PDF file; the others are checked when they are made\n"
        "none.pdf: cannot be read: no such file or directory\n"
        "  hint: look whether the name is right, and the folder that you are in\n"
    )


def test_a_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """If a folder is named, then a file in it is given as an example."""
    (folder / "made").mkdir()
    (folder / "made" / "b.pdf").write_bytes(b"")
    (folder / "none").mkdir()
    assert main(["preflight", "made", "none"]) == 3
    assert capsys.readouterr().err == (
        "made: cannot be read: is a directory\n"
        "  hint: name the files in the folder one by one, for example made/b.pdf\n"
        "none: cannot be read: is a directory\n"
        "  hint: name the files in the folder one by one, for example none/flyer.pdf\n"
    )


def test_for_programs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """If JSON is asked for, then each file is one object on a line of its own."""
    (folder / "torn.pdf").write_bytes(b"torn")
    assert main(["preflight", "--json", "book.pdf", "torn.pdf"]) == 3
    book, torn = map(json.loads, capsys.readouterr().out.splitlines())
    assert torn == {
        "event": "failed",
        "file": "torn.pdf",
        "message": "it is no PDF",
        "hint": "name a PDF file; the others are checked when they are made",
    }
    assert book["event"] == "preflight"
    assert book["sizes"][0]["name"] == "A5"
    assert book["sizes"][0]["bleed_mm"] == 3.0
    assert book["sizes"][0]["boxes"]["trim"] == [10.0, 10.0, 158.0, 220.0]
    assert book["colours"] == [{"kind": "device", "model": "CMYK", "pages": [1, 4]}]
    assert book["pdf_x_parts"]["output_intent"] is True
    assert book["verdicts"]["print_shop"] == {"fit": True, "meant": True, "findings": []}
    assert book["verdicts"]["screen_reader"]["findings"][0] == {
        "is_problem": True,
        "what": "there are no tags: what is read first is a guess",
        "pages": [],
    }


def test_the_coarsest_pictures_come_first(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """If there are many pictures, then the coarsest are told, and how many are finer."""

    def change(pdf: pikepdf.Pdf) -> None:
        add_object(pdf, "/XObject", "/Photo", make_picture(pdf, 100, 100))

    sides = [20, 72, 24, 36, 30, 48, 18]
    drawn = " ".join(f"q {side} 0 0 {side} 50 50 cm /Photo Do Q" for side in sides)
    (folder / "many.pdf").write_bytes(make_pdf(drawn, change=change))
    main(["preflight", "many.pdf"])
    told = capsys.readouterr().out.splitlines()
    at = next(number for number, line in enumerate(told) if line.startswith("  pictures"))
    assert [line[17:] for line in told[at : at + 7]] == [
        "7 at their printed size: 4 under 300 dpi, 1 under 150 dpi",
        "100 dpi: page 1, 100 by 100 pixels",
        "150 dpi: page 1, 100 by 100 pixels",
        "200 dpi: page 1, 100 by 100 pixels",
        "240 dpi: page 1, 100 by 100 pixels",
        "300 dpi: page 1, 100 by 100 pixels",
        "and 2 finer",
    ]


@pytest.mark.parametrize(
    ("pages", "size_mm", "words"),
    [
        (2, (148, 210), "one sheet, nothing to bind"),
        (6, (297, 210), "6 landscape pages: 3 sheets printed on both sides"),
        (6, (148, 210), "6 pages: no multiple of four, as saddle stitch needs them"),
        (8, (148, 210), "8 pages: 2 sheets folded once, for saddle stitch"),
        (68, (148, 210), "68 pages: 17 sheets folded once, too thick for saddle stitch"),
    ],
)
def test_binding(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    pages: int,
    size_mm: tuple[float, float],
    words: str,
) -> None:
    """If pages are to be bound, then it is said in how many sheets, and whether they can be."""
    (folder / "a.pdf").write_bytes(make_pdf(*[""] * pages, size_mm=size_mm))
    main(["preflight", "a.pdf"])
    assert f"  binding        {words}\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("pages", "count", "words"),
    [
        ([3], 9, "page 3"),
        ([1, 2], 9, "pages 1 and 2"),
        ([1, 2, 3, 7], 9, "pages 1 to 3 and 7"),
        ([1, 2, 3], 3, "all pages"),
        ([1], 1, "page 1"),
        (list(range(1, 60, 2)), 99, "pages 1, 3, 5, 7, 9, 11, 13, 15, 17, 19 and 20 more"),
    ],
)
def test_numbers_of_pages(pages: list[int], count: int, words: str) -> None:
    """If something is on several pages, then runs of them are written as such."""
    assert write_pages(pages, count) == words
