"""Names from the command line go in; the files to make come out, or what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from careerkit.folders import Folders
from careerkit.translation.tags import PSEUDO_TAGS

if TYPE_CHECKING:
    from careerkit.layout import Edition

ALL = "all"

_SUFFIX: dict[Edition, str] = {"booklet": ".booklet.pdf", "deck": ".deck.pptx"}
EDITIONS: tuple[Edition, ...] = tuple(_SUFFIX)
_SHOWN_NAMES = 12


class WrongArgument(Exception):  # noqa: N818  # it says whose error it is
    """A name on the command line that means nothing here; ``hint`` says what would."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep what was wrong and what to write instead."""
        self.message = message
        self.hint = hint
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Job:
    """One file to make: a career in a language in an edition, with its fonts inside or not.

    ``embed_fonts`` is for decks: a booklet has its fonts inside always.
    """

    profile: Path
    locale: Path
    edition: Edition
    target: Path
    embed_fonts: bool = False

    @property
    def career(self) -> str:
        """The career's name: the stem of its profile's file."""
        return self.profile.stem

    @property
    def tag(self) -> str:
        """The language's BCP 47 tag: the stem of its locale's file."""
        return self.locale.stem


def plan(
    folders: Folders,
    careers: Sequence[str] = (),
    locales: Sequence[str] = (),
    editions: Sequence[str] = (),
    *,
    embed_fonts: bool = False,
    pseudo: bool = False,
) -> tuple[Job, ...]:
    """Return the jobs in the order of careers, languages and editions.

    No names, or ``all``, means all there are; a pseudo-language is made only if it is named, or if
    ``pseudo`` says that there is to be no other. A career is named, or given as a path to its
    profile. Raises WrongArgument for a name that is not there.
    """
    profiles = choose_profiles(folders.careers, careers)
    tags = choose("pseudo-language", locales, PSEUDO_TAGS) if pseudo else ()
    if not pseudo:
        tags = tuple(tag for tag in PSEUDO_TAGS if tag in locales)
        named = [tag for tag in locales if tag not in PSEUDO_TAGS]
        if named or not tags:
            there = (path.stem for path in folders.locales.glob("*.yaml"))
            tags = (*choose("language", named, there), *tags)
    if not tags:
        raise WrongArgument(
            f"no language in {folders.locales.as_posix()}",
            "a language is a file there, such as en.yaml",
        )
    names = choose("edition", editions, EDITIONS)
    return tuple(
        Job(
            profile=profile,
            locale=folders.locales / f"{tag}.yaml",
            edition=edition,
            target=folders.output / tag / f"{profile.stem}{_SUFFIX[edition]}",
            embed_fonts=embed_fonts and edition == "deck",
        )
        for profile in profiles
        for tag in tags
        for edition in EDITIONS
        if edition in names
    )


def choose_layout(folders: Folders, wanted: str) -> str:
    """Return the name of a layout that is there. Raises WrongArgument for one that is not."""
    there = [path.parent.name for path in folders.layouts.glob("*/theme.yaml")]
    return choose("layout", [wanted], there)[0]


def choose(kind: str, wanted: Sequence[str], there: Iterable[str]) -> tuple[str, ...]:
    """Return the wanted names of those that are there, sorted; all of them for none or ``all``.

    Raises WrongArgument with the nearest names.
    """
    names = sorted(there)
    if not wanted or ALL in wanted:
        return tuple(names)
    for name in wanted:
        if name not in names:
            raise WrongArgument(f'no {kind} "{name}"', near_names(name, names))
    return tuple(name for name in names if name in wanted)


def choose_profiles(careers: Path, wanted: Sequence[str]) -> tuple[Path, ...]:
    """Return the profiles of the careers named, or all of a folder. Raises WrongArgument."""
    paths = [Path(name) for name in wanted if _looks_like_path(name)]
    names = [name for name in wanted if not _looks_like_path(name)]
    for path in paths:
        if not path.is_file():
            raise WrongArgument(
                f"no file {path.as_posix()}", "give a career's name, or the path of its profile"
            )
    if names or not paths:
        there = [path.stem for path in careers.glob("*.yaml")]
        if not there:
            raise WrongArgument(
                f"no career in {careers.as_posix()}",
                "`init` lays out examples, `new` makes a profile to fill in",
            )
        paths += [careers / f"{name}.yaml" for name in choose("career", names, there)]
    by_name: dict[str, Path] = {}
    for path in paths:
        other = by_name.setdefault(path.stem, path)
        if other.resolve() != path.resolve():
            raise WrongArgument(
                f"{other.as_posix()} and {path.as_posix()} would be made into the same files",
                "give one of them another name, or make them one after the other with --output",
            )
    return tuple(by_name[name] for name in sorted(by_name))


def near_names(name: str, names: Sequence[str]) -> str:
    """Return a hint at the names nearest to one that is not there, or at those there are."""
    by_folded = {known.casefold(): known for known in names}
    near = get_close_matches(name.casefold(), by_folded, n=3, cutoff=0.6)
    near += [folded for folded in by_folded if name.casefold() in folded and folded not in near]
    if near:
        return "did you mean " + " or ".join(f'"{by_folded[folded]}"' for folded in near[:3]) + "?"
    more = f" and {len(names) - _SHOWN_NAMES} more" if len(names) > _SHOWN_NAMES else ""
    return "there are: " + ", ".join(names[:_SHOWN_NAMES]) + more


def _looks_like_path(name: str) -> bool:
    return name.endswith((".yaml", ".yml")) or "/" in name or "\\" in name
