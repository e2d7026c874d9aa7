"""A profile and its catalogue go in; a gettext PO file comes out.

It is what ``msgfmt -c``, Poedit and Weblate read: a context where an entry has one, the places in
the profile, comments of translators, a limit of length where a slide needs one, and for a stale
translation the new text, marked fuzzy, with the old one beside it. Each message carries a mark of
what it was, by which a later import sees whether a translator changed it. The same catalogue gives
the same bytes. (GNU gettext 0.21, "The Format of PO Files".)
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from careerkit.content.models.catalogue import Catalogue, CatalogueEntry
from careerkit.content.models.profile import CareerFile
from careerkit.content.problem import Place
from careerkit.content.source_date import source_date
from careerkit.content.text import fold
from careerkit.translation.catalogues.comparison import Comparison, Message, Stale, compare

MARK = "exported: "
_WIDTH = 80
_MARK_LENGTH = 8
_TOLD = re.compile(r"(?:status|note): ")


def write_po(profile: CareerFile, tag: str, language: str, catalogue: Catalogue) -> str:
    """Return the PO file of a career in a language; ``language`` is its English name."""
    found = compare(profile, catalogue)
    former = former_texts(found)
    credit = {
        "X-Status": str(catalogue.status),
        "X-Translators": "; ".join(catalogue.translators),
        "X-Reviewers": "; ".join(catalogue.reviewers),
    }
    last = str(catalogue.translators[-1]) if catalogue.translators else ""
    blocks = [
        [*write_header(profile.id, tag, language, profile.language, last), *_header_lines(credit)]
    ]
    blocks += [_message(message, former.get(message.source)) for message in found.messages]
    taken = {id(stale.entry) for stale in former.values()}
    blocks += [_obsolete(one.entry) for one in found.stale if id(one.entry) not in taken]
    return join_blocks(blocks)


def join_blocks(blocks: Iterable[Sequence[str]]) -> str:
    """Return the text of a PO file: its messages with an empty line between each two."""
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks)


def former_texts(found: Comparison) -> dict[str, Stale]:
    """Return for each text without a translation the stale one that stood for it most likely."""
    former: dict[str, Stale] = {}
    for stale in found.stale:
        if stale.nearest is not None and stale.entry.target is not None:
            former.setdefault(stale.nearest.source, stale)
    return former


def write_comments(entry: CatalogueEntry) -> list[str]:
    """Return an entry's status and note as lines of a translator's comment."""
    lines = [f"status: {entry.status}"] if entry.status else []
    note = entry.note.splitlines() if entry.note else []
    if note and (_TOLD.match(note[0]) or not note[0].strip()):
        note[0] = f"note: {note[0]}"
    return lines + note


def mark_of(target: str, status: str | None, note: str | None, *, fuzzy: bool) -> str:
    """Return the mark of a message that is exported like this, all a translator may change."""
    told = fold(target), status or "", fold(note or ""), "fuzzy" if fuzzy else ""
    return hashlib.sha256("\0".join(told).encode()).hexdigest()[:_MARK_LENGTH]


def write_header(
    name: str, tag: str, language: str, source: str, translator: str = ""
) -> list[str]:
    """Return the lines of a file's header.

    ``name`` is the career's, or that of the labels; ``language`` is the English name of the
    language with the tag ``tag``, ``source`` the tag of that it is translated from.
    """
    fields: Mapping[str, str] = {
        "Project-Id-Version": name,
        "Report-Msgid-Bugs-To": "",
        "POT-Creation-Date": _date(),
        "PO-Revision-Date": _date(),
        "Last-Translator": translator,
        "Language-Team": language,
        "Language": tag.replace("-", "_"),
        "X-Source-Language": source.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": _plural_forms(tag),
    }
    return ['msgid ""', 'msgstr ""', *_header_lines(fields)]


def _header_lines(fields: Mapping[str, str]) -> list[str]:
    return [_quote(f"{name}: {value}".rstrip() + "\n") for name, value in fields.items()]


def _message(message: Message, former: Stale | None) -> list[str]:
    entry = message.entry
    target = str((former.entry.target if former else message.target) or "")
    lines = _comments(entry, target, fuzzy=former is not None)
    kinds = dict.fromkeys(unit.kind for unit in message.units)
    lines.append(f"#. {', '.join(kinds)}")
    lines += [write_place(unit.place) for unit in message.units]
    flags = [] if former is None else ["fuzzy"]
    limits = [unit.max_length for unit in message.units if unit.max_length is not None]
    flags += [f"max-length:{min(limits)}"] if limits else []
    if flags:
        lines.append(f"#, {', '.join(flags)}")
    if former is not None:
        if former.entry.context:
            lines += write_keyword("#| msgctxt", former.entry.context)
        lines += write_keyword("#| msgid", former.entry.key[0])
    if message.context:
        lines += write_keyword("msgctxt", message.context)
    return [
        *lines,
        *write_keyword("msgid", message.source),
        *write_keyword("msgstr", target),
    ]


def _obsolete(entry: CatalogueEntry) -> list[str]:
    lines = _comments(entry, str(entry.target or ""), fuzzy=False)
    if entry.context:
        lines += write_keyword("#~ msgctxt", entry.context)
    lines += write_keyword("#~ msgid", entry.key[0])
    return [*lines, *write_keyword("#~ msgstr", str(entry.target or ""))]


def _comments(entry: CatalogueEntry | None, target: str, *, fuzzy: bool) -> list[str]:
    lines = [f"# {line}".rstrip() for line in write_comments(entry)] if entry else []
    status, note = (entry.status, entry.note) if entry else (None, None)
    return [*lines, f"#. {MARK}{mark_of(target, status, note, fuzzy=fuzzy)}"]


def write_place(place: Place) -> str:
    """Return a place as a reference of a PO file."""
    file = place.file.replace("\\", "/")
    if " " in file:
        file = f"\u2068{file}\u2069"  # as GNU gettext does since 0.22
    return f"#: {file}:{place.line}"


def write_keyword(keyword: str, text: str) -> list[str]:
    """Write a keyword and its text, over several lines where it is long or has several."""
    # The rest of Babel's writer (seen in 2.18) breaks the texts of "#|" lines at 76 columns, in the
    # middle of their quotation marks, which msgfmt refuses.
    from babel.messages.pofile import normalize

    mark, _, word = keyword.rpartition(" ")
    prefix = f"{mark} " if mark else ""
    first, *rest = normalize(text, width=_WIDTH).splitlines()
    return [f"{prefix}{word} {first}", *(f"{prefix}{line}" for line in rest)]


def _quote(text: str) -> str:
    from babel.messages.pofile import escape

    return str(escape(text))


def _plural_forms(tag: str) -> str:
    from babel.messages.catalog import Catalog

    from careerkit.translation.words.cldr_formats import CldrFormats

    return str(Catalog(CldrFormats(tag, None, None).cldr).plural_forms)


def _date() -> str:
    moment = source_date() or datetime.fromtimestamp(0, UTC)
    return moment.strftime("%Y-%m-%d %H:%M+0000")
