"""The wheel, built and installed away from the checkout, in a folder that knows nothing of it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pptx import Presentation

from tests.school import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet"]
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", *options, "--wheel-dir", str(folder), str(ROOT)],
        check=True,
        stdin=subprocess.DEVNULL,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel is installed."""
    folder = tmp_path_factory.mktemp("installed")
    options = ["--no-deps", "--no-index", "--quiet", "--target", str(folder)]
    subprocess.run(
        [sys.executable, "-m", "pip", "install", *options, str(wheel)],
        check=True,
        stdin=subprocess.DEVNULL,
    )
    return folder


def run(installed: Path, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the installed ``careerkit`` command."""
    return subprocess.run(
        [sys.executable, "-m", "careerkit", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(installed)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_wheel_holds_what_came_with_the_program(wheel: Path) -> None:
    """If the wheel is built, then it has the engine, every file of source and layouts, no test."""
    with zipfile.ZipFile(wheel) as archive:
        found = set(archive.namelist())
    expected = {
        f"careerkit/_shipped/{path.relative_to(ROOT).as_posix()}"
        for name in ("source", "layouts")
        for path in (ROOT / name).rglob("*")
        if path.is_file()
    } | {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "careerkit").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert expected <= found
    assert {name.split("/")[0] for name in found - expected} == {
        name.split("/")[0] for name in found if ".dist-info/" in name
    }


def test_the_wheel_names_its_command_and_its_licences(wheel: Path) -> None:
    """If the wheel is installed, then there is a ``careerkit`` command; the licences are in it."""
    with zipfile.ZipFile(wheel) as archive:
        (points,) = (name for name in archive.namelist() if name.endswith("entry_points.txt"))
        assert "careerkit = careerkit.program:run" in archive.read(points).decode()
        licences = {name.split("/")[-1] for name in archive.namelist() if "/licenses/" in name}
    assert {"LICENSE", "OFL-NotoSans.txt", "OFL-Arimo.txt"} <= licences


def test_a_school_begins_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    """If only the wheel is there, then ``init`` and ``build`` work in an empty folder."""
    where = subprocess.run(
        [sys.executable, "-c", "import careerkit; print(careerkit.__file__)"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(where.stdout.strip()).is_relative_to(installed)
    laid_out = run(installed, tmp_path, "init")
    assert (laid_out.returncode, laid_out.stdout) == (0, "source\nlayouts\n"), laid_out.stderr
    made = run(installed, tmp_path, "build", "ai-ml-engineer", "--locale", "en")
    assert made.returncode == 0, made.stderr
    booklet = tmp_path / "output" / "en" / "ai-ml-engineer.booklet.pdf"
    deck = tmp_path / "output" / "en" / "ai-ml-engineer.deck.pptx"
    assert made.stdout.splitlines() == [
        f"output/en/{booklet.name}: {len(pypdfium2.PdfDocument(booklet))} pages",
        f"output/en/{deck.name}: {len(Presentation(BytesIO(deck.read_bytes())).slides)} slides",
    ]


def test_the_examples_are_made_without_a_source_folder(installed: Path, tmp_path: Path) -> None:
    """If there is no source folder at all, then the shipped examples are made, and it is said."""
    made = run(installed, tmp_path, "electrician", "--locale", "en", "--edition", "deck")
    assert made.returncode == 0, made.stderr
    assert made.stderr.splitlines()[0] == (
        "no folder source here: these are the examples that came with careerkit"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["output"]
