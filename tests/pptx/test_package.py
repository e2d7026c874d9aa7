"""The file as a whole: the same bytes each time, and what an independent reader says of it."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import openxml_audit
import pytest
from pptx import Presentation

from careerkit.document import blocks as b
from careerkit.document.blocks import Document
from tests.shipped import ROOT
from tests.slides.conftest import Writer
from tests.slides.documents import document, draw_picture, every_block, say, section

WRITE = """
import sys
from pathlib import Path
sys.path.insert(0, ".")
from tests.deck import write_deck
from careerkit.layout.layout import load_layout
from careerkit.typography import FontLibrary
from tests.slides.conftest import STYLE
from tests.slides.documents import every_block
with open(sys.argv[1], "wb") as target:
    write_deck(every_block(Path(sys.argv[2])), load_layout("classic", Path("layouts")).theme,
               STYLE, FontLibrary(Path("layouts/fonts")), target)
"""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """A document with every kind of block."""
    return every_block(draw_picture(tmp_path_factory.mktemp("images")))


def test_the_same_document_gives_the_same_bytes(tmp_path: Path) -> None:
    """If clock zone, hash seed and process differ, then the bytes do not."""
    image = draw_picture(tmp_path)
    written = []
    for seed, zone in (("1", "UTC"), ("2", "Asia/Colombo")):
        path = tmp_path / f"{seed}.pptx"
        subprocess.run(
            [sys.executable, "-c", WRITE, str(path), str(image)],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            check=True,
        )
        written.append(path.read_bytes())
    assert written[0] == written[1]


def test_dates_are_fixed(write: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    """If SOURCE_DATE_EPOCH is set, then it is the deck's date; no member carries the clock's."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    data = write(document())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert core.count("2026-09-21T14:13:20Z") == 2


def test_openxml_audit_finds_nothing(write: Writer, sample: Document, tmp_path: Path) -> None:
    """If a deck with every block is written, then an independent validator finds no fault."""
    path = tmp_path / "deck.pptx"
    path.write_bytes(write(sample))
    result = openxml_audit.validate_pptx(str(path))
    assert [str(error) for error in result.errors] == []


def test_no_part_is_left_of_a_template(write: Writer, sample: Document) -> None:
    """If a deck is written, then each of its parts is of this deck: one master, no thumbnail."""
    with zipfile.ZipFile(io.BytesIO(write(sample))) as archive:
        names = archive.namelist()
    assert len(names) == len(set(names))
    assert [name for name in names if "slideMasters/slideMaster" in name] == [
        "ppt/slideMasters/slideMaster1.xml"
    ]
    assert not [name for name in names if "printerSettings" in name or "thumbnail" in name]


def test_relations_are_written_as_python_pptx_writes_them(write: Writer, sample: Document) -> None:
    """If a part has relations, then they are those of the library, byte for byte, and quoted."""
    address = b.Paragraph(say("Bread", link='https://example.org/?a=1&b="rye"'))
    for doc in (sample, document(section("one", "list", "One", address))):
        data = write(doc)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            opened = Presentation(io.BytesIO(data)).part.package
            parts = [part for part in opened.iter_parts() if len(part.rels)]
            assert len(parts) > 30
            for part in parts:
                assert archive.read(part.partname.rels_uri.membername) == part.rels.xml
