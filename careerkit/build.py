"""Jobs go in; whole files on disk come out, each drawn only if it is not up to date.

``prepare`` reads and checks everything the jobs need and lays out their blocks; ``make`` draws and
writes. Nothing is written before everything has been read and checked.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from careerkit.content import Locale, Profile, check_profile, read_profile
from careerkit.content.problem import CannotReadError, ContentError, Place, Problem, cannot_read
from careerkit.drawers import Drawers
from careerkit.drawing import (
    Sheet,
    check_embedding,
    find_missing_characters,
    font_stack_of,
    open_library,
    texts_of,
)
from careerkit.folders import Folders
from careerkit.freshness import Record, digest_ingredients
from careerkit.jobs import Job, find_misnamed
from careerkit.languages import Languages
from careerkit.layout import Layout, load_layout, render_document
from careerkit.layout.blocks import Document
from careerkit.layout.talk import find_unspoken
from careerkit.translation.labels import LabelError
from careerkit.translation.tags import script_of_language
from careerkit.translation.words import Words
from careerkit.typography import LocaleStyle
from careerkit.whole_file import explain_failure, write_whole


@dataclass(frozen=True, slots=True)
class Made:
    """A file in its place. ``count`` is its pages or slides; ``fresh``, that it was up to date.

    ``defects`` are warnings of what is wrong with the file itself.
    """

    job: Job
    count: int
    fresh: bool
    defects: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that could not be written, why, and what to do."""

    job: Job
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Preparation:
    """A run's files in the order of its jobs, and the warnings about all that goes into them."""

    files: tuple[Sheet | Made, ...]
    warnings: tuple[Problem, ...]
    record: Record

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The files to draw."""
        return tuple(file for file in self.files if isinstance(file, Sheet))


def prepare(
    folders: Folders,
    jobs: Sequence[Job],
    layout_name: str,
    *,
    force: bool,
    checking: bool = False,
    listing: bool = False,
    begin: Callable[[Sheet], None] | None = None,
) -> Preparation:
    """Read and check everything the jobs need, and lay out the files that are not up to date.

    ``force`` takes no file as up to date; ``checking`` looks through the wording of what is read
    too; ``listing`` warns of each missing translation rather than once for a career and a language;
    ``begin`` is called with each file as soon as it is laid out, to have it
    drawn while others are read, in vain if those have errors. Raises ContentError with every error
    of every file, CannotReadError if one of them is that a file cannot be read.
    """
    desk = _Desk(folders, checking=checking, listing=listing)
    ingredients: dict[Job, str] = {}
    with desk.collecting(folders.layouts):
        # Before the reading: what changes between the two is then made once too often, not stale.
        ingredients = digest_ingredients(folders, layout_name, jobs)
    layout = desk.read_layout(layout_name)
    record = Record(folders.output)
    files: list[Sheet | Made] = []
    for job in jobs:
        desk.read(job)
        digest = ingredients.get(job, "")
        count = None if force or desk.errors else record.count_if_fresh(job.target, digest)
        if count is not None:
            files.append(Made(job, count, fresh=True))
        elif layout is not None and (sheet := desk.lay_out(job, layout, digest)):
            files.append(sheet)
            if begin and not desk.errors:
                begin(sheet)
    desk.check()
    if desk.errors:
        raise desk.error_kind([*desk.errors, *desk.warnings])
    return Preparation(tuple(files), tuple(sorted(set(desk.warnings))), record)


def make(preparation: Preparation, drawers: Drawers) -> Iterator[Made | Failed]:
    """Write a run's files, which have all been begun, giving each when done, in the jobs' order."""
    record = preparation.record
    drawings = drawers.finish()
    try:
        for file in preparation.files:
            if isinstance(file, Made):
                yield file
                continue
            job = file.job
            drawing = next(drawings)
            record.forget(job.target)
            try:
                write_whole(job.target, drawing.content)
            except OSError as error:
                yield Failed(job, *explain_failure(error))
                continue
            # What is warned about is laid out, and warned about, in the next run too.
            if not file.missing and not file.warnings and not drawing.defects:
                record.remember(job.target, file.ingredients, drawing.content, drawing.count)
            yield Made(job, drawing.count, fresh=False, defects=drawing.defects)
    finally:
        # Where nothing can be written the files themselves have said so.
        with suppress(OSError):
            write_whole(record.path, record.text().encode())


class _MissingGlyphs:
    """The characters that no font here has, by language and place, whichever files lack them."""

    def __init__(self) -> None:
        self._found: dict[tuple[Path, Place], dict[str, None]] = {}

    def look_through(self, sheet: Sheet) -> None:
        """Note where in a document that lacks characters they stand."""
        stack = font_stack_of(sheet)
        for text, place in texts_of(sheet) if sheet.missing else ():
            if missing := stack.missing(text):
                characters = self._found.setdefault((sheet.job.locale, place), {})
                characters.update(dict.fromkeys(missing))

    def warnings(self) -> Iterator[Problem]:
        """Give a warning for each language and place."""
        for (locale, place), characters in self._found.items():
            yield Problem(
                place,
                "",
                "missing glyph: " + ", ".join(map(_name_character, sorted(characters))),
                "write it in words, or put a font that has it into the layouts' fonts folder and"
                f" name it in {locale.as_posix()} under fonts",
                severity="warning",
            )


class _Desk:
    """What has been read in one run, each file once, and the problems found on the way."""

    def __init__(self, folders: Folders, *, checking: bool, listing: bool) -> None:
        self.folders = folders
        self.checking = checking
        self.listing = listing
        self.warnings: list[Problem] = []
        self._missing = _MissingGlyphs()
        self.error_kind: type[ContentError] = ContentError
        self._errors: list[Problem] = []
        self._lacking: dict[Words, dict[str, Locale]] = {}
        self._profiles: dict[Path, Profile | None] = {}
        self._languages = Languages(folders, self.collecting)
        self._editions: dict[tuple[Path, str], Profile | None] = {}

    @property
    def errors(self) -> list[Problem]:
        """The errors found so far, one for all the labels that a language lacks."""
        return [*self._errors, *map(_tell_lacking, self._lacking, self._lacking.values())]

    def read(self, job: Job) -> None:
        """Read a job's profile and locale, unless they were read before."""
        if job.profile not in self._profiles:
            self._profiles[job.profile] = None
            with self.collecting(job.profile):
                profile = read_profile(job.profile, self.folders.source)
                self._profiles[job.profile] = profile
        key = job.profile, job.tag
        if key not in self._editions:
            self._editions[key] = None
            original = self._profiles[job.profile]
            if self._languages.words(job.tag) is not None and original is not None:
                self.warnings += self._languages.warn(
                    original, job.tag, checking=self.checking, listing=self.listing
                )
                self._editions[key] = self._languages.translate(original, job.tag)

    def check(self) -> None:
        """Warn of what is doubtful in what was read, and of files nothing is made of."""
        self.warnings += self._missing.warnings()
        for path, profile in self._profiles.items():
            if profile is not None:
                with self.collecting(path):
                    self.warnings += check_profile(profile)
                    self.warnings += self._languages.doubt_language(profile)
                    if self.checking:
                        self.warnings += self._languages.lint(profile)
        with self.collecting(self.folders.locales):
            self.warnings += find_misnamed(self.folders, self._profiles)
            if self.checking:
                self.warnings += self._languages.find_strays()

    def read_layout(self, name: str) -> Layout | None:
        """Read a layout; None if there is an error in it."""
        with self.collecting(self.folders.layouts / name):
            return load_layout(name, self.folders.layouts)
        return None

    def lay_out(self, job: Job, layout: Layout, ingredients: str) -> Sheet | None:
        """Lay out a file's blocks; None if anything it needs has an error."""
        profile, words = self._editions[job.profile, job.tag], self._languages.words(job.tag)
        if profile is None or words is None:
            return None
        with self.collecting(job.profile):
            sheet = Sheet(
                job,
                self._render(job, layout, profile, words),
                layout.theme_for(profile.accent),
                self._style_of(words.locale, profile),
                self.folders.fonts,
                ingredients,
            )
            warnings = font_stack_of(sheet).warnings
            if job.edition == "deck":
                warnings += tuple(find_unspoken(profile.talk, sheet.document))
            sheet = replace(sheet, missing=find_missing_characters(sheet), warnings=warnings)
            check_embedding(sheet)
            self.warnings += sheet.warnings
            self._missing.look_through(sheet)
            return sheet
        return None

    def _style_of(self, locale: Locale, profile: Profile) -> LocaleStyle:
        """Return a language's style; what is not translated has the fonts of its own language."""
        library = open_library(self.folders.fonts)
        lent = filter(library.has, self._languages.lent_families(profile, locale.tag))
        return LocaleStyle(
            families=tuple(dict.fromkeys((*locale.fonts, *lent))),
            deck_families=tuple(locale.deck_fonts),
            line_height=locale.line_height,
            size_scale=locale.size_scale,
            script=script_of_language(locale.tag),
        )

    def _render(self, job: Job, layout: Layout, profile: Profile, words: Words) -> Document:
        """Fill a template; a label that fails is lent by the fallback, to find those after it."""
        while True:
            try:
                return render_document(layout, job.edition, profile, words)
            except ContentError as error:
                label = error.__cause__
                lender = words.lend(label.name) if isinstance(label, LabelError) else None
                if not isinstance(label, LabelError) or lender is None:
                    raise
                # What is wrong with a label that is there was told when its file was read.
                if label.fault == "missing":
                    self._lacking.setdefault(words, {})[label.name] = lender

    @contextmanager
    def collecting(self, path: Path) -> Iterator[None]:
        """Keep the problems of what is done inside; ``path`` is what it reads."""
        try:
            yield
        except ContentError as error:
            self._errors += error.problems
        except OSError as error:
            self.error_kind = CannotReadError
            self._errors.append(cannot_read(str(path), error, "check that you may read it"))


def _tell_lacking(words: Words, names: Mapping[str, Locale]) -> Problem:
    """Return the problem of a language without labels that others have."""
    place = words.locale.place_of("labels")
    many = len(names) > 1
    told = f"{len(names)} labels are" if many else "a label is"
    files = dict.fromkeys(lender.place.file for lender in names.values())
    hint = f"copy {'them' if many else 'it'} from {' and '.join(files)}, then translate"
    return Problem(place, "labels", f"{told} missing: {', '.join(names)}", hint)


def _name_character(character: str) -> str:
    name = unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X}" + (f" ({name})" if name else "")
