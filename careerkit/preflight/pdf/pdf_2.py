"""A PDF goes in; what PDF/UA-2 asks of it beyond PDF/UA-1, and it lacks, comes out.

The rules are those of ISO 14289-2: 5 for the mark, 6.1 for the version, 8.2.5.2 for the root of the
tags, 8.2.5.8 for the list of contents, 8.2.5.25 for lists, 8.8 for links and bookmarks, which have
to lead to an element (*structure destination*, ISO 32000-2, 12.3.2.3) and not to a page alone.
"""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from careerkit.preflight.pdf.metadata import read_pdf_ua
from careerkit.preflight.pdf.tags import kids_of

_YEAR = 2024
_NAMESPACE = "http://iso.org/pdf2/ssn"


def find_pdf_2_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Give what a tagged document lacks to be PDF/UA-2; its tags may be read in any order."""
    _, year = read_pdf_ua(pdf)
    if pdf.pdf_version != "2.0" or year != _YEAR:
        yield f"a document of PDF/UA-2 is of PDF 2.0 and says the year {_YEAR}"
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is None:
        return
    tops = list(kids_of(tree))
    if len(tops) != 1 or tops[0].get("/S") != "/Document" or not _is_in_namespace(tops[0]):
        yield "the tag tree does not begin with one Document of PDF 2.0"
    yield from _find_in_tree(tops)
    named = _named_destinations(pdf)
    yield from (
        "a link or a bookmark leads to a page, not to what stands there"
        for target in _targets(pdf)
        if not _is_structural(named.get(str(target), target))
    )


def _find_in_tree(tops: list[pikepdf.Object]) -> Iterator[str]:
    todo = list(tops)
    while todo:
        element = todo.pop()
        kids = list(kids_of(element))
        todo += kids
        if element.get("/S") == "/TOCI" and not len(element.get("/Ref", pikepdf.Array())):
            yield "an entry of the list of contents does not say what it stands for"
        if element.get("/S") == "/L" and _has_labels(kids) and _numbering_of(element) == "/None":
            yield "a list has labels and says that it has none"


def _has_labels(items: list[pikepdf.Object]) -> bool:
    return any(kid.get("/S") == "/Lbl" for item in items for kid in kids_of(item))


def _numbering_of(element: pikepdf.Object) -> str:
    return str(element.get("/A", pikepdf.Dictionary()).get("/ListNumbering", "/None"))


def _is_in_namespace(element: pikepdf.Object) -> bool:
    return str(element.get("/NS", pikepdf.Dictionary()).get("/NS", "")) == _NAMESPACE


def _named_destinations(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    names = pdf.Root.get("/Names", pikepdf.Dictionary()).get("/Dests")
    return {} if names is None else dict(pikepdf.NameTree(names).items())


def _targets(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Give where the links and the bookmarks of a document lead to within it."""
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", pikepdf.Array()):
            yield from _target_of(annotation)
    outlines = pdf.Root.get("/Outlines")
    todo = [] if outlines is None else [outlines]
    while todo:
        entry = todo.pop()
        yield from _target_of(entry)
        todo += [entry[key] for key in ("/First", "/Next") if key in entry]


def _target_of(holder: pikepdf.Object) -> Iterator[pikepdf.Object]:
    action = holder.get("/A", pikepdf.Dictionary())
    if "/Dest" in holder:
        yield holder["/Dest"]
    elif action.get("/S") == "/GoTo":
        yield action


def _is_structural(target: pikepdf.Object) -> bool:
    """Say whether a destination, or an action or a name's dictionary, leads to an element."""
    if isinstance(target, pikepdf.Dictionary):
        target = target.get("/SD", pikepdf.Array())
    if not isinstance(target, pikepdf.Array) or not len(target):
        return False
    return isinstance(target[0], pikepdf.Dictionary) and "/S" in target[0]
