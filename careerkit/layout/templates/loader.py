"""The names of layouts go in; their templates are found and read, and no file beside them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound

from careerkit.content.problem import ContentError, Place, Problem
from careerkit.content.yaml.source_text import find_way_out, is_no_file, read_source

_TEMPLATE_NAME = re.compile(r"(?:[a-z0-9][a-z0-9_-]{0,99}/)?[a-z0-9][a-z0-9_-]{0,99}\.xml")


class ChainLoader(BaseLoader):
    """Finds templates in the folders of a layout's chain, and nowhere else."""

    def __init__(self, layouts_dir: Path, chain: tuple[str, ...]) -> None:
        self._layouts_dir = layouts_dir
        self._chain = chain
        self.opened: set[str] = set()

    def find(self, file: str) -> str | None:
        """Name the template (``classic/booklet.xml``) that a file of the chain stands for.

        Raises ContentError for a link that leads out of the layouts, and for what is no file.
        """
        if not _TEMPLATE_NAME.fullmatch(file):
            return None
        layout, slash, _ = file.rpartition("/")
        names = [file] if slash else [f"{folder}/{file}" for folder in self._chain]
        if slash and layout not in self._chain:
            return None
        for name in names:
            path = self._layouts_dir / name
            if way_out := find_way_out(path, self._layouts_dir):
                raise _unreadable(path, way_out, "replace the link by the file itself")
            if path.is_dir() or is_no_file(path):
                hint = "put a template of text into its place"
                raise _unreadable(path, "not a file that can be read", hint)
            if path.is_file():
                return name
        return None

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002 - Jinja2 passes it
        template: str,
    ) -> tuple[str, str, Callable[[], bool] | None]:
        """Return a template's text and its path. Raises ContentError as for any content."""
        name = self.find(template)
        if name is None:
            raise TemplateNotFound(template)
        path = self._layouts_dir / name
        version = _version(path)
        text = read_source(path, self._layouts_dir, markup=True)
        source = text.replace("\r\n", "\n").replace("\r", "\n")
        self.opened.add(path.as_posix())
        return source, path.as_posix(), lambda: self._is_current(template, name, version)

    def _is_current(self, template: str, name: str, version: tuple[int, int]) -> bool:
        return self.find(template) == name and _version(self._layouts_dir / name) == version


def _unreadable(path: Path, message: str, hint: str) -> ContentError:
    return ContentError([Problem(Place(path.as_posix()), "", message, hint)])


def _version(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_mtime_ns, found.st_size
