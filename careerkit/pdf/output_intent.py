"""The printing condition that a press file is made for, and its ICC profile, which goes with it.

An *output intent* (ISO 32000-1, 14.11.5) says what the inks in a file mean: on which paper, by
which process they give which colours.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_PROFILES = Path(__file__).parent / "profiles"


@dataclass(frozen=True, slots=True)
class PrintingCondition:
    """A condition of the ICC's registry of characterization data, by its name there.

    ``profile`` is the name of a file in ``profiles``.
    """

    identifier: str
    registry: str
    description: str
    profile: str

    def read_profile(self) -> bytes:
        """Return the bytes of its ICC profile."""
        return _read(self.profile)


@lru_cache(maxsize=1)
def _read(name: str) -> bytes:
    return (_PROFILES / name).read_bytes()


FOGRA39 = PrintingCondition(
    identifier="FOGRA39",
    registry="http://www.color.org",
    description="Sheet-fed offset on coated paper, ISO 12647-2:2004/Amd 1:2007, paper type 1 or 2",
    profile="FOGRA39L_coated.icc",
)
"""Offset on coated paper, as most print shops have it set up."""
