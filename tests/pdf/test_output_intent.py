"""The ICC profile that goes with press files: what it is, and that it may be handed on."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path

from PIL import ImageCms

import careerkit.pdf
from careerkit.pdf.output_intent import FOGRA39

PROFILES = Path(careerkit.pdf.__file__).parent / "profiles"


def test_the_profile_is_one_of_a_press() -> None:
    """If a profile goes with a press file, then it is one of an output device with four inks."""
    content = FOGRA39.read_profile()
    assert content[12:20] == b"prtrCMYK"  # ICC.1:2010, 7.2.5 and 7.2.6
    assert int.from_bytes(content[:4]) == len(content)
    profile = ImageCms.ImageCmsProfile(BytesIO(content)).profile
    assert profile.profile_description == "FOGRA39L Coated"
    assert profile.copyright == "This profile is free of known copyright restrictions"


def test_the_profile_lies_there_as_it_came() -> None:
    """If the licence says which file it is of, then the file is that one, and no other is there."""
    licence = (PROFILES / "LICENSE.FOGRA39L_coated.txt").read_text(encoding="utf-8")
    told = licence.split("SHA-256: ")[1].split()[0]
    assert hashlib.sha256(FOGRA39.read_profile()).hexdigest() == told
    assert {path.name for path in PROFILES.iterdir()} == {
        "FOGRA39L_coated.icc",
        "LICENSE.FOGRA39L_coated.txt",
    }
