"""Every case of BidiCharacterTest.txt of the Unicode Character Database (Debian: unicode-data)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from careerkit.typography.bidi import embedding_levels

CASES = Path("/usr/share/unicode/BidiCharacterTest.txt")
LEAST_CASES = 90_000
SPACE = {"WS", "FSI", "LRI", "RLI", "PDI", "LRE", "RLE", "LRO", "RLO", "PDF", "BN"}


def read_cases() -> Iterator[tuple[str, int, list[str]]]:
    """Give each case's text, its base level and its expected levels."""
    for line in CASES.read_text(encoding="utf-8").splitlines():
        fields = line.partition("#")[0].strip().split(";")
        if len(fields) == 5:
            text = "".join(chr(int(code, 16)) for code in fields[0].split())
            yield text, int(fields[2]), fields[3].split()


def reset_space(text: str, levels: list[int], base: int) -> list[int]:
    """Carry out L1, which the typography room leaves to the end of each line."""
    classes = [unicodedata.bidirectional(each) for each in text]
    levels = list(levels)
    resetting = True
    for index in range(len(text) - 1, -1, -1):
        if classes[index] in ("B", "S"):
            resetting = True
        elif classes[index] not in SPACE:
            resetting = False
        if resetting:
            levels[index] = base
    return levels


def test_every_case_of_the_unicode_character_database() -> None:
    """If Unicode says which levels a text has, then those are the levels it is given."""
    count = 0
    wrong = []
    for text, base, expected in read_cases():
        count += 1
        levels = reset_space(text, embedding_levels(text, base), base)
        same = all(want in ("x", str(got)) for want, got in zip(expected, levels, strict=True))
        if not same:
            wrong.append(text)
    assert count > LEAST_CASES
    assert wrong == []
