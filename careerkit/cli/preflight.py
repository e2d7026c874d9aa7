"""``preflight``: PDF files go in; what a print shop or a screen reader would find comes out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from careerkit.cli.console import print_result, say
from careerkit.cli.exit_codes import EXIT_FILES, EXIT_PROBLEMS
from careerkit.cli.preflight_fields import report_fields
from careerkit.cli.preflight_words import report_lines
from careerkit.content.problem import reason_of
from careerkit.preflight.pdf.guarded import read_guarded
from careerkit.preflight.pdf.report import UnreadablePdfError
from careerkit.preflight.pdf.verdict import Audience, Verdict, judge
from careerkit.project.choice import WrongArgument

_NAMES = {
    "office": Audience.OFFICE,
    "print-shop": Audience.SHOP,
    "screen-reader": Audience.SCREEN_READER,
}


def choose_audiences(names: Sequence[str]) -> list[Audience]:
    """Return whom some names on the command line stand for. Raises WrongArgument."""
    for name in names:
        if name not in _NAMES:
            known = ", ".join(_NAMES)
            raise WrongArgument(f'--for: there is no "{name}"', f"one of: {known}")
    return [_NAMES[name] for name in names]


def preflight_files(paths: Sequence[Path], asked: Sequence[Audience], *, as_json: bool) -> int:
    """Report what is in some files; return the exit code, 3 before 1.

    There is at least one. A file has problems if it is unfit for what it is meant for, or, where
    some are ``asked`` for, for one of those.
    """
    return max(_preflight_file(path, asked, as_json=as_json) for path in paths)


def _preflight_file(path: Path, asked: Sequence[Audience], *, as_json: bool) -> int:
    file = path.as_posix()
    try:
        report = read_guarded(path)
    except OSError as error:
        return _tell_unread(file, reason_of(error), _advise(path), as_json=as_json)
    except UnreadablePdfError as error:
        return _tell_unread(file, error.message, error.hint, as_json=as_json)
    verdicts = judge(report)
    if as_json:
        print_result(json.dumps(report_fields(file, report, verdicts)))
    else:
        for line in [*report_lines(file, report, verdicts), ""]:
            print_result(line)
    return EXIT_PROBLEMS if any(_counts(each, asked) for each in verdicts) else 0


def _advise(path: Path) -> str:
    """Say what to do about a path that the system does not read."""
    if path.is_dir():
        inside = next(iter(sorted(path.glob("*.pdf"))), path / "flyer.pdf")
        return f"name the files in the folder one by one, for example {inside.as_posix()}"
    if not path.exists():
        return "look whether the name is right, and the folder that you are in"
    return "ask whoever looks after this machine to let you read it"


def _counts(verdict: Verdict, asked: Sequence[Audience]) -> bool:
    """Return whether a verdict is that the file has problems."""
    is_asked = verdict.audience in asked if asked else verdict.is_meant
    return is_asked and not verdict.is_fit


def _tell_unread(file: str, message: str, hint: str, *, as_json: bool) -> int:
    say(f"{file}: cannot be read: {message}", hint)
    if as_json:
        fields = {"event": "failed", "file": file, "message": message, "hint": hint}
        print_result(json.dumps(fields))
    return EXIT_FILES
