"""The order of letters is Unicode's own, and words come out as Perl's Unicode::Collate has them."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import yaml
from babel import localedata

from careerkit.translation.lint.letters import words_of
from careerkit.translation.words import collation
from careerkit.translation.words.script_names import script_name, script_of_letter
from tests.shipped import CATALOGUES, PROFILES

TABLE = Path("/usr/share/unicode/allkeys.txt")  # Debian: unicode-data
ROOT_FILE = Path(collation.__file__).with_name("alphabets") / "root.txt"
_LINE = re.compile(r"([0-9A-F]+) *; *(\[.*\])")
_PRIMARY = re.compile(r"\[[.*]([0-9A-F]+)")
_LONGEST_LINE = 98
_OTHER_KANA = ("HIRAGANA", "KATAKANA", "BOPOMOFO")
_SORT = """
use utf8; use open qw(:std :utf8); use Unicode::Collate::Locale;
my $c = Unicode::Collate::Locale->new(locale => "%s", variable => "non-ignorable");
my @words = <STDIN>; chomp @words; print join("\\n", $c->sort(@words));
"""


def _write_root() -> str:
    """Write the letters of the table in their order, as root.txt has them."""
    scripts = {script_name(tag.replace("_", "-")) for tag in localedata.locale_identifiers()}
    scripts -= {"CJK", "YI"}
    by_weight: dict[int, list[str]] = defaultdict(list)
    spelled: dict[str, list[int]] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        found = _LINE.match(line)
        letter = chr(int(found[1], 16)) if found else ""
        if not found or not _is_listed(letter, scripts):
            continue
        weights = [weight for each in _PRIMARY.findall(found[2]) if (weight := int(each, 16))]
        if len(weights) == 1:
            by_weight[weights[0]].append(letter)
        elif weights and _is_plain(letter):
            spelled[letter] = weights
    places = {
        weight: [each for each in letters if _is_plain(each)] or letters
        for weight, letters in sorted(by_weight.items())
    }
    tokens = list(_write_runs(places.values()))
    for letter, weights in sorted(spelled.items()):
        if all(weight in places for weight in weights):
            parts = "+".join(_hex(places[weight][:1]) for weight in weights)
            tokens.append(f"{ord(letter):X}={parts}")
    lines = [""]
    for token in tokens:
        if len(lines[-1]) + len(token) > _LONGEST_LINE:
            lines.append("")
        lines[-1] += f"{token} "
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _write_runs(places: Iterable[list[str]]) -> Iterator[str]:
    """Write letters whose code points follow one another as one token."""
    runs: list[tuple[list[str], list[str]]] = []
    for letters in places:
        last = runs[-1][1] if runs else []
        if len(letters) == len(last) == 1 and ord(letters[0]) == ord(last[0]) + 1:
            runs[-1] = (runs[-1][0], letters)
        else:
            runs.append((letters, letters))
    return (_hex(a) if a == b else f"{_hex(a)}-{_hex(b)}" for a, b in runs)


def _is_listed(letter: str, scripts: set[str]) -> bool:
    if unicodedata.category(letter)[0] not in "LM" or letter.casefold() != letter:
        return False
    if unicodedata.normalize("NFKC", letter) != letter:
        return False
    return script_of_letter(letter) in scripts or unicodedata.name(letter).startswith(_OTHER_KANA)


def _is_plain(letter: str) -> bool:
    return len(unicodedata.normalize("NFD", letter)) == 1


def _hex(letters: list[str]) -> str:
    return ".".join(f"{ord(each):X}" for each in letters)


def test_the_letters_are_in_the_order_of_unicode() -> None:
    """If Unicode's table is read anew, then the file is what is made of it."""
    lines = ROOT_FILE.read_text(encoding="utf-8").splitlines(keepends=True)
    assert "".join(line for line in lines if not line.startswith("#")) == _write_root()


@pytest.mark.parametrize("tag", ["en", "si", "ta"])
def test_another_collator_gives_the_same_order(tag: str) -> None:
    """If all words of a language that ships are sorted, then Perl's collator agrees."""
    script = script_name(tag)
    words = sorted(
        {
            word
            for path in (*CATALOGUES, *PROFILES)
            for text in _texts(yaml.safe_load(path.read_text(encoding="utf-8")))
            for word in words_of(text)
            if {script_of_letter(each) for each in word} <= {script, ""}
        }
    )
    assert len(words) > 1000
    done = subprocess.run(
        ["perl", "-e", _SORT % tag],
        input="\n".join(words),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    ours = collation.sort_by_alphabet(((word, word) for word in words), tag)
    assert list(ours) == done.stdout.split("\n")


def _texts(data: object) -> list[str]:
    if isinstance(data, dict | list):
        parts = data.values() if isinstance(data, dict) else data
        return [text for part in parts for text in _texts(part)]
    return [data] if isinstance(data, str) else []
