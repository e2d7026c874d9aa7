"""A path goes in; what is written in the file comes out, and the model that is made of that."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import ValidationError

from careerkit.content.checks.suspicious_words import find_suspicious_words
from careerkit.content.explain import explain_errors
from careerkit.content.models.content_model import ContentModel
from careerkit.content.models.values import TAG_PATTERN
from careerkit.content.problem import ContentError, Problem
from careerkit.content.text import Text
from careerkit.content.yaml.nodes import Node, YamlDocument, YamlMapping, YamlSequence
from careerkit.content.yaml.reading import read_document
from careerkit.content.yaml.source_text import read_source

DEFAULT_LANGUAGE = "en"

Model = TypeVar("Model", bound=ContentModel)


class WrittenFile(NamedTuple):
    """A file as it is written; ``tree`` is what its model is made of."""

    path: Path
    document: YamlDocument
    tree: Node


def open_file(
    path: Path,
    root: Path,
    language: str,
    begin: str,
    *,
    list_field: str = "",
    text: str | None = None,
) -> WrittenFile:
    """Read a file of the folder ``root``, or ``text`` in its place.

    ``list_field`` names the field that a file stands for as a list, ``begin`` how a file begins.
    Raises ContentError and OSError.
    """
    if text is None:
        text = read_source(path, root)
    document = read_document(text, str(path), language, begin)
    tree = document.tree
    if list_field and isinstance(tree, YamlSequence):
        whole = YamlMapping(tree.place)
        whole[list_field] = tree
        whole.places[list_field] = tree.place
        tree = whole
    return WrittenFile(path, document, tree)


def make_model(model: type[Model], written: WrittenFile, problems: Iterable[Problem] = ()) -> Model:
    """Return what a file says as a model. Raises ContentError with all that is wrong with it.

    ``problems`` are those that were found in it already.
    """
    found = [*written.document.problems, *problems]
    suspicious = tuple(find_suspicious_words(written.document, written.tree, model))
    found.extend(one for one in suspicious if one.severity == "error")
    try:
        made = model.model_validate(written.tree)
    except ValidationError as error:
        explained = explain_errors(error, written.tree, model, str(written.path))
        raise ContentError([*found, *suspicious, *explained]) from error
    if found:
        raise ContentError([*found, *suspicious])
    return made.with_warnings(suspicious)


def language_of(tree: YamlMapping) -> str:
    """Return the language that a file says it is written in, by its field ``language``."""
    tag = tree.get("language")
    return str(tag) if isinstance(tag, Text) and TAG_PATTERN.fullmatch(tag) else DEFAULT_LANGUAGE
