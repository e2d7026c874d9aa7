"""A profile and its catalogue go in; how far the translation has come, as numbers, comes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from careerkit.content.models.catalogue import Catalogue
from careerkit.content.models.locale import Locale
from careerkit.content.models.profile import CareerFile
from careerkit.translation.catalogues.comparison import compare
from careerkit.translation.locales.label_check import is_optional
from careerkit.translation.locales.label_forms import has_words
from careerkit.translation.locales.untranslated_labels import find_untranslated

LABELS = "labels"  # the name that the labels of a language have among its careers

_HEADS = ("language", "career", "translated", "draft", "reviewed", "stale", "missing", "per cent")


@dataclass(frozen=True, slots=True)
class Progress:
    """How many source texts of a career are translated into a language.

    ``draft`` and ``reviewed`` add up to ``translated``, and with ``missing`` to all texts there
    are. ``stale`` are translations of texts that are no longer there.
    """

    language: str
    career: str
    draft: int
    reviewed: int
    stale: int
    missing: int

    @property
    def translated(self) -> int:
        """How many texts have a translation."""
        return self.draft + self.reviewed

    @property
    def per_cent(self) -> int:
        """How much is translated, rounded down: 100 only if nothing is missing."""
        total = self.translated + self.missing
        return 100 * self.translated // total if total else 100

    def fields(self) -> dict[str, object]:
        """Return it as fields for programs."""
        return {"event": "progress", **asdict(self)} | {
            "translated": self.translated,
            "per_cent": self.per_cent,
        }


def measure_progress(profile: CareerFile, tag: str, catalogue: Catalogue | None) -> Progress:
    """Count what a catalogue has of a profile; None stands for one that is not there."""
    found = compare(profile, catalogue)
    statuses = [
        catalogue.status_of(message.entry)
        for message in found.translated
        if catalogue and message.entry
    ]
    return Progress(
        language=tag,
        career=profile.id,
        draft=statuses.count("draft"),
        reviewed=statuses.count("reviewed"),
        stale=len(found.stale),
        missing=len(found.missing),
    )


def measure_labels(locale: Locale, english: Locale) -> Progress:
    """Count what a language has of the English labels, which have no reviewers: all are drafts."""
    there = [
        name for name, label in english.labels.items() if has_words(label) and not is_optional(name)
    ]
    missing = {name for name in there if name not in locale.labels}
    missing |= set(find_untranslated(locale, english))
    return Progress(locale.tag, LABELS, len(there) - len(missing), 0, 0, len(missing))


def as_table(rows: Sequence[Progress]) -> list[str]:
    """Write rows under their heads, words to the left and numbers to the right."""
    cells = [
        _HEADS,
        *(
            (
                row.language,
                row.career,
                *map(str, (row.translated, row.draft, row.reviewed, row.stale, row.missing)),
                f"{row.per_cent} %",
            )
            for row in rows
        ),
    ]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [
        "  ".join(
            cell.ljust(width) if column < 2 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in cells
    ]
