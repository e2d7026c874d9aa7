"""What may be typed after a command: its kind, its words in the help, what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from careerkit.editions import EDITIONS
from careerkit.editions.edition import Ink, Paper, Variant

_EDITIONS = ", ".join(edition.name for edition in EDITIONS)


def _read_folder(name: str | Path) -> Path:
    if not name:  # or it would be the working folder
        raise typer.BadParameter("the name of a folder is empty")
    return Path(name)


def _read_file(name: str | Path) -> Path:
    if not name:
        raise typer.BadParameter("the name of a file is empty")
    return Path(name)


def _read_count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise typer.BadParameter(f'expected a whole number from 1 on, found "{text}"')
    return int(text)


Careers = Annotated[
    list[str] | None,
    typer.Argument(metavar="CAREER", help="A career's name, or the path of its profile."),
]
Locales = Annotated[
    list[str] | None,
    typer.Option("--locale", metavar="TAG", help="A language, or all. May be given again."),
]
Editions = Annotated[
    list[str] | None,
    typer.Option("--edition", metavar="NAME", help=f"{_EDITIONS} or all. May be given again."),
]
Source = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR", parser=_read_folder, help="Where the profiles are.  [default: source]"
    ),
]
Layouts = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR", parser=_read_folder, help="Where the layouts are.  [default: layouts]"
    ),
]
LayoutName = Annotated[str, typer.Option("--layout", metavar="NAME", help="Which layout.")]
Output = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR", parser=_read_folder, help="Where files are made.  [default: output]"
    ),
]
PaperName = Annotated[
    Paper, typer.Option("--paper", help="What it is printed on: a letter is folded as A4 is.")
]
InkName = Annotated[
    Ink, typer.Option("--ink", help="What it is printed with: grey has no colour in it.")
]
PdfUAPart = Annotated[
    Literal["1", "2"],
    typer.Option("--pdf-ua", help="The part of PDF/UA that a tagged PDF keeps to."),
]
Copies = Annotated[
    int | None,
    typer.Option(
        metavar="N", parser=_read_count, help="Say how so many copies are printed and folded."
    ),
]
EmbedFonts = Annotated[
    bool, typer.Option("--embed-fonts", help="Put the fonts of a deck into its file.")
]
Strict = Annotated[bool, typer.Option("--strict", help="Make nothing there is a warning about.")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object per line.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="Print problems only.")]
Jobs = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        parser=_read_count,
        help="Files drawn at once.  [default: what is quickest]",
    ),
]
Folder = Annotated[Path, typer.Argument(metavar="[DIR]", parser=_read_folder, help="Where.")]
PdfFiles = Annotated[
    list[Path], typer.Argument(metavar="FILE.pdf", parser=_read_file, help="PDF files.")
]
Audiences = Annotated[
    list[str] | None,
    typer.Option(
        "--for",
        metavar="WHOM",
        help="office, print-shop or screen-reader: whose problems count. May be given again.",
    ),
]


def read_variant(
    paper: Paper, ink: Ink, pdf_ua: Literal["1", "2"], *, embed_fonts: bool
) -> Variant:
    """Return the variant that the options of a command ask for."""
    return Variant(paper, ink, 2 if pdf_ua == "2" else 1, embed_fonts)
