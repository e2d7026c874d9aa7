"""The fonts that ship and those of npm go in; one font folder for all tested scripts comes out.

``NODE_PATH`` names the ``node_modules`` that hold the ``@expo-google-fonts`` packages: static
TrueType files, named here as ``layouts/fonts/`` wants them. That is all a new script needs.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tests.shipped import FONTS

_PACKAGES = ("devanagari", "thai", "arabic", "hebrew")
_WEIGHTS = {"Regular": "400Regular", "Bold": "700Bold"}

FAMILIES = {
    "en": ("Noto Sans",),
    "si": ("Noto Sans Sinhala", "Noto Sans"),
    "ta": ("Noto Sans Tamil", "Noto Sans"),
    "vi": ("Noto Sans",),
    "hi": ("Noto Sans Devanagari", "Noto Sans"),
    "th": ("Noto Sans Thai", "Noto Sans"),
    "ar": ("Noto Sans Arabic", "Noto Sans"),
    "he": ("Noto Sans Hebrew", "Noto Sans"),
}
"""The families a locale file of each language would name."""


def node_modules() -> Path:
    """Return the folder that Node takes its packages from."""
    return Path(os.environ["NODE_PATH"])


def fill_font_folder(folder: Path) -> Path:
    """Put the shipped fonts and those of the other scripts into a folder, and return it."""
    for path in FONTS:
        shutil.copyfile(path, folder / path.name)
    for script in _PACKAGES:
        family = f"NotoSans{script.capitalize()}"
        package = node_modules() / "@expo-google-fonts" / f"noto-sans-{script}"
        for weight, name in _WEIGHTS.items():
            path = package / name / f"{family}_{name}.ttf"
            shutil.copyfile(path, folder / f"{family}-{weight}.ttf")
    return folder
