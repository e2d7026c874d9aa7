"""A job goes in; a task to draw comes out, or nothing where something that it needs has an error.

Everything is read once in a run. What is wrong with a file is told once, and stops the jobs that
need the file, and no others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from careerkit.build.jobs import Job
from careerkit.build.languages import Languages
from careerkit.content import Locale, Profile, check_pictures, check_profile, read_profile
from careerkit.content.characters import name_character
from careerkit.content.problem import ContentError, Place, Problem, cannot_read
from careerkit.document.blocks import Document
from careerkit.editions import edition_named
from careerkit.editions.task import RenderTask, open_library
from careerkit.layout import Layout, load_layout, render_document
from careerkit.project.folders import Folders
from careerkit.project.misnamed import find_misnamed
from careerkit.translation.language_tags import script_of_language
from careerkit.translation.words.labels import LabelError
from careerkit.translation.words.locale_words import Words
from careerkit.typography import LocaleStyle

_FEW_PLACES, _FEW_CHARACTERS = 10, 6


class Desk:
    """What has been read in one run, and the problems found on the way.

    ``cannot_read`` says that one of them is a file that could not be read at all.
    """

    def __init__(self, folders: Folders, layout_name: str, *, listing: bool = False) -> None:
        """Read the layout; ``listing`` warns of each missing translation, not once for a career."""
        self.cannot_read = False
        self._folders = folders
        self._listing = listing
        self._errors: dict[Path, list[Problem]] = {}
        self._warnings: set[Problem] = set()
        self._lacking: dict[Words, dict[str, Locale]] = {}
        self._missing: dict[tuple[Path, Place], dict[str, None]] = {}
        self._profiles: dict[Path, Profile | None] = {}
        self._languages = Languages(folders, self._collecting)
        self._translated: dict[tuple[Path, str], Profile | None] = {}
        self._doubts: dict[tuple[Path, str], tuple[Problem, ...]] = {}
        self._layout_folder = folders.layouts / layout_name
        self._layout: Layout | None = None
        with self._collecting(self._layout_folder):
            self._layout = load_layout(layout_name, folders.layouts)

    # --- what was found --------------------------------------------------------------------

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that was found so far, sorted, each once; one for all the labels a language lacks."""
        errors = {problem for found in self._errors.values() for problem in found}
        lacking = set(map(_tell_lacking, self._lacking, self._lacking.values()))
        return tuple(sorted(errors | lacking | self._warnings | set(self._tell_missing())))

    def is_sound(self, job: Job) -> bool:
        """Say whether nothing that a job needs has an error."""
        needed = [job.profile, self._layout_folder, job.target]
        needed += self._languages.locale_files(job.tag)
        profile = self._profiles.get(job.profile)
        if profile is not None:
            needed += self._languages.catalogue_files(profile, job.tag)
        return not any(path in self._errors for path in needed)

    def refuse(self, job: Job, problems: Iterable[Problem]) -> None:
        """Keep what hinders a job alone."""
        self._errors.setdefault(job.target, []).extend(problems)

    def refuse_unread(self, job: Job, error: OSError) -> None:
        """Keep that something a job needs cannot be read."""
        with self._collecting(job.target):
            raise error

    def warn(self, problems: Iterable[Problem]) -> None:
        """Keep warnings."""
        self._warnings.update(problems)

    def warn_of_missing(self, job: Job, missing: Iterable[tuple[Place, str]]) -> None:
        """Keep the characters that no font here has; a place is told once in a language."""
        for place, characters in missing:
            found = self._missing.setdefault((job.locale, place), {})
            found.update(dict.fromkeys(characters))

    # --- jobs ------------------------------------------------------------------------------

    def read(self, job: Job) -> None:
        """Read what a job needs of content, unless it was read before."""
        self._translate(job)

    def prepare(self, job: Job) -> RenderTask | None:
        """Read what a job needs and lay out its blocks; None if there is an error in any of it."""
        profile, words = self._translate(job), self._languages.words(job.tag)
        if profile is None or words is None or self._layout is None:
            return None
        layout = self._layout
        with self._collecting(job.profile):
            check_pictures(profile)
        if job.profile in self._errors:
            return None
        with self._collecting(job.target):
            task = RenderTask(
                job.edition,
                job.profile,
                job.tag,
                job.target,
                self._render(job, layout, profile, words),
                layout.theme_for(profile.accent),
                self._style_of(words.locale, profile),
                self._folders.fonts,
                job.variant,
            )
            if self.is_sound(job):
                return task
        return None

    def find_doubts(self, job: Job) -> bool:
        """Keep the warnings about what a job is made of; say whether there is one."""
        original = self._profiles.get(job.profile)
        found: tuple[Problem, ...] = ()
        if original is not None:
            found = self._doubts_about(job.profile, "", lambda: self._look_through(original))
            found += self._doubts_about(
                job.profile, job.tag, lambda: self._look_through_translation(original, job.tag)
            )
        self.warn(found)
        return bool(found)

    def find_doubts_in(self, job: Job, task: RenderTask) -> bool:
        """Keep the warnings about a file in its edition alone; say whether there is one."""
        profile = self._translate(job)
        found: list[Problem] = []
        if profile is not None:
            found += edition_named(job.edition).doubts(profile, task.document)
        self.warn(found)
        return bool(found)

    def look_around(self) -> None:
        """Find files nothing is made of."""
        with self._collecting(self._folders.locales):
            self.warn(find_misnamed(self._folders, self._profiles))
            self.warn(self._languages.find_strays())

    def _translate(self, job: Job) -> Profile | None:
        """Return a job's profile in its language, read before or now."""
        if job.profile not in self._profiles:
            profile = None
            with self._collecting(job.profile):
                profile = read_profile(job.profile, self._folders.source)
            self._profiles[job.profile] = profile
        key = job.profile, job.tag
        if key not in self._translated:
            translated = None
            original = self._profiles[job.profile]
            if self._languages.words(job.tag) is not None and original is not None:
                translated = self._languages.translate(original, job.tag)
            self._translated[key] = translated
        return self._translated[key]

    def _look_through(self, profile: Profile) -> Iterator[Problem]:
        languages = self._languages
        yield from check_profile(profile)
        yield from languages.doubt_language(profile)
        yield from languages.lint(profile)

    def _look_through_translation(self, profile: Profile, tag: str) -> Iterable[Problem]:
        files = self._languages.catalogue_files(profile, tag)
        # Of a translation that cannot be read, everything would seem to be missing.
        if any(path in self._errors for path in files):
            return ()
        return self._languages.warn(profile, tag, listing=self._listing)

    def _doubts_about(
        self, path: Path, tag: str, find: Callable[[], Iterable[Problem]]
    ) -> tuple[Problem, ...]:
        """Return what is doubtful about a profile (in a language), looked for once."""
        if (path, tag) not in self._doubts:
            found: tuple[Problem, ...] = ()
            with self._collecting(path):
                found = tuple(find())
            self._doubts[path, tag] = found
        return self._doubts[path, tag]

    def _render(self, job: Job, layout: Layout, profile: Profile, words: Words) -> Document:
        """Fill a template; a label that fails is lent by the fallback, to find those after it."""
        edition = edition_named(job.edition)
        while True:
            words.borrowed.clear()
            try:
                document = render_document(layout, edition.template, edition.medium, profile, words)
            except ContentError as error:
                label = error.__cause__
                lender = words.lend(label.name) if isinstance(label, LabelError) else None
                if not isinstance(label, LabelError) or lender is None:
                    raise
                # What is wrong with a label that is there was told when its file was read.
                if label.fault == "missing":
                    self._lacking.setdefault(words, {})[label.name] = lender
                continue
            if words.borrowed:
                self.refuse(job, ())
            return document

    def _style_of(self, locale: Locale, profile: Profile) -> LocaleStyle:
        """Return a language's style; what is not translated has the fonts of its own language."""
        library = open_library(self._folders.fonts)
        lent = filter(library.has, self._languages.lent_families(profile, locale.tag))
        return LocaleStyle(
            families=tuple(dict.fromkeys((*locale.fonts, *lent))),
            deck_families=tuple(locale.deck_fonts),
            line_height=locale.line_height,
            size_scale=locale.size_scale,
            script=script_of_language(locale.tag),
        )

    @contextmanager
    def _collecting(self, path: Path) -> Iterator[None]:
        """Keep the problems of what is done inside; ``path`` is what it reads, or makes."""
        try:
            yield
        except ContentError as error:
            self._errors.setdefault(path, []).extend(error.problems)
        except OSError as error:
            self.cannot_read = True
            problem = cannot_read(str(path), error, "check that you may read it")
            self._errors.setdefault(path, []).append(problem)

    def _tell_missing(self) -> Iterator[Problem]:
        """Give a warning for each place, or for a file with many: its language has no font here."""
        by_file: dict[tuple[Path, str], dict[Place, dict[str, None]]] = {}
        for (locale, place), characters in self._missing.items():
            by_file.setdefault((locale, place.file), {})[place] = characters
        for (locale, _), places in by_file.items():
            hint = (
                "write it in words, or put a font that has it into the layouts' fonts folder and"
                f" name it in {locale.as_posix()} under fonts"
            )
            if self._listing or len(places) <= _FEW_PLACES:
                for place, characters in places.items():
                    told = ", ".join(map(name_character, sorted(characters)))
                    yield Problem(place, "", f"missing glyph: {told}", hint, "warning")
                continue
            every = sorted({each for characters in places.values() for each in characters})
            shown = ", ".join(map(name_character, every[:_FEW_CHARACTERS]))
            more = len(every) - _FEW_CHARACTERS
            told = f"missing glyph in {len(places)} places: {shown}"
            told += f" and {more} more" if more > 0 else ""
            hint = (
                "put a font that has them into the layouts' fonts folder and name it in"
                f" {locale.as_posix()} under fonts; `check --list` gives each"
            )
            yield Problem(min(places), "", told, hint, "warning")


def _tell_lacking(words: Words, names: Mapping[str, Locale]) -> Problem:
    """Return the problem of a language without labels that others have."""
    place = words.locale.place_of("labels")
    many = len(names) > 1
    told = f"{len(names)} labels are" if many else "a label is"
    files = dict.fromkeys(lender.place.file for lender in names.values())
    hint = f"copy {'them' if many else 'it'} from {' and '.join(files)}, then translate"
    return Problem(place, "labels", f"{told} missing: {', '.join(names)}", hint)
