"""A template and its names go in, markup comes out, in which every tag knows its template's line.

Jinja2, sandboxed: a template sees only what it is given, and reads only templates of its layout's
chain. Whatever goes wrong in one is reported with the template's file and line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import TracebackType

from jinja2 import Template
from jinja2.exceptions import (
    SecurityError,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)

from careerkit.content.problem import ContentError, Place, Problem
from careerkit.layout.sandbox import ChainLoader, make_environment
from careerkit.layout.taken_over import find_lost_parts
from careerkit.translation.labels import LabelError

MOST_MARKUP = 32 * 1024 * 1024

_MISTAKES = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError)


@lru_cache(maxsize=4)
def engine_for(layouts_dir: Path, chain: tuple[str, ...]) -> TemplateEngine:
    """Give the engine of a layout's chain, the same one each time.

    **Why.** To compile a booklet's template takes ten times as long as to fill it. A template that
    has been changed on disk is compiled anew.
    """
    return TemplateEngine(layouts_dir, chain)


class TemplateEngine:
    """The templates of one layout: its own folder first, then those it extends."""

    def __init__(self, layouts_dir: Path, chain: tuple[str, ...]) -> None:
        """Take the folder of all layouts and the names of the layouts to search, in order."""
        self._layouts_dir = layouts_dir
        self._loader = ChainLoader(layouts_dir, chain)
        self._environment = make_environment(self._loader)
        self._checked: dict[str, Template] = {}

    def find(self, file: str) -> str | None:
        """Name the template (``classic/booklet.xml``) that a file of the chain stands for."""
        return self._loader.find(file)

    def render(self, name: str, names: Mapping[str, object]) -> str:
        """Render one template. Raises ContentError with the template's file and line."""
        try:
            template = self._environment.get_template(name)
            if self._checked.get(name) is not template:
                if lost := find_lost_parts(self._environment, name):
                    raise ContentError(lost)
                self._checked[name] = template
            return "".join(_limit(template.generate(names)))
        except (TemplateError, LabelError, _RunawayError, *_MISTAKES) as error:
            raise ContentError([self._explain(error, name)]) from error

    def _explain(self, error: Exception, name: str) -> Problem:
        place = self._place_of(error, name)
        if isinstance(error, TemplateSyntaxError):
            return Problem(place, "", _plain(error.message or "the template cannot be read"))
        if isinstance(error, TemplateNotFound):
            return Problem(
                place,
                "",
                f"there is no template {str(error.name)!r}",
                "a template is a file of this layout or, as layout/file.xml, of one it extends",
            )
        if isinstance(error, UndefinedError):
            message, _, hint = (error.message or "").partition("\n")
            return Problem(place, "", message, hint)
        if isinstance(error, LabelError) and error.fault == "wording":
            return error.problem
        if isinstance(error, LabelError):
            hint = error.problem.hint or f"see {error.place}"
            return Problem(place, "", f"label {error.name!r}: {error.problem.message}", hint)
        if isinstance(error, SecurityError):
            return Problem(place, "", f"a template may not do this: {_plain(str(error))}")
        if isinstance(error, RecursionError):
            return Problem(place, "", "the template uses itself without end")
        if isinstance(error, _RunawayError):
            return Problem(
                Place((self._layouts_dir / name).as_posix()),
                "",
                f"the template gives more than {MOST_MARKUP // 1024 // 1024} MiB of markup",
                "look for a loop that runs too often",
            )
        detail = error.args[0] if isinstance(error, KeyError) and error.args else error
        return Problem(place, "", f"this cannot be worked out: {_plain(str(detail))}")

    def _place_of(self, error: Exception, name: str) -> Place:
        if isinstance(error, TemplateSyntaxError):
            where = error.filename or (self._layouts_dir / (error.name or name)).as_posix()
            return Place(where, error.lineno)
        line = _last_template_line(error.__traceback__, self._loader.opened)
        return line or Place((self._layouts_dir / name).as_posix())


class _RunawayError(Exception):
    """A template gives more markup than any document needs."""


def _limit(pieces: Iterable[str]) -> Iterator[str]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > MOST_MARKUP:
            raise _RunawayError
        yield piece


def _last_template_line(traceback: TracebackType | None, files: set[str]) -> Place | None:
    place = None
    while traceback is not None:
        file = traceback.tb_frame.f_code.co_filename
        if file in files:
            place = Place(file, traceback.tb_lineno)
        traceback = traceback.tb_next
    return place


def _plain(message: str) -> str:
    """Write a library's message as this program writes its own."""
    message = message.strip().rstrip(".")
    return message[:1].lower() + message[1:]
