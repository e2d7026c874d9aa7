"""``--ink grey``: every PDF edition in black alone, with all that colour told apart still apart."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from careerkit.build.render import draw_and_look
from careerkit.content.problem import Place
from careerkit.document.inks import GREY
from careerkit.editions import EDITIONS
from careerkit.editions.composed_booklet import compose_booklet
from careerkit.editions.edition import Variant
from careerkit.layout.theme.contrast import NEIGHBOURS
from careerkit.pages.marks import PictureMark
from careerkit.pdf import write_pdf
from tests.editions.pdf_files import make, prepare
from tests.school import School
from tests.shipped import copy_shipped

IN_GREY = Variant(ink="grey")
PDF_EDITIONS = [edition.name for edition in EDITIONS if edition.suffix == "pdf"]
COLOURED = frozenset(["rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "sh", "BI"])


def operators(page: pikepdf.Page) -> list[tuple[list[Any], str]]:
    """Give a page's operators, each with its operands."""
    found = pikepdf.parse_content_stream(page)
    return [(list(each.operands), str(each.operator)) for each in found]


def tags_of(element: Any) -> list[Any]:
    """Give the tags of an element and of those below it."""
    found = element.get("/K", [])
    kids = list(found) if isinstance(found, pikepdf.Array) else [found]
    below = [tags_of(kid) for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    return [str(element.get("/S", "")), str(element.get("/Alt", "")), *below]


@pytest.mark.parametrize("name", PDF_EDITIONS)
def test_black_alone(name: str, tmp_path: Path) -> None:
    """If a file is made in grey, then it has DeviceGray alone, is sound, and tagged as it was."""
    made = make(name, "electrician-gb", "en", tmp_path, variant=IN_GREY)
    assert not made.defects
    in_colour = make(name, "electrician-gb", "en", tmp_path)
    with (
        pikepdf.open(io.BytesIO(made.content)) as grey,
        pikepdf.open(io.BytesIO(in_colour.content)) as coloured,
    ):
        assert len(grey.pages) == len(coloured.pages)
        for page in grey.pages:
            assert not {operator for _, operator in operators(page)} & COLOURED
            assert "/Group" not in page
        spaces = [
            str(each.ColorSpace)
            for each in grey.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        ]
        assert set(spaces) <= {"/DeviceGray"}
        assert any(
            operator in COLOURED for page in coloured.pages for _, operator in operators(page)
        )
        assert ("/StructTreeRoot" in grey.Root) == ("/StructTreeRoot" in coloured.Root)
        if "/StructTreeRoot" in grey.Root:
            assert tags_of(grey.Root.StructTreeRoot) == tags_of(coloured.Root.StructTreeRoot)


@pytest.mark.parametrize("name", PDF_EDITIONS)
def test_a_grey_file_has_its_own_name(name: str, tmp_path: Path) -> None:
    """If a file is made in grey, then it lies beside the one in colour."""
    task = prepare(name, "electrician-gb", "en", tmp_path, IN_GREY)
    assert task.target.name == f"electrician-gb.{name}.grey.pdf"


def test_distinctions_stay(tmp_path: Path) -> None:
    """If two colours touch or are compared on a page, then their greys in the file differ."""
    task = prepare("booklet", "registered-nurse-us", "en", tmp_path, IN_GREY)
    with pikepdf.open(io.BytesIO(draw_and_look(task).content)) as pdf:
        shades = {
            float(operands[0])
            for page in pdf.pages
            for operands, operator in operators(page)
            if operator in ("g", "G")
        }
    by_role = {
        role: round(GREY.resolve(role, colour, "text")[0], 3)
        for role, colour in task.theme.colours.items()
    }
    assert shades == set(by_role.values())
    for one, other, step in NEIGHBOURS:
        assert abs(by_role[one] - by_role[other]) >= step / 100 - 0.001


def test_a_picture_in_grey(tmp_path: Path) -> None:
    """If a page has a picture with colours, then a grey file shows it in grey."""
    source = Image.radial_gradient("L").convert("RGB")
    source.paste((200, 30, 30), (0, 0, 100, 100))
    source.save(tmp_path / "picture.png")
    source.save(tmp_path / "picture.jpg", quality=95)
    task = prepare("booklet", "electrician-gb", "en", tmp_path, IN_GREY)
    composed = compose_booklet(task, task.theme.booklet)
    marks = tuple(
        PictureMark(0, top, 100, 100, tmp_path / name, Place("x"))
        for top, name in ((0, "picture.png"), (200, "picture.jpg"))
    )
    target = io.BytesIO()
    pages = replace(composed, pages=(composed.pages[0]._replace(marks=marks),))
    write_pdf(pages, target, colours=task.theme.colours, inks=GREY)
    wanted = source.convert("L").tobytes()
    with pikepdf.open(target) as pdf:
        pictures = [
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        ]
        assert len(pictures) == 2
        for picture in pictures:
            assert picture.ColorSpace == "/DeviceGray"
            shown = pikepdf.PdfImage(picture).as_pil_image()
            assert shown.mode == "L"
            found = shown.tobytes()
            assert sum(abs(a - b) for a, b in zip(found, wanted, strict=True)) < 2 * len(found)


def test_the_summary_tells_of_ink(tmp_path: Path) -> None:
    """If a file is made, then its line says how much ink it takes; to programs, of which inks."""
    school = School(tmp_path)
    copy_shipped(tmp_path, "source", "layouts")
    wanted = ("electrician-gb", "--locale", "en", "--edition", "booklet")
    done = school.run("build", *wanted, "--ink", "grey")
    assert re.fullmatch(
        r"output/en/electrician-gb\.booklet\.grey\.pdf: \d+ pages, "
        r"ink on \d+ percent of the paper\n",
        done.stdout,
    )
    assert "ink" not in done.stderr
    told = json.loads(school.run("build", *wanted, "--json").stdout)
    for ink in ("cyan", "magenta", "yellow", "black"):
        assert 0 < told[f"{ink}_percent"] < 50
    assert "remarks" not in told
