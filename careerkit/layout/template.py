"""A template and its names go in, markup comes out, in which every tag knows its template's line.

Jinja2, sandboxed: a template sees only what it is given, and reads only templates of its layout's
chain. Whatever goes wrong in one is reported with the template's file and line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from html.entities import html5
from pathlib import Path
from types import TracebackType

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound
from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from careerkit.content.problem import ContentError, Place, Problem
from careerkit.layout.markup import PLACE_ATTRIBUTE
from careerkit.translation.labels import LabelError

MOST_MARKUP = 32 * 1024 * 1024
MOST_REPEATED = 100_000

_TEMPLATE_NAME = re.compile(r"(?:[a-z0-9][a-z0-9_-]*/)?[a-z0-9][a-z0-9_-]*\.xml")
_DATA = re.compile(
    r"(?P<comment><!--)|(?P<cdata><!\[CDATA\[)|<(?P<tag>[A-Za-z][\w.-]*)"
    r"|&(?P<entity>[A-Za-z][A-Za-z0-9]*;)"
)
_XML_ENTITIES = frozenset("<>&\"'")
_MISTAKES = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError)


class TemplateEngine:
    """The templates of one layout: its own folder first, then those it extends."""

    def __init__(self, layouts_dir: Path, chain: tuple[str, ...]) -> None:
        """Take the folder of all layouts and the names of the layouts to search, in order."""
        self._layouts_dir = layouts_dir
        self._loader = _ChainLoader(layouts_dir, chain)
        self._environment = _Environment(
            loader=self._loader,
            autoescape=True,
            undefined=_Undefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_printable,
            extensions=[_TagLines],
        )

    def find(self, file: str) -> str | None:
        """Name the template (``classic/booklet.xml``) that a file of the chain stands for."""
        return self._loader.find(file)

    def render(self, name: str, names: Mapping[str, object]) -> str:
        """Render one template. Raises ContentError with the template's file and line."""
        pieces: list[str] = []
        size = 0
        try:
            for piece in self._environment.get_template(name).generate(names):
                pieces.append(piece)
                size += len(piece)
                if size > MOST_MARKUP:
                    raise _RunawayError
        except ContentError:
            raise
        except (TemplateError, LabelError, _RunawayError, *_MISTAKES) as error:
            raise ContentError([self._explain(error, name)]) from error
        return "".join(pieces)

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


class _ChainLoader(BaseLoader):
    """Finds templates in the folders of a layout's chain, and nowhere else."""

    def __init__(self, layouts_dir: Path, chain: tuple[str, ...]) -> None:
        self._layouts_dir = layouts_dir
        self._chain = chain
        self.opened: set[str] = set()

    def find(self, file: str) -> str | None:
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
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool] | None]:
        name = self.find(template)
        if name is None:
            raise TemplateNotFound(template)
        path = self._layouts_dir / name
        try:
            source = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            line = path.read_bytes()[: error.start].count(b"\n") + 1
            raise ContentError(
                [Problem(Place(path.as_posix(), line), "", "the file is not saved as UTF-8")]
            ) from error
        self.opened.add(path.as_posix())
        return source, path.as_posix(), None


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox, with short names found along the chain and without giant repetitions."""

    intercepted_binops = frozenset({"*", "**"})

    def join_path(self, template: str, parent: str) -> str:
        found = self.loader.find(template) if isinstance(self.loader, _ChainLoader) else None
        return found or template

    def call_binop(self, context: object, operator: str, left: object, right: object) -> object:
        if operator == "**":
            raise SecurityError("raising to a power")
        for repeated, times in ((left, right), (right, left)):
            if isinstance(repeated, str | list | tuple) and isinstance(times, int):
                if len(repeated) * times > MOST_REPEATED:
                    raise SecurityError(f"repeating something {times} times")
        return self.binop_table[operator](left, right)


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
        near = get_close_matches(name, [word for word in map(str, known) if word[:1] != "_"], n=1)
        hint = f'\ndid you mean "{near[0]}"?' if near else ""
        return f"{type(holder).__name__.lower()} has nothing called {name!r}{hint}"


class _TagLines(Extension):
    """Writes its template's name and line into every start tag, and HTML's names for characters
    as the characters.

    **Why.** The reader sees only what the template gave; with inheritance, loops and includes no
    line of that says where it was written. A start tag's ``<name`` always stands in plain template
    text, whatever expressions its attributes hold.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        inside = ""
        for token in stream:
            if token.type == "data":
                text, inside = _write_lines(token.value, token.lineno, stream.name or "", inside)
                token = Token(token.lineno, token.type, text)
            yield token


def _write_lines(data: str, line: int, template: str, inside: str) -> tuple[str, str]:
    """Return the data with places written in, and the end mark of a comment still open."""
    written: list[str] = []
    position = 0
    while position < len(data):
        if inside:
            end = data.find(inside, position)
            if end < 0:
                written.append(data[position:])
                return "".join(written), inside
            end += len(inside)
            written.append(data[position:end])
            position, inside = end, ""
            continue
        found = _DATA.search(data, position)
        if found is None:
            break
        written.append(data[position : found.end()])
        position = found.end()
        if found["comment"]:
            inside = "-->"
        elif found["cdata"]:
            inside = "]]>"
        elif found["tag"]:
            at = line + data.count("\n", 0, found.start())
            written.append(f' {PLACE_ATTRIBUTE}="{template}:{at}"')
        else:
            character = html5.get(found["entity"], "")
            if character and not _XML_ENTITIES & set(character):
                written[-1] = written[-1][: -len(found[0])] + character
    written.append(data[position:])
    return "".join(written), inside


def _printable(value: object) -> object:
    """Let words and numbers be printed, nothing for None; refuse what a person cannot read."""
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
    if type(value).__str__ in (object.__str__,):
        raise TypeError(f"{type(value).__name__.lower()} is not a text; name one of its fields")
    return str(value)


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
