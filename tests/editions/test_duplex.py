"""The booklet for a copier has every page of the booklet, in its order once it is folded."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest

from careerkit.build.render import draw
from careerkit.content.problem import ContentError
from careerkit.editions.duplex import DUPLEX
from careerkit.editions.edition import AS_USUAL, Variant
from tests.editions.pdf_files import make, prepare, words
from tests.pages.test_imposition import fold
from tests.school import NURSE, found_school
from tests.shipped import ROOT

MM = 72 / 25.4
LETTER = Variant(paper="letter")


@pytest.mark.parametrize("tag", ["en", "ta", "ar-XB"])
def test_folded_it_reads_as_the_booklet_does(tag: str, tmp_path: Path) -> None:
    """If the sheets are folded, then each page has the words of the booklet's page."""
    booklet = pdfium.PdfDocument(make("booklet", "electrician-gb", tag, tmp_path).content)
    drawing = make("duplex", "electrician-gb", tag, tmp_path)
    duplex = pdfium.PdfDocument(drawing.content)
    assert len(duplex) == len(booklet) / 2 == 2 * drawing.count
    middle, edge = 148.5 * MM, 297 * MM
    halves: list[str] = []
    sides: list[tuple[int, int]] = []
    for page in duplex:
        sides.append((len(halves), len(halves) + 1))
        halves += [words(page, 0, middle), words(page, middle, edge)]
    order = fold(sides, right_to_left=tag == "ar-XB")
    assert [halves[at] for at in order] == [words(page, 0, 148 * MM) for page in booklet]
    assert not drawing.defects


def test_fonts_are_in_it_once(tmp_path: Path) -> None:
    """If two pages share a sheet, then the file has no more fonts than the booklet, all vectors."""
    files = [make(name, "electrician-gb", "en", tmp_path).content for name in ("booklet", "duplex")]
    counts = []
    for content in files:
        path = tmp_path / "file.pdf"
        path.write_bytes(content)
        with pikepdf.open(path) as pdf:
            fonts = [each for each in pdf.objects if _type(each) == "/FontDescriptor"]
            pictures = [each for each in pdf.objects if _subtype(each) == "/Image"]
            counts.append((len(fonts), len(pictures)))
    assert counts[0] == counts[1]
    assert len(files[1]) < len(files[0])


def _type(item: object) -> str:
    return str(item.get("/Type", "")) if isinstance(item, pikepdf.Dictionary) else ""


def _subtype(item: object) -> str:
    return str(item.stream_dict.get("/Subtype", "")) if isinstance(item, pikepdf.Stream) else ""


def test_no_words_stand_where_a_copier_cannot_print(tmp_path: Path) -> None:
    """If a sheet is printed, then all its words keep 5 mm from its edges."""
    for variant in (AS_USUAL, LETTER):
        drawing = make("duplex", "electrician-gb", "si", tmp_path, variant=variant)
        for page in pdfium.PdfDocument(drawing.content):
            text = page.get_textpage()
            width, height = page.get_size()
            for index in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(index)
                assert min(left, bottom, width - right, height - top) >= 5 * MM


def test_letter_is_folded_to_half_letter(tmp_path: Path) -> None:
    """If the paper is Letter, then the sheets are Letter across, and the file says so."""
    drawing = make("duplex", "electrician-gb", "en", tmp_path, variant=LETTER)
    for page in pdfium.PdfDocument(drawing.content):
        assert page.get_size() == pytest.approx((11 * 72, 8.5 * 72), abs=0.01)
    assert DUPLEX.file_name("nurse", LETTER) == "nurse.duplex.letter.pdf"


@pytest.mark.parametrize(
    ("sheets", "copies", "words_said"),
    [
        (7, 30, "30 copies: 210 sheets of A4, both sides, flip on the short edge, fold, staple"),
        (1, 0, "1 copy: 1 sheet of A4, both sides, flip on the short edge, fold, staple"),
        (
            17,
            2,
            (
                "2 copies: 34 sheets of A4, both sides, flip on the short edge,"
                " fold in 2 parts of 8 and 9 sheets, staple each, put them together"
            ),
        ),
    ],
)
def test_whoever_stands_at_the_copier_is_told_what_to_do(
    sheets: int, copies: int, words_said: str
) -> None:
    """If copies are asked for, then the paper is counted and the folding is said."""
    assert DUPLEX.instructions(sheets, AS_USUAL, copies) == words_said


def test_the_readme_says_what_the_command_says(tmp_path: Path) -> None:
    """If README.md shows how many sheets thirty booklets take, then the command says the same."""
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    assert "generate.py cook --locale en --edition duplex --copies 30" in readme
    sheets = make("duplex", "cook", "en", tmp_path).count
    assert f'"{DUPLEX.instructions(sheets, AS_USUAL, 30)}"' in readme


def test_pages_that_are_too_large_for_the_paper_are_told(tmp_path: Path) -> None:
    """If two pages of the theme do not fit on a sheet, then the file is refused in words."""
    task = prepare("duplex", "electrician-gb", "en", tmp_path)
    sizes = replace(task.theme.booklet, page_mm=(170.0, 210.0))
    with pytest.raises(ContentError) as refused:
        draw(replace(task, theme=replace(task.theme, booklet=sizes)))
    (problem,) = refused.value.problems
    assert "two pages of 170 × 210 mm do not fit on a sheet of A4" in str(problem)
    assert (
        problem.hint == "print the booklet page by page, or give the theme a page_mm of 148 × 210"
    )


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_page_is_named_at_its_line_in_the_theme(tmp_path: Path, paper: str) -> None:
    """If a layout's page is too large, then it is told once, where it was written, by both."""
    school = found_school(tmp_path)
    school.write_career("diver", NURSE)
    own = school.folder / "layouts" / "wide"
    own.mkdir()
    page = "extends: classic\nbooklet:\n  page_mm: [210, 297]\n"
    (own / "theme.yaml").write_text(page, encoding="utf-8")
    place = "layouts/wide/theme.yaml:3:12: booklet.page_mm"
    told = f"{place}: two pages of 210 × 297 mm do not fit on a sheet of A4"
    options = ["--layout", "wide", "--edition", "duplex", "--locale", "en", "--paper", paper]
    for command in ("check", "build"):
        done = school.run(command, *options)
        assert done.returncode == 1
        assert [line for line in done.stderr.splitlines() if "do not fit" in line] == [told]
