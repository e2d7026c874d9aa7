"""An address is printed as it was written; links and codes have it in 7 bits."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from tests.school import NURSE, School, found_school

WRITTEN = "https://විකි.example.org/wiki/හෙද"
SENT = "https://xn--3zc9e7bb.example.org/wiki/%E0%B7%84%E0%B7%99%E0%B6%AF"


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A school whose one career has a resource and a source with a Sinhala address."""
    school = found_school(tmp_path)
    parts = (
        f"resources: [{{title: Nurses, url: '{WRITTEN}'}}]\n"
        f"sources: [{{id: a, title: Nurses, url: '{WRITTEN}', retrieved: 2025, licence: none}}]\n"
    )
    school.write_career("nurse", NURSE + parts)
    return school


def test_booklet_has_addresses_in_7_bits(school: School) -> None:
    """If an address is in Sinhala, then links and code of a booklet have what browsers send."""
    school.run("build", "--edition", "booklet")
    path = school.output / "en" / "nurse.booklet.pdf"
    with pikepdf.open(path) as pdf:
        links = {
            bytes(annotation.A.URI)
            for page in pdf.pages
            for annotation in page.get("/Annots", [])
            if "/A" in annotation and "/URI" in annotation.A
        }
    assert links == {SENT.encode("ascii")}
    pages = pypdfium2.PdfDocument(path)
    pictures = [page.render(scale=2).to_pil() for page in pages]
    assert [code.text for each in pictures for code in zxingcpp.read_barcodes(each)] == [SENT]
    text = "".join(page.get_textpage().get_text_range() for page in pages)
    assert "විකි.example.org" in text.replace("\r\n", "")


def test_deck_has_addresses_in_7_bits(school: School) -> None:
    """If an address is in Sinhala, then the links of a deck have what browsers send."""
    school.run("build", "--edition", "deck")
    with zipfile.ZipFile(school.output / "en" / "nurse.deck.pptx") as deck:
        parts = [deck.read(name) for name in deck.namelist() if name.endswith(".rels")]
    links = [part for part in parts if b"hyperlink" in part]
    assert links
    assert all(f'Target="{SENT}"'.encode() in part for part in links)
    assert all(part.isascii() for part in links)
