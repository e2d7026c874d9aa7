"""Reads a school: the path of ``school.yaml`` goes in, a ``SchoolFile`` comes out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from careerkit.content.checks.school_check import check_school
from careerkit.content.models.school import SchoolFile
from careerkit.content.problem import Problem
from careerkit.content.reader import check_language, languages_in
from careerkit.content.written_file import DEFAULT_LANGUAGE, language_of, make_model, open_file
from careerkit.content.yaml.nodes import YamlMapping, set_language


def read_school(path: Path, root: Path) -> SchoolFile:
    """Read a school. ``root`` is the source folder, which also holds the images.

    Raises ContentError with all problems of the file, and OSError where it cannot be opened.
    """
    written = open_file(path, root, DEFAULT_LANGUAGE, "name:")
    tree = written.tree
    if not isinstance(tree, YamlMapping):
        return make_model(SchoolFile, written)
    set_language(tree, language_of(tree))
    translations = tree.get("translations")
    for tag, words in translations.items() if isinstance(translations, YamlMapping) else ():
        set_language(words, tag)
    return make_model(SchoolFile, written, _check(tree, root))


def _check(tree: YamlMapping, root: Path) -> Iterator[Problem]:
    yield from check_language(tree, root / "locales")
    yield from check_school(
        tree, root / "images", language_of(tree), languages_in(root / "locales")
    )
