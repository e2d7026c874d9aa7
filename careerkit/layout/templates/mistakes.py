"""What went wrong while a template was read or filled in goes in, a problem at its line comes out.

Whatever is raised there is the template's to mend, of whatever type it is: a template is written by
people who do not know this program. What may be a fault of the program is said to be one.
"""

from __future__ import annotations

import re
from collections.abc import Set
from pathlib import Path
from types import TracebackType

from jinja2.compiler import CodeGenerator
from jinja2.exceptions import (
    SecurityError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.lexer import Lexer
from jinja2.parser import Parser

from careerkit.content.problem import Place, Problem
from careerkit.layout.templates.allowance import MOST_STEPS, OverworkError
from careerkit.layout.templates.names import HelperError
from careerkit.layout.templates.tree import TOO_DEEP
from careerkit.translation.words.labels import LabelError

MOST_MARKUP = 8 * 1024 * 1024


class RunawayError(Exception):
    """A template gives more markup than any document needs."""


def explain(error: Exception, template: Path, opened: Set[str]) -> Problem:
    """Say what is wrong with a template, or with one it uses; ``opened`` are all that were read."""
    place = _place_of(error, opened) or Place(template.as_posix())
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
    if isinstance(error, HelperError):
        return Problem(
            place,
            "",
            f"this cannot be worked out: {_on_one_line(str(error))}",
            f"if what {error.name} is given is right, this is a bug in careerkit: please report it",
        )
    message, hint = _explain_excess(error, reading=_is_of_reading(error))
    if message:
        return Problem(place, "", message, hint)
    detail = error.args[0] if isinstance(error, KeyError) and error.args else error
    told = _plain(str(detail)) or type(error).__name__
    return Problem(place, "", f"this cannot be worked out: {told}")


def _explain_excess(error: Exception, *, reading: bool) -> tuple[str, str]:
    """Say what there is too much of; "" where that is not what is wrong.

    ``reading`` says that it was too much before anything was filled in.
    """
    if isinstance(error, RecursionError):
        return (TOO_DEEP if reading else "the template uses itself without end"), ""
    if isinstance(error, ValueError) and reading:
        return "the number is too large", ""  # the one thing that is worked out while reading
    if isinstance(error, MemoryError):
        return "the template needs more memory than there is", "look for what it makes larger"
    if isinstance(error, OverworkError):
        return (
            f"the template takes more than {MOST_STEPS:,} steps",
            "look for a loop that runs too often, or a text that grows with each turn",
        )
    if isinstance(error, RunawayError):
        return (
            f"the template gives more than {MOST_MARKUP // 1024 // 1024} MiB of markup",
            "look for a loop that runs too often",
        )
    return "", ""


def _place_of(error: Exception, opened: Set[str]) -> Place | None:
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return Place(error.filename, error.lineno)
    place = None
    traceback: TracebackType | None = error.__traceback__
    while traceback is not None:
        frame = traceback.tb_frame
        if frame.f_code.co_filename in opened:
            place = Place(frame.f_code.co_filename, traceback.tb_lineno)
        elif frame.f_code.co_name == "compile" and "filename" in frame.f_locals:
            file = str(frame.f_locals["filename"])
            if isinstance(error, TemplateSyntaxError):  # the lexer knows the line alone
                return Place(file, error.lineno)
            place = _place_of_reading(traceback, file) or place
        traceback = traceback.tb_next
    return place


def _is_of_reading(error: Exception) -> bool:
    """Say whether a template was being read or made into code, and not filled in."""
    traceback = error.__traceback__
    while traceback is not None:
        reader = traceback.tb_frame.f_locals.get("self")
        if isinstance(reader, Parser | CodeGenerator | Lexer):
            return True
        traceback = traceback.tb_next
    return False


def _place_of_reading(traceback: TracebackType | None, file: str) -> Place | None:
    """Find the line at which a template was while it was read or made into code."""
    line = 0
    while traceback is not None:
        here = traceback.tb_frame.f_locals
        reader = here.get("self")
        if isinstance(reader, Parser):
            line = reader.stream.current.lineno
        elif isinstance(reader, CodeGenerator):
            line = getattr(here.get("node"), "lineno", line)
        elif isinstance(here.get("lineno"), int) and here.get("token") is not None:
            line = here["lineno"]  # of the lexer, which has no object of its own
        traceback = traceback.tb_next
    return Place(file, line) if line else Place(file)


def _plain(message: str) -> str:
    """Write a library's message as this program writes its own."""
    message = _on_one_line(message).rstrip(".")
    return message[:1].lower() + message[1:]


def _on_one_line(message: str) -> str:
    return re.sub(r"\s+", " ", message).strip()
