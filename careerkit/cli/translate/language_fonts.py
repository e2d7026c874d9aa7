"""A language's tag and a folder of fonts go in; the families that have its letters come out."""

from __future__ import annotations

import re
from pathlib import Path

from careerkit.translation.language_tags import script_of_language
from careerkit.translation.locales.new_locale import LocaleFonts, language_names, letters_of
from careerkit.translation.words.script_names import script_of_letter
from careerkit.typography.font_face import FontFace
from careerkit.typography.font_file import find_font_mistake

_LATIN_FAMILY = "Noto Sans"
# Of CLDR's names some letter is always one that only a foreign name has.
_MOST = 0.95
_INDIC = "Nirmala UI"
# What Windows, and macOS behind it, have for a script.
_DECK_FONTS: dict[str, tuple[str, ...]] = {
    "Adlm": ("Ebrima",),
    "Arab": ("Arial", "Geeza Pro"),
    "Armn": ("Segoe UI", "Mshtakan"),
    "Beng": (_INDIC, "Bangla Sangam MN"),
    "Cans": ("Gadugi", "Euphemia UCAS"),
    "Cher": ("Gadugi", "Plantagenet Cherokee"),
    "Deva": (_INDIC, "Kohinoor Devanagari"),
    "Ethi": ("Ebrima", "Kefa"),
    "Geor": ("Segoe UI", "Helvetica"),
    "Gujr": (_INDIC, "Gujarati Sangam MN"),
    "Guru": (_INDIC, "Gurmukhi Sangam MN"),
    "Hans": ("Microsoft YaHei", "PingFang SC"),
    "Hant": ("Microsoft JhengHei", "PingFang TC"),
    "Hebr": ("Arial", "Arial Hebrew"),
    "Jpan": ("Yu Gothic", "Hiragino Sans"),
    "Khmr": ("Leelawadee UI", "Khmer Sangam MN"),
    "Knda": (_INDIC, "Kannada Sangam MN"),
    "Kore": ("Malgun Gothic", "Apple SD Gothic Neo"),
    "Laoo": ("Leelawadee UI", "Lao Sangam MN"),
    "Mlym": (_INDIC, "Malayalam Sangam MN"),
    "Mong": ("Mongolian Baiti",),
    "Mymr": ("Myanmar Text", "Myanmar Sangam MN"),
    "Nkoo": ("Ebrima",),
    "Olck": (_INDIC,),
    "Orya": (_INDIC, "Oriya Sangam MN"),
    "Sinh": (_INDIC, "Sinhala Sangam MN"),
    "Syrc": ("Segoe UI Historic",),
    "Taml": (_INDIC, "Tamil Sangam MN"),
    "Telu": (_INDIC, "Telugu Sangam MN"),
    "Tfng": ("Ebrima",),
    "Thaa": ("MV Boli",),
    "Thai": ("Leelawadee UI", "Thonburi"),
    "Tibt": ("Microsoft Himalaya", "Kailasa"),
    "Vaii": ("Ebrima",),
    "Yiii": ("Microsoft Yi Baiti",),
}
_FOR_EVERYBODY = ("Arial",)
# Where the family of Noto is not "Noto Sans" and CLDR's name of the script.
_NOTO = {
    "Beng": "Noto Sans Bengali",
    "Cans": "Noto Sans Canadian Aboriginal",
    "Hans": "Noto Sans SC",
    "Hant": "Noto Sans TC",
    "Jpan": "Noto Sans JP",
    "Kore": "Noto Sans KR",
    "Mtei": "Noto Sans Meetei Mayek",
    "Nkoo": "Noto Sans NKo",
    "Orya": "Noto Sans Oriya",
    "Tibt": "Noto Serif Tibetan",
    **dict.fromkeys(["Cyrl", "Grek", "Latn"], _LATIN_FAMILY),
}
_NASTALIQ = ("ks", "pnb", "ur")  # Arabic letters, read in that hand


def choose_fonts(tag: str, folder: Path) -> LocaleFonts:
    """Return the fonts of a language: of those in a folder, and of what machines have.

    Noto Sans comes first, for Latin letters and digits, where it is there.
    """
    wanted = noto_family(tag)
    letters = letters_of(tag) or frozenset(filter(script_of_letter, language_names(tag)[0]))
    found = {
        _name_of(path): FontFace(path).characters
        for path in sorted(folder.glob("*-Regular.ttf"))
        if find_font_mistake(path) is None
    }
    covers = {
        name: sum(ord(letter) in characters for letter in letters)
        for name, characters in found.items()
    }
    fit = [name for name, count in covers.items() if count and count >= _MOST * len(letters)]
    # The family that Noto has for it before another, and one of Noto before one to measure by.
    fit.sort(key=lambda name: (name != wanted, not name.startswith("Noto"), -covers[name], name))
    first = [_LATIN_FAMILY] if _LATIN_FAMILY in found else list(found)[:1]
    families = (
        dict.fromkeys([*first, *fit[:1]]) if _LATIN_FAMILY not in fit else {_LATIN_FAMILY: None}
    )
    deck = _DECK_FONTS.get(script_of_language(tag), _FOR_EVERYBODY)
    return LocaleFonts(tuple(families) or (wanted,), deck, "" if fit else wanted)


def noto_family(tag: str) -> str:
    """Return the family of Noto that has a language's letters: "Noto Sans Devanagari"."""
    if tag.partition("-")[0] in _NASTALIQ and script_of_language(tag) in ("Arab", "Aran"):
        return "Noto Nastaliq Urdu"
    from babel import Locale

    code = script_of_language(tag)
    return _NOTO.get(code) or f"Noto Sans {Locale('en').scripts.get(code, code)}"


def _name_of(path: Path) -> str:
    """Return a family's name as it is written: "NotoSansSinhala" is Noto Sans Sinhala."""
    family = path.stem.removesuffix("-Regular")
    return re.sub("(?<=[a-z])(?=[A-Z])", " ", family)
