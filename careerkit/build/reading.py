"""A job goes in; a task to draw comes out, or nothing where something that it needs has an error.

What is wrong with a file stops the jobs that need the file, and no others.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import NamedTuple

from careerkit.build.findings import LackingLabel
from careerkit.build.jobs import Job
from careerkit.build.languages import Languages
from careerkit.build.reading_log import Found, ReadingLog
from careerkit.content import (
    Locale,
    Profile,
    School,
    SchoolFile,
    check_pictures,
    check_profile,
    doubt_school,
    read_profile,
    read_school,
)
from careerkit.content.models.content_model import walk_texts
from careerkit.content.problem import ContentError, Problem
from careerkit.document.blocks import Document
from careerkit.document.theme import Theme
from careerkit.editions import edition_named
from careerkit.editions.task import RenderTask, open_library
from careerkit.layout import Layout, load_layout, render_document
from careerkit.project.folders import Folders
from careerkit.translation.language_tags import script_of_language
from careerkit.translation.words.labels import LabelError
from careerkit.translation.words.locale_words import Words
from careerkit.typography import LocaleStyle


class _LaidOut(NamedTuple):
    """A career in a language, laid out by a template: shared by the editions made of that."""

    document: Document
    theme: Theme
    style: LocaleStyle


class Reader:
    """Reads what jobs of one project need: a layout and languages once, careers one by one."""

    def __init__(self, folders: Folders, layout_name: str, *, listing: bool = False) -> None:
        """Take what is read; ``listing`` warns of each missing text, not once for a career."""
        self._folders = folders
        self._listing = listing
        self._layout_name = layout_name
        self._layout_folder = folders.layouts / layout_name
        self._log = ReadingLog()
        self._languages = Languages(folders, self._log)
        # Labels that were lent to a language, by their names: who has them.
        self._lenders: dict[Words, dict[str, Locale]] = {}

    def finding(self) -> AbstractContextManager[Found]:
        """Give all that is found inside."""
        return self._log.finding()

    def is_sound(self, job: Job) -> bool:
        """Say whether nothing that a job needs has an error, of what was found so far."""
        needed: list[Hashable] = [job.profile, job.target, self._layout_key(job)]
        needed += [self._layout_folder, self._folders.school]
        needed += self._languages.locale_files(job.tag)
        profile = self._profile(job)
        if profile is not None:
            needed += self._languages.catalogue_files(profile, job.tag)
        return not any(what in self._log.found.errors for what in needed)

    def refuse(self, job: Job, error: ContentError | OSError) -> None:
        """Keep what hinders a job alone."""
        with self._log.collecting(job.target):
            raise error

    def prepare(self, job: Job) -> RenderTask | None:
        """Read what a job needs and lay out its blocks; None if there is an error in any of it."""
        self._log.begin_career(job.profile)
        layout = self._read_layout()
        school = self._school()
        profile, words = self._translated(job), self._languages.words(job.tag)
        if profile is None or words is None or layout is None:
            return None
        if not self._log.once("pictures", lambda: self._check_pictures(job), of_career=True):
            return None
        key = self._layout_key(job)
        laid_out = self._log.once(
            key, lambda: self._lay_out(job, layout, profile, words, school), of_career=True
        )
        if laid_out is None or not self.is_sound(job):
            return None
        return RenderTask(
            job.edition,
            job.profile,
            job.tag,
            job.target,
            *laid_out,
            self._folders.fonts,
            job.variant,
        )

    def find_doubts(self, job: Job) -> None:
        """Keep the warnings about what a job is made of."""
        self._log.begin_career(job.profile)
        profile = self._profile(job)
        if profile is not None:
            self._warn_once(job, "", lambda: self._look_through(profile))
            self._warn_once(job, job.tag, lambda: self._look_through_translation(job, profile))

    def find_doubts_in(self, job: Job, task: RenderTask) -> None:
        """Keep the warnings about a file in its edition alone."""
        profile = self._translated(job)
        if profile is not None:
            self._log.found.warn(edition_named(job.edition).doubts(profile, task.document))

    def _read_layout(self) -> Layout | None:
        def read() -> Layout | None:
            with self._log.collecting(self._layout_folder):
                return load_layout(self._layout_name, self._folders.layouts)
            return None

        return self._log.once("layout", read)

    def _school(self) -> SchoolFile | None:
        """Return the school, read before or now; None if there is no file, or an error in it."""
        path = self._folders.school

        def read() -> SchoolFile | None:
            with self._log.collecting(path):
                if not os.path.lexists(path):
                    return None
                school = read_school(path, self._folders.source)
                self._log.found.warn(doubt_school(school, self._folders.images))
                return school
            return None

        return self._log.once("school", read)

    def _profile(self, job: Job) -> Profile | None:
        """Return a job's profile as it is written, read before or now."""

        def read() -> Profile | None:
            with self._log.collecting(job.profile):
                return read_profile(job.profile, self._folders.source)
            return None

        return self._log.once("profile", read, of_career=True)

    def _translated(self, job: Job) -> Profile | None:
        """Return a job's profile in its language, read before or now."""

        def translate() -> Profile | None:
            original = self._profile(job)
            if self._languages.words(job.tag) is None or original is None:
                return None
            return self._languages.translate(original, job.tag)

        return self._log.once(("translated", job.tag), translate, of_career=True)

    def _check_pictures(self, job: Job) -> bool:
        """Look at a career's pictures; say whether nothing is wrong with its profile."""
        profile = self._profile(job)
        with self._log.collecting(job.profile):
            if profile is not None:
                check_pictures(profile)
        return job.profile not in self._log.found.errors

    def _look_through(self, profile: Profile) -> Iterator[Problem]:
        languages = self._languages
        doubts = (
            *check_profile(profile),
            *languages.doubt_language(profile),
            *languages.lint(profile),
        )
        yield from map(profile.as_written, doubts)

    def _look_through_translation(self, job: Job, profile: Profile) -> Iterable[Problem]:
        self._translated(job)  # what is wrong with the translations it asks is found
        files = self._languages.catalogue_files(profile, job.tag)
        # Of a translation that cannot be read, everything would seem to be missing.
        if any(path in self._log.found.errors for path in files):
            return ()
        return self._languages.warn(profile, job.tag, listing=self._listing)

    def _warn_once(self, job: Job, tag: str, find: Callable[[], Iterable[Problem]]) -> None:
        """Keep what is doubtful about a profile (in a language), looked for once."""

        def look() -> None:
            with self._log.collecting(job.profile):
                self._log.found.warn(tuple(find()))

        self._log.once(("doubts", tag), look, of_career=True)

    def _layout_key(self, job: Job) -> tuple[str, str, str]:
        """Return what a document is known by, among those of one career."""
        return "document", job.tag, edition_named(job.edition).template

    def _lay_out(
        self,
        job: Job,
        layout: Layout,
        profile: Profile,
        words: Words,
        school: SchoolFile | None,
    ) -> _LaidOut | None:
        said = school.said_in(job.tag) if school else None
        with self._log.collecting(self._layout_key(job), str(job.target)):
            return _LaidOut(
                self._fill_template(job, layout, profile, words, said),
                layout.theme_for(profile.accent),
                self._style_of(words.locale, profile, said),
            )
        return None

    def _fill_template(
        self, job: Job, layout: Layout, profile: Profile, words: Words, school: School | None
    ) -> Document:
        """Fill a template; a label that fails is lent by the fallback, to find those after it."""
        edition = edition_named(job.edition)
        while True:
            words.borrowed.clear()
            try:
                document = render_document(
                    layout, edition.template, edition.medium, profile, words, school
                )
            except ContentError as error:
                label = error.__cause__
                lender = words.lend(label.name) if isinstance(label, LabelError) else None
                if not isinstance(label, LabelError) or lender is None:
                    raise
                # What is wrong with a label that is there was told when its file was read.
                if label.fault == "missing":
                    self._lenders.setdefault(words, {})[label.name] = lender
                continue
            if words.borrowed:
                self._refuse_lacking(job, words)
            return document

    def _refuse_lacking(self, job: Job, words: Words) -> None:
        """Keep which labels a document lacks, which hinders it."""
        place = words.locale.place_of("labels")
        self._log.found.hinder(self._layout_key(job))
        for name, lender in self._lenders.get(words, {}).items():
            if name in words.borrowed:
                label = LackingLabel(place, name, lender.place.file)
                self._log.found.lacking[label] = None

    def _style_of(self, locale: Locale, profile: Profile, school: School | None) -> LocaleStyle:
        """Return a language's style; what is not translated has the fonts of its own language."""
        library = open_library(self._folders.fonts)
        foreign = {text.language for _, text, _ in walk_texts(school)} if school else set()
        lent = filter(library.has, self._languages.lent_families(profile, locale.tag, foreign))
        return LocaleStyle(
            families=tuple(dict.fromkeys((*locale.fonts, *lent))),
            deck_families=tuple(locale.deck_fonts),
            line_height=locale.line_height,
            size_scale=locale.size_scale,
            script=script_of_language(locale.tag),
        )


class Readers:
    """The reader of the project that a process works at; of another, it begins anew."""

    def __init__(self) -> None:
        """Have none yet."""
        self._project: tuple[Folders, str, bool] | None = None
        self._reader: Reader | None = None

    def reader_for(self, job: Job) -> Reader:
        """Return the reader of a job's project."""
        project = job.folders, job.layout, job.listing
        if self._reader is None or project != self._project:
            self._project = project
            self._reader = Reader(job.folders, job.layout, listing=job.listing)
        return self._reader
