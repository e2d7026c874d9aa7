"""A text in some language goes in; letters that are not what they look like come out.

Three faults that a reader sees at once and a typist does not: a joiner that another program took
out, text typed for a font from before Unicode, and a word in letters of two scripts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from careerkit.translation.words.script_names import script_of_letter

# Rakaransaya and yansaya: a consonant, al-lakuna and ra or ya, which the joiner makes one letter.
# After ra the form without a joiner is the usual one (කාර්ය), and a doubled ya has none.
_LOST_JOINER = re.compile(
    "(?P<before>[\u0d9a-\u0dba\u0dbd-\u0dc6])\u0dca\u0dbb"
    "|(?P<other>[\u0d9a-\u0db9\u0dbd-\u0dc6])\u0dca\u0dba"
)
_JOINER = "\u200d"
# Two words written as one, in which the letters stand side by side.
_STANDS_APART = ("බස්රථ", "නිව්යෝ")
_COPULA = re.compile("ක්ය$")  # -ක් with the closing ය: "... කෙනෙක්ය"
_COPULA_WORDS = ("වාක්ය", "ශක්ය", "ඓක්ය", "සාක්ය")

_SIGN_INSIDE = re.compile(r"[A-Za-z][;:<>=|\\\[\]{}^~`][A-Za-z]")
_CAPITAL_INSIDE = re.compile(r"[a-z][A-Z]")
_LATIN_1 = re.compile("[\u00a1-\u00bf\u00c0-\u00ff]")
_FEWEST_LETTERS = 3
# A capital and small letters, once or more: Python, YouTube, Café.
_NAME = re.compile("\\W*(?:[A-ZÀ-Þ][a-z0-9ß-ÿ]+)+[A-Z]*\\W*")

# UAX #14 parts their lines by dictionaries (class SA) or between any two letters (class ID).
_WITHOUT_SPACES = frozenset(["CJK", "KHMER", "LAO", "MYANMAR", "TAI", "THAI", "TIBETAN", "YI"])


@dataclass(frozen=True, slots=True)
class Suspicion:
    """What is suspicious: the word it is in (empty for the text as a whole), and what to do."""

    word: str
    message: str
    hint: str


def find_lost_joiners(text: str) -> Iterator[Suspicion]:
    """Yield Sinhala words in which ra or ya follows al-lakuna without the joiner between them."""
    for word in words_of(text):
        found = _LOST_JOINER.search(word)
        if not found or any(part in word for part in _STANDS_APART):
            continue
        if _COPULA.search(word) and not word.endswith(_COPULA_WORDS):
            continue
        mended = _LOST_JOINER.sub(lambda match: match[0][:2] + _JOINER + match[0][2], word)
        yield Suspicion(
            word,
            f'"{word}" has lost a joiner (U+200D)',
            f'write "{mended}", or put U+200C between letters that are to stand apart',
        )


def find_old_font(text: str, source: str, script: str) -> Iterator[Suspicion]:
    """Yield what looks like text for a font in which Latin letters stand for those of a script.

    Two such words in a row are enough, or one if the text has no letter of the script. Words of
    the source text are names.
    """
    names = set(source.split())
    words = [word for word in text.split() if word not in names]
    odd = [_is_odd(word) for word in words]
    own = any(script_of_letter(character) == script for character in text)
    for number, word in enumerate(words):
        if odd[number] and (not own or (number and odd[number - 1])):
            first = words[number - 1] if own else word
            yield Suspicion(
                first,
                f'"{first}" looks like text for an old font: Latin letters that stand for'
                f" {script.capitalize()} ones",
                "convert the text to Unicode, or type it anew with a Unicode keyboard",
            )
            return


def find_names(text: str) -> Iterator[str]:
    """Yield the words that are names by their look, such as YouTube or Café."""
    return (word for word in text.split() if _NAME.fullmatch(word))


def find_mixed_scripts(text: str) -> Iterator[Suspicion]:
    """Yield the words with letters of two scripts in them.

    Between letters of a script that parts its words by no space, a Latin name has none either.
    """
    for word in words_of(text):
        scripts = dict.fromkeys(filter(None, map(script_of_letter, word)))
        spaced = [script for script in scripts if script not in _WITHOUT_SPACES]
        if len(scripts) > 1 and spaced not in ([], ["LATIN"]):
            listed = " and ".join(script.capitalize() for script in scripts)
            yield Suspicion(
                word,
                f'"{word}" mixes {listed} letters',
                "put a space or a hyphen between a name and what follows it, or type the letters"
                " of the other script again",
            )


def words_of(text: str) -> Iterator[str]:
    """Yield the words of a text: runs of letters with their marks and joiners."""
    word = ""
    for character in text:
        if unicodedata.category(character)[0] in "LM" or (word and character in "\u200c\u200d"):
            word += character
        elif word:
            yield word
            word = ""
    if word:
        yield word


def _is_odd(word: str) -> bool:
    letters = sum(character.isascii() and character.isalpha() for character in word)
    if letters < _FEWEST_LETTERS:
        return False
    signs = (_SIGN_INSIDE, _CAPITAL_INSIDE, _LATIN_1)
    return any(sign.search(word) for sign in signs) and "://" not in word
