"""The folders named on the command line go in; where to read, what is there, where to write."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from pathlib import Path

HOW_TO_BEGIN = "`init` lays out a folder to work in, --source names another"

_PACKAGE = Path(__file__).resolve().parents[1]


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
    def school(self) -> Path:
        """The file of the school that hands the guides out, which need not be there."""
        return self.source / "school.yaml"

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
    Raises OSError if there is no working folder any more.
    """
    try:
        Path.cwd()
    except FileNotFoundError as error:
        words = "not there any more", "the folder you work in"
        raise FileNotFoundError(errno.ENOENT, *words) from error
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


def list_folder(folder: Path) -> list[Path]:
    """Return what lies in a folder, sorted; nothing where there is no such folder.

    What has a hidden name is passed over. Raises OSError if the folder cannot be read.
    """
    try:
        return sorted(path for path in folder.iterdir() if not is_hidden(path.name))
    except FileNotFoundError:
        return []


def list_folders(folder: Path) -> list[Path]:
    """Return the folders in a folder that can be looked into, sorted; none if it cannot be."""
    try:
        return [path for path in list_folder(folder) if path.is_dir()]
    except OSError:
        return []


def list_yaml(folder: Path) -> list[Path]:
    """Return the files of a folder that are content by their names, sorted, as ``list_folder``."""
    return [path for path in list_folder(folder) if path.suffix == ".yaml"]


def is_hidden(name: str) -> bool:
    """Return whether a name is one that editors and systems give to files of their own."""
    return name.startswith(".")


def _here_or(shipped: Path, name: str) -> Path:
    return Path(name) if Path(name).is_dir() else shipped / name
