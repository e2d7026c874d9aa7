"""Reads content files: a path goes in, a ``Profile``, a ``Locale`` or a ``Catalogue`` comes out.

Each raises ``ContentError`` with all problems of the file, and lets ``OSError`` pass where the file
cannot be opened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from careerkit.content.checks.references import check_references
from careerkit.content.checks.relations import check_relations
from careerkit.content.checks.suspicious_words import find_suspicious_words
from careerkit.content.explain import explain_errors
from careerkit.content.language_tag import lineage
from careerkit.content.models.content_model import ContentModel
from careerkit.content.models.locale import Locale
from careerkit.content.models.profile import Profile
from careerkit.content.models.values import TAG_PATTERN
from careerkit.content.nearest import nearest
from careerkit.content.problem import ContentError, Place, Problem
from careerkit.content.reserved_names import find_other_meaning
from careerkit.content.text import Text
from careerkit.content.yaml.nodes import YamlMapping, YamlSequence, set_language
from careerkit.content.yaml.reading import read_document
from careerkit.content.yaml.source_text import read_source

if TYPE_CHECKING:
    from careerkit.content.models.catalogue import Catalogue, Terms

DEFAULT_LANGUAGE = "en"

Model = TypeVar("Model", bound=ContentModel)


def read_profile(path: Path, root: Path) -> Profile:
    """Read a career. ``root`` is the source folder, which also holds the images."""

    def check(tree: YamlMapping) -> Iterator[Problem]:
        yield from check_references(tree, root / "images")
        yield from check_relations(tree)
        yield from _check_language(tree, root / "locales")

    if meaning := find_other_meaning(path.stem):
        told = f'a career cannot be called "{path.stem}": {meaning}'
        hint = f"rename the file and its translations, for example to career-{path.stem}.yaml"
        raise ContentError([Problem(Place(str(path)), "", told, hint)])
    profile = _read(Profile, path, root, DEFAULT_LANGUAGE, check)
    return profile.located(path.stem, root)


def _check_language(profile: YamlMapping, locales: Path) -> Iterator[Problem]:
    """Yield a problem if a profile is in a language that has no file; English is always known."""
    tag = _language_of(profile)
    there = {path.stem for path in locales.glob("*.yaml")} | {DEFAULT_LANGUAGE}
    if there.isdisjoint(lineage(tag)):
        hint = nearest(tag, sorted(there)) or f"there are: {', '.join(sorted(there))}"
        message = f'there is no language "{tag}"'
        yield Problem(profile.places["language"], "language", message, hint)


def _language_of(tree: YamlMapping) -> str:
    """Return the language that a file says it is written in, by its field ``language``."""
    tag = tree.get("language")
    return str(tag) if isinstance(tag, Text) and TAG_PATTERN.fullmatch(tag) else DEFAULT_LANGUAGE


def read_locale(path: Path, text: str | None = None) -> Locale:
    """Read a language. The file's name is its BCP 47 tag; its texts are in that language.

    ``text`` is what the file is to hold, if that is to be read instead.
    """
    _refuse_other_names(path, path.stem, "file", "si.yaml or si-LK.yaml")
    locale = _read(Locale, path, _source_of(path), path.stem, begin="name:", text=text)
    return locale.tagged(path.stem)


def read_catalogue(path: Path, text: str | None = None) -> Catalogue:
    """Read a career in a language. The name of its folder is the language's BCP 47 tag.

    ``text`` is what the file is to hold, if that is to be read instead.
    """
    tag = path.parent.name
    _refuse_other_names(path, tag, "folder", "si or si-LK")
    # A build in the language of its profiles needs neither of the two models.
    from careerkit.content.models.catalogue import Catalogue, check_catalogue

    found = partial(check_catalogue, career=path.stem)
    return _read(
        Catalogue, path, _source_of(path.parent), tag, found, begin="career:", text=text
    ).tagged(tag)


def read_terms(path: Path) -> Terms:
    """Read the terms of a language: a list in the file ``terms.yaml`` of its folder."""
    tag = path.parent.name
    _refuse_other_names(path, tag, "folder", "si or si-LK")
    from careerkit.content.models.catalogue import Terms

    root = _source_of(path.parent)
    return _read(Terms, path, root, tag, list_field="terms", begin='"- term:"')


def _source_of(path: Path) -> Path:
    """Return the source folder that a language, at ``locales/<tag>``, lies in."""
    return path.parent.parent


def _refuse_other_names(path: Path, tag: str, kind: str, examples: str) -> None:
    if not TAG_PATTERN.fullmatch(tag):
        hint = f"name the {kind} by the language's BCP 47 tag, for example {examples}"
        raise ContentError([Problem(Place(str(path)), "", f'"{tag}" is not a language tag', hint)])


def _read(
    model: type[Model],
    path: Path,
    root: Path,
    language: str,
    check: Callable[[YamlMapping], Iterable[Problem]] = lambda _: (),
    list_field: str = "",
    begin: str = "title:",
    text: str | None = None,
) -> Model:
    """Read a file into a model.

    ``list_field`` names the field that a file stands for as a list, ``begin`` how a file begins.
    """
    file = str(path)
    if text is None:
        text = read_source(path, root)
    reading = read_document(text, file, language, begin)
    tree = reading.tree
    found = list(reading.problems)
    if list_field and isinstance(tree, YamlSequence):
        whole = YamlMapping(tree.place)
        whole[list_field] = tree
        whole.places[list_field] = tree.place
        tree = whole
    if isinstance(tree, YamlMapping):
        if model is Profile:
            set_language(tree, _language_of(tree))
        found.extend(check(tree))
    suspicious = tuple(find_suspicious_words(reading, tree, model))
    found.extend(one for one in suspicious if one.severity == "error")
    try:
        made = model.model_validate(tree)
    except ValidationError as error:
        explained = explain_errors(error, tree, model, file)
        raise ContentError([*found, *suspicious, *explained]) from error
    if found:
        raise ContentError([*found, *suspicious])
    return made.with_warnings(suspicious)
