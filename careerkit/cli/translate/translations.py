"""A translation as a file: of a career, or of a language's labels, into one language.

It is measured, brought up to date, written as a PO file and merged with one; texts come out, which
the caller writes.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from careerkit.content import CareerFile, Catalogue, Locale, read_catalogue, read_locale
from careerkit.translation.catalogues.catalogue_text import begin_catalogue
from careerkit.translation.catalogues.progress import (
    LABELS,
    Progress,
    measure_labels,
    measure_progress,
)
from careerkit.translation.catalogues.update import Updated, update_catalogue

if TYPE_CHECKING:
    from careerkit.translation.po.merging import Merged
    from careerkit.translation.po.reading import PoFile


@dataclass(frozen=True, slots=True)
class CareerTranslation:
    """A career's file to translate into a language; ``catalogue`` is None before anybody began.

    ``text`` is what the catalogue was read from.
    """

    file: CareerFile
    locale: Locale
    path: Path
    catalogue: Catalogue | None
    text: str

    @property
    def name(self) -> str:
        """What it is called among the translations of its language."""
        return self.file.id

    @property
    def before(self) -> str | None:
        """The text of its file, None if there is none yet."""
        return None if self.catalogue is None else self.text

    @property
    def start(self) -> str:
        """The text of its file, as it begins where there is none yet."""
        return begin_catalogue(self.file.id) if self.catalogue is None else self.text

    def measure(self) -> Progress:
        """Return how far it has come."""
        return measure_progress(self.file, self.locale.tag, self.catalogue)

    def update(self) -> Updated:
        """Return its file's text with all that there is to translate."""
        return update_catalogue(self.file, self._read(self.start), self.start)

    def write_po(self) -> str:
        """Return it as a PO file."""
        from careerkit.translation.po.writing import write_po

        read, language = self._read(self.start), str(self.locale.english_name)
        return write_po(self.file, self.locale.tag, language, read)

    def merge(self, po: PoFile, text: str, *, force: bool = False) -> Merged:
        """Return the text of its file, now ``text``, with what a PO file has."""
        from careerkit.translation.po.merging import merge_po

        return merge_po(self.file, self._read(text), text, po, force=force)

    def _read(self, text: str) -> Catalogue:
        """Read a text of its file; one read before is not read again."""
        if self.catalogue is not None and text == self.text:
            return self.catalogue
        return read_catalogue(self.path, text)


@dataclass(frozen=True, slots=True)
class LabelTranslation:
    """The labels of a language, translated from English; ``text`` is that of its file."""

    locale: Locale
    english: Locale
    path: Path
    text: str
    inherits: bool

    @property
    def name(self) -> str:
        """What they are called among the translations of their language."""
        return LABELS

    @property
    def before(self) -> str | None:
        """The text of their file."""
        return self.text

    @property
    def start(self) -> str:
        """The text of their file."""
        return self.text

    def measure(self) -> Progress:
        """Return how far they have come."""
        return measure_labels(self.locale, self.english)

    def update(self) -> Updated:
        """Return their file's text with the English of those it lacks and does not inherit."""
        from careerkit.translation.po.label_merging import add_labels

        text, added = self.text, 0
        if not self.inherits:
            text, added = add_labels(self.locale, self.english, self.text)
        return Updated(text, added, 0)

    def write_po(self) -> str:
        """Return them as a PO file."""
        from careerkit.translation.po.label_writing import write_label_po

        return write_label_po(self.locale, self.english)

    def merge(self, po: PoFile, text: str, *, force: bool = False) -> Merged:
        """Return the text of their file, now ``text``, with what a PO file has."""
        from careerkit.translation.po.label_merging import merge_label_po

        locale = self.locale if text == self.text else read_locale(self.path, text)
        return merge_label_po(locale, self.english, text, po, force=force)


Translation: TypeAlias = CareerTranslation | LabelTranslation
