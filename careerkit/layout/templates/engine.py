"""A template and its names go in, markup comes out, in which every tag knows its template's line.

Jinja2, sandboxed: a template sees only what it is given, and reads only templates of its layout's
chain. Whatever goes wrong in one is reported with the template's file and line.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from jinja2 import TemplateError

from careerkit.content.problem import ContentError
from careerkit.layout.templates.loader import ChainLoader
from careerkit.layout.templates.mistakes import MOST_MARKUP, RunawayError, explain
from careerkit.layout.templates.sandbox import make_environment


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

    def find(self, file: str) -> str | None:
        """Name the template (``classic/booklet.xml``) that a file of the chain stands for."""
        return self._loader.find(file)

    def render(self, name: str, names: Mapping[str, object]) -> str:
        """Render one template. Raises ContentError with the template's file and line.

        Lets ``OSError`` pass where a template cannot be read.
        """
        self._environment.allowance.begin()
        try:
            template = self._environment.get_template(name)
            return "".join(_limit(template.generate(names)))
        except Exception as error:
            if isinstance(error, ContentError | OSError) and not isinstance(error, TemplateError):
                raise  # not a mistake of what stands in a template
            problem = explain(error, self._layouts_dir / name, self._loader.opened)
            raise ContentError([problem]) from error


def _limit(pieces: Iterator[str]) -> Iterator[str]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > MOST_MARKUP and isinstance(pieces, Generator):
            pieces.throw(RunawayError())  # from inside, where the template's line is known
        yield piece
