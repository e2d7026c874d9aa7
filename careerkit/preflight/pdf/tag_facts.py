"""Anybody's PDF goes in; what a screen reader finds in its tags comes out, as counts and names.

Terms are those of ``tags``. A *role map* (ISO 32000-1, 14.8.4) says which standard type a type of
the file's own stands for.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pikepdf

from careerkit.preflight.pdf.metadata import read_pdf_ua
from careerkit.preflight.pdf.tags import kids_of

_MOST_ELEMENTS = 500_000  # 64 pages have some ten thousand
_MOST_ROLES = 10  # a type may stand for one that stands for another
_HEADINGS = {f"H{level}": level for level in range(1, 7)}


@dataclass(frozen=True, slots=True)
class TagFacts:
    """What a file says to a screen reader. Pages count from 1, 0 is an unknown one.

    ``elements`` counts each type of the tag tree; ``headings`` are the levels of numbered headings
    in reading order; ``tables_without_headers`` have no TH. ``is_cut_off`` says that the tree is
    too large to be read to the end.
    """

    is_tagged: bool
    pdf_ua: int
    language: str
    title: str
    shows_title: bool
    elements: dict[str, int]
    headings: tuple[int, ...]
    figures_without_words: tuple[int, ...]
    tables_without_headers: int
    is_cut_off: bool

    @property
    def first_jump(self) -> tuple[int, int] | None:
        """The first two headings with a level between them left out; 0 is the beginning."""
        for before, level in zip((0, *self.headings), self.headings, strict=False):
            if level > before + 1:
                return before, level
        return None


def read_tag_facts(pdf: pikepdf.Pdf) -> TagFacts:
    """Read what a file says to a screen reader."""
    root = pdf.Root
    marked = root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked", False)
    tree = root.get("/StructTreeRoot")
    preferences = root.get("/ViewerPreferences", pikepdf.Dictionary())
    walk = _Walk(pdf, tree) if isinstance(tree, pikepdf.Dictionary) else None
    return TagFacts(
        is_tagged=bool(marked) and walk is not None and bool(walk.elements),
        pdf_ua=read_pdf_ua(pdf)[0],
        language=str(root.get("/Lang", "")).strip(),
        title=str(pdf.docinfo.get("/Title", "")).strip(),
        shows_title=bool(preferences.get("/DisplayDocTitle", False)),
        elements=dict(walk.elements) if walk else {},
        headings=tuple(walk.headings) if walk else (),
        figures_without_words=tuple(sorted(set(walk.wordless))) if walk else (),
        tables_without_headers=walk.tables_without_headers if walk else 0,
        is_cut_off=walk.is_cut_off if walk else False,
    )


class _Walk:
    """One walk through a tag tree, in reading order."""

    def __init__(self, pdf: pikepdf.Pdf, tree: pikepdf.Object) -> None:
        self.elements: Counter[str] = Counter()
        self.headings: list[int] = []
        self.wordless: list[int] = []
        self.tables_without_headers = 0
        self.is_cut_off = False
        self._numbers = {page.obj.objgen: at for at, page in enumerate(pdf.pages, start=1)}
        self._roles = tree.get("/RoleMap", pikepdf.Dictionary())
        self._walk(tree)

    def _walk(self, tree: pikepdf.Object) -> None:
        seen: set[tuple[int, int]] = set()
        tables: list[bool] = []  # whether a header was met in it
        # An element, and True where it is left again.
        todo: list[tuple[pikepdf.Object, bool]] = [(kid, False) for kid in kids_of(tree)][::-1]
        while todo:
            element, is_end = todo.pop()
            if is_end:
                self.tables_without_headers += not tables.pop()
                continue
            if element.objgen in seen and element.objgen != (0, 0):
                continue  # a ring
            seen.add(element.objgen)
            if sum(self.elements.values()) >= _MOST_ELEMENTS:
                self.is_cut_off = True
                return
            kind = self._type_of(element)
            self._note(kind, element)
            if kind == "Table":
                tables.append(False)
                todo.append((element, True))
            elif kind == "TH" and tables:
                tables[-1] = True
            todo += [(kid, False) for kid in kids_of(element)][::-1]

    def _note(self, kind: str, element: pikepdf.Object) -> None:
        self.elements[kind] += 1
        if kind in _HEADINGS:
            self.headings.append(_HEADINGS[kind])
        elif kind == "Figure" and not _has_words(element):
            page = element.get("/Pg")
            at = 0 if page is None else self._numbers.get(page.objgen, 0)
            self.wordless.append(at)

    def _type_of(self, element: pikepdf.Object) -> str:
        kind = element.get("/S", pikepdf.Name("/NonStruct"))
        for _ in range(_MOST_ROLES):
            role = self._roles.get(str(kind))
            if not isinstance(role, pikepdf.Name) or role == kind:
                break
            kind = role
        return str(kind).removeprefix("/")


def _has_words(element: pikepdf.Object) -> bool:
    return any(str(element.get(key, "")).strip() for key in ("/Alt", "/ActualText"))
