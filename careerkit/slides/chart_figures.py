"""A row of a range chart goes in; its figures, and the formats that write them, come out.

A format writes whatever figure stands in its cell as the language does: digits, grouping, places
after the point, words around it. So a label never says what its cell does not.
"""

from __future__ import annotations

import locale
import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from types import MappingProxyType

from careerkit.document.blocks import Range
from careerkit.document.spans import plain_text

CHART_MARGIN_PT = 12.0
# However long the figures, the bars keep this share of the plot.
LEAST_FOR_BARS = 0.3

# A number as it stands in a text: digits of any script, with marks or spaces between groups.
_NUMBER = re.compile(r"\d(?:[\d.,’'\u066b\u066c\u00a0\u202f\u2009]*\d)?")
_MOST_PLACES = 4
# Below it a figure without places is written as it is typed; grouped figures are whole.
_GROUPED_FROM = 1000
_LAKH, _CRORE = 100_000, 10_000_000
# The shapes of digits that a number format can ask for (ECMA-376, part 1, 18.8.31; the first two
# digits of a locale code), by the zero of each.
_SHAPES = MappingProxyType(
    {
        "\u0660": 0x02,  # Arabic-Indic
        "\u06f0": 0x03,  # as in Persian and Urdu
        "\u0966": 0x04,  # Devanagari
        "\u09e6": 0x05,  # Bengali
        "\u0a66": 0x06,  # Gurmukhi
        "\u0ae6": 0x07,  # Gujarati
        "\u0b66": 0x08,  # Odia
        "\u0be6": 0x09,  # Tamil
        "\u0c66": 0x0A,  # Telugu
        "\u0ce6": 0x0B,  # Kannada
        "\u0d66": 0x0C,  # Malayalam
        "\u0e50": 0x0D,  # Thai
        "\u0ed0": 0x0E,  # Lao
        "\u0f20": 0x0F,  # Tibetan
        "\u1040": 0x10,  # Myanmar
        "\u17e0": 0x12,  # Khmer
        "\u1810": 0x13,  # Mongolian
    }
)


def top_figure(row: Range) -> float:
    """Return the figure at which a row's bar ends."""
    return row.high if row.high is not None else row.low


def end_text(row: Range) -> str:
    """Return the figure at the far end of a row's bar."""
    return plain_text(row.high_text) or plain_text(row.low_text)


def number_format(value: float, text: str, language: str = "en", *, with_words: bool = True) -> str:
    """Return a format that writes any figure as the text writes this one.

    Words before and after the figure are kept, unless without ``with_words``. A text in which the
    figure does not stand in digits gives the format of the figure alone.
    """
    for found in _NUMBER.finditer(text):
        places = _find_places(value, found[0])
        if places is not None:
            head = _literal(text[: found.start()]) if with_words else ""
            tail = _literal(text[found.end() :]) if with_words else ""
            return _write(value, found[0], places, language, head, tail)
    if value != int(value):
        return f"#,##0{_point(2)}"
    return f"[<{_GROUPED_FROM}]General;#,##0"


def _find_places(value: float, written: str) -> int | None:
    """Return how many places a written number has after the point; None if it is not the value."""
    digits = "".join(str(unicodedata.digit(each)) for each in written if each.isdigit())
    exact = Decimal(repr(value))
    # Without a sign between its digits a number has no places: "10" is not 1.0.
    most = 0 if written.isdecimal() else _MOST_PLACES
    for places in range(most + 1):
        rounded = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        # A value that the text does not give in full is not what the text says.
        if rounded == exact and str(rounded).replace(".", "").lstrip("0") == digits.lstrip("0"):
            return places
    return None


def _write(value: float, written: str, places: int, language: str, head: str, tail: str) -> str:
    groups = [len(part) for part in re.split(r"\D", written)]
    whole = groups[:-1] if places else groups
    mark = re.search(r"\D", written)
    is_indian = len(whole) > 2 and whole[-2] == 2
    code = "" if is_indian and not _shape(written) else _locale_code(written, places, language)
    point = _point(places)

    def section(condition: str, figure: str) -> str:
        return f"{condition}{code}{head}{figure}{tail}"

    if is_indian:
        between = f"\\{mark[0] if mark else ','}"
        lakhs = f"##{between}##{between}##0{point}"
        if value >= _CRORE:
            crores = f"##{between}{lakhs}"
            return ";".join(
                (
                    section(f"[>={_CRORE}]", crores),
                    section(f"[>={_LAKH}]", lakhs),
                    section("", f"#,##0{point}"),
                )
            )
        small = "#,##0" + point
        parts = [section(f"[>={_LAKH}]", lakhs)]
        if not places:
            parts.append(section(f"[<{_GROUPED_FROM}]", "General"))
        return ";".join((*parts, section("", small)))
    if len(whole) == 1 and abs(value) >= _GROUPED_FROM:
        # A language that does not group so small a number, or groups none.
        return section("", f"0{point}" if places else "General")
    figure = section("", f"#,##0{point}")
    if places:
        return figure
    return section(f"[<{_GROUPED_FROM}]", "General") + ";" + figure


def _point(places: int) -> str:
    """Write the places after the point: as many as the text has, and more if more are typed."""
    return f".{'0' * places}{'#' * (_MOST_PLACES - places)}" if places else ""


def _shape(written: str) -> int:
    """Return the code of the shape of a number's digits; 0 for those of Latin, or of no format."""
    digit = next(each for each in written if each.isdigit())
    return _SHAPES.get(chr(ord(digit) - unicodedata.digit(digit)), 0)


def _locale_code(written: str, places: int, language: str) -> str:
    """Return what asks for a language's own digits and marks, "" where those of English are.

    LibreOffice takes the marks from it; Excel takes them from the computer's settings.
    """
    shape = _shape(written)
    marks = re.findall(r"\D", written)
    point = marks.pop() if places else "."
    if not shape and point == "." and set(marks) <= {","}:
        return ""
    number = _language_codes().get(language.partition("-")[0], 0)
    if not shape and not number:
        return ""
    return f"[$-{shape:X}00{number:04X}]" if shape else f"[$-{number:X}]"


@cache
def _language_codes() -> dict[str, int]:
    """Return Microsoft's number of each language: of its country that comes first among them."""
    codes: dict[str, int] = {}
    for number, name in sorted(locale.windows_locale.items()):
        codes.setdefault(name.split("_")[0], number)
    return codes


def _literal(text: str) -> str:
    """Write words so that a number format shows them as they are; it knows no quote inside."""
    return '"' + text.replace('"', "”") + '"' if text else ""
