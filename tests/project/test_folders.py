"""What lies in a folder: content, what only looks like it, and what is nobody's."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerkit.project.folders import list_folder, list_yaml
from careerkit.project.misnamed import list_misnamed


def test_hidden_names_are_passed_over(tmp_path: Path) -> None:
    """If a name begins with a dot, then it is an editor's or the system's, and not content."""
    for name in (".yaml", "._baker.yaml", ".hidden.yml", "baker.yaml", "nurse.yml", "pilot.YAML"):
        (tmp_path / name).touch()
    (tmp_path / ".#baker.yaml").symlink_to("somebody@somewhere.1234:1700000000")
    (tmp_path / "notes.txt").touch()
    assert [path.name for path in list_yaml(tmp_path)] == ["baker.yaml"]
    assert [path.name for path in list_misnamed(tmp_path)] == ["nurse.yml", "pilot.YAML"]
    assert len(list_folder(tmp_path)) == 4


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    """If there is no folder, then nothing lies in it; if it cannot be read, the system says so."""
    assert list_folder(tmp_path / "none") == []
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(OSError, match="loop"):
        list_folder(tmp_path / "loop")
