"""What an edition is: a value that says how one kind of file is made of a career.

Whoever makes files asks an edition and never compares its name. Nothing is loaded before it is
asked for: the list of editions is read before the arguments are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import combinations
from typing import TYPE_CHECKING, Literal, TypeAlias

from careerkit.content.problem import Place, Problem
from careerkit.document.section_kinds import Medium

if TYPE_CHECKING:
    from careerkit.content import Profile
    from careerkit.document.blocks import Document
    from careerkit.document.theme import Theme
    from careerkit.editions.task import RenderTask
    from careerkit.typography import LocaleStyle

Suffix: TypeAlias = Literal["pdf", "pptx"]
Unit: TypeAlias = Literal["page", "slide", "side", "sheet"]
Paper: TypeAlias = Literal["a4", "letter"]
Ink: TypeAlias = Literal["colour", "grey"]
PdfUA: TypeAlias = Literal[1, 2]


@dataclass(frozen=True, slots=True)
class Variant:
    """How a file is made within its edition. The defaults are what nobody has to ask for.

    ``paper`` is what it is printed on, ``ink`` what with; ``pdf_ua`` is the part of ISO 14289 that
    a tagged PDF keeps to; ``embed_fonts`` puts a deck's fonts into it.
    """

    paper: Paper = "a4"
    ink: Ink = "colour"
    pdf_ua: PdfUA = 1
    embed_fonts: bool = False

    def only(self, names: Iterable[str]) -> Variant:
        """Return the variant with only these of its fields, the others as nobody asked."""
        return Variant(**{name: getattr(self, name) for name in names})

    @property
    def infix(self) -> str:
        """What it adds to a file's name: ``.grey.letter.ua2``, of those that differ."""
        parts = {"grey": self.ink == "grey", "letter": self.paper == "letter"}
        parts["ua2"] = self.pdf_ua == 2
        return "".join(f".{part}" for part, differs in parts.items() if differs)


AS_USUAL = Variant()


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be told of a file that is fine; ``fields`` are for programs.

    A ``measure`` stands beside the file's count, in a few words; others have a line to themselves.
    """

    message: str
    fields: tuple[tuple[str, object], ...] = ()
    is_measure: bool = False


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished file: its bytes, and how many of its edition's units it has."""

    content: bytes
    count: int
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that can be drawn. ``warnings`` are about its content."""

    render: Callable[[], Rendered]
    warnings: tuple[Problem, ...] = ()


def _no_texts(_document: Document) -> Sequence[tuple[str, Place]]:
    return ()


def _no_doubts(_profile: Profile, _document: Document) -> Iterable[Problem]:
    return ()


def _no_instructions(_count: int, _variant: Variant, _copies: int) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One kind of file that is made of a career.

    ``noun`` is what one of its files is called, with an s for several. ``template`` is the layout's
    template without ``.xml``; several editions may share one. ``unit`` is what its files are
    counted in. ``is_default`` says that it is made where none is named; ``varies_by`` names the
    fields of a variant that concern it.

    ``load`` loads what the others need. ``families`` names the fonts asked for its words, in their
    order; ``other_texts`` gives texts of a file that are in none of its blocks; ``doubts`` finds
    what is doubtful about a profile in this edition alone. ``prepare`` finds all that hinders a
    file before anything of it is drawn, and raises ContentError. ``inspect`` finds what is wrong
    with the bytes of a file, of which some characters are known to be without a glyph.
    ``instructions`` says how so many copies are printed, for whoever stands at the copier.
    """

    name: str
    noun: str
    suffix: Suffix
    medium: Medium
    template: str
    unit: Unit
    load: Callable[[], None]
    families: Callable[[Theme, LocaleStyle], tuple[str, ...]]
    prepare: Callable[[RenderTask], Prepared]
    inspect: Callable[[RenderTask, bytes, Sequence[str]], Iterable[Problem]]
    is_default: bool = False
    varies_by: frozenset[str] = frozenset()
    other_texts: Callable[[Document], Sequence[tuple[str, Place]]] = _no_texts
    doubts: Callable[[Profile, Document], Iterable[Problem]] = _no_doubts
    instructions: Callable[[int, Variant, int], str] = _no_instructions

    def __post_init__(self) -> None:
        """See that it varies by what there is."""
        assert self.varies_by <= {field.name for field in fields(Variant)}

    def file_name(self, career: str, variant: Variant) -> str:
        """Return the name of a file: ``nurse.booklet.grey.pdf``."""
        return f"{career}{self._ending(variant)}"

    def career_of(self, file_name: str) -> str | None:
        """Return the career of a file's name, None where it is not that of this edition."""
        for ending in map(self._ending, self._variants()):
            if file_name.endswith(ending) and file_name != ending:
                return file_name.removesuffix(ending)
        return None

    def _ending(self, variant: Variant) -> str:
        return f".{self.name}{variant.only(self.varies_by).infix}.{self.suffix}"

    def _variants(self) -> Iterator[Variant]:
        """Give every variant that shows in a file's name."""
        differing = {"paper": "letter", "ink": "grey", "pdf_ua": 2}
        for count in range(len(differing) + 1):
            for chosen in combinations(differing.items(), count):
                yield replace(Variant(), **dict(chosen))  # type: ignore[arg-type]  # see above
