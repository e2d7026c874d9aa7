"""What was typed goes in; arguments that name their subcommand and one value each come out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

COMMANDS = frozenset({"build", "check", "new", "schema", "init", "translate", "preflight"})
# Options that stand alone; any other takes the argument after it.
FLAGS = frozenset(
    {
        "--embed-fonts",
        "--force",
        "--list",
        "--open",
        "--prune",
        "--strict",
        "--json",
        "--quiet",
        "--help",
        "-h",
    }
)


def complete(arguments: Sequence[str]) -> list[str]:
    """Name the subcommand where none is: ``build``.

    That of ``translate`` may stand behind its options; it is put before them.
    """
    first = arguments[0] if arguments else ""
    if first == "translate":
        position = _find_subcommand(arguments)
        inner = arguments[position : position + 1]
        return [first, *inner, *arguments[1:position], *arguments[position + 1 :]]
    if first in COMMANDS or first in {"-h", "--help", "--version"}:
        return list(arguments)
    return ["build", *arguments]


def _find_subcommand(arguments: Sequence[str]) -> int:
    """Return the position of the first argument that is neither an option nor its value."""
    position = 1
    while position < len(arguments) and arguments[position].startswith("-"):
        alone = arguments[position] in FLAGS or "=" in arguments[position]
        position += 1 if alone else 2
    return position


def split(values: Iterable[str] | None) -> list[str]:
    """Let ``--locale en,si`` say the same as ``--locale en --locale si``.

    A value without a name in it stays as it is, to be refused: it does not mean all.
    """
    return [
        name
        for value in values or ()
        for name in [name for name in value.split(",") if name] or [value]
    ]


def check_date() -> None:
    """Raise WrongArgument if SOURCE_DATE_EPOCH, the date that files carry, is not one.

    It is typed before the command rather than after it.
    """
    from careerkit.content.source_date import source_date
    from careerkit.project.choice import WrongArgument

    try:
        source_date()
    except ValueError as error:
        hint = "give it the seconds since 1970, such as 1767225600 for 1 January 2026, or unset it"
        raise WrongArgument(str(error), hint) from error
