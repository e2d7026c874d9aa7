"""Files that are wrong in ways nobody thought of: each is read, or it is told why not."""

from __future__ import annotations

import io
import json
import random
import re

import pikepdf
import pytest

from careerkit.cli.preflight_fields import report_fields
from careerkit.cli.preflight_words import report_lines
from careerkit.preflight.pdf.report import UnreadablePdfError, read_report
from careerkit.preflight.pdf.verdict import judge
from tests.preflight.made_pdf import add_object, helvetica, make_picture, make_press

VALUE = re.compile(rb"/[A-Za-z]+\s+(\d+ 0 R|/\w+|\[[^\]]*\]|\([^)]*\)|[^\s/<>\[\]()]+)(?=\s)")
OTHERS = (
    *(b"null", b"true", b"/X", b"(s)", b"[]", b"<<>>", b"-1", b"0.5", b"1 0 R", b"3 0 R"),
    *(b"[1 0 R]", b"9" * 20, b"[/Separation /X /DeviceCMYK 1 0 R]"),
)


@pytest.fixture(scope="module")
def seeds(booklet: bytes) -> list[bytes]:
    """Give files with something of all that is looked at, written out plainly."""

    def change(pdf: pikepdf.Pdf) -> None:
        name = pikepdf.Name
        add_object(pdf, "/XObject", "/P", make_picture(pdf, 10, 10, (1, 2, 3, 4)))
        state = pikepdf.Dictionary({"/ca": 0.5, "/BM": pikepdf.Array([name.Multiply])})
        add_object(pdf, "/ExtGState", "/G", state)
        space = pikepdf.Array([name.Indexed, name.DeviceRGB, 0, pikepdf.String("abc")])
        add_object(pdf, "/ColorSpace", "/S", space)
        appearance = pikepdf.Dictionary({"/N": pdf.make_stream(b"1 0 0 rg")})
        link = {"/Subtype": name.Link, "/Rect": pikepdf.Array([1, 2, 3, 4]), "/AP": appearance}
        pdf.pages[0].obj.Annots = pikepdf.Array([pikepdf.Dictionary(link)])

    operators = "/G gs /S cs 0 sc 0 0 9 9 re f BT /F1 9 Tf 9 9 Td (x) Tj ET /P Do"
    files = [make_press(operators, resources=helvetica(), change=change), booklet]
    plain = []
    for content in files:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            del pdf.pages[2:]
            target = io.BytesIO()
            disable = pikepdf.ObjectStreamMode.disable
            pdf.save(target, qdf=True, object_stream_mode=disable)
            plain.append(target.getvalue())
    return plain


@pytest.mark.parametrize("seed", range(4))
def test_any_file_is_read_or_explained(seeds: list[bytes], seed: int) -> None:
    """If values of a file are replaced by others, then there is a report, or words about it."""
    chance = random.Random(seed)  # noqa: S311  # no secret
    outcomes = []
    for _ in range(60):
        content = bytearray(chance.choice(seeds))
        for _ in range(chance.choice([1, 1, 2, 5])):
            found = chance.choice(list(VALUE.finditer(bytes(content))))
            content[found.start(1) : found.end(1)] = chance.choice(OTHERS)
        try:
            report = read_report(bytes(content))
        except UnreadablePdfError:  # which has words, and what to do
            outcomes.append(False)
            continue
        verdicts = judge(report)
        assert list(report_lines("a.pdf", report, verdicts))
        assert json.dumps(report_fields("a.pdf", report, verdicts))
        outcomes.append(True)
    assert {True, False} == set(outcomes)
