"""A career in a language: what the files below ``source/locales/<tag>/`` say, typed, with places.

A catalogue pairs the paragraphs of a profile with their translations, keyed by the source text as
gettext is. The terms of a language say how a word is to be translated wherever it occurs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field, PrivateAttr

from careerkit.content.excerpt import quote
from careerkit.content.models.content_model import ContentModel
from careerkit.content.models.credit import Status
from careerkit.content.models.values import Identifier, Prose
from careerkit.content.problem import Problem
from careerkit.content.text import Text, fold
from careerkit.content.yaml.nodes import YamlMapping, YamlSequence

Key = tuple[str, str]

_STATUS = "draft, or reviewed once a second person has read it."


class CatalogueEntry(ContentModel):
    """One paragraph or list item and its translation."""

    verbatim: ClassVar[frozenset[str]] = frozenset({"source", "context", "nearest"})
    copied: ClassVar[frozenset[str]] = frozenset({"source", "nearest"})

    source: Prose = Field(description="The text in the profile, word for word.")
    target: Prose | None = Field(None, description="The translation; empty until there is one.")
    context: Prose | None = Field(
        None,
        description="Where it stands, only if the same source text needs two translations.",
        examples=["tagline"],
    )
    status: Status | None = Field(None, description=f"If it differs from the file's: {_STATUS}")
    note: Prose | None = Field(None, description="For other translators and reviewers.")
    nearest: Prose | None = Field(
        None, description="Written by `translate update`: what a stale source text reads now."
    )

    @property
    def key(self) -> Key:
        """The source text, folded, and the context."""
        return fold(self.source), self.context or ""


class Catalogue(ContentModel):
    """The translation of one career into one language."""

    verbatim: ClassVar[frozenset[str]] = frozenset({"career", "translators", "reviewers"})

    career: Identifier = Field(description="The career: the name of its file without .yaml.")
    status: Status = Field("draft", description=f"Printed in the colophon: {_STATUS}")
    translators: tuple[Prose, ...] = Field((), description="Who translated it.")
    reviewers: tuple[Prose, ...] = Field((), description="Who read it as a second person.")
    entries: tuple[CatalogueEntry, ...] = Field((), description="The texts and translations.")

    _tag: str = PrivateAttr(default="")

    @property
    def tag(self) -> str:
        """The BCP 47 tag of the language, which is the name of the file's folder."""
        return self._tag

    def tagged(self, tag: str) -> Catalogue:
        """Say which language this is; returns the catalogue."""
        self._tag = tag
        return self

    def status_of(self, entry: CatalogueEntry) -> Status:
        """Return an entry's own status, or the file's."""
        return entry.status or self.status


class TermRule(ContentModel):
    """A word of the source language and how it is translated in every text."""

    verbatim: ClassVar[frozenset[str]] = frozenset({"term"})

    term: Prose = Field(description="The word in the source language.", examples=["data"])
    target: Prose = Field(description="Its translation.")
    forms: tuple[Prose, ...] = Field((), description="Other forms it takes in a sentence.")
    note: Prose | None = Field(None, description="For translators.")


class Terms(ContentModel):
    """The terms of a language."""

    terms: tuple[TermRule, ...] = Field((), description="The terms, one after the other.")


def check_catalogue(tree: YamlMapping, career: str) -> Iterator[Problem]:
    """Yield a problem for each entry given twice, and for a file that names another career.

    It reads the mapping, not the model, so that a mistake elsewhere does not hide these.
    """
    named = tree.get("career")
    if isinstance(named, Text) and named and named != career:
        hint = f'write "career: {career}", or give the file the name of its career'
        yield Problem(
            named.place, "career", f"the file is for {quote(career)}, not {quote(named)}", hint
        )
    first: dict[Key, Text] = {}
    entries = tree.get("entries")
    for index, entry in enumerate(entries if isinstance(entries, YamlSequence) else ()):
        source = entry.get("source") if isinstance(entry, YamlMapping) else None
        if not isinstance(entry, YamlMapping) or not isinstance(source, Text) or not source:
            continue
        context = entry.get("context")
        key = fold(source), str(context) if isinstance(context, Text) else ""
        other = first.setdefault(key, source)
        if other is not source:
            message = f"{quote(source)} is translated twice"
            hint = f"it stands in line {other.place.line} already: keep one of the two"
            if not key[1]:
                hint += ", or say in context: where each belongs"
            yield Problem(source.place, f"entries[{index}].source", message, hint)
