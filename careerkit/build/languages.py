"""Folders and a language's tag go in; its words, and careers in that language, come out.

Each file of a language is read once in a process. What is wrong with one goes into its log.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from careerkit.build.reading_log import ReadingLog
from careerkit.build.stray_translations import TERMS_FILE
from careerkit.content import Locale, Profile, read_catalogue, read_locale, read_terms
from careerkit.content.language_tag import lineage
from careerkit.content.problem import ContentError, Place, Problem
from careerkit.content.yaml.source_text import read_source
from careerkit.project.folders import Folders, list_yaml
from careerkit.translation.catalogues.translated import translate_profile
from careerkit.translation.language_tags import LAST_LANGUAGE, PSEUDO_TAGS, same_language
from careerkit.translation.locales.fallback import find_chain, merge_family
from careerkit.translation.locales.label_check import check_labels, find_unknown_labels
from careerkit.translation.words.locale_words import Words

if TYPE_CHECKING:
    from careerkit.content.models.catalogue import Catalogue, Terms


class Languages:
    """The languages of one project."""

    def __init__(self, folders: Folders, log: ReadingLog) -> None:
        """Take the folders, and what holds that which was read and found."""
        self._folders = folders
        self._root = folders.source
        self._log = log
        self._there = {path.stem for path in list_yaml(folders.locales)}

    def words(self, tag: str) -> Words | None:
        """Return the words of a language; None if there is an error in what they are read from."""
        return self._log.once(("words", tag), lambda: self._read_words(tag))

    def translate(self, profile: Profile, tag: str) -> Profile:
        """Return a career in a language, with the fallback's texts where it has none.

        Its glossary is in the order of that language's alphabet.
        """
        if tag in PSEUDO_TAGS:
            from careerkit.translation.pseudo_language import pseudo_profile

            return pseudo_profile(tag, profile)
        made = translate_profile(profile, tag, self.catalogues(profile, tag))
        if len(made.glossary) < 2:
            return made
        # Reading an alphabet takes 10 ms, which a career without a glossary need not wait for.
        from careerkit.translation.words.collation import sort_by_alphabet

        terms = sort_by_alphabet(((str(each.term), each) for each in made.glossary), tag)
        return made.model_copy(update={"glossary": terms})

    def warn(self, profile: Profile, tag: str, *, listing: bool) -> tuple[Problem, ...]:
        """Return the warnings about a career in a language; ``listing`` names each gap."""
        chain = self._chain(tag)
        if not chain or tag in PSEUDO_TAGS:
            return ()
        catalogues = self.catalogues(profile, tag)
        own = same_language(tag, profile.language)
        unused = self._warn_of_unused(profile, tag) if own else ()
        from careerkit.translation.catalogues.gaps import list_gaps, sum_up_gaps

        tell = list_gaps if listing else sum_up_gaps
        name = str(chain[0].english_name)
        gaps: list[Problem] = []
        for each in profile.files:
            file = self.catalogue_path(each.id, tag).as_posix()
            gaps += tell(
                each, tag, name, [one for one in catalogues if one.career == each.id], file
            )
        linted = self._lint(profile, tag, catalogues)
        labels = self._lint_labels(chain, listing=listing)
        return (*unused, *gaps, *linted, *labels, *self._warnings(tag, catalogues))

    def locale_files(self, tag: str) -> tuple[Path, ...]:
        """Return the files of languages that must be sound for anything to be made in one.

        A language that is only asked for missing texts may be broken; one that shares the tag may
        not, for its labels are taken over.
        """
        return tuple(map(self._path, (tag, LAST_LANGUAGE) if tag in PSEUDO_TAGS else lineage(tag)))

    def catalogue_files(self, profile: Profile, tag: str) -> tuple[Path, ...]:
        """Return the files of a career's translations to ask, in the order of the fallback.

        Not all need be there. Where the fallback comes to the career's own language, its own text
        is what is asked for.
        """
        if tag in PSEUDO_TAGS:
            return ()
        tags = [general for one in self._chain(tag) for general in lineage(one.tag)]
        own = [one for one in lineage(profile.language) if same_language(one, profile.language)]
        asked = takewhile(lambda one: one not in own, dict.fromkeys([*lineage(tag), *tags]))
        names = [file.id for file in profile.files]
        return tuple(self.catalogue_path(name, one) for one in asked for name in names)

    def lint(self, profile: Profile) -> tuple[Problem, ...]:
        """Return the warnings about letters and codes of a career that are not what they look."""
        from careerkit.translation.lint.codes import lint_codes
        from careerkit.translation.lint.file_lint import lint_profile

        files = [file.place.file for file in profile.files]
        texts = {file: read_source(Path(file), self._root) for file in files}
        return (*lint_profile(profile, texts, self._digits_of(profile)), *lint_codes(profile))

    def doubt_language(self, profile: Profile) -> tuple[Problem, ...]:
        """Return the warnings about the languages that a career is written in and made in.

        It may be plainly in another script than its language is, or few may read it there.
        """
        from careerkit.translation.lint.language import lint_language
        from careerkit.translation.lint.made_in import lint_made_in

        there = sorted({*self._there, LAST_LANGUAGE})
        return (*lint_language(profile, there), *lint_made_in(profile))

    def lent_families(
        self, profile: Profile, tag: str, foreign: Collection[str] = ()
    ) -> tuple[str, ...]:
        """Return the families of the languages in which a career's texts stand that lack others.

        ``foreign`` are languages of further texts.
        """
        chain = list(self._chain(tag)[1:])
        for language in (profile.language, *sorted({*foreign} - {*lineage(tag)})):
            there = [one for one in lineage(language) if one in self._there]
            chain += self._chain(there[0]) if there else ()
        return tuple(dict.fromkeys(str(family) for locale in chain for family in locale.fonts))

    def catalogues(self, profile: Profile, tag: str) -> tuple[Catalogue, ...]:
        """Return the translations of a career to ask, in the order of the fallback."""
        return tuple(filter(None, map(self._catalogue, self.catalogue_files(profile, tag))))

    def catalogue_path(self, name: str, tag: str) -> Path:
        """Return where the translation of a career's file is, or would be."""
        return self._folders.locales / tag / f"{name}.yaml"

    def _warn_of_unused(self, profile: Profile, tag: str) -> Iterator[Problem]:
        """Yield a warning for a translation into the language that a career is written in."""
        if tag not in lineage(profile.language):
            return
        shared = profile.files[0].place.file
        for path in (self.catalogue_path(file.id, tag) for file in profile.files):
            if path.exists():
                message = f"not used: the career is written in this language ({profile.language})"
                hint = f"take the file away, or correct language: in {shared}"
                yield Problem(Place(path.as_posix()), "", message, hint, "warning")

    def _digits_of(self, profile: Profile) -> str | None:
        """Return the digits that a career's own language has chosen, None where it has not."""
        there = [one for one in lineage(profile.language) if one in self._there]
        words = self.words(there[0]) if there else None
        return words.locale.digits if words else None

    def _warnings(self, tag: str, catalogues: Sequence[Catalogue]) -> Iterator[Problem]:
        """Give what is doubtful about how the files of a language are written."""
        own = [one for one in self._chain(tag) if same_language(one.tag, tag)]
        terms = filter(None, map(self._terms, lineage(tag)))
        for read in (*own, *catalogues, *terms):
            yield from read.warnings

    def _lint(
        self, profile: Profile, tag: str, catalogues: Sequence[Catalogue]
    ) -> Iterator[Problem]:
        from careerkit.translation.lint.file_lint import lint_catalogue

        words = self.words(tag)
        files = {file.id: file for file in profile.files}
        for catalogue in catalogues:
            if words is not None and same_language(catalogue.tag, tag):
                file = files[str(catalogue.career)]
                read = filter(None, map(self._terms, lineage(tag)))
                terms = [rule for one in read for rule in one.terms]
                text = read_source(self.catalogue_path(file.id, catalogue.tag), self._root)
                yield from lint_catalogue(file, catalogue, words.locale, terms, text)

    def _lint_labels(self, chain: Sequence[Locale], *, listing: bool) -> tuple[Problem, ...]:
        locale = chain[0]

        def lint() -> tuple[Problem, ...]:
            from careerkit.translation.lint.file_lint import lint_locale
            from careerkit.translation.locales.untranslated_labels import warn_of_untranslated

            text = read_source(self._path(locale.tag), self._root)
            unknown = find_unknown_labels(locale, chain[-1])
            untranslated = warn_of_untranslated(locale, chain[-1], listing=listing)
            return (*lint_locale(locale, text), *unknown, *untranslated)

        return self._log.once(("label warnings", locale.tag, listing), lint)

    def _read_words(self, tag: str) -> Words | None:
        chain = self._chain(tag)
        if not chain:
            return None
        others = [one for one in chain if not same_language(one.tag, tag)]
        locale = merge_family(chain)
        with self._log.collecting(self._path(tag)):
            if problems := check_labels(locale, others[-1] if others else locale):
                raise ContentError(problems)
        return Words(locale, others)

    def _terms(self, tag: str) -> Terms | None:
        path = self._folders.locales / tag / TERMS_FILE

        def read() -> Terms | None:
            with self._log.collecting(path):
                return read_terms(path) if path.exists() else None
            return None

        return self._log.once(("terms", path), read)

    def _chain(self, tag: str) -> tuple[Locale, ...]:
        return self._log.once(("chain", tag), lambda: self._find_chain(tag))

    def _find_chain(self, tag: str) -> tuple[Locale, ...]:
        if tag in PSEUDO_TAGS:
            from careerkit.translation.pseudo_language import pseudo_locale

            words = self.words(LAST_LANGUAGE)
            # What is wrong with its labels has been told.
            if words is not None and not check_labels(words.locale, words.locale):
                return (pseudo_locale(tag, words.locale),)
        elif self._locale(tag) is not None:
            with self._log.collecting(self._path(tag)):
                return find_chain(tag, self._there, self._locale)
        return ()

    def _locale(self, tag: str) -> Locale | None:
        path = self._path(tag)

        def read() -> Locale | None:
            with self._log.collecting(path):
                return read_locale(path)
            return None

        return self._log.once(("locale", path), read)

    def _catalogue(self, path: Path) -> Catalogue | None:
        def read() -> Catalogue | None:
            with self._log.collecting(path):
                return read_catalogue(path) if path.exists() else None
            return None

        return self._log.once(("catalogue", path), read, of_career=True)

    def _path(self, tag: str) -> Path:
        return self._folders.locales / f"{tag}.yaml"
