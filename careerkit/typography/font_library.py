"""The folder of the layouts' fonts goes in; stacks of its families come out.

A file's name says its family and weight. What cannot be used is an error, what is suspicious a
warning, each at its file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from careerkit.content.problem import ContentError, Place, Problem
from careerkit.typography.font_face import FontFamily
from careerkit.typography.font_file import FONT_SUFFIXES, find_font_mistake
from careerkit.typography.font_stack import FontStack

_WEIGHTS = ("Regular", "Bold")


class FontLibrary:
    """The font folder of the layouts: file names give families and weights."""

    def __init__(self, folder: Path) -> None:
        """Look through a folder for ``Family-Regular.ttf`` and ``Family-Bold.ttf``.

        Nothing is opened yet. A family without a bold face uses its regular one for both.
        """
        self.folder = folder
        self._unnamed: list[Path] = []
        self._doubles: dict[Path, Path] = {}
        found: dict[str, dict[str, Path]] = {}
        for path in sorted(folder.glob("*")):
            if path.suffix.lower() not in FONT_SUFFIXES:
                continue
            family, _, weight = path.stem.rpartition("-")
            if path.suffix.lower() != ".ttf" or weight not in _WEIGHTS or not family:
                self._unnamed.append(path)
                continue
            first = found.setdefault(_key(family), {}).setdefault(weight, path)
            if first is not path:
                self._doubles[first] = path
        self._files: Mapping[str, Mapping[str, Path]] = {
            name: files for name, files in found.items() if "Regular" in files
        }
        self._families: dict[str, FontFamily] = {}
        self._stacks: dict[tuple[str, ...], FontStack] = {}

    def has(self, family: str) -> bool:
        """Return whether a family ("Noto Sans Sinhala") has a file in the folder."""
        return _key(family) in self._files

    def stack(self, families: Sequence[str]) -> FontStack:
        """Return the stack of the named families ("Noto Sans Sinhala"), the same one each time.

        It warns of each family without a bold face. Raises ContentError naming every family that
        has no file in the folder, and every file that cannot be used.
        """
        key = tuple(_key(name) for name in families)
        stack = self._stacks.get(key)
        if stack is None:
            problems = [problem for name in families for problem in self._find_mistakes(name)]
            if problems:
                raise ContentError(problems)
            warnings = (warning for name in families for warning in self._warn(name))
            stack = FontStack([self._family(name) for name in families], warnings)
            self._stacks[key] = stack
        return stack

    def _find_mistakes(self, name: str) -> Iterator[Problem]:
        files = self._files.get(_key(name))
        if files is None:
            stem = _file_stem(name)
            hint = (
                f"put {stem}-Regular.ttf and {stem}-Bold.ttf into this folder, with their licence"
            )
            meant = [path.name for path in self._unnamed if _key(path.stem).startswith(_key(name))]
            if meant:
                hint += f"; {', '.join(meant[:3])} is not named so, or of another kind"
            place = Place(self.folder.as_posix())
            yield Problem(place, "", f'no font files for the family "{name}"', hint)
            return
        for path in files.values():
            if mistake := find_font_mistake(path):
                yield mistake

    def _warn(self, name: str) -> Iterator[Problem]:
        files, stem = self._files[_key(name)], _file_stem(name)
        for path in files.values():
            if path in self._doubles:
                other = self._doubles[path].name
                message = f"{path.name} and {other} are files for the same face: the first is used"
                yield _suspicious(path, message, "take one of them away")
        if "Bold" not in files:
            message = f'the family "{name}" has no bold face: nothing in it stands out as bold'
            yield _suspicious(files["Regular"], message, f"put {stem}-Bold.ttf beside it")
            return
        family = self._family(name)
        static = f"put {stem}-Regular.ttf and {stem}-Bold.ttf into its place: a variable font's"
        hint = f'{static} download has them in its folder "static"'
        if family.bold.weight > family.regular.weight:
            for face in (family.regular, family.bold):
                if face.is_variable:
                    message = f"this is a variable font: it is set in its weight of {face.weight}"
                    yield _suspicious(face.path, f"{message} alone", hint)
            return
        weights = f"the file for bold has a weight of {family.bold.weight}"
        if family.bold.is_variable:
            weights = "the file for bold is a variable font, whose weight is that of the regular"
        else:
            hint = f"put the family's bold face into its place, as {stem}-Bold.ttf"
        message = f'the family "{name}" has no bold face: {weights}'
        yield _suspicious(family.bold.path, message, hint)

    def _family(self, name: str) -> FontFamily:
        key = _key(name)
        if key not in self._families:
            files = self._files[key]
            self._families[key] = FontFamily(
                name, files["Regular"], files.get("Bold", files["Regular"])
            )
        return self._families[key]


def _suspicious(path: Path, message: str, hint: str) -> Problem:
    return Problem(Place(path.as_posix()), "", message, hint, "warning")


def _key(family: str) -> str:
    return family.replace(" ", "").lower()


def _file_stem(family: str) -> str:
    return family.replace(" ", "")
