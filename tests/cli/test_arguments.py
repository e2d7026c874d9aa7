"""What was typed is completed: the subcommand that is meant, and one value for each option."""

from __future__ import annotations

import pytest
import typer

from careerkit.cli.arguments import FLAGS, complete
from careerkit.cli.command import _app


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("", "build"),
        ("nurse --force", "build nurse --force"),
        ("check nurse", "check nurse"),
        ("translate pseudo", "build --pseudo"),
        ("translate --locale en-XA pseudo nurse", "build --pseudo --locale en-XA nurse"),
        ("translate --source=x --json pseudo", "build --pseudo --source=x --json"),
        ("translate --output pseudo status", "translate --output pseudo status"),
        ("translate status pseudo", "translate status pseudo"),
        ("translate --locale", "translate --locale"),
    ],
)
def test_complete(typed: str, completed: str) -> None:
    """If a subcommand is missing or stands for another, then it is named, wherever it stands."""
    assert complete(typed.split()) == completed.split()


def test_all_flags_are_known() -> None:
    """If a command has an option that takes no value, then ``complete`` knows it."""
    group = typer.main.get_command(_app)
    context = typer.Context(group)
    flags = {
        name
        for command in ("build", "check", "translate")
        for option in group.get_command(context, command).params  # type: ignore[attr-defined]  # a group
        if getattr(option, "is_flag", False) and not getattr(option, "hidden", False)
        for name in option.opts
    }
    assert flags | {"-h", "--help"} == FLAGS
