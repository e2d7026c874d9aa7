"""What was typed goes in; arguments that name their subcommand and one value each come out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

COMMANDS = frozenset({"build", "check", "new", "schema", "init", "translate"})
_PSEUDO = ("--locale", "en-XA", "--locale", "ar-XB")


def complete(arguments: Sequence[str]) -> list[str]:
    """Name the subcommand where none is: ``build``.

    ``translate pseudo`` is a build as well, in the pseudo-languages.
    """
    if list(arguments[:2]) == ["translate", "pseudo"]:
        rest = arguments[2:]
        return ["build", *rest, *(() if "--locale" in rest else _PSEUDO)]
    first = arguments[0] if arguments else ""
    if first in COMMANDS or first in {"-h", "--help", "--version"}:
        return list(arguments)
    return ["build", *arguments]


def split(values: Iterable[str] | None) -> list[str]:
    """Let ``--locale en,si`` say the same as ``--locale en --locale si``."""
    return [name for value in values or () for name in value.split(",") if name]
