"""The wheel, built and installed away from the checkout, in a folder that knows nothing of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pptx import Presentation

from tests.shipped import CAREER_FILES, CATALOGUES, FILES, ROOT, TAGS, copy_shipped

# What a school may have put beside the examples.
OWN = (
    "source/careers/zookeeper.yaml",
    "source/locales/fr.yaml",
    "source/locales/si/zookeeper.yaml",
    "source/images/pupil.jpg",
    "source/school.yaml",
    "layouts/ours/theme.yaml",
    "layouts/classic/ours.xml",
    "layouts/fonts/Ours-Regular.ttf",
    "layouts/fonts/OFL-Ours.txt",
)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is needed to pack this checkout, with a school's own work added."""
    folder = tmp_path_factory.mktemp("checkout")
    copy_shipped(folder, "source", "layouts")
    shutil.copytree(
        ROOT / "careerkit", folder / "careerkit", ignore=shutil.ignore_patterns("__pycache__")
    )
    for name in ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "generate.py"):
        shutil.copyfile(ROOT / name, folder / name)
    for name in OWN:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("ours", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet"]
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", *options, "--wheel-dir", folder, checkout],
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


def test_the_wheel_holds_what_ships_and_nothing_else(wheel: Path) -> None:
    """If a school's work lies in the checkout, then only what is listed is packed."""
    with zipfile.ZipFile(wheel) as archive:
        found = set(archive.namelist())
    assert {name for name in found if not name.split("/")[0].endswith(".dist-info")} == {
        *(f"careerkit/_shipped/{path}" for path in FILES),
        *(
            path.relative_to(ROOT).as_posix()
            for path in (ROOT / "careerkit").rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        ),
    }


def test_the_sdist_holds_what_ships_and_nothing_else(checkout: Path, tmp_path: Path) -> None:
    """If the source is packed, then it has what is listed, and nothing of a school's own."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", tmp_path],
        cwd=checkout,
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    (packed,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(packed) as archive:
        found = {name.partition("/")[2] for name in archive.getnames()}
    assert {name for name in found if name.startswith(("source/", "layouts/"))} == set(
        map(str, FILES)
    )
    assert {"careerkit/build/session.py", "generate.py", "README.md", "LICENSE"} <= found


def test_all_that_ships_is_listed_once() -> None:
    """If a file is listed, then it is there; a career that ships has its languages listed too."""
    assert [path for path in FILES if not (ROOT / path).is_file()] == []
    assert len(set(FILES)) == len(FILES)
    assert {(path.parent.name, path.stem) for path in CATALOGUES} == {
        (tag, career)
        for tag in TAGS
        if tag != "en"
        for career in (path.stem for path in CAREER_FILES)
    }


def test_the_wheel_names_its_command_and_its_licences(wheel: Path) -> None:
    """If the wheel is installed, then there is a ``careerkit`` command; the licences are in it."""
    with zipfile.ZipFile(wheel) as archive:
        (points,) = (name for name in archive.namelist() if name.endswith("entry_points.txt"))
        assert "careerkit = careerkit.cli.entry:run" in archive.read(points).decode()
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
    pages, sides, slides = made.stdout.splitlines()
    count = len(pypdfium2.PdfDocument(booklet))
    assert pages.startswith(f"output/en/{booklet.name}: {count} pages, ink on ")
    assert sides.startswith("output/en/ai-ml-engineer.handout.pdf: 2 sides, ink on ")
    count = len(Presentation(BytesIO(deck.read_bytes())).slides)
    assert slides == f"output/en/{deck.name}: {count} slides"


def test_the_examples_are_made_without_a_source_folder(installed: Path, tmp_path: Path) -> None:
    """If there is no source folder at all, then the shipped examples are made, and it is said."""
    made = run(installed, tmp_path, "electrician-gb", "--locale", "en", "--edition", "deck")
    assert made.returncode == 0, made.stderr
    assert made.stderr.splitlines()[0] == (
        "no folder source here: these are the examples that came with careerkit"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["output"]
