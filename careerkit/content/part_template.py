"""Begins a country's part of a career: a country and a language go in, a commented file comes out.

The file can be built as it stands: what the country is like is still to be written, for which
``check`` warns. What else belongs to a country is there as examples, those of a new profile.
"""

from __future__ import annotations

import re

from careerkit.content.profile_template import PLACEHOLDERS, TEMPLATE, read_words, speak

_HEAD = """\
# yaml-language-server: $schema=../part.schema.json

## Lines with "##" are advice. To use an example below, take away the "# " before its lines,
## then write your own words. Put quotes around text that contains ": " or "#".

## What belongs to one country. It takes the place of what stands in the career's file without a
## country in its name, a whole field at a time; sources, talk, glossary and images are added.
schema: 1
country: {country}
## The languages that it is made in; else those that are official there or read by many.
# languages: [en]

overview:
  here: |
    {placeholder} What it is like in this country.
"""
_FIELDS = (
    *("subjects", "roadmap", "entry_routes", "licences", "pay", "pay_compared", "demand", "facts"),
    *("employers", "resources", "glossary", "talk", "sources", "about"),
)


def _find_examples() -> str:
    """Return the examples of a new profile for what belongs to a country."""
    blocks = TEMPLATE.rstrip().split("\n\n")
    named = ((re.search(r"^# (\w+):", block, re.MULTILINE), block) for block in blocks)
    return "\n\n".join(block for name, block in named if name and name[1] in _FIELDS)


PART_TEMPLATE = f"{_HEAD}\n{_find_examples()}\n"


def new_part(country: str, language: str = "en") -> str:
    """Return the text of a new part; its advice is in the language that the career is told in."""
    general = language.partition("-")[0]
    words = {} if general == "en" else read_words(general)
    return speak(PART_TEMPLATE, lambda english: words.get(english, english)).format(
        country=country, placeholder=PLACEHOLDERS.get(general, PLACEHOLDERS["en"])
    )
