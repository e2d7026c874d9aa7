"""Careers' files go in; a warning for each country's part that lacks what others have comes out.

What every country has something to say of, a part that says nothing of it lags behind those that
do. One that has nothing to say says so, by a field that is left empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from careerkit.content.career_name import CareerName, layer_paths, parts_beside
from careerkit.content.problem import Place, Problem
from careerkit.project.folders import Folders

# What belongs to a country, and that no country is without.
_FIELDS = (
    *("overview.here", "subjects", "roadmap", "entry_routes", "pay", "demand", "employers"),
    "resources",
)


def find_lagging(profiles: Iterable[Path], folders: Folders) -> Iterator[Problem]:
    """Yield a warning for each country's part among the profiles that others are ahead of."""
    parts = [path for path in profiles if CareerName.of(path).region]
    for shared in dict.fromkeys(layer_paths(path)[0] for path in parts):
        yield from _compare(shared, folders)


def _compare(shared: Path, folders: Folders) -> Iterator[Problem]:
    """Compare the parts of one career: those of countries, as provinces have what theirs has."""
    parts = [path for path in parts_beside(shared) if "-" not in CareerName.of(path).region]
    if len(parts) < 2:
        return
    from careerkit.content.first_look import list_fields

    everywhere = list_fields(shared, folders.source)
    own = {path: list_fields(path, folders.source) for path in parts}
    for path, there in own.items():
        if not there:
            continue  # it cannot be read, which is told
        ahead = {
            field: other.name
            for field in _FIELDS
            for other in parts
            if field in own[other] and field not in there | everywhere
        }
        if ahead:
            told = ", ".join(f"{field} ({file})" for field, file in ahead.items())
            first = next(iter(ahead)).rpartition(".")[2]
            hint = f"write them; if there is nothing to say here, leave one empty, as `{first}:`"
            message = f"the part lacks what others have: {told}"
            yield Problem(Place(path.as_posix()), "", message, hint, "warning")
