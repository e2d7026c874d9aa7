"""Files to look through: the booklet and the deck of every career that ships."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerkit.build.jobs import plan
from careerkit.build.render import draw
from careerkit.editions.task import RenderTask
from careerkit.project.folders import Folders
from tests.school import prepare_sheets
from tests.shipped import CAREERS, ROOT


def lay_out(
    output: Path, careers: list[str], edition: str, source: Path | None = None
) -> RenderTask:
    """Lay out one file."""
    folders = Folders(source or ROOT / "source", ROOT / "layouts", output)
    jobs = plan(folders, careers, ["en"], [edition])
    return prepare_sheets(folders, jobs)[0]


@pytest.fixture(scope="session", params=CAREERS)
def career(request: pytest.FixtureRequest) -> str:
    """Each career that ships."""
    return str(request.param)


@pytest.fixture(scope="session")
def booklet(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A booklet without a fault."""
    return draw(lay_out(tmp_path_factory.mktemp("output"), [CAREERS[0]], "booklet")).content


@pytest.fixture(scope="session")
def deck(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A deck without a fault."""
    return draw(lay_out(tmp_path_factory.mktemp("output"), [CAREERS[0]], "deck")).content
