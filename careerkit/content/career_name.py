"""The name of a career's file goes in; which career, and which country's part, comes out.

``electrician.yaml`` holds what is true everywhere, ``electrician.LK.yaml`` what belongs to a
country (ISO 3166-1), ``electrician.LK-2.yaml`` what belongs to one of its provinces (ISO 3166-2).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

# In whatever case: what is not in capitals is told, and no career of its own.
_PART = re.compile(r"(.+)\.([A-Za-z]{2}(?:-[A-Za-z0-9]{1,3})?)")


class CareerName(NamedTuple):
    """What a file is named by: a career, and a region where the file is a part of it."""

    career: str
    region: str = ""

    @classmethod
    def of(cls, path: Path) -> CareerName:
        """Read the name of a file."""
        found = _PART.fullmatch(path.stem)
        return cls(found[1], found[2]) if found else cls(path.stem)

    @property
    def country(self) -> str:
        """The country of the region; empty where there is none."""
        return self.region.partition("-")[0]

    @property
    def stem(self) -> str:
        """The name of the file without its ending, by which its translations are named, too."""
        return f"{self.career}.{self.region}" if self.region else self.career

    @property
    def made(self) -> str:
        """What the files that are made of it are named by: ``electrician-lk``."""
        return f"{self.career}-{self.region.lower()}" if self.region else self.career

    @property
    def layers(self) -> tuple[CareerName, ...]:
        """The files that it is read from, each lying over the one before: the shared one first."""
        regions = dict.fromkeys(["", self.country, self.region])
        return tuple(CareerName(self.career, region) for region in regions)


def layer_paths(path: Path) -> tuple[Path, ...]:
    """Return the files that a career is read from, the last of which is at ``path``."""
    *below, _ = CareerName.of(path).layers
    return (*(path.with_name(f"{name.stem}.yaml") for name in below), path)


def made_of(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return those of a folder's files that something is made of: none that has parts."""
    names = {path: CareerName.of(path) for path in paths}
    shared = {name.career for name in names.values() if name.region}
    return tuple(path for path, name in names.items() if name.region or name.career not in shared)


def parts_beside(path: Path) -> tuple[Path, ...]:
    """Return the parts that lie beside a career's shared file, sorted."""
    found = path.parent.glob("*.yaml")
    return tuple(sorted(one for one in found if _is_part_of(CareerName.of(one), path.stem)))


def _is_part_of(name: CareerName, career: str) -> bool:
    return bool(name.region) and name.career == career


def possible_files(folder: Path, made: str) -> tuple[Path, ...]:
    """Return the files that would be made into one name, if they were there: a career's, parts."""
    words = made.split("-")
    stems = [("-".join(words[:-count]), "-".join(words[-count:]).upper()) for count in (1, 2)]
    names = [CareerName(made), *(CareerName(*stem) for stem in stems)]
    paths = [folder / f"{name.stem}.yaml" for name in names if name.career]
    return tuple(path for path in paths if CareerName.of(path).made == made)


def find_rival(path: Path) -> Path | None:
    """Return the file beside one of which the same would be made: a part's, or a career's own."""
    possible = possible_files(path.parent, CareerName.of(path).made)
    own = CareerName.of(path)
    return next((one for one in possible if CareerName.of(one) != own and one.exists()), None)
