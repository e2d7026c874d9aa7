"""Texts go in; how many of them each extractor gives back exactly, from a booklet, comes out.

``NODE_PATH=.../node_modules python -m tests.acceptance.text_layer`` prints the table. Measured are
names of countries and languages in many languages (Unicode's CLDR), and every string of every
career in every language that ships: each as a paragraph of its own, and the careers' strings also
where they stand in the booklets that are printed.

*Exact* means equal after NFC and with white space folded, as one line of the page or as several: a
line may end where the typography lets it, and nowhere else. Page numbers and running heads, which
are no part of the text, may come between two lines.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2

from careerkit.build.jobs import plan
from careerkit.build.render import draw
from careerkit.document.blocks import Document, Paragraph, Section
from careerkit.document.spans import Span, plain_text
from careerkit.document.traversal import spans
from careerkit.editions.task import RenderTask
from careerkit.layout import load_layout
from careerkit.project.folders import Folders
from careerkit.typography import FontLibrary, LocaleStyle
from careerkit.typography.breaks import line_break_offsets
from tests.acceptance.extractors import EXTRACTORS
from tests.acceptance.script_fonts import FAMILIES, fill_font_folder
from tests.booklet import write_booklet
from tests.pages.extracted_text import printed_spans
from tests.school import prepare_sheets
from tests.shipped import CAREERS, ROOT, TAGS

NAMES = 500
LEFT_TO_RIGHT = ("si", "ta", "hi", "th", "vi")
RIGHT_TO_LEFT = ("ar", "he")
RIGHT_TO_LEFT_READERS = ("poppler", "pdfium")
_RIGHT_TO_LEFT_MARK = "\u200f"
# What stands between the last line of a page and the first of the next: the page's number.
_PAGE_END = re.compile(r"\n\s*\d+\s*\f")


@dataclass(frozen=True)
class Figure:
    """How many of ``total`` texts an extractor gave back exactly, and those it did not."""

    subject: str
    extractor: str
    total: int
    inexact: tuple[str, ...]

    def __str__(self) -> str:
        """Write the figure as it stands in the table."""
        return f"{self.total - len(self.inexact)} of {self.total}"


def names_in(language: str) -> list[str]:
    """Return 500 names of countries and languages in a language, as CLDR has them."""
    from babel import Locale

    locale = Locale(language)
    names = [*locale.territories.values(), *locale.languages.values()]
    return list(dict.fromkeys(names))[:NAMES]


def career_sheets() -> tuple[RenderTask, ...]:
    """Return the booklets of all careers in all languages, laid out but not drawn."""
    folders = Folders(ROOT / "source", ROOT / "layouts", ROOT / "output")
    return prepare_sheets(folders, plan(folders, CAREERS, TAGS, ["booklet"]))


def career_strings() -> dict[str, tuple[list[str], LocaleStyle]]:
    """Return every string of all careers by language, and the style it is set in there."""
    strings: dict[str, tuple[dict[str, None], LocaleStyle]] = {}
    for sheet in career_sheets():
        found, _ = strings.setdefault(sheet.tag, ({}, sheet.style))
        found.update((span.text, None) for span in spans(sheet.document) if span.text.strip())
    return {tag: (list(found), style) for tag, (found, style) in strings.items()}


def measure_names(
    language: str, library: FontLibrary, folder: Path, extractors: Iterable[str] = EXTRACTORS
) -> list[Figure]:
    """Measure the names in one language."""
    style = LocaleStyle(FAMILIES[language])
    names = names_in(language)
    return measure(f"{language} names", language, names, style, library, folder, extractors)


def measure_careers(library: FontLibrary, folder: Path) -> list[Figure]:
    """Measure the strings of all careers in all languages."""
    return [
        figure
        for tag, (strings, style) in career_strings().items()
        for figure in measure(f"{tag} careers", tag, strings, style, library, folder)
    ]


def measure_booklets(folder: Path) -> list[Figure]:
    """Measure what is printed of all careers in all languages, where it stands."""
    totals: dict[tuple[str, str], Figure] = {}
    for sheet in career_sheets():
        pdf = folder / "booklet.pdf"
        pdf.write_bytes(draw(sheet).content)
        texts = printed_texts(sheet.document, pdf)
        heads = {fold(plain_text(section.title)) for section in sheet.document.sections}
        for name, extract in EXTRACTORS.items():
            subject = f"{sheet.tag} booklets"
            inexact = find_inexact_in_pages(texts, sheet.tag, extract(pdf), heads)
            before = totals.get((subject, name), Figure(subject, name, 0, ()))
            totals[subject, name] = Figure(
                subject, name, before.total + len(texts), (*before.inexact, *inexact)
            )
    return list(totals.values())


def printed_texts(document: Document, pdf: Path) -> list[str]:
    """Return the strings that a booklet prints, each once."""
    with pypdfium2.PdfDocument(pdf) as opened:
        printed = [span.text for span in printed_spans(document, opened)]
    return [text for text in dict.fromkeys(printed) if text.strip()]


def measure(
    subject: str,
    language: str,
    texts: Sequence[str],
    style: LocaleStyle,
    library: FontLibrary,
    folder: Path,
    extractors: Iterable[str] = EXTRACTORS,
) -> list[Figure]:
    """Set texts as a booklet in a folder, extract them, and count what came back exactly."""
    pdf = folder / f"{subject}.pdf"
    document = Document(
        title=subject,
        language=language,
        direction="rtl" if language in RIGHT_TO_LEFT else "ltr",
        authors=(),
        description=subject,
        sections=(
            Section("texts", "chapter", (), tuple(Paragraph((Span(t, language),)) for t in texts)),
        ),
    )
    theme = load_layout("classic", ROOT / "layouts").theme_for(None)
    with pdf.open("wb") as target:
        write_booklet(document, theme, style, library, target)
    figures = []
    for name in extractors:
        inexact = find_inexact(texts, language, EXTRACTORS[name](pdf))
        figures.append(Figure(subject, name, len(texts), tuple(inexact)))
    return figures


def find_inexact(texts: Iterable[str], language: str, extracted: str) -> list[str]:
    """Return the texts that are not whole lines of what was extracted."""
    found = _lines_of(_PAGE_END.sub("\n", extracted))
    return [text for text in texts if not re.search(f"\n{_pattern(fold(text), language)}\n", found)]


def find_inexact_in_pages(
    texts: Iterable[str], language: str, extracted: str, heads: Collection[str]
) -> list[str]:
    """Return the texts that are nowhere in what was extracted, with running heads or without."""
    pages = [_lines_of(page).strip("\n").split("\n") for page in extracted.split("\f")]
    bare = [[line for line in page if line not in heads and not line.isdecimal()] for page in pages]
    found = "\f".join(
        "\n".join(line for page in version for line in page) for version in (pages, bare)
    )
    return [text for text in texts if not re.search(_pattern(fold(text), language), found)]


def fold(text: str) -> str:
    """Return a text in NFC with each stretch of white space as one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _lines_of(extracted: str) -> str:
    """Return folded lines, none of them empty, each between two line ends."""
    lines = (fold(line) for line in extracted.split("\n"))
    return "\n" + "\n".join(line for line in lines if line) + "\n"


def _pattern(text: str, language: str) -> str:
    """Return an expression for a text over lines that end where they may."""
    ends = set(line_break_offsets(text, language)) - {len(text)}
    if "://" in text:  # an address that is wider than the measure is parted before these
        ends |= {offset for offset, letter in enumerate(text) if letter in "-&"}
    parts: list[str] = []
    for offset, character in enumerate(text, start=1):
        if character == " " and offset in ends:
            parts.append("[ \n]")
        elif character == _RIGHT_TO_LEFT_MARK:
            parts.append(f"{character}?")  # taken out of what poppler gives, with its own
        else:
            parts.append(re.escape(character) + ("\n?" if offset in ends else ""))
    return "".join(parts)


def table(figures: Sequence[Figure]) -> str:
    """Write figures as a table, a row for each subject and a column for each extractor."""
    rows: dict[str, Mapping[str, Figure]] = {}
    for figure in figures:
        rows[figure.subject] = {**rows.get(figure.subject, {}), figure.extractor: figure}
    lines = [f"{'':14}" + "".join(f"{name:>15}" for name in EXTRACTORS)]
    for subject, row in rows.items():
        cells = (str(row[name]) if name in row else "-" for name in EXTRACTORS)
        lines.append(f"{subject:14}" + "".join(f"{cell:>15}" for cell in cells))
    return "\n".join(lines)


def main(write: Callable[[str], object] = sys.stdout.write) -> None:
    """Measure everything, print the table, and after it some of what did not come back."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        library = FontLibrary(fill_font_folder(folder))
        figures = [
            figure
            for language in (*LEFT_TO_RIGHT, *RIGHT_TO_LEFT)
            for figure in measure_names(language, library, folder)
        ]
        figures += measure_careers(library, folder)
        figures += measure_booklets(folder)
    write(table(figures) + "\n")
    for figure in figures:
        if figure.inexact:
            write(f"\n{figure.subject}, {figure.extractor}, for example:\n")
            write("".join(f"    {text}\n" for text in figure.inexact[:5]))


if __name__ == "__main__":
    main()
