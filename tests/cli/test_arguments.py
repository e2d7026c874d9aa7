"""What was typed is completed: the subcommand that is meant, and one value for each option."""

from __future__ import annotations

import re
from typing import Any

import pytest
import typer
from typer.core import TyperGroup

from careerkit.cli.arguments import COMMANDS, FLAGS, complete
from careerkit.cli.command import _app, main
from careerkit.cli.translate.commands import translate


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("", "build"),
        ("nurse --force", "build nurse --force"),
        ("check nurse", "check nurse"),
        ("translate pseudo", "translate pseudo"),
        ("translate --locale en-XA pseudo nurse", "translate pseudo --locale en-XA nurse"),
        ("translate --source=x --json pseudo", "translate pseudo --source=x --json"),
        ("translate --output pseudo status", "translate status --output pseudo"),
        ("translate status pseudo", "translate status pseudo"),
        ("translate --locale", "translate --locale"),
    ],
)
def test_complete(typed: str, completed: str) -> None:
    """If a subcommand is missing or stands behind its options, then it is named first."""
    assert complete(typed.split()) == completed.split()


def commands_of(app: typer.Typer) -> dict[str, Any]:
    """The commands of a group, by their names."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    return dict(group.commands)


def test_all_flags_are_known() -> None:
    """If a command has an option that takes no value, then ``complete`` knows it."""
    commands = {**commands_of(_app), **commands_of(translate)}
    flags = {
        name
        for name in ("build", "check", "status", "export")
        for option in commands[name].params
        if getattr(option, "is_flag", False) and not option.hidden
        for name in option.opts
    }
    assert flags | {"-h", "--help"} == FLAGS


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("begin", "--locale --source --layouts --json"),
        ("status", "--locale --source --json"),
        ("update", "--locale --source --json"),
        ("export", "--locale --source --output --force --json"),
        ("import", "--locale --source --force --json"),
    ],
)
def test_help_of_a_command_for_translators(
    command: str, options: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """If one asks for a command's help, then it names the options that concern it, and no other."""
    assert main(["translate", command, "--help"]) == 0
    shown = capsys.readouterr().out
    assert f"translate {command} [OPTIONS]" in shown
    assert re.findall(r"^  (--\w+)", shown, re.MULTILINE) == options.split()
    # What could be typed when all had the same options can be typed still.
    assert main(["translate", "--output", "x", "--layouts", "layouts", command, "--help"]) == 0


def test_help(capsys: pytest.CaptureFixture[str]) -> None:
    """If one asks for help, then each command is named with a whole sentence."""
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out.partition("Commands:")[2]
    named = re.findall(r"^  (\w+)  +[A-Z].*[^.]\.$", shown, re.MULTILINE)
    assert {*named} == COMMANDS


def test_help_of_translate(capsys: pytest.CaptureFixture[str]) -> None:
    """If one asks for the help of ``translate``, then its commands are named, a line for each."""
    assert main(["translate", "--help"]) == 0
    shown = capsys.readouterr().out
    assert "translate [OPTIONS] COMMAND [ARGS]..." in shown
    named = re.findall(r"^  (\w+)  +[A-Z].*[a-z]\.$", shown, re.MULTILINE)
    assert named == ["begin", "status", "update", "export", "import", "pseudo"]


def test_help_of_pseudo(capsys: pytest.CaptureFixture[str]) -> None:
    """If one asks for the help of ``translate pseudo``, then it has the options of a build."""
    assert main(["build", "--help"]) == 0
    build = capsys.readouterr().out.partition("Options:")[2]
    assert main(["translate", "pseudo", "--help"]) == 0
    shown = capsys.readouterr().out
    assert "Build in two pseudo-languages" in shown
    assert shown.partition("Options:")[2] == build
