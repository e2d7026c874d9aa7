"""The names of layouts go in, a Jinja2 environment comes out that keeps templates to their task.

A template reads only templates of its layout's chain, changes nothing it is given, prints only
what a person can read, and does not fill the memory by a slip (see ``repetition``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateNotFound,
    pass_eval_context,
)
from jinja2.nodes import EvalContext
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from careerkit.content.nearest import nearest
from careerkit.content.problem import ContentError, Place, Problem
from careerkit.layout.compiled_templates import CompiledTemplates
from careerkit.layout.repetition import guard_filters, refuse_call, refuse_operation
from careerkit.layout.tag_lines import TagLines

_TEMPLATE_NAME = re.compile(r"(?:[a-z0-9][a-z0-9_-]*/)?[a-z0-9][a-z0-9_-]*\.xml")


def make_environment(loader: ChainLoader) -> Environment:
    """Make the environment of one layout."""
    environment = _Environment(
        loader=loader,
        autoescape=True,
        undefined=_Undefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printable,
        extensions=[TagLines],
        bytecode_cache=CompiledTemplates(),
        optimized=False,  # to work out constants beforehand costs more than it saves
    )
    guard_filters(environment.filters)
    del environment.globals["lipsum"]  # words of no meaning, as many as one likes
    return environment


class ChainLoader(BaseLoader):
    """Finds templates in the folders of a layout's chain, and nowhere else."""

    def __init__(self, layouts_dir: Path, chain: tuple[str, ...]) -> None:
        self._layouts_dir = layouts_dir
        self._chain = chain
        self.opened: set[str] = set()

    def find(self, file: str) -> str | None:
        """Name the template (``classic/booklet.xml``) that a file of the chain stands for."""
        if not _TEMPLATE_NAME.fullmatch(file):
            return None
        layout, slash, _ = file.rpartition("/")
        names = [file] if slash else [f"{folder}/{file}" for folder in self._chain]
        if slash and layout not in self._chain:
            return None
        root = self._layouts_dir.resolve()
        for name in names:
            path = self._layouts_dir / name
            if path.is_file() and path.resolve().is_relative_to(root):
                return name
        return None

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002 - Jinja2 passes it
        template: str,
    ) -> tuple[str, str, Callable[[], bool] | None]:
        """Return a template's text and its path. Raises ContentError if it is not UTF-8."""
        name = self.find(template)
        if name is None:
            raise TemplateNotFound(template)
        path = self._layouts_dir / name
        version = _version(path)
        try:
            source = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            line = path.read_bytes()[: error.start].count(b"\n") + 1
            raise ContentError(
                [Problem(Place(path.as_posix(), line), "", "the file is not saved as UTF-8")]
            ) from error
        self.opened.add(path.as_posix())
        return source, path.as_posix(), lambda: self._is_current(template, name, version)

    def _is_current(self, template: str, name: str, version: tuple[int, int]) -> bool:
        return self.find(template) == name and _version(self._layouts_dir / name) == version


def _version(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_mtime_ns, found.st_size


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox, with short names found along the chain and without giant repetitions."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def join_path(self, template: str, parent: str) -> str:  # noqa: ARG002 - Jinja2 passes it
        """Name a template in full, so that its places do."""
        found = self.loader.find(template) if isinstance(self.loader, ChainLoader) else None
        return found or template

    def call_binop(
        self,
        context: Context,  # noqa: ARG002 - Jinja2 passes it
        operator: str,
        left: object,
        right: object,
    ) -> object:
        """Work out ``*`` and ``%``; refuse what would fill the memory."""
        refuse_operation(operator, left, right)
        return self.binop_table[operator](left, right)

    def call(
        self, context: Context, function: object, /, *given: object, **named: object
    ) -> object:
        """Call a function; refuse what would fill the memory."""
        refuse_call(function, given, named)
        return super().call(context, function, *given, **named)


class _Undefined(StrictUndefined):
    """Says in plain words what is not there, and after a line end what is there instead."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name = str(self._undefined_name)
        if self._undefined_hint:
            return self._undefined_hint
        if self._undefined_obj is missing:
            return f"nothing is called {name!r} here"
        holder = self._undefined_obj
        known = list(holder) if isinstance(holder, Mapping) else dir(holder)
        near = nearest(name, [word for word in map(str, known) if word[:1] != "_"])
        hint = f"\n{near}" if near else ""
        return f"{type(holder).__name__.lower()} has nothing called {name!r}{hint}"


@pass_eval_context
def _printable(_context: EvalContext, value: object) -> object:
    """Let words and numbers be printed, nothing for None; refuse what a person cannot read.

    **Why.** Jinja2 works out constants beforehand and turns ``true`` into ``True`` before it asks,
    unless what it asks wants a context.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int | float | StrictUndefined) or hasattr(value, "__html__"):
        return value
    if isinstance(value, list | tuple | set | Mapping):
        raise TypeError("a list cannot be printed as it is; go through it with {% for %}")
    if callable(value):
        raise TypeError("a function cannot be printed; call it with ()")
    if type(value).__str__ is object.__str__:
        raise TypeError(f"{type(value).__name__.lower()} is not a text; name one of its fields")
    return str(value)
