"""Writes content into a folder of its own and reads it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from careerkit.content import ContentError, Profile, read_profile

Explain = Callable[[str | bytes], list[str]]


@pytest.fixture
def images(tmp_path: Path) -> Path:
    """Give the folder of pictures, with a small one in it."""
    folder = tmp_path / "images"
    folder.mkdir()
    Image.new("L", (4, 3)).save(folder / "ward.png")
    return folder


@pytest.fixture
def explain(tmp_path: Path, images: Path) -> Explain:  # noqa: ARG001  # they are to be there
    """Return a function that gives the problems of a career, the file's name cut to a word."""

    def explain_text(text: str | bytes) -> list[str]:
        path = tmp_path / "baker.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        with pytest.raises(ContentError) as caught:
            read_profile(path, tmp_path)
        return [str(one).replace(str(path), "baker.yaml") for one in caught.value.problems]

    return explain_text


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str], Profile]:
    """Return a function that reads a career from text."""

    def read_text(text: str) -> Profile:
        path = tmp_path / "baker.yaml"
        path.write_bytes(text.encode())
        return read_profile(path, tmp_path)

    return read_text
