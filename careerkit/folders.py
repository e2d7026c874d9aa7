"""The folders named on the command line go in; where to read and where to write comes out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Folders:
    """Where content and layouts are read, and where files are made.

    ``has_own_source`` is false where content is read from what came with careerkit.
    """

    source: Path
    layouts: Path
    output: Path
    has_own_source: bool = True

    @property
    def careers(self) -> Path:
        """The folder of the profiles."""
        return self.source / "careers"

    @property
    def locales(self) -> Path:
        """The folder of the languages."""
        return self.source / "locales"

    @property
    def images(self) -> Path:
        """The folder of the pictures."""
        return self.source / "images"

    @property
    def fonts(self) -> Path:
        """The folder of the fonts: the layouts' own, or the shipped ones where it has none."""
        own = self.layouts / "fonts"
        return own if own.is_dir() else shipped_folder() / "layouts" / "fonts"


def find_folders(
    source: Path | None = None, layouts: Path | None = None, output: Path | None = None
) -> Folders:
    """Return the folders to use.

    What is not named is taken from the working folder, and where that has no ``source`` or no
    ``layouts``, from what came with careerkit. Files are never made among what came with it.
    """
    shipped = shipped_folder()
    return Folders(
        source=source or _here_or(shipped, "source"),
        layouts=layouts or _here_or(shipped, "layouts"),
        output=output or Path("output"),
        has_own_source=source is not None or Path("source").is_dir(),
    )


def shipped_folder() -> Path:
    """Return the folder of the ``source`` and ``layouts`` that came with careerkit.

    An installed wheel has them inside the package, a checkout beside it.
    """
    installed = _PACKAGE / "_shipped"
    return installed if installed.is_dir() else _PACKAGE.parent


def _here_or(shipped: Path, name: str) -> Path:
    return Path(name) if Path(name).is_dir() else shipped / name
