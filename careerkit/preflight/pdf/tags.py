"""A PDF's tag tree goes in; what a screen reader would lose its way at comes out.

Terms of ISO 32000-1: an *element* of the tree (14.7.2) names the marked content that belongs to it
by page and MCID; the *parent tree* (14.7.4.4) leads the other way, from a page's MCIDs and from an
annotation to the element. A reader may start at either end, so both must say the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

import pikepdf

ObjectNumber: TypeAlias = tuple[int, int]


class Fault(NamedTuple):
    """What is wrong, and on which page (counted from 1; 0 for the document)."""

    page: int
    what: str


class TagTree:
    """The tag tree of a PDF, read once from the top."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        """Walk the tree; a file without one has an empty one."""
        self.is_there = "/StructTreeRoot" in pdf.Root
        self.marked: dict[ObjectNumber | None, dict[int, ObjectNumber]] = {}
        self.annotations: dict[ObjectNumber, ObjectNumber] = {}
        self.wordless: list[ObjectNumber | None] = []
        self._by_key: dict[int, pikepdf.Object] = {}
        if self.is_there:
            root = pdf.Root.StructTreeRoot
            self._walk(root.get("/K"))
            if "/ParentTree" in root:
                self._by_key = dict(pikepdf.NumberTree(root.ParentTree).items())

    def _walk(self, top: pikepdf.Object | None) -> None:
        """Note what belongs to each element; a figure without words for it is ``wordless``."""
        todo = [] if top is None else list(_listed(top))
        while todo:
            element = todo.pop()
            number = element.objgen
            page = element.get("/Pg")
            page_number = None if page is None else page.objgen
            if element.get("/S") == "/Figure" and not str(element.get("/Alt", "")).strip():
                self.wordless.append(page_number)
            for kid in _listed(element.get("/K")):
                if isinstance(kid, int):
                    self.marked.setdefault(page_number, {})[kid] = number
                elif "/MCID" in kid:
                    kid_page = kid["/Pg"].objgen if "/Pg" in kid else page_number
                    self.marked.setdefault(kid_page, {})[int(kid.MCID)] = number
                elif "/Obj" in kid:
                    self.annotations[kid.Obj.objgen] = number
                else:
                    todo.append(kid)

    def faults_of_page(self, page: pikepdf.Page, number: int, mcids: Sequence[int]) -> list[Fault]:
        """Compare the tree and the parent tree with what was found on a page."""
        here = page.obj
        found = set(mcids)
        listed = self.marked.get(here.objgen, {})
        entry = self._by_key.get(int(here.get("/StructParents", -1)))
        owners = list(entry) if isinstance(entry, pikepdf.Array) else []
        led = {
            mcid: owner.objgen
            for mcid, owner in enumerate(owners)
            if isinstance(owner, pikepdf.Dictionary)
        }
        faults = []
        if len(found) < len(mcids):
            faults.append(Fault(number, "two stretches of marked content have the same number"))
        if found - listed.keys():
            faults.append(Fault(number, "some content belongs to no element of the tag tree"))
        if listed.keys() - found:
            faults.append(Fault(number, "the tag tree names content that is not on the page"))
        if found - led.keys():
            faults.append(Fault(number, "the parent tree has no entry for some content"))
        if led.keys() - found:
            faults.append(Fault(number, "the parent tree has an entry for content that is absent"))
        if any(owner != listed[mcid] for mcid, owner in led.items() if mcid in listed):
            faults.append(Fault(number, "the tag tree and the parent tree disagree"))
        return faults

    def faults_of_annotations(self, page: pikepdf.Page, number: int) -> list[Fault]:
        """Look for links that have no words or no place in the tree."""
        faults = []
        for annotation in _listed(page.obj.get("/Annots")):
            if not str(annotation.get("/Contents", "")).strip():
                faults.append(Fault(number, "a link does not say in words where it leads"))
            entry = self._by_key.get(int(annotation.get("/StructParent", -1)))
            owner = self.annotations.get(annotation.objgen)
            if entry is None or owner is None or entry.objgen != owner:
                faults.append(Fault(number, "a link has no place in the tag tree"))
        return faults


def _listed(value: pikepdf.Object | None) -> Sequence[pikepdf.Object]:
    """Return the members of an array, or a value that stands alone for an array of one."""
    if value is None:
        return ()
    return list(value) if isinstance(value, pikepdf.Array) else (value,)


def kids_of(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Give the elements right below another, or below the root of the tag tree."""
    for kid in _listed(element.get("/K")):
        if isinstance(kid, pikepdf.Dictionary) and "/MCID" not in kid and "/Obj" not in kid:
            yield kid
