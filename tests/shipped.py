"""What ships of ``source`` and ``layouts``: the files that pyproject.toml packs, and no others.

Tests are about these. What else a checkout holds is the work of whoever uses it.
"""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path, PurePosixPath

from careerkit.content.career_name import CareerName, made_of
from careerkit.document.section_kinds import Medium

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "source"
LAYOUTS = ROOT / "layouts"

_BUILD = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]
FILES = tuple(
    path
    for path in (PurePosixPath(name.lstrip("/")) for name in _BUILD["build"]["include"])
    if path.parts[0] in ("source", "layouts")
)

CAREER_FILES = tuple(ROOT / path for path in FILES if path.match("source/careers/*.yaml"))
# What is made: each career of one file, and each country's part of another.
PROFILE_OF = {CareerName.of(path).made: path for path in made_of(CAREER_FILES)}
CAREERS = tuple(sorted(PROFILE_OF))
PROFILES = tuple(PROFILE_OF[career] for career in CAREERS)
TAGS = tuple(path.stem for path in FILES if path.match("source/locales/*.yaml"))
CATALOGUES = tuple(
    ROOT / path
    for path in FILES
    if path.match("source/locales/*/*.yaml") and path.name != "terms.yaml"
)
FONTS = tuple(ROOT / path for path in FILES if path.suffix == ".ttf")

# The templates that say all of a career, each with its medium.
WHOLE_TEMPLATES: dict[str, Medium] = {"booklet": "pages", "deck": "slides"}
# All that ship: a handout says what there is room for.
TEMPLATES: dict[str, Medium] = {**WHOLE_TEMPLATES, "handout": "pages"}


def copy_shipped(folder: Path, *names: str) -> None:
    """Copy what ships of ``source``, of ``layouts`` or of both into a folder."""
    for path in FILES:
        if path.parts[0] in names:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / path, folder / path)
