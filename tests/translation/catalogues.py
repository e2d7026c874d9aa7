"""A small school for the tests of translations: YAML text goes in, what was read comes out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from careerkit.content import Catalogue, Locale, Profile, read_catalogue, read_locale, read_profile

NURSE = """\
schema: 1
title: Nurse
tagline: Care for people.
overview:
  work: |
    Nurses look after
    people who are ill.

    They work in 3 shifts.
daily_tasks:
  - Care for people.
  - {task: "Give medicine", detail: "The right one."}
tools: [Thermometer]
roadmap:
  - {stage: School, ages: 11-16}
employers: [{name: Care for people.}]
about: {authors: [A. Person]}
"""

SINHALA = """\
career: nurse
translators: [Nimali]
entries:
  - {source: Nurse, target: හෙදිය, status: reviewed}
  - {source: Nurses look after people who are ill., target: ඔවුහු රෝගීන් බලා ගනිති.}
  - {source: Care for people., target: සේවය}
  - {source: Care for people., target: රැකබලා ගන්න, context: task}
  - {source: Give the medicine, target: බෙහෙත් දෙන්න}
"""

LOCALE = """\
name: {tag}
english_name: {tag}
fonts: [Noto Sans]
deck_fonts: [Arial]
{more}labels:
{labels}
"""


@dataclass(frozen=True)
class Source:
    """A folder of careers and languages."""

    folder: Path

    def profile(self, text: str = NURSE) -> Profile:
        """Write and read the nurse."""
        path = self.folder / "careers" / "nurse.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return read_profile(path, self.folder)

    def catalogue(self, text: str = SINHALA, tag: str = "si") -> Catalogue:
        """Write and read the nurse in a language."""
        path = self.folder / "locales" / tag / "nurse.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return read_catalogue(path)

    def locale(self, tag: str, labels: str = "  a: b", more: str = "") -> Locale:
        """Write and read a language."""
        path = self.folder / "locales" / f"{tag}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(LOCALE.format(tag=tag, labels=labels, more=more), encoding="utf-8")
        return read_locale(path)
