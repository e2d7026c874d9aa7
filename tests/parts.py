"""A career in parts for tests: the files of an electrician go in, a school's folder comes out."""

from __future__ import annotations

from pathlib import Path

from tests.school import School, as_language, found_school

SHARED = """\
schema: 1
title: Electrician
tagline: Bring power and light to all.
overview:
  work: Electricians fit wires and look for faults.
daily_tasks: [Fit wires, Test wires, Write it down]
glossary: [{term: Volt, meaning: A unit.}]
"""
BRITISH = """\
schema: 1
country: GB
overview: {here: You are an apprentice.}
subjects: [{name: Physics}]
glossary: [{term: GCSE, meaning: An exam.}]
"""
LANKAN = """\
schema: 1
country: LK
overview: {here: You learn at a college.}
subjects: [{name: Science}]
tagline: Bring power to Lanka.
"""
FILES = {"electrician": SHARED, "electrician.GB": BRITISH, "electrician.LK": LANKAN}


def found_school_of_parts(folder: Path) -> School:
    """Lay out a school with one career in two parts, in English, Sinhala and Tamil."""
    school = found_school(folder)
    careers = folder / "source" / "careers"
    (careers / "nurse.yaml").unlink()
    for name, text in FILES.items():
        school.write_career(name, text)
    locales = folder / "source" / "locales"
    english = as_language((locales / "en.yaml").read_text(encoding="utf-8"))
    for tag in ("si", "ta"):
        (locales / f"{tag}.yaml").write_text(english, encoding="utf-8")
        (locales / tag).mkdir()
    return school


def write_catalogue(school: School, name: str, tag: str, **targets: str) -> Path:
    """Write a translation: each text, with underscores for spaces, and what it becomes."""
    lines = [
        f"  - {{source: {source.replace('_', ' ')}, target: {target}}}\n"
        for source, target in targets.items()
    ]
    path = school.folder / "source" / "locales" / tag / f"{name}.yaml"
    path.write_text(f"career: {name}\nentries:\n{''.join(lines)}", encoding="utf-8")
    return path
