"""A language and its style go in; the faces that a deck's theme names for each script come out.

The face of Sinhala, Tamil and Arabic is the theme's complex-script font and its list by script:
Latin fonts say nothing about them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careerkit.typography import LocaleStyle
from careerkit.typography.embeddable import CarriedFamily

_SOUTH_ASIAN_FACE = "Nirmala UI"
# What every Windows since 8 has, by the names of scripts that PowerPoint knows.
_FACES_OF_WINDOWS = {
    "Arab": "Arial",
    "Armn": "Segoe UI",
    "Beng": _SOUTH_ASIAN_FACE,
    "Deva": _SOUTH_ASIAN_FACE,
    "Ethi": "Ebrima",
    "Geor": "Segoe UI",
    "Gujr": _SOUTH_ASIAN_FACE,
    "Guru": _SOUTH_ASIAN_FACE,
    "Hang": "Malgun Gothic",
    "Hans": "Microsoft YaHei",
    "Hant": "Microsoft JhengHei",
    "Hebr": "Arial",
    "Jpan": "Yu Gothic",
    "Khmr": "Leelawadee UI",
    "Knda": _SOUTH_ASIAN_FACE,
    "Laoo": "Leelawadee UI",
    "Mlym": _SOUTH_ASIAN_FACE,
    "Mymr": "Myanmar Text",
    "Orya": _SOUTH_ASIAN_FACE,
    "Sinh": _SOUTH_ASIAN_FACE,
    "Syrc": "Segoe UI Historic",
    "Taml": _SOUTH_ASIAN_FACE,
    "Telu": _SOUTH_ASIAN_FACE,
    "Thaa": "MV Boli",
    "Thai": "Leelawadee UI",
    "Tibt": "Microsoft Himalaya",
}
_EAST_ASIAN = frozenset(["Hang", "Hans", "Hant", "Jpan"])
# ISO 15924 has names for what PowerPoint calls otherwise.
_NAMES_IN_POWERPOINT = {"Kore": "Hang", "Hani": "Hans", "Hira": "Jpan", "Kana": "Jpan"}
_SET_BY_LATIN = frozenset(["", "Latn", "Grek", "Cyrl"])


@dataclass(frozen=True, slots=True)
class Faces:
    """The faces of a theme; ``by_script`` pairs a script with its face."""

    latin: str
    east_asian: str
    complex_script: str
    by_script: tuple[tuple[str, str], ...]


def is_set_by_latin(style: LocaleStyle) -> bool:
    """Say whether a language is set in the theme's Latin face."""
    return style.script in _SET_BY_LATIN


def choose_faces(latin: str, style: LocaleStyle, carried: Sequence[CarriedFamily] = ()) -> Faces:
    """Choose the faces of a language; ``latin`` is the theme's, ``carried`` go with the file."""
    by_script = dict(_FACES_OF_WINDOWS)
    own = _NAMES_IN_POWERPOINT.get(style.script, style.script)
    wanted = next((each for each in style.deck_families if each != latin), "")
    complex_script = wanted or _SOUTH_ASIAN_FACE
    if own not in _SET_BY_LATIN:
        by_script[own] = style.deck_families[0] if style.deck_families else complex_script
        complex_script = by_script[own]
    for family in carried:
        for script in sorted(family.scripts - _SET_BY_LATIN):
            by_script[_NAMES_IN_POWERPOINT.get(script, script)] = family.name
        if own in family.scripts:
            complex_script = family.name
    first = next((each for each in carried if "Latn" in each.scripts), None)
    latin = first.name if first else latin
    east_asian = by_script[own] if own in _EAST_ASIAN else latin
    return Faces(latin, east_asian, complex_script, tuple(sorted(by_script.items())))
