"""Reads content files: a path goes in, a ``Profile``, a ``Locale`` or a ``Catalogue`` comes out.

Each raises ``ContentError`` with all problems of the file, and lets ``OSError`` pass where the file
cannot be opened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from careerkit.content.career_name import CareerName, find_rival, parts_beside
from careerkit.content.checks.references import check_references
from careerkit.content.checks.relations import check_relations
from careerkit.content.language_tag import lineage
from careerkit.content.models.locale import Locale
from careerkit.content.models.profile import CareerFile, Profile
from careerkit.content.models.values import TAG_PATTERN
from careerkit.content.nearest import nearest_or_all
from careerkit.content.problem import ContentError, Place, Problem
from careerkit.content.reserved_names import find_other_meaning
from careerkit.content.written_file import (
    DEFAULT_LANGUAGE,
    Model,
    language_of,
    make_model,
    open_file,
)
from careerkit.content.yaml.nodes import YamlMapping, set_language

if TYPE_CHECKING:
    from careerkit.content.models.catalogue import Catalogue, Terms


def read_profile(path: Path, root: Path) -> Profile:
    """Read a career, or a country's part of one with the files that it lies over.

    ``root`` is the source folder, which also holds the images.
    """
    name = CareerName.of(path)
    _refuse_name(path, name)
    if name.region:
        from careerkit.content.part_reader import read_parts

        return read_parts(path, root, partial(_check_whole, root=root))
    check = partial(_check_alone, path=path, root=root)
    profile = _read(Profile, path, root, DEFAULT_LANGUAGE, check)
    return profile.located(path.stem, root)


def read_career_files(path: Path, root: Path) -> tuple[CareerFile, ...]:
    """Read what the files of a career say each by itself, as they are translated.

    A shared file need not be whole where it has parts.
    """
    if not CareerName.of(path).region and not parts_beside(path):
        return (read_profile(path, root),)
    from careerkit.content.part_reader import read_each

    _refuse_name(path, CareerName.of(path))
    return read_each(path, root)


def _refuse_name(path: Path, name: CareerName) -> None:
    """Raise what is wrong with a career's name: one that means something else, or a rival's."""
    if meaning := find_other_meaning(name.career):
        told = f'a career cannot be called "{name.career}": {meaning}'
        hint = f"rename the file and its translations, for example to career-{path.name}"
        raise ContentError([Problem(Place(str(path)), "", told, hint)])
    if CareerName.of(Path(f"{name.career}.yaml")).region:
        told = "a country's part has no part of another country"
        hint = f"call a province's part as ISO 3166-2 does: {name.career}-2.yaml"
        raise ContentError([Problem(Place(str(path)), "", told, hint)])
    if rival := find_rival(path):
        told = f"{rival.name} lies beside it, and both would be made into {name.made}"
        hint = (
            f"put what belongs to the country into {rival.name if not name.region else path.name}"
            ", and take the other file away or give it another name"
        )
        raise ContentError([Problem(Place(str(path)), "", told, hint)])


def _check_alone(tree: YamlMapping, path: Path, root: Path) -> Iterator[Problem]:
    """Yield what is wrong in a career of one file, or why a part is taken for one."""
    career, ending = path.stem.partition(".")[0], path.stem.rpartition(".")[2]
    if career != path.stem and "title" not in tree and path.with_name(f"{career}.yaml").exists():
        told = f'this is read as a career of its own, for "{ending}" is no code of a country'
        hint = f"call a part of {career} by two letters of ISO 3166, such as {career}.LK.yaml"
        yield Problem(Place(str(path)), "", told, hint)
    yield from _check_whole(tree, root)


def _check_whole(tree: YamlMapping, root: Path) -> Iterator[Problem]:
    """Yield what is wrong in what a career's fields ask of one another, and of other files."""
    yield from check_references(tree, root / "images")
    yield from check_relations(tree)
    yield from check_language(tree, root / "locales")


def check_language(tree: YamlMapping, locales: Path) -> Iterator[Problem]:
    """Yield a problem if what is written is in a language that has no file."""
    tag, there = language_of(tree), languages_in(locales)
    if there.isdisjoint(lineage(tag)):
        hint = nearest_or_all(tag, there)
        message = f'there is no language "{tag}"'
        yield Problem(tree.places["language"], "language", message, hint)


def languages_in(locales: Path) -> set[str]:
    """Return the tags of the languages that have a file; English is always known."""
    return {path.stem for path in locales.glob("*.yaml")} | {DEFAULT_LANGUAGE}


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
    written = open_file(path, root, language, begin, list_field=list_field, text=text)
    if not isinstance(written.tree, YamlMapping):
        return make_model(model, written)
    if model is Profile:
        set_language(written.tree, language_of(written.tree))
    return make_model(model, written, check(written.tree))
