"""pdf-oxide's rules for PDF/X-4 over every press file of one career, and over one with a fault.

It is written in Rust and shares no code with what writes or looks through files here. It checks
boxes, output intent, metadata, fonts, encryption, actions and annotations, and says which rule.
"""

from __future__ import annotations

import importlib
import importlib.util
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.shipped import CAREERS, ROOT

LOCALES = ("en", "si", "ta", "en-XA", "ar-XB")
LEVEL = "4"


@pytest.fixture(scope="module")
def oxide() -> Any:
    """The reader; a missing one fails."""
    assert importlib.util.find_spec("pdf_oxide"), "pip install pdf-oxide, as .ci/run does"
    return importlib.import_module("pdf_oxide")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Press files of one career in every language, in colour and in grey."""
    output = tmp_path_factory.mktemp("press")
    for ink in ("colour", "grey"):
        options = [f"--ink={ink}", f"--output={output}", "--edition=press", "--quiet"]
        options += [f"--locale={tag}" for tag in LOCALES]
        subprocess.run([sys.executable, "generate.py", CAREERS[0], *options], cwd=ROOT, check=True)
    return sorted(output.rglob("*.pdf"))


def errors(oxide: Any, path: Path) -> list[str]:
    """Return the rules of PDF/X-4 that a file does not keep."""
    told = oxide.PdfDocument(str(path)).validate_pdf_x(LEVEL)
    assert told["level"] == LEVEL
    assert told["valid"] == (not told["errors"])
    return [*told["errors"], *told["warnings"]]


def test_press_files_are_pdf_x_4(oxide: Any, made: list[Path]) -> None:
    """If a file is made for a press, then an independent reader finds it to be PDF/X-4."""
    assert len(made) == 2 * len(LOCALES)
    for path in made:
        assert errors(oxide, path) == [], path


@pytest.mark.parametrize(
    ("what", "rule"), [("intent", "OutputIntents"), ("trim", "TrimBox"), ("version", "GTS_PDFX")]
)
def test_a_fault_is_found(
    oxide: Any, made: list[Path], tmp_path: Path, what: str, rule: str
) -> None:
    """If a press file lacks something, then the reader says so: it does look."""
    with pikepdf.open(BytesIO(made[0].read_bytes())) as pdf:
        if what == "intent":
            del pdf.Root.OutputIntents
        elif what == "trim":
            del pdf.pages[3].TrimBox
        else:
            del pdf.docinfo["/GTS_PDFXVersion"]
        pdf.save(tmp_path / "faulty.pdf")
    assert any(rule in error for error in errors(oxide, tmp_path / "faulty.pdf"))
